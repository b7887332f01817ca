"""Walks over a collection that grows meanwhile: each record once by pages, one state of the corpus in a stream."""

import tracemalloc
from datetime import date
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app
from service.store.engine import open_engine
from service.store.queries import Query
from service.store.reading import Reader
from tests.api.invented import make_reading, write_invented

SORTS = ("-published_on", "published_on", "said_on", "-confidence")


def make_client(url: str) -> FlaskClient:
    return create_app(Settings(database_url=url, fresh_seconds=0)).test_client()


@pytest.mark.parametrize("sort", SORTS)
def test_a_walk_meets_each_claim_once_while_others_come(database_url: str, sort: str) -> None:
    write_invented(database_url, [make_reading(n, day=date(2024, 3, 1 + n % 9)) for n in range(12)])
    client = make_client(database_url)
    there = {item["id"] for item in client.get("/claims?limit=100").json["items"]}
    met: list[str] = []
    path, more = f"/claims?limit=3&sort={sort}", 100
    while path:
        page = client.get(path).json
        met += [item["id"] for item in page["items"]]
        path = page["next"]
        if more < 106:
            write_invented(database_url, [make_reading(more, day=date(2024, 3, 1 + more % 9))])
            more += 1
    assert len(set(met)) == len(met)
    assert there <= set(met)


@pytest.mark.parametrize("form", ["ndjson", "csv"])
def test_a_stream_is_of_one_state(database_url: str, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.store.reading._WALK", 4)
    write_invented(database_url, [make_reading(n) for n in range(10)])
    stream = make_client(database_url).get(f"/claims?format={form}", buffered=False).response
    received = [next(iter(stream))]
    write_invented(database_url, [make_reading(n) for n in range(50, 60)])
    received += list(stream)
    assert b"".join(received).count(b"\n") == 20 + (form == "csv")


def test_a_stream_holds_as_little_of_much_as_of_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.store.reading._WALK", 10)
    url = f"sqlite:///{tmp_path}/many.sqlite"
    peaks = []
    for first, last in ((0, 20), (20, 100)):
        write_invented(url, [make_reading(n) for n in range(first, last)])
        reader = Reader(open_engine(url))
        assert sum(1 for _ in reader.walk(Query("claims"))) == 2 * last  # statements are compiled by now
        tracemalloc.start()
        for document in reader.walk(Query("claims")):
            assert orjson.loads(document)["id"]
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
