"""Tells words that are only written like a reporting verb from the verb."""

from collections.abc import Callable, Mapping

from service.core.claims.credited import credits_somebody
from service.core.claims.knowledge import ClaimKnowledge, Form, Shape
from service.core.claims.manners import emphasizes
from service.core.claims.nouns import is_verbal_noun
from service.core.claims.own_words import says_oneself
from service.core.claims.passages import Passage

_MEASURED = ("عدد", "تعداد", "طول", "قيم", "سعر", "نحو", "حوالي", "عمر", "ارتفاع", "حجم", "متوسط", "مجموع", "اجمالي")
_ARRIVED = ("ورد", "وردت", "وردا")
_DESCRIPTION = "وصفا"
_FATHERS, _HOUSE = ("ابي", "ابو", "ابا"), "آل"
_ASYLUM, _FROM, _ALSO = ("لجوء", "اللجوء"), "من", "كما"
_BLAME = ("مسووليه", "المسووليه")
_BETWEEN = 6  # tokens from "between" to "and between"
_COMMAS = ("،", ",")
_WHOSE = ("بلاده", "بلادها", "حكومته", "حكومتها")
_NEAREST_REFUSAL = 8  # tokens
_NEAREST_NUMBER = 5  # tokens from عن to how many were killed
_NEAREST_ACT = 12  # tokens from وجه to what is to be done
_NEAREST = 25  # tokens from a verb to what tells it apart


