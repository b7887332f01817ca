"""Loads the capitals, great cities and towns that the press names."""

from service.lexicon.yaml_files import read_yaml

_ALONE = ("capitals", "cities")


def read_cities() -> list[str]:
    """Return the written names that mean a place wherever they stand: of great cities, or of several words."""
    groups = read_yaml("cities.yaml")
    return [name for group, names in groups.items() for name in names if group in _ALONE or " " in name]


def read_towns() -> list[str]:
    """Return the written names of one word that mean a place where the words before them say so."""
    groups = read_yaml("cities.yaml")
    return [name for group, names in groups.items() for name in names if group not in _ALONE and " " not in name]
