"""Gives names their full extent: first names and new surnames, a kunya's second half, the head of a site."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import LINKS, Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.surnames import is_new_surname
from service.core.recognition.words import UNSEEN, bare, find_stem, readings_of

_COMMON_BITS = 11
_ISLANDS = frozenset({"جزر", "جزيره"})
_YEAR = "العام"
_KUNYA = frozenset({"ابو", "ابي", "ابا", "ام"})


def widen_name(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """Return a name with the words around it that belong to it."""
    if name.type == "person":
        return _read_eponym(name, words, knowledge) or _widen_person(name, words, knowledge)
    if name.type == "place":
        return _widen_site(name, words, knowledge)
    return _read_eponym(name, words, knowledge) or name if name.rule == "tagger" else name


def _widen_site(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    """مطار and شبه جزيرة belong to the place behind them, جزر only to one that is no country without ("جزر القمر")."""
    start = name.start
    heads = knowledge.sites - _ISLANDS if name.rule == "listed" else knowledge.sites
    while start and not heads.isdisjoint(readings_of(words[start - 1])):
        start -= 1
    if start == name.start:
        return name
    ranked = name.end < len(words) and words[name.end] != _YEAR and bare(words[name.end]) in knowledge.ranks
    return name._replace(start=start, end=name.end + ranked, rule="site")


def _read_eponym(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name | None:
    """Return the place or institution called after a person: "مطار …", "شارع الملك …", "مستشفى …"."""
    start = name.start
    while start and words[start - 1] in knowledge.honours:
        start -= 1
    if not start or find_stem(words[start], knowledge.words).clitics:
        return None
    heads = readings_of(words[start - 1])
    if not knowledge.eponymous.isdisjoint(heads):
        return name._replace(start=start - 1, type="place", rule="site")
    called = not knowledge.houses.isdisjoint(heads)
    return name._replace(start=start - 1, type="organization", rule="institution") if called else None


def _widen_person(name: Name, words: Sequence[str], knowledge: RecognitionKnowledge) -> Name:
    start, end = name.start, name.end
    while start and _given(words[start - 1], knowledge) and not find_stem(words[start], knowledge.words).clitics:
        start -= 1
    if words[end - 1] in LINKS and end < len(words) and words[end].isalpha() and words[end] not in knowledge.never:
        end += 1
    if end - start == 2 and words[start] in _KUNYA and end < len(words) and _byname(words[end], knowledge):
        end += 1
    if end < len(words) and words[end - 1] not in _KUNYA and _given(words[end - 1], knowledge):
        end += is_new_surname(words[end], knowledge)
    return name._replace(start=start, end=end)


def _given(word: str, knowledge: RecognitionKnowledge) -> bool:
    stem = find_stem(word, knowledge.words).rest
    use, kinds = knowledge.words.uses.get(stem, UNSEEN), knowledge.words.kinds.get(stem, ())
    return "given" in kinds and use.bits <= _COMMON_BITS and not stem.startswith("ال") and word not in knowledge.never


def _byname(word: str, knowledge: RecognitionKnowledge) -> bool:
    kinds = knowledge.words.kinds.get(bare(word), ())
    return bare(word) != word and not is_nationality(word, knowledge) and not {"time", "function"} & set(kinds)
