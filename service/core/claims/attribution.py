"""Puts cue, content, speaker and chain together into claims."""

from service.core.arabic.texts import FieldText
from service.core.claims.knowledge import ClaimKnowledge
from service.core.records import Article, Claim, PageEntity


def find_claims(
    article: Article, texts: tuple[FieldText, ...], entities: tuple[PageEntity, ...], knowledge: ClaimKnowledge
) -> tuple[Claim, ...]:
    """Return the claims of an article in text order."""
    return ()
