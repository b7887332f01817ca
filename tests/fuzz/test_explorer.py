"""What hostile pages say is shown as text: no script runs, nothing turns the lines of a page, no cell computes."""

import csv
import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from config.settings import Settings
from service.app import create_app
from tests.running import ROOT, ingest

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Return a client over a corpus of hostile articles."""
    url = f"sqlite:///{tmp_path_factory.mktemp('hostile')}/isnad.sqlite"
    run = ingest(url, Path(ROOT) / "tests" / "fuzz" / "hostile.jsonl")
    assert run.returncode == 0, run.stderr
    return create_app(Settings(database_url=url)).test_client()


def test_pages_for_people_show_markup_as_text(client: FlaskClient) -> None:
    paths = ["/", "/explore?q=الجسر", "/explore?q=<script>isnad(1)</script>"]
    for collection, place in (("articles", "articles"), ("entities", "entities"), ("claims/groups", "groups")):
        items = client.get(f"/{collection}").get_json()["items"]
        assert items
        paths += [f"/explore/{place}/{item['id']}" for item in items]
    for path in paths:
        page = client.get(path, headers={"Accept": "text/html"})
        assert page.status_code == 200, path
        assert "<script>isnad" not in page.text
        assert "<img" not in page.text
        assert not _TURNING.search(page.text)
        assert 'href="javascript:' not in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]


def test_offsets_keep_what_turns(client: FlaskClient) -> None:
    articles = [
        client.get(f"/articles/{item['id']}").get_json() for item in client.get("/articles").get_json()["items"]
    ]
    bodies = {article["id"]: article["body"] for article in articles}
    assert sum(bool(_TURNING.search(body)) for body in bodies.values()) == 2
    for claim in client.get("/claims").get_json()["items"]:
        for span in claim["spans"]:
            assert bodies[claim["article_id"]][span["start"] : span["end"]] == span["text"]


def test_no_cell_of_a_table_computes(client: FlaskClient) -> None:
    for path in ("/articles", "/claims", "/entities", "/claims/groups"):
        rows = list(csv.reader(io.StringIO(client.get(f"{path}?format=csv").text)))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
