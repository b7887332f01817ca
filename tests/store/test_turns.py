"""Readers of a process take turns on one connection; who waits too long, or follows one that failed, has another."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, text

from service.store.corpus import read_state
from service.store.engine import writing
from service.store.turns import Turns


def test_one_connection_stays_open(engine: Engine) -> None:
    turns, used = Turns(engine), set()
    for _ in range(3):
        with turns.reading() as db:
            used.add(db)
            assert read_state(db).version == 0
    assert len(used) == (1 if engine.dialect.name == "sqlite" else 3)


def test_each_turn_sees_the_state_it_begins_with(engine: Engine) -> None:
    turns = Turns(engine)
    for version in (1, 2):
        with turns.reading() as db:
            before = read_state(db).version
            with writing(engine) as other:
                other.execute(text("UPDATE corpus SET version = version + 1"))
            assert read_state(db).version == before == version - 1


def test_who_waits_too_long_works_beside_the_others(engine: Engine) -> None:
    turns = Turns(engine)

    def read() -> int:
        with turns.reading() as db:
            return read_state(db).version

    with turns.reading(), ThreadPoolExecutor(1) as others:
        assert others.submit(read).result(timeout=5) == 0


def test_after_a_failure_the_next_has_another_connection(engine: Engine) -> None:
    turns = Turns(engine)
    with pytest.raises(RuntimeError), turns.reading() as failed:
        raise RuntimeError
    assert failed.closed
    with turns.reading() as db:
        assert read_state(db).version == 0
