"""Fits what a claim's confidence says to what readers found, and shows how well both agree.

python -m tests.quality.calibration           prints the tables
python -m tests.quality.calibration --write   writes them to the lexicon as well
"""

import csv
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from service.core.claims.confidence import WITHOUT_SPEAKER
from service.core.knowledge import Lexicon
from service.core.pipeline import read_content, read_page
from service.core.records import Article, Claim, Page, Reading
from service.lexicon.loading import load_lexicon
from tests.quality.figures import GOLD, SHARED

READINGS = Path(__file__).with_name("hand_readings.csv")
TABLE = Path(__file__).parents[2] / "service" / "lexicon" / "claims_confidence.yaml"

_PRIOR = 5  # cases of the overall share that each kind of evidence is given before its own are counted
_BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)
_HEAD = """# How often readers found claims right: by how the content was delimited, and by how the speaker was found.
# Written by tests/quality/calibration.py --write; behind each share, the cases it rests on.
"""


class Case(NamedTuple):
    """A judged claim: its evidence, and whether its content and its speaker are right (None: nobody judged)."""

    source: str
    frame: str
    speaker: str
    content_right: bool | None
    speaker_right: bool | None


class Table(NamedTuple):
    """Shares by frame and by speaker's evidence, and the cases behind each."""

    by_frame: dict[str, tuple[float, int]]
    by_speaker: dict[str, tuple[float, int]]

    def rate(self, case: Case) -> float:
        """Return the confidence that a claim with this evidence states."""
        return self.by_frame.get(case.frame, (0.8, 0))[0] * self.by_speaker.get(case.speaker, (0.8, 0))[0]


def hand_cases() -> Iterator[Case]:
    """Yield the claims that were drawn at random and read in their context."""
    with READINGS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            content = row["verdict"] in ("right", "speaker")
            speaker = row["verdict"] == "right" if content else None
            yield Case(f"reading {row['reading']}", row["frame"], row["speaker"], content, speaker)


def gold_cases(lexicon: Lexicon) -> Iterator[Case]:
    """Yield the claims of the annotated pages."""
    scorer = _load_scorer()
    for path in sorted((*GOLD.glob("seeds/*.txt"), *GOLD.glob("dev/*.txt"))):
        reading = read_page(Page(path.name, path.read_bytes()), lexicon)
        if isinstance(reading, Reading):
            yield from _judge_page(scorer, scorer.Page(path), reading)


def _judge_page(scorer: Any, page: Any, reading: Reading) -> Iterator[Case]:
    names = {e["key"]: [e["name"], *(m[1] for m in e["mentions"])] for e in page.gold["entities"]}
    gold = [(page.gold_tokens(claim["content"]), claim) for claim in page.gold["claims"]]
    fields = {"title": page.map_field(reading.article.title or "", True),
              "body": page.map_field(reading.article.body, False)}  # fmt: skip
    for claim in reading.claims:
        if claim.mode == "narration":
            continue
        raws = [[o for o in fields[s.field][s.start : s.end] if o is not None] for s in claim.spans]
        words = frozenset().union(*(page.tokens(min(raw), max(raw) + 1) for raw in raws if raw))
        share, best = max(((scorer.overlap(words, g), i) for i, (g, _) in enumerate(gold)), default=(0.0, 0))
        right = share >= 0.8
        speaker = _is_speaker(scorer, claim, gold[best][1], names) if right else None
        yield Case("annotated", *_evidence(claim), right, speaker)


def _is_speaker(scorer: Any, claim: Claim, gold: dict[str, Any], names: dict[str, list[str]]) -> bool:
    if not gold["speaker_keys"]:
        return bool(claim.speakers) == bool(gold.get("speaker")) or gold["anonymous"]
    said = [speaker.name or "" for speaker in claim.speakers]
    return all(any(scorer.same_name(s, n) for s in said for n in names[key]) for key in gold["speaker_keys"])


