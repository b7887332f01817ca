"""Tells the nouns and adjectives that names of institutions are made of."""

from collections.abc import Sequence

from service.core.recognition.features import list_kinds
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.nations import is_nationality
from service.core.recognition.words import UNSEEN, bare, find_stem

OTHER_KINDS = frozenset({"office", "title", "function", "saying", "time", "country", "city3", "nisba"})
_NO_NOUNS = frozenset({"function", "time"})
# These begin with ال as they are folded: آلاف, ألقت, ألغى.
INDEFINITE = frozenset({"الاف", "الام", "الات", "الهه", "القت", "القي", "الغت", "الغي", "الزمت", "الحقت"}) | frozenset(
    {"العاب", "الوان", "القاب", "الغام", "الحان"}
)
_DEFINITE = ("ال", "لل")
_KINDS = ("يين", "يون", "يات")  # how adjectives in ي end in the plural
_LONGEST = 7  # words
_UN, _ARABS, _SEATED = "غير", "العرب", "ب"


def is_plain_noun(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether an indefinite word may stand between a head and the definite word that makes it a name."""
    bare_word = word.isalpha() and len(word) > 2 and word[:2] not in _DEFINITE and word not in knowledge.unnamed
    if not bare_word or find_stem(word, knowledge.words).clitics[:1] == "و":
        return False
    uses = knowledge.words.uses
    joined = word[0] == "ل" and uses.get(word[1:], UNSEEN).bits > uses.get(word, UNSEEN).bits  # لتقصي
    return not joined and "function" not in knowledge.words.kinds.get(word, ())


def is_definite_noun(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word with the article may be a noun in a name."""
    core = word.removeprefix("ال")
    if len(core) < 2 or core == word or word in INDEFINITE or core in knowledge.unnamed:
        return False
    return _NO_NOUNS.isdisjoint(knowledge.words.kinds.get(word, ()))


def is_work(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell the noun of a field or a work, which goes on with what it is done to: "حقوق", "مكافحة", "تشغيل"."""
    return word in knowledge.fields or word in knowledge.actions


def is_adjective(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word is a definite adjective of nation, kind or rank, as names of institutions have them."""
    core = word.removeprefix("ال")
    if core == word:
        return False
    masculine = core[:-1] if core.endswith("يه") else core
    if core in knowledge.ranks or masculine in knowledge.ranks:
        return True
    return masculine.endswith("ي") and len(masculine) >= 3 and masculine not in knowledge.ordinary


def is_object(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell a definite noun behind a definite word or a rare name, no part of it: "تنظم جامعة القاهرة المؤتمر"."""
    core, before = words[i].removeprefix("ال"), words[i - 1]
    open_ = before in knowledge.words.uses and not before.startswith("ال") and not before.startswith(_SEATED)
    if core == words[i] or open_:
        return False
    masculine = core.removesuffix("ه")
    described = masculine.endswith("ي") or not {core, masculine}.isdisjoint(knowledge.kinds | knowledge.ranks)
    return not described and words[i] != _ARABS and not is_nationality(words[i], knowledge)


def skip_adjectives(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of the adjectives that begin at word i, i where there are none."""
    end = i
    while end < len(words) and end - i < _LONGEST and is_adjective(words[end], knowledge):
        end += 1
    return end


def skip_kinds(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of adjectives behind a field, those that only tell what a body is for among them."""
    end = i
    while end < len(words) and end - i < _LONGEST:
        if words[end] == _UN and end + 1 < len(words) and words[end + 1].startswith("ال"):  # غير الشرعية
            end += 2
            continue
        core = words[end].removeprefix("ال")
        known = core in knowledge.kinds or core.removesuffix("ه") in knowledge.kinds
        kind = known and core != words[end] and not is_nationality(words[end - 1], knowledge)
        if not kind and not is_adjective(words[end], knowledge):
            break
        end += 1
    return end


def skip_plural(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> int:
    """Return the end of an adjective of kind or nation in the plural: "للصحفيين التونسيين", "للنساء الديمقراطيات"."""
    if i >= len(words) or not words[i].startswith("ال") or not words[i].endswith(_KINDS):
        return i
    return i if words[i][2:-2] in knowledge.ordinary else i + 1


def is_described(words: Sequence[str], i: int, word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell by the adjective of kind behind it that a word is no institution's name there ("القاعدة العسكرية")."""
    if bare(word) not in knowledge.nouns or i + 1 >= len(words) or is_nationality(words[i + 1], knowledge):
        return False
    return is_adjective(words[i + 1], knowledge)


def is_foreign_field(words: Sequence[str], i: int, knowledge: RecognitionKnowledge) -> bool:
    """Tell that خارجية and داخلية describe the word before: "السياسة الخارجية الروسية", "وزيرة الخارجية الروسية"."""
    if not i or bare(words[i]) not in knowledge.fields_alone or not words[i].startswith("ال"):
        return False
    before = words[i - 1]
    officer = before.endswith("ه") and "office" in list_kinds(before, knowledge.words)
    return officer or is_definite_noun(find_stem(before, knowledge.words).rest, knowledge)


def begins_other(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a word heads a further institution or is of a kind that goes on with no name."""
    core = bare(word)
    heads = (knowledge.strong, knowledge.weak, knowledge.national, knowledge.classes, knowledge.media)
    kinds = set(list_kinds(word, knowledge.words))
    if any(core in group for group in heads) or word in knowledge.never or is_nationality(word, knowledge):
        return True
    return bool(kinds & OTHER_KINDS)
