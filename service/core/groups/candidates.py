"""Names the keys that two claims must share to be compared at all; they come from the claim alone.

A key reaches a number of days, so that what a claim is compared with does not grow with the years of a corpus. A claim
without a day could be of any: only keys that hardly belong to two statements lead to it, and only while few claims have
them, for what years fill with claims names a topic. All claims that have the key count, whichever came first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import combinations
from typing import NamedTuple

from service.core.corpus import ClaimFace
from service.core.groups.faces import skeleton
from service.core.groups.measures import FEW, tells
from service.core.identity import make_number

MOST_PER_PAGE = 300  # claims that are compared; a page with more repeats itself, at the cost of its square
NEAR = 5  # days within which likeness asks for less
FAR = 92  # days; who says the same a quarter later makes news anew
ANY = date.max.toordinal()
CROWD = 60  # claims with one key; what more have leads to no claim without a day
UNDATED = 0  # the day of a claim that has none, before the first day of the calendar
_RAREST = 5  # stems of a claim whose pairs and triples are keys
_WITH_SPEAKER = 6  # stems of a claim that are keys together with its speaker
_PAIRS_WITH_SPEAKER = 4
_ON_PAGE = 10  # stems of a claim that are keys on its page: a headline has the common ones
_WITH_FIGURE = 3  # stems, and figures
_OF_SCENE = 4  # telling words of a story that are keys together with a figure
_PAIR_WEIGHT = 55  # a pair that is more common names a topic, not a statement
# What leads further than NEAR days. On 5,000 pages stripped of their days such keys find nine in ten of the likenesses
# that all keys find, with a sixth of the comparisons.
_FAR_PAIR_WEIGHT = 125
_FAR_TRIPLE_WEIGHT = 110
_FAR_STEM_WEIGHT = 45
COUNTED = 100  # of a named kind: fewer there are of many things


class Key(NamedTuple):
    """What two claims must share, and how many days apart they may be (ANY: it is a key of one page)."""

    text: str
    reach: int


# What the class's own way does too, at a third of the cost: a page makes hundreds.
_make: Callable[[tuple[str, int]], Key] = partial(tuple.__new__, Key)

# The number of a key, and the days between which claims that have it are looked for: a plain tuple, of which a page
# makes hundreds.
Probe = tuple[int, int, int]


class Marks(NamedTuple):
    """What keys are made of: stems, the rarest first, and their weights; triples of them; names known beyond the page.

    A triple is three of the rarest stems, which hardly come together in two statements.
    """

    rare: list[str]
    weight: dict[str, int]
    triples: list[str]
    names: list[str]


def read_marks(face: ClaimFace) -> Marks:
    """Return what the keys of a claim are made of."""
    weight = dict(zip(face.stems, face.weights, strict=True))
    rare = sorted(weight, key=lambda stem: (-weight[stem], stem))
    triples = [
        f"t:{a} {b} {c}"
        for a, b, c in combinations(sorted(rare[:_RAREST]), 3)
        if weight[a] + weight[b] + weight[c] >= _FAR_TRIPLE_WEIGHT
    ]
    return Marks(rare, weight, triples, names_of(known_beyond(face)))


def make_keys(face: ClaimFace, marks: Marks | None = None) -> tuple[Key, ...]:
    """Return the keys of a claim, whose marks may be at hand."""
    marks = marks or read_marks(face)
    own = (_make((f"a:{face.article_id} {stem}", ANY)) for stem in page_stems(face, marks))
    return (*make_wide_keys(face, marks), *own)


def make_wide_keys(face: ClaimFace, marks: Marks) -> tuple[Key, ...]:
    """Return the keys of a claim that claims of other pages may share."""
    if face.position >= MOST_PER_PAGE:
        return ()
    few = sorted(marks.rare[:_RAREST])
    reach = dict.fromkeys(_far_keys(face, marks, few), FAR)
    if day_of(face) != UNDATED:
        near = dict.fromkeys(_near_keys(face, marks, few), NEAR)
        reach = {**near, **reach} or {f"1:{stem}": NEAR for stem in marks.rare[:1]}
    return tuple(map(_make, reach.items()))


def page_stems(face: ClaimFace, marks: Marks) -> list[str]:
    """Return the stems of which claims of one page must share one to be compared."""
    return marks.rare[:_ON_PAGE] if face.position < MOST_PER_PAGE else []


def _near_keys(face: ClaimFace, marks: Marks, few: list[str]) -> Iterator[str]:
    rare, weight = marks.rare, marks.weight
    yield from (f"w:{a} {b}" for a, b in combinations(few, 2) if weight[a] + weight[b] >= _PAIR_WEIGHT)
    for name in marks.names:
        yield from (f"s:{name} {stem}" for stem in rare[:_WITH_SPEAKER])
        yield from (f"q:{name} {value}" for value in _values(face))
    for value in _values(face):
        yield from (f"f:{value} {stem}" for stem in rare[:_WITH_FIGURE])
    for number, *_ in face.measures[:_WITH_FIGURE]:
        if number > FEW:
            yield from (f"e:{number:g} {stem}" for stem in face.scene[:_OF_SCENE])


def _far_keys(face: ClaimFace, marks: Marks, few: list[str]) -> Iterator[str]:
    rare, weight = marks.rare, marks.weight
    yield from (f"w:{a} {b}" for a, b in combinations(few, 2) if weight[a] + weight[b] >= _FAR_PAIR_WEIGHT)
    yield from marks.triples
    for name in marks.names:
        yield from (f"s:{name} {stem}" for stem in rare[:_WITH_SPEAKER] if weight[stem] >= _FAR_STEM_WEIGHT)
        yield from (f"v:{name} {a} {b}" for a, b in combinations(sorted(rare[:_PAIRS_WITH_SPEAKER]), 2))
        yield from (f"h:{value:g} {name}" for value, *_ in face.measures if tells(value))
    for value in _values(face):
        yield from (f"g:{value} {a} {b}" for a, b in combinations(few, 2))
    if face.stock:
        yield from (f"c:{value:g} {scope}" for value, _, scope, _ in face.measures if scope and value >= COUNTED)


def candidate_keys(face: ClaimFace) -> tuple[str, ...]:
    """Return the texts of all keys of a claim."""
    return tuple(key.text for key in make_keys(face))


def day_of(face: ClaimFace) -> int:
    """Return the day that likeness compares, as a number, or UNDATED."""
    day = face.said_on or face.published_on
    return day.toordinal() if day else UNDATED


def number_keys(keys: Iterable[Key]) -> tuple[tuple[int, int], ...]:
    """Return keys as an index holds them: the number of each, and its reach."""
    return tuple((make_number(key.text), key.reach) for key in keys)


def make_probes(key: int, reach: int, day: int, *, crowded: bool) -> tuple[Probe, ...]:
    """Return where claims are looked for that share a key of this number with a claim of this day."""
    if day == UNDATED:
        return () if crowded else ((key, UNDATED, ANY),)
    near = (key, max(day - reach, UNDATED + 1), day + reach)
    return (near, (key, UNDATED, UNDATED)) if reach > NEAR and not crowded else (near,)


def find_candidates(faces: Iterable[ClaimFace]) -> list[tuple[str, str]]:
    """Return the pairs of claims, by id and in order, that share a key within its reach."""
    return pair_owners((face, make_keys(face)) for face in faces)


def pair_owners(keyed: Iterable[tuple[ClaimFace, Iterable[Key]]]) -> list[tuple[str, str]]:
    """Return the pairs of claims, by id and in order, that have a key in common and stand within its reach."""
    owners: dict[Key, dict[str, int]] = defaultdict(dict)
    for face, keys in keyed:
        for key in keys:
            owners[key][face.claim_id] = day_of(face)
    return sorted({
        pair
        for key, days in owners.items()
        for pair in combinations(sorted(days), 2)
        if is_within(key.reach, days[pair[0]], days[pair[1]], crowded=is_crowded(key.reach, len(days)))
    })  # fmt: skip


def pair_on_page(stems: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Return the pairs of claims of one page, by id and in order, that share one of these stems."""
    owners: dict[str, list[str]] = defaultdict(list)
    for claim_id in sorted(stems):
        for stem in stems[claim_id]:
            owners[stem].append(claim_id)
    return sorted({pair for ids in owners.values() for pair in combinations(ids, 2)})


def is_crowded(reach: int, owners: int) -> bool:
    """Tell whether so many claims have a key that it leads to none without a day; those of one page always do."""
    return reach != ANY and owners > CROWD


def is_within(reach: int, day: int, other: int, *, crowded: bool) -> bool:
    """Tell whether a key of this reach leads from a claim of one day to one of another."""
    return not crowded if UNDATED in (day, other) else abs(day - other) <= reach


def known_beyond(face: ClaimFace) -> tuple[str, ...]:
    """Return the speakers that other pages mean by the same name."""
    return tuple(name for name in face.speakers if name not in face.local)


def names_of(speakers: Iterable[str]) -> list[str]:
    """Return speakers by the last words of their names: that is the one that is always there."""
    return sorted({skeleton(name.split()[-1]) for name in speakers if name.split()})


def _values(face: ClaimFace) -> list[str]:
    return sorted({f"{value:g}" for value, *_ in face.measures})[:_WITH_FIGURE]
