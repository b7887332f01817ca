"""The tables of the corpus; all but the pages can be made anew from the pages."""

from service.store.claim_tables import (
    claim_clashes,
    claim_edges,
    claim_entities,
    claim_figures,
    claim_keys,
    claims,
    group_speakers,
    groups,
)
from service.store.columns import metadata
from service.store.copy_tables import common_keys, copies, event_days, print_keys, prints, undated
from service.store.name_tables import (
    entities,
    form_aliases,
    form_roles,
    name_calls,
    name_forms,
    name_ties,
    redirects,
)
from service.store.page_tables import article_agencies, articles, corpus, page_entities, pages, tallies

SCHEMA_VERSION = 9

__all__ = [
    "SCHEMA_VERSION",
    "article_agencies",
    "articles",
    "claim_clashes",
    "claim_edges",
    "claim_entities",
    "claim_figures",
    "claim_keys",
    "claims",
    "common_keys",
    "copies",
    "corpus",
    "entities",
    "event_days",
    "form_aliases",
    "form_roles",
    "group_speakers",
    "groups",
    "metadata",
    "name_calls",
    "name_forms",
    "name_ties",
    "page_entities",
    "pages",
    "print_keys",
    "prints",
    "redirects",
    "tallies",
    "undated",
]
