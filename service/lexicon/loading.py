"""Loads the whole lexicon once, checked, into the records that the core's steps know."""

from functools import lru_cache

from service.core.knowledge import Lexicon
from service.lexicon.claims import load_claim_knowledge
from service.lexicon.figures import load_figure_knowledge
from service.lexicon.names import load_name_knowledge
from service.lexicon.pages import load_page_knowledge
from service.lexicon.versions import lexicon_version


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the lexicon; read-only, so that forked workers share its memory."""
    return Lexicon(
        pages=load_page_knowledge(),
        names=load_name_knowledge(),
        claims=load_claim_knowledge(),
        figures=load_figure_knowledge(),
        version=lexicon_version(),
    )
