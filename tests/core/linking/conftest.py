"""What the tests of names look up."""

from functools import lru_cache

import pytest

from service.core.linking.knowledge import LinkingKnowledge
from service.lexicon.linking import load_linking_knowledge


@lru_cache(maxsize=1)
def _load() -> LinkingKnowledge:
    return load_linking_knowledge()


@pytest.fixture(scope="session")
def linking() -> LinkingKnowledge:
    """Return what linking knows."""
    return _load()
