"""Copies of one text are one, whatever the spelling of names; texts on one event are not."""

from datetime import date

from service.core.corpus import Copy, Print, Printed
from service.core.pages.passages import find_passages, keys_at
from service.core.pages.reprints import compare_prints, group_reprints, make_print

_HARBOUR = (
    "أعلنت هيئة ميناء الريحان الأمريكية المشتركة صباح اليوم استئناف العمل على الأرصفة السبعة بعد توقف دام أسبوعا كاملا",
    "وقال مدير الميناء سالم الحمداوي إن السفن المتأخرة ستدخل تباعا ابتداء من مساء الغد وإن الأولوية لسفن القمح",
    "وأضاف أن العمال عادوا إلى مواقعهم بعد اتفاق يقضي بصرف المتأخرات على دفعتين قبل نهاية الشهر المقبل",
    "وكان العمال قد بدأوا الإضراب احتجاجا على تأخر الأجور شهرين متتاليين رغم وعود متكررة من إدارة الميناء",
)


def _print(*passages: str) -> Print:
    return make_print(passage.runs for passage in find_passages(".\n".join(passages)))


def test_other_spellings_and_one_sentence_less_are_a_reprint() -> None:
    respelled = [text.replace("الأمريكية", "الاميركيّة").replace("إن", "ان") for text in _HARBOUR[:3]]
    copy = compare_prints(("b", "a"), _print(*_HARBOUR), _print(*respelled))
    assert copy == Copy("a", "b", 3, True)


def test_one_shared_sentence_is_shared_but_no_reprint() -> None:
    other = "وصلت إلى المدينة أمس قافلة من الشاحنات محملة بالدقيق والوقود قادمة من المناطق الجبلية في الشمال"
    copy = compare_prints(("a", "b"), _print(*_HARBOUR), _print(_HARBOUR[3], other, other, other))
    assert copy == Copy("a", "b", 1, False)


def test_texts_without_a_common_sentence_share_nothing() -> None:
    assert compare_prints(("a", "b"), _print(*_HARBOUR[:2]), _print(*_HARBOUR[2:])) is None


def test_near_copies_of_a_sentence_share_a_key() -> None:
    changed = _HARBOUR[1].replace("تباعا", "واحدة بعد أخرى")
    assert set(_print(_HARBOUR[1]).keys) & set(_print(changed).keys)


def test_short_sentences_are_no_passages() -> None:
    assert find_passages("وأضاف أن العمل يسير كالمعتاد. وشكر الجميع!\nهذا كل شيء") == ()


def test_keys_at_a_place_are_those_of_its_passage() -> None:
    body = f"جملة قصيرة.\n{_HARBOUR[0]}.\n{_HARBOUR[1]}."
    passages = find_passages(body)
    assert keys_at(passages, body.index("سالم")) == passages[1].keys
    assert keys_at(passages, 2) == ()


def test_group_is_named_after_the_earliest_day_and_spans_chains() -> None:
    articles = [Printed("a", None), Printed("b", date(2023, 3, 2)), Printed("c", date(2023, 3, 1)), Printed("d", None)]
    copies = [Copy("a", "b", 3, True), Copy("b", "c", 3, True), Copy("c", "d", 2, False)]
    groups = group_reprints(articles, copies)
    assert set(groups) == {"a", "b", "c"}
    assert len(set(groups.values())) == 1
    assert groups["a"] == group_reprints(articles[2:3] + articles[:1], [Copy("a", "c", 3, True)])["a"]
