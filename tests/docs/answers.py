"""The answers that the README shows below its curl calls: `python -m tests.docs.answers` writes them anew.

What is shown of an answer are the keys that the README shows already; links are cut.
"""

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.running import ROOT, ingest, running_service

README = ROOT / "README.md"
BASE = "http://127.0.0.1:8000"

_SHOWN = re.compile(r"```sh\n(curl [^\n]+)\n```\n```json\n(.*?)\n```", re.DOTALL)
_WIDTH = 110  # letters of a line
_LINK = 40  # letters shown of a link


def shown_answers() -> list[tuple[str, str]]:
    """Return the README's calls, each with the answer shown below it."""
    return _SHOWN.findall(README.read_text(encoding="utf-8"))


def ask(call: str, shown: str, base: str) -> str:
    """Return what the README should show below `call`, of which it shows `shown` now."""
    run = subprocess.run(["bash", "-c", call.replace(BASE, base)], cwd=ROOT, capture_output=True, text=True, check=True)
    return _print(_prune(json.loads(run.stdout), json.loads(shown)), 0)


def _prune(answer: Any, shown: Any) -> Any:
    if isinstance(answer, dict) and isinstance(shown, dict):
        kept = {key: _prune(answer[key], shown[key]) for key in shown if key in answer}
        if kept.get("next"):
            kept["next"] = kept["next"][:_LINK] + "…"
        return kept
    if isinstance(answer, list) and shown and isinstance(shown[0], dict):
        keys = {key: value for item in reversed(shown) for key, value in item.items() if value}
        every = {key: keys.get(key) for item in shown for key in item}
        return [_prune(item, every) for item in answer]
    return answer


def _print(value: Any, column: int) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if column + len(line) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return line
    if isinstance(value, list):
        parts = [_print(item, column + 1) for item in value]
        opening, closing = "[]"
    else:
        heads = [f"{json.dumps(key, ensure_ascii=False)}: " for key in value]
        parts = [head + _print(item, column + 1 + len(head)) for head, item in zip(heads, value.values(), strict=True)]
        opening, closing = "{}"
    return opening + (",\n" + " " * (column + 1)).join(parts) + closing


def main() -> None:
    """Serve the sample corpus and write its answers into the README."""
    with tempfile.TemporaryDirectory() as place:
        database_url = f"sqlite:///{place}/readme.sqlite"
        ingest(database_url, "corpus")
        with running_service(database_url, Path(place)) as base:
            text = README.read_text(encoding="utf-8")
            for call, shown in shown_answers():
                text = text.replace(shown, ask(call, shown, base))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
