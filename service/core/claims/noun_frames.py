"""Finds noun phrases that are contents: with the verb's preposition (شدد على ضرورة …) or as its object (نفى وجود …)."""

from service.core.claims.anonymity import hides_name
from service.core.claims.broadcasts import behind_broadcast
from service.core.claims.cues import CueHit, is_purpose
from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.manners import THE_SAME
from service.core.claims.measured import is_amount, is_effect
from service.core.claims.nouns import has_pronoun, is_verbal_noun
from service.core.claims.passages import Passage
from service.core.claims.prepositions import completes_office, is_from_body, is_of_noun, is_purpose_of, tells_where

_COMMAS = ("،", ",")
_OF_HOPES = ("في", "من")
_ABOUT = "عن"
_THAT = "ذلك"  # معللا ذلك بـ
_BOUND = ("الالتزام", "التمسك")
_READY = ("الاستعداد", "الدعوه")
_DONE = ("تم", "يتم", "وتم", "سيتم", "جري")  # make a passive of the noun behind them
_WITNESSES, _WHOLE = "شهود", ("ون", "اء", "مصادر")  # شهود عيان; what no noun completes
_HAD, _TOLL = "قد", "حصيله"
_HIM = "ايا"  # إياه, إياها
_LONGEST_IN_BRACKETS = 10  # tokens
_NEAREST_CLAUSE = 6  # tokens behind a noun within which a clause makes it a part of the source
_LONGEST_SOURCE = 3  # words by which sources without name are told
_SHORTEST_ACT = 5  # letters with the article
_NEAREST_COUNT = 14
_NEAREST_REMINDER = 4  # tokens from ذكّر to its ب


