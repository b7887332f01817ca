"""Tells numbers that count something from years, days, hours, scores, labels and names."""

from collections.abc import Sequence

from service.core.arabic.clitics import readings, strip_attached
from service.core.arabic.numbers import Number
from service.core.arabic.tokens import Token
from service.core.details.knowledge import FigureKnowledge, FigureWords, Phrase

_YEARS = range(1850, 2101)
_HIJRI_YEARS = range(1300, 1500)
_MOST_DIGITS = 15
_LONGEST_MONTH, _MOST_TIMES = 31, 200
_SHORTEST_AIM = 3  # letters of a noun with its ل
_NUMBERED = "عدد"  # القانون عدد 52
_TO = "الي"  # إلى, folded
_SMALL = 30  # larger numbers are hardly part of a name
_COUNT_MARKS = frozenset('%٪"«“-–')
_THIS_MONTH = frozenset({"الجاري", "الحالي", "الماضي", "المقبل", "المنصرم"})
_DAY_LINKS = (["و"], ["-"], ["–"], ["الي"])


def counts_something(tokens: Sequence[Token], number: Number, knowledge: FigureKnowledge) -> bool:
    """Tell whether a number is a quantity."""
    words = knowledge.words
    before = tokens[number.first - 1] if number.first else None
    if number.digits and (_is_glued(tokens, number) or len(tokens[number.first].text) > _MOST_DIGITS):
        return False
    if _is_day(tokens, number, knowledge) or _is_year(tokens, number, knowledge):
        return False
    if (number.definite or _ranks(tokens, number, words)) and not _counts_definite(tokens, number, words):
        return False
    if number.digits and _names_something(tokens, number, words):
        return False
    if 0 < number.value < 1 and not number.digits and not _is_share(tokens, number, words):
        return False
    return before is None or not (_is_label(tokens, number, words) or _tells_which(tokens, number, words))


def _ranks(tokens: Sequence[Token], number: Number, words: FigureWords) -> bool:
    """Tell an ordinal in digits apart from its article, without a noun behind it: "بالعضو ال 29 في"."""
    if not number.first or tokens[number.first - 1].folded != "ال":
        return False
    behind = tokens[number.last].folded if number.last < len(tokens) else ""
    return not behind[:1].isalpha() or behind in words.not_nouns or behind.startswith("ل")


def follows_phrase(tokens: Sequence[Token], i: int, phrase: Phrase) -> bool:
    """Tell whether the words of a phrase stand at token i."""
    return len(tokens) >= i + len(phrase) and all(tokens[i + k].folded == word for k, word in enumerate(phrase))


def _names_something(tokens: Sequence[Token], number: Number, words: FigureWords) -> bool:
    """تبوك 3, حيتس 2: a small number without a noun, behind a word that no count follows."""
    if not number.first or number.value > _SMALL or number.last != number.first + 1:
        return False
    before = tokens[number.first - 1]
    behind = tokens[number.last].folded if number.last < len(tokens) else ""
    counted = behind[:1].isalpha() and (behind not in words.not_nouns or behind.startswith(("من", "اخر")))
    percent = any(follows_phrase(tokens, number.last, phrase) for phrase in words.percent)
    if before.kind != "word" or len(before.folded) < 3 or counted or percent or behind in _COUNT_MARKS:
        return False
    tables = (words.bare_after, words.not_nouns, words.approximators)
    return not any(_any_reading(before.folded, table) for table in tables)


def _is_share(tokens: Sequence[Token], number: Number, words: FigureWords) -> bool:
    """نصف السكان is a figure; half a year, a semi-final and the like are none."""
    if number.last >= len(tokens):
        return False
    noun = tokens[number.last].folded
    return not {noun, strip_attached(noun)} & words.no_fractions and noun not in words.not_nouns


def _is_glued(tokens: Sequence[Token], number: Number) -> bool:
    """12/5/2015, 10:30, 5+1, 2-1, كوفيد-19, جنيف - 3."""
    first, last = number.first, number.last
    if last < len(tokens) and tokens[last].text in ":+/" and last + 1 < len(tokens):
        if tokens[last + 1].kind == "number":
            return True
    if not first:
        return False
    mark = tokens[first - 1]
    if mark.text in "+/" or (mark.text == ":" and first > 1 and tokens[first - 2].kind == "number"):
        return True
    if mark.text in "-–#" and first > 1:
        bare = last >= len(tokens) or tokens[last].kind == "mark"
        return mark.text == "#" or (tokens[first - 2].kind == "word" and (bare or mark.end == tokens[first].start))
    return mark.kind == "word" and mark.text.isascii()


def _is_day(tokens: Sequence[Token], number: Number, knowledge: FigureKnowledge) -> bool:
    """A number beside a month's name, or right behind a weekday or an hour's name, is part of a date."""
    calendar = knowledge.days.calendar

    def is_month(word: str) -> bool:
        return word in calendar.months or word in calendar.hijri_months

    after = [token.folded for token in tokens[number.last : number.last + 4]]
    if after[:1] in _DAY_LINKS and len(after) > 2 and after[1].isdecimal():
        after = after[2:]
    if after[:1] in (["من"], ["/"]):
        after = after[1:]
    if after and number.digits and number.value <= _LONGEST_MONTH and after[0] in _THIS_MONTH:
        return True
    if after and (is_month(after[0]) or is_month(" ".join(after[:2])) or after[0] == "الشهر"):
        return True
    before = [token.folded for token in tokens[max(0, number.first - 2) : number.first]]
    if not before:
        return False
    month_before = is_month(before[-1]) or is_month(" ".join(before))
    if month_before and number.digits:
        return True
    if strip_attached(before[-1]) in knowledge.words.hour_heads:
        return True
    weekday = before[-1] in calendar.weekdays and number.value <= _LONGEST_MONTH
    return weekday and not (after and _is_counted(after[0], knowledge))


