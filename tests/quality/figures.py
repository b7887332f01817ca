"""Measures the running service on annotated pages that lie beside the project, and prints the figures as a table."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.running import ROOT, ingest, running_service

SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
FLOORS = Path(__file__).with_name("floors.json")

Figures = dict[str, float]

_PAGES = re.compile(r"(title|date|outlet) (\d+)/(\d+)|body f1 (\d\.\d+)")
_NER = re.compile(r"^(PER|ORG|LOC|all)\s.*f1 (\d\.\d+)", re.MULTILINE)
_ATTRIBUTION = re.compile(r"(found|content overlap|speaker right) (\d\.\d+)")


def score(program: str, *arguments: str | Path) -> str:
    """Return what a scorer prints."""
    command = [sys.executable, GOLD / program, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if not run.stdout:
        raise RuntimeError(run.stderr)
    return run.stdout


def measure_folder(name: str, place: Path) -> Figures:
    """Ingest the annotated folder `name`, serve it, and return its figures by name."""
    database_url = f"sqlite:///{place}/{name}.sqlite"
    run = ingest(database_url, GOLD / name)
    if run.returncode:
        raise RuntimeError(run.stderr)
    with running_service(database_url, place) as base:
        found = json.loads(score("score.py", base, GOLD / name, "--json"))
    if found["pages not served"]:
        raise RuntimeError(f"not served: {found['pages not served']}")
    return dict(_flatten(found))


def measure_texts(place: Path) -> dict[str, Figures]:
    """Return the figures of what is asked by POST /analyze: saved pages, sentences with names, attributions."""
    ner, attribution = SHARED / "data" / "ner", SHARED / "data" / "attribution"
    figures: dict[str, Figures] = {}
    with running_service(f"sqlite:///{place}/empty.sqlite", place) as base:
        for kind in ("html", "resili.txt", "txt"):
            figures[f"pages {kind}"] = _read_pages(score("score_pages.py", base, GOLD / "html", "--kind", kind))
        for corpus in ("anercorp/test", "caraner/dev"):
            printed = score("score_ner.py", base, ner / f"{corpus}.conll")
            figures[f"names {corpus}"] = {f"{kind} f1": float(f1) for kind, f1 in _NER.findall(printed)}
        for corpus in ("padt_dev", "padt_dev_nominal", "pud"):
            printed = score("score_attribution.py", base, attribution / f"{corpus}.jsonl")
            figures[f"attribution {corpus}"] = {name: float(x) for name, x in _ATTRIBUTION.findall(printed)}
    return figures


def _read_pages(printed: str) -> Figures:
    return {name or "body f1": int(right) / int(asked) if name else float(f1)
            for name, right, asked, f1 in _PAGES.findall(printed)}  # fmt: skip


def _flatten(found: dict[str, object]) -> list[tuple[str, float]]:
    flat = []
    for name, value in found.items():
        if isinstance(value, dict):
            flat += [(f"{name} {part}", value[part]) for part in ("precision", "recall", "f1") if part in value]
        elif isinstance(value, float):
            flat.append((name, value))
    return [(name, round(value, 3)) for name, value in flat]


def measure_all(place: Path) -> dict[str, Figures]:
    """Return the figures of every annotated set there is, by set and name."""
    return {"seeds": measure_folder("seeds", place), "dev": measure_folder("dev", place), **measure_texts(place)}


def main() -> None:
    """Print the figures; with --floors, write them as the new floors."""
    with tempfile.TemporaryDirectory() as place:
        figures = measure_all(Path(place))
    for name, values in figures.items():
        for part, value in values.items():
            print(f"| {name} | {part} | {value:.3f} |")
    if "--floors" in sys.argv:
        FLOORS.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
