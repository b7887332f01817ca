"""Loads what claims finding knows from YAML."""

from service.core.claims.knowledge import ClaimKnowledge


def load_claim_knowledge() -> ClaimKnowledge:
    """Return the checked knowledge."""
    return ClaimKnowledge()
