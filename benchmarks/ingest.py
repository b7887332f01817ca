"""Pages a second and peak memory of the whole ingest, and what share of the core's time each step takes."""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.pages import ROOT, write_pages
from service.core import pipeline
from service.core.records import Page
from service.lexicon.loading import load_lexicon
from tests.running import BIN, environment

STEPS = ("read_article", "read_texts", "find_mentions", "link_mentions", "find_claims")


@dataclass(frozen=True)
class IngestRun:
    """One ingest from nothing: its pages and words, how long it took, the most memory that all its processes held."""

    pages: int
    words: int
    seconds: float
    peak_mb: float
    source: str


def measure_ingest(pages: int, *options: str) -> IngestRun:
    """Ingest so many pages by the command line into an empty SQLite file."""
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name:
        folder = Path(name) / "pages"
        folder.mkdir()
        words, source = write_pages(folder, pages)
        command = [BIN / "flask", "--app", "service", "ingest", folder, *options]
        settings = environment(f"sqlite:///{name}/isnad.sqlite")
        began = time.perf_counter()
        with (Path(name) / "log").open("wb") as log:
            process = psutil.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log)
            peak = _watch_memory(process)
        seconds = time.perf_counter() - began
        if process.returncode:
            raise RuntimeError((Path(name) / "log").read_text(encoding="utf-8")[-2000:])
        return IngestRun(len(list(folder.iterdir())), words, seconds, peak, source)


def _watch_memory(process: psutil.Popen) -> float:
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_memory, [process, *_children(process)])))
        time.sleep(0.1)
    return peak / 1e6


def _children(process: psutil.Popen) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)  # a page shared by forked workers is counted once
    except psutil.Error:
        return 0


def measure_steps(pages: int) -> tuple[dict[str, float], float]:
    """Return each step's share of the core's time and the pages a second of one process, no store behind it."""
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name:
        write_pages(Path(name), pages)
        raw = [Page(file.name, file.read_bytes()) for file in sorted(Path(name).iterdir())]
    for page in raw[:20]:
        pipeline.read_page(page, lexicon)
    took: dict[str, float] = defaultdict(float)
    plain = {step: getattr(pipeline, step) for step in STEPS}
    for step in STEPS:
        setattr(pipeline, step, _timed(plain[step], step, took))
    began = time.perf_counter()
    for page in raw:
        pipeline.read_page(page, lexicon)
    whole = time.perf_counter() - began
    for step in STEPS:
        setattr(pipeline, step, plain[step])
    return {step: took[step] / whole for step in STEPS}, len(raw) / whole


def _timed(step: Callable[..., Any], name: str, took: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        began = time.perf_counter()
        try:
            return step(*arguments)
        finally:
            took[name] += time.perf_counter() - began

    return run


def table(pages: int) -> list[str]:
    """Return the lines of the report."""
    run = measure_ingest(pages)
    shares, alone = measure_steps(min(pages, 1000))
    lines = [
        f"{run.pages} pages of {run.source}, {run.words / run.pages:.0f} words a page, into an empty SQLite file:",
        "",
        "| | |",
        "| --- | ---: |",
        f"| pages a second, whole ingest | {run.pages / run.seconds:.0f} |",
        f"| seconds | {run.seconds:.1f} |",
        f"| peak memory, all processes (MB) | {run.peak_mb:.0f} |",
        f"| pages a second, core alone in one process | {alone:.0f} |",
    ]
    lines += [f"| share of the core: `{step}` | {share:.0%} |" for step, share in shares.items()]
    return lines


if __name__ == "__main__":
    print("\n".join(table(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)))
