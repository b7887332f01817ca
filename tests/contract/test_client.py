"""A client that a standard generator makes from the OpenAPI document works against the running service."""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

BIN = Path(sys.executable).parent
BODY = "قال وزير النقل سامر الزهوري إن الجسر سيفتح غدا أمام السيارات."


@pytest.fixture(scope="module")
def package(api: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Generate the client as a package, and return its name."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "openapi.json").write_text(api.get("/openapi.json").text, encoding="utf-8")
    program = [BIN / "openapi-python-client", "generate", "--path", folder / "openapi.json", "--meta", "none",
               "--output-path", folder / f"isnad_client_{os.getpid()}"]  # fmt: skip
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    run = subprocess.run(program, env=environment, capture_output=True, text=True, check=False, cwd=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    warnings = [line for line in run.stdout.splitlines() if line.startswith(("Unsupported", "Cannot", "ERROR"))]
    assert all("content type text/" in line or "x-ndjson" in line for line in warnings), warnings
    sys.path.insert(0, str(folder))
    yield f"isnad_client_{os.getpid()}"
    sys.path.remove(str(folder))


def load(package: str, name: str) -> ModuleType:
    return importlib.import_module(f"{package}.{name}")


@pytest.fixture
def client(package: str, live: str) -> Any:
    """Return the generated client of the running service."""
    return load(package, "client").Client(base_url=live, raise_on_unexpected_status=True)


def test_every_operation_was_generated(package: str, api: httpx.Client) -> None:
    for path in api.get("/openapi.json").json()["paths"].values():
        for operation in (part for part in path.values() if isinstance(part, dict)):
            name = f"api.{operation['tags'][0]}.{operation['operationId']}"
            assert callable(load(package, name).sync_detailed)


def test_lists_are_walked_by_types(package: str, client: Any) -> None:
    modes = load(package, "models.list_claims_mode_item").ListClaimsModeItem
    list_claims = load(package, "api.claims.list_claims").sync
    asked = {"client": client, "limit": 3, "mode": [modes("direct"), modes("mixed")]}
    found = list_claims(**asked)
    assert len(found.items) == 3
    assert {claim.mode.value for claim in found.items} <= {"direct", "mixed"}
    following = list_claims(**asked, cursor=httpx.URL(found.next_).params["cursor"])
    assert not {claim.id for claim in found.items} & {claim.id for claim in following.items}
    for operation in ("articles.list_articles", "entities.list_entities", "claims.list_groups"):
        assert load(package, f"api.{operation}").sync(client=client).total > 0


def test_records_keep_their_arabic(package: str, client: Any) -> None:
    listed = load(package, "api.articles.list_articles").sync(client=client, limit=1).items[0]
    article = load(package, "api.articles.show_article").sync(key=listed.id, client=client)
    assert article.title == listed.title
    assert article.body
    named = load(package, "api.articles.list_article_entities").sync(key=listed.id, client=client)
    span = next(entity for entity in named.items if entity.mentions).mentions[0]
    assert getattr(article, span.field)[span.start : span.end] == span.text


def test_pages_come_in_and_go(package: str, client: Any) -> None:
    clean = load(package, "models.clean_article").CleanArticle(body=BODY, title="خبر")
    analysed = load(package, "api.analysis.analyze_page").sync(client=client, body=clean)
    assert analysed.claims[0].speakers[0].name == "سامر الزهوري"
    sent = load(package, "api.articles.add_articles").sync_detailed(client=client, body=clean)
    assert sent.status_code == 201
    key = json.loads(sent.content)["id"]
    gone = load(package, "api.articles.remove_article").sync_detailed(key=key, client=client)
    assert gone.status_code == 204


def test_problems_are_typed(package: str, client: Any) -> None:
    answer = load(package, "api.claims.show_claim").sync(key="c0123456789abcdef", client=client)
    assert type(answer).__name__ == "Problem"
    assert (answer.status, answer.errors) == (404, [])
