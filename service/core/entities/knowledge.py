"""What name finding knows: titles, head words, name and place lists, countries, the tagger's model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameKnowledge:
    """Folded words and names that name finding looks up."""
