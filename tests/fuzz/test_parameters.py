"""What is no value: SQL, search syntax, half characters and paths, in every parameter and every place of a name."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from config.settings import Settings
from service.app import create_app
from service.core.knowledge import Lexicon
from service.core.records import Page
from service.ingest.preparing import Prepared
from service.store.engine import open_engine
from tests.fuzz.asking import LISTS
from tests.fuzz.checking import check_page
from tests.fuzz.shapes import SENTENCE
from tests.properties.test_ingest_order import dump_corpus
from tests.running import take_in_samples

_SQL = (
    "' OR 1=1 --", "'; DROP TABLE articles; --", '" OR ""="', "1) UNION SELECT hash, 1 FROM api_keys --",
    "\\' OR 1=1#", "1; SELECT pg_sleep(9)", 'x" AND number:1 OR "', "terms:* NEAR(a b)", "{body title}: x",
)  # fmt: skip
_PATHS = (
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd", "/etc/passwd",
    "C:\\windows\\win.ini", "explorer.css/../../templates/base.html", "explorer.css%00.png",
)  # fmt: skip


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def corpus(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[FlaskClient, Engine]]:
    """Return a client over the sample corpus, and an engine on it."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('corpus')}/isnad.sqlite"
    else:
        url = str(request.getfixturevalue("make_postgres_url")())
    take_in_samples(url)
    engine = open_engine(url)
    yield create_app(Settings(database_url=url, fresh_seconds=0)).test_client(), engine
    engine.dispose()


def test_sql_in_every_parameter_is_a_value(corpus: tuple[FlaskClient, Engine]) -> None:
    client, engine = corpus
    before, tried = dump_corpus(engine), 0
    for path, listed in LISTS.items():
        for name in listed.parameters.fields:
            for value in _SQL:
                answer = client.get(
                    path, query_string={name: value, "limit": "3"} if name != "limit" else {name: value}
                )
                assert answer.status_code in {200, 400, 404, 406}, (path, name, value, answer.text)
                if answer.status_code == 200 and name not in {"fields", "q", "sort"} and not name.startswith("not_"):
                    assert not answer.is_json or answer.get_json()["total"] == 0, (path, name, value)
                tried += 1
    assert tried > 500
    assert dump_corpus(engine) == before


@pytest.mark.parametrize("path", _PATHS)
def test_no_name_leads_to_a_file(corpus: tuple[FlaskClient, Engine], path: str) -> None:
    client, _ = corpus
    for place in ("/static/{}", "/articles/{}", "/articles/{}/page", "/explore/articles/{}", "/jobs/{}"):
        answer = client.get(place.format(path))
        assert answer.status_code in {400, 404, 308}, (place, answer.status_code)
        assert "root:" not in answer.text
        assert "block body" not in answer.text


def test_the_name_of_a_page_is_only_shown(tmp_path: Path, lexicon: Lexicon) -> None:
    client = create_app(Settings(database_url=f"sqlite:///{tmp_path}/isnad.sqlite", fresh_seconds=0)).test_client()
    for n, path in enumerate(_PATHS):
        answer = client.post(f"/articles?source={path}", data=f"{SENTENCE}{n}".encode(), content_type="text/plain")
        assert answer.status_code in {201, 400}, (path, answer.text)  # 400: it holds a control character
        assert answer.status_code == 400 or answer.get_json()["source"]["name"].isprintable()
    assert sorted(file.name for file in tmp_path.iterdir() if "isnad" not in file.name) == []


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\ud800x", "\\udc00\\ud800"])
def test_half_a_character_is_refused_or_replaced(tmp_path: Path, lexicon: Lexicon, half: str) -> None:
    client = create_app(Settings(database_url=f"sqlite:///{tmp_path}/isnad.sqlite", fresh_seconds=0)).test_client()
    for field in ("body", "title", "outlet", "url"):
        body = f'{{"body": "{SENTENCE.strip()}", "{field}": "{SENTENCE.strip()} {half}"}}'
        for path in ("/analyze", "/articles"):
            answer = client.post(path, data=body.encode(), content_type="application/json")
            assert answer.status_code in {200, 201, 400, 422}, answer.text
    raw = SENTENCE.encode() + b"\xed\xa0\x80 \xed\xbf\xbf" + SENTENCE.encode()
    for kind, data in (
        ("text/plain", raw),
        ("text/html", b"<p>" + raw),
        ("application/json", orjson.dumps({"body": "x"})[:-2] + raw),
    ):
        found = check_page(Page("half", data, kind), lexicon)
        assert not isinstance(found, Prepared) or found.article.body.encode()


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\ufeff", "\u200b", "\ufffe", "\U0010ffff", "\x1b", "\x7f"])
def test_odd_characters_keep_their_places(lexicon: Lexicon, char: str) -> None:
    words = SENTENCE.split()
    for place in range(1, len(words)):
        text = " ".join([*words[:place], char + words[place], *words[place + 1 :]]) + "\n" + SENTENCE
        assert isinstance(check_page(Page("odd", text.encode(), "text/plain"), lexicon), Prepared)
