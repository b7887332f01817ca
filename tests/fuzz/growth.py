"""Prints what hostile pages of 10 kB, 100 kB and 1 MB cost: python -m tests.fuzz.growth [NAME ...].

Each page is read in a process of its own; time is that of the processor, memory what the process had at most beyond
what it began with.
"""

import multiprocessing
import sys
from time import process_time
from typing import Any

from service.lexicon.loading import load_lexicon
from tests.fuzz.checking import check_page
from tests.fuzz.shapes import SHAPES
from tests.fuzz.tally import peak_memory

_SIZES = (10_000, 100_000, 1_000_000)  # bytes, about


def main() -> None:
    """Print a table of the named shapes, or of all."""
    load_lexicon()
    head = " | ".join(f"{size // 1000:,} kB: s | MB" for size in _SIZES)
    print(f"| page | {head} |\n| --- |{' ---: |' * 2 * len(_SIZES)}")
    for name in sys.argv[1:] or SHAPES:
        costs = [_cost_of(name, size) for size in _SIZES]
        print(f"| {name} | " + " | ".join(f"{seconds:.2f} | {memory}" for seconds, memory in costs) + " |", flush=True)


def _cost_of(name: str, size: int) -> tuple[float, int]:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_read, args=(name, size, theirs))
    process.start()
    cost: tuple[float, int] = ours.recv()
    process.join()
    return cost


def _read(name: str, size: int, told: Any) -> None:
    page = SHAPES[name](size)
    page = SHAPES[name](size * size // max(len(page.data), 1))  # shapes are measured in letters
    began, before = process_time(), peak_memory()
    check_page(page, load_lexicon())
    told.send((process_time() - began, peak_memory() - before))


if __name__ == "__main__":
    main()
