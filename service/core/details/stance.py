"""Tells how a claim is meant: assertion, denial, demand, pledge, threat or forecast."""

from collections.abc import Iterator, Sequence

from service.core.arabic.clitics import readings, without_article
from service.core.arabic.futures import says_we_shall
from service.core.arabic.letters import fold_word
from service.core.arabic.remembering import remember
from service.core.arabic.runs import tokens_between
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.details.knowledge import StancePhrases, StanceWords
from service.core.records import Claim, Stance

_REACH = 14  # words of a content's main clause that a quick reader weighs
_LEAD = 12  # words between cue and content that may hold its stance (جدد التزامه بـ)
_SUBJECT = 3  # words of a topic before what must be (الدستور الجديد يجب أن)
_FIRST = 2
_OPENING = 4  # an opener stands among the first words, behind a topic of one or two
_LONGEST_PHRASE = 3
_SHORTEST_STEM = 3
_THAT, _REFUSED = ("ان", "بان"), "رفض"
_I_SHALL, _ASKED = "سأ", "سأل"
_WAS, _ASK_NOT, _YOU, _MANY = "كان", "لا", "ت", "وا"
_LEADING, _FRONTED = 2, 5  # words among which a first person's future stands


def find_stance(text: FieldText, claim: Claim, words: StanceWords) -> Stance:
    """Return a claim's stance; what its verb lends (the claim's own) yields only where it is plain assertion."""
    if claim.stance != "assertion":
        return claim.stance
    content = _content_words(text, claim)
    lead = _lead_words(text, claim)
    if claim.cue and claim.cue.kind == "warn":
        return _warning(claim, content, lead, words)
    return (
        _own_act(claim, content, lead, words)
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
    own = _is_own_future(content, lead, None, words) or _is_own_future(content, (), claim, words)  # أنها: who is warned
    return "threat" if own else "assertion"


def _own_act(claim: Claim, content: Sequence[Token], lead: Sequence[str], words: StanceWords) -> Stance | None:
    return "pledge" if _is_own_future(content, lead, claim, words) else None


def _refuted(content: Sequence[Token], words: StanceWords) -> Stance | None:
    """لا أساس لها من الصحة, anywhere in the main clause."""
    folded = _main_clause([token.folded for token in content], words)
    return next((found for i in range(len(folded)) if (found := _phrase_at(folded, i, words.refutations))), None)


def _is_own_future(content: Sequence[Token], lead: Sequence[str], claim: Claim | None, words: StanceWords) -> bool:
    """سنرسل and لن نقوم, أنه سيعود, بلاده ستواصل: the speaker's own side will act."""
    folded = [token.folded for token in content]
    if not folded:
        return False
    first = _FRONTED if folded[0] in words.fronted else _LEADING
    if any(_first_person_future(content, i) for i in range(min(first, len(folded)))):
        return True
    own = words.own | _own_bodies(claim, words)
    held = folded[0] in own or _is_own_country(folded[0], claim)
    behind = 1 if held else _skip_home(folded, claim, words) or _skip_own_name(folded, claim)
    if behind:
        verbs = folded[behind : behind + 2]
        return any(word.startswith(("سي", "ست", "تجدد", "ملتزم")) or word in words.intends for word in verbs)
    if len(folded) > 1 and folded[1] in own and folded[0] not in words.states and _is_future(folded, 0):
        return True  # سيعمل المعهد
    if folded[0] in words.passive_futures and _holds_office(claim):
        return True  # أعلن الوزير أنه سيتم إلغاء الرسم
    return _is_future(folded, 0) and folded[0] not in words.states and bool(lead) and _points_back(lead[-1], claim)


def _holds_office(claim: Claim | None) -> bool:
    held = (s.anonymity == "role_only" or s.role and not s.anonymous for s in claim.speakers) if claim else ()
    return any(held)


def _is_own_country(word: str, claim: Claim | None) -> bool:
    """Tell the country of the speaker's office: الرئيس التركي on تركيا, المتحدث الإيراني on إيران."""
    bare = without_article(word)
    stems = {name.removesuffix("ي") for name in _adjectives(claim) if name != bare}
    return any(len(stem) >= _SHORTEST_STEM and bare.startswith(stem) for stem in stems)


def _skip_home(folded: Sequence[str], claim: Claim | None, words: StanceWords) -> int:
    """Return the end of another name of the speaker's state (الولايات المتحدة), or of its capital, 0 without one."""
    homes = [home for adjective in _adjectives(claim) for home in words.homes.get(adjective, ())]
    if claim and all(speaker.role and not speaker.anonymous for speaker in claim.speakers):
        homes += (words.capitals[adjective] for adjective in _adjectives(claim) if adjective in words.capitals)
    return next((len(home) for home in homes if tuple(folded[: len(home)]) == home), 0)


def _skip_own_name(folded: Sequence[str], claim: Claim | None) -> int:
    """Return the end of a body that the speaker's office names too (وكيل مجلس الشعب on مجلس الشعب), 0 without one."""
    told = [f" {' '.join(words)} " for words in _speakers_words(claim)]
    ends = range(_LONGEST_PHRASE + 1, 1, -1)
    return next((k for k in ends if k <= len(folded) and any(f" {' '.join(folded[:k])} " in text for text in told)), 0)


def _adjectives(claim: Claim | None) -> Iterator[str]:
    """Yield the adjectives in ي in the names and offices of a claim's speakers, masculine and without article."""
    names = (without_article(name).removesuffix("ه") for words in _speakers_words(claim) for name in words[1:])
    yield from (name for name in names if name.endswith("ي"))


def _own_bodies(claim: Claim | None, words: StanceWords) -> frozenset[str]:
    """Return the words of kind by which the speaker's own institution may be called."""
    held = {without_article(word) for told in _speakers_words(claim) for word in told}
    return frozenset().union(*(words.bodies[word] for word in held if word in words.bodies))


def _speakers_words(claim: Claim | None) -> Iterator[list[str]]:
    """Yield the folded words of each name and each office of a claim's speakers."""
    for speaker in claim.speakers if claim else ():
        yield from (fold_word(part).split() for part in (speaker.name, speaker.role) if part)


def _first_person_future(content: Sequence[Token], i: int) -> bool:
    """لن نقوم, سوف أعمل, سنرسل, سأعمل with its hamza; not سنويا, ساهمت, سابقا."""
    word, following = content[i].folded, content[i + 1].folded if i + 1 < len(content) else ""
    if word in ("لن", "سوف", "ولن", "وسوف"):
        return following.startswith(("ن", "ا")) and len(following) > 2
    written = content[i].text.removeprefix("و")
    return says_we_shall(word.removeprefix("و")) or written.startswith(_I_SHALL) and not written.startswith(_ASKED)


def _is_future(folded: Sequence[str], i: int) -> bool:
    return (folded[i].startswith(("سي", "ست")) and len(folded[i]) > 4) or folded[i] in ("لن", "سوف")


def _points_back(complementiser: str, claim: Claim | None) -> bool:
    """أنه points to a masculine speaker, أنها to a feminine one; the cue's ending tells which he is."""
    feminine = claim is not None and claim.cue is not None and claim.cue.span.text.endswith(("ت", "ة"))
    if complementiser.endswith("ها"):
        return feminine and complementiser.startswith(("ان", "بان"))
    return complementiser in ("انه", "بانه", "انهم", "بانهم", "انهما", "اني", "انني", "اننا", "انا") and not feminine


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
        waited = i > 0 and folded[i - 1] == _WAS  # كان ينتظر أن
        if stance and not waited and (stance == "forecast" or i < (_SUBJECT if stance == "demand" else _FIRST)):
            return stance
    return "demand" if _forbids(folded) or folded[:1] == ["علي"] and "ان" in folded[2:7] else None


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
