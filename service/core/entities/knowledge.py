"""What name finding knows: titles, head words, name and place lists, countries, the tagger's model."""

from dataclasses import dataclass, field

from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.entities.recognition_knowledge import RecognitionKnowledge


@dataclass(frozen=True, slots=True)
class NameKnowledge:
    """Folded words and names that name finding looks up."""

    linking: LinkingKnowledge = field(default_factory=LinkingKnowledge)
    recognition: RecognitionKnowledge = field(default_factory=RecognitionKnowledge)
