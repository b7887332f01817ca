"""Makes a corpus many times as large as one that was read: all its records again, with other ids, names and days."""

import sys
from collections.abc import Callable, Iterator

from sqlalchemy import Column, Engine, Table
from sqlalchemy.schema import CreateIndex, DropIndex

from service.store import tables as t
from service.store.corpus import SEARCHED
from service.store.engine import open_engine
from service.store.numbering import ID_BITS
from service.store.tallies import TALLIED

# What lists, filters and searches read; what only linking and grouping read stays as it is.
COPIED = (t.articles, t.article_agencies, t.page_entities, t.claims, t.claim_entities, t.claim_figures, t.groups,
          t.group_speakers, t.name_forms, t.form_aliases, t.entities)  # fmt: skip
_IDS = {"id", "article_id", "claim_id", "group_id", "reprint_group"}
_NAMES = {"entity_id", "form", "key"}
_DAYS = {"published_on", "said_on", "first_seen", "last_seen"}
_UNREAD = {"face", "data"}  # read by linking and grouping alone: left empty
SPAN = 1 << ID_BITS  # numbers of one day
_TAIL_BITS, _FIRST_COPY = 27, 0xF000  # what a number keeps of a base's id; a copy is told by the id's first 16 bits
_SPREAD, _APART = 3650, 997  # days: copies lie about ten years, and no two on one day
_HOT = 30  # entities that all copies share: those that most is said of, whose lists grow with the corpus
_FAST = {
    "sqlite": ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-1000000"),
    "postgresql": ("SET maintenance_work_mem = '1GB'", "SET work_mem = '256MB'"),
}

Run = Callable[[str], object]


def grow_corpus(engine: Engine, times: int) -> None:
    """Copy every record so often that the corpus is `times` as large; indexes are made when all is there."""
    sqlite = engine.dialect.name == "sqlite"
    raw = engine.raw_connection()
    if not sqlite:
        raw.driver_connection.autocommit = True  # type: ignore[union-attr]
    run = raw.cursor().execute
    for setting in _FAST[engine.dialect.name]:
        run(setting)
    indexes = [index for table in COPIED for index in table.indexes]
    for index in indexes:
        run(str(DropIndex(index, if_exists=True)))
    for statement in (*_dropping(sqlite), *_shortening(sqlite), *_keeping_hot(times)):
        run(statement)
    for table in COPIED:
        for statement in _copying(table, sqlite):
            run(statement)
    for statement in _joining():
        run(statement)
    for index in indexes:
        run(str(CreateIndex(index).compile(engine)))
    for statement in _finishing(sqlite):
        run(statement)
    raw.close()
    if sqlite:
        engine.dispose()


def _dropping(sqlite: bool) -> Iterator[str]:
    """Yield what takes away PostgreSQL's keys and word indexes, which `_finishing` makes again."""
    if not sqlite:
        yield from (f"DROP INDEX IF EXISTS {name}_by_terms" for name in SEARCHED)
        yield from (f"ALTER TABLE {table.name} DROP CONSTRAINT {table.name}_pkey" for table in COPIED)


def _shortening(sqlite: bool) -> Iterator[str]:
    """Yield what takes long parts out of documents, so that a million articles fit."""
    for name, parts in {"claims": ("spans", "cue"), "groups": ("members", "differences")}.items():
        less = "json_remove(document, '$." + "', '$.".join(parts) + "')"
        if sqlite:
            yield f"UPDATE {name} SET document = CAST({less} AS BLOB)"
        else:
            less = " - ".join(("convert_from(document, 'UTF8')::jsonb", *(f"'{part}'" for part in parts)))
            yield f"UPDATE {name} SET document = convert_to(({less})::text, 'UTF8')"


def _joining() -> Iterator[str]:
    """Yield what gives one group in forty-one two to six outlets: pages that differ in all share no claims."""
    more = "2 + number / 41 % 5"
    yield (
        f"UPDATE groups SET outlets = {more}, origins = {more} - number / 41 % 2, conflicting = number % 205 = 0, "
        f"place = ({more}) * {SPAN} + place % {SPAN} WHERE number % 41 = 0"
    )
    joined = "FROM groups WHERE groups.id = group_id AND groups.outlets > 1"
    yield f"UPDATE group_speakers SET outlets = groups.outlets {joined}"


