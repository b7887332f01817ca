"""Sends random hostile pages and requests for a while, and prints what was tried and what held.

python -m tests.fuzz [--pages N] [--requests N] [--seed N]: a failing input is printed with its number, and the run with
that seed meets it again.
"""

import argparse
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from random import Random

from config.settings import Settings
from service.app import create_app
from service.lexicon.loading import load_lexicon
from tests.fuzz.asking import Asker
from tests.fuzz.checking import check_page
from tests.fuzz.mutating import mutate, seed_pages
from tests.running import ROOT, ingest

_SLOW = 5.0  # seconds that no small input may take


def main() -> int:
    """Run both kinds of fuzzing and return the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    failed = _repeat("pages", given.pages, fuzz_pages(given.seed))
    with tempfile.TemporaryDirectory(prefix="isnad-fuzz-") as folder:
        asker = make_asker(f"sqlite:///{folder}/isnad.sqlite", given.seed)
        failed += _repeat("requests", given.requests, asker.ask)
        print("  statuses", dict(sorted(asker.statuses.items())))
    return 1 if failed else 0


def fuzz_pages(seed: int) -> Callable[[], None]:
    """Return a function that reads one random page and checks its reading."""
    lexicon, pages, chance, outcomes = load_lexicon(), seed_pages(), Random(seed), Counter[str]()

    def once() -> None:
        outcomes[type(check_page(mutate(pages, chance), lexicon)).__name__] += 1

    return once


def make_asker(url: str, seed: int) -> Asker:
    """Return what asks an application over the sample corpus in a database of its own."""
    run = ingest(url, ROOT / "corpus", ROOT / "tests" / "fuzz" / "hostile.jsonl")
    assert run.returncode == 0, run.stderr
    app = create_app(Settings(database_url=url, fresh_seconds=0, max_page_bytes=200_000))
    return Asker(app.test_client(), seed_pages(), Random(seed))


def _repeat(what: str, times: int, once: Callable[[], None]) -> int:
    failures: Counter[str] = Counter()
    began, slowest = time.monotonic(), 0.0
    for number in range(times):
        start = time.process_time()
        try:
            once()
        except Exception as wrong:  # all of them are what is looked for
            found = f"{type(wrong).__name__}: {str(wrong)[:200]}"
            if not failures[found]:
                print(f"  {what} {number}: {found}\n{traceback.format_exc(limit=-3)}", file=sys.stderr)
            failures[found] += 1
        slowest = max(slowest, time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    failed = failures.total() + (slowest > _SLOW)
    print(f"{what}: {times:,} tried, {failures.total():,} failed, slowest {slowest:.2f} s, peak {memory} MB,"
          f" {time.monotonic() - began:.0f} s")  # fmt: skip
    return failed


if __name__ == "__main__":
    sys.exit(main())
