"""Turns the filters of a query into conditions on rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isqrt
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    false,
    func,
    not_,
    select,
    text,
    true,
)

from service.core.arabic.letters import fold
from service.store import tables as t
from service.store.forms import forms_of
from service.store.numbering import ORDERED_BY
from service.store.queries import Filter, Query, Value
from service.store.steering import looked_at
from service.store.tallies import read_tally
from service.store.terms import clean_terms, holds_words, match_expression

_FEW = 1000  # records that are sorted without a thought

Condition = ColumnElement[bool]
Conditions = Callable[[Connection, tuple[Value, ...]], Condition]

TABLES: Mapping[str, Table] = {"articles": t.articles, "entities": t.entities, "claims": t.claims, "groups": t.groups}


def _equal(column: ColumnElement[Any]) -> Conditions:
    return lambda _db, values: column == values[0] if len(values) == 1 else column.in_(values)


def _flag(column: ColumnElement[bool]) -> Conditions:
    return lambda _db, values: column == bool(values[0])


def _from(column: ColumnElement[Any]) -> Conditions:
    return lambda _db, values: column >= values[0]


def _to(column: ColumnElement[Any]) -> Conditions:
    return lambda _db, values: column <= values[0]


def _outlet(column: ColumnElement[Any]) -> Conditions:
    return lambda db, values: column.in_(forms_of(db, values))


def _agency(db: Connection, values: tuple[Value, ...]) -> Condition:
    c = t.article_agencies.c
    return t.articles.c.id.in_(select(c.article_id).where(c.form.in_(forms_of(db, values))))


def _names(role: str | None) -> Conditions:
    c = t.claim_entities.c
    right = c.role == role if role else true()
    return lambda _db, values: t.claims.c.id.in_(select(c.claim_id).where(right, c.entity_id.in_(values)))


def _entity_of_article(_db: Connection, values: tuple[Value, ...]) -> Condition:
    c = t.page_entities.c
    return t.articles.c.id.in_(select(c.article_id).where(c.entity_id.in_(values)))


def _article_of_entity(_db: Connection, values: tuple[Value, ...]) -> Condition:
    c = t.page_entities.c
    return t.entities.c.id.in_(select(c.entity_id).where(c.article_id.in_(values)))


def _speaker_of_group(_db: Connection, values: tuple[Value, ...]) -> Condition:
    c = t.group_speakers.c
    return t.groups.c.id.in_(select(c.group_id).where(c.entity_id.in_(values)))


def _reprint_of(db: Connection, values: tuple[Value, ...]) -> Condition:
    c = t.articles.c
    found = db.execute(select(c.reprint_group).where(c.id.in_(values), c.reprint_group.is_not(None))).scalars()
    return and_(c.reprint_group.in_(list(found)), c.id.not_in(values))


_FILTERS: Mapping[str, Mapping[str, Conditions]] = {
    "articles": {
        "outlet": _outlet(t.articles.c.outlet),
        "agency": _agency,
        "entity": _entity_of_article,
        "published_from": _from(t.articles.c.published_on),
        "published_to": _to(t.articles.c.published_on),
        "reprint_of": _reprint_of,
    },
    "entities": {
        "type": _equal(t.entities.c.type),
        "article": _article_of_entity,
        "country": _equal(t.entities.c.country),
        "wikidata": _equal(t.entities.c.wikidata),
    },
    "claims": {
        "speaker": _names("speaker"),
        "via": _names("via"),
        "about": _names("about"),
        "entity": _names(None),
        "outlet": _outlet(t.claims.c.outlet),
        "article": _equal(t.claims.c.article_id),
        "group": _equal(t.claims.c.group_id),
        "mode": _equal(t.claims.c.mode),
        "stance": _equal(t.claims.c.stance),
        "anonymous": _flag(t.claims.c.anonymous),
        "said_from": _from(t.claims.c.said_on),
        "said_to": _to(t.claims.c.said_on),
        "published_from": _from(t.claims.c.published_on),
        "published_to": _to(t.claims.c.published_on),
    },
    "groups": {
        "outlets_min": _from(t.groups.c.outlets),
        "origins_min": _from(t.groups.c.origins),
        "conflicting": _flag(t.groups.c.conflicting),
        "speaker": _speaker_of_group,
    },
}


@dataclass(frozen=True, slots=True)
class Matching:
    """The conditions on the rows of a collection; few: so few meet them that they are best found first, then sorted."""

    conditions: tuple[Condition, ...]
    few: bool


def make_conditions(db: Connection, query: Query, *, all_wanted: bool = False, looked_up: bool = False) -> Matching:
    """Return the conditions that a query's filters and terms put on rows, of which a page is wanted or all at once.

    Rows that are looked up by their id are not to be looked for among the numbers that hold words once more.
    """
    known = _FILTERS[query.collection]
    figures = [item for item in query.filters if item.name.startswith("figure_")]
    conditions = [_condition(db, known[item.name], item) for item in query.filters if item not in figures]
    narrowed = [_figures(db, figures, all_wanted)] if figures else []
    if query.terms:
        narrowed.append(_holds(db, query, all_wanted, looked_up))
    conditions += [one.conditions[0] for one in narrowed]
    return Matching(tuple(conditions), any(one.few for one in narrowed))


def _condition(db: Connection, make: Conditions, item: Filter) -> Condition:
    condition = make(db, item.values)
    return not_(condition.is_(True)) if item.negated else condition


def fold_noun(value: Value) -> str:
    """Return what is counted as figures keep it."""
    return " ".join(fold(str(value)).split())


def figure_conditions(filters: Iterable[Filter]) -> list[Condition]:
    """Return the conditions on one figure, which must meet all of them."""
    c = t.claim_figures.c
    conditions: list[Condition] = []
    for item in filters:
        if item.name == "figure_of":
            conditions.append(c.noun.in_([fold_noun(value) for value in item.values]))
        else:
            conditions.append(c.value >= item.values[0] if item.name == "figure_min" else c.value <= item.values[0])
    return conditions


def _figures(db: Connection, filters: list[Filter], all_wanted: bool) -> Matching:
    c = t.claim_figures.c
    found = select(c.claim_id).where(*figure_conditions(filters))
    if not all_wanted and have_many_figures(db, filters):
        meeting = looked_at(db, figure_conditions(filters), t.claim_figures)
        return Matching((select(c.claim_id).where(c.claim_id == t.claims.c.id, *meeting).exists(),), few=False)
    return Matching((t.claims.c.id.in_(found),), few=True)


def have_many_figures(db: Connection, filters: Iterable[Filter]) -> bool:
    """Tell whether so many figures meet the conditions that their claims are not sorted, but looked for in order."""
    some = select(t.claim_figures.c.claim_id).where(*figure_conditions(filters)).limit(_FEW).subquery()
    return int(db.execute(select(func.count()).select_from(some)).scalar_one()) == _FEW


def _has_many(db: Connection, collection: str, counting: Any) -> bool:
    """Tell whether so many records match that it is cheaper to walk the list and look at each than to sort them.

    To sort m of n records costs m look-ups, to walk until a page of 20 is found some 20 n / m dearer ones, and more
    where the matches stand far back in the order: the bound is where both cost alike. `counting` counts matches up to
    the parameter `most`.
    """
    most = max(_FEW, isqrt(500 * read_tally(db, collection, "", [""])))
    return int(db.execute(counting, {"most": most}).scalar_one()) == most


def _holds(db: Connection, query: Query, all_wanted: bool, looked_up: bool) -> Matching:
    table = TABLES[query.collection]
    terms = clean_terms(query.terms)
    if not terms:  # a word without a letter or digit stands nowhere
        return Matching((false(),), few=True)
    if db.dialect.name == "postgresql":
        return Matching((holds_words(table, terms),), few=False)
    index, words, key = f"{table.name}_terms", match_expression(terms), ORDERED_BY[table.name]
    matching = f"FROM {index} WHERE {index} MATCH :terms"
    counting = text(f"SELECT count(*) FROM (SELECT 1 {matching} LIMIT :most)").bindparams(terms=words)  # noqa: S608
    many = not all_wanted and _has_many(db, table.name, counting)
    walking = f"EXISTS (SELECT 1 {matching} AND {index}.rowid = {table.name}.{key})"
    number = f"+{key}" if looked_up else key  # with the plus SQLite keeps the numbers, and asks the index for none
    holds: Any = text(walking if many else f"{number} IN (SELECT rowid {matching})").bindparams(terms=words)
    return Matching((holds,), few=not many)
