"""Finds statements that cannot both hold: figures, days or polarity for one thing; and what only seems so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import nsmallest
from itertools import combinations
from typing import NamedTuple

from service.core.corpus import ClaimFace, Conflict
from service.core.groups.candidates import (
    MOST_PER_PAGE,
    NEAR,
    UNDATED,
    Key,
    Marks,
    day_of,
    read_marks,
)
from service.core.groups.evidence import compare_speakers, days_between, in_one_outlet, names_another, share_stems
from service.core.groups.faces import DURATION, PEOPLE
from service.core.groups.measures import Measured, clashes, compare_measures
from service.core.groups.named_days import clashing_days

YEAR = 366  # days within which a statement is held against an earlier one
_RAREST = 4
_SAME_EVENT = 0.6  # share of weight from which two claims tell of one event; at .45 most told of two of one kind
_RICH = 150  # weight of what they share, or 220 where a page has no day
_RICH_UNDATED = 220
_SAME_STOCK = (2, 0.15)  # stems and share for two figures that each tell how many there are at present
_NEAR_DAYS = 4  # an event's toll is compared between reports of the same days; a later toll is a later count
_MOST_ADJECTIVES = 3
_MOST_STEMS = 8
_MOST_TIMES = 3
_MOST_PAIRS = 64
_LONG = 31  # days after which two days named for one thing are mostly those of two
_NOTHING: tuple[None, tuple[None, None]] = (None, (None, None))  # counted noun and scope of what is no figure


class Clash(NamedTuple):
    """What two claims disagree on, and whether they speak of one thing at all."""

    kind: str
    values: tuple[float | str, float | str]
    of: str | None
    scope: tuple[str | None, str | None]
    comparable: bool
    why: str


def make_conflict_keys(face: ClaimFace, marks: Marks | None = None) -> tuple[Key, ...]:
    """Return the keys that two claims must share to be looked at for a conflict; a claim's marks may be at hand."""
    if face.position >= MOST_PER_PAGE:
        return ()
    rare, _, triples, names = marks or read_marks(face)
    pairs = list(combinations(sorted(rare[:_RAREST]), 2))
    keys = [Key(f"p:{a} {b}", NEAR) for a, b in pairs] if day_of(face) != UNDATED else []
    keys += [Key(triple, YEAR) for triple in triples]
    keys += [Key(f"v:{name} {a} {b}", YEAR) for name in names for a, b in pairs]
    if face.stock:
        units = sorted({unit.partition(":")[0] for _, unit, _, _ in face.measures if unit})
        scopes = [*(scope for _, _, scope, _ in face.measures if scope), *face.adjectives[:_MOST_ADJECTIVES]]
        stems = rare[-_MOST_STEMS:]
        keys += [
            Key(f"n:{unit} {scope} {stem}", YEAR) for unit in units for scope in dict.fromkeys(scopes) for stem in stems
        ]
    return tuple(dict.fromkeys(keys))


def conflict_keys(face: ClaimFace) -> tuple[str, ...]:
    """Return the texts of the keys for conflicts."""
    return tuple(key.text for key in make_conflict_keys(face))


def find_conflicts(
    known: Mapping[str, ClaimFace], pairs: Iterable[tuple[str, str]], group_of: Mapping[str, str]
) -> tuple[Conflict, ...]:
    """Return the conflicts between groups, the clearest pair of claims for each kind and pair of groups, in order.

    The more alike two claims are, the clearer; of two groups no more than the clearest _MOST_PAIRS are looked at.
    """
    ranked: dict[tuple[str, str], list[tuple[float, str, str]]] = defaultdict(list)
    for pair in pairs:
        left, right = sorted(pair, key=lambda key: (group_of[key], key))
        rank = -share_stems(known[left], known[right]).whole
        ranked[group_of[left], group_of[right]].append((rank, left, right))
    return tuple(
        Conflict(groups[0], groups[1], *clash)
        for groups in sorted(ranked)
        for clash in _clearest(nsmallest(_MOST_PAIRS, ranked[groups]), known, within=groups[0] == groups[1])
    )


def _clearest(
    ranked: Iterable[tuple[float, str, str]], known: Mapping[str, ClaimFace], *, within: bool
) -> Iterator[Clash]:
    """Yield the first disagreement of each kind of these pairs; within one group only of what can be compared."""
    found: dict[tuple[str, bool], Clash] = {}
    for _, left, right in ranked:
        for clash in compare_statements(known[left], known[right]):
            if clash.comparable or not within:
                found.setdefault((clash.kind, clash.comparable), clash)
    yield from (found[kind] for kind in sorted(found))


def compare_statements(left: ClaimFace, right: ClaimFace) -> Iterator[Clash]:
    """Yield what two claims disagree on; nothing where they do not speak of one thing.

    A page lists prices, tolls and hours side by side and quotes parts of its own claims: it is not set against itself.
    """
    if left.article_id == right.article_id:
        return
    shared = share_stems(left, right)
    event = shared.whole >= _SAME_EVENT and shared.weight >= _rich(left, right)
    few, share = _SAME_STOCK
    stock = left.stock and right.stock and shared.stems >= few and shared.whole >= share
    if event or stock:
        yield from _figure_clashes(left, right, event)
    if event:
        yield from _other_clashes(left, right)


