"""Documents hold exactly what their schemas say, and Arabic as it is written."""

from datetime import UTC, date, datetime

import orjson
import pytest

from service.core.corpus import ClaimGroup, Conflict, Difference, Entity, EntityRole, GroupMember
from service.core.records import Alias, Line, Mention, Span
from service.schemas.articles import ArticleFacts, ArticleSchema, dump_article, dump_lines
from service.schemas.claims import ClaimIds, ClaimSchema, dump_claim
from service.schemas.encoding import encode
from service.schemas.entities import EntitySchema, dump_entity
from service.schemas.groups import GroupSchema, dump_group
from service.schemas.spans import dump_mentions
from tests.api.invented import make_reading

READING = make_reading(1)


def test_an_article_whole_and_listed() -> None:
    facts = ArticleFacts(datetime(2024, 5, 1, 12, tzinfo=UTC), "e1", None, 2, 3)
    whole, listed = (orjson.loads(document) for document in dump_article(READING.article, facts))
    assert set(whole) == set(ArticleSchema().fields) - {"highlights"}
    assert set(whole) - set(listed) == {"body"}
    assert whole["published_at"] == "2024-03-01T07:30:00Z"
    assert whole["source"]["ingested_at"] == "2024-05-01T12:00:00Z"
    assert whole["outlet"] == {"name": "صحيفة المرفأ", "id": "e1"}
    assert whole["counts"] == {"claims": 2, "entities": 3}
    assert ArticleSchema().load(whole)


@pytest.mark.parametrize("claim", READING.claims)
def test_a_claim(claim: object) -> None:
    made = orjson.loads(dump_claim(claim, ClaimIds("c1", "a1", "g1", ("e1", "e2"))))  # type: ignore[arg-type]
    assert set(made) == set(ClaimSchema().fields) - {"highlights"}
    assert ClaimSchema().load(made)
    assert made["cue"]["class"] == "neutral"


def test_a_claim_names_its_entities_by_id() -> None:
    said, quoted = (orjson.loads(dump_claim(claim, ClaimIds("c", "a", None, ("e1", "e2")))) for claim in READING.claims)
    assert said["speakers"][0]["entity_id"] == "e1"
    assert quoted["via"] == [{"name": "ضفاف", "entity_id": "e2"}]
    assert quoted["about"] == ["e1"]
    assert quoted["speakers"][0]["anonymous"] is True
    assert said["figures"][0]["value"] == 40_000_000
    assert b"40000000," in dump_claim(READING.claims[0], ClaimIds("c", "a"))


def test_an_entity() -> None:
    aliases = (Alias("الزهوري", 2, "surname", 0.9),)
    roles = (EntityRole("وزير", 1, date(2024, 3, 1), None),)
    entity = Entity("e1", "person", "سامر الزهوري", aliases, roles, None, None, 3, 2, 1, date(2024, 3, 1), None)
    made = orjson.loads(dump_entity(entity))
    assert set(made) == set(EntitySchema().fields) - {"highlights"}
    assert made["counts"] == {"mentions": 3, "articles": 2, "claims": 1}
    assert EntitySchema().load(made)


def make_group() -> ClaimGroup:
    members = (GroupMember("c1", "a1", "صحيفة المرفأ", date(2024, 3, 1), "نص", 0.91, ("same-speaker",)),)
    return ClaimGroup("g1", "نص", ("e1",), members, (Difference("c1", (("=", "نص"),)),), 1, 1, date(2024, 3, 1), None)


def test_a_group() -> None:
    made = orjson.loads(dump_group(make_group(), {"e1": "سامر الزهوري"}, ()))
    assert set(made) == set(GroupSchema().fields) - {"highlights"}
    assert made["speakers"] == [{"name": "سامر الزهوري", "entity_id": "e1"}]
    assert made["claims"] == 1
    assert GroupSchema().load(made)


@pytest.mark.parametrize("turned", [False, True])
def test_a_conflict_shows_its_own_side_first(turned: bool) -> None:
    ends = ("g2", "g1") if turned else ("g1", "g2")
    values = (3500.0, 2500.0) if turned else (2500.0, 3500.0)
    conflict = Conflict(*ends, "figure", values, "جندي", ("أجنبي", "أجنبي"), True, "why")
    made = orjson.loads(dump_group(make_group(), {}, [conflict]))["conflicts"][0]
    assert (made["group_id"], repr(made["values"])) == ("g2", "[2500, 3500]")


def test_mentions_stand_in_the_order_of_the_text() -> None:
    spans = [Span("body", 5, 6, "b"), Span("title", 9, 10, "t"), Span("body", 1, 2, "a")]
    made = orjson.loads(dump_mentions(Mention(span, "place", "list", 1.0) for span in spans))
    assert [(span["field"], span["start"]) for span in made] == [("title", 9), ("body", 1), ("body", 5)]


def test_lines() -> None:
    assert orjson.loads(dump_lines((Line(3, "نص", "body", "prose"),))) == [
        {"line": 3, "text": "نص", "role": "body", "reason": "prose"}
    ]


def test_arabic_is_written_as_it_is() -> None:
    assert encode({"a": "نص"}).decode() == '{"a":"نص"}'
