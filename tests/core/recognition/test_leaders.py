"""Leaders are known by list, at the length that the page gives their names."""

import pytest

from tests.core.recognition.finding import found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("واستقبل السلطان قابوس بن سعيد آل تيمور الوفد.", ("قابوس بن سعيد آل تيمور", "person")),
        ("وقال الرئيس السابق محمد حسني مبارك إن الأمر انتهى.", ("محمد حسني مبارك", "person")),
        ("وسقط نظام صدام حسين ربيع عام 2003.", ("صدام حسين", "person")),
        ("وهبطت الطائرة في مطار رفيق الحريري الدولي.", ("مطار رفيق الحريري الدولي", "place")),
        ("وحضر الشيخ ناصر بن حمد بن عيسى آل خليفة الحفل.", ("ناصر بن حمد بن عيسى آل خليفة", "person")),
        ("وأعلن رئيس الحكومة الحبيب الصيد استقالته.", ("الحبيب الصيد", "person")),
    ],
)
def test_a_leader_is_named_as_the_page_does(sentence: str, name: tuple[str, str]) -> None:
    assert name in found(sentence)
    assert sum(kind == name[1] for _, kind in found(sentence)) == 1
