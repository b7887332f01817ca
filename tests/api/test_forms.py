"""Collections as NDJSON and CSV: whole, streamed, safe to open in a spreadsheet."""

import csv
import gzip
import io

import orjson
import pytest
from flask.testing import FlaskClient

from service.api.formats import _cell


@pytest.mark.parametrize("path", ["/articles", "/entities", "/claims", "/claims/groups"])
def test_ndjson_holds_the_whole_collection(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": "application/x-ndjson"})
    assert answer.mimetype == "application/x-ndjson"
    lines = [orjson.loads(line) for line in answer.data.splitlines()]
    assert len(lines) == client.get(path).json["total"]
    assert lines[0] == client.get(f"{path}?limit=1").json["items"][0]


@pytest.mark.parametrize("path", ["/articles", "/entities", "/claims", "/claims/groups"])
def test_csv_has_a_line_a_record(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?format=csv")
    assert answer.mimetype == "text/csv"
    rows = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))
    assert len(rows) == client.get(path).json["total"]
    assert all(None not in row and None not in row.values() for row in rows)


def test_csv_columns_are_the_fields_asked_for(client: FlaskClient) -> None:
    text = client.get("/articles?format=csv&fields=title,outlet.name").get_data(as_text=True)
    assert text.splitlines()[0] == "id,title,outlet.name"


def test_filters_hold_for_streams(client: FlaskClient) -> None:
    assert len(client.get("/claims?format=ndjson&mode=direct").data.splitlines()) == 25
    assert client.get("/claims?format=ndjson&speaker=nobody").data == b""


def test_an_empty_csv_still_has_its_header(client: FlaskClient) -> None:
    assert client.get("/claims?format=csv&speaker=nobody").get_data(as_text=True).startswith("id,article_id,")


def test_a_stream_is_packed_where_gzip_is_wanted(client: FlaskClient) -> None:
    packed = client.get("/claims?format=ndjson", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get("/claims?format=ndjson").data


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_a_cell_never_computes(text: str) -> None:
    assert _cell(text).startswith("'")
