"""Tells how a claim is meant: assertion, denial, demand, pledge, threat or forecast."""

from collections.abc import Sequence

from service.core.arabic.clitics import readings
from service.core.arabic.remembering import remember
from service.core.arabic.runs import tokens_between
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.details.knowledge import StancePhrases, StanceWords
from service.core.details.own_acts import is_own_act
from service.core.records import Claim, Stance

_REACH = 14  # words of a content's main clause that a quick reader weighs
_LEAD = 12  # words between cue and content that may hold its stance (جدد التزامه بـ)
_SUBJECT = 3  # words of a topic before what must be (الدستور الجديد يجب أن)
_FIRST = 2
_OPENING = 4  # an opener stands among the first words, behind a topic of one or two
_LONGEST_PHRASE = 3
_THAT, _REFUSED = ("ان", "بان"), "رفض"
_WAS, _MAY = "كان", "قد"
_PAST = ("ت", "تم")
_ON, _SPITE = "علي", "رغم"
_ASK_NOT, _YOU, _MANY = "لا", "ت", "وا"


def find_stance(text: FieldText, claim: Claim, words: StanceWords) -> Stance:
    """Return a claim's stance; what its verb lends (the claim's own) yields only where it is plain assertion."""
    if claim.stance != "assertion":
        return claim.stance
    content = _content_words(text, claim)
    lead = _lead_words(text, claim)
    if claim.cue and claim.cue.kind == "warn":
        return _warning(claim, content, lead, words)
    return (
        ("pledge" if is_own_act(content, lead, claim, words) else None)
        or _refuted(content, words)
        or _opened(content, lead, words)
        or "assertion"
    )


def _content_words(text: FieldText, claim: Claim) -> list[Token]:
    first = claim.spans[0]
    return [token for token in tokens_between(text, first.start, first.end) if token.kind != "mark"][:_REACH]


def _lead_words(text: FieldText, claim: Claim) -> list[str]:
    """Return the words between cue and content, the nearest last."""
    first = claim.spans[0]
    if claim.cue is None or claim.cue.span.field != first.field or claim.cue.span.start > first.start:
        return []
    tokens = tokens_between(text, claim.cue.span.start, first.start)
    return [token.folded for token in tokens if token.kind != "mark"][-_LEAD:]


def _warning(claim: Claim, content: Sequence[Token], lead: Sequence[str], words: StanceWords) -> Stance:
    if any(rest in words.possible for token in content for _, rest in readings(token.folded)):
        return "forecast"
    own = is_own_act(content, lead, None, words) or is_own_act(content, (), claim, words)  # أنها: who is warned
    return "threat" if own else "assertion"


def _refuted(content: Sequence[Token], words: StanceWords) -> Stance | None:
    """لا أساس لها من الصحة, anywhere in the main clause."""
    folded = _main_clause([token.folded for token in content], words)
    return next((found for i in range(len(folded)) if (found := _phrase_at(folded, i, words.refutations))), None)


def _opened(content: Sequence[Token], lead: Sequence[str], words: StanceWords) -> Stance | None:
    for k in (2, 1):
        for start in range(max(len(lead) - k, 0), len(lead)):
            found = words.openers.get(lead[start], {}).get(tuple(lead[start + 1 :]))
            if found == "pledge":
                return found
    folded = _main_clause([token.folded for token in content], words)
    for i in range(len(folded)):
        stance = _phrase_at(folded, i, words.openers) if i < _OPENING else None
        stance = stance or (_marker_at(folded, i, words) if i else None)
        if stance == "denial" and folded[i].startswith(_REFUSED) and lead and lead[-1].startswith(_THAT):  # أنه رفضها
            continue
        if stance == "demand" and folded[i].endswith(_MANY) and lead and lead[-1].startswith(_THAT):  # أن رفاقه أوقفوا
            continue
        waited = i > 0 and folded[i - 1] == _WAS  # كان ينتظر أن
        if stance and not waited and (stance == "forecast" or i < (_SUBJECT if stance == "demand" else _FIRST)):
            return stance
    if _may_happen(folded):
        return "forecast"
    return "demand" if _forbids(folded) or _is_bound_to(folded) else None


def _is_bound_to(folded: Sequence[str]) -> bool:
    """على المجتمع الدولي أن يفعل; not على الرغم من أن."""
    return folded[:1] == [_ON] and "ان" in folded[2:7] and not folded[1].endswith(_SPITE)


def _may_happen(folded: Sequence[str]) -> bool:
    """التصويت قد يؤجل, الحكومة قد تعترف; not الفريق قد تمكن, a past whose ت is the verb's own."""
    i = next((i for i, word in enumerate(folded[:_OPENING]) if word == _MAY), len(folded))
    if i + 1 >= len(folded):
        return False
    verb, feminine = folded[i + 1], i > 0 and folded[i - 1].endswith(("ه", "ات"))
    return verb.startswith("ي") or feminine and verb.startswith("ت") and not verb.endswith(_PAST)


def _forbids(folded: Sequence[str]) -> bool:
    """لا تنتظروا."""
    return folded[:1] == [_ASK_NOT] and len(folded) > 1 and folded[1].startswith(_YOU) and folded[1].endswith(_MANY)


def _marker_at(folded: Sequence[str], i: int, words: StanceWords) -> Stance | None:
    """Behind و, and for a single verb further in, an expectation is somebody else's or another clause's."""
    found = _phrase_at(folded, i, words.markers)
    single = () in words.markers.get(folded[i], {})
    return None if folded[i].startswith("و") or (single and i >= _OPENING) else found


def _main_clause(folded: list[str], words: StanceWords) -> list[str]:
    for i, word in enumerate(folded):
        if i > 1 and word in words.clause_ends:
            return folded[:i]
    return folded


def _phrase_at(folded: Sequence[str], i: int, phrases: StancePhrases) -> Stance | None:
    begun = [phrases[bare] for bare in _bare_forms(folded[i]) if bare in phrases]
    for length in range(min(_LONGEST_PHRASE, len(folded) - i) if begun else 0, 0, -1):
        rest = tuple(folded[i + 1 : i + length])
        for behind in begun:
            if rest in behind:
                return behind[rest]
    return None


@remember(1 << 15)
def _bare_forms(folded: str) -> tuple[str, ...]:
    return tuple(bare for proclitics, bare in readings(folded) if proclitics in ("", "و", "ف", "ب", "ل"))
