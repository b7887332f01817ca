"""Reads countries from their names and from nationality adjectives."""

from collections.abc import Mapping

from service.core.arabic.clitics import readings
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import name_key, split_name

_LONGEST = 4  # words of a country's name
_ENDINGS = ("", "ه", "ون", "ين", "تين", "ان", "ات", "ا", "تان")


def country_of_nisba(word: str, nisbas: Mapping[str, str]) -> str | None:
    """Return the country of a nationality adjective in any gender, number and case, with article and clitics or not."""
    joined = "".join(split_name(word))
    for _, rest in readings(joined):
        bare = rest.removeprefix("ال")
        for ending in _ENDINGS:
            stem = bare.removesuffix(ending) if ending else bare
            if (ending == "" or stem != bare) and stem in nisbas:
                return nisbas[stem]
    return None


def country_in(words: tuple[str, ...], knowledge: LinkingKnowledge) -> str | None:
    """Return the country that a phrase of folded words names first, by adjective or by name; longer names win."""
    for start in range(len(words)):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            code = _country_at(words[start : start + length], knowledge)
            if code:
                return code
    return None


def _country_at(words: tuple[str, ...], knowledge: LinkingKnowledge) -> str | None:
    first = [rest for _, rest in readings(words[0])]
    tail = "".join(words[1:])
    for head in first:
        code = knowledge.countries.get(name_key(head) + name_key(tail))
        if code:
            return code
    if len(words) == 2:
        pair = " ".join(word.removeprefix("ال") for word in words)
        return knowledge.nisbas.get(pair)
    return country_of_nisba(words[0], knowledge.nisbas) if len(words) == 1 else None
