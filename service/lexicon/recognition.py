"""Loads what recognition knows: words by form and context, listed names, the tagger."""

from collections import defaultdict

from babel import Locale

from service.core.arabic.letters import fold
from service.core.entities.listed import same_spelling
from service.core.entities.recognition_knowledge import Listed, RecognitionKnowledge
from service.core.records import EntityType
from service.lexicon.tagger import load_tagger
from service.lexicon.yaml_files import folded_set, read_yaml

_PLAIN = ("strong", "weak", "national", "unnamed", "ordinary", "ranks", "classes", "titles", "never", "ambiguous")


def load_recognition_knowledge() -> RecognitionKnowledge:
    """Return the checked knowledge."""
    names = read_yaml("names.yaml")
    tagger = load_tagger()
    countries = read_yaml("countries.yaml")
    return RecognitionKnowledge(
        **{group: folded_set("names.yaml", names[group]) for group in _PLAIN},
        nationalities=frozenset(same_spelling(fold(word)) for entry in countries.values() for word in entry["nisba"]),
        listed=_load_listed(names["places"], [name for entry in countries.values() for name in entry["names"]]),
        words=tagger.lists,
        tagger=tagger,
    )


def _load_listed(places: list[str], countries: list[str]) -> Listed:
    listed: dict[str, dict[tuple[str, ...], EntityType]] = defaultdict(dict)
    institutions = read_yaml("institutions.yaml")
    territories = [name for code, name in Locale("ar").territories.items() if len(code) == 2]
    for name in [*territories, *countries, *places]:
        _put(listed, name, "place")
    for row in institutions["others"] + institutions["media"]:
        for name in row:
            _put(listed, name, "organization")
    return {first: tuple(sorted(forms.items(), key=lambda f: -len(f[0]))) for first, forms in listed.items()}


def _put(listed: dict[str, dict[tuple[str, ...], EntityType]], name: str, kind: EntityType) -> None:
    first, *rest = (same_spelling(word) for word in fold(name).replace("-", " ").split())
    listed[first].setdefault(tuple(rest), kind)
