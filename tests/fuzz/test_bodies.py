"""Bodies that are too large, packed or cut short, sent to the service as it runs."""

import gzip
from collections.abc import Iterator

import httpx
import pytest

from tests.fuzz.shapes import SENTENCE
from tests.running import running_service

_LARGE = SENTENCE.encode() * (50_000_000 // len(SENTENCE.encode()))
_LINE = b'{"body": "%s"}\n' % SENTENCE.strip().encode()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Return a client of a service over an empty corpus that takes pages of 100 kB."""
    folder = tmp_path_factory.mktemp("bodies")
    settings = {"MAX_PAGE_BYTES": "100000", "LOG_REQUESTS": "0"}
    with (
        running_service(f"sqlite:///{folder}/isnad.sqlite", folder, **settings) as base,
        httpx.Client(base_url=base, timeout=30) as client,
    ):
        yield client
        assert client.get("/articles").json()["total"] == 0


def _in_chunks(data: bytes) -> Iterator[bytes]:
    yield from (data[start : start + 65_536] for start in range(0, len(data), 65_536))


@pytest.mark.parametrize("path", ["/articles", "/analyze"])
@pytest.mark.parametrize("kind", ["text/plain", "text/html", "application/json", "application/x-ndjson"])
@pytest.mark.parametrize("data", [_LARGE, _LINE * 2000], ids=["50 MB", "300 kB"])
@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_body_is_refused(client: httpx.Client, path: str, kind: str, data: bytes, chunked: bool) -> None:
    if kind == "application/x-ndjson" and path == "/analyze":
        pytest.skip("one page is analyzed")
    answer = _post(client, path, kind, _in_chunks(data) if chunked else data)
    assert answer == 413 or (answer is None and data is _LARGE)  # None: hung up on while much was still to come


def _post(client: httpx.Client, path: str, kind: str, content: bytes | Iterator[bytes]) -> int | None:
    try:
        return client.post(path, content=content, headers={"Content-Type": kind}).status_code
    except (httpx.WriteError, httpx.RemoteProtocolError):
        return None


def test_a_large_form_is_refused(client: httpx.Client) -> None:
    assert client.post("/articles", files={"f": ("a.txt", _LARGE[:2_000_000])}).status_code == 413


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "gzip, gzip"])
def test_a_packed_body_is_not_unpacked(client: httpx.Client, encoding: str) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    headers = {"Content-Type": "text/plain", "Content-Encoding": encoding}
    assert client.post("/articles", content=bomb, headers=headers).status_code == 415
    del headers["Content-Encoding"]
    assert client.post("/articles", content=bomb, headers=headers).status_code == 415


@pytest.mark.parametrize(
    "body", ["[" * 90_000, '{"body":' * 9000, "[" + "0," * 40_000 + "0]", '"' + "\\u0000" * 9000 + '"']
)
def test_json_of_any_nesting_is_refused(client: httpx.Client, body: str) -> None:
    answer = client.post("/articles", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
