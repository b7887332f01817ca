"""Tells whether a content is what the speaker's own side means to do (سنرسل, بلاده ستواصل, وفد الحركة لن يتوجه)."""

from collections.abc import Iterator, Sequence
from itertools import chain

from service.core.arabic.clitics import strip_attached, without_article
from service.core.arabic.futures import says_we_shall
from service.core.arabic.letters import fold_word
from service.core.arabic.tokens import Token
from service.core.details.knowledge import StanceWords
from service.core.records import Claim, Speaker

_LONGEST_NAME = 4
_SHORTEST_STEM = 3
_SHORTEST_NAME = 5  # letters of a single word that the speaker's name has too (الأهلي)
_I_SHALL, _ASKED = "سأ", "سأل"
_LEADING, _FRONTED = 2, 5  # words among which a first person's future stands
_JOINED = 6  # words behind a subject among which a second verb stands (الحكومة باقية … ولن تغادر)
_SUBJECT = 4  # words of a subject that is a body's (المكتب التنفيذي للاتحاد سيعقد)
_FOREIGN = "اجنبي"
_REALMS = ("دوله", "جمهوريه", "مملكه")
_SHALL, _SHALL_TOO = ("سي", "ست"), ("وسي", "وست")


def is_own_act(content: Sequence[Token], lead: Sequence[str], claim: Claim | None, words: StanceWords) -> bool:
    """Tell whether the speaker's own side will act; lead is what stands between cue and content."""
    folded = [token.folded for token in content]
    if not folded:
        return False
    first = _FRONTED if folded[0] in words.fronted else _LEADING
    if any(_first_person_future(content, i) for i in range(min(first, len(folded)))):
        return True
    own = words.own | _own_bodies(claim, words)
    if behind := _skip_own_side(folded, own, claim, words):
        return _intends(folded, behind, words)
    if len(folded) > 1 and folded[1] in own and folded[0] not in words.states and _is_future(folded, 0):
        return True  # سيعمل المعهد
    if _holds_office(claim) and (_will_be_done(folded, words) or _will_do(folded, claim, words)):
        return True
    if _announces(claim) and folded[0] in words.planned and not words.coming.isdisjoint(folded):
        return True
    return _is_future(folded, 0) and folded[0] not in words.states and bool(lead) and _points_back(lead[-1], claim)


def _skip_own_side(folded: Sequence[str], own: frozenset[str], claim: Claim | None, words: StanceWords) -> int:
    """Return the end of a subject that is the speaker's own side, with its nation's adjective, 0 without one."""
    if folded[0] in _REALMS and len(folded) > 1 and _is_own_country(folded[1], claim):
        return 2  # دولة قطر
    if folded[0] in own or _is_own_country(folded[0], claim):
        following = folded[1] if len(folded) > 1 else ""
        if following in chain.from_iterable(_speakers_words(claim)):
            return 2
        return 0 if without_article(following).removesuffix("ه") in words.capitals else 1  # another's government
    return _skip_home(folded, claim, words) or _skip_own_name(folded, claim)


def _intends(folded: Sequence[str], behind: int, words: StanceWords) -> bool:
    """بلاده ستواصل, بلاده تعتزم, الحكومة باقية ولن تغادر."""
    verbs, later = folded[behind : behind + 2], folded[behind : behind + _JOINED]
    shall = any(word.startswith((*_SHALL, "تجدد", "ملتزم")) or word in words.intends for word in verbs)
    return shall or any(_is_second_future(word, words) for word in later)


def _is_second_future(word: str, words: StanceWords) -> bool:
    return word == "ولن" or word.startswith(_SHALL_TOO) and word[1:] not in words.states


def _will_be_done(folded: Sequence[str], words: StanceWords) -> bool:
    """سيتم إلغاء الرسم, الإجراءات ستتم في أقرب وقت: by those who are under an officer."""
    return not words.passive_futures.isdisjoint(folded[:_SUBJECT])


def _will_do(folded: Sequence[str], claim: Claim | None, words: StanceWords) -> bool:
    """المكتب التنفيذي للاتحاد سيعقد: a body that one officer tells of is most often his."""
    if without_article(folded[0]) not in words.acting:
        return False
    verb = next((i for i in range(1, min(_SUBJECT + 1, len(folded))) if _is_future(folded, i)), 0)
    return verb > 0 and folded[verb] not in words.states and not _is_of_others(folded[1:verb], claim, words)


def _is_of_others(described: Sequence[str], claim: Claim | None, words: StanceWords) -> bool:
    """Tell a body of another nation than the speaker's: القوات الأجنبية, الجيش الإسرائيلي."""
    nations = {without_article(word).removesuffix("ه") for word in described}
    return any(nation in words.capitals or nation == _FOREIGN for nation in nations - set(_adjectives(claim)))


def _announces(claim: Claim | None) -> bool:
    return any(_is_officer(speaker) or speaker.anonymity == "named" for speaker in claim.speakers) if claim else False


