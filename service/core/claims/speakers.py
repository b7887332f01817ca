"""Reads the noun phrase that names a source: role and name, joint sources, appositions between commas."""

from typing import NamedTuple

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_COMMAS = frozenset({"،", ","})
_CLOSERS = frozenset({".", ":", "؛", ";", "!", "؟", "?", "-", "–", ")", "..", "..."})
_LONGEST_NAME_IN_MARKS = 7


class NounPhrase(NamedTuple):
    """A source's tokens start to end, the first token behind it, and whom it was told (a medium), if named."""

    start: int
    end: int
    reach: int
    hearer: tuple[int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether the phrase holds no word: only a hearer was found."""
        return self.start == self.end


def read_subject(passage: Passage, start: int, limit: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """Return the first noun phrase among tokens start to limit that can be a source; adverbials are stepped over."""
    i = start
    hearer: tuple[int, int] | None = None
    stepped_over = False
    while i < limit:
        step = _skip_adverbial(passage, i, limit, knowledge)
        if step == i:
            break
        stepped_over = stepped_over or step > i + 1 and passage.word(i) in ("في", *knowledge.particles.adjuncts)
        hearer = hearer or _as_hearer(passage, i, limit, knowledge)
        i = step
    if stepped_over and not _is_sure_head(passage, i, knowledge):
        return NounPhrase(i, i, i, hearer) if hearer else None
    if i >= limit or not _may_begin(passage, i, knowledge):
        return NounPhrase(i, i, i, hearer) if hearer else None
    end = _find_end(passage, i, limit, knowledge)
    rest = hearer or find_hearer(passage, end, limit, knowledge)
    return NounPhrase(i, end, end, rest)


def _is_sure_head(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Behind an adjunct only an office, a name or a word for sources can be a subject."""
    known = knowledge.words
    word = passage.word(i)
    return i in passage.names or word in known.roles | known.unnamed_person | known.unnamed_group


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


def _may_begin(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    if i in passage.quotes:
        return True
    word = passage.word(i)
    return (
        passage.is_word(i)
        and word not in knowledge.particles.adjuncts
        and word not in ("في", "ذلك", "بذلك", "هذا", "هناك", "و")
    )


def _skip_adverbial(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind an adverbial at i (day, venue, turn-taking, hearer), or i where none begins."""
    word = passage.word(i)
    words = knowledge.words
    if (
        word in _COMMAS
        or word in knowledge.particles.with_pronouns
        or word in ("(", ")", "-")
        or word in words.times
        and word not in knowledge.particles.adjuncts
    ):
        return i + 1
    turn = passage.phrase(i, words.turns, limit)
    if turn > i:
        return turn
    if _as_hearer(passage, i, limit, knowledge):
        return _find_end(passage, i, limit, knowledge)
    if word in knowledge.particles.adjuncts or word == "في" or word.startswith("ب") and word in words.times:
        return _behind_adjunct(passage, i, limit)
    return i


def _behind_adjunct(passage: Passage, i: int, limit: int) -> int:
    """An adjunct before its subject runs to the next comma; without comma nothing behind it can be told from it."""
    j = i + 1
    while j < limit and passage.word(j) not in _COMMAS:
        j = passage.behind_quote(j) if j in passage.quotes else j + 1
    return j


def _find_end(passage: Passage, start: int, limit: int, knowledge: ClaimKnowledge) -> int:
    j = start
    while j < limit:
        if j in passage.quotes:
            if j > start and passage.quotes[j].closing - j > _LONGEST_NAME_IN_MARKS:
                return j
            j = min(passage.behind_quote(j), limit)
            continue
        if passage.word(j) == "(" and j > start:
            closing = next((k for k in range(j, min(j + 8, limit)) if passage.word(k) == ")"), None)
            if closing is None:
                return j
            j = closing + 1
            continue
        if j > start and _ends_phrase(passage, start, j, limit, knowledge):
            return j
        j += 1
    return limit


def _ends_phrase(passage: Passage, start: int, j: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    word = passage.word(j)
    if word in _CLOSERS:
        return word != "." or len(passage.word(j - 1)) != 1
    if word in _COMMAS:
        return not _is_apposition(passage, j, limit, knowledge)
    if j == start + 1 and passage.word(start).removeprefix("ال") in knowledge.words.media_heads:
        if passage.word(start).startswith("ال") and not word.startswith("ال"):
            return True
    if word == "في":
        return _begins_adjunct(passage, j, knowledge)
    if word in knowledge.particles.hiding_verbs and passage.word(start) in knowledge.words.unnamed_person:
        return False
    if word in knowledge.particles.adjuncts and j not in passage.named:
        return word not in knowledge.particles.inside_roles or not _stays_in_role(passage, start, j, knowledge)
    if word in knowledge.particles.with_pronouns or (word in knowledge.words.times and not word.startswith("ب")):
        return True
    return _as_hearer(passage, j, limit, knowledge) is not None


def _begins_adjunct(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    """A "في" belongs to a role (مسؤول في الوزارة) until the person is named; a venue is never part of it."""
    following = passage.word(j + 1)
    if following in knowledge.words.places_of_saying or following in knowledge.words.times:
        return True
    return j in passage.name_ends and _named_person(passage, j)


def _named_person(passage: Passage, end: int) -> bool:
    """Tell whether the name that ends before token end is a person's."""
    for start in range(end - 1, max(-1, end - 6), -1):
        name = passage.names.get(start)
        if name and name.end == end:
            return name.type == "person"
    return False


def _stays_in_role(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    head = passage.word(start)
    words = knowledge.words
    follows = passage.word(j) in ("من", "لدي")
    known = head in words.unnamed_group or head in words.unnamed_person or head in words.roles
    return follows and known and not _named_person(passage, j)


def _is_apposition(passage: Passage, comma: int, limit: int, knowledge: ClaimKnowledge) -> bool:
    """A comma inside a source is followed by more of it: a name or a title, and then by a comma or the limit."""
    i = comma + 1
    if i >= limit or not passage.is_word(i):
        return False
    word = passage.word(i)
    words = knowledge.words
    if word in words.complementisers or word in words.times or word in knowledge.particles.adjuncts or word == "في":
        return False
    if word in words.no_complement_after:
        return False
    if passage.phrase(i, words.sources, limit) > i or passage.phrase(i, words.turns, limit) > i:
        return False
    return _as_hearer(passage, i, limit, knowledge) is None


def _as_hearer(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
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


def find_hearer(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[int, int] | None:
    """Return the first medium among tokens i to limit to which something was told, or None."""
    for j in range(i, limit):
        hearer = _as_hearer(passage, j, limit, knowledge)
        if hearer:
            return hearer
    return None
