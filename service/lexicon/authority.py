"""Loads the authority file that the setting AUTHORITY names, and lets recognition and linking know its entries."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from service.core.arabic.letters import fold
from service.core.errors import LexiconError
from service.core.knowledge import Lexicon
from service.core.linking.anchors import add_authority
from service.core.linking.authority import Authority, AuthorityEntry, read_authority
from service.core.recognition.authorized import LONGEST
from service.core.recognition.knowledge import Authorized
from service.core.recognition.nations import same_spelling

_DIGITS = 12  # hexadecimal digits of a version, as lexicon_version gives


def add_authority_file(lexicon: Lexicon, path: str) -> Lexicon:
    """Return the lexicon with the entries of a file, and a version that changes with it; a broken line raises."""
    data = _read(path)
    try:
        authority = read_authority(data.decode("utf-8").splitlines())
    except (UnicodeDecodeError, LexiconError) as wrong:
        raise LexiconError(f"AUTHORITY={path}: {wrong}") from wrong
    recognition = replace(lexicon.recognition, authorized=list_names(authority))
    linking = add_authority(lexicon.linking, authority)
    version = hashlib.sha256(lexicon.version.encode() + data).hexdigest()[:_DIGITS]
    return replace(lexicon, recognition=recognition, linking=linking, version=version)


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as wrong:
        raise LexiconError(f"AUTHORITY={path}: the file cannot be read ({wrong.strerror})") from wrong


def list_names(authority: Authority) -> Authorized:
    """Return the names of two words and more by their first word; a single word may be any word of the language."""
    listed: Authorized = {}
    for entry in {id(entry): entry for entry in authority.by_name.values()}.values():
        for words in _spelt(entry, authority):
            listed.setdefault(words[0], {}).setdefault(words[1:], entry.type)
    return listed


def _spelt(entry: AuthorityEntry, authority: Authority) -> Iterator[tuple[str, ...]]:
    for name in entry.names:
        words = tuple(map(same_spelling, fold(name).replace("-", " ").split()))
        if 1 < len(words) <= LONGEST and authority.find(entry.type, name) is entry:
            yield words
