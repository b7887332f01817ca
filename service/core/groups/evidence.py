"""Weighs what speaks for two claims being one statement: words, speakers, figures, days, outlets."""

from itertools import pairwise
from typing import NamedTuple

from service.core.corpus import ClaimFace
from service.core.groups.candidates import COUNTED, NEAR, known_beyond
from service.core.groups.measures import FEW, compare_measures, is_toll, same_figures, tells
from service.core.groups.scenes import tell_of_one_affair
from service.core.linking.spelling import same_name

_NAMING = 48  # weight of a stem in one article of 120: most of them are names
_NEXT = 1  # days within which outlets report one affair; later they report what became of it
_SHORT = 5  # stems of a claim that says hardly more than its figure


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
    another: the claims name different things in one place; titled: one of them stands in the title of its page;
    held: a page has one's content within the other's, who is told to have said it; short: one of them has few words;
    affair: two outlets' reports of one day or the next tell of one affair; toll: of which they share a toll.
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
    titled: bool
    held: bool
    short: bool
    affair: bool
    toll: bool

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
    def large_figure(self) -> bool:
        """Tell whether a figure is shared that is no count of a few."""
        return self.figure is not None and self.figure != "small"

    @property
    def rich(self) -> bool:
        """Tell whether what is shared would hardly be said of another event (or both stand on one page)."""
        return self.weight >= (80 if self.told_twice else 110) or self.one_page

    @property
    def told_twice(self) -> bool:
        """Tell whether two outlets print it within a few days: the words of one occasion."""
        return self.sure and self.two_outlets


def share_stems(left: ClaimFace, right: ClaimFace) -> Shared:
    """Return what two claims have in common of their words."""
    theirs = set(right.stems)
    common = [weight for stem, weight in zip(left.stems, left.weights, strict=True) if stem in theirs]
    if not common:
        return Shared(0, 0, 0.0, 0.0)
    weight, mine, other = sum(common), sum(left.weights), sum(right.weights)
    return Shared(len(common), weight, 2 * weight / (mine + other), weight / min(mine, other))


def weigh_evidence(left: ClaimFace, right: ClaimFace, shared: Shared) -> Evidence:
    """Return what speaks for two claims being one statement, given what they share of their words."""
    days = days_between(left, right)
    two = left.outlet is not None and right.outlet is not None and left.outlet != right.outlet
    affair = two and days is not None and days <= _NEXT and tell_of_one_affair(left.scene, right.scene)
    return Evidence(
        *shared,
        speakers=compare_speakers(left, right),
        figure=_shared_figure(left, right),
        days=days,
        one_page=left.article_id == right.article_id,
        one_outlet=in_one_outlet(left, right),
        two_outlets=two,
        another=names_another(left, right),
        titled=left.titled != right.titled,
        held=_holds(left, right),
        short=min(len(left.stems), len(right.stems)) <= _SHORT,
        affair=affair,
        toll=affair and _share_toll(left, right),
    )


def _share_toll(left: ClaimFace, right: ClaimFace) -> bool:
    same = (left.measures[m.left][:2] for m in compare_measures(left, right) if m.verdict == "same")
    return any(is_toll(*measure) for measure in same)


def _holds(left: ClaimFace, right: ClaimFace) -> bool:
    told_apart = left.article_id != right.article_id or left.titled != right.titled
    return not told_apart and (left.text in right.text or right.text in left.text)


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
    if any(value > FEW for value, _ in shared):
        return "same"
    return "small" if shared else None
