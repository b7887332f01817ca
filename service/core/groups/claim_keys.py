"""Numbers the keys of a claim, each once, by what they lead to and how far they reach."""

from collections.abc import Iterable
from typing import NamedTuple

from service.core.groups.candidates import ANY, NEAR, Key
from service.core.identity import make_number


class ClaimKeys(NamedTuple):
    """The numbers of a claim's keys: near ones reach NEAR days, far ones more; shared are far keys of both kinds.

    Those of likeness are near, far and shared; those of conflicts clash_near, clash_far and shared.
    """

    near: list[int]
    far: list[int]
    shared: list[int]
    clash_near: list[int]
    clash_far: list[int]


def number_claim_keys(keys: Iterable[Key], clash_keys: Iterable[Key]) -> ClaimKeys:
    """Return the numbers of the keys for likeness and of those for conflicts, but for keys of one page alone."""
    like, clash = dict(keys), dict(clash_keys)
    parts = ClaimKeys([], [], [], [], [])
    for text, reach in like.items():
        if reach != ANY:
            part = parts.near if reach == NEAR else parts.shared if text in clash else parts.far
            part.append(make_number(text))
    for text, reach in clash.items():
        if text not in like:
            (parts.clash_near if reach == NEAR else parts.clash_far).append(make_number(text))
    return parts
