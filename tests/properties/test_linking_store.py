"""Linking batch by batch in the store gives what linking all names at once gives, however often a name is claimed."""

from collections import defaultdict
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from service.core.corpus import MOST_GIVERS
from service.core.identity import content_hash, make_id
from service.core.linking.corpus_linking import link_forms
from service.core.records import Alias, Article, Page, PageEntity, Reading, Role, Span
from service.ingest.linking import link_batch
from service.ingest.preparing import Prepared, prepare
from service.lexicon.loading import load_lexicon
from service.store import tables as t
from service.store.engine import writing
from tests.emptied import emptied_corpus

GIVEN = ["", "", "ربيع", "أنور", "سالم", "نادر", "ماهر", "جابر", "وليد", "هاني", "زياد", "رامي", "دوغلاس", "دغلاس"]
FAMILY = ["الدهان", "الدهان", "الدهان", "ماكنتاير", "مكنتاير"]
MIDDLE = ["", "", "بن سعيد", "سعد", "بن سعيد بن راشد"]
OFFICES = ["وزير الري", "وزير الري", "وزير الري النرويجي", "وزير الري السويدي", "الدكتور"]
BODIES = ["صحيفة الضفاف", "إذاعة الضفاف", "الضفاف", "اتحاد صناع الزجاج", "اصز", "البنتاغون"]

_names = st.tuples(st.sampled_from(GIVEN), st.sampled_from(MIDDLE), st.sampled_from(FAMILY)).map(
    lambda parts: " ".join(filter(None, parts))
)
_roles = st.lists(st.sampled_from(OFFICES), max_size=2).map(
    lambda titles: tuple(Role(title, Span("body", 0, 1, title)) for title in titles)
)
_bynames = st.lists(_names.map(lambda name: Alias(name, 1, "byname", 0.9)), max_size=1).map(tuple)
_acronyms = st.lists(st.sampled_from(BODIES).map(lambda name: Alias(name, 1, "acronym", 0.9)), max_size=1).map(tuple)
_people = st.builds(lambda name, roles, names: PageEntity("person", name, (), names, roles), _names, _roles, _bynames)
_bodies = st.builds(lambda name, names: PageEntity("organization", name, (), names), st.sampled_from(BODIES), _acronyms)
_pages = st.lists(st.lists(st.one_of(_people, _people, _bodies), min_size=1, max_size=4), min_size=2, max_size=12)


@given(pages=_pages, data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_store_links_like_the_core(pages: list[list[PageEntity]], data: st.DataObject) -> None:
    prepared = [_prepare(number, named) for number, named in enumerate(pages)]
    shuffled = data.draw(st.permutations(prepared))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(prepared) - 1))))
    batches = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]
    assert _in_store(batches) == _at_once(prepared)


def test_a_bare_name_is_left_alone_once_too_many_claim_it() -> None:
    given_names = list(dict.fromkeys(filter(None, GIVEN)))[: MOST_GIVERS + 1]
    office = (Role("وزير الري", Span("body", 0, 1, "وزير الري")),)
    named = [
        PageEntity("person", name, (), (), office) for name in ("الدهان", *(f"{one} الدهان" for one in given_names))
    ]
    prepared = [_prepare(number, [entity]) for number, entity in enumerate(named)]
    assert len(_in_store([[page] for page in prepared[:2]])) == 1
    assert len(_in_store([[page] for page in prepared])) == len(prepared)


def _prepare(number: int, named: list[PageEntity]) -> Prepared:
    data = f"page {number}".encode()
    sha256 = content_hash(data)
    article = Article(make_id("a", sha256), f"{number}.txt", "text/plain", sha256, f"عنوان {number}", "نص")
    return prepare(Page(f"{number}.txt", data), Reading(article, tuple(named)))


def _at_once(pages: list[Prepared]) -> dict[str, Any]:
    named = [entity for page in pages for entity in page.entities]
    ties = [tie for entity in named for tie in entity.ties]
    linked = link_forms([entity.form for entity in named], ties, load_lexicon().linking)
    return {entity.id: {(name.key, name.rule, name.score) for name in entity.forms} for entity in linked}


def _in_store(batches: list[list[Prepared]]) -> dict[str, Any]:
    with writing(emptied_corpus()) as db:
        for batch in batches:
            link_batch(db, batch, load_lexicon().linking)
        rows = db.execute(select(t.name_forms)).all()
    found: dict[str, set[tuple[str, str, float]]] = defaultdict(set)
    for row in rows:
        found[row.entity_id].add((row.key, row.rule, row.score))
    return found
