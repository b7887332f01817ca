"""Compares two claims by named evidence."""

from service.core.arabic.texts import read_texts
from service.core.corpus import ClaimFace, Likeness
from service.core.records import Reading


def face_of(reading: Reading, index: int, claim_id: str) -> ClaimFace:
    """Return what likeness compares of a reading's claim."""
    article, claim = reading.article, reading.claims[index]
    words = {token.folded for text in read_texts(None, claim.text) for s in text.sentences for token in s.tokens}
    return ClaimFace(
        claim_id, article.id, article.outlet, article.agencies, None, article.published_on,
        claim.said_on.day if claim.said_on else None, claim.text, claim.mode, claim.stance, claim.negated,
        claim.cue.kind if claim.cue else None,
        tuple(speaker.name for speaker in claim.speakers if speaker.name), tuple(via.name for via in claim.via),
        tuple((f.value, f.of, f.scope, f.qualifier) for f in claim.figures), tuple(sorted(words)),
    )  # fmt: skip


def compare_claims(left: ClaimFace, right: ClaimFace) -> Likeness | None:
    """Return how alike two claims are, None where they are not one statement."""
    if left.stems and left.stems == right.stems:
        return Likeness(*sorted((left.claim_id, right.claim_id)), 1.0, ("same-words",))  # type: ignore[misc]
    return None
