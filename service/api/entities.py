"""/entities: whom and what the articles name, what they said, and with whom they are named."""

from typing import Any

from flask import Response, request
from flask_smorest import Blueprint

from service.api.caching import Built
from service.api.collections import ARTICLES, ENTITIES, ENTITY_CLAIMS
from service.api.current import reader
from service.api.details import answer_record, find_document, show_record
from service.api.documented import documents_list, documents_record
from service.api.listing import list_collection, list_within
from service.api.parameters import make_parameters, read_parameters
from service.api.parts import PART_PARAMETERS, answer_part, part_of
from service.schemas.entities import RelatedEntitySchema
from service.store.queries import Filter

blueprint = Blueprint("entities", __name__, description="Persons, organizations and places that articles name.")
_PARTS = {"speaker": "speaker", "via": "via", "mentioned": "about"}
_RELATED_PARAMETERS = make_parameters("RelatedParameters", PART_PARAMETERS)


@blueprint.get("/entities")
@documents_list(blueprint, ENTITIES)
def list_entities() -> Response:
    """List entities, the most mentioned first."""
    return list_collection(ENTITIES)


@blueprint.get("/entities/<key>")
@documents_record(blueprint, ENTITIES.schema, ENTITIES.detail_parameters)
def show_entity(key: str) -> Response:
    """Show one entity: its names and why they were linked, its offices, its counts."""
    return show_record(ENTITIES, key)


@blueprint.get("/entities/<key>/articles")
@documents_list(blueprint, ARTICLES)
def list_entity_articles(key: str) -> Response:
    """List the articles that name an entity."""
    return list_within(ARTICLES, ENTITIES, key, Filter("entity", (key,)))


@blueprint.get("/entities/<key>/claims")
@documents_list(blueprint, ENTITY_CLAIMS)
def list_entity_claims(key: str) -> Response:
    """List the claims that an entity made (`as=speaker`), carried (`via`) or is named in (`mentioned`)."""
    part = _PARTS.get(request.args.get("as", ""), "entity")
    return list_within(ENTITY_CLAIMS, ENTITIES, key, Filter(part, (key,)))


@blueprint.get("/entities/<key>/related")
@documents_record(blueprint, RelatedEntitySchema(), _RELATED_PARAMETERS, many=True)
def list_related_entities(key: str) -> Response:
    """List the entities that are named in the same articles, with the number of those articles."""
    values = read_parameters(_RELATED_PARAMETERS, request.args)
    return answer_record(f"related {part_of(values)}", lambda: _build_related(key, values), key)


def _build_related(key: str, values: dict[str, Any]) -> Built:
    find_document("entities", key)
    found = reader().related(key)
    documents = [document[:-1] + b',"together":%d}' % together for document, together in found]
    return answer_part(documents, values)