def read_noun(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> Frame | None:
    """Return the frame of a content that is a noun phrase and begins at token i, or with its preposition there."""
    word, following, verb = passage.word(i), passage.word(i + 1), cue.form.verb
    if is_of_noun(passage, i, knowledge) or _is_as_told(passage, cue, i, knowledge):
        return None
    name = passage.names.get(i)
    body = name is not None and name.type == "organization" and not name.attached  # جدد اتحاد العمال دعوته
    if following in knowledge.words.complementisers or body or i in passage.named or _is_first_name(passage, i):
        return None
    if word in verb.prepositions and word in knowledge.particles.prepositions:
        return _read_prepared(passage, cue, i, knowledge)
    if "ب" in verb.prepositions and _is_attached(word, knowledge) and word not in knowledge.particles.with_pronouns:
        return _read_attached(passage, cue, i, knowledge)
    if "ل" in verb.prepositions and word.startswith("ل") and is_purpose_of(passage, i, knowledge):
        return Frame("noun", i, i, "ل")
    if "ب" in verb.prepositions and verb.of_somebody and i in passage.quotes and _is_attached(following, knowledge):
        return Frame("noun", i, i + 1, "ب")  # اتهم الصحف "بالتواطؤ" مع …
    measured = is_effect if verb.of_causes else is_amount if verb.of_amounts else _is_object
    told = measured(passage, cue, i, knowledge) or _is_act_in_marks(passage, cue, i, knowledge)
    return Frame("noun", i, i) if told else None


def _is_as_told(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> bool:
    """وفق ما أكده عضو التنسيقية: what he said is not behind him."""
    told = passage.word(cue.at - 1) == "ما" and passage.word(cue.at - 2) in knowledge.source_starts
    return told and (cue.form.pronoun or passage.word(i) == _ABOUT) and not cue.form.verb.described


def _read_attached(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> Frame | None:
    """Read what follows the ب of a verb, written onto its first word (طالب بزيادة الأجور)."""
    word = passage.word(i)
    office = i == cue.at + 2 and completes_office(passage, i, knowledge)
    confessed = cue.form.verb.kind == "reveal" and (i == cue.at + 1 or passage.ends_person(i))  # أقر فلان بالنقص
    other_act = cue.form.verb.of_acts and not confessed and not _is_told_act(passage, cue, word, knowledge)
    other_act = other_act or cue.form.verb.inserts and i > cue.at + _NEAREST_REMINDER  # ذكّر بـ, written like ذكر
    if office or other_act or tells_where(passage, i, knowledge):
        return None
    if word == "ب" and (i + 1) in passage.quotes:
        return Frame("quote", i, i + 1, "ب")
    return None if _is_adjective(passage, cue) else Frame("noun", i, i, "ب")


def _read_prepared(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> Frame | None:
    """Read what follows the verb's own preposition (شدد على …)."""
    word, following = passage.word(i), passage.word(i + 1)
    if following == "ما":
        return Frame("pointer", i, i + 1, word)
    if behind_broadcast(passage, i, knowledge) or is_from_body(passage, i, knowledge):
        return None
    loose = cue.form.shape == "masdar" and not cue.form.pronoun or cue.form.verb.of_acts and word == _ABOUT
    if loose and not _begins_act(passage, i + 1, knowledge):
        return None
    that = i + 2 + (passage.word(i + 2) in _OF_HOPES)
    if following in knowledge.particles.convictions and passage.word(that) in knowledge.words.complementisers:
        return Frame("clause", that, that + 1)  # عن اعتقاده بأن, عن أمله في أن
    counted = word == _ABOUT and passage.is_number(i + 1) and i - cue.at < _NEAREST_COUNT  # تحدثت الشرطة عن 26 قتيلا
    opens = passage.is_word(i + 1) or counted or (i + 1) in passage.quotes
    return Frame("noun", i, i + 1, word) if opens and following not in knowledge.particles.never_content else None


def _is_object(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> bool:
    verb, word = cue.form.verb, passage.word(i)
    hidden = hides_name(passage, i, knowledge) > i or word.startswith(_HIM)  # مسؤول رفض ذكر اسمه, واصفا إياه بـ
    if hidden or word in knowledge.words.unnamed_group or _tells_of_document(passage, cue, word, knowledge):
        return False
    beside = i == cue.at + 1 or i == cue.at + 2 and passage.word(i - 1).startswith(_HIM) and verb.clause
    if verb.described and beside and cue.form.shape == "participle" and not cue.form.feminine:
        return passage.is_word(i) and word not in knowledge.particles.prepositions and word != _THAT
    why = is_purpose(word, passage.word(i + 1)) and word not in knowledge.particles.declared
    if not verb.noun or why and not has_pronoun(word, knowledge):
        return False
    if i == cue.at + 1 and cue.form.feminine and word in knowledge.words.institutions and word.endswith("ه"):
        return False  # وتوقعت إدارة الأرصاد …
    place = passage.word(i - 2)
    if place in knowledge.words.places_of_saying - knowledge.words.times and has_pronoun(word, knowledge):
        return False  # في مؤتمر صحفي عقده
    called = i == cue.at + 1 and (i + 1 in passage.quotes or i + 1 in passage.names)  # أعلن تنظيم «…» مسؤوليته
    if word in knowledge.words.institutions and (called or verb.person):  # أبلغت إدارة المصنع
        return False
    tidings = i > cue.at + 1 and word in knowledge.particles.tidings  # نفى الوزير تقارير عن …, but نفت تقارير …
    deniable = tidings or word in knowledge.particles.deniable or _is_hearsay(passage, i, knowledge)
    denied = verb.kind == "deny" and deniable
    told = i > cue.at + 1 or cue.form.shape == "imperfect"  # الجزائر تعلن حالة الطوارئ
    told = told or passage.word(cue.at - 1) == _HAD
    toll = word == _TOLL and not passage.word(i + 1).startswith("ال")  # حصيلة أولية
    declared = told and (toll or word in knowledge.particles.declared)  # أعلن الرئيس حالة الطوارئ, but أعلنت حالة …
    act = is_verbal_noun(word, knowledge) or _is_definite_act(passage, i, knowledge)
    asked = i == cue.at + 2 and passage.word(i - 1) in knowledge.particles.with_pronouns and word.startswith("ال")
    act = act or asked and is_verbal_noun(word[2:], knowledge)  # واقترح عليه التسجيل
    act = act or word in knowledge.particles.of_acts and is_verbal_noun(passage.word(i + 1), knowledge)
    if not (denied or declared or act):
        return False
    return _closes_subject(passage, cue, i, knowledge)


def _is_act_in_marks(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> bool:
    """نفى الوزير "رفع الأسعار": a verbal noun that opens a quotation behind the verb or its subject."""
    act = is_verbal_noun(passage.word(i + 1), knowledge) or _is_definite_act(passage, i + 1, knowledge)
    act = act or cue.form.verb.stance == "pledge" and i in passage.name_ends  # تعهد فلان "الوفاء بوعده"
    return i in passage.quotes and cue.form.verb.noun and act and _closes_subject(passage, cue, i, knowledge)


def _tells_of_document(passage: Passage, cue: CueHit, word: str, knowledge: ClaimKnowledge) -> bool:
    """أكد استطلاع نشره المعهد أن …: a verb with a pronoun, that of the document."""
    verbal = any(form.shape == "perfect" and form.pronoun for form in knowledge.forms.get(word, ()))
    return verbal and passage.word(cue.at + 1) in knowledge.words.documents


def _is_hearsay(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """نفى ما تردد عن …, but not "رفضت الدعوى، ما أثار استياء"."""
    following, particles = passage.word(i + 1), knowledge.particles
    told = passage.is_word(i + 1) and following not in particles.prepositions
    return passage.word(i) == "ما" and told and following not in particles.consequences


def _is_told_act(passage: Passage, cue: CueHit, word: str, knowledge: ClaimKnowledge) -> bool:
    """أفاد المصدر بمقتل …: behind أفاد به another ب tells of something else."""
    act = word[1:].removeprefix("ال")
    thing = word.startswith("بال") and act not in knowledge.words.verbal_nouns and act.startswith("ا")  # بالأعلام
    return (
        is_verbal_noun(act, knowledge)
        and not thing
        and passage.word(cue.at + 1) not in knowledge.particles.with_pronouns
    )


def _is_first_name(passage: Passage, i: int) -> bool:
    """محمد علي …: behind a person's name علي with dots is no preposition."""
    if passage.is_first_name(i):
        return True
    return passage.written(i) == "علي" and i in passage.name_ends and i - 1 in passage.named


def _begins_act(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """حديث الوزير عن إغلاق الميناء says that it closes; عن العلاقات names a subject only."""
    return i in passage.quotes or is_verbal_noun(passage.word(i), knowledge)


def _is_definite_act(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """التوصل إلى، الانتهاء من: with the article only where the preposition shows the verb in the noun."""
    word, following = passage.word(i), passage.word(i + 1)
    governs = following in knowledge.particles.prepositions
    governs = governs or word in _READY and following[:1] == "ل"  # الاستعداد لمواصلة
    bound = word in _BOUND and following.startswith("ب")  # الالتزام بأحكام القانون
    governs = governs or bound or following.startswith("بال") and not word.endswith("ي")  # الالتزام بالقرار
    if not word.startswith("ال") or not governs or len(word) < _SHORTEST_ACT:
        return False
    if passage.word(i + 2) in knowledge.words.complementisers:  # جدد التشديد على أن
        return False
    return is_verbal_noun(word[2:], knowledge)


def _is_adjective(passage: Passage, cue: CueHit) -> bool:
    """دولة مهددة بالتقسيم: without a comma before it a feminine participle tells of the noun before it."""
    return cue.form.shape == "participle" and cue.form.feminine and passage.word(cue.at - 1) not in _COMMAS


def _is_attached(word: str, knowledge: ClaimKnowledge) -> bool:
    return word.startswith("ب") and word not in knowledge.words.attached_prepositions and len(word) != 2


def _closes_subject(passage: Passage, cue: CueHit, i: int, knowledge: ClaimKnowledge) -> bool:
    """A noun begins the object only where the subject before it is complete: definite, named, or a time word."""
    before, words = passage.word(_behind_bracket(passage, i) - 1), knowledge.words
    if before in knowledge.particles.relatives or before in _DONE:
        return False
    if i == cue.at + 1 or before in THE_SAME or _closes_unnamed(passage, cue.at + 1, i, knowledge):
        return True
    adverbial = before in knowledge.particles.prepositions or before in knowledge.particles.adjuncts
    if adverbial and cue.form.verb.kind != "deny":  # لدى وصوله: when it was said; but نفى ما تردد عن وصوله
        return False
    if has_pronoun(passage.word(i), knowledge) or before in knowledge.particles.with_pronouns:
        return True
    if before in knowledge.particles.prepositions or before in words.verbal_nouns:
        return False
    definite = before.startswith(("ال", "بال", "وال")) or before.startswith("لل") and passage.word(i).startswith("ال")
    told = _has_pronoun(passage.written(i - 1)) or before in words.documents and _opens_content(passage, i, knowledge)
    venue = passage.word(i - 2) in ("في", "خلال") and told  # في مرافعته, في بيان
    if definite or venue or i in passage.name_ends or before in _COMMAS or passage.closes_quote(i - 1):
        return True
    if before in words.roles or before in words.unnamed_person:
        return False
    people = before in words.unnamed_group and before.endswith("ون")  # توقع محللون ارتفاع …
    return people or before in words.times or before in knowledge.particles.emphases or _ends_date(before)


def _behind_bracket(passage: Passage, i: int) -> int:
    """Step back over what stands in brackets before a token: مساء الجمعة (12 أبريل) ارتفاع …."""
    if passage.word(i - 1) != ")":
        return i
    return next((k for k in range(i - 2, max(0, i - _LONGEST_IN_BRACKETS), -1) if passage.word(k) == "("), i)


def _closes_unnamed(passage: Passage, start: int, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell where sources without name are told: نفت مصادر وجود, أكد شهود عيان إصابة, أوساط سياسية عدة."""
    before, words = passage.word(i - 1), knowledge.words
    if passage.word(start) not in words.unnamed_group or not is_verbal_noun(passage.word(i), knowledge):
        return False
    if any(passage.word(k) in words.complementisers for k in range(i + 1, i + _NEAREST_CLAUSE)):
        return False
    head = passage.word(start)
    described = before.endswith(("ه", "يون")) or head == _WITNESSES
    return head.endswith(_WHOLE) and i == start + 1 or described and i <= start + _LONGEST_SOURCE


def _opens_content(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell تدهور الوضع and ما تردد, behind في بيان, from what tells of the document (بيان استنكار, بيان نشر اليوم)."""
    spread = any(form.verb.relays for form in knowledge.forms.get(passage.word(i), ()))
    return passage.word(i) == "ما" or passage.word(i + 1).startswith("ال") and not spread


def _has_pronoun(written: str) -> bool:
    return written.endswith(("ه", "ها")) and not written.startswith("ال")


def _ends_date(word: str) -> bool:
    return word.isdigit() or word.endswith(("يه", "ي"))
