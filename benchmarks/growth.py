"""Makes a corpus many times as large as one that was read: all its records again, with other ids, names and days."""

import sys
from collections.abc import Iterator

from sqlalchemy import Column, Connection, Engine, Table, func, select, text
from sqlalchemy.schema import CreateIndex, DropIndex

from service.store import tables as t
from service.store.corpus import SEARCHED
from service.store.engine import open_engine, writing
from service.store.tallies import TALLIED

# What lists, filters and searches read; what only linking and grouping read stays as it is.
COPIED = (t.articles, t.article_agencies, t.page_entities, t.claims, t.claim_entities, t.claim_figures, t.groups,
          t.group_speakers, t.name_forms, t.form_aliases, t.entities)  # fmt: skip
_IDS = {"id", "article_id", "claim_id", "group_id"}
_NAMES = {"entity_id", "form", "key"}
_DAYS = {"published_on", "said_on", "first_seen", "last_seen"}
_HOT = 30  # entities that all copies share: those that most is said of, whose lists grow with the corpus


def grow_corpus(engine: Engine, times: int) -> None:
    """Copy every record so often that the corpus is `times` as large; indexes are made when all is there."""
    with writing(engine) as db:
        _keep_hot(db)
        indexes = [index for table in COPIED for index in table.indexes if not index.unique]
        for index in indexes:
            db.execute(DropIndex(index, if_exists=True))
        largest = {table.name: _largest(db, table) for table in COPIED if "number" in table.c}
        for copy in range(1, times):
            for table in COPIED:
                db.execute(text(_copying(db, table, copy, largest.get(table.name, 0))))
        for index in indexes:
            db.execute(CreateIndex(index))
        for statement in _finishing(db):
            db.execute(text(statement))


def _largest(db: Connection, table: Table) -> int:
    return int(db.execute(select(func.max(table.c.number))).scalar() or 0)


def _keep_hot(db: Connection) -> None:
    db.execute(text("CREATE TABLE hot AS SELECT id FROM entities ORDER BY mentions DESC, id LIMIT " + str(_HOT)))
    db.execute(text("INSERT INTO hot SELECT key FROM name_forms WHERE entity_id IN (SELECT id FROM hot)"))
    db.execute(text("INSERT INTO hot SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL"))


def _copying(db: Connection, table: Table, copy: int, largest: int) -> str:
    """Return the statement that copies the first records of a table once more."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(_value(db, table, column, copy, largest) for column in table.columns)
    own = {"name_forms": "key", "form_aliases": "form", "entities": "id"}.get(table.name)
    first = f"number <= {largest}" if "number" in table.c else _first(table)
    fresh = f" AND {own} NOT IN (SELECT id FROM hot)" if own else ""
    return f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM "{table.name}" WHERE {first}{fresh}'


def _first(table: Table) -> str:
    key = "claim_id" if "claim_id" in table.c else next(iter(table.primary_key)).name
    return f"\"{key}\" NOT LIKE '%~%'"


def _value(db: Connection, table: Table, column: Column[object], copy: int, largest: int) -> str:
    name = f'"{column.name}"'
    if column.name == "number":
        return f"number + {copy * largest}"
    if column.name in _IDS and table is not t.entities:
        return f"{name} || '~{copy}'"
    if column.name in _NAMES or (table is t.entities and column.name == "id"):
        return f"CASE WHEN {name} IN (SELECT id FROM hot) THEN {name} ELSE {name} || '~{copy}' END"
    if column.name in _DAYS:
        return f"date({name}, '-{copy} days')" if db.dialect.name == "sqlite" else _earlier(name, copy)
    if column.name == "face":
        return "''" if db.dialect.name == "sqlite" else "''::bytea"
    return f"{name} || ' {copy}'" if table is t.entities and column.name == "name" else name


def _earlier(name: str, copy: int) -> str:
    return f"to_char(to_date({name}, 'YYYY-MM-DD') - {copy}, 'YYYY-MM-DD')"


def _finishing(db: Connection) -> Iterator[str]:
    """Yield what brings tallies, searches and the planner's knowledge up to the new size."""
    yield "DELETE FROM tallies"
    for collection, names in TALLIED.items():
        yield f"INSERT INTO tallies SELECT '{collection}', '', '', count(*) FROM {collection}"
        for name in names:
            kind = "INTEGER" if db.dialect.name == "postgresql" and name == "anonymous" else "TEXT"
            value = f"CAST({name} AS {kind})" if kind == "TEXT" else f"CAST(CAST({name} AS {kind}) AS TEXT)"
            yield f"INSERT INTO tallies SELECT '{collection}', '{name}', COALESCE({value}, ''), count(*) " \
                  f"FROM {collection} GROUP BY 3"  # fmt: skip
    if db.dialect.name == "sqlite":
        yield from (f"INSERT INTO {name}_terms ({name}_terms) VALUES ('rebuild')" for name in SEARCHED)
    yield "ANALYZE"


if __name__ == "__main__":
    grow_corpus(open_engine(sys.argv[1]), int(sys.argv[2]))