def _is_counted(word: str, knowledge: FigureKnowledge) -> bool:
    """Tell a noun behind a number from what goes on behind a day, which may be its month (25 نوفمبر2016)."""
    noun = word[:1].isalpha() and word[0] != "و" and not _any_reading(word, knowledge.words.not_nouns)
    return noun and not word.startswith(tuple(knowledge.days.calendar.months))


def _is_year(tokens: Sequence[Token], number: Number, knowledge: FigureKnowledge) -> bool:
    words = knowledge.words
    if number.digits and _is_behind_year(tokens, number.first, words):
        return True
    hijri = number.value in _HIJRI_YEARS
    if not number.digits or not (hijri or number.value in _YEARS) or number.last != number.first + 1:
        return False
    if not tokens[number.first].text.isdecimal():
        return False
    at = number.first - 1
    if at > 0 and tokens[at].text in "،,(":
        at -= 1
    before = tokens[at].folded if at >= 0 else ""
    while at > 0 and before.startswith("ال") and before.endswith("ي") and before != _TO:  # العام الهجري الحالي 1434
        at -= 1
        before = tokens[at].folded
    if before == "ال" or _any_reading(before, words.year_heads):
        return True
    if hijri:
        return False
    behind = tokens[number.last].folded if number.last < len(tokens) else ""
    noun = behind == "من" or (behind[:1].isalpha() and behind not in words.not_nouns)
    if before in words.year_links or (before.endswith(("-", "–")) and before):
        return not noun or number.value > 2000 and not behind.endswith("ا")
    return number.value != 2000 and not noun


def _is_behind_year(tokens: Sequence[Token], first: int, words: FigureWords) -> bool:
    """عام ،48: a comma that lost its place between a year and its word."""
    return first > 1 and tokens[first - 1].text == "،" and _any_reading(tokens[first - 2].folded, words.year_heads)


def _counts_definite(tokens: Sequence[Token], number: Number, words: FigureWords) -> bool:
    """الأشهر الستة and الدول الـ28 count, القمة الـ21 and مجموعة السبع do not."""
    behind = tokens[number.last] if number.last < len(tokens) else None
    at = number.first - 1
    if at >= 0 and tokens[at].folded.endswith("ال") and tokens[at].kind == "word" and number.digits:
        at -= 1
    before = tokens[at] if at >= 0 else None
    if before is not None and _any_reading(before.folded, words.names):
        return False
    if behind and behind.kind == "word" and behind.folded not in words.not_nouns and not behind.folded.startswith("ال"):
        return not number.digits or behind.folded.endswith("ا") and not behind.folded.startswith("ل")  # الـ36 عاما
    if before is None or before.kind != "word" or before.folded in words.not_nouns:
        return False
    return not number.digits or _looks_plural(before.folded, words)


def _looks_plural(folded: str, words: FigureWords) -> bool:
    """A definite noun whose shape is a plural's: sound endings, أفعال, أفعل, or one of the listed words."""
    rest = folded[folded.find("ال") + 2 :] if "ال" in folded[:4] else ""
    if len(rest) < 3:
        return False
    broken = rest[0] == "ا" and len(rest) <= 6
    return rest.endswith(("ات", "ين", "ون")) or broken or rest in words.plurals


def _is_label(tokens: Sequence[Token], number: Number, words: FigureWords) -> bool:
    before = tokens[number.first - 1]
    if before.text == "،" and before.end == tokens[number.first].start and number.first > 1:  # القرار ،1701
        before = tokens[number.first - 2]
    if before.text == "(" and number.first > 1:
        before = tokens[number.first - 2]
        return number.digits and _any_reading(before.folded, words.labels)
    if before.folded == _NUMBERED and number.first > 1:
        before = tokens[number.first - 2]
    return number.digits and _any_reading(before.folded, words.labels)


def _tells_which(tokens: Sequence[Token], number: Number, words: FigureWords) -> bool:
    """Tell which of its kind something is: "الذكرى 42 لرحيل …", "المؤتمر 23 للاتحاد", "الطريق 82 الرابطة بين …"."""
    before = tokens[number.first - 1].folded
    behind = tokens[number.last].folded if number.last < len(tokens) else ""
    one = before.startswith("ال") and not (_looks_plural(before, words) or before in words.not_nouns | {"ال"})
    told = behind.startswith(("لل", "ال")) or behind.startswith("ل") and len(behind) > _SHORTEST_AIM
    percent = any(follows_phrase(tokens, number.last, phrase) for phrase in words.percent)
    return number.digits and number.value <= _MOST_TIMES and one and told and not percent


def _any_reading(folded: str, table: frozenset[str]) -> bool:
    return any(rest in table for _, rest in readings(folded))
