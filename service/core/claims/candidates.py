"""Names the keys that two claims must share to be compared at all."""

from service.core.corpus import ClaimFace


def candidate_keys(face: ClaimFace) -> tuple[str, ...]:
    """Return the keys of a claim."""
    return (" ".join(face.stems[:4]),) if face.stems else ()
