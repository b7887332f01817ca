"""Loads what entities finding knows from YAML."""

from service.core.entities.knowledge import NameKnowledge
from service.lexicon.linking import load_linking_knowledge
from service.lexicon.recognition import load_recognition_knowledge


def load_name_knowledge(tagger: str = "crf") -> NameKnowledge:
    """Return the checked knowledge, with the tagger that the setting TAGGER names."""
    return NameKnowledge(linking=load_linking_knowledge(), recognition=load_recognition_knowledge(tagger))
