"""Lists: each filter keeps what its documents say it should, each sort orders, each cursor walks over all once."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from service.core.arabic.letters import fold
from service.store.queries import Collection, Filter, Query, Value
from service.store.reading import Reader

Keeps = Callable[[dict[str, Any]], bool]


def documents(reader: Reader, query: Query) -> list[dict[str, Any]]:
    """Return all documents of a query, walked three at a time."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        answer = reader.list_documents(query.starting(after, 3))
        found += (orjson.loads(document) for document in answer.documents)
        after = answer.after
        if after is None:
            assert answer.total == len(found)
            return found


def id_of(reader: Reader, name: str) -> str:
    """Return the id of the one entity that a name means."""
    (entity,) = reader.find_names(name)
    return entity.id


def speakers(claim: dict[str, Any]) -> set[str]:
    return {speaker["entity_id"] for speaker in claim["speakers"]}


@pytest.mark.parametrize("collection", ["articles", "entities", "claims", "groups"])
@pytest.mark.parametrize("descending", [False, True])
def test_cursors_walk_over_every_record_once(reader: Reader, collection: Collection, descending: bool) -> None:
    found = [document["id"] for document in documents(reader, Query(collection, descending=descending))]
    assert len(found) == len(set(found)) > 3
    assert [orjson.loads(d)["id"] for d in reader.walk(Query(collection, descending=descending))] == found


@pytest.mark.parametrize("collection", ["articles", "claims"])
@pytest.mark.parametrize(("name", "descending", "before"), [
    ("published_to", True, ("9999-01-01", "z")), ("published_from", False, ("0001-01-01", "")),
])  # fmt: skip
def test_a_position_before_the_first_day_kept_leaves_nothing_out(
    reader: Reader, collection: Collection, name: str, descending: bool, before: tuple[str, str]
) -> None:
    day = next(d["published_on"] for d in documents(reader, Query("articles")) if d["published_on"])
    query = Query(collection, (Filter(name, (day,)),), descending=descending)
    found = reader.list_documents(query).documents
    assert found
    assert reader.list_documents(query.starting(before, query.limit)).documents == found


SORTS: list[tuple[Collection, str, Callable[[dict[str, Any]], Any]]] = [
    ("articles", "published_on", lambda d: d["published_on"]),
    ("articles", "title", lambda d: d["title"]),
    ("entities", "mentions", lambda d: d["counts"]["mentions"]),
    ("entities", "name", lambda d: d["name"]),
    ("entities", "first_seen", lambda d: d["first_seen"]),
    ("claims", "said_on", lambda d: (d["said_on"] or {}).get("day")),
    ("claims", "confidence", lambda d: d["confidence"]),
    ("groups", "outlets", lambda d: d["outlets"]),
    ("groups", "origins", lambda d: d["independent_origins"]),
    ("groups", "first_seen", lambda d: d["first_seen"]),
]


