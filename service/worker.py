"""A worker: `celery --app service.worker worker` takes in the pages that `ingest --broker` hands out."""

from typing import Any

from celery.signals import setup_logging

from config.logging import configure_logging
from config.settings import load_settings
from service.ingest.reading import freeze_lexicon
from service.jobs.queue import make_queue
from service.jobs.taking import register_task
from service.lexicon.loading import load_lexicon
from service.store.engine import open_engine

_settings = load_settings()


@setup_logging.connect
def log_as_the_service(**_given: Any) -> None:
    """Log as the service does; Celery leaves logging alone where somebody answers its signal."""
    configure_logging(_settings.log_format, _settings.log_level)


freeze_lexicon()  # before the worker forks its processes, which share it
app = make_queue(_settings.broker_url or "", _settings.broker_seconds)
register_task(app, open_engine(_settings.database_url), load_lexicon())
