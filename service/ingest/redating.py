"""Gives pages that show no day the one that the corpus leaves them, and takes it back when it no longer does."""

from dataclasses import replace

from sqlalchemy import Connection

from service.core.knowledge import Lexicon
from service.core.pages.corpus_days import CorpusDay, date_by_corpus
from service.core.pages.today import Today
from service.core.pipeline import read_content
from service.core.records import Article, DateEvidence, Rejection
from service.ingest.clean import read_sent
from service.ingest.placing import put_in, take_out, write_evidence
from service.ingest.preparing import prepare
from service.store.articles import KeptPage, keep_page, load_kept
from service.store.day_hints import Undated, load_neighbours, load_told, load_undated


def redate_articles(db: Connection, keys: set[str], lexicon: Lexicon) -> None:
    """Write those of these undated articles anew that other pages now date otherwise than before.

    What dates a page are pages that show their own day, so one pass is enough and no order matters.
    """
    undated, near, told = load_undated(db, keys), load_neighbours(db, keys), load_told(db, keys)
    for key in sorted(undated):
        found = date_by_corpus(_today(undated[key]), near[key], told[key])
        if found is not None or undated[key].found is not None:
            _redate(db, load_kept(db, key), found, undated[key].found, lexicon)


def _today(hint: Undated) -> Today | None:
    return Today(hint.weekday, hint.told) if hint.weekday is not None and hint.told is not None else None


def _redate(db: Connection, kept: KeptPage, found: CorpusDay | None, before: str | None, lexicon: Lexicon) -> None:
    """Take an article out and put it in with another day, on which its claims, groups and names hang."""
    reading = read_sent(kept.page, lexicon)
    article = None if isinstance(reading, Rejection) else _dated(reading.article, found)
    if article is None or write_evidence(article) == before:
        return
    take_out(db, article.id, lexicon)
    keep_page(db, kept)
    put_in(db, [prepare(kept.page, read_content(article, lexicon))], lexicon)


def _dated(article: Article, found: CorpusDay | None) -> Article:
    if found is None:
        return article
    warnings = article.date_evidence.warnings
    evidence = DateEvidence("corpus", found.text, None, warnings, found.articles, found.why)
    return replace(article, published_on=found.day, date_evidence=evidence)
