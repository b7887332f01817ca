"""Hostile text costs by its length, not by its square."""

from datetime import date

import pytest

from service.core.arabic.texts import read_texts
from service.core.claims.attribution import find_claims
from service.core.details.adding import complete_claims
from service.core.knowledge import Lexicon
from service.core.linking.page_linking import link_mentions
from service.core.recognition.mentions import find_mentions
from service.core.records import Article
from service.lexicon.figures import load_figure_knowledge
from tests.work import calls_of, lines_of

_LETTERS = 4_000
_SENTENCES = 250


@pytest.mark.parametrize(
    "unit", ["5 ", "5 سفن، ", "ألف ", "مليون و", "نصف ", "5-", "الـ5 ", "عام 2014 و", '"', "5 سفن\n"]
)
def test_details_of_hostile_text(unit: str) -> None:
    assert _calls_of_details(unit, 4 * _LETTERS) < 6 * max(_calls_of_details(unit, _LETTERS), 2000)


def _calls_of_details(unit: str, letters: int) -> int:
    body = unit * (letters // len(unit))
    texts, article = (
        read_texts(None, body),
        Article("a", "n", "text/plain", "", None, body, published_on=date(2022, 1, 1)),
    )
    knowledge = load_figure_knowledge()
    return calls_of(lambda: complete_claims(article, texts, (), knowledge))


@pytest.mark.parametrize(
    "unit",
    [
        "أعلن عن أن ",
        "أعلن الوزير أن ",
        "قال أن ",
        '"قال" ',
        "وأنه ",
        "قال: ",
        "مؤكدا أن ",
        "«كذا ",
        '"',
        "قال ",
        "قال الوزير إن العمل مستمر وأضاف أن ",
        "(",
        '"كذا"\n',
        '. وأضاف "كذا ',
        "قوله في تصريح ",
        "طلب عدم ",
        "أكد الاتحاد وجود ",
        "بحسب الوزير ",
    ],
)
def test_claims_of_hostile_text(unit: str, lexicon: Lexicon) -> None:
    once, more = (_calls_of_claims(unit, times * _LETTERS, lexicon) for times in (1, 4))
    assert more < 6 * max(once, 2000)


def _calls_of_claims(unit: str, letters: int, lexicon: Lexicon) -> int:
    body = unit * (letters // len(unit))
    texts, article = read_texts(None, body), Article("a", "n", "text/plain", "", None, body)
    return calls_of(lambda: find_claims(article, texts, (), lexicon.claims))


@pytest.mark.parametrize(
    "sentence",
    [
        "سألنا سليم الراوي عنه، فأوضح أن الميناء مفتوح ",
        "لخصت ليلى حداد حكاية البلدة: «كلام كثير يقال هنا كل يوم». ",
        "سليم الراوي، الخبير في المناخ، الذي قال إن الميناء مفتوح ",
    ],
)
def test_a_paragraph_costs_each_of_its_sentences_the_same(sentence: str, lexicon: Lexicon) -> None:
    once, more = (_lines_of_claims(sentence * times, lexicon) for times in (_SENTENCES, 4 * _SENTENCES))
    assert more < 4.2 * once


def _lines_of_claims(body: str, lexicon: Lexicon) -> int:
    texts, article = read_texts(None, body), Article("a", "n", "text/plain", "", None, body)
    entities = link_mentions(texts, find_mentions(texts, lexicon.recognition, None), lexicon.linking)
    return lines_of(lambda: find_claims(article, texts, entities, lexicon.claims))