def treebank_cases(lexicon: Lexicon) -> Iterator[Case]:
    """Yield the sentences of the treebank whose speaker is a word of its own; contents are cut otherwise there."""
    text = (SHARED / "data" / "attribution" / "padt_dev.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, text.splitlines()):
        if len((row["speaker"] or {"text": ""})["text"]) < 3:
            continue
        reading = read_content(Article("t", "t", "text/plain", "", None, row["text"]), lexicon)
        want, asked = row["content"], row["speaker"]
        best = max(reading.claims, key=lambda c: _shared(c.spans[0], want), default=None)
        if best and _shared(best.spans[0], want) >= 0.5:
            right = any(s.span and _shared(s.span, asked) >= 0.5 for s in best.speakers)
            yield Case("treebank", *_evidence(best), None, right)


def _shared(span: Any, row: dict[str, Any]) -> float:
    common = min(span.end, row["end"]) - max(span.start, row["start"])
    return 2 * max(common, 0) / (span.end - span.start + row["end"] - row["start"])


def _evidence(claim: Claim) -> tuple[str, str]:
    ways = [speaker.resolved_by for speaker in claim.speakers]
    return claim.rule.split(":")[-1], ways[0] if ways else WITHOUT_SPEAKER


def _load_scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fit(cases: Sequence[Case]) -> Table:
    """Return each kind's share of right cases, drawn towards the overall share."""
    return Table(_shares(cases, lambda c: (c.frame, c.content_right)),
                 _shares(cases, lambda c: (c.speaker, c.speaker_right)))  # fmt: skip


def _shares(cases: Sequence[Case], read: Callable[[Case], tuple[str, bool | None]]) -> dict[str, tuple[float, int]]:
    counts: dict[str, list[bool]] = defaultdict(list)
    for kind, right in map(read, cases):
        if right is not None:
            counts[kind].append(right)
    judged = [right for kind in counts.values() for right in kind]
    overall = sum(judged) / len(judged)
    return {kind: ((sum(found) + _PRIOR * overall) / (len(found) + _PRIOR), len(found))
            for kind, found in sorted(counts.items())}  # fmt: skip


def show_reliability(cases: Sequence[Case], table: Table) -> Iterator[str]:
    """Yield the rows of a table: what confidence states, and what was found, a bin a row."""
    judged = [case for case in cases if case.content_right is not None]
    for low, high in pairwise(_BINS):
        held = [case for case in judged if low <= table.rate(case) < high]
        if held:
            stated = sum(map(table.rate, held)) / len(held)
            found = sum(bool(case.content_right and case.speaker_right) for case in held) / len(held)
            yield f"| {low:.1f} to {min(high, 1):.1f} | {len(held)} | {stated:.2f} | {found:.2f} |"


def write_table(table: Table) -> None:
    """Write the shares to the lexicon."""
    lines = [_HEAD.rstrip()]
    for name, shares in zip(("by_frame", "by_speaker"), table, strict=True):
        lines += [f"{name}:", *(f'  {kind}: "{share:.2f}"  # {n}' for kind, (share, n) in shares.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Print the fitted shares and how reliable they are on claims that did not take part in the fit."""
    lexicon = load_lexicon()
    cases, annotated = [*hand_cases(), *treebank_cases(lexicon)], [*gold_cases(lexicon)]
    *_, last = (case.source for case in cases if case.source.startswith("reading"))
    table = fit(cases)
    print(table)
    print("on the annotated pages, which were seen while rules were written and take no part in the fit:",
          *show_reliability(annotated, table), sep="\n")  # fmt: skip
    print(
        "fitted on all readings, shown on them:",
        *show_reliability([c for c in cases if c.source != "treebank"], table),
        sep="\n",
    )
    held_out = fit([case for case in cases if case.source != last])
    print("fitted without the last reading, shown on it:",
          *show_reliability([c for c in cases if c.source == last], held_out), sep="\n")  # fmt: skip
    if "--write" in sys.argv:
        write_table(table)


if __name__ == "__main__":
    main()
