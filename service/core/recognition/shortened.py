"""Finds institutions again without the generic word before their names: "حزب آفاق …" is "آفاق …" further on."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.signs import WordSigns
from service.core.recognition.words import readings_of

_SCORE = 0.6
_FEWEST = 2  # words that a name must have without its generic word
Row = tuple[Sequence[WordSigns], list[Name]]


def shorten_institutions(rows: Sequence[Row], knowledge: RecognitionKnowledge) -> list[list[Name]]:
    """Return the names of every sentence; a name seen without its generic word is without it everywhere.

    Not so where it begins with the article: "تنظيم الدولة …" is the usual name, "الدولة …" the short one.
    """
    short = {key for signs, names in rows for name in names if (key := _drop_class(name, signs, knowledge))}
    if not short:
        return [names for _, names in rows]
    alone: set[tuple[str, ...]] = set()
    found = [_find(signs, names, short, alone) for signs, names in rows]
    return [
        [_strip(name, signs, alone, knowledge) for name in names] for (signs, _), names in zip(rows, found, strict=True)
    ]


def _drop_class(name: Name, signs: Sequence[WordSigns], knowledge: RecognitionKnowledge) -> tuple[str, ...]:
    """Return the folded words behind the generic word of an institution's name, nothing without one."""
    first, *others = signs[name.start : name.end]
    if name.type != "organization" or len(others) < _FEWEST or not _is_class(first, knowledge):
        return ()
    return tuple(_written(sign) for sign in others)


def _is_class(sign: WordSigns, knowledge: RecognitionKnowledge) -> bool:
    return any(form in knowledge.classes for form in sign.forms)


def _written(sign: WordSigns) -> str:
    return sign.stem.clitics + sign.stem.rest


def _find(
    signs: Sequence[WordSigns], names: list[Name], short: set[tuple[str, ...]], alone: set[tuple[str, ...]]
) -> list[Name]:
    """Return the names with the short ones, which replace what is inside them; those found are added to `alone`."""
    for key in short:
        for start in range(len(signs) - len(key) + 1):
            end = start + len(key)
            touched = [name for name in names if name.start < end and start < name.end]
            inside = all(start <= name.start and name.end <= end for name in touched)
            if inside and _matches(signs[start:end], key):
                alone.add(key)
                kept = [name for name in names if name not in touched]
                names = sorted([*kept, Name(start, end, "organization", "again-in-page", _SCORE)])
    return names


def _matches(signs: Sequence[WordSigns], key: tuple[str, ...]) -> bool:
    first, *others = signs
    return key[0] in readings_of(_written(first)) and tuple(map(_written, others)) == key[1:]


def _strip(
    name: Name, signs: Sequence[WordSigns], alone: set[tuple[str, ...]], knowledge: RecognitionKnowledge
) -> Name:
    short = _drop_class(name, signs, knowledge)
    return name._replace(start=name.start + 1) if short in alone and not short[0].startswith("ال") else name
