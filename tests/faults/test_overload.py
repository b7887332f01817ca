"""More requests than one thread can answer: those that waited too long are shed, and the service recovers."""

import json
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.running import running_service, take_in_samples

_SLOW = json.dumps({"title": "خبر", "body": "قال الوزير سامي النجار إن المعبر سيفتح يوم الأحد.\n" * 150}).encode()
_CROWD = 24
_BUSY = {"WORKERS": "1", "THREADS": "1", "QUEUE_SECONDS": "0.5"}


def test_what_waited_too_long_is_shed(tmp_path: Path, held: Callable[..., None]) -> None:
    database_url = f"sqlite:///{tmp_path}/busy.sqlite"
    take_in_samples(database_url)
    with running_service(database_url, tmp_path, **_BUSY) as base, ThreadPoolExecutor(_CROWD) as crowd:
        answers = list(crowd.map(_analyze, [base] * _CROWD))
        statuses = Counter(status for status, _, _ in answers)
        assert statuses.keys() == {200, 503}, statuses
        for status, fields, body in answers:
            if status == 503:
                assert fields["Content-Type"] == "application/problem+json"
                assert int(fields["Retry-After"]) > 0
                assert json.loads(body)["status"] == 503
        assert _analyze(base)[0] == 200
        held("a crowd for one thread: shed with 503, answered again after it")


def _analyze(base: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(f"{base}/analyze", _SLOW, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, dict(refused.headers), refused.read()
