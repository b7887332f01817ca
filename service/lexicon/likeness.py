"""Loads what comparing claims knows: the rarity of stems from a table, the rest from YAML."""

import gzip
import math

from service.core.arabic.letters import fold
from service.core.arabic.stems import light_stem
from service.core.errors import LexiconError
from service.core.groups.knowledge import LikenessKnowledge
from service.lexicon.calendars import load_date_words
from service.lexicon.yaml_files import folded_set, lexicon_folder, read_yaml

_TABLE = "stems.tsv.gz"
_FILE = "likeness.yaml"
_ARTICLES = 16428  # that the table was counted on
_FEWEST = 20  # articles; rarer stems are left out of the table and weigh what such a stem weighs


def load_likeness_knowledge(people: frozenset[str]) -> LikenessKnowledge:
    """Return the checked knowledge; people are the folded nouns that count people (figures.yaml)."""
    entries = read_yaml(_FILE)
    variants = {light_stem(fold(word)): light_stem(fold(other)) for word, other in entries["variants"].items()}
    calendar = load_date_words()
    sets = {name: folded_set(f"{_FILE}, {name}", words) for name, words in entries.items() if isinstance(words, list)}
    return LikenessKnowledge(
        weights=_read_weights(),
        rarest=_weight(_FEWEST),
        variants=variants,
        people=people,
        fates=_read_fates(entries["fates"]),
        durations={fold(word): hours for hours, words in entries["durations"].items() for word in words},
        calendar=calendar,
        month_openings=frozenset(name.split()[0] for name in calendar.months),
        **sets,
    )


def _read_fates(entries: dict[str, list[str]]) -> dict[str, str]:
    folded_set(f"{_FILE}, fates", [word for words in entries.values() for word in words])
    return {fold(word): fate for fate, words in entries.items() for word in words}


def _read_weights() -> dict[str, int]:
    lines = gzip.decompress(lexicon_folder().joinpath(_TABLE).read_bytes()).decode("utf-8").splitlines()
    weights: dict[str, int] = {}
    for line in lines[1:]:
        stem, _, count = line.partition("\t")
        if stem in weights:
            raise LexiconError(f"{_TABLE}: {stem!r} stands twice")
        weights[stem] = _weight(int(count))
    return weights


def _weight(count: int) -> int:
    return round(10 * math.log(_ARTICLES / count))
