"""Whether the service lives and answers, how much it holds, and where to go from the root."""

from flask import Response, request
from flask_smorest import Blueprint

import service
from service.api.built import JSON, Built
from service.api.caching import answer
from service.api.current import reader, services
from service.api.documented import documents_record
from service.api.explorer import show_overview, wants_html
from service.api.parameters import Choice, describe, make_parameters, read_parameters
from service.schemas.dumping import make_dumper
from service.schemas.encoding import dump, encode
from service.schemas.operations import HealthSchema, IndexSchema, ReadinessSchema, StatsSchema

blueprint = Blueprint("operations", __name__, description="The service itself.")
_NONE = make_parameters("OperationParameters", {})
_STATS = make_parameters("StatsParameters", {
    "by": Choice(("day", "outlet", "speaker"), **describe("Also a series of counts, a point each.")),
})  # fmt: skip
_STATS_SCHEMA = StatsSchema()
_DUMP_STATS = make_dumper(_STATS_SCHEMA)
_LINKS = {
    "articles": "/articles",
    "entities": "/entities",
    "claims": "/claims",
    "groups": "/claims/groups",
    "analyze": "/analyze",
    "stats": "/stats",
    "openapi": "/openapi.json",
    "docs": "/docs",
    "health": "/healthz",
    "readiness": "/readyz",
    "metrics": "/metrics",
}


@blueprint.get("/")
@documents_record(blueprint, IndexSchema(), _NONE)
def show_index() -> Response:
    """Show where to go from here."""
    if wants_html():
        return show_overview()
    index = {"name": "isnad", "version": service.__version__, "links": _LINKS}
    return answer("index", lambda: Built(encode(index)))


@blueprint.get("/healthz")
@documents_record(blueprint, HealthSchema(), _NONE)
def show_health() -> Response:
    """Tell that the process is alive; asks nobody else."""
    return _fresh({"status": "ok"})


@blueprint.get("/readyz")
@documents_record(blueprint, ReadinessSchema(), _NONE)
def show_readiness() -> Response:
    """Tell whether the store answers, and the state of the cache, without which the service goes on."""
    parts = services()
    state = parts.watch.read_now()
    if parts.cache.shared is not None:
        parts.cache.shared.ping()
    return _fresh({"status": "ready", "store": "ok", "cache": parts.cache.state, "corpus_version": state.version})


@blueprint.get("/stats")
@documents_record(blueprint, _STATS_SCHEMA, _STATS)
def show_stats() -> Response:
    """Tell how much the corpus holds, and with `by` how it is spread."""
    by = read_parameters(_STATS, request.args).get("by")
    return answer(f"stats {by}", lambda: Built(dump(_DUMP_STATS, reader().stats(by))))


def _fresh(value: dict[str, object]) -> Response:
    response = Response(encode(value), mimetype=JSON)
    response.headers["Cache-Control"] = "no-store"
    return response
