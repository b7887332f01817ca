"""Sends random hostile input for a while, and prints what was tried and what held.

python -m tests.fuzz [--pages N] [--corpora N] [--requests N] [--wire N] [--seed N]: works in slices, each with a seed
of its own that its line names; with that seed, and as many inputs, a failing one is met again.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.kinds import KINDS
from tests.fuzz.tally import Tally, peak_memory

_MOST_MEMORY = 1000  # MB


def main() -> int:
    """Try all kinds of input and return the exit status."""
    parser = argparse.ArgumentParser()
    for name, kind in KINDS.items():
        parser.add_argument(f"--{name}", type=int, default=kind.usual, help=kind.about)
    parser.add_argument("--seed", type=int, default=1)
    given = vars(parser.parse_args())
    tallies = {name: fuzz(name, given[name], given["seed"]) for name in KINDS}
    _print_table(tallies)
    return 1 if any(tally.failed for tally in tallies.values()) or peak_memory() > _MOST_MEMORY else 0


def fuzz(name: str, inputs: int, seed: int) -> Tally:
    """Try so many inputs of a kind, a slice after another."""
    kind, tally = KINDS[name], Tally()
    for number, begin in enumerate(range(0, inputs, kind.slice), seed):
        before, tried = tally.failed, min(kind.slice, inputs - begin)
        with tempfile.TemporaryDirectory(prefix="isnad-fuzz-") as folder, kind.open(Path(folder), number) as attempts:
            once, outcomes = attempts
            tally.try_all(f"{name} with seed {number}:", tried, once)
            tally.outcomes.update(outcomes)
        failed = tally.failed - before
        print(f"{name} with seed {number}: {tried:,} tried, {failed:,} failed, peak {peak_memory()} MB", flush=True)
    return tally


def _print_table(tallies: dict[str, Tally]) -> None:
    print("\n| input | tried | failed | slowest s | seconds |\n| --- | ---: | ---: | ---: | ---: |")
    print("\n".join(tally.row(KINDS[name].about) for name, tally in tallies.items()))
    for name, tally in tallies.items():
        print(f"\n{name}:", ", ".join(f"{what} {count:,}" for what, count in sorted(tally.outcomes.items())))


if __name__ == "__main__":
    sys.exit(main())
