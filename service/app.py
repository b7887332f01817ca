"""Puts the parts together: settings, store, cache, core, and the application that serves them."""

from functools import partial
from typing import Any

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from flask_smorest import Api
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.middleware.proxy_fix import ProxyFix

import service
from config.settings import Settings, load_settings
from service.api import analyze, articles, claims, docs, entities, explorer, jobs, operations
from service.api.current import Jobs, Services
from service.api.dressing import dress_answers
from service.api.errors import register_errors
from service.api.front import Front
from service.api.kept import Keeping
from service.api.limits import Limiter, RequestCounter, limit_requests
from service.api.listing import read_list
from service.api.metrics import Meters, measure_requests
from service.api.repeating import Repeater
from service.api.watch import CorpusWatch
from service.cache.layers import AnswerCache
from service.cache.memory import MemoryCache
from service.cache.shared import SharedCache
from service.cli import register_commands
from service.ingest.batches import write_batch
from service.ingest.reading import read_one
from service.ingest.removing import remove_article
from service.ingest.taking import Taking
from service.jobs.background import JobRunner
from service.jobs.handing import hand_out
from service.jobs.queue import make_queue
from service.lexicon.loading import load_lexicon
from service.store.corpus import StoreError
from service.store.engine import open_engine
from service.store.jobs import JobBook
from service.store.keys import KeyRing
from service.store.reading import Reader

_BLUEPRINTS = tuple(part.blueprint for part in (articles, entities, claims, analyze, jobs, operations))
_STORE_ERRORS = (OperationalError, InterfaceError, PoolTimeout, StoreError)


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application; opens no connection and starts no thread, so that it may be forked."""
    settings = settings or load_settings()
    app = Flask("service", static_folder=None)
    app.config.update(_flask_config(settings))
    app.json = _ArabicJson(app)
    app.url_map.strict_slashes = False
    meters = Meters()
    parts, runner = assemble(settings, meters)
    app.extensions["isnad"] = parts
    if settings.broker_url:
        app.extensions["isnad-hand-out"] = partial(hand_out, make_queue(settings.broker_url, settings.broker_seconds))
    app.extensions["isnad-jobs"] = runner
    _add_routes(app)
    _add_layers(app, parts, meters)
    register_errors(app, _STORE_ERRORS)
    register_commands(app)
    return app


def assemble(settings: Settings, meters: Meters) -> tuple[Services, JobRunner]:
    """Return the parts that views use, made by the settings, and what works off jobs."""
    engine, lexicon = open_engine(settings.database_url), load_lexicon()
    reader = Reader(engine)
    shared = SharedCache(settings.redis_url, settings.cache_seconds) if settings.redis_url else None
    cache = AnswerCache(MemoryCache(settings.cache_bytes // 2), shared)
    watch = CorpusWatch(reader.corpus_state, service.__version__, settings.fresh_seconds)
    taking = Taking(
        read=partial(read_one, lexicon=lexicon),
        write=partial(write_batch, engine, lexicon=lexicon),
        holds=lambda key: reader.get_document("articles", key) is not None,
    )
    book = JobBook(engine)
    runner = JobRunner(book, taking, meters.count_pages, _STORE_ERRORS)
    services = Services(
        settings=settings,
        reader=reader,
        cache=cache,
        watch=watch,
        read_page=taking.read,
        taking=taking,
        remove=partial(remove_article, engine, lexicon=lexicon),
        jobs=Jobs(runner.submit, book.find),
        count_pages=meters.count_pages,
        keys=KeyRing(engine),
        wrong_keys=RequestCounter(shared),
    )
    return services, runner


class _ArabicJson(DefaultJSONProvider):
    ensure_ascii = False


def _flask_config(settings: Settings) -> dict[str, Any]:
    return {
        "MAX_CONTENT_LENGTH": settings.max_page_bytes,
        "API_TITLE": "Isnad",
        "API_VERSION": service.__version__,
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": None,
    }


def _add_routes(app: Flask) -> None:
    api = Api(app)
    for blueprint in _BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.register_blueprint(docs.blueprint)
    app.register_blueprint(explorer.blueprint)
    app.extensions["isnad-api"] = api


def _add_layers(app: Flask, parts: Services, meters: Meters) -> None:
    dress_answers(app)
    limiter = Limiter(parts.settings.rate_limit, RequestCounter(parts.cache.shared))
    limit_requests(app, limiter)
    gather = partial(_gather, parts, meters)
    measure_requests(app, meters, gather, partial(_count_records, parts))
    kept = Keeping(MemoryCache(parts.settings.cache_bytes // 2), parts.cache.shared)
    repeater = Repeater(parts.reader, parts.watch, gather, read_list, limiter)
    whole: Any = Front(app.wsgi_app, parts.watch, kept, meters, repeater)
    app.extensions["isnad-front"] = whole
    proxies = parts.settings.trusted_proxies
    app.wsgi_app = ProxyFix(whole, x_for=proxies, x_host=proxies) if proxies else whole  # type: ignore[method-assign]


def _count_records(parts: Services) -> dict[str, int]:
    """Return how many records each collection has, nothing where the store does not tell."""
    try:
        counts: dict[str, int] = parts.reader.stats(None)["counts"]
    except _STORE_ERRORS:
        return {}
    return counts


def _gather(parts: Services, meters: Meters) -> None:
    """Bring the counts that the layers keep for themselves into the metrics."""
    meters.add_up("front", {"hit": meters.front_hits, "repeated": meters.front_repeats})
    state = parts.watch.state
    meters.version.set(state.version)
    if state.changed_at is not None:
        meters.changed.set(state.changed_at.timestamp())
    if parts.cache.shared is not None:
        meters.add_up("redis", dict(parts.cache.shared.counts))
        meters.breaker.set(parts.cache.shared.degraded)
