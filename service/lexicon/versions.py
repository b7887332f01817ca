"""A version of the lexicon that changes when any of its files does."""

import hashlib

from service.lexicon.yaml_files import lexicon_folder


def lexicon_version(tagger: str) -> str:
    """Return 12 hexadecimal digits made from the names and bytes of all lexicon files and the setting TAGGER."""
    digest = hashlib.sha256(b"" if tagger == "crf" else tagger.encode())
    folder = lexicon_folder()
    for file in sorted([*folder.iterdir(), *folder.joinpath("outlets").iterdir()], key=lambda f: f.name):
        if file.is_file() and not file.name.endswith((".py", ".pyc")):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
