"""Runs every measurement, prints the tables and keeps them in results.md with machine and day."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import ingest, linking, reads

RESULTS = Path(__file__).with_name("results.md")


def describe_machine() -> str:
    """Return the machine in a line."""
    names = [line.partition(":")[2].strip() for line in _cpu_lines() if line.startswith("model name")]
    cores = os.cpu_count()
    return f"{names[0] if names else platform.machine()}, {cores} cores, Python {platform.python_version()}"


def _cpu_lines() -> list[str]:
    cpu = Path("/proc/cpuinfo")
    return cpu.read_text(encoding="utf-8").splitlines() if cpu.exists() else []


def main() -> None:
    """Measure all; the number of pages may be given."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    lines = [
        "# Measurements",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {describe_machine()}. Made by `make bench`.",
        "Figures of one run compare with each other; those of two runs may not.",
        "",
        "## Ingest",
        "",
        *ingest.table(pages),
        "",
        "## Linking one more page (`python -m benchmarks.linking` goes up to 100,000)",
        "",
        *linking.table(linking.SIZES[:2]),
        "",
        "## Reads",
        "",
        *reads.table(),
    ]
    report = "\n".join(lines) + "\n"
    RESULTS.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
