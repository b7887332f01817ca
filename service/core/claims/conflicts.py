"""Finds statements that cannot both hold: figures, years or polarity for one thing; and what only seems so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from service.core.claims.candidates import MOST_PER_PAGE, rarest_stems
from service.core.claims.faces import DURATION
from service.core.claims.likeness import compare_speakers, days_between, weigh_evidence
from service.core.claims.measures import Measured, compare_measures
from service.core.corpus import ClaimFace, Conflict

_RAREST = 4
_SAME_EVENT = 0.6  # share of weight from which two claims tell of one event; at .45 most told of two of one kind
_RICH = 150  # weight of what they share, or 220 where a page has no day
_RICH_UNDATED = 220
_SAME_STOCK = (2, 0.15)  # stems and share for two figures that each tell how many there are at present
_NEAR_DAYS = 4  # an event's toll is compared between reports of the same days; a later toll is a later count
_MOST_ADJECTIVES = 3
_MOST_STEMS = 8


class Clash(NamedTuple):
    """What two claims disagree on, and whether they speak of one thing at all."""

    kind: str
    values: tuple[float | str, float | str]
    of: str | None
    scope: tuple[str | None, str | None]
    comparable: bool
    why: str


def conflict_keys(face: ClaimFace) -> tuple[str, ...]:
    """Return the keys that two claims must share to be looked at for a conflict."""
    if face.position >= MOST_PER_PAGE:
        return ()
    rare = rarest_stems(face)
    keys = [f"p:{a} {b}" for a, b in combinations(sorted(rare[:_RAREST]), 2)]
    if face.stock:
        units = sorted({unit for _, unit, _, _ in face.measures if unit})
        scopes = [*(scope for _, _, scope, _ in face.measures if scope), *face.adjectives[:_MOST_ADJECTIVES]]
        stems = rare[-_MOST_STEMS:]
        keys += [f"n:{unit} {scope} {stem}" for unit in units for scope in dict.fromkeys(scopes) for stem in stems]
    return tuple(dict.fromkeys(keys))


def find_conflicts(faces: Iterable[ClaimFace], group_of: Mapping[str, str]) -> tuple[Conflict, ...]:
    """Return the conflicts between groups, the clearest pair of claims for each kind and pair of groups, in order."""
    known = {face.claim_id: face for face in faces}
    found: dict[tuple[str, str, str, bool], tuple[float, str, str, Conflict]] = {}
    for pair in _pairs(known.values()):
        left, right = sorted(pair, key=lambda key: (group_of[key], key))
        for ranked in _rank(known[left], known[right], group_of[left], group_of[right]):
            conflict = ranked[3]
            place = (conflict.left, conflict.right, conflict.kind, conflict.comparable)
            if place not in found or ranked[:3] < found[place][:3]:
                found[place] = ranked
    return tuple(found[place][3] for place in sorted(found))


def _rank(left: ClaimFace, right: ClaimFace, group: str, other: str) -> Iterator[tuple[float, str, str, Conflict]]:
    """Yield the conflicts of two claims with what ranks them: the more alike the claims, the clearer."""
    for clash in compare_statements(left, right):
        if clash.comparable or group != other:
            conflict = Conflict(group, other, *clash)
            yield -weigh_evidence(left, right).whole, left.claim_id, right.claim_id, conflict


def _pairs(faces: Iterable[ClaimFace]) -> list[tuple[str, str]]:
    owners: dict[str, list[str]] = defaultdict(list)
    for face in faces:
        for key in conflict_keys(face):
            owners[key].append(face.claim_id)
    return sorted({pair for ids in owners.values() for pair in combinations(sorted(set(ids)), 2)})


def compare_statements(left: ClaimFace, right: ClaimFace) -> Iterator[Clash]:
    """Yield what two claims disagree on; nothing where they do not speak of one thing.

    A page lists prices, tolls and hours side by side and quotes parts of its own claims: it is not set against itself.
    """
    evidence = weigh_evidence(left, right)
    if evidence.one_page:
        return
    rich = _RICH_UNDATED if evidence.days is None and evidence.speakers != "same-speaker" else _RICH
    event = evidence.whole >= _SAME_EVENT and evidence.weight >= rich
    few, share = _SAME_STOCK
    stock = left.stock and right.stock and evidence.stems >= few and evidence.whole >= share
    if event or stock:
        yield from _figure_clashes(left, right, event)
    if event and left.polarity * right.polarity < 0:
        yield Clash("polarity", (_sign(left), _sign(right)), None, (None, None), True, _why(left, right, "polarity"))
    if event and left.days and right.days and not set(left.days) & set(right.days):
        yield Clash("date", (left.days[0], right.days[0]), None, (None, None), True, _why(left, right, "date"))


def _figure_clashes(left: ClaimFace, right: ClaimFace, event: bool) -> Iterator[Clash]:
    compared = [m for m in compare_measures(left, right) if event or _one_population(left, right, m)]
    compared = [m for m in compared if left.measures[m.left][1] != DURATION]
    settled = {m.left for m in compared if m.verdict in ("same", "agree")}
    also = {m.right for m in compared if m.verdict in ("same", "agree")}
    for measured in compared:
        if measured.left in settled or measured.right in also:
            continue
        if measured.verdict == "clash":
            yield _figure_clash(left, right, measured, event)
        elif measured.verdict == "other-scope" and left.figures[measured.left][0] != right.figures[measured.right][0]:
            yield _make_clash(left, right, measured, False, "other population")


def _one_population(left: ClaimFace, right: ClaimFace, measured: Measured) -> bool:
    """Two present numbers are of one population only where a scope names it; a share is of anything."""
    _, unit, scope, _ = left.measures[measured.left]
    return unit != "%" and bool(scope or right.measures[measured.right][2])


def _figure_clash(left: ClaimFace, right: ClaimFace, measured: Measured, event: bool) -> Clash:
    apart = days_between(left, right)
    present = left.stock and right.stock
    if event and not present and apart is not None and apart > _NEAR_DAYS:
        return _make_clash(left, right, measured, False, "other date")
    return _make_clash(left, right, measured, True, "figures that cannot both hold")


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
