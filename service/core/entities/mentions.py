"""Finds the proper names in a text."""

from service.core.arabic.texts import FieldText
from service.core.entities.knowledge import NameKnowledge
from service.core.records import Mention


def find_mentions(texts: tuple[FieldText, ...], knowledge: NameKnowledge) -> tuple[Mention, ...]:
    """Return the mentions of persons, organisations and places in text order, never overlapping."""
    return ()
