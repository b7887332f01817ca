"""Counts the independent origins of a statement: outlets that copy one another or one agency are one."""

from collections.abc import Iterator, Sequence

from service.core.arabic.letters import fold
from service.core.corpus import ClaimFace

_LONG = 12  # words; an equal wording that long was copied, not heard twice


def count_origins(faces: Sequence[ClaimFace]) -> int:
    """Return how many sources remain after those are folded that share outlet, reprint, passage, agency or wording."""
    parent = list(range(len(faces)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[str, int] = {}
    for i, face in enumerate(faces):
        for mark in _marks(face):
            parent[find(i)] = find(first.setdefault(mark, i))
    return len({find(i) for i in range(len(faces))})


def _marks(face: ClaimFace) -> Iterator[str]:
    yield f"article {face.article_id}"
    if face.outlet:
        yield f"outlet {fold(face.outlet)}"
    if face.reprint_group:
        yield f"reprint {face.reprint_group}"
    for key in face.copied:
        yield f"passage {key}"
    for agency in (*face.agencies, *face.via):
        yield f"agency {fold(agency)}"
    words = [word for word in (part.strip("\"“”«»'،؛,.:()") for part in fold(face.text).split()) if word]
    if len(words) >= _LONG:
        yield "words " + " ".join(words)
