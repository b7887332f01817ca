"""Finds source phrases: وفقا لـ، بحسب، نقلا عن، على حد تعبير, before, inside or behind a content."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.claims.beginnings import is_act_of, is_sure_head
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject

_FORMULAS = ("قول", "تعبير", "وصف", "زعم", "كلام")
_FORMULA_END = ("ه", "ها", "هم", "هما")
_COMMAS = ("،", ",")
_OF_IT = "به"
_SAID_IT = ("ته", "تها")  # a verb that no list has, behind ما
_LONGEST = 40


class SourcePhrase(NamedTuple):
    """A source phrase: its token range, the source it names, and from whom that source has it."""

    start: int
    end: int
    source: NounPhrase | None
    origin: NounPhrase | None


def find_source(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> SourcePhrase | None:
    """Return the source phrase that begins at token i, or None."""
    if passage.word(i) not in knowledge.source_starts:
        return None
    behind = passage.phrase(i, knowledge.words.sources, limit)
    if behind == i and _opens_told(passage, i, knowledge):
        behind = i + 2
    if behind == i and passage.word(i)[:1] == "و":
        behind = _behind_joined(passage, i, limit, knowledge)
    if behind == i or behind >= limit:
        return SourcePhrase(i, behind, None, None) if behind > i and _is_formula(passage, behind) else None
    if _is_formula(passage, behind):
        return SourcePhrase(i, behind, None, None)
    if passage.word(behind - 1) not in ("ما", "لما") and is_act_of(passage, behind, knowledge):  # وفق تصريحه
        return SourcePhrase(i, behind + 1, None, None)
    if passage.word(behind - 1) in knowledge.particles.bare_sources and not passage.word(behind).startswith("ل"):
        if passage.word(behind - 1) != "وفق":
            return None
    behind = _skip_told(passage, _skip_saying(passage, behind, limit, knowledge), knowledge)
    source = read_subject(passage, behind, min(limit, behind + _LONGEST), knowledge)
    if source is None or _is_rule(passage, source, knowledge):
        return None
    origin, end = _read_origin(passage, source.reach, limit, knowledge)
    return SourcePhrase(i, end, source, origin)


def _opens_told(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell "على ما أكد …"."""
    told = passage.word(i) == "علي" and passage.word(i + 1) == "ما"
    return told and any(form.shape == "perfect" for form in knowledge.forms.get(passage.word(i + 2), ()))


def find_sources(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Iterator[SourcePhrase]:
    """Yield the source phrases among tokens start to end."""
    i = start
    while i < end:
        source = find_source(passage, i, end, knowledge)
        if source:
            yield source
        i = max(source.end, i + 1) if source else i + 1


def is_known_source(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a noun phrase begins like people, media or documents: a name, an office, a word for sources."""
    words = knowledge.words
    first = phrase.start + (passage.word(phrase.start) in knowledge.particles.same)
    for i in range(first, min(first + 2, phrase.end)):
        head = passage.word(i)
        bare = head.removesuffix("ها").removesuffix("ه")
        forms = {head, head.removeprefix("ل"), "ال" + head.removeprefix("لل"), head.removeprefix("ال"), bare}
        if i in passage.names and passage.names[i].type != "place":
            return True
        if forms & (words.roles | words.unnamed_person | words.unnamed_group | words.documents | words.media_heads):
            return True
        if forms & words.media_names:
            return True
    return False


def is_document(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a source is a statement or report: it carries nobody's words, it is its issuer's."""
    head = passage.word(phrase.start)
    return bool({head, head.removeprefix("ل"), "ال" + head.removeprefix("لل")} & knowledge.words.documents)


def names_source(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell a source from a bare measure (حسب الجهات): a definite plural of things alone is none unless it is known."""
    alone = phrase.end - phrase.start == 1 and passage.word(phrase.start).startswith("ال")
    if alone and passage.word(phrase.start) in knowledge.particles.measures:
        return False
    if not alone or not passage.word(phrase.start).endswith("ات"):
        return True
    return is_known_source(passage, phrase, knowledge)


def _behind_joined(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """A و may be written onto the first word: ووفقا، وبحسب، وعلى حد."""
    for length in (4, 3, 2, 1):
        words = [token.folded for token in passage.tokens[i : min(limit, i + length)]]
        if " ".join([words[0][1:], *words[1:]]) in knowledge.words.sources:
            return i + len(words)
    return i


def _is_formula(passage: Passage, behind: int) -> bool:
    """The phrase holds a pronoun (على حد قوله): it names nobody anew."""
    last = passage.word(behind - 1)
    return last.endswith(_FORMULA_END) and last.startswith(_FORMULAS)


def _skip_saying(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> int:
    """Step over لما نقلت, ما قال or ما تناقلته: behind them stands the source."""
    if passage.word(i) in ("لما", "ما", "الي", "عن"):
        i += 1
    if passage.word(i - 1) in ("لما", "ما") and passage.word(i).endswith(_SAID_IT):
        return i + 1
    if passage.word(i) == "نص" and passage.word(i + 1) in knowledge.words.documents:
        i += 1
    forms = knowledge.forms.get(passage.word(i), ())
    if i < limit and any(form.shape in ("perfect", "imperfect") for form in forms):
        return i + 1
    return i + _is_telling_of(passage, i, knowledge)


def _is_telling_of(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what somebody said from who did: حسب تصريح المصدر, وفق رواية سكان; not حسب تصريحات صحفية."""
    telling = passage.word(i) in knowledge.words.talks or passage.word(i) in knowledge.particles.tellings
    return telling and (passage.word(i + 1).startswith("ال") or is_sure_head(passage, i + 1, knowledge))


def _skip_told(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Step over the medium that was told (ما أفاد به إذاعة …، مصدر أمني): a source stands behind it."""
    at = i + (passage.word(i) == _OF_IT)
    if passage.word(at - 1) != _OF_IT:
        return i
    first = at + (passage.word(at) in _COMMAS)
    medium = passage.names.get(first)
    tail = passage.phrase(first + 1, knowledge.words.media_tails, passage.size)
    end = medium.end if medium and medium.type == "organization" else tail
    if end == first + 1 and not medium:
        return i
    behind = end + (passage.word(end) in _COMMAS)
    known = knowledge.words.roles | knowledge.words.unnamed_person
    person = behind in passage.names and passage.names[behind].type == "person"
    return behind if person or passage.word(behind) in known else i


def _is_rule(passage: Passage, source: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    head = passage.word(source.start)
    if head in knowledge.words.verbal_nouns and head not in knowledge.words.institutions:  # حسب انتهاء الأشغال
        return True
    rules = knowledge.words.no_sources
    forms = {head, head.removeprefix("ل"), head.removeprefix("ال")}
    if head.startswith("لل"):
        forms |= {head[2:], "ال" + head[2:]}
    return bool(forms & rules) or any(f.removesuffix("ها").removesuffix("ه") in rules for f in forms)


def _read_origin(passage: Passage, i: int, limit: int, knowledge: ClaimKnowledge) -> tuple[NounPhrase | None, int]:
    if passage.word(i) == "نقلا":
        i += 1
    if passage.word(i) == "عن" and i + 1 < limit:
        origin = read_subject(passage, i + 1, min(limit, i + _LONGEST), knowledge)
        if origin:
            return origin, origin.reach
    return None, i
