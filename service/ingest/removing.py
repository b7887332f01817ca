"""Takes an article out of the corpus, which is then what it would be had the page never come."""

from sqlalchemy import Connection, Engine

from service.core.claims.candidates import candidate_keys
from service.core.claims.conflicts import conflict_keys
from service.core.identity import make_number
from service.core.knowledge import Lexicon
from service.ingest.articles import relink_articles
from service.ingest.claims import regroup_claims
from service.ingest.entities import write_entities
from service.ingest.reprints import remove_print
from service.ingest.unlinking import load_ties_of, unlink_page
from service.store import removing
from service.store.claims import claims_naming, delete_groups, load_emptied
from service.store.copies import claims_of
from service.store.corpus import raise_version
from service.store.engine import writing
from service.store.entities import drop_redirects, move_forms
from service.store.removing import ArticleClaims


def remove_article(engine: Engine, key: str, lexicon: Lexicon) -> bool:
    """Delete an article with its page and claims; names, entities, groups and counts follow. False: it is not there."""
    with writing(engine) as db:
        if not removing.has_article(db, key):
            return False
        _remove(db, key, lexicon)
    return True


def _remove(db: Connection, key: str, lexicon: Lexicon) -> None:
    claims, page = removing.load_article_claims(db, key), removing.load_article_names(db, key)
    ties = load_ties_of(db, page, lexicon.names.linking)
    _remove_claims(db, claims)
    removing.delete_article(db, key)
    regrouped = claims_of(db, remove_print(db, key))
    links = unlink_page(db, page, ties, lexicon.names.linking)
    move_forms(db, links.moved)
    relink_articles(db, links.moved)
    regroup_claims(db, set(claims.neighbours) | regrouped, claims_naming(db, links.moved))
    write_entities(db, (), links, lexicon.names.linking)
    removing.drop_empty_tallies(db)
    raise_version(db, lexicon.version)


def _remove_claims(db: Connection, claims: ArticleClaims) -> None:
    keys = [make_number(key) for face in claims.faces.values() for key in candidate_keys(face)]
    clash_keys = [make_number(key) for face in claims.faces.values() for key in conflict_keys(face)]
    removing.delete_claims(db, set(claims.faces), keys, clash_keys)
    emptied = load_emptied(db, claims.groups)
    delete_groups(db, emptied)
    drop_redirects(db, "groups", emptied)