def _rich(left: ClaimFace, right: ClaimFace) -> int:
    """Return the weight of shared words from which two claims tell of one event."""
    undated = days_between(left, right) is None
    return _RICH_UNDATED if undated and compare_speakers(left, right) != "same-speaker" else _RICH


def _other_clashes(left: ClaimFace, right: ClaimFace) -> Iterator[Clash]:
    """Yield what two claims on one event disagree on besides figures; of two years' figures each has its own day."""
    days = clashing_days(left.days, right.days)
    opposed = left.polarity * right.polarity < 0
    other = (opposed or bool(days)) and names_another(left, right)
    if opposed:
        reason = (
            "other object" if other else "other date" if days or _of_other_days(left, right) else "affirmed and denied"
        )
        yield Clash(
            "polarity", (_sign(left), _sign(right)), *_NOTHING, reason[:5] != "other", _why(left, right, reason)
        )
    elif days and not clashes(left, right):
        again = (days_between(left, right) or 0) > _LONG or _came_between(left, right)
        reason = "other object" if other else "other date" if again else "days that cannot both be"
        yield Clash(
            "date", days, *_NOTHING, reason[:5] != "other", _why(left, right, f"{reason}: {days[0]} against {days[1]}")
        )


def _of_other_days(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether two who are not known to be one speak weeks apart: of the next event of its kind."""
    return (days_between(left, right) or 0) > NEAR and compare_speakers(left, right) != "same-speaker"


def _came_between(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether the day that the earlier claim names was to come then, and is past for the later: it is kept."""
    earlier, later = sorted((left, right), key=day_of)
    plans = (day.lstrip("~") for day in earlier.days)
    said = [date.fromordinal(day_of(face) or 1) for face in (earlier, later)]
    named = [date.fromisoformat(day) for day in plans if len(day) == len("2000-01-01")]
    return any(said[0] < day < said[1] for day in named)


def _figure_clashes(left: ClaimFace, right: ClaimFace, event: bool) -> Iterator[Clash]:
    compared = [m for m in compare_measures(left, right) if event or _one_population(left, right, m)]
    compared = [m for m in compared if not left.measures[m.left][1].startswith(DURATION)]
    settled = {m.left for m in compared if m.verdict in ("same", "agree")}
    also = {m.right for m in compared if m.verdict in ("same", "agree")}
    for measured in compared:
        if measured.left in settled or measured.right in also:
            continue
        if measured.verdict == "clash":
            reason = _ruled_out(left, right, measured)
            yield _make_clash(left, right, measured, not reason, reason or "figures that cannot both hold")
        elif measured.verdict == "other-scope" and left.figures[measured.left][0] != right.figures[measured.right][0]:
            yield _make_clash(left, right, measured, False, "other population")


def _one_population(left: ClaimFace, right: ClaimFace, measured: Measured) -> bool:
    """Two present numbers are of one population where they count people alike, a scope names them, and they are near.

    A camp and a country both count refugees: hardly ever is one figure more than three times the other then.
    """
    value, unit, scope, _ = left.measures[measured.left]
    other, other_unit, other_scope, _ = right.measures[measured.right]
    near = max(value, other) <= _MOST_TIMES * min(value, other)
    return near and unit == other_unit and unit.startswith(PEOPLE) and bool(scope or other_scope)


def _of_one_thing(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether claims of no known day are of one thing: one speaker's, or a present number in the same words."""
    if compare_speakers(left, right) == "same-speaker":
        return True
    return left.stock and right.stock and share_stems(left, right).whole >= _SAME_EVENT


def _ruled_out(left: ClaimFace, right: ClaimFace, measured: Measured) -> str | None:
    """Return why two figures that differ may both hold.

    How many there are of a population is told for months; an outlet that gives another figure the next day has counted
    (or measured) again.
    """
    if names_another(left, right):
        return "other object"
    apart = days_between(left, right)
    lasting = left.stock and right.stock and _one_population(left, right, measured)
    if apart is None and not _of_one_thing(left, right):
        return "day unknown"
    again = bool(apart) and in_one_outlet(left, right)
    late = not lasting and apart is not None and (apart > _NEAR_DAYS or again)
    return "other date" if late or clashing_days(left.days, right.days) else None


def _make_clash(left: ClaimFace, right: ClaimFace, measured: Measured, comparable: bool, reason: str) -> Clash:
    (value, of, scope, qualifier), (other, _, other_scope, other_qualifier) = (
        left.figures[measured.left],
        right.figures[measured.right],
    )
    told = f"{_tell(value, qualifier, scope)} against {_tell(other, other_qualifier, other_scope)}"
    return Clash("figure", (value, other), of, (scope, other_scope), comparable, _why(left, right, f"{reason}: {told}"))


def _tell(value: float, qualifier: str | None, scope: str | None) -> str:
    parts = ((qualifier or "").replace("_", " "), f"{value:g}", scope or "")
    return " ".join(part for part in parts if part)


def _why(left: ClaimFace, right: ClaimFace, reason: str) -> str:
    apart = days_between(left, right)
    notes = [reason]
    if apart is not None:
        notes.append("same day" if apart == 0 else f"{apart} days apart")
    if compare_speakers(left, right) == "same-speaker":
        notes.append("one speaker")
    return "; ".join(notes)


def _sign(face: ClaimFace) -> str:
    return "affirmed" if face.polarity > 0 else "denied"
