"""Finds the medium that a noun phrase names or means, and remembers it."""

from service.core.claims.discourse import Discourse
from service.core.claims.media import is_medium
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.records import Via


def read_medium(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Via | None:
    """Return the medium a noun phrase names; "الصحيفة" is the last one called so; what is no medium gives None."""
    words = [token.folded for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word"]
    if not words:
        return None
    known = discourse.knowledge.words
    first = bare_head(words[0])
    if first.startswith("ال") and first[2:] in known.media_heads and len(words) == 1:
        return discourse.media.get(first[2:]) or discourse.media.get("")
    rest = words[1:] if first in known.media_heads else [first, *words[1:]]
    if first in known.reporters and (not rest or bare_head(rest[0]) in known.reporters):
        return None
    names = (" ".join(rest), " ".join(rest[:2]), rest[0] if rest else "")
    if not is_medium(passage, phrase, discourse.knowledge) and not any(name in known.media_names for name in names):
        return None
    return make_medium(discourse, passage, phrase)


def read_publisher(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Via | None:
    """Return the medium that a relative clause names ("البيان الذي أوردته وكالة …"): it carries, and issues nothing."""
    if phrase.tail <= phrase.end or passage.word(phrase.start) in discourse.knowledge.words.roles:
        return None
    for i in range(phrase.end, phrase.tail):
        name = passage.names.get(i)
        if name and name.type == "organization":
            head = i - (bare_head(passage.word(i - 1)) in discourse.knowledge.words.media_heads)
            return read_medium(discourse, passage, NounPhrase(head, name.end, name.end))
    return None


def bare_head(word: str) -> str:
    """Return a folded word without the ل written onto it (للوكالة gives الوكالة)."""
    return "ال" + word[2:] if word.startswith("لل") else word.removeprefix("ل")


def make_medium(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Via | None:
    """Return the medium whose name a noun phrase holds, and remember it as the one named last."""
    kind = _kind_of(passage.word(phrase.start), discourse)
    quote = passage.quotes.get(phrase.start + 1) or passage.quotes.get(phrase.start)
    for i in range(phrase.start, phrase.end):
        name = passage.names.get(i)
        if name and quote and (name.start > quote.opening + 1 or name.end < quote.closing):
            continue  # a part of what stands in marks is not its name
        if name and discourse.entities[name.entity].type == "organization":
            via = Via(discourse.entities[name.entity].name, name.entity, passage.span(i, name.end))
            return discourse.note_medium(via, kind)
    first = _without_class_word(discourse, passage, phrase)
    last = _name_end(passage, first, phrase.end)
    while first < last - 1 and passage.tokens[first].kind == "mark":
        first += 1
    while last - 1 > first and passage.tokens[last - 1].kind == "mark":
        last -= 1
    span = passage.span(first, last)
    text = "ال" + span.text[2:] if span.text.startswith("لل") else span.text.removeprefix("ل")
    return discourse.note_medium(Via(text if first == phrase.start else span.text, None, span), kind)


def _kind_of(word: str, discourse: Discourse) -> str:
    """Return the word of kind that a medium's name begins with (بصحيفة gives صحيفه), "" where it has none."""
    heads = discourse.knowledge.words.media_heads
    forms = (word, bare_head(word), word[1:], bare_head(word).removeprefix("ال"))
    return next((form for form in forms if form in heads), "")


def _name_end(passage: Passage, first: int, end: int) -> int:
    """A name in marks ends with them; where its reporter stands (بالجهة) is no part of it."""
    if first in passage.quotes:
        return min(passage.behind_quote(first), end)
    return next((i for i in range(first + 1, end) if passage.word(i).startswith("بال") or passage.word(i) == ")"), end)


def _without_class_word(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> int:
    first = phrase.start
    while first < phrase.end - 1 and bare_head(passage.word(first)) in discourse.knowledge.words.media_heads:
        first += 1
    name = passage.names.get(first)
    placed = name is not None and name.type == "place" and name.end == phrase.end  # تلفزيون الكويت
    return phrase.start if first > phrase.start and (placed or _only_tells(passage, first, phrase.end)) else first


def _only_tells(passage: Passage, first: int, end: int) -> bool:
    """صحيفة بريطانية is no name: one adjective without article."""
    word = passage.word(first)
    return end - first == 1 and first not in passage.names and not word.startswith("ال") and word.endswith(("يه", "ي"))
