"""Statements made once answer as SQLAlchemy's own do, on either database, and fail as they do."""

import pytest
from sqlalchemy import Engine, Integer, bindparam, select
from sqlalchemy.exc import DBAPIError, StatementError

from service.store.engine import reading, writing
from service.store.statements import Statement
from service.store.tables import claims, metadata

_LATEST = (
    select(claims.c.document, claims.c.published_on, claims.c.id)
    .where(claims.c.published_on.is_not(None), claims.c.confidence >= 0)
    .order_by(claims.c.id)
    .limit(bindparam("step", type_=Integer))
)


def test_rows_are_those_of_sqlalchemy(filled: Engine) -> None:
    with reading(filled) as db:
        rows = [tuple(row) for row in Statement(_LATEST).read(db, {"step": 7})]
        assert len(rows) == 7
        assert rows == [tuple(row) for row in db.execute(_LATEST, {"step": 7})]


def test_a_value_that_is_missing_is_an_error(engine: Engine) -> None:
    with reading(engine) as db, pytest.raises(DBAPIError if engine.dialect.name == "sqlite" else StatementError):
        Statement(_LATEST).read(db, {})


def test_a_database_without_the_table_fails_as_sqlalchemy_does(engine: Engine) -> None:
    with writing(engine) as db:
        metadata.drop_all(db, tables=[claims])
    with reading(engine) as db, pytest.raises(DBAPIError) as by_statement:
        Statement(_LATEST).read(db, {"step": 1})
    with reading(engine) as db, pytest.raises(DBAPIError) as by_sqlalchemy:
        db.execute(_LATEST, {"step": 1})
    assert by_statement.type is by_sqlalchemy.type
    assert str(by_statement.value.orig) == str(by_sqlalchemy.value.orig)
