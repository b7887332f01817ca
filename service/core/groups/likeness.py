"""Compares two claims by named evidence; the rule is fixed, so that it needs no other claim."""

from collections.abc import Callable, Iterable, Mapping

from service.core.corpus import ClaimFace, Likeness
from service.core.groups.evidence import Evidence, share_stems, weigh_evidence
from service.core.groups.measures import clashes, differ
from service.core.groups.named_days import clashing_days, firm_days

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
    "one-speaker-and-figure": lambda e: _one(e) and _has_figure(e),
    "reprint": lambda e: _other(e) and e.stems >= 6 and e.whole >= (0.8 if e.recent else 0.9),
    "told-by-two": lambda e: _other(e) and e.told_twice and e.figure == "telling" and e.stems >= 5 and e.whole >= 0.7,
    "unnamed": lambda e: _unnamed(e) and e.whole >= (0.75 if e.another or not e.sure else 0.58) and _singular(e),
    "unnamed-shortened": lambda e: _unnamed(e) and not e.one_page and e.stems >= 5 and e.part >= 0.8 and _singular(e),
    "headline": lambda e: _unnamed(e) and e.one_page and e.stems >= 4 and e.part >= 0.75 and not e.another,
    "in-short": lambda e: e.one_page and e.titled and e.stems >= 2 and _short_enough(e),
    "in-short-and-figure": lambda e: e.one_page and e.titled and bool(e.figure) and _told_enough(e),
    "one-page-wording": lambda e: _other(e) and e.one_page and e.stems >= 5 and e.whole >= 0.6 and e.part >= 0.7,
    "unnamed-and-figure": lambda e: _unnamed(e) and bool(e.figure) and _near_enough(e) and _same_event(e),
    "one-speaker-and-figure-in-affair": lambda e: (
        _one(e) and e.affair and (e.large_figure or e.figure is not None and e.whole >= 0.1)
    ),
    "figure-in-affair": lambda e: (
        _unnamed(e) and e.affair and e.large_figure and e.whole >= 0.1 and (e.short or e.titled)
    ),
    "shortened-in-affair": lambda e: _unnamed(e) and e.affair and e.stems >= 2 and e.part >= 0.8 and e.whole >= 0.35,
    "toll-in-affair": lambda e: _other(e) and e.toll and e.short,
    "same-count": lambda e: _unnamed(e) and e.figure == "counted" and e.stems >= 2 and e.whole >= 0.3,
}

# What no rule holds below, unless a figure is shared.
LEAST_WHOLE = 0.3
LEAST_PART = 0.7


def _least(e: Evidence) -> float:
    """Return the share from which one speaker says one thing."""
    if e.sure:
        return 0.5 if e.another and not (e.told_twice and e.stems >= 4) else 0.4
    return 0.55 if e.days is None else 0.7


def _enough(e: Evidence) -> float:
    """Return the share from which one speaker says one thing in common words."""
    return 0.5 if e.told_twice and e.stems >= 2 and not e.another else 0.65


def _short_enough(e: Evidence) -> bool:
    """Tell whether so much of a headline is shared that it has a statement of its page in short."""
    return e.part >= (0.7 if e.stems > 2 else 0.75) or _one(e) and e.part >= 0.5 and e.whole >= LEAST_WHOLE


def _told_enough(e: Evidence) -> bool:
    """Tell whether enough words beside the figure are shared: fewest where it is large and of one speaker."""
    of_one = e.large_figure and e.stems >= 2 and (_one(e) or e.stems >= 4 and e.part >= 0.5)
    return of_one or _unnamed(e) and e.stems >= 3 and e.part >= 0.4


def _has_figure(e: Evidence) -> bool:
    """Tell whether one speaker's claims share a figure and words enough for it: two beside a telling one."""
    near = e.stems >= 2 if e.figure == "telling" else e.figure is not None and _near_enough(e)
    return e.recent and near or e.sure and e.large_figure and e.stems >= 3 and e.part >= 0.5


def _recurs(e: Evidence) -> bool:
    return e.recurs and not _one(e)


def _one(e: Evidence) -> bool:
    return e.speakers == "same-speaker"


def _other(e: Evidence) -> bool:
    """Tell a body and its spokesman, or two spellings of one, from who only tells what the other has said."""
    return e.speakers == "other-speaker" and not e.held


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
    found = _find_rule(left, right)
    return Likeness(_score(found[0]), _name(*found)) if found else None


def score_pairs(pairs: Iterable[tuple[str, str]], known: Mapping[str, ClaimFace]) -> dict[tuple[str, str], float]:
    """Return how alike those of these pairs of claims are that are one statement; of a pair the smaller id is first."""
    found = ((pair, _find_rule(known[pair[0]], known[pair[1]])) for pair in pairs)
    return {pair: _score(rule[0]) for pair, rule in found if rule}


def _find_rule(left: ClaimFace, right: ClaimFace) -> tuple[Evidence, str] | None:
    """Return the first rule that makes two claims one statement, with what speaks for it."""
    if left.polarity * right.polarity < 0 or differ(left, right):
        return None
    shared = share_stems(left, right)
    if shared.whole < LEAST_WHOLE and shared.part < LEAST_PART and not (left.measures and right.measures):
        return None
    if clashes(left, right) or _other_days(left, right):
        return None
    evidence = weigh_evidence(left, right, shared)
    rule = next((name for name, holds in RULES.items() if holds(evidence)), None)
    return (evidence, rule) if rule else None


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
