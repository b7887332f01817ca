"""Reads media in a sentence: those that speak, and those to which something was told."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase


def is_medium(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a noun phrase begins with a word for media (صحيفة، الوكالة) or a medium's name."""
    words = [token.folded for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word"][:3]
    if not words:
        return False
    known = knowledge.words
    bare = words[0].removeprefix("لل").removeprefix("ل").removeprefix("ال")
    if bare in known.media_heads or words[0] in known.media_heads:
        return (
            len(words) == 1 or bare not in knowledge.particles.shared_heads or _tells_news(passage, phrase, knowledge)
        )
    return any(" ".join(words[:length]) in known.media_names for length in range(1, 4))


def _tells_news(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    i = phrase.start + 1
    return passage.word(i) in ("انباء", "الانباء") or named_medium_end(passage, i, phrase.end, knowledge) > i


def named_medium_end(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return where a medium's name that begins at token i, behind its class word, ends; i where none begins."""
    if i in passage.quotes:
        return min(passage.behind_quote(i), limit)
    known = passage.phrase(i, knowledge.words.media_names, limit)
    if known > i or i not in passage.names or passage.names[i].type == "place":
        return known
    return min(passage.names[i].end, limit)


def find_hearer(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
    """Return the first medium among tokens i to limit to which something was told, or None."""
    for j in range(i, limit):
        hearer = as_hearer(passage, j, limit, knowledge)
        if hearer:
            return hearer
    return None


def as_hearer(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
    """Return the range of a medium or of journalists told something: لرويترز، لوكالة …، للصحفيين."""
    word = passage.word(i)
    if not word.startswith("ل") or len(word) < 2:
        return None
    if word in ("ل", "لـ") and i + 1 in passage.quotes:
        return i + 1, min(passage.behind_quote(i + 1), limit)
    rest = word[1:]
    whole = "ال" + word[2:] if word.startswith("لل") else rest
    words = knowledge.words
    if whole in words.hearers or rest in words.media_heads or rest in words.media_names or whole in words.media_names:
        return i, min(i + 1 + _name_length(passage, i, limit), limit)
    for length in (2, 3):
        if " ".join([rest, *(passage.word(k) for k in range(i + 1, i + length))]) in words.media_names:
            return i, i + length
    return None


def _name_length(passage: Passage, i: int, limit: int) -> int:
    if i + 1 in passage.quotes:
        return passage.quotes[i + 1].closing - i
    named = passage.names.get(i + 1)
    return min(named.end - i - 1, limit - i - 1) if named else 0
