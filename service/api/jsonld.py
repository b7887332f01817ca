"""Records as JSON-LD: schema.org for articles, entities and claims, Web Annotation for where a claim stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from service.store.queries import Collection

Json = dict[str, Any]

CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "isnad": "urn:isnad:",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "sameAs": {"@id": "https://schema.org/sameAs", "@type": "@id"},
    "oa:start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "oa:end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "datePublished": {"@id": "https://schema.org/datePublished", "@type": "https://schema.org/Date"},
}
_ALWAYS = {"id", "type", "mode", "name", "article_id"}  # what says what a record is, and where
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place"}
_WIKIDATA = "http://www.wikidata.org/entity/"


def describe_record(collection: Collection, record: Json, fields: Sequence[str] = ()) -> Json:
    """Return one record as a JSON-LD document, with what these fields of the record give; all where none is named."""
    return {"@context": CONTEXT, **_SHAPES[collection](_keep(record, fields))}


def describe_list(
    collection: Collection, records: Sequence[Json], found: tuple[str | None, int], fields: Sequence[str] = ()
) -> Json:
    """Return a page of a collection as a JSON-LD document; found is the path of the next page and the total."""
    next_path, total = found
    items = [_SHAPES[collection](_keep(record, fields)) for record in records]
    return {"@context": CONTEXT, "@type": "ItemList", "numberOfItems": total, "itemListElement": items,
            **_given({"isnad:next": next_path and _ref(next_path)})}  # fmt: skip


def _keep(record: Json, fields: Sequence[str]) -> Json:
    """Return a record of which only these fields (by their first names) hold anything, and what it is besides."""
    if not fields:
        return record
    kept = {field.partition(".")[0] for field in fields} | _ALWAYS
    return {name: value if name in kept else [] if isinstance(value, list) else None for name, value in record.items()}


def _article(record: Json) -> Json:
    outlet, author = record.get("outlet"), record.get("author")
    return {"@type": "NewsArticle", "@id": f"/articles/{record['id']}", **_given({
        "headline": record.get("title"),
        "alternativeHeadline": record.get("subtitle"),
        "articleBody": record.get("body"),
        "datePublished": record.get("published_on"),
        "inLanguage": record.get("language"),
        "wordCount": record.get("words"),
        "url": record.get("url"),
        "publisher": outlet and _agent(outlet["name"], outlet["id"], "NewsMediaOrganization"),
        "author": author and {"@type": "Person", "name": author},
        "locationCreated": record.get("place") and {"@type": "Place", "name": record["place"]},
    })}  # fmt: skip


def _entity(record: Json) -> Json:
    roles = [role["title"] for role in record.get("roles", ())]
    names = [alias["name"] for alias in record.get("aliases", ()) if alias["name"] != record["name"]]
    wikidata, country = record.get("wikidata"), record.get("country")
    return {"@type": _TYPES[record["type"]], "@id": f"/entities/{record['id']}", **_given({
        "name": record["name"],
        "alternateName": names,
        "jobTitle": roles if record["type"] == "person" else None,
        "address": country and {"@type": "PostalAddress", "addressCountry": country},
        "sameAs": wikidata and _WIKIDATA + wikidata,
    })}  # fmt: skip


def _claim(record: Json) -> Json:
    quoted = ["Quotation"] if record["mode"] == "direct" else []
    return {"@type": ["Claim", *quoted, "oa:Annotation"], "@id": f"/claims/{record['id']}", **_given({
        "text": record["text"],
        "inLanguage": "ar",
        "author": [_agent(one["name"] or one["text"], one["entity_id"]) for one in record["speakers"]],
        "isnad:via": [_agent(one["name"], one["entity_id"], "Organization") for one in record["via"]],
        "appearance": _ref(f"/articles/{record['article_id']}"),
        "about": [_ref(f"/entities/{key}") for key in record["about"]],
        "isPartOf": record["group_id"] and _ref(f"/claims/groups/{record['group_id']}"),
        "oa:hasTarget": [_target(record["article_id"], span) for span in record["spans"]],
    })}  # fmt: skip


def _group(record: Json) -> Json:
    articles = dict.fromkeys(member["article_id"] for member in record["members"])
    return {"@type": "Claim", "@id": f"/claims/groups/{record['id']}", **_given({
        "text": record["text"],
        "inLanguage": "ar",
        "author": [_agent(one["name"], one["entity_id"]) for one in record["speakers"]],
        "appearance": [_ref(f"/articles/{key}") for key in articles],
        "hasPart": [_ref(f"/claims/{member['claim_id']}") for member in record["members"]],
    })}  # fmt: skip


def _target(article_id: str, span: Json) -> Json:
    quote = {"@type": "oa:TextQuoteSelector", "oa:exact": span["text"]}
    quote |= _given({"oa:prefix": span.get("prefix"), "oa:suffix": span.get("suffix")})
    position = {"@type": "oa:TextPositionSelector", "oa:start": span["start"], "oa:end": span["end"]}
    source = {"@id": f"/articles/{article_id}#{span['field']}"}
    return {"@type": "oa:SpecificResource", "oa:hasSource": source, "oa:hasSelector": [quote, position]}


def _agent(name: str | None, key: str | None, kind: str | None = None) -> Json:
    """Return somebody by id and name; of what kind is left open where the record does not tell."""
    return _given({"@type": kind, "@id": key and f"/entities/{key}", "name": name})


def _ref(path: str) -> Json:
    return {"@id": path}


def _given(fields: Mapping[str, Any]) -> Json:
    """JSON-LD leaves out what is not known."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


_SHAPES: Mapping[Collection, Callable[[Json], Json]] = {
    "articles": _article,
    "entities": _entity,
    "claims": _claim,
    "groups": _group,
}
