"""Takes an article out of the corpus, which is then what it would be had the page never come."""

from sqlalchemy import Engine

from service.core.knowledge import Lexicon
from service.ingest.placing import take_out
from service.ingest.redating import redate_articles
from service.store import removing
from service.store.day_hints import load_awaiting
from service.store.engine import writing


def remove_article(engine: Engine, key: str, lexicon: Lexicon) -> bool:
    """Delete an article with its page and claims; names, entities, groups and counts follow. False: it is not there."""
    with writing(engine) as db:
        if not removing.has_article(db, key):
            return False
        awaiting = load_awaiting(db, {key}) - {key}
        take_out(db, key, lexicon)
        redate_articles(db, awaiting, lexicon)
    return True
