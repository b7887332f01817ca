"""Says how sure a claim is, from how its content was delimited and how its speaker was found."""

from service.core.claims.knowledge import Confidence
from service.core.records import Speaker

WITHOUT_SPEAKER = "none"


def rate_claim(frame: str, speakers: tuple[Speaker, ...], table: Confidence) -> float:
    """Return the share of claims with such evidence that readers found right in content and speaker (0..1)."""
    ways = [speaker.resolved_by for speaker in speakers] or [WITHOUT_SPEAKER]
    by_speaker = min(table.by_speaker.get(way, table.other) for way in ways)
    return round(by_speaker * table.by_frame.get(frame, table.other), 2)
