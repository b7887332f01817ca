"""Makes the compact lists of names out of the public ones and of our own."""

import csv
import gzip
from collections import defaultdict
from pathlib import Path

from babel import Locale

from service.core.arabic.letters import fold

_OWN = Path(__file__).with_name("lists")  # one file a kind, one name a line
_COMMON_BITS = 9  # a "city" that is a frequent word and small is more likely a word of the language
Kinds = dict[str, set[str]]


def collect_kinds(folder: Path, bits: dict[str, int]) -> Kinds:
    """Return every listed name (folded, one or more words) with the lists that hold it."""
    kinds: Kinds = defaultdict(set)
    _add_countries(folder, kinds)
    _add_cities(folder, kinds, bits)
    _add_lexicon_names(folder, kinds)
    _add_name_tokens(folder, kinds)
    _add_own_lists(kinds, bits)
    return {name: found for name, found in kinds.items() if len(name) > 1}


def _add_countries(folder: Path, kinds: Kinds) -> None:
    with (folder / "countries_umpirsky_ar.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            kinds[_clean(row["value"])].add("country")
    for code in ("ar", "ar_EG", "ar_LY", "ar_SA", "ar_MA", "ar_IQ", "ar_TN"):
        for territory, name in Locale.parse(code).territories.items():
            kinds[_clean(name)].add("country" if territory.isalpha() else "region")


def _add_cities(folder: Path, kinds: Kinds, bits: dict[str, int]) -> None:
    with (folder / "places_dr5hn_ar.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name, people = _clean(row["arabic"]), int(float(row["population"] or 0))
            if row["kind"] == "country":
                kinds[name].add("country")
            elif people > 300_000 or row["kind"] == "adm1":
                kinds[name].add("city3")
            elif bits.get(name, 0) < _COMMON_BITS:
                kinds[name].add("city2" if people > 30_000 else "city1")


def _add_lexicon_names(folder: Path, kinds: Kinds) -> None:
    with (folder / "camel_propn.tsv").open(encoding="utf-8") as file:
        for _, name, kind, _, origin in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            kinds[name].add("propn")
            kinds[name].add({"PER": "given", "LOC/ORG": "site"}.get(kind, "propn"))
            kinds[name].add(origin)
    with (folder / "camel_nisba.tsv").open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            kinds[row[1]].add("nisba")


def _add_name_tokens(folder: Path, kinds: Kinds) -> None:
    counts: dict[str, int] = defaultdict(int)
    with (folder / "wikidata_person_translit_cc0.tsv").open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            counts[fold(row[1].replace(" ", ""))] += int(row[2])
    for name, count in counts.items():
        kinds[name].add("name3" if count > 15 else "name2" if count > 2 else "name1")


def _add_own_lists(kinds: Kinds, bits: dict[str, int]) -> None:
    """Names that are frequent words, or words before all, are of a kind of their own: "often-town"."""
    for path in sorted(_OWN.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            name = _clean(line)
            kinds[name].add("often-" * (bits.get(name, 0) >= _COMMON_BITS) + path.stem)


def _clean(name: str) -> str:
    return " ".join(fold(name.split("(")[0]).replace("-", " ").split())


def write_kinds(kinds: Kinds, path: Path) -> None:
    """Write one name and its lists a line, sorted, compressed without a clock."""
    lines = [f"{name}\t{' '.join(sorted(found))}\n" for name, found in sorted(kinds.items()) if name]
    path.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
