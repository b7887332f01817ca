"""Memory of an ingest of very many pages, by tenths of the way: python -m benchmarks.memory 100000 [--workers 2]."""

import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import psutil

from benchmarks.ingest import memory_of
from benchmarks.pages import read_articles
from tests.running import BIN, ROOT, environment

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RARE = 8  # a word seen so seldom is coined anew in every copy
_SHORTEST = 4  # letters of such a word
_MOST = 20_000  # articles of a copy: the sample corpus has no end
_DAY = re.compile(r"[\d/T:+.-]{8,30}")
_FIRST_DAY = date(2000, 1, 1)
_APART, _SPREAD = 730, 360  # days between two copies, and of one copy: no claim is compared with its own copy
_EVERY = 2.0  # seconds between two looks


def write_coined(folder: Path, wanted: int) -> None:
    """Write so many pages: articles over and over, every copy of other days, with other rare words: words never end."""
    for number, page in enumerate(islice(_coined(), wanted)):
        (folder / f"{number:06}.txt").write_text(page, encoding="utf-8")


def _coined() -> Iterator[str]:
    articles = [[part for part in page.split("\n\n") if not _DAY.fullmatch(part)]
                for page in islice(read_articles(), _MOST)]  # fmt: skip
    counts = Counter(word for parts in articles for part in parts for word in part.split())
    for copy in range(sys.maxsize):
        shift = str.maketrans(_LETTERS, _LETTERS[copy:] + _LETTERS[:copy])
        for number, parts in enumerate(articles):
            day = _FIRST_DAY + timedelta(days=copy * _APART + number % _SPREAD)
            title, *story = ("\n".join(" ".join(_coin(word, counts[word], shift) for word in line.split())
                                       for line in part.split("\n")) for part in parts)  # fmt: skip
            yield "\n\n".join((title, day.isoformat(), *story) if story else (day.isoformat(), title))


def _coin(word: str, count: int, shift: dict[int, int]) -> str:
    return word.translate(shift) if count <= _RARE and len(word) >= _SHORTEST else word


def measure_memory(pages: int, *options: str) -> list[tuple[float, float]]:
    """Return (seconds since the start, MB of all processes) while so many pages are taken into an empty SQLite file."""
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        write_coined(folder, pages)
        command = [BIN / "flask", "--app", "service", "ingest", folder, "--quiet", *options]
        began, seen = time.monotonic(), []
        process = psutil.Popen(command, cwd=ROOT, env=environment(f"sqlite:///{name}/isnad.sqlite"))
        while process.poll() is None:
            seen.append((time.monotonic() - began, memory_of(process)))
            time.sleep(_EVERY)
        if process.returncode:
            raise RuntimeError(f"the ingest ended with {process.returncode}")
        return seen


def main() -> None:
    """Print the most memory in each tenth of the time."""
    pages, *options = sys.argv[1:]
    seen = measure_memory(int(pages), *options)
    whole = seen[-1][0] or 1.0
    print(f"{pages} pages in {whole:.0f} s ({int(pages) / whole:.0f} a second)\n\n| tenth | most MB |\n| ---: | ---: |")
    for tenth in range(10):
        within = [mb for at, mb in seen if tenth <= at / whole * 10 < tenth + 1]
        print(f"| {tenth + 1} | {max(within, default=0.0):.0f} |")


if __name__ == "__main__":
    main()
