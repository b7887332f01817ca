"""What stands around words makes them names: offices, marks, datelines, generic words, the page itself."""

import pytest

from service.core.arabic.texts import read_texts
from service.core.recognition.contexts import find_by_context
from service.core.recognition.extents import widen_name
from service.core.recognition.institutions import find_institutions
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.listed import find_cities, find_listed
from service.core.recognition.memory import remember_names
from service.core.recognition.names import Name
from service.core.recognition.nations import is_nationality
from service.core.recognition.offices import find_officers
from service.core.recognition.signs import read_signs
from service.core.recognition.words import WordLists, WordUse
from tests.core.recognition.flags import read_flags

KNOWLEDGE = RecognitionKnowledge(
    strong=frozenset({"وزاره", "جامعه"}),
    weak=frozenset({"مركز"}),
    paired=frozenset({"وزاره"}),
    national=frozenset({"حكومه"}),
    classes=frozenset({"شركه", "مدينه"}),
    media=frozenset({"صحيفه"}),
    groups=frozenset({"شركه"}),
    papers=frozenset({"هولندا"}),
    sites=frozenset({"مطار", "جزر"}),
    never=frozenset({"في", "ان"}),
    ranks=frozenset({"وطني", "عالمي"}),
    honours=frozenset({"الملك", "الامير"}),
    unnamed=frozenset({"اداره"}),
    nationalities=frozenset({"هولندي", "امريكي"}),
    listed={"هولندا": (((), "place"),), "مجلس": ((("الامن",), "organization"),)},
    words=WordLists(
        kinds={"وزير": ("office",), "سامي": ("given",), "مدينه": ("place",), "سدوم": ("city3",), "قال": ("saying",)},
        uses={"قال": WordUse(15, "1", "1"), "اليوم": WordUse(14, "1", "2"), "وزير": WordUse(13, "1", "3")},
    ),
)


def words_of(sentence: str) -> list[str]:
    return [token.folded for token in read_texts(None, sentence)[0].sentences[0].tokens]


def cities_in(sentence: str) -> list[Name]:
    words = words_of(sentence)
    return find_cities(words, read_flags(words, KNOWLEDGE), (), KNOWLEDGE)


def names_in(found: list[Name], words: list[str]) -> list[tuple[str, str, str]]:
    return [(" ".join(words[n.start : n.end]), n.type, n.rule) for n in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("أعلنت شركة «زرقاء النجد» خطتها", [("زرقاء النجد", "organization", "quoted")]),
        ("قرب مدينة «زرقاء» الساحلية", [("زرقاء", "place", "quoted")]),
        ('قال رئيس "نجد بنك"، إن الأسواق "هدأت" أمس', []),
        ("صحيفة السنبلة قالت", [("السنبله", "organization", "medium")]),
        ("صحيفة هولندية", []),
        ("شركة تركمان للطاقة", [("تركمان للطاقه", "organization", "class")]),
        ("سنابل نيوز/ قال", [("سنابل نيوز", "organization", "dateline")]),
        ("سنابل من لاهاي: بدأت", [("سنابل", "organization", "dateline")]),
        ("شركة «لم تغلق", []),
    ],
)
def test_marks_and_generic_words_show_names(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    words = words_of(sentence)
    assert names_in(find_by_context(words, read_flags(words, KNOWLEDGE), KNOWLEDGE), words) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وزارة الزراعة الهولندية أعلنت", ["وزاره الزراعه الهولنديه"]),
        ("وزارة الصحة والسكان أعلنت", ["وزاره الصحه والسكان"]),
        ("الحكومة الهولندية", ["الحكومه الهولنديه"]),
        ("الحكومة الجديدة", []),
        ("الحكومة الهولندي", []),
        ("المركز الوطني للزلازل", ["المركز الوطني للزلازل"]),
        ("مركز المباحثات", []),
    ],
)
def test_a_head_and_its_complement_make_an_institution(sentence: str, expected: list[str]) -> None:
    words = words_of(sentence)
    sure = [name for name in find_institutions(words, read_flags(words, KNOWLEDGE), KNOWLEDGE) if name.score > 0.5]
    assert [name for name, _, _ in names_in(sure, words)] == expected


def test_listed_names_are_found_behind_clitics() -> None:
    words = words_of("سافر لهولندا وحضر بمجلس الأمن")
    assert [(n.start, n.end, n.type) for n in find_listed(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)] == [
        (1, 2, "place"),
        (3, 5, "organization"),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("قال ل «هولندا» أمس", "organization"),
        ("في صحيفة هولندا أمس", "organization"),
        ("إلى «هولندا الجديدة» أمس", "place"),
        ("في هولندا» أمس", "place"),
    ],
)
def test_a_paper_is_called_after_a_place(sentence: str, kind: str) -> None:
    words = words_of(sentence)
    assert [n.type for n in find_listed(words, read_flags(words, KNOWLEDGE), KNOWLEDGE)] == [kind]


