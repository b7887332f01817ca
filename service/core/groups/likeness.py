"""Compares two claims by named evidence; the rule is fixed, so that it needs no other claim."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from service.core.corpus import ClaimFace, Likeness
from service.core.groups.candidates import COUNTED, NEAR, known_beyond
from service.core.groups.measures import clashes, differ, same_figures, tells
from service.core.groups.named_days import clashing_days, firm_days
from service.core.linking.spelling import same_name

_NAMING = 48  # weight of a stem in one article of 120: most of them are names
_SMALL = 10  # two dead and two dead are no sign of one accident


class Shared(NamedTuple):
    """The stems that two claims share, their weight, and its share of the weight of both and of the shorter one."""

    stems: int
    weight: int
    whole: float
    part: float


class Evidence(NamedTuple):
    """What speaks for two claims being one: shared stems and their weight, shares of it, speakers, figures, days.

    whole: share of the weight of both together, part: of the shorter one; days: apart, None where unknown;
    figure: a shared one (telling: with three digits or more; counted: how many of a named kind there are; small);
    another: the claims name different things in one place.
    """

    stems: int
    weight: int
    whole: float
    part: float
    speakers: str
    figure: str | None
    days: int | None
    one_page: bool
    one_outlet: bool
    two_outlets: bool
    another: bool

    @property
    def recent(self) -> bool:
        """Tell whether nothing shows the claims to be more than a few days apart."""
        return self.days is None or self.days <= NEAR

    @property
    def sure(self) -> bool:
        """Tell whether the claims are known to be of the same few days."""
        return self.one_page or (self.days is not None and self.days <= NEAR)

    @property
    def recurs(self) -> bool:
        """Tell whether one outlet prints this on several days: tables, forecasts, notices have the same words daily."""
        return self.one_outlet and not self.one_page and bool(self.days) and self.figure != "telling"

    @property
    def rich(self) -> bool:
        """Tell whether what is shared would hardly be said of another event (or both stand on one page)."""
        return self.weight >= (80 if self.told_twice else 110) or self.one_page

    @property
    def told_twice(self) -> bool:
        """Tell whether two outlets print it within a few days: the words of one occasion."""
        return self.sure and self.two_outlets


# Each rule alone makes two claims one statement. Shares were read on annotated pages of 17 outlets, the weights and
# days on groups that 5,000 unlabelled articles gave: one speaker repeats himself in other words from .4 on within days
# (where a page has no day he mostly speaks of another event at .5, a week later at .65); what nobody is named for
# needs more, since the same words tell of another accident next week, and the same outlet's tables and forecasts have
# the same words every day.
RULES: dict[str, Callable[[Evidence], bool]] = {
    "same-wording": lambda e: e.stems >= 4 and e.whole >= 0.95 and not _recurs(e) and (e.recent or e.weight >= 200),
    "one-speaker": lambda e: _one(e) and e.whole >= _least(e) and (e.rich or e.whole >= _enough(e)),
    "one-speaker-shortened": lambda e: (
        _one(e) and e.stems >= 3 and e.part >= (0.7 if e.sure else 0.8) and e.rich and e.recent and not e.another
    ),
    "one-speaker-and-figure": lambda e: (
        _one(e) and e.recent and (e.stems >= 2 if e.figure == "telling" else bool(e.figure) and _near_enough(e))
    ),
    "reprint": lambda e: e.speakers == "other-speaker" and e.stems >= 6 and e.whole >= (0.8 if e.recent else 0.9),
    "unnamed": lambda e: _unnamed(e) and e.whole >= (0.75 if e.another or not e.sure else 0.58) and _singular(e),
    "unnamed-shortened": lambda e: _unnamed(e) and not e.one_page and e.stems >= 5 and e.part >= 0.8 and _singular(e),
    "headline": lambda e: _unnamed(e) and e.one_page and e.stems >= 4 and e.part >= 0.75 and not e.another,
    "unnamed-and-figure": lambda e: _unnamed(e) and bool(e.figure) and _near_enough(e) and _same_event(e),
    "same-count": lambda e: _unnamed(e) and e.figure == "counted" and e.stems >= 2 and e.whole >= 0.3,
}

# What no rule holds below, unless a figure is shared.
LEAST_WHOLE = 0.3
LEAST_PART = 0.7


def _least(e: Evidence) -> float:
    """Return the share from which one speaker says one thing."""
    if e.sure:
        return 0.5 if e.another else 0.4
    return 0.55 if e.days is None else 0.7


def _enough(e: Evidence) -> float:
    """Return the share from which one speaker says one thing in common words."""
    return 0.5 if e.told_twice and e.stems >= 2 and not e.another else 0.65


def _recurs(e: Evidence) -> bool:
    return e.recurs and not _one(e)


def _one(e: Evidence) -> bool:
    return e.speakers == "same-speaker"


def _unnamed(e: Evidence) -> bool:
    return e.speakers == "unknown-speaker"


def _near_enough(e: Evidence) -> bool:
    return e.whole >= 0.3 and e.part >= 0.45


def _singular(e: Evidence) -> bool:
    if e.one_page or e.recurs:
        return e.one_page
    if e.days is None:
        return e.weight >= 220 and e.figure != "small"
    return e.days <= 3 and e.weight >= 150


def _same_event(e: Evidence) -> bool:
    """A toll on one page, of the same days, or (where a page has no day) of words that hardly come together twice."""
    if e.one_page or e.recurs:
        return e.one_page
    if e.days is None:
        return e.weight >= 170 and e.whole >= 0.5 and not e.another and e.figure != "small"
    return e.days <= 3 and e.weight >= (80 if e.figure != "small" else 120) and not (e.another and e.figure == "small")


def compare_claims(left: ClaimFace, right: ClaimFace) -> Likeness | None:
    """Return how alike two claims are with the evidence, None where they are not one statement."""
    if left.claim_id > right.claim_id:
        left, right = right, left
    if left.polarity * right.polarity < 0 or differ(left, right):
        return None
    shared = _share(left, right)
    if shared.whole < LEAST_WHOLE and shared.part < LEAST_PART and not (left.measures and right.measures):
        return None
    if clashes(left, right) or _other_days(left, right):
        return None
    evidence = _weigh(left, right, shared)
    rule = next((name for name, holds in RULES.items() if holds(evidence)), None)
    return Likeness(left.claim_id, right.claim_id, _score(evidence), _name(evidence, rule)) if rule else None


def weigh_evidence(left: ClaimFace, right: ClaimFace) -> Evidence:
    """Return what speaks for two claims being one statement."""
    return _weigh(left, right, _share(left, right))


def _share(left: ClaimFace, right: ClaimFace) -> Shared:
    theirs = set(right.stems)
    common = [weight for stem, weight in zip(left.stems, left.weights, strict=True) if stem in theirs]
    if not common:
        return Shared(0, 0, 0.0, 0.0)
    weight, mine, other = sum(common), sum(left.weights), sum(right.weights)
    return Shared(len(common), weight, 2 * weight / (mine + other), weight / min(mine, other))


def _weigh(left: ClaimFace, right: ClaimFace, shared: Shared) -> Evidence:
    return Evidence(
        *shared,
        speakers=compare_speakers(left, right),
        figure=_shared_figure(left, right),
        days=days_between(left, right),
        one_page=left.article_id == right.article_id,
        one_outlet=in_one_outlet(left, right),
        two_outlets=left.outlet is not None and right.outlet is not None and left.outlet != right.outlet,
        another=names_another(left, right),
    )


def compare_speakers(left: ClaimFace, right: ClaimFace) -> str:
    """Return same-speaker, other-speaker, or unknown-speaker where one side names nobody."""
    apart = left.article_id != right.article_id
    mine, others = ((known_beyond(face) if apart else face.speakers) for face in (left, right))
    if not mine or not others:
        return "unknown-speaker"
    same = any(_one_name(a, b) for a in mine for b in others)
    return "same-speaker" if same else "other-speaker"


def names_another(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether behind one and the same word each has a rare word that the other lacks: ports of two towns."""
    weight = dict(zip(left.stems + right.stems, left.weights + right.weights, strict=True))
    mine, others = set(left.stems), set(right.stems)
    behind = dict(pairwise(right.stems))
    for stem, following in pairwise(left.stems):
        other = behind.get(stem, following)
        if following not in others and other not in mine and min(weight[following], weight[other]) >= _NAMING:
            return True
    return False


