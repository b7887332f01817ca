"""gunicorn's configuration: threads in forked workers that share the lexicon and open nothing before the fork."""

import gc
import os
from typing import Any

from config.logging import logging_config
from config.metrics_folder import make_metrics_folder, remove_metrics_folder
from config.settings import load_settings
from config.sockets import SLOTS

_settings = load_settings()
make_metrics_folder()

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.workers
threads = _settings.threads
worker_class = "config.worker.ProblemWorker"  # threads; what the server itself refuses is a problem document too
preload_app = True  # the lexicon is read once, and its memory shared copy-on-write
reuse_port = True  # without it keep-alive connections pile up on one worker
backlog = 2048
keepalive = 30
timeout = 60
graceful_timeout = 20
max_requests = 0
control_socket_disable = True  # it would write into $HOME, which a read-only container has not
limit_request_line = 8190
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108  heartbeats stay in memory
accesslog = "-" if _settings.log_requests else None
access_log_format = '"%(r)s" %(s)s %(b)s bytes %(M)s ms %({x-request-id}o)s'
logconfig_dict = logging_config(_settings.log_format, _settings.log_level)
proc_name = "isnad"


def when_ready(server: Any) -> None:
    """Open the workers' sockets; keep what was loaded out of the collector's sight: workers share its memory."""
    SLOTS.open(server)
    gc.collect()
    gc.freeze()


def pre_fork(server: Any, worker: Any) -> None:
    """Give a worker its socket."""
    SLOTS.assign(server, worker)


def post_worker_init(worker: Any) -> None:
    """Let a worker go on with the jobs that were left when the service stopped."""
    jobs = _jobs_of(worker)
    if jobs is not None:
        jobs.start()


def worker_exit(server: Any, worker: Any) -> None:  # noqa: ARG001  gunicorn calls it with both
    """End the job that a worker is at after its present pages; the next worker goes on with it."""
    jobs = _jobs_of(worker)
    if jobs is not None:
        jobs.stop()


def _jobs_of(worker: Any) -> Any:
    """Return what works off jobs, None where the worker has not come so far or serves another application."""
    return getattr(getattr(worker, "wsgi", None), "extensions", {}).get("isnad-jobs")


def child_exit(server: Any, worker: Any) -> None:  # noqa: ARG001  gunicorn calls it with both
    """Tell the metrics that a worker has gone, so that its gauges are no longer counted."""
    from prometheus_client import multiprocess  # noqa: PLC0415  it reads its folder's variable at import

    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: Any) -> None:  # noqa: ARG001
    """Remove the folder of the metrics."""
    remove_metrics_folder()
