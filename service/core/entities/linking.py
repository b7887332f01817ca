"""Links the mentions of one page that name one thing."""

from service.core.arabic.texts import FieldText
from service.core.entities.knowledge import NameKnowledge
from service.core.records import Mention, PageEntity


def link_mentions(
    texts: tuple[FieldText, ...], mentions: tuple[Mention, ...], knowledge: NameKnowledge
) -> tuple[PageEntity, ...]:
    """Return the page's entities in order of first mention, each with its aliases and roles."""
    return ()
