"""Compares two claims by named evidence; the rule is fixed, so that it needs no other claim."""

from datetime import timedelta

from service.core.claims.measures import clashes, compare_measures
from service.core.corpus import ClaimFace, Likeness
from service.core.entities.spelling import same_name

# Shares of the weight of stems. Read on annotated pages of 17 outlets: one speaker repeats himself in other words
# from .4 on; two sources say one thing from .6 on, if nothing tells them apart; a named other speaker must be
# a reprint. The second number of a row is the share of the shorter claim that the longer one holds.
_SAME_SPEAKER = (0.40, 0.70)
_UNKNOWN = (0.58, 0.80)
_OTHER_SPEAKER = (0.70, 1.01)
_WITH_FIGURE = (0.30, 0.45)
_FEWEST = 3  # shared stems behind a headline's share of its body
_FEWEST_OTHER = 6
_REPRINT = (4, 0.95)  # stems and share from which the words themselves are the same
_FEWEST_UNKNOWN = 5
_TELLING = 3  # digits that make a figure tell its statement: 2070, not 2000 or 15
_FAR = timedelta(days=10)
_FAR_PENALTY = 0.15


def compare_claims(left: ClaimFace, right: ClaimFace) -> Likeness | None:
    """Return how alike two claims are with the evidence, None where they are not one statement."""
    if left.claim_id > right.claim_id:
        left, right = right, left
    if left.polarity * right.polarity < 0 or clashes(left, right) or _other_years(left, right):
        return None
    shared, whole, part = share_words(left, right)
    speakers = compare_speakers(left, right)
    figure = _same_figure(left, right)
    if not _alike(left, right, (shared, whole, part), speakers, figure):
        return None
    score = min(1.0, round(0.5 * whole + 0.3 * part + 0.1 * bool(figure) + 0.2 * (speakers == "same-speaker"), 2))
    return Likeness(left.claim_id, right.claim_id, score, _evidence(left, right, whole, speakers, figure))


def share_words(left: ClaimFace, right: ClaimFace) -> tuple[int, float, float]:
    """Return how many stems two claims share, and the share of weight: of both together, of the shorter one."""
    theirs = dict(zip(right.stems, right.weights, strict=True))
    common = [weight for stem, weight in zip(left.stems, left.weights, strict=True) if stem in theirs]
    mine, other = sum(left.weights), sum(right.weights)
    if not common:
        return 0, 0.0, 0.0
    return len(common), 2 * sum(common) / (mine + other), sum(common) / min(mine, other)


def compare_speakers(left: ClaimFace, right: ClaimFace) -> str:
    """Return same-speaker, other-speaker, or unknown-speaker where one side names nobody."""
    if not left.speakers or not right.speakers:
        return "unknown-speaker"
    same = any(_one_name(a, b) for a in left.speakers for b in right.speakers)
    return "same-speaker" if same else "other-speaker"


def _one_name(left: str, right: str) -> bool:
    """One spelling, or one name inside the other (الكاظمي, مصطفى الكاظمي)."""
    words, others = set(left.split()), set(right.split())
    return words <= others or others <= words or same_name(left, right) > 0


def _alike(
    left: ClaimFace, right: ClaimFace, words: tuple[int, float, float], speakers: str, figure: str | None
) -> bool:
    shared, whole, part = words
    penalty = _FAR_PENALTY if _days_apart(left, right) else 0.0
    if shared >= _REPRINT[0] and whole >= _REPRINT[1]:
        return True
    if speakers == "other-speaker":
        return shared >= _FEWEST_OTHER and whole >= _OTHER_SPEAKER[0] + penalty
    least, least_part = _SAME_SPEAKER if speakers == "same-speaker" else _UNKNOWN
    if figure == "telling" and speakers == "same-speaker" and shared >= 2 and not penalty:
        return True
    if figure and whole >= _WITH_FIGURE[0] + penalty and part >= _WITH_FIGURE[1] + penalty:
        return True
    if speakers == "unknown-speaker" and (shared < _FEWEST_UNKNOWN or left.article_id == right.article_id):
        return whole >= least + penalty
    return whole >= least + penalty or (shared >= _FEWEST and part >= least_part + penalty)


def _same_figure(left: ClaimFace, right: ClaimFace) -> str | None:
    """Return telling, same or None: whether the claims share a figure, and one that few statements have."""
    shared = [left.measures[m.left][0] for m in compare_measures(left, right) if m.verdict == "same"]
    if any(tells(value) for value in shared):
        return "telling"
    return "same" if shared else None


def tells(value: float) -> bool:
    """Tell whether a figure has so many digits that two statements hardly share it by chance."""
    return len(f"{value:.0f}".strip("0")) >= _TELLING


def _days_apart(left: ClaimFace, right: ClaimFace) -> bool:
    first, second = left.said_on or left.published_on, right.said_on or right.published_on
    return first is not None and second is not None and abs(first - second) > _FAR


def _other_years(left: ClaimFace, right: ClaimFace) -> bool:
    """Both name years, and none in common."""
    return bool(left.days and right.days) and not set(left.days) & set(right.days)


def _evidence(left: ClaimFace, right: ClaimFace, whole: float, speakers: str, figure: str | None) -> tuple[str, ...]:
    found = [speakers, f"shared-words:{whole:.2f}"]
    if figure:
        found.append(f"{figure}-figure")
    if left.polarity and left.polarity == right.polarity:
        found.append("same-polarity")
    first, second = left.said_on or left.published_on, right.said_on or right.published_on
    if first and second:
        found.append("same-day" if first == second else f"days-apart:{abs((first - second).days)}")
    if set(left.agencies) & set(right.agencies):
        found.append("same-agency")
    if left.text == right.text:
        found.append("same-words")
    return tuple(found)
