"""Finds which institution of the page a definite word means: "الوزارة", "المرصد", "الحزب"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from service.core.arabic.clitics import without_article
from service.core.arabic.letters import fold
from service.core.linking.roles import last_mention_before
from service.core.records import Field, PageEntity

_BEFORE = 24  # letters before a name among which its generic word stands: "تنظيم «…»"
_MARKS = " \"«“'("
_CLITICS = ("", "و", "ل", "ب", "ول", "وب")
ITSELF = frozenset({"نفسها", "نفسه", "ذاتها", "ذاته", "ايضا", "اياها", "اياه"})
Heads = Mapping[str, Sequence[int]]


def read_heads(entities: Sequence[PageEntity], texts: Mapping[Field, str], kinds: frozenset[str]) -> Heads:
    """Return the organisations of a page by the words of kind, without article, by which it may call them again."""
    heads: dict[str, list[int]] = defaultdict(list)
    for index, entity in enumerate(entities):
        if entity.type == "organization":
            for word in {word for word in _words_of(entity, texts) if word in kinds}:
                heads[word].append(index)
    return heads


def _words_of(entity: PageEntity, texts: Mapping[Field, str]) -> Iterator[str]:
    """Yield the first word of each mention of several words, and the generic word that stands before one."""
    for mention in entity.mentions:
        words = fold(mention.span.text).split()
        if len(words) > 1:
            yield without_article(words[0])
        start = mention.span.start
        before = fold(texts[mention.span.field][max(0, start - _BEFORE) : start]).strip(_MARKS).rsplit(" ", 1)[-1]
        for clitics in _CLITICS:
            if before.startswith(clitics):
                yield before[len(clitics) :]


def resolve_body(
    words: Sequence[str], before: int, heads: Heads, entities: Sequence[PageEntity], field: Field
) -> int | None:
    """Return the index of the organisation that a definite word with its adjectives means, or None.

    Of those that bear the word and all the adjectives in their names, the one named last before the place.
    """
    head, adjectives = words[0], [word for word in words[1:] if word not in ITSELF]
    if not head.startswith("ال") or any(not word.startswith("ال") for word in adjectives):
        return None
    best: tuple[int, int] | None = None
    for index in heads.get(head[2:], ()):
        last = last_mention_before(entities[index], before, field)
        named = {without_article(word) for word in fold(entities[index].name).split()}
        if (
            last >= 0
            and all(without_article(word) in named for word in adjectives)
            and (best is None or last > best[0])
        ):
            best = (last, index)
    return best[1] if best else None