def _holds_office(claim: Claim | None) -> bool:
    return any(_is_officer(speaker) for speaker in claim.speakers) if claim else False


def _is_officer(speaker: Speaker) -> bool:
    return speaker.anonymity == "role_only" or bool(speaker.role) and not speaker.anonymous


def _is_of_state(speaker: Speaker, words: StanceWords) -> bool:
    """Tell a ministry, a government, an embassy; what a state's agency tells is not what it will do."""
    first, _, _ = (speaker.name or "").partition(" ")
    return fold_word(first) in words.state_bodies


def _is_own_country(word: str, claim: Claim | None) -> bool:
    """Tell the country of the speaker's office: الرئيس التركي on تركيا, المتحدث الإيراني on إيران."""
    written = {word, without_article(word)}  # ألمانيا has no article
    stems = {name.removesuffix("ي") for name in _adjectives(claim) if name not in written}
    return any(len(stem) >= _SHORTEST_STEM and bare.startswith(stem) for stem in stems for bare in written)


def _skip_home(folded: Sequence[str], claim: Claim | None, words: StanceWords) -> int:
    """Return the end of another name of the speaker's state (الولايات المتحدة), or of its capital, 0 without one."""
    told = {without_article(name).removesuffix("ه") for name in chain.from_iterable(_speakers_words(claim))}
    homes = [home for nation in told for home in words.homes.get(nation, ())]
    at_once = claim is not None and not claim.via  # a paper that has it from a ministry tells of another's act
    if claim and all(_is_officer(speaker) or at_once and _is_of_state(speaker, words) for speaker in claim.speakers):
        homes += (words.capitals[nation] for nation in told if nation in words.capitals)
    return next((len(home) for home in homes if tuple(folded[: len(home)]) == home), 0)


def _skip_own_name(folded: Sequence[str], claim: Claim | None) -> int:
    """Return the end of a body that the speaker's office names too (وكيل مجلس الشعب on مجلس الشعب), 0 without one.

    So with what the office is for: المستشار الإعلامي للرئيس on الرئيس.
    """
    told = [f" {' '.join(words)} " for words in _speakers_words(claim)]
    told += [text.replace(" لل", " ال") for text in told]
    shortest = 1 if len(folded[0]) >= _SHORTEST_NAME and folded[0].startswith("ال") else 2
    ends = range(min(_LONGEST_NAME, len(folded)), shortest - 1, -1)
    return next((k for k in ends if any(f" {' '.join(folded[:k])} " in text for text in told)), 0)


def _adjectives(claim: Claim | None) -> Iterator[str]:
    """Yield the adjectives in ي in the names and offices of a claim's speakers, masculine and without article."""
    names = (without_article(name).removesuffix("ه") for words in _speakers_words(claim) for name in words[1:])
    yield from (name for name in names if name.endswith("ي"))


def _own_bodies(claim: Claim | None, words: StanceWords) -> frozenset[str]:
    """Return the words of kind by which the speaker's own institution may be called."""
    told = list(chain.from_iterable(_speakers_words(claim)))
    held = {without_article(word) for word in told} | {strip_attached(word) for word in told}
    return frozenset().union(*(words.bodies[word] for word in held if word in words.bodies))


def _speakers_words(claim: Claim | None) -> Iterator[list[str]]:
    """Yield the folded words of each name and each office of a claim's speakers."""
    for speaker in claim.speakers if claim else ():
        yield from (fold_word(part).replace("،", "").split() for part in (speaker.name, speaker.role) if part)


def _first_person_future(content: Sequence[Token], i: int) -> bool:
    """لن نقوم, سوف أعمل, سنرسل, سأعمل with its hamza; not سنويا, ساهمت, سابقا."""
    word, following = content[i].folded, content[i + 1].folded if i + 1 < len(content) else ""
    if word in ("لن", "سوف", "ولن", "وسوف"):
        return following.startswith(("ن", "ا")) and len(following) > 2
    written = content[i].text.removeprefix("و")
    return says_we_shall(word.removeprefix("و")) or written.startswith(_I_SHALL) and not written.startswith(_ASKED)


def _is_future(folded: Sequence[str], i: int) -> bool:
    return (folded[i].startswith(_SHALL) and len(folded[i]) > 4) or folded[i] in ("لن", "سوف")


def _points_back(complementiser: str, claim: Claim | None) -> bool:
    """أنه points to a masculine speaker, أنها to a feminine one; the cue's ending tells which he is."""
    feminine = claim is not None and claim.cue is not None and claim.cue.span.text.endswith(("ت", "ة"))
    if complementiser.endswith("ها"):
        return feminine and complementiser.startswith(("ان", "بان"))
    return complementiser in ("انه", "بانه", "انهم", "بانهم", "انهما", "اني", "انني", "اننا", "انا") and not feminine
