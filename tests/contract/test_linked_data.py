"""JSON-LD as a processor reads it: nothing is lost, every term is one of schema.org's or Web Annotation's."""

from typing import Any

import httpx
import pytest
from pyld import jsonld

SCHEMA, OA, XSD = "https://schema.org/", "http://www.w3.org/ns/oa#", "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# The properties of schema.org that are used, each with a class that it is meant for (or a class above it).
PROPERTIES = {
    "headline": "CreativeWork", "alternativeHeadline": "CreativeWork", "articleBody": "Article", "name": "Thing",
    "datePublished": "CreativeWork", "inLanguage": "CreativeWork", "wordCount": "Article", "url": "Thing",
    "publisher": "CreativeWork", "author": "CreativeWork", "locationCreated": "CreativeWork", "text": "CreativeWork",
    "alternateName": "Thing", "jobTitle": "Person", "address": "Place", "addressCountry": "PostalAddress",
    "sameAs": "Thing", "appearance": "Claim", "about": "CreativeWork", "isPartOf": "CreativeWork",
    "hasPart": "CreativeWork", "numberOfItems": "ItemList", "itemListElement": "ItemList",
}  # fmt: skip
ABOVE = {
    "NewsArticle": ("Article", "CreativeWork", "Thing"), "Claim": ("CreativeWork", "Thing"), "Person": ("Thing",),
    "Quotation": ("CreativeWork", "Thing"), "Organization": ("Thing",), "Place": ("Thing",), "ItemList": ("Thing",),
    "NewsMediaOrganization": ("Organization", "Thing"), "PostalAddress": ("Thing",),
}  # fmt: skip
ANNOTATION = {"hasTarget", "hasSource", "hasSelector", "exact", "prefix", "suffix", "start", "end"}
ANNOTATION_TYPES = {"Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector"}


def refuse_to_load(url: str, _options: Any) -> Any:
    raise AssertionError(f"a context is to be fetched: {url}")


def read_triples(document: Any, base: str) -> list[dict[str, Any]]:
    options = {"base": base, "documentLoader": refuse_to_load}
    return jsonld.to_rdf(document, options)["@default"]


@pytest.fixture
def records(api: httpx.Client, lists: tuple[str, ...]) -> list[str]:
    """Return the path of every collection and of a record of each."""
    found = [
        f"{path}{'?selectors=true' if path.startswith('/claims') and 'groups' not in path else ''}" for path in lists
    ]
    for path in ("/articles", "/entities", "/entities?type=place", "/claims", "/claims/groups"):
        item = api.get(path).json()["items"][0]
        found.append(f"{path.partition('?')[0]}/{item['id']}")
    return found


def test_a_processor_understands_every_document(api: httpx.Client, records: list[str]) -> None:
    for path in records:
        document = api.get(path, headers={"Accept": "application/ld+json"}).json()
        triples = read_triples(document, f"{api.base_url}{path}")
        types: dict[str, set[str]] = {}
        for triple in triples:
            if triple["predicate"]["value"] == RDF_TYPE:
                types.setdefault(triple["subject"]["value"], set()).add(triple["object"]["value"])
        assert types, path
        for triple in triples:
            check_term(triple, types)


def check_term(triple: dict[str, Any], types: dict[str, set[str]]) -> None:
    predicate, value = triple["predicate"]["value"], triple["object"]["value"]
    if predicate == RDF_TYPE:
        known = value.removeprefix(SCHEMA) in ABOVE or value.removeprefix(OA) in ANNOTATION_TYPES
        assert known, value
    elif predicate.startswith(SCHEMA):
        meant = PROPERTIES[predicate.removeprefix(SCHEMA)]
        own = {kind.removeprefix(SCHEMA) for kind in types.get(triple["subject"]["value"], set())}
        classes = own | {above for kind in own for above in ABOVE.get(kind, ())}
        assert not own or meant in classes, (predicate, own)
    elif predicate.startswith(OA):
        assert predicate.removeprefix(OA) in ANNOTATION
        if predicate.removeprefix(OA) in {"start", "end"}:
            assert triple["object"]["datatype"] == XSD + "nonNegativeInteger"
    else:
        assert predicate in {"urn:isnad:via", "urn:isnad:next"}, predicate


def test_what_is_read_leads_back_to_the_records(api: httpx.Client) -> None:
    document = api.get("/claims?mode=direct&limit=5&format=jsonld&selectors=true").json()
    for triple in read_triples(document, f"{api.base_url}/claims"):
        subject, predicate = triple["subject"]["value"], triple["predicate"]["value"]
        if predicate == SCHEMA + "text":
            assert api.get(subject).json()["text"] == triple["object"]["value"]
        if predicate in {SCHEMA + "appearance", SCHEMA + "about", SCHEMA + "isPartOf"}:
            assert api.get(triple["object"]["value"]).status_code == 200
