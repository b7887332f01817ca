"""Pages a second and memory of the whole ingest, and the CPU that each step of the way of a page costs."""

import gc
import pickle
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.pages import ROOT, write_pages
from service.core import pipeline
from service.core.arabic.tokens import tokenize
from service.core.records import Page, Reading
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared, prepare
from service.ingest.reading import freeze_lexicon
from service.lexicon.loading import load_lexicon
from service.store.corpus import create_corpus
from service.store.engine import open_engine
from tests.running import BIN, environment

READING = ("read_article", "read_texts", "find_mentions", "link_mentions", "find_claims", "complete_claims")
_ALONE = "(tokenising alone, to compare)"
_WARM = 100  # pages that fill the memories of frequent words first


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
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory_of(process))
        time.sleep(0.1)
    return peak


def memory_of(process: psutil.Process) -> float:
    """Return the MB that a process and its children hold now."""
    return sum(map(_memory, [process, *_children(process)])) / 1e6


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


def measure_steps(pages: int) -> dict[str, float]:
    """Return the milliseconds of CPU that each step spends on a page, in one process and in order of the way."""
    freeze_lexicon()
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name:
        write_pages(Path(name), pages + _WARM)
        raw = [Page(file.name, file.read_bytes()) for file in sorted(Path(name).iterdir())]
    for page in raw[:_WARM]:
        pipeline.read_page(page, lexicon)
    raw = raw[_WARM:]
    took = _time_reading(raw)
    readings = [(page, found) for page in raw if isinstance(found := pipeline.read_page(page, lexicon), Reading)]
    prepared, took["prepare for the writer"] = _clocked(lambda: [prepare(page, found) for page, found in readings])
    _, took["hand over between processes"] = _clocked(lambda: pickle.loads(pickle.dumps(prepared, 5)))
    _, took["relate and write (SQLite)"] = _clocked(lambda: _write(prepared))
    texts = [found.article.body for _, found in readings]
    _, took[_ALONE] = _clocked(lambda: [tokenize(text) for text in texts])
    return {step: seconds / len(raw) * 1000 for step, seconds in took.items()}


def _time_reading(raw: Sequence[Page]) -> dict[str, float]:
    """Return the seconds that the steps of read_page take for all pages."""
    lexicon, took = load_lexicon(), defaultdict[str, float](float)
    plain = {step: getattr(pipeline, step) for step in READING}
    for step in READING:
        setattr(pipeline, step, _timed(plain[step], step, took))
    _, whole = _clocked(lambda: [pipeline.read_page(page, lexicon) for page in raw])
    for step in READING:
        setattr(pipeline, step, plain[step])
    return {**{step: took[step] for step in READING}, "rest of reading": whole - sum(took.values())}


def _write(prepared: Sequence[Prepared]) -> None:
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name:
        engine = open_engine(f"sqlite:///{name}/isnad.sqlite")
        create_corpus(engine)
        for first in range(0, len(prepared), 256):
            write_batch(engine, prepared[first : first + 256], load_lexicon())
        engine.dispose()


def _clocked(run: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    began = time.process_time()
    return run(), time.process_time() - began


def _timed(step: Callable[..., Any], name: str, took: dict[str, float]) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        began = time.process_time()
        try:
            return step(*arguments)
        finally:
            took[name] += time.process_time() - began

    return run


def table(pages: int) -> list[str]:
    """Return the lines of the report."""
    runs = {count: measure_ingest(pages, "--workers", str(count)) for count in (1, 2)}
    half = measure_ingest(pages // 2, "--workers", "2")
    one, two = runs[1], runs[2]
    steps = measure_steps(min(pages, 1000))
    whole = sum(spent for step, spent in steps.items() if not step.startswith("("))
    return [
        f"{two.pages} pages of {two.source}, {two.words / two.pages:.0f} words a page, into an empty SQLite file:",
        "",
        "| | |",
        "| --- | ---: |",
        f"| pages a second, one process | {one.pages / one.seconds:.0f} |",
        f"| pages a second, two readers beside the writer | {two.pages / two.seconds:.0f} |",
        f"| ratio of the two | {one.seconds / two.seconds:.2f} |",
        f"| peak memory of all three processes (MB) | {two.peak_mb:.0f} |",
        f"| the same at half as many pages | {half.peak_mb:.0f} |",
        f"| pages a second a core, by the CPU of all steps | {1000 / whole:.0f} |",
        f"| the same if pages were only cut into words: the limit | {1000 / steps[_ALONE]:.0f} |",
        f"| the writer's share of the CPU | {_share_of_writer(steps) / whole:.0%} |",
        "",
        "| step | ms of CPU a page | share |",
        "| --- | ---: | ---: |",
        *(f"| {step} | {spent:.2f} | {spent / whole:.0%} |" for step, spent in steps.items()),
    ]


def _share_of_writer(steps: dict[str, float]) -> float:
    """Return the milliseconds that only one process can spend: half of the hand-over, and the writing."""
    return steps["hand over between processes"] / 2 + steps["relate and write (SQLite)"]


if __name__ == "__main__":
    print("\n".join(table(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)))
