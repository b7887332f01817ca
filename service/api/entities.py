"""/entities: whom and what the articles name, what they said, and with whom they are named."""

from dataclasses import replace

from flask import Response, request
from flask_smorest import Blueprint

from service.api.collections import ARTICLES, ENTITIES, ENTITY_CLAIMS
from service.api.current import reader
from service.api.details import show_record
from service.api.documented import documents_list, documents_record
from service.api.listing import list_collection, list_within
from service.api.parameters import make_parameters, read_parameters
from service.api.parts import Part, list_part, part_parameters
from service.schemas.entities import RelatedEntitySchema
from service.store.queries import Filter

blueprint = Blueprint("entities", __name__, description="Persons, organizations and places that articles name.")
_PARTS = {"speaker": "speaker", "via": "via", "mentioned": "about"}
RELATED = replace(ENTITIES, schema=RelatedEntitySchema())
_RELATED_PARAMETERS = make_parameters("RelatedParameters", part_parameters(RELATED.schema))


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
    part = Part(RELATED, lambda after, limit: reader().related(key, after, limit), lambda: reader().walk_related(key))
    return list_part(part, "entities", key, values)
