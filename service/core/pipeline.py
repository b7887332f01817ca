"""The local way of a page: article, mentions, entities, claims."""

from service.core.arabic.texts import read_texts
from service.core.claims.attribution import find_claims
from service.core.entities.linking import link_mentions
from service.core.entities.mentions import find_mentions
from service.core.knowledge import Lexicon
from service.core.pages.read import read_article
from service.core.records import Article, Page, Reading, Rejection


def read_page(page: Page, lexicon: Lexicon) -> Reading | Rejection:
    """Return what a page says, or why it cannot be read; needs no other page."""
    article = read_article(page, lexicon.pages)
    if isinstance(article, Rejection):
        return article
    return read_content(article, lexicon)


def read_content(article: Article, lexicon: Lexicon) -> Reading:
    """Return the reading of an article whose title and body are known."""
    texts = read_texts(article.title, article.body)
    entities = link_mentions(texts, find_mentions(texts, lexicon.names), lexicon.names)
    return Reading(article, entities, find_claims(article, texts, entities, lexicon.claims))