def in_one_outlet(left: ClaimFace, right: ClaimFace) -> bool:
    """Tell whether one outlet, which both pages name, published both claims."""
    return left.outlet is not None and left.outlet == right.outlet


def days_between(left: ClaimFace, right: ClaimFace) -> int | None:
    """Return how many days lie between two sayings, None where one is unknown."""
    first, second = left.said_on or left.published_on, right.said_on or right.published_on
    return abs((first - second).days) if first and second else None


def _one_name(left: str, right: str) -> bool:
    """One spelling, or one name inside the other (Hassan, Karim Hassan)."""
    words, others = set(left.split()), set(right.split())
    return words <= others or others <= words or same_name(left, right) > 0


def _shared_figure(left: ClaimFace, right: ClaimFace) -> str | None:
    shared = list(same_figures(left, right))
    if any(tells(value) for value, _ in shared):
        return "telling"
    if left.stock and right.stock and any(scope and value >= COUNTED for value, scope in shared):
        return "counted"
    if any(value > _SMALL for value, _ in shared):
        return "same"
    return "small" if shared else None


def _other_days(left: ClaimFace, right: ClaimFace) -> bool:
    """Both name days, and none in common."""
    return clashing_days(firm_days(left.days), firm_days(right.days)) is not None


def _score(e: Evidence) -> float:
    return min(1.0, round(0.5 * e.whole + 0.3 * e.part + 0.1 * bool(e.figure) + 0.2 * _one(e), 2))


def _name(e: Evidence, rule: str) -> tuple[str, ...]:
    days = None if e.days is None else "same-day" if e.days == 0 else f"days-apart:{e.days}"
    figure = f"{e.figure}-figure" if e.figure else None
    found = (rule, e.speakers, f"shared-words:{e.whole:.2f}", figure, days, "one-page" if e.one_page else None)
    return tuple(part for part in found if part)
