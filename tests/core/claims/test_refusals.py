"""What looks like a cue or a source and is none, and where contents end."""

import pytest

from service.core.knowledge import Lexicon
from tests.core.claims.reading import claims_of, show


@pytest.mark.parametrize(
    "body",
    [
        "في ذكرى تأسيس المدينة احتفل السكان بالشوارع.",
        "وصل القالب الكبير إلى المصنع أمس.",
        "أعلن الحداد ثلاثة أيام في المدينة.",
        "أعلنت حالة الطوارئ في المدينة أمس.",
        "عاش بين 1980 و1984 في المدينة وعمل بحارا.",
        "ولم يذكر الوزير سليم البحراوي أن الميناء مغلق.",
        "ولم تحدد الوزارة موعد الافتتاح.",
        "وأصبحت البلدة مهددة بالغرق هذا الشتاء.",
        "تفتح الأسواق أبوابها حسب الجهات.",
        "تقام المباريات وفق البرنامج التالي.",
        "وتفتح الأبواب حسب انتهاء الأشغال في القاعات.",
        "رفع الخبر إلى دار القضاء وعلقت الجلسة.",
        "وفي تلك السنة كتب رسالة إلى أخيه.",
        "وأعد الميناء الجديد. ويذكر أن الميناء بني قبل أعوام.",
        "أظهرت اللقطات أن السد آمن.",
        'وفي القرية رجل يدعى "أبو البحر" ولا يعرفه أحد.',
        "ورفضا لسياسة الميناء وتضامنا مع عماله أغلقت الأسواق.",
        "وتوصلت الصحيفة بنسخة من الرسالة، لأن الساعي يعرف أن المدير غائب.",
        "وقتل مسلحون يعتقد أنهم من اللصوص حارس الميناء.",
        "وكان من أبرز المهندسين أن لم يكن أبرزهم.",
        "وحملت السفينة البضائع إلى الميناء وتحمل المسؤولية.",
        "ولم يكن الميناء مرفأ معترفا به في بلاد الشمال.",
        "واستقبل الميناء 59 فردا: بحارة وعمالا وحراسا.",
        "وتعطلت الرافعة وهو ما دعاها إلى الاستعانة بخبراء الميناء.",
        "وفي القرية مركز تابع للبلدية أن اقتربت منه أضاء.",
    ],
)
def test_no_claim(body: str, lexicon: Lexicon) -> None:
    said = claims_of(body, lexicon)
    assert said == [], show(said)


@pytest.mark.parametrize("title", ["شاهد : ماذا فعل القرد", "بالفيديو: حريق في الميناء", "عاجل: إغلاق السوق"])
def test_a_label_before_a_colon_is_no_source(title: str, lexicon: Lexicon) -> None:
    assert claims_of("افتتح السوق الجديد أمس.", lexicon, title) == []


@pytest.mark.parametrize(
    "tail",
    [
        "، وذلك رغم اعتراض التجار",
        "، في حين بقي السوق مغلقا",
        "، فيما لم يعلق التجار",
        "، وفق تعبيره",
        "، ويذكر أن التجار كثر",
        "، وتجدر الإشارة إلى أن التجار كثر",
        "، على حد قوله",
        "، علما بأن السوق مغلق",
        "، وهو ما أكده التجار",
        " في وقت أعلنت البلدية إغلاق السوق",
    ],
)
def test_where_an_indirect_content_ends(tail: str, lexicon: Lexicon) -> None:
    said = claims_of(f"قال الوزير سليم البحراوي إن الميناء آمن تماما{tail}.", lexicon)
    assert said[0].content == "الميناء آمن تماما", show(said)


def test_a_complementiser_behind_an_inserted_source_is_the_verbs_own(lexicon: Lexicon) -> None:
    said = claims_of("أكد الوزير سليم البحراوي على صفحته الرسمية، نقلا عن شهود، أن الميناء آمن.", lexicon)
    assert [s.content for s in said] == ["الميناء آمن"], show(said)


def test_an_institution_like_a_verbal_noun_is_a_subject(lexicon: Lexicon) -> None:
    said = claims_of("وأكد اتحاد الصيادين أن الموسم انتهى.", lexicon)
    assert [(s.content, s.speakers) for s in said] == [("الموسم انتهى", ("اتحاد الصيادين",))]


def test_a_manner_of_saying_is_no_second_saying(lexicon: Lexicon) -> None:
    said = claims_of("وأضاف الوزير سليم البحراوي معقبا على القرار أن الميناء آمن.", lexicon)
    assert [(s.content, s.speakers) for s in said] == [("الميناء آمن", ("سليم البحراوي",))]


def test_a_feminine_participle_behind_a_comma_goes_on(lexicon: Lexicon) -> None:
    said = claims_of("أكدت الوزيرة هالة المرساوي أن الميناء آمن، مشيرة إلى أن الحركة طبيعية.", lexicon)
    assert [s.content for s in said] == ["الميناء آمن", "الحركة طبيعية"]


@pytest.mark.parametrize("thing", ["إغلاق الجسر يثبت أن الطريق خطر", "الدنيا كلها تقول إن البحر هادئ"])
def test_what_a_thing_does_inside_a_content_claims_nothing(thing: str, lexicon: Lexicon) -> None:
    said = claims_of(f"قال الوزير سليم البحراوي إن {thing}.", lexicon)
    assert [s.content for s in said] == [thing], show(said)


def test_whoever_speaks_inside_a_content_claims_something(lexicon: Lexicon) -> None:
    said = claims_of("قال الوزير سليم البحراوي إن الطريق مغلق رغم أن شركة النقل أعلنت أن الجسر آمن.", lexicon)
    assert [s.content for s in said][1:] == ["الجسر آمن"], show(said)


def test_whom_a_verb_is_said_to_or_of_does_not_speak(lexicon: Lexicon) -> None:
    (said,) = claims_of('أثار المدير غضب الصحف إثر وصفه للمدرب في مداخلة بأنه "بطيء".', lexicon)
    assert (said.content, said.speakers) == ("بطيء", ("المدير",)), show([said])


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("تأجل افتتاح الجسر إلى الشهر المقبل، وفق ما تناقلته بعض وسائل الإعلام.", "بعض وسائل الإعلام"),
        ("ودعت الهيئة أبناء الإقليم والعشائر كافة إلى عقد مؤتمرات مماثلة.", "الهيئة"),
        ("رحب سفير البلاد سامر الزهوري بالمشروع، لكنه طالب الأمم المتحدة ببذل المزيد من الجهود.", "سامر الزهوري"),
        ("أحيل الأمر على فرقة الحرس الوطني بالقاهرة التي قالت إن الجسر آمن.", "الحرس الوطني"),
    ],
)
def test_where_a_speaker_begins_and_ends(body: str, speaker: str, lexicon: Lexicon) -> None:
    *_, said = claims_of(body, lexicon)
    assert said.speakers == (speaker,), show([said])
