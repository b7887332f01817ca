"""What claim finding knows: reporting verbs with class and frame, source phrases, number words, source nouns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimKnowledge:
    """Cues, frames and phrases that claim finding looks up."""
