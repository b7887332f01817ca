"""Loads the whole lexicon once, checked, into the records that the core's steps know."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from config.settings import load_settings
from service.core.knowledge import Lexicon
from service.lexicon.authority import add_authority_file
from service.lexicon.claims import load_claim_knowledge
from service.lexicon.figures import load_figure_knowledge
from service.lexicon.likeness import load_likeness_knowledge
from service.lexicon.linking import load_linking_knowledge
from service.lexicon.pages import load_page_knowledge
from service.lexicon.recognition import load_recognition_knowledge
from service.lexicon.versions import lexicon_version


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the lexicon; read-only, so that forked workers share its memory."""
    with _uncollected():
        return _load()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking through what is loaded while it grows: half of the time it takes."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _load() -> Lexicon:
    settings = load_settings()
    tagger = settings.tagger
    figures = load_figure_knowledge()
    lexicon = Lexicon(
        pages=load_page_knowledge(),
        recognition=load_recognition_knowledge(tagger),
        linking=load_linking_knowledge(),
        claims=load_claim_knowledge(),
        figures=figures,
        likeness=load_likeness_knowledge(figures.words.people),
        version=lexicon_version(tagger),
    )
    return add_authority_file(lexicon, settings.authority) if settings.authority else lexicon
