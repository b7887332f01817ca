"""Finds institutions again without the generic word before their names: "حزب آفاق …" is "آفاق …" further on."""

from collections.abc import Iterator, Sequence

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
    lengths = sorted({len(key) for key in short}, reverse=True)  # the longest of one beginning is found
    found = [_find(signs, names, short, lengths, alone) for signs, names in rows]
    return [
        [_strip(name, signs, alone, knowledge) for name in names] for (signs, _), names in zip(rows, found, strict=True)
    ]


def _drop_class(name: Name, signs: Sequence[WordSigns], knowledge: RecognitionKnowledge) -> tuple[str, ...]:
    """Return the folded words behind the generic word of an institution's name, nothing without one."""
    first, *others = signs[name.start : name.end]
    if name.type != "organization" or len(others) < _FEWEST or not _is_class(first, knowledge):
        return ()
    if "given" in knowledge.words.kinds.get(others[0].stem.rest, ()) and not knowledge.houses.isdisjoint(first.forms):
        return ()  # the rest names whom it is called after
    return tuple(_written(sign) for sign in others)


def _is_class(sign: WordSigns, knowledge: RecognitionKnowledge) -> bool:
    return any(form in knowledge.classes for form in sign.forms)


def _written(sign: WordSigns) -> str:
    return sign.stem.clitics + sign.stem.rest


def _find(
    signs: Sequence[WordSigns],
    names: list[Name],
    short: set[tuple[str, ...]],
    lengths: Sequence[int],
    alone: set[tuple[str, ...]],
) -> list[Name]:
    """Return the names with the short ones, which replace what is inside them; those found are added to `alone`."""
    written = [_written(sign) for sign in signs]
    owners = {i: name for name in names for i in range(name.start, name.end)}
    found: list[Name] = []
    for start in range(len(written)):
        for key in _keys_at(written, start, lengths):
            end = start + len(key)
            free = key in short and (not found or found[-1].end <= start)
            touched = (owners[i] for i in range(start, end) if i in owners)
            if free and all(start <= name.start and name.end <= end for name in touched):
                alone.add(key)
                found.append(Name(start, end, "organization", "again-in-page", _SCORE))
    replaced = {owners[i] for name in found for i in range(name.start, name.end) if i in owners}
    return sorted([*(name for name in names if name not in replaced), *found])


def _keys_at(written: Sequence[str], start: int, lengths: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield what a short name that begins at a word may be, with the word's clitics and without."""
    for length in lengths:
        for reading in readings_of(written[start]):
            yield (reading, *written[start + 1 : start + length])


def _strip(
    name: Name, signs: Sequence[WordSigns], alone: set[tuple[str, ...]], knowledge: RecognitionKnowledge
) -> Name:
    short = _drop_class(name, signs, knowledge)
    return name._replace(start=name.start + 1) if short in alone and not short[0].startswith("ال") else name
