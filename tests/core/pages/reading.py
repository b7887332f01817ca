"""Reads a page of text as the service does, for tests that look at its article."""

from service.core.pages.read import read_article
from service.core.records import Article, Page
from service.lexicon.pages import load_page_knowledge


def read_text(text: str) -> Article:
    """Return the article of a text page; fail where it has none."""
    found = read_article(Page("page.txt", text.encode(), "text/plain"), load_page_knowledge())
    assert isinstance(found, Article)
    return found
