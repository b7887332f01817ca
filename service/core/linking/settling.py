"""Decides which names stand for longer ones: a name that one other claims joins it, one that several claim does not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.core.corpus import MOST_GIVERS, NameTie, make_call
from service.core.linking.cores import rank_of
from service.core.linking.name_forms import HeldOffice, read_written_office

_SCORES = {"acronym": 0.9, "apposition": 0.9, "byname": 0.9, "class-word": 0.9, "surname-and-office": 0.75}
_SHORTER = 0.8


@dataclass(frozen=True, slots=True)
class Standing:
    """For which core a core stands: its own, or a longer one by a rule (score 0..1)."""

    root: str
    rule: str = "exact"
    score: float = 1.0


def settle_cores(
    offices: Mapping[str, frozenset[str]], ties: Iterable[NameTie], settled: Mapping[str, str]
) -> dict[str, Standing]:
    """Return for which core each of these cores stands.

    offices: of each core to decide, the offices of its names. ties: all that lead to them. settled: the roots of the
    other cores that ties come from. The result depends on neither order nor repetition.
    """
    offered: dict[str, set[NameTie]] = {core: set() for core in offices}
    for tie in ties:
        if tie.taker in offered:
            offered[tie.taker].add(tie)
    found: dict[str, Standing] = {}
    for core in sorted(offices, key=rank_of, reverse=True):
        roots = {tie.giver: found[tie.giver].root if tie.giver in found else settled.get(tie.giver)
                 for tie in offered[core]}  # fmt: skip
        found[core] = _settle(core, _fitting(offered[core], offices[core]), roots)
    return found


def _fitting(ties: Iterable[NameTie], offices: frozenset[str]) -> list[NameTie]:
    """Return the ties whose condition a name with these offices meets; none where too many names claim it."""
    held = [read_written_office(text) for text in offices]
    words = {office.words for office in held} | {""}
    called = [tie for tie in ties if tie.office in words]
    givers: dict[str, set[str]] = {}
    for tie in called:
        givers.setdefault(tie.office, set()).add(tie.giver)
    if any(len(names) > MOST_GIVERS for names in givers.values()):
        return []
    return [tie for tie in called if not tie.office or _is_held(HeldOffice(tie.office, tie.country), held)]


def _is_held(office: HeldOffice, held: Iterable[HeldOffice]) -> bool:
    return any(office.fits(other) for other in held)


def _settle(core: str, ties: Iterable[NameTie], roots: Mapping[str, str | None]) -> Standing:
    known = [(tie, root) for tie in ties if (root := roots[tie.giver])]
    if len({root for _, root in known}) != 1:
        return Standing(core)
    score, rule = min((-_SCORES.get(tie.rule, _SHORTER), tie.rule) for tie, _ in known)
    return Standing(known[0][1], rule, -score)


def calls_of(core: str, offices: Iterable[str]) -> Iterator[str]:
    """Yield what a core answers to: its name alone, and its name with each of its offices."""
    yield make_call(core, "")
    for words in {read_written_office(text).words for text in offices}:
        yield make_call(core, words)
