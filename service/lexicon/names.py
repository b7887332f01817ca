"""Loads what entities finding knows from YAML."""

from service.core.entities.knowledge import NameKnowledge
from service.lexicon.linking import load_linking_knowledge
from service.lexicon.recognition import load_recognition_knowledge


def load_name_knowledge() -> NameKnowledge:
    """Return the checked knowledge."""
    return NameKnowledge(linking=load_linking_knowledge(), recognition=load_recognition_knowledge())
