"""The collections: their filters, sorts and schemas, as parameters read them and the OpenAPI document shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from marshmallow import Schema, validate
from marshmallow import fields as plain

from service.api.parameters import (
    MAX_LIMIT,
    Choice,
    Day,
    Flag,
    Several,
    Text,
    describe,
    make_parameters,
    negatable,
)
from service.api.projection import list_paths
from service.schemas.articles import ArticleSchema
from service.schemas.claims import MODES, STANCES, ClaimSchema
from service.schemas.entities import ENTITY_TYPES, EntitySchema
from service.schemas.groups import GroupSchema
from service.store.queries import Collection, NameOf

FORMATS = ("json", "ndjson", "csv", "jsonld")
RECORD_FORMATS = ("json", "jsonld")


@dataclass(frozen=True, slots=True)
class Resource:
    """One collection as the API offers it; entity filters take an id or any name, each of entities of some part."""

    name: Collection
    path: str
    schema: Schema
    parameters: Schema
    detail_parameters: Schema
    default_sort: str
    entity_filters: Mapping[str, NameOf] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()


def _several(inner: plain.Field[Any], text: str) -> Several:
    return Several(inner, **describe(text))


def _detail(schema: Schema, selectors: bool = False, forms: tuple[str, ...] = FORMATS) -> dict[str, plain.Field[Any]]:
    paths = {"enum": sorted(list_paths(schema))}
    shared: dict[str, plain.Field[Any]] = {
        "fields": Several(Text(metadata=paths), **describe("Only these fields, and `id`; `a,b.c`.")),
        "format": Choice(forms, **describe("Instead of the Accept header.")),
    }
    if selectors:
        text = "Whether spans have `prefix` and `suffix`, 32 characters each."
        shared["selectors"] = Flag(load_default=False, **describe(text))
    return shared


def _paged(sorts: tuple[str, ...], default: str) -> dict[str, plain.Field[Any]]:
    names = [sign + name for name in sorts for sign in ("", "-")]
    limit = plain.Integer(load_default=20, validate=validate.Range(1, MAX_LIMIT), **describe("Records a page."))
    return {
        "limit": limit,
        "cursor": Text(**describe("Where to go on: taken from `next`.")),
        "sort": Choice(names, load_default=default, **describe("The order; `-` for descending.")),
    }


def _days(*names: str) -> dict[str, plain.Field[Any]]:
    return {f"{name}_{side}": Day(**describe(f"{name} {side} this day, inclusive.")) for name in names
            for side in ("from", "to")}  # fmt: skip


_AMOUNT = validate.Range(0, 1_000_000)
_Q = {"q": Text(**describe("Words that the text holds, in any spelling."))}
_ENTITY = "Ids or names of entities, any of them."

ARTICLES = Resource(
    name="articles",
    path="/articles",
    schema=ArticleSchema(),
    parameters=make_parameters("ArticleParameters", {
        **negatable({
            "outlet": _several(Text(), "Outlets by name or id."),
            "agency": _several(Text(), "News agencies by name or id."),
            "entity": _several(Text(), _ENTITY),
            "reprint_of": _several(Text(), "Articles that print the same text as these (ids)."),
        }),
        **_days("published"), **_Q, **_paged(("published_on", "title"), "-published_on"), **_detail(ArticleSchema()),
    }),
    detail_parameters=make_parameters("ArticleDetailParameters", _detail(ArticleSchema(), forms=RECORD_FORMATS)),
    default_sort="-published_on",
    entity_filters={"entity": "anything", "outlet": "outlet", "agency": "agency"},
    left_out=frozenset({"body"}),
)  # fmt: skip

ENTITIES = Resource(
    name="entities",
    path="/entities",
    schema=EntitySchema(),
    parameters=make_parameters("EntityParameters", {
        **negatable({
            "type": _several(Choice(ENTITY_TYPES), "What it is."),
            "article": _several(Text(), "Named in these articles (ids)."),
            "country": _several(Text(), "Places in these countries (ISO 3166-1)."),
            "wikidata": _several(Text(), "Entities that the authority file gives these Wikidata ids."),
        }),
        "name": Text(**describe("Words of the name, in any spelling; the same as `q`.")),
        **_Q, **_paged(("mentions", "name", "first_seen"), "-mentions"), **_detail(EntitySchema()),
    }),
    detail_parameters=make_parameters("EntityDetailParameters", _detail(EntitySchema(), forms=RECORD_FORMATS)),
    default_sort="-mentions",
)  # fmt: skip

_CLAIM_PARAMETERS: dict[str, plain.Field[Any]] = {
    **negatable({
        "speaker": _several(Text(), "Who said it. " + _ENTITY),
        "via": _several(Text(), "Who carried it. " + _ENTITY),
        "about": _several(Text(), "Named in what was said. " + _ENTITY),
        "outlet": _several(Text(), "Outlets by name or id."),
        "article": _several(Text(), "Articles (ids)."),
        "group": _several(Text(), "Groups (ids)."),
        "mode": _several(Choice(MODES), "How it is reported."),
        "stance": _several(Choice(STANCES), "What kind of statement it is."),
    }),
    "anonymous": Flag(**describe("Whether a speaker is left unnamed.")),
    "figure_min": plain.Float(allow_nan=False, **describe("A figure of at least this.")),
    "figure_max": plain.Float(allow_nan=False, **describe("A figure of at most this.")),
    "figure_of": Several(Text(), **describe("What is counted, in any spelling.")),
    **_days("said", "published"), **_Q,
    **_paged(("published_on", "said_on", "confidence"), "-published_on"), **_detail(ClaimSchema(), True),
}  # fmt: skip

CLAIMS = Resource(
    name="claims",
    path="/claims",
    schema=ClaimSchema(),
    parameters=make_parameters("ClaimParameters", _CLAIM_PARAMETERS),
    detail_parameters=make_parameters("ClaimDetailParameters", _detail(ClaimSchema(), True, RECORD_FORMATS)),
    default_sort="-published_on",
    entity_filters={"speaker": "anything", "via": "anything", "about": "anything", "outlet": "outlet"},
)

_AS = Choice(("speaker", "via", "mentioned"), **describe("Only claims that it made, carried, or is named in."))
ENTITY_CLAIMS = replace(CLAIMS, parameters=make_parameters("EntityClaimParameters", {**_CLAIM_PARAMETERS, "as": _AS}))

GROUPS = Resource(
    name="groups",
    path="/claims/groups",
    schema=GroupSchema(),
    parameters=make_parameters("GroupParameters", {
        **negatable({"speaker": _several(Text(), "Who said it. " + _ENTITY)}),
        "outlets_min": plain.Integer(validate=_AMOUNT, **describe("Carried by at least so many outlets.")),
        "origins_min": plain.Integer(validate=_AMOUNT, **describe("Of at least so many independent origins.")),
        "conflicting": Flag(**describe("Whether another group clashes with it.")),
        **_Q, **_paged(("outlets", "origins", "first_seen"), "-outlets"), **_detail(GroupSchema()),
    }),
    detail_parameters=make_parameters("GroupDetailParameters", _detail(GroupSchema(), forms=RECORD_FORMATS)),
    default_sort="-outlets",
    entity_filters={"speaker": "anything"},
)  # fmt: skip
