"""Reads the particles written onto Arabic words: و ف before, then ب ك ل س, then the article ال."""

from service.core.arabic.remembering import remember

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بكل"
_SHORTEST = 2  # letters that must remain of a word


@remember(1 << 15)
def readings(folded: str) -> tuple[tuple[str, str], ...]:
    """Return every (proclitics, rest) of a folded word, the bare word first; للعراق gives ("ل", "العراق")."""
    found = [("", folded)]
    for mark, rest in [("", folded), *_conjunction(folded)]:
        if mark:
            found.append((mark, rest))
        if rest.startswith("لل") and len(rest) - 2 >= _SHORTEST:
            found.append((mark + "ل", "ال" + rest[2:]))
            found.append((mark + "ل", rest[1:]))
        elif rest[:1] in _PREPOSITIONS and len(rest) - 1 >= _SHORTEST:
            found.append((mark + rest[0], rest[1:]))
        if rest.startswith("س") and rest[1:2] in "ينتا" and len(rest) - 1 > _SHORTEST:
            found.append((mark + "س", rest[1:]))
    return tuple(dict.fromkeys(found))


def _conjunction(folded: str) -> list[tuple[str, str]]:
    if folded[:1] in _CONJUNCTIONS and len(folded) - 1 >= _SHORTEST:
        return [(folded[0], folded[1:])]
    return []


def without_article(folded: str) -> str:
    """Return a folded word without ال or لل in front."""
    return folded.removeprefix("لل").removeprefix("ال")


@remember(1 << 15)
def strip_attached(folded: str) -> str:
    """Return a folded word without و ف ب ك ل ال in front, as the search index keeps it (three letters stay).

    Whether a ب ك ل belongs to the word its letters do not tell: four must remain, and لبنان is kept as بنان everywhere.
    """
    rest = folded
    if rest[:1] in _CONJUNCTIONS and len(rest) > 3:
        rest = rest[1:]
    if rest.startswith("لل") and len(rest) > 4:
        return rest[2:]
    if rest[:1] in _PREPOSITIONS and rest[1:3] == "ال" and len(rest) > 5:
        return rest[3:]
    if rest.startswith("ال") and len(rest) > 4:
        return rest[2:]
    if rest[:1] in _PREPOSITIONS and len(rest) > 4:
        return rest[1:]
    return rest
