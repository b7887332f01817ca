"""Makes the rows of a prepared page, once the ids of its entities and groups are known."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from service.core.arabic.letters import fold
from service.ingest.named import pack_named
from service.ingest.preparing import Prepared, PreparedClaim
from service.schemas.articles import ArticleFacts, dump_article
from service.store.faces import pack_face
from service.store.lags import lag_of

_INDEXED = 200  # characters that are sorted and looked up by: PostgreSQL indexes no more than 2,700 bytes


def day_of(day: date | None) -> str | None:
    """Return a day as it is stored."""
    return day.isoformat() if day else None


def article_row(prepared: Prepared, entity_of: Mapping[str, str], ingested_at: datetime) -> dict[str, Any]:
    """Return the row of an article."""
    article, outlet = prepared.article, prepared.outlet
    entities = len({entity_of[entity.form.key] for entity in prepared.entities})
    outlet_id = entity_of[outlet.form.key] if outlet else None
    documents = dump_article(article, ArticleFacts(ingested_at, outlet_id, None, len(prepared.claims), entities))
    return {
        "id": article.id, "published_on": day_of(article.published_on),
        "title": article.title[:_INDEXED] if article.title else None,
        "outlet": outlet.form.key if outlet else None, "outlet_name": outlet.form.name if outlet else None,
        "reprint_group": None, "terms": prepared.terms, "document": documents.listed, "whole": documents.whole,
    }  # fmt: skip


def page_entity_rows(prepared: Prepared, entity_of: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows of what an article names."""
    article = prepared.article
    return [
        {
            "article_id": article.id, "idx": idx, "form": entity.form.key, "entity_id": entity_of[entity.form.key],
            "published_on": day_of(article.published_on), "mentions": entity.mentions, "spans": entity.spans,
            "data": pack_named(entity),
        }
        for idx, entity in enumerate(prepared.entities)
    ]  # fmt: skip


def agency_rows(prepared: Prepared) -> list[dict[str, Any]]:
    """Return the rows of the agencies that an article comes from."""
    article = prepared.article
    names = {agency.form.key: agency.form.name for agency in prepared.agencies}
    day = day_of(article.published_on)
    return [{"article_id": article.id, "form": key, "name": names[key], "published_on": day} for key in names]


def claim_row(prepared: Prepared, idx: int, group_id: str, document: bytes) -> dict[str, Any]:
    """Return the row of a claim."""
    found = prepared.claims[idx]
    face = found.face
    published_on, said_on = prepared.article.published_on, face.said_on
    return {
        "id": found.id, "article_id": prepared.article.id, "idx": idx,
        "published_on": day_of(published_on), "said_on": day_of(said_on), "lag": lag_of(published_on, said_on),
        "outlet": prepared.outlet.form.key if prepared.outlet else None,
        "mode": face.mode, "stance": face.stance, "anonymous": found.anonymous, "confidence": found.confidence,
        "group_id": group_id, "terms": found.terms, "document": document, "face": pack_face(face),
    }  # fmt: skip


def link_rows(prepared: Prepared, found: PreparedClaim, entity_of: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows of the entities that a claim names."""
    published_on = day_of(prepared.article.published_on)
    forms = [prepared.entities[link.entity].form.key for link in found.links]
    return [
        {
            "claim_id": found.id, "role": link.role, "idx": link.place, "form": form, "entity_id": entity_of[form],
            "name": link.name, "published_on": published_on,
        }
        for link, form in zip(found.links, forms, strict=True)
    ]  # fmt: skip


def figure_rows(prepared: Prepared, found: PreparedClaim) -> list[dict[str, Any]]:
    """Return the rows of the figures in a claim."""
    published_on = day_of(prepared.article.published_on)
    return [
        {"claim_id": found.id, "idx": idx, "value": value, "published_on": published_on,
         "noun": " ".join(fold(noun).split())[:_INDEXED] if noun else None}
        for idx, (value, noun, *_) in enumerate(found.face.figures)
    ]  # fmt: skip