def test_a_listed_city_needs_a_word_of_place() -> None:
    assert [n.start for n in cities_in("وصل مدينة سدوم")] == [2]
    assert not cities_in("قال سدوم")


def test_an_office_asks_for_a_name() -> None:
    words = words_of("قال وزير الزراعة الهولندي، يورن فاندرل، أن")
    assert names_in(find_officers(words, read_flags(words, KNOWLEDGE), KNOWLEDGE), words) == [
        ("يورن فاندرل", "person", "office")
    ]


def test_a_site_and_a_first_name_belong_to_the_name() -> None:
    site = widen_name(Name(1, 2, "place", "tagger", 0.7), ["بمطار", "سدوم"], KNOWLEDGE)
    person = widen_name(Name(1, 2, "person", "tagger", 0.7), ["سامي", "فاندرل"], KNOWLEDGE)
    assert (site.start, site.rule, person.start) == (0, "site", 0)
    listed = widen_name(Name(1, 2, "place", "listed", 0.95), ["مطار", "هولندا"], KNOWLEDGE)
    other = widen_name(Name(1, 2, "place", "listed", 0.95), ["جزر", "هولندا"], KNOWLEDGE)
    assert (listed.start, other.start) == (0, 1)


def test_a_surname_is_remembered_and_types_are_settled() -> None:
    rows = [
        (["سامي", "فاندرل", "قال"], [Name(0, 2, "person", "tagger", 0.7)]),
        (["وفاندرل", "قال"], []),
        (["سدوم"], [Name(0, 1, "person", "tagger", 0.7)]),
        (["سدوم"], [Name(0, 1, "place", "listed", 0.95)]),
    ]
    signs = [read_signs(words, KNOWLEDGE) for words, _ in rows]
    remembered = remember_names([names for _, names in rows], signs, KNOWLEDGE)
    assert [(n.start, n.rule) for n in remembered[1]] == [(0, "surname-in-page")]
    assert [names[0].type for names in remembered[2:]] == ["place", "place"]


def test_a_name_is_as_long_as_the_page_shows_it_elsewhere() -> None:
    rows = [
        (["سامي", "فاندرل", "قال"], [Name(0, 2, "person", "tagger", 0.7)]),
        (["وسامي", "فاندرل", "قال"], [Name(0, 1, "person", "tagger", 0.7), Name(1, 2, "person", "tagger", 0.7)]),
        (["سامي", "قال"], [Name(0, 1, "person", "tagger", 0.7)]),
    ]
    signs = [read_signs(words, KNOWLEDGE) for words, _ in rows]
    remembered = remember_names([names for _, names in rows], signs, KNOWLEDGE)
    assert [[(n.start, n.end) for n in names] for names in remembered] == [[(0, 2)], [(0, 2)], [(0, 1)]]


@pytest.mark.parametrize("word", ["هولندي", "الهولنديه", "هولنديين", "اميركي", "الاميركيون"])
def test_nationalities_are_known_in_all_forms(word: str) -> None:
    assert is_nationality(word, KNOWLEDGE)


def test_other_words_are_no_nationality() -> None:
    assert not is_nationality("الهولنده", KNOWLEDGE)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("جامعة الملك سامي للعلوم والتقنية", ["جامعه الملك سامي للعلوم والتقنيه"]),
        ("مركز الأمير سامي بن فاندرل العالمي أعلن", ["مركز الامير سامي بن فاندرل العالمي"]),
        ("المركز الوطني للإعلام السمعي والبصري نفى", ["المركز الوطني للاعلام السمعي والبصري"]),
        ("المركز الوطني للزلازل والحكومة الهولندية", ["المركز الوطني للزلازل", "والحكومه الهولنديه"]),
        ("وزارة الزراعة والحكومة الهولندية", ["وزاره الزراعه", "والحكومه الهولنديه"]),
        ("جامعة مجلس الإدارة", []),
        ("وزارة إدارة الكوارث", []),
        ("جامعة في الشمال", []),
        ("وزارة", []),
    ],
)
def test_an_institution_ends_where_another_thing_begins(sentence: str, expected: list[str]) -> None:
    words = words_of(sentence)
    sure = [name for name in find_institutions(words, read_flags(words, KNOWLEDGE), KNOWLEDGE) if name.score > 0.5]
    assert [name for name, _, _ in names_in(sure, words)] == expected
