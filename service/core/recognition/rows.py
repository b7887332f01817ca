"""Makes doubtful institutions sure that stand in a row with sure ones: "الجبهة … والتيار … وحركة …"."""

from collections.abc import Sequence

from service.core.recognition.names import Name

_SCORE = 0.6


def accept_in_rows(doubtful: Sequence[Name], sure: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """Return the doubtful names that و joins to an organisation, directly or by way of one another."""
    begins = {name.start for name in sure if name.type == "organization"}
    ends = {name.end for name in sure if name.type == "organization"}
    found = []
    for names in (doubtful, doubtful[::-1]):
        for name in names:
            before = name.start in ends and words[name.start].startswith("و")
            behind = name.end in begins and words[name.end].startswith("و")
            if before or behind:
                begins.add(name.start)
                ends.add(name.end)
                found.append(name._replace(score=_SCORE))
    return found