@pytest.mark.parametrize(("collection", "sort", "value"), SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_sorts_order_and_leave_the_unknown_to_the_end(
    reader: Reader, collection: Collection, sort: str, value: Callable[[dict[str, Any]], Any], descending: bool
) -> None:
    found = [(value(d), d["id"]) for d in documents(reader, Query(collection, sort=sort, descending=descending))]
    known = [pair for pair in found if pair[0] is not None]
    assert known == sorted(known, reverse=descending)
    assert found[len(known) :] == sorted((p for p in found if p[0] is None), key=lambda p: p[1], reverse=descending)


def kept(reader: Reader, collection: Collection, filters: list[Filter], keeps: Keeps) -> int:
    """Check that a query gives the records that `keeps` holds for, and no other; return how many."""
    everything = documents(reader, Query(collection))
    found = {document["id"] for document in documents(reader, Query(collection, tuple(filters)))}
    assert found == {document["id"] for document in everything if keeps(document)}
    return len(found)


def test_articles_are_filtered(reader: Reader) -> None:
    outlet = id_of(reader, "شبكة السواحل")
    here: Keeps = lambda d: (d["outlet"] or {}).get("id") == outlet
    assert kept(reader, "articles", [Filter("outlet", (outlet,))], here)
    assert kept(reader, "articles", [Filter("outlet", ("شبكه السواحل",))], here)
    assert kept(reader, "articles", [Filter("outlet", (outlet,), negated=True)], lambda d: not here(d))
    assert kept(reader, "articles", [Filter("agency", ("وكالة السواحل",))], lambda d: bool(d["agencies"]))
    days: list[Filter] = [Filter("published_from", ("2023-03-02",)), Filter("published_to", ("2023-03-03",))]
    assert kept(reader, "articles", days, lambda d: "2023-03-02" <= (d["published_on"] or "") <= "2023-03-03")
    person = id_of(reader, "نزيهة القلال")
    naming = {d["id"] for d in documents(reader, Query("articles", (Filter("entity", (person,)),)))}
    for article in documents(reader, Query("articles")):
        named = {orjson.loads(entity)["id"] for entity in reader.entities_of_article(article["id"])}
        assert (person in named) == (article["id"] in naming)


def test_entities_are_filtered(reader: Reader) -> None:
    assert kept(reader, "entities", [Filter("type", ("place",))], lambda d: d["type"] == "place")
    both = Filter("type", ("place", "person"))
    assert kept(reader, "entities", [both], lambda d: d["type"] in {"place", "person"})
    assert kept(reader, "entities", [Filter("country", ("EG",))], lambda d: d["country"] == "EG")
    article = documents(reader, Query("articles"))[0]["id"]
    named = {orjson.loads(entity)["id"] for entity in reader.entities_of_article(article)}
    assert kept(reader, "entities", [Filter("article", (article,))], lambda d: d["id"] in named)


def test_claims_are_filtered(reader: Reader) -> None:
    person = id_of(reader, "نزيهة القلال")
    assert kept(reader, "claims", [Filter("speaker", (person,))], lambda d: person in speakers(d))
    assert kept(reader, "claims", [Filter("speaker", (person,), negated=True)], lambda d: person not in speakers(d))
    carried: Keeps = lambda d: person in {via["entity_id"] for via in d["via"]}
    assert kept(reader, "claims", [Filter("via", (person,))], carried)
    assert kept(reader, "claims", [Filter("about", (person,))], lambda d: person in d["about"])
    some: Keeps = lambda d: person in speakers(d) or carried(d) or person in d["about"]
    assert kept(reader, "claims", [Filter("entity", (person,))], some)
    first = documents(reader, Query("claims"))[0]
    for name, field in (("article", "article_id"), ("group", "group_id"), ("mode", "mode"), ("stance", "stance")):
        assert kept(reader, "claims", [Filter(name, (first[field],))], lambda d, f=field: d[f] == first[f])
    anonymous: Keeps = lambda d: any(s["anonymous"] for s in d["speakers"])
    kept(reader, "claims", [Filter("anonymous", (1,))], anonymous)
    assert kept(reader, "claims", [Filter("anonymous", (0,))], lambda d: not anonymous(d))
    said: Keeps = lambda d: ((d["said_on"] or {}).get("day") or "") >= "2023-03-03"
    assert kept(reader, "claims", [Filter("said_from", ("2023-03-03",))], said)


def test_one_figure_meets_all_conditions_on_figures(reader: Reader) -> None:
    def asked(*given: tuple[str, Value]) -> list[Filter]:
        return [Filter(f"figure_{name}", (value,)) for name, value in given]

    has: Keeps = lambda d: any(figure["value"] == 300 for figure in d["figures"])
    assert kept(reader, "claims", asked(("min", 300), ("max", 300), ("of", "عامِل")), has)
    assert kept(reader, "claims", asked(("min", 301)), lambda d: any(f["value"] > 301 for f in d["figures"]))
    assert not kept(reader, "claims", asked(("min", 1), ("of", "سفينة")), lambda d: False)


def test_groups_are_filtered(reader: Reader) -> None:
    assert kept(reader, "groups", [Filter("outlets_min", (2,))], lambda d: d["outlets"] >= 2)
    clashing: Keeps = lambda d: any(conflict["comparable"] for conflict in d["conflicts"])
    assert kept(reader, "groups", [Filter("conflicting", (1,))], clashing)
    assert kept(reader, "groups", [Filter("conflicting", (0,))], lambda d: not clashing(d))
    person = id_of(reader, "نزيهة القلال")
    assert kept(reader, "groups", [Filter("speaker", (person,))], lambda d: person in speakers(d))


@pytest.mark.parametrize("collection", ["articles", "claims", "groups"])
def test_terms_find_what_holds_all_of_them(reader: Reader, collection: Collection) -> None:
    holds: Keeps = lambda d: (
        "سفن" in fold(str(d.get("text") or orjson.loads(reader.get_document("articles", d["id"]) or b"")["body"]))
    )
    found = {d["id"] for d in documents(reader, Query(collection, terms=("سفن", "مرفا")))}
    assert found == {d["id"] for d in documents(reader, Query(collection)) if holds(d)}
    assert not documents(reader, Query(collection, terms=("سفن", "كوكب")))


def test_an_entity_is_found_by_a_word_of_its_name(reader: Reader) -> None:
    found = documents(reader, Query("entities", terms=("قلال",)))
    assert [entity["name"] for entity in found] == ["نزيهة القلال"]
