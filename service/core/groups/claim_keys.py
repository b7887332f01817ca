"""Numbers the keys of a claim, each once, by what they lead to and how far they reach."""

from collections.abc import Iterable
from typing import NamedTuple

from service.core.groups.candidates import ANY, NEAR, Key
from service.core.identity import make_number


class ClaimKeys(NamedTuple):
    """The numbers of a claim's keys: near ones reach NEAR days, far ones more; shared are far keys of both kinds.

    Those of likeness are near, far and shared; those of conflicts clash_near, clash_far and shared.
    """

    near: tuple[int, ...]
    far: tuple[int, ...]
    shared: tuple[int, ...]
    clash_near: tuple[int, ...]
    clash_far: tuple[int, ...]


def number_claim_keys(keys: Iterable[Key], clash_keys: Iterable[Key]) -> ClaimKeys:
    """Return the numbers of the keys for likeness and of those for conflicts, but for keys of one page alone."""
    like, clash = dict(keys), dict(clash_keys)
    return ClaimKeys(
        near=_number(text for text, reach in like.items() if reach == NEAR),
        far=_number(text for text, reach in like.items() if NEAR < reach < ANY and text not in clash),
        shared=_number(text for text in clash if text in like),
        clash_near=_number(text for text, reach in clash.items() if reach == NEAR),
        clash_far=_number(text for text, reach in clash.items() if reach > NEAR and text not in like),
    )


def _number(texts: Iterable[str]) -> tuple[int, ...]:
    return tuple(map(make_number, texts))
