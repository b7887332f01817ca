"""Names the keys that two claims must share to be compared at all; they come from the claim alone.

Each key reaches a number of days, so that what a claim is compared with does not grow with the years of a corpus.
A claim without a day could be of any: only keys of three things at least, which hardly come together twice, lead to it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from service.core.claims.faces import skeleton
from service.core.claims.measures import tells
from service.core.corpus import ClaimFace

MOST_PER_PAGE = 300  # claims that are compared; a page with more repeats itself, at the cost of its square
NEAR = 5  # days within which likeness asks for less
FAR = 183  # days; who says the same half a year later is a new story
UNDATED = 0  # the day of a claim that has none, before the first day of the calendar
_RAREST = 5  # stems of a claim whose pairs are keys
_FAR_RAREST = 5  # whose triples are
_FAR_WITH_SPEAKER = 4
_WITH_SPEAKER = 6  # stems of a claim that are keys together with its speaker
_WITH_FIGURE = 3
_PAIR_WEIGHT = 55  # a pair that is more common names a topic, not a statement
_TRIPLE_WEIGHT = 110


class Keys(NamedTuple):
    """Keys that lead to claims at most NEAR days away, to those at most FAR away or undated, to those of one page."""

    near: tuple[str, ...]
    far: tuple[str, ...]
    page: tuple[str, ...]


class Probe(NamedTuple):
    """A key, and the days between which claims that have it are looked for."""

    key: str
    first: int
    last: int


def make_keys(face: ClaimFace) -> Keys:
    """Return the keys of a claim by their reach."""
    if face.position >= MOST_PER_PAGE:
        return Keys((), (), ())
    rare = rarest_stems(face)
    dated = day_of(face) != UNDATED
    near = tuple(dict.fromkeys(_near_keys(face, rare))) or tuple(f"1:{stem}" for stem in rare[:1])
    page = tuple(f"a:{face.article_id} {stem}" for stem in rare[:_WITH_SPEAKER])
    return Keys(near if dated else (), tuple(dict.fromkeys(_far_keys(face, rare))), page)


def candidate_keys(face: ClaimFace) -> tuple[str, ...]:
    """Return all keys of a claim."""
    near, far, page = make_keys(face)
    return (*near, *far, *page)


def day_of(face: ClaimFace) -> int:
    """Return the day that likeness compares, as a number, or UNDATED."""
    day = face.said_on or face.published_on
    return day.toordinal() if day else UNDATED


def make_probes(keys: Iterable[str], day: int, reach: int) -> Iterator[Probe]:
    """Yield where claims are looked for that share keys of a reach with a claim of this day."""
    for key in keys:
        if day == UNDATED:
            yield Probe(key, UNDATED, LAST_DAY)
            continue
        yield Probe(key, day - reach, day + reach)
        if reach > NEAR:
            yield Probe(key, UNDATED, UNDATED)
