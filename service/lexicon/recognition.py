"""Loads what recognition knows: words by form and context, listed names, the tagger."""

from collections import defaultdict
from typing import Any

from babel import Locale

from service.core.arabic.letters import fold
from service.core.recognition.knowledge import Listed, RecognitionKnowledge
from service.core.recognition.nations import same_spelling
from service.core.records import EntityType
from service.lexicon.cities import read_cities, read_towns
from service.lexicon.tagger import choose_tagger, load_tagger
from service.lexicon.yaml_files import folded_set, read_yaml

_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})  # CLDR codes of unions and of nothing
_OWN = ("institutions", "with_nation", "corps", "companies", "clubs")
_PLAIN = (
    "strong", "weak", "national", "unnamed", "bland", "paired", "crowds", "plain", "quoted", "nouns", "aimed", "called",
    "seated", "regional", "house_kinds", "site_kinds", "fielded", "fields", "branches", "commands", "forces",
    "districts", "apart", "apart_if_listed", "missions", "kinds", "purposed", "united", "actions", "trades", "ordinals",
    "numbered",
    "parties", "near", "fields_alone", "codes", "members", "sides", "duals", "unplaced", "ordinary", "ranks", "classes",
    "titles", "honours", "owned", "storms", "field_pairs", "makers", "never", "ambiguous", "media", "tails", "groups",
    "talks", "papers", "common", "sites", "works", "eponymous", "houses", "towns", "regions", "quarters",
    "plural_regions", "toponyms",
)  # fmt: skip


def load_recognition_knowledge(tagger_setting: str = "crf") -> RecognitionKnowledge:
    """Return the checked knowledge, with the tagger that the setting names."""
    names = read_yaml("names.yaml")
    tagger = load_tagger()
    countries = read_yaml("countries.yaml")
    plain: dict[str, Any] = {group: folded_set("names.yaml", names[group]) for group in _PLAIN}
    return RecognitionKnowledge(
        **plain,
        nationalities=folded_set("names.yaml", names["peoples"])
        | frozenset(same_spelling(fold(word)) for entry in countries.values() for word in entry["nisba"]),
        with_nation=frozenset(map(_spell, names["with_nation"])),
        corps=frozenset(map(_spell, names["corps"])),
        homographs={
            fold(name): folded_set("names.yaml", field) for name, field in read_yaml("names.yaml")["homographs"].items()
        },
        unsure=frozenset(name[0] for name in map(_spell, [*read_cities(), *names["people"]]) if len(name) == 1),
        settlements=folded_set("cities.yaml", read_towns()),
        listed=_load_listed(names, [name for entry in countries.values() for name in entry["names"]]),
        words=tagger.lists,
        tagger=choose_tagger(tagger_setting, tagger),
    )


def _load_listed(names: dict[str, list[str]], countries: list[str]) -> Listed:
    listed: dict[str, dict[tuple[str, ...], EntityType]] = defaultdict(dict)
    institutions = read_yaml("institutions.yaml")
    left_out = {group: folded_set("names.yaml", names[group]) for group in ("classes", "ordinary")}
    territories = [
        name for code, name in Locale("ar").territories.items() if len(code) == 2 and code not in _NO_COUNTRIES
    ]
    for name in [*territories, *countries, *names["places"], *read_cities()]:
        _put(listed, _spell(name), "place")
    for name in names["people"]:
        _put(listed, _spell(name), "person")
    for row in [*institutions["others"], *institutions["media"], *([name] for group in _OWN for name in names[group])]:
        spelt = [_spell(name) for name in row]
        for name in spelt:
            if not _does_without(name, spelt, left_out):
                _put(listed, name, "organization")
    return {first: tuple(sorted(forms.items(), key=lambda f: -len(f[0]))) for first, forms in listed.items()}


def _spell(name: str) -> tuple[str, ...]:
    return tuple(same_spelling(word) for word in fold(name).replace("-", " ").split())


def _does_without(name: tuple[str, ...], row: list[tuple[str, ...]], names: dict[str, frozenset[str]]) -> bool:
    """Tell "وكالة رويترز" where "رويترز" stands in the same row, and names with an outsider's adjective."""
    rest = name[1:-1] if name[-1] == "للانباء" else name[1:]
    if len(name) > 1 and name[-1].removeprefix("ال") in names["ordinary"] and name[:-1] in row:
        return True
    return name[0] in names["classes"] and rest in row and (len(rest) == 1 or not rest[0].startswith("ال"))


def _put(listed: dict[str, dict[tuple[str, ...], EntityType]], name: tuple[str, ...], kind: EntityType) -> None:
    listed[name[0]].setdefault(name[1:], kind)
