"""/analyze: reads one page and answers at once what it says; stores nothing."""

from collections import Counter
from datetime import date

from flask import Response, request
from flask_smorest import Blueprint

from service.api.bodies import BODY_PARAMETERS, read_body, refuse
from service.api.current import services
from service.api.documented import documents_post
from service.api.formats import choose_format
from service.api.parameters import read_parameters
from service.core.corpus import Entity, EntityRole
from service.core.records import Alias, Rejection
from service.ingest.preparing import Prepared, PreparedEntity
from service.schemas.analysis import AnalysisSchema
from service.schemas.articles import ArticleFacts, dump_article
from service.schemas.entities import dump_entity

blueprint = Blueprint("analysis", __name__, description="Reading one page without keeping it.")


@blueprint.post("/analyze")
@documents_post(blueprint, AnalysisSchema(), BODY_PARAMETERS)
def analyze_page() -> Response:
    """Read a page and answer with its article, the entities it names and the claims it attributes."""
    read_parameters(BODY_PARAMETERS, request.args)
    choose_format(None, request.accept_mimetypes, ("json",))
    prepared = services().read_page(read_body())
    if isinstance(prepared, Rejection):
        raise refuse(prepared)
    response = Response(dump_analysis(prepared), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def dump_analysis(prepared: Prepared) -> bytes:
    """Return a page as JSON, with the ids it has while no other page is known."""
    outlet = prepared.outlet.entity_id if prepared.outlet else None
    facts = ArticleFacts(None, outlet, None, len(prepared.claims), len(prepared.entities))
    claims = Counter(key for claim in prepared.claims
                     for key in {prepared.entities[link.entity].entity_id for link in claim.links})  # fmt: skip
    day = prepared.article.published_on
    entities = (_dump_entity(entity, day, claims[entity.entity_id]) for entity in prepared.entities)
    return b'{"article":%s,"entities":[%s],"claims":[%s]}' % (
        dump_article(prepared.article, facts).whole,
        b",".join(entities),
        b",".join(claim.document for claim in prepared.claims),
    )


def _dump_entity(entity: PreparedEntity, day: date | None, claims: int) -> bytes:
    form = entity.form
    served = Entity(
        id=entity.entity_id,
        type=form.type,
        name=form.name,
        aliases=tuple(Alias(name, count, rule, score) for name, rule, count, score in entity.aliases
                      if name != form.name),
        roles=tuple(EntityRole(title, count, day, day) for title, count in Counter(entity.roles).most_common()),
        country=form.country,
        wikidata=entity.wikidata,
        mentions=entity.mentions,
        articles=1,
        claims=claims,
        first_seen=day,
        last_seen=day,
    )  # fmt: skip
    return dump_entity(served)[:-1] + b',"mentions":' + entity.spans + b"}"
