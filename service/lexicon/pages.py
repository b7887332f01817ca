"""Loads what pages finding knows from YAML."""

from service.core.pages.knowledge import PageKnowledge


def load_page_knowledge() -> PageKnowledge:
    """Return the checked knowledge."""
    return PageKnowledge()
