"""Finds the words that may make an attribution: finite reporting verbs, participles, verbal nouns."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.arabic.remembering import remember
from service.core.claims.anonymity import hides_name
from service.core.claims.knowledge import ClaimKnowledge, Form
from service.core.claims.lookalikes import looks_alike
from service.core.claims.nouns import has_pronoun, is_verbal_noun
from service.core.claims.passages import Passage

_SHADDA = "\u0651"
_DAMMA = "\u064f"
_LONGEST_TURN = 3  # tokens
_INSIDE = ("في", "ب")
_LIKE = ("بمثابه", "بعد", "بين", "بينما", "بعض")
_FROM = ("عن", "عنه", "عنها", "عنهم")
_NEAREST = 25  # tokens from عبر and نقل to their عن


class CueHit(NamedTuple):
    """A possible cue: its token, its form, and whether و or ف is written onto it."""

    at: int
    form: Form
    joined: bool


def find_cues(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> list[CueHit]:
    """Return the possible cues among tokens start to end in order, at most one a token."""
    forms, found, alone = knowledge.forms, list[CueHit](), True
    for i, word in enumerate(passage.words[start:end], start):
        if len(word) > 1 and not forms.keys().isdisjoint(_spellings(word)):
            cues = list(_read_word(passage, i, start, knowledge, alone=alone))
            alone = alone and not any(cue.form.shape in ("perfect", "imperfect") for cue in cues)
            found.extend(cues)
    return found


def _read_word(passage: Passage, i: int, start: int, knowledge: ClaimKnowledge, *, alone: bool) -> Iterator[CueHit]:
    token = passage.tokens[i]
    if token.kind != "word":
        return
    onto = passage.word(i + 1) == "علي"  # وردا على سؤال
    adverbial = (
        token.folded in knowledge.particles.adjuncts or onto and token.folded[1:] in knowledge.particles.adjuncts
    )
    if adverbial and not _goes_on_saying(passage, i, knowledge, alone=alone):
        return
    doubtful = knowledge.particles.doubtful
    for word, joined in _readings(token.folded):
        forms = knowledge.forms.get(word, ())
        if token.text.endswith("ة"):  # آملة, no أمله
            forms = tuple(form for form in forms if not form.pronoun)
        if not forms or not _fits_prefix(token.folded, word, forms[0]):
            continue
        promised = any(_promises(passage, i, form, knowledge) for form in forms)
        if word not in doubtful or joined or promised or _stands_as_verb(passage, i, start, knowledge):
            if not (_hides_a_name(passage, i, knowledge) or _is_no_report(passage, i, forms[0], knowledge)):
                yield CueHit(i, _choose_form(passage, i, forms, knowledge), joined)
                return


def _turns(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether somebody's turn stands right before a word: "من جانبه وصف …", "بدوره ذكر …"."""
    return any(passage.phrase(k, knowledge.words.turns, i) == i for k in range(max(0, i - _LONGEST_TURN), i))


def _goes_on_saying(passage: Passage, i: int, knowledge: ClaimKnowledge, *, alone: bool) -> bool:
    """Tell whether a word such as قائلا opens a content of its own: behind a comma, or where no verb reports before."""
    word = passage.word(i)
    if not word.endswith("ا"):
        return True
    if passage.word(i + 1) == "علي" and passage.word(i + 2) not in knowledge.words.complementisers:  # ردا على سؤال
        return False
    said = alone and (i + 1 in passage.quotes or passage.word(i + 1) in knowledge.words.complementisers)
    says = any(form.shape != "perfect" for form in knowledge.forms.get(word, ()))  # not علما, of two
    return says and (said or passage.word(i + 1) == ":" or passage.word(i - 1) in ("،", ","))


def _choose_form(passage: Passage, i: int, forms: tuple[Form, ...], knowledge: ClaimKnowledge) -> Form:
    """Of two verbs written alike take the one whose preposition stands near; else the first listed."""
    if len(forms) > 1:
        near = {passage.word(k) for k in range(i + 1, i + 6)}
        for form in forms:
            if form.verb.prepositions & near or _promises(passage, i, form, knowledge):
                return form
    return forms[0]


