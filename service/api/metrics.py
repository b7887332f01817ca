"""Counts for Prometheus, summed over gunicorn's workers through the files they share."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any

from flask import Flask, Request, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from service.ingest.taking import Taken

Counts = Mapping[str, int]
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)


class Meters:
    """All that is counted; answers given before Flask are counted here first, for a plain sum costs least."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.front_hits = 0
        self.front_repeats = 0
        self._told: dict[str, int] = {}
        self._lock = Lock()
        self.seconds = Histogram("isnad_request_seconds", "Time of requests that reached the application",
                                 ("method", "route", "status"), registry=self.registry, buckets=_BUCKETS)  # fmt: skip
        self.cache = Counter("isnad_cache", "Look-ups by layer and outcome", ("layer", "outcome"),
                             registry=self.registry)  # fmt: skip
        self.pages = Counter("isnad_pages", "Pages sent over HTTP, by what became of them", ("outcome", "reason"),
                             registry=self.registry)  # fmt: skip
        self.records = Gauge("isnad_corpus_records", "Records of the corpus by collection", ("collection",),
                             registry=self.registry, multiprocess_mode="mostrecent")  # fmt: skip
        self.breaker = Gauge("isnad_cache_degraded", "Whether Redis fails (1) or not (0)", registry=self.registry,
                             multiprocess_mode="max")  # fmt: skip
        self.version = Gauge("isnad_corpus_version", "The corpus version served", registry=self.registry,
                             multiprocess_mode="max")  # fmt: skip
        self.changed = Gauge("isnad_corpus_changed_timestamp_seconds", "When the corpus version last rose",
                             registry=self.registry, multiprocess_mode="max")  # fmt: skip

    def count_pages(self, taken: Sequence[Taken]) -> None:
        """Count pages that somebody sent: created, unchanged, or rejected by reason."""
        for one in taken:
            self.pages.labels(one.status, one.rejection.code if one.rejection else "").inc()

    def time_request(self, about: tuple[str, str, str], begun: float) -> None:
        """Count a request of a method, route and status that is answered now, and the time that it took."""
        self.seconds.labels(*about).observe(time.perf_counter() - begun)

    def add_up(self, layer: str, counts: dict[str, int]) -> None:
        """Add what a layer's own counts have risen by since they were added last."""
        with self._lock:  # two threads may come with counts of different age
            for outcome, count in counts.items():
                name = f"{layer} {outcome}"
                told = self._told.get(name, 0)
                self.cache.labels(layer, outcome).inc(max(0, count - told))
                self._told[name] = max(count, told)


def measure_requests(app: Flask, meters: Meters, gather: Callable[[], None], count: Callable[[], Counts]) -> None:
    """Time every request of an application and serve the counts at /metrics; gather brings them up to date.

    count asks the store how many records each collection has; it is asked when the counts are.
    """

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def stop(response: Response) -> Response:
        begun = getattr(g, "started", time.perf_counter())
        meters.time_request((request.method, route_of(request), str(response.status_code)), begun)
        gather()
        return response

    @app.get("/metrics")
    def metrics() -> Response:
        gather()
        for collection, number in count().items():
            meters.records.labels(collection).set(number)
        return Response(generate_latest(_registry(meters)), content_type=CONTENT_TYPE_LATEST)


def route_of(request: Request) -> str:
    """Return the route of a request, with the names of its variable parts."""
    return request.url_rule.rule if request.url_rule else "none"


def _registry(meters: Meters) -> Any:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return meters.registry
    whole = CollectorRegistry()
    MultiProcessCollector(whole)
    return whole
