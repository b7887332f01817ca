"""Puts prepared pages into the corpus and takes articles out, inside a transaction that somebody else keeps."""

import orjson
from sqlalchemy import Connection

from service.core.groups.candidates import candidate_keys
from service.core.groups.conflicts import conflict_keys
from service.core.identity import make_number
from service.core.knowledge import Lexicon
from service.core.records import Article
from service.ingest.articles import relink_articles, write_articles
from service.ingest.claims import regroup_claims, write_claims
from service.ingest.clashes import add_clashes
from service.ingest.crowding import CLASHING, LIKE, find_emptied
from service.ingest.entities import write_entities
from service.ingest.grouping import add_likenesses
from service.ingest.linking import link_batch
from service.ingest.preparing import Prepared
from service.ingest.reprints import add_prints, remove_print
from service.ingest.unlinking import load_ties_of, unlink_page
from service.store import removing
from service.store.claims import claims_naming, delete_groups, load_emptied
from service.store.copies import claims_of
from service.store.corpus import raise_version
from service.store.day_hints import delete_hints, save_events, save_undated
from service.store.entities import drop_redirects, move_forms
from service.store.removing import ArticleClaims


def put_in(db: Connection, batch: list[Prepared], lexicon: Lexicon) -> None:
    """Write pages that are new, related to all that the corpus holds."""
    links = link_batch(db, batch, lexicon.linking)
    move_forms(db, links.moved)
    relink_articles(db, links.moved)
    write_articles(db, batch, links)
    _write_hints(db, batch)
    regrouped = add_prints(db, {prepared.article.id: prepared.printed for prepared in batch})
    write_claims(db, batch, links, claims_of(db, regrouped))
    write_entities(db, batch, links, lexicon.linking)
    raise_version(db, lexicon.version)


def write_evidence(article: Article) -> str | None:
    """Return how the corpus dated an article, to compare it with later; None where it did not."""
    evidence = article.date_evidence
    parts = [str(article.published_on), evidence.why, *evidence.articles]
    return orjson.dumps(parts).decode() if evidence.basis == "corpus" else None


def _write_hints(db: Connection, batch: list[Prepared]) -> None:
    undated, events = [], []
    for prepared in batch:
        key, hints = prepared.article.id, prepared.hints
        if not hints.dated:
            told = hints.today
            undated.append({"article_id": key, "weekday": told and told.weekday, "told": told and told.text,
                            "found": write_evidence(prepared.article)})  # fmt: skip
        events += [{"key": event, "article_id": key, "day": None} for event in hints.events]
        events += [{"key": event, "article_id": key, "day": day.isoformat()} for event, day in hints.told.items()]
    save_undated(db, undated)
    save_events(db, events)


def take_out(db: Connection, key: str, lexicon: Lexicon) -> None:
    """Take an article out, with all that it brought."""
    claims, page = removing.load_article_claims(db, key), removing.load_article_names(db, key)
    ties = load_ties_of(db, page, lexicon.linking)
    rejoined = _remove_claims(db, claims)
    removing.delete_article(db, key)
    delete_hints(db, key)
    regrouped = claims_of(db, remove_print(db, key))
    links = unlink_page(db, page, ties, lexicon.linking)
    move_forms(db, links.moved)
    relink_articles(db, links.moved)
    regroup_claims(db, set(claims.neighbours) | regrouped | rejoined, claims_naming(db, links.moved))
    write_entities(db, (), links, lexicon.linking)
    raise_version(db, lexicon.version)


def _remove_claims(db: Connection, claims: ArticleClaims) -> set[str]:
    """Delete claims; return those of other pages that a key, no longer crowded, leads to one another again."""
    gone = claims.faces.values()
    keys = [make_number(key) for face in gone for key in (*candidate_keys(face), *conflict_keys(face))]
    removing.delete_claims(db, set(claims.faces), keys)
    emptied = load_emptied(db, claims.groups)
    delete_groups(db, emptied)
    drop_redirects(db, "groups", emptied)
    clashing = add_clashes(db, find_emptied(db, CLASHING, gone))
    return clashing | add_likenesses(db, find_emptied(db, LIKE, gone))