def _promises(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell what is promised (تعد الحكومة بفتحه, "…، ويعد بفتحه") from what is taken for something (يعد بمثابة)."""
    following = passage.word(i + 1)
    attached = following.startswith("ب") and following not in _LIKE and len(following) > 3
    act = not passage.is_word(i - 1) and is_verbal_noun(following[1:], knowledge)
    return form.verb.stance == "pledge" and attached and (act or passage.source.field == "title")


def _hides_a_name(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """طلب عدم نشر اسمه tells of the source, it reports nothing."""
    return hides_name(passage, i, knowledge) > i


def _is_no_report(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell what only looks like a verb that reports.

    The noun عدة, يدعى, معترفا به, عبر and نقل without عن ("إنتاج ونقل الكهرباء"), جاء في of no document.
    """
    if looks_alike(passage, i, form, knowledge):
        return True
    if form.shape == "masdar" and is_purpose(passage.word(i), passage.word(i + 1)):
        return True
    if form.shape == "participle" and form.feminine and i == 0:  # طالبة: …
        return True
    if form.shape == "participle" and _tells_no_act(passage, i, form, knowledge):
        return True
    following = passage.word(i + 1)
    inside = following in knowledge.particles.with_pronouns and following.startswith(_INSIDE)  # بيان جاء فيه أن
    if form.verb.within and not inside and document_behind(passage, i, knowledge) == i:
        return True
    finite = form.shape in ("perfect", "imperfect")
    bare = finite and form.verb.lemma == "عبر" and _SHADDA not in passage.written(i)
    noun = form.verb.lemma == "نقل" and _may_carry(passage, i, form, knowledge)
    if bare and following in knowledge.particles.channels:  # في بيان أصدره عبر صفحته
        return True
    if (bare or noun) and not _tells_from(passage, i + 1, knowledge):
        return True
    return _is_unsaid(passage, i, form, knowledge)


def _tells_from(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether عن follows, alone or with a pronoun, before any clause of what was said."""
    last = i + _NEAREST
    while i < last and passage.word(i) not in knowledge.words.complementisers:
        if passage.word(i) in _FROM:
            return True
        i = passage.behind_quote(i) if i in passage.quotes and passage.quotes[i].closed else i + 1
    return False


def _may_carry(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell نقل that may be the noun: not told of a medium or a document, nor with أن at once."""
    if form.shape != "perfect" or form.feminine or form.pronoun:
        return False
    following, words = passage.word(i + 1).removeprefix("ال"), knowledge.words
    return following not in words.media_heads | words.documents | words.complementisers


def is_purpose(word: str, following: str) -> bool:
    """رفضا لـ، تمهيدا لـ، احتجاجا على tell why, not what."""
    return word.endswith("ا") and (following.startswith("ل") or following == "علي")


def _tells_no_act(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell معترفا به from معترفا, and مجددا, which is "again" but before somebody's act (…، مجددا دعوته, التأكيد)."""
    following = passage.word(i + 1)
    act = has_pronoun(following, knowledge) or following.startswith("ال") and is_verbal_noun(following[2:], knowledge)
    act = act or passage.word(i - 1) in ("،", ",") and is_verbal_noun(following, knowledge)
    return form.verb.lemma == "جدد" and not act or _is_by_it(following, knowledge)


def _is_by_it(word: str, knowledge: ClaimKnowledge) -> bool:
    return word.startswith("ب") and word in knowledge.particles.with_pronouns


def is_marked_passive(passage: Passage, cue: CueHit) -> bool:
    """Tell a verb whose first letter is written with the vowel of the passive: ذُكر أن."""
    return passage.written(cue.at)[cue.joined + 1 :][:1] == _DAMMA


def document_behind(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Return the document in which something stands (جاء في البيان): its token, or i where there is none."""
    parts = knowledge.particles.parts_of_documents | knowledge.particles.drafts
    part = passage.word(i + 2) in parts  # جاء في نص الإعلان
    told = part and passage.word(i + 3).startswith("ال") or passage.word(i + 2 + part) in knowledge.words.documents
    found = passage.word(i + 1) == "في" and told
    return i + 2 if found else i


def _is_unsaid(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """لم يذكر، لم تحدد report nothing; what is not denied or not ruled out, and what is not believed, is said."""
    negated = passage.word(i - 1) in knowledge.particles.negations
    return negated and form.verb.kind not in ("deny", "predict") and not form.verb.opinion


@remember(1 << 16)
def _readings(word: str) -> tuple[tuple[str, bool], ...]:
    """Return the words that a folded word may be behind its particles, and whether و or ف joins it on."""
    found = [(word, False)]
    if word[0] in "وف" and len(word) > 2:
        found.append((word[1:], True))
        if word[1] in "سب" and len(word) > 4:
            found.append((word[2:], True))
    if word[0] == "ل" and len(word) > 4 and word[1] in "يت":
        found.append((word[1:], True))
    if word[0] in "سب" and len(word) > 3 and (word[0] == "ب" or word[1] in "يت"):
        found.append((word[1:], False))
    return tuple(found)


@remember(1 << 16)
def _spellings(word: str) -> tuple[str, ...]:
    return tuple(reading for reading, _ in _readings(word))


def _fits_prefix(written: str, word: str, form: Form) -> bool:
    """ب stands before a verbal noun (بقوله), س before an imperfect (سيعلن)."""
    prefix = written.removesuffix(word).lstrip("وف")
    if prefix == "ل":  # …، ليضيف أن; ليؤكد may tell what for
        return form.shape == "imperfect" and form.verb.bare
    dual = prefix == "س" and word.endswith("ان")  # names such as سيريان
    return not prefix or not dual and form.shape == ("masdar" if prefix == "ب" else "imperfect")


def _stands_as_verb(passage: Passage, i: int, start: int, knowledge: ClaimKnowledge) -> bool:
    before = passage.word(i - 1) if i > start else ""
    if _turns(passage, i, knowledge):
        return True
    if _SHADDA in passage.written(i):
        return True
    apart = not passage.is_word(i - 1) and not passage.is_number(i - 1)  # 200 مركزاً
    if not before or apart or before in knowledge.particles.before_verbs | knowledge.particles.with_pronouns:
        return True
    return passage.word(i) in knowledge.particles.after_subject and (before.startswith("ال") or i in passage.name_ends)
