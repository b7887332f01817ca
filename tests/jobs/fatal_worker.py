"""A worker for which some pages are fatal: whoever reads one of them is killed, as if memory ran out."""

import os
import signal
from typing import Any

from service.core.records import Page
from service.jobs import taking
from service.worker import app

_read_one = taking.read_one


def _read_or_die(page: Any, lexicon: Any) -> Any:
    if isinstance(page, Page) and os.environ["FATAL_TEXT"].encode() in page.data:
        os.kill(os.getpid(), signal.SIGKILL)
    return _read_one(page, lexicon)


taking.read_one = _read_or_die
celery = app