def looks_alike(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell other verbs that are written alike: يبلغ عددهم, يعدون "تقريرا", شخص ورد اسمه."""
    if _is_other_word(passage, i, form, knowledge):
        return True
    needed = _NEEDED.get((form.verb.lemma, form.shape)) or _NEEDED.get((form.verb.lemma, None))
    if needed:
        return not needed(passage, i, knowledge)
    return form.shape == "imperfect" and _looks_alike_now(passage, i, form, knowledge)


def _is_other_word(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell علي بن أبي طالب, قال طالب الرفاعي, 59 فردا, 60 طالبا, وهو ما دعاها إلى كذا, تابع لـ, my own أعتقد أن."""
    word, goes_on = passage.word(i), passage.is_word(i - 1)
    before = knowledge.forms.get(passage.word(i - 1).removeprefix("و"), ())
    if emphasizes(passage, i, knowledge):
        return True
    if passage.word(i - 1) in _FATHERS or passage.written(i - 1) == _HOUSE:
        return True
    if i in passage.named and any(other.shape == "perfect" for other in before):
        return True
    if word == "فردا" or goes_on and word == "تابع" and passage.word(i + 1).startswith("لل"):
        return True
    if word == "طالبا" and passage.is_number(i - 1):
        return True
    if form.verb.lemma == "دعا" and passage.word(i - 1) in ("ما", "مما") and passage.word(i + 1) != "اليه":
        return True
    return goes_on and form.shape == "perfect" and says_oneself(passage, i, knowledge)


def _looks_alike_now(passage: Passage, i: int, form: Form, knowledge: ClaimKnowledge) -> bool:
    """Tell other verbs that are written alike in the imperfect."""
    lemma, following = form.verb.lemma, passage.word(i + 1)
    if lemma == "افترض":
        return following in knowledge.words.complementisers  # يفترض أن يصل غدا
    if lemma == "ادعى":
        return passage.written(i).endswith("ى")
    if lemma == "أنكر":
        return following.startswith("ل")  # تنكر لوعوده
    if lemma == "أبلغ":
        return following.startswith(_MEASURED) or following.isdecimal() or following == "من"  # تبلغ من العمر
    return lemma == "عد" and form.plural and i + 1 in passage.quotes


def _threatens(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell يهدد الوزير بـ from what endangers: أحكام تضيق على الصحف وتهدد بإغلاقها."""
    near = range(max(0, i - _NEAREST_ACT), i)
    return passage.word(i)[0] != "و" or all(passage.word(k) not in knowledge.particles.relatives for k in near)


def _finds(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell اكتشف العلماء أن … from what anybody finds: research, by a clause, and no thing found."""
    following, words = passage.word(i + 1), knowledge.words
    if passage.word(i).endswith("وا"):
        return following in words.complementisers
    near = range(i + 2, i + _NEAREST_ACT)
    known = following in words.unnamed_group or following in words.documents or following in knowledge.particles.bodies
    return known and any(passage.word(k) in words.complementisers for k in near)


def _parts_nothing(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell وبين الوزير أن from بينها وبين الوزارة."""
    near = range(max(0, i - _BETWEEN), i)
    return passage.word(i) != "وبين" or not any(passage.word(k).startswith("بين") for k in near)


def _answers(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell رد from ورد, which stands inside a sentence (شكوى وردت على الشرطة)."""
    return passage.word(i) not in _ARRIVED or not passage.is_word(i - 1)


def _comments(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell عقب الوزير from عقب اجتماع, عقب الجلسة."""
    following, words = passage.word(i + 1), knowledge.words
    who = i + 1 in passage.named or following in words.roles or following in words.unnamed_person
    return passage.word(i) != "عقب" or who or following == "علي"


def _admits(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell …، مقرا بأن from the seat of something."""
    return not passage.is_word(i - 1)


def _reminds(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell …، مذكرة بأن from a memorandum."""
    said = not passage.is_word(i - 1) and passage.word(i + 1) in ("ان", "بان")
    return said or not passage.word(i).endswith("ه")


def _describes(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell وصف الوزير القرار بأنه from what is refused: رفض الوزير وصف القرار بأنه."""
    if passage.word(i) == _DESCRIPTION:
        return False
    near = (passage.word(k).removeprefix("و") for k in range(i - _NEAREST_REFUSAL, i))
    forms = (form for word in near for form in knowledge.forms.get(word, ()))
    return passage.word(i) != "وصف" or not any(form.verb.lemma == "رفض" for form in forms)


def _asks(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell طلب الوزير تأجيل الجلسة from a request: ناقش المجلس طلب تأجيل, رفض طلبا, طلب اللجوء."""
    word, following = passage.word(i), passage.word(i + 1)
    if word.endswith(("ا", "ه")) and not word.endswith("وا") or following in _ASYLUM:
        return False
    if word != "طلب" or not passage.is_word(i - 1) or passage.word(i - 1) in knowledge.particles.before_verbs:
        return True
    return following.startswith(_FROM) or passage.ends_person(i) or following in knowledge.words.complementisers


def _asks_that(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell تطلب الوزارة أن … from what is in demand, and from a student."""
    near = range(i + 1, i + _NEAREST_NUMBER + 1)
    act = passage.source.field == "title" and is_verbal_noun(passage.word(i + 1), knowledge)  # النقابة تطلب عقد جلسة
    return act or any(passage.word(k) in knowledge.words.complementisers for k in near)


def _counts(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell تحدثت مصادر عن مقتل رجل, تحدث رجل عن 20 قتيلا, from who talks of something, or to somebody."""
    near = range(i + 1, i + _NEAREST_ACT)
    about = next((k for k in near if passage.word(k) in ("عن", ".")), i)
    source, told = passage.word(i + 1), passage.word(about + 1)
    tidings = source in knowledge.particles.tidings | knowledge.words.unnamed_group and is_verbal_noun(told, knowledge)
    if tidings or passage.word(about) == "عن" and told in knowledge.particles.befalling:
        return True
    return passage.word(about) == "عن" and any(passage.is_number(k) for k in range(about + 1, about + _NEAREST_NUMBER))


def _puts_down(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell عزت النقص إلى الحصار from a name inside a sentence."""
    behind_subject = passage.word(i - 1).startswith("ال") or i in passage.name_ends
    return passage.word(i) != "عزت" or not passage.is_word(i - 1) or behind_subject and i not in passage.named


def _pledges(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell تعهد الوزير from the noun: جدد الوزير تعهد بلاده."""
    return passage.word(i + 1) not in _WHOSE


def _directs(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell وجه الرئيس بتوفير الدواء from what is directed at somebody: the act stands right behind its subject."""
    near = range(i + 1, i + _NEAREST_ACT)
    act = next((k for k in near if _is_joined_act(passage.word(k), knowledge)), i)
    before = passage.word(i - 1)
    if act == i or passage.word(i).endswith("ا"):  # أمرا
        return False
    if i in passage.name_ends or before == "قد" or before in knowledge.particles.relatives:
        return True
    opens = not passage.is_word(i - 1) or before in knowledge.particles.before_verbs or passage.word(i).startswith("و")
    alone = act == i + 2 and passage.word(i + 1).startswith("ال")
    named = any(k in passage.name_ends for k in range(i + 2, act + 1))
    return opens and (alone or act in passage.name_ends or named and passage.word(act - 1) in _COMMAS)


def _is_joined_act(word: str, knowledge: ClaimKnowledge) -> bool:
    return word.startswith("ب") and is_verbal_noun(word[1:], knowledge)


def _accuses(passage: Passage, i: int, _knowledge: ClaimKnowledge) -> bool:
    """Tell …، متهما الحكومة بالتقصير from who is accused: behind a comma, and before whom it accuses."""
    following = passage.word(i + 1)
    opens = passage.word(i - 1) in _COMMAS or passage.word(i).endswith("ا") and following.startswith("ال")
    return opens and not following.startswith("ب") and following not in ("في", *_COMMAS)


def _blames(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell حمل الحكومة مسؤولية …, before any clause, from what carries something."""
    words = [passage.word(k) for k in range(i + 1, i + _NEAREST)]
    told = next((word for word in words if word in _BLAME or word in knowledge.words.complementisers), "")
    return told in _BLAME and words[0] not in _BLAME  # تحمل المسؤولية


def _opens_with_clause(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell وأبرز الوزير أن … from أبرز المطالب: it opens a sentence or clause, and a complementiser is near."""
    who = i + 1 in passage.named or passage.word(i + 1) in knowledge.words.roles  # ، أبرز نائب العمدة، في تصريح، أن
    near = range(i + 1, i + (_NEAREST if who else _BETWEEN) + 1)
    said = any(passage.word(k) in knowledge.words.complementisers for k in near)
    also = passage.word(i - 1) == _ALSO and passage.word(i + 1) in knowledge.words.complementisers  # كما أبرز أن
    return also or said and (who or passage.word(i).startswith("و")) and not passage.is_word(i - 1)


def _maintains(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell ادعى الوزير أن … from a charge: ادعى القاضي على سبعة موقوفين."""
    words = (passage.word(k) for k in range(i + 1, i + _NEAREST_ACT))
    return next((word for word in words if word in knowledge.words.complementisers or word == "علي"), "") != "علي"


def _reaches_clause(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell توصل الباحثون إلى أن … from توصلت الصحيفة بنسخة منه."""
    that = next((k for k in range(i + 1, i + _NEAREST) if passage.word(k) in knowledge.words.complementisers), i)
    return passage.word(that - 1) == "الي"


# What a verb needs around it, by lemma and shape (None: in any), to be told from what is written alike.
_NEEDED: Mapping[tuple[str, Shape | None], Callable[[Passage, int, ClaimKnowledge], bool]] = {
    ("بين", None): _parts_nothing,
    ("هدد", "imperfect"): _threatens,
    ("وجد", None): _finds,
    ("اكتشف", None): _finds,
    ("رد", "perfect"): _answers,
    ("ادعى", "perfect"): _maintains,
    ("نسب", None): credits_somebody,
    ("تحدث", "perfect"): _counts,
    ("تحدث", "imperfect"): _counts,
    ("تردد", None): _counts,
    ("وصف", "perfect"): _describes,
    ("طلب", "perfect"): _asks,
    ("طلب", None): _asks_that,
    ("عزا", "perfect"): _puts_down,
    ("تعهد", "perfect"): _pledges,
    ("وجه", None): _directs,
    ("أمر", None): _directs,
    ("اتهم", "participle"): _accuses,
    ("ذكر", "participle"): _reminds,
    ("أقر", "participle"): _admits,
    ("توصل", None): _reaches_clause,
    ("حمل", None): _blames,
    ("أبرز", "perfect"): _opens_with_clause,
    ("عقب", "perfect"): _comments,
}
