"""The explorer: pages for browsers, in Arabic, without scripts, with everything from pages escaped."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from config.settings import Settings
from service.api.passages import cut_paragraphs
from service.app import create_app
from tests.api.invented import make_reading, write_invented

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_browser_gets_the_explorer_and_curl_the_index(client: FlaskClient) -> None:
    page = client.get("/", headers=BROWSER)
    assert page.mimetype == "text/html"
    assert 'dir="rtl"' in page.text
    assert client.get("/").mimetype == "application/json"
    assert client.get("/", headers={"Accept": "*/*"}).mimetype == "application/json"


def pages(client: FlaskClient) -> list[str]:
    found = ["/", "/explore", "/explore?q=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1"]
    for path, place in (("/articles", "articles"), ("/entities", "entities"), ("/claims/groups", "groups")):
        found.append(f"/explore/{place}/{client.get(path + '?limit=1').json['items'][0]['id']}")
    return found


def test_every_link_of_every_page_leads_somewhere(client: FlaskClient) -> None:
    seen: set[str] = set()
    for path in pages(client):
        answer = client.get(path, headers=BROWSER)
        assert answer.status_code == 200, path
        assert "script" not in answer.text
        assert "style=" not in answer.text
        seen |= {link.partition("#")[0] for link in re.findall(r'href="(/[^"]*)"', answer.text)}
    for link in sorted(seen):
        assert client.get(link, headers=BROWSER).status_code == 200, link


def test_pages_allow_nothing_but_our_style(client: FlaskClient) -> None:
    policy = client.get("/", headers=BROWSER).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'")


def test_a_claim_is_marked_and_its_chain_drawn(client: FlaskClient) -> None:
    key = client.get("/articles?limit=1").json["items"][0]["id"]
    text = client.get(f"/explore/articles/{key}").text
    assert 'class="said direct"' in text
    assert "نقله" in text
    assert "سامر الزهوري</a>" in text


def test_text_of_pages_is_escaped(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/xss.sqlite"
    write_invented(url, [make_reading(1, outlet="<script>alert(1)</script>")])
    client = create_app(Settings(database_url=url)).test_client()
    key = client.get("/articles").json["items"][0]["id"]
    for path in ("/", f"/explore/articles/{key}", "/explore?q=%3Cscript%3E"):
        assert "<script" not in client.get(path, headers=BROWSER).text


@pytest.mark.parametrize("path", ["/explore/articles/x", "/explore/entities/e0123456789abcdef", "/explore?x=1"])
def test_what_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers=BROWSER).status_code in (400, 404)


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), max_size=6)


@given(st.text(alphabet="ابت \n«»", max_size=60), spans, spans)
def test_no_letter_is_lost(text: str, said: list[tuple[int, int]], named: list[tuple[int, int]]) -> None:
    def records(places: list[tuple[int, int]], name: str) -> list[dict]:
        kept = [(start, min(start + size, len(text))) for start, size in places if start < len(text)]
        return [{name: [{"field": "body", "start": start, "end": end}]} for start, end in kept]

    cut = cut_paragraphs(text, "body", records(said, "spans"), records(named, "mentions"))
    lines = ["".join(piece.text for piece in paragraph) for paragraph in cut]
    assert lines == [line for line in text.split("\n") if line]