def _keeping_hot(times: int) -> Iterator[str]:
    """Yield what makes the table of the copies, and that of what all copies share."""
    yield "CREATE TEMPORARY TABLE hot AS SELECT id FROM entities ORDER BY mentions DESC, id LIMIT " + str(_HOT)
    yield "INSERT INTO hot SELECT key FROM name_forms WHERE entity_id IN (SELECT id FROM hot)"
    yield "INSERT INTO hot SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL"
    names = ("articles", "claims", "as_speaker", "as_via", "as_about")
    more = ", ".join(f"{name} = {name} * {times}" for name in names)
    yield f"UPDATE entities SET {more} WHERE id IN (SELECT id FROM hot)"
    yield "CREATE TEMPORARY TABLE copies (copy INTEGER PRIMARY KEY, tail TEXT, shift INTEGER, low BIGINT)"
    rows = ((copy, copy * _APART % _SPREAD, _FIRST_COPY + copy << _TAIL_BITS) for copy in range(1, times))
    yield "INSERT INTO copies VALUES " + ", ".join(
        f"({copy}, 'x{copy:03x}', {shift}, {low})"
        for copy, shift, low in rows  # x: no id has it
    )


def _copying(table: Table, sqlite: bool) -> Iterator[str]:
    """Yield what copies all records of a table, in the order of its key, so that SQLite only ever appends.

    Ids of one copy stand together, not those of one record: else a walk would meet all copies of what it looks for.
    """
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(_value(table, column, sqlite) for column in table.columns)
    key = ", ".join(f'"{column.name}"' for column in table.primary_key)
    by_day = sqlite and table in {t.articles, t.claims}
    own = {"name_forms": "key", "form_aliases": "form", "entities": "id"}.get(table.name)
    fresh = f" WHERE base.{own} NOT IN (SELECT id FROM hot)" if own else ""
    yield f"CREATE TEMPORARY TABLE base AS SELECT * FROM {table.name} ORDER BY {key}"
    source = "base CROSS JOIN copies" if own in {"key", "form"} else "copies CROSS JOIN base"
    order = f" ORDER BY {list(table.c.keys()).index('number') + 1}" if by_day else ""
    yield f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {source}{fresh}{order}"
    yield "DROP TABLE base"


def _value(table: Table, column: Column[object], sqlite: bool) -> str:
    name = f'base."{column.name}"'
    changed = f"substr({name}, 1, 1) || tail || substr({name}, 6)"
    if column.name == "place" or column.name == "number" and table in {t.articles, t.claims}:
        shift = " - shift" if column.name == "number" else ""
        return f"({name} / {SPAN}{shift}) * {SPAN} + low + {name} % {1 << _TAIL_BITS}"
    if column.name == "number":
        return f"{name} + copy * (SELECT max(number) FROM base)"
    if column.name in _UNREAD and table.name in {"claims", "page_entities"}:
        return "''" if sqlite else "''::bytea"
    if column.name == "whole":
        return "document"
    if column.name in _DAYS:
        return f"date({name}, -shift || ' days')" if sqlite else f"to_char({name}::date - shift, 'YYYY-MM-DD')"
    if column.name in _NAMES or (table is t.entities and column.name == "id"):
        longer = changed if column.name in {"entity_id", "id"} else f"{name} || tail"
        return f"CASE WHEN {name} IN (SELECT id FROM hot) THEN {name} ELSE {longer} END"
    if column.name in _IDS:
        return changed
    named = {"entities": "name", "form_aliases": "folded"}.get(table.name) == column.name
    return f"{name} || ' ' || copy" if named else name


def _finishing(sqlite: bool) -> Iterator[str]:
    """Yield what brings tallies, searches and the planner's knowledge up to the new size."""
    yield "DELETE FROM tallies"
    for collection, names in TALLIED.items():
        yield f"INSERT INTO tallies SELECT '{collection}', '', '', count(*) FROM {collection}"
        for name in names:
            value = f"CAST({name} AS INTEGER)" if name in {"anonymous", "conflicting"} else name
            yield (
                f"INSERT INTO tallies SELECT '{collection}', '{name}', COALESCE(CAST({value} AS TEXT), ''), count(*) "
                f"FROM {collection} GROUP BY {name}"
            )
    yield (
        "INSERT INTO tallies SELECT 'claims', 'figure_of', noun, count(DISTINCT claim_id) "
        "FROM claim_figures WHERE noun IS NOT NULL GROUP BY noun"
    )
    if sqlite:
        yield from (f"INSERT INTO {name}_terms ({name}_terms) VALUES ('rebuild')" for name in SEARCHED)
        yield "PRAGMA journal_mode=WAL"
    else:
        yield from (f"ALTER TABLE {table.name} ADD PRIMARY KEY ({_keys(table)})" for table in COPIED)
        yield from (f"CREATE INDEX {name}_by_terms ON {name} USING gin (terms)" for name in SEARCHED)
    yield "ANALYZE"


def _keys(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.primary_key)


if __name__ == "__main__":
    grow_corpus(open_engine(sys.argv[1]), int(sys.argv[2]))
