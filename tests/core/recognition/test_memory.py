"""A name found once is found again in its page, unless most of its places speak against it."""

import pytest

from service.core.recognition.labels import trim_name
from service.core.recognition.memory import remember_names
from service.core.recognition.names import Name
from service.core.recognition.signs import read_signs
from tests.core.recognition.finding import knowledge

SENTENCES = [["اعلن", "النسيم"], ["عاد", "النسيم"], ["وصل", "النسيم"]]


@pytest.mark.parametrize(
    ("rule", "kind", "sentences", "again"),
    [
        ("tagger", "organization", 3, 0),
        ("tagger", "place", 3, 0),
        ("tagger", "organization", 2, 1),
        ("listed", "organization", 3, 2),
        ("tagger", "person", 3, 2),
    ],
)
def test_what_the_tagger_alone_sees_is_found_again_in_no_more_places_than_it_sees(
    rule: str, kind: str, sentences: int, again: int
) -> None:
    signs = [read_signs(words, knowledge()) for words in SENTENCES[:sentences]]
    rows = [[Name(1, 2, kind, rule, 0.7)], *([] for _ in signs[1:])]
    remembered = remember_names(rows, signs, knowledge())
    assert sum(map(len, remembered[1:])) == again


@pytest.mark.parametrize(("noun", "adjective", "words"), [("اغنيه", "وطنيه", 0), ("السيده", "سنيه", 1)])
def test_an_adjective_that_agrees_with_its_noun_names_nobody(noun: str, adjective: str, words: int) -> None:
    name = trim_name(Name(1, 2, "person", "tagger", 0.7), [noun, adjective], knowledge())
    assert name.end - name.start == words
