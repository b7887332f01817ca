"""Pages in the forms of many outlets, all invented, with what a careful reader finds in them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from service.core.pages.read import read_article
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge

_PAGES = sorted(Path(__file__).parent.joinpath("pages").glob("*.golden"))
_FIELDS = ("title", "outlet", "published_on", "author", "place")


@pytest.mark.parametrize("file", _PAGES, ids=lambda file: file.stem)
def test_page_is_read(file: Path) -> None:
    """A golden file: what is expected, a line of =, the page; + before a line says that it belongs to the story."""
    head, page = file.read_text(encoding="utf-8").split("====\n")
    expected: dict[str, Any] = yaml.safe_load(head)
    lines = page.splitlines()
    read = read_article(Page("page.txt", "\n".join(line[1:] for line in lines).encode()), load_page_knowledge())
    assert isinstance(read, Article)
    assert {name: getattr(read, name) for name in _FIELDS} == {name: expected.get(name) for name in _FIELDS}
    assert read.agencies == tuple(expected.get("agencies", ()))
    assert read.body.split("\n") == [line[1:].strip() for line in lines if line.startswith("+")]
