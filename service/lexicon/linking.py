"""Loads what linking knows: countries (CLDR and YAML), institutions, offices, native names."""

from collections.abc import Iterator

from babel import Locale

from service.core.arabic.letters import fold
from service.core.errors import LexiconError
from service.core.linking.knowledge import LinkingKnowledge, RoleWords
from service.core.linking.spelling import name_key, split_name
from service.lexicon.yaml_files import folded_set, lexicon_folder, read_yaml

_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


def load_linking_knowledge() -> LinkingKnowledge:
    """Return the checked knowledge."""
    countries, nisbas = _load_countries()
    institutions = read_yaml("institutions.yaml")
    words = read_yaml("linking.yaml")
    doubtful = {name_key(name): code for name, code in words["doubtful"].items()}
    return LinkingKnowledge(
        countries={key: code for key, code in countries.items() if key not in doubtful},
        nisbas=nisbas,
        institutions=dict(_institution_names(institutions["others"] + institutions["media"])),
        media=frozenset(key for _, key in _institution_names(institutions["media"])),
        classes=folded_set("linking.yaml", words["classes"] + words["page_classes"]),
        page_classes=folded_set("linking.yaml", words["page_classes"]),
        heads=folded_set("names.yaml", read_yaml("names.yaml")["strong"]),
        families={fold(word): fold(family[0]) for family in words["families"] for word in family},
        bynames=folded_set("linking.yaml", words["bynames"]),
        byname_links=folded_set("linking.yaml", words["byname_links"]),
        doubtful=doubtful,
        native=_load_native_names(),
        roles=_load_roles(),
    )


def _load_countries() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    nisbas: dict[str, str] = {}
    for code, name in Locale("ar").territories.items():
        if len(code) == 2 and code not in _NOT_COUNTRIES:
            names[name_key(name)] = code
    for code, entry in read_yaml("countries.yaml").items():
        for name in entry["names"]:
            _put(names, name_key(name), code)
        for adjective in entry["nisba"]:
            _put(nisbas, " ".join(split_name(adjective)), code)
    return names, nisbas


def _put(table: dict[str, str], key: str, value: str) -> None:
    if table.setdefault(key, value) != value:
        raise LexiconError(f"{key!r} is said of {table[key]} and of {value}")


def _institution_names(rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    seen: dict[str, str] = {}
    for row in rows:
        for name in row:
            _put(seen, name_key(name), name_key(row[0]))
    yield from seen.items()


def _load_native_names() -> frozenset[str]:
    text = lexicon_folder().joinpath("native_names.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _load_roles() -> RoleWords:
    words = read_yaml("roles.yaml")
    return RoleWords(
        heads=folded_set("roles.yaml", words["heads"]),
        same={fold(left): fold(right) for left, right in words["same"].items()},
        honorifics={fold(word): folded_set("roles.yaml", heads) for word, heads in words["honorifics"].items()},
        qualifiers=folded_set("roles.yaml", words["qualifiers"]),
        stops=folded_set("roles.yaml", words["stops"]),
        reaching={fold(word): folded_set("roles.yaml", heads) for word, heads in words["reaching"].items()},
        saying=folded_set("roles.yaml", words["saying"]),
        titles=folded_set("roles.yaml", words["titles"]),
        dynastic=folded_set("roles.yaml", words["dynastic"]),
    )
