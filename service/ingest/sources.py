"""Finds the pages that a user names: files, folders, globs, lines of JSONL, standard input."""

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from service.core.records import Page, Rejection

MEDIA_TYPES = {
    ".txt": "text/plain", ".text": "text/plain", ".html": "text/html", ".htm": "text/html",
    ".json": "application/json", ".jsonl": "application/x-ndjson", ".ndjson": "application/x-ndjson",
}  # fmt: skip


class MissingSourceError(FileNotFoundError):
    """A path that the user named is not there."""


def find_files(names: Iterable[str]) -> Iterator[Path | None]:
    """Yield the files that names mean, in order, each once; None stands for standard input."""
    seen: set[Path] = set()
    for name in names:
        for file in [None] if name == "-" else _files(name):
            real = file and file.resolve()
            if real is None or real not in seen:
                if real is not None:
                    seen.add(real)
                yield file


def _files(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        return _pages_in(path)
    if path.exists():
        return [path]
    found = sorted(Path(match) for match in glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not found:
        raise MissingSourceError(f"{name}: there is no such file or folder")
    return [file for match in found for file in (_files(str(match)) if match.is_dir() else [match])]


def _pages_in(folder: Path) -> list[Path]:
    """Return the pages in a folder; a .json file beside a page of the same name is notes on it, not a page."""
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in MEDIA_TYPES and file.is_file())
    pages = {file.with_suffix("") for file in files if file.suffix.lower() != ".json"}
    return [file for file in files if file.suffix.lower() != ".json" or file.with_suffix("") not in pages]


def read_pages(file: Path | None, max_bytes: int) -> Iterator[Page | Rejection]:
    """Yield the pages in a file (many in JSONL, else one); what is too large or unreadable is a rejection."""
    name = _shown(file.name) if file else "stdin"
    media_type = MEDIA_TYPES.get(file.suffix.lower(), "text/plain") if file else "text/plain"
    try:
        if media_type == "application/x-ndjson" and file:
            yield from _read_lines(file, max_bytes)
        else:
            yield _page(name, _read(file, max_bytes), media_type, max_bytes)
    except OSError as wrong:
        yield Rejection(name, "malformed", f"the file cannot be read: {wrong.strerror or wrong}")


def _read(file: Path | None, max_bytes: int) -> bytes:
    """Read no more than is needed to see that a page is too large."""
    if file is None:
        return sys.stdin.buffer.read(max_bytes + 1)
    with file.open("rb") as stream:
        return stream.read(max_bytes + 1)


def _page(name: str, data: bytes, media_type: str, max_bytes: int) -> Page | Rejection:
    if len(data) > max_bytes:
        return Rejection(name, "too-large", f"the page is larger than {max_bytes:,} bytes")
    return Page(name, data, media_type)


def _read_lines(file: Path, max_bytes: int) -> Iterator[Page | Rejection]:
    with file.open("rb") as stream:
        number = 0
        while line := stream.readline(max_bytes + 1):
            number += 1
            whole = line
            while not whole.endswith(b"\n") and (whole := stream.readline(max_bytes + 1)):
                pass
            if line.strip():
                yield _page(f"{_shown(file.name)}:{number}", line.strip(), "application/json", max_bytes)


def _shown(name: str) -> str:
    """Return a file's name as text, whatever bytes it is made of."""
    return name.encode("utf-8", "replace").decode()
