"""Claims without a day: a key that fills leads to none of them, whatever came first and whatever was taken out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.core.groups.candidates import find_candidates
from tests.faces import make_face
from tests.ingest.readings import WORDINGS, make_prepared
from tests.properties.test_ingest_order import ingest, shuffle_pages
from tests.properties.test_removing import corpus_without

_SAID = st.tuples(st.integers(0, 2), st.integers(0, len(WORDINGS) - 1))
_DAYS = st.sampled_from([None, None, 3, 4])
PAGES = st.lists(
    st.tuples(st.integers(0, 3), _DAYS, st.just([]), st.lists(_SAID, min_size=1, max_size=2)), min_size=3, max_size=7
)
_SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@contextmanager
def _crowd_of(claims: int) -> Iterator[None]:
    with (
        patch("service.core.groups.candidates.CROWD", claims),
        patch("service.ingest.crowding.CROWD", claims),
    ):
        yield


@given(pages=PAGES, crowd=st.integers(1, 3), data=st.data())
@_SLOW
def test_order_and_batches_do_not_matter_where_keys_fill(pages: list[Any], crowd: int, data: st.DataObject) -> None:
    prepared = [make_prepared(number, *page) for number, page in enumerate(pages)]
    with _crowd_of(crowd):
        at_once, piecemeal = ingest([prepared]), ingest(shuffle_pages(prepared, data))
    for name in at_once:
        assert piecemeal[name] == at_once[name], name


@given(pages=PAGES, crowd=st.integers(1, 3), data=st.data())
@_SLOW
def test_keys_that_empty_lead_again(pages: list[Any], crowd: int, data: st.DataObject) -> None:
    prepared = [make_prepared(number, *page) for number, page in enumerate(pages)]
    gone = data.draw(st.lists(st.sampled_from(range(len(prepared))), min_size=1, max_size=3, unique=True))
    kept = [page for number, page in enumerate(prepared) if number not in gone]
    with _crowd_of(crowd):
        without, never = corpus_without(prepared, [prepared[number] for number in gone]), corpus_without(kept, [])
    for name in never.keys() - {"corpus"}:
        assert without[name] == never[name], name


def test_what_many_claims_share_leads_to_none_without_a_day() -> None:
    text = "رست 41 باخرة محملة بالسمسم في ميناء الزاهرة"
    few = [make_face(text, str(i), "سليم الراوي", day=None) for i in range(2)]
    many = [make_face(text, str(i), "سليم الراوي", day=None) for i in range(3)]
    with _crowd_of(2):
        assert len(find_candidates(few)) == 1
        assert find_candidates(many) == []
