"""What a single word is a sign of, worked out once a word: the rules then look only where a name may begin."""

from collections.abc import Sequence
from typing import NamedTuple

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import same_spelling
from service.core.recognition.words import Stem, find_name_stem, find_stem, listed_stems, readings_of

LISTED, INSTITUTION, GENERIC, TALK, OFFICE, CITY, SITE, LOCALITY, DUAL = (1 << k for k in range(9))
_REMEMBERED = 1 << 16  # words whose signs are kept
_SHORT = 4  # letters
_NO_SITES = frozenset({"شبه", "سجن", "قاعده", "جمهوريه", "مملكه", "سلطنه"})  # "شبه كامل"; سجن is as often a verb
_NO_CITY = frozenset(
    ("given", "nisba", "office", "title", "function", "saying", "time", "institution", "medium", "kin", "place")
)
_NO_SETTLEMENT = frozenset({"function", "saying", "time", "institution", "office"})


class WordSigns(NamedTuple):
    """A word without its clitics, the forms under which a page may have named it before, and what it may begin."""

    stem: Stem
    forms: tuple[str, ...]
    flags: int


def read_signs(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[WordSigns]:
    """Return the signs of every folded word."""
    known: dict[str, WordSigns] = knowledge.remembered
    found = []
    for word in words:
        signs = known.get(word)
        if signs is None:
            signs = _work_out(word, knowledge)
            if len(known) < _REMEMBERED:
                known[word] = signs
        found.append(signs)
    return found


def places_of(flags: Sequence[int], sign: int) -> list[int]:
    """Return where a sign stands in a sentence."""
    return [i for i, flag in enumerate(flags) if flag & sign]


def _work_out(word: str, knowledge: RecognitionKnowledge) -> WordSigns:
    stem = find_stem(word, knowledge.words)
    readings = readings_of(word)
    flags = LISTED * any(same_spelling(reading) in knowledge.listed for _, reading in listed_stems(word))
    flags |= INSTITUTION * any(_heads(reading.removeprefix("ال"), knowledge) for reading in readings)
    flags |= GENERIC * (word.isalpha() and any(_generic(reading, knowledge) for reading in readings))
    flags |= SITE * any(reading in knowledge.sites and reading not in _NO_SITES for reading in readings)
    flags |= LOCALITY * any(_of_locality(reading, knowledge) for reading in readings)
    flags |= DUAL * (not knowledge.duals.isdisjoint(readings))
    flags |= TALK * (word in knowledge.talks)
    flags |= OFFICE * ("office" in list_kinds(stem.rest, knowledge.words))
    flags |= CITY * _may_be_city(find_name_stem(word, knowledge.words).rest, knowledge)
    return WordSigns(stem, tuple(dict.fromkeys((stem.rest, *readings_of(stem.clitics + stem.rest)))), flags)


def _heads(core: str, knowledge: RecognitionKnowledge) -> bool:
    heads = (knowledge.strong, knowledge.weak, knowledge.national, knowledge.seated,
             knowledge.purposed, knowledge.numbered)  # fmt: skip
    return any(core in listed for listed in heads)


def _of_locality(reading: str, knowledge: RecognitionKnowledge) -> bool:
    return reading in knowledge.towns or reading in knowledge.regions or reading in knowledge.quarters


def _generic(reading: str, knowledge: RecognitionKnowledge) -> bool:
    return reading in knowledge.classes or reading in knowledge.media or reading in knowledge.quoted


def _may_be_city(stem: str, knowledge: RecognitionKnowledge) -> bool:
    kinds = knowledge.words.kinds.get(stem, ())
    if stem in knowledge.settlements:
        return _NO_SETTLEMENT.isdisjoint(kinds)
    listed = "city3" in kinds and len(stem) >= _SHORT and _NO_CITY.isdisjoint(kinds)
    return listed and stem.removeprefix("ال") not in knowledge.common
