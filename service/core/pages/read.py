"""Reads a raw page into an article: the whole way of pages/, step by step."""

from service.core.identity import content_hash, make_id
from service.core.pages.knowledge import PageKnowledge
from service.core.records import Article, Page, Rejection


def read_article(page: Page, knowledge: PageKnowledge) -> Article | Rejection:
    """Return the article that a page holds, or why it holds none."""
    text = page.data.decode("utf-8", "replace")
    if not text.strip():
        return Rejection(page.name, "empty", "the page holds no text")
    sha256 = content_hash(page.data)
    return Article(make_id("a", sha256), page.name, page.media_type, sha256, None, text)
