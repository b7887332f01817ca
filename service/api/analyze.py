"""/analyze: reads one page and answers at once what it says; stores nothing."""

from collections import Counter
from collections.abc import Iterable

from flask import Response, request
from flask_smorest import Blueprint

from service.api.bodies import read_body, refuse
from service.api.current import services
from service.api.documented import documents_post
from service.api.formats import choose_format
from service.api.parameters import Text, describe, make_parameters, read_parameters
from service.core.corpus import Entity, EntityRole
from service.core.records import Alias, PageEntity, Reading, Rejection
from service.ingest.preparing import Prepared, PreparedEntity, prepare
from service.schemas.analysis import AnalysisSchema
from service.schemas.articles import ArticleFacts, dump_article
from service.schemas.entities import dump_entity

blueprint = Blueprint("analysis", __name__, description="Reading one page without keeping it.")
PARAMETERS = make_parameters("BodyParameters", {
    "source": Text(**describe("A name for the page.")),
    "url": Text(**describe("Where the page was published; never fetched.")),
})  # fmt: skip


@blueprint.post("/analyze")
@documents_post(blueprint, AnalysisSchema(), PARAMETERS)
def analyze_page() -> Response:
    """Read a page and answer with its article, the entities it names and the claims it attributes."""
    read_parameters(PARAMETERS, request.args)
    choose_format(None, ("json",))
    page = read_body()
    reading = services().read_page(page)
    if isinstance(reading, Rejection):
        raise refuse(reading)
    response = Response(dump_analysis(reading, prepare(page, reading)), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def dump_analysis(reading: Reading, prepared: Prepared) -> bytes:
    """Return a reading as JSON, with the ids it has while no other page is known."""
    outlet = prepared.outlet.entity_id if prepared.outlet else None
    facts = ArticleFacts(None, outlet, None, len(prepared.claims), len(prepared.entities))
    counts = Counter(key for claim in prepared.claims
                     for key in {prepared.entities[link.entity].entity_id for link in claim.links})  # fmt: skip
    entities = (_dump_entity(reading, entity, made, counts)
                for entity, made in zip(reading.entities, prepared.entities, strict=True))  # fmt: skip
    return b'{"article":%s,"entities":[%s],"claims":[%s]}' % (
        dump_article(reading.article, facts).whole,
        b",".join(entities),
        b",".join(claim.document for claim in prepared.claims),
    )


def _dump_entity(reading: Reading, entity: PageEntity, made: PreparedEntity, claims: Counter[str]) -> bytes:
    day = reading.article.published_on
    served = Entity(
        id=made.entity_id,
        type=entity.type,
        name=entity.name,
        aliases=_aliases(entity),
        roles=tuple(EntityRole(title, count, day, day) for title, count in _count(made.roles)),
        country=entity.country,
        wikidata=None,
        mentions=len(entity.mentions),
        articles=1,
        claims=claims[made.entity_id],
        first_seen=day,
        last_seen=day,
    )
    return dump_entity(served)[:-1] + b',"mentions":' + made.spans + b"}"


def _aliases(entity: PageEntity) -> tuple[Alias, ...]:
    return tuple(alias for alias in entity.aliases if alias.name != entity.name)


def _count(titles: Iterable[str]) -> Iterable[tuple[str, int]]:
    return Counter(titles).most_common()
