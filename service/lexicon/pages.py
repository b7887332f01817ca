"""Loads what page reading knows: phrases, sources and outlets from YAML, cities and countries from locale data."""

from dataclasses import fields
from functools import cache
from typing import Any

from babel import Locale

from service.core.arabic.letters import fold
from service.core.errors import LexiconError
from service.core.pages.knowledge import PageKnowledge, Phrases
from service.lexicon.calendars import load_date_words
from service.lexicon.cities import read_cities
from service.lexicon.yaml_files import folded_set, lexicon_folder, read_yaml

_FILE = "pages_furniture.yaml"
_LABEL_ROLES = {
    "exact": "furniture",
    "home": "furniture",
    "wire_marks": "wire-mark",
    "related": "related-label",
    "ending": "ending-label",
    "staff": "staff",
    "caption_labels": "caption-label",
    "credit_labels": "credit",
    "published_labels": "date-label",
    "updated_labels": "date-label",
}
_NAMES = (
    "agencies",
    "picture_sources",
    "media_words",
    "media_ends",
    "masthead_words",
    "masthead_ends",
    "masthead_owners",
    "masthead_voices",
    "masthead_days",
    "everybody",
    "site_ends",
    "other_sites",
    "section_heads",
    "section_ends",
    "beside_outlets",
    "ends_beside",
    "signing",
    "signing_alone",
    "signing_persons",
    "professions",
    "offices",
    "unsigned",
    "owners",
)
_IN_ORDER = (
    "starts",
    "holds",
    "calls",
    "box_openings",
    "box_invitations",
    "box_endings",
    "caption_starts",
    "occasions",
    "title_before",
    "title_after",
)


@cache
def load_page_knowledge() -> PageKnowledge:
    """Return the checked knowledge."""
    sources = read_yaml("pages_sources.yaml")
    outlets, domains = load_outlets()
    return PageKnowledge(
        phrases=_phrases(read_yaml(_FILE)),
        dates=load_date_words(),
        outlets=outlets,
        domains=domains,
        places=_places(),
        given_names=_given_names() | frozenset(map(_fold, sources["given_names"])),
        brand=None,
        share_labels=tuple(map(_fold, sources["share_labels"])),
        **{name: frozenset(map(_fold, sources[name])) for name in _NAMES},
    )


def _phrases(content: dict[str, list[str]]) -> Phrases:
    folded = {name: folded_set(f"{_FILE}: {name}", entries) for name, entries in content.items()}
    values: dict[str, Any] = {"labels": _labels(folded)}
    for name in (field.name for field in fields(Phrases) if field.name != "labels"):
        values[name] = tuple(sorted(folded[name])) if name in _IN_ORDER else folded[name]
    return Phrases(**values)


def _labels(folded: dict[str, frozenset[str]]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for name, role in _LABEL_ROLES.items():
        for phrase in folded[name]:
            if labels.setdefault(phrase, role) != role:
                raise LexiconError(f"{_FILE}: {phrase!r} is both {labels[phrase]} and {role}")
    return labels


def load_outlets() -> tuple[dict[str, str], dict[str, str]]:
    """Return the outlets' Arabic names by folded name and by domain; two outlets may not share either."""
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for file in sorted(lexicon_folder().joinpath("outlets").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            for name, entry in read_yaml(f"outlets/{file.name}").items():
                for alias in [name, *entry.get("aliases", [])]:
                    _add(names, _fold(alias), name)
                for domain in entry.get("domains", []):
                    _add(domains, domain, name)
    return names, domains


def _add(found: dict[str, str], key: str, name: str) -> None:
    if found.setdefault(key, name) != name:
        raise LexiconError(f"outlets: {key!r} is both {found[key]!r} and {name!r}")


def _given_names() -> frozenset[str]:
    lines = lexicon_folder().joinpath("native_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_fold(line) for line in lines if len(line) > 2 and not line.startswith("#"))


def _places() -> frozenset[str]:
    locale = Locale.parse("ar")
    cities = (str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone)
    countries = (str(name) for code, name in locale.territories.items() if len(code) == 2)
    more = read_yaml("pages_places.yaml")["places"]
    return frozenset(_fold(place) for place in [*cities, *countries, *read_cities(), *more])


def _fold(name: str) -> str:
    return " ".join(fold(name).split())
