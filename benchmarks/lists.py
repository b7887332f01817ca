"""Every list, filter, sort, search and deep cursor on two corpora of one making: what a larger corpus costs."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Engine, func, select

from service.store import tables as t
from service.store.counting import count_records
from service.store.engine import open_engine, reading
from service.store.filters import TABLES
from service.store.listing import list_page
from service.store.queries import Collection, Filter, Query, Value

ROUNDS = 15
SORTS: dict[Collection, tuple[str, ...]] = {
    "articles": ("published_on", "title"), "claims": ("published_on", "said_on", "confidence"),
    "entities": ("mentions", "name", "first_seen"), "groups": ("outlets", "origins", "first_seen"),
}  # fmt: skip
Words = dict[Collection, tuple[tuple[str, str], ...]]  # how common a word is, and the word


@dataclass(frozen=True)
class Asked:
    """A query and what to call it."""

    name: str
    query: Query


def list_queries(db: Connection, words: Words) -> Iterator[Asked]:
    """Yield the queries to ask of a corpus: some words, and values taken from it."""
    for collection, sorts in SORTS.items():
        for sort in sorts:
            for descending in (False, True):
                query = Query(collection, sort=sort, descending=descending)
                name = f"{collection} by {'-' * descending}{sort}"
                yield Asked(name, query)
                yield Asked(f"{name}, from the middle", replace(query, after=_middle(db, collection, sort)))
        base = Query(collection, sort=sorts[0], descending=True)
        narrowed = [(f"{collection}, {item.name}", replace(base, filters=(item,))) for item in _filters(db, collection)]
        narrowed += [(f"{collection} q, {kind} word", replace(base, terms=(term,))) for kind, term in words[collection]]
        middle = _middle(db, collection, sorts[0])
        for name, query in narrowed:
            yield Asked(name, query)
            yield Asked(f"{name}, from the middle", replace(query, after=middle))


def _middle(db: Connection, collection: Collection, sort: str) -> tuple[Value, ...]:
    table = TABLES[collection]
    known = select(table.c[sort], table.c.id).where(table.c[sort].is_not(None)).order_by(table.c[sort], table.c.id)
    total = db.execute(select(func.count()).select_from(table).where(table.c[sort].is_not(None))).scalar_one()
    row = db.execute(known.offset(total // 2).limit(1)).one()
    return row[0], row[1]


def _common(db: Connection, column: object) -> Value:
    """Return the commonest value of a column among the first thousands of its rows."""
    some = select(column.label("value")).where(column.is_not(None)).limit(5000).subquery()  # type: ignore[attr-defined]
    query = select(some.c.value).group_by(some.c.value).order_by(func.count().desc(), some.c.value)
    return db.execute(query).scalars().first()


def _entity_of(db: Connection, form: Value) -> Value:
    return db.execute(select(t.name_forms.c.entity_id).where(t.name_forms.c.key == form)).scalar()


def _filters(db: Connection, collection: Collection) -> Iterator[Filter]:
    article = db.execute(select(t.claims.c.article_id).limit(1)).scalar()
    entity = db.execute(select(t.entities.c.id).order_by(t.entities.c.mentions.desc()).limit(1)).scalar()
    group = _common(db, t.claims.c.group_id)
    role, link = t.claim_entities.c.role, t.claim_entities.c.entity_id
    named = {name: _common(db, select(link).where(role == name).limit(5000).subquery().c.entity_id)
             for name in ("speaker", "via", "about")}  # fmt: skip
    outlet = _entity_of(db, _common(db, t.articles.c.outlet))
    day = _common(db, t.articles.c.published_on)
    given: dict[str, dict[str, Value]] = {
        "articles": {"outlet": outlet, "entity": entity, "published_from": day,
                     "agency": _entity_of(db, _common(db, t.article_agencies.c.form)), "published_to": day},
        "entities": {"type": "person", "article": article, "country": _common(db, t.entities.c.country)},
        "claims": {**named, "entity": entity, "outlet": outlet, "article": article,
                   "group": group, "mode": "direct", "stance": "denial", "anonymous": True, "said_from": day,
                   "said_to": day, "published_from": day, "published_to": day, "figure_min": 1000.0,
                   "figure_of": _common(db, t.claim_figures.c.noun)},
        "groups": {"outlets_min": 2, "origins_min": 2, "conflicting": True,
                   "speaker": _common(db, t.group_speakers.c.entity_id)},
    }  # fmt: skip
    yield from (Filter(name, (value,)) for name, value in given[collection].items() if value is not None)


def read_words(url: str) -> Words:
    """Return the words to ask for, by collection: those of the smaller corpus, whose records the larger has again."""
    with reading(open_engine(url)) as db:
        return {collection: tuple(_terms(db, collection)) for collection in SORTS}


def _terms(db: Connection, collection: Collection) -> Iterator[tuple[str, str]]:
    """Yield a common, a middling and a rare word of the first records."""
    table = TABLES[collection]
    counts: dict[str, int] = {}
    for words in db.execute(select(table.c.terms).order_by(table.c.number).limit(1000)).scalars():
        for word in words.split():
            counts[word] = counts.get(word, 0) + 1
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    yield from (("common", ordered[0]), ("middling", ordered[len(ordered) // 20]), ("rare", ordered[-1]))


def time_queries(engines: Sequence[Engine], words: Words) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield each query's name and, for each corpus, the milliseconds that its page and its total take."""
    asked = []
    for engine in engines:
        with reading(engine) as db:
            asked.append({one.name: one.query for one in list_queries(db, words)})
    for name in sorted(set.intersection(*(set(queries) for queries in asked))):
        queries = [(engine, of[name]) for engine, of in zip(engines, asked, strict=True)]
        yield name, list(zip(_least(queries, list_page), _least(queries, count_records), strict=True))


def _least(queries: Sequence[tuple[Engine, Query]], ask: Callable[[Connection, Query], object]) -> list[float]:
    """Return the milliseconds that each corpus takes, asked in turn: the least, since other work only adds."""
    took: list[list[float]] = [[] for _ in queries]
    for _ in range(ROUNDS):
        for (engine, query), times in zip(queries, took, strict=True):
            with reading(engine) as db:
                began = time.perf_counter()
                ask(db, query)
                times.append((time.perf_counter() - began) * 1000)
    return [min(times) for times in took]


def table(small: str, large: str) -> list[str]:
    """Return the lines of the report on two corpora, by their URLs."""
    lines = ["| list | ms, small | ms, large | total: ms, small | ms, large | ratio of both |",
             "| --- | ---: | ---: | ---: | ---: | ---: |"]  # fmt: skip
    for name, ((a, total_a), (b, total_b)) in time_queries([open_engine(small), open_engine(large)], read_words(small)):
        ratio = (b + total_b) / (a + total_a)
        lines.append(f"| {name} | {a:.2f} | {b:.2f} | {total_a:.2f} | {total_b:.2f} | {ratio:.2f} |")
    return lines


if __name__ == "__main__":
    print("\n".join(table(*sys.argv[1:3])))
