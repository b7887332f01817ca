"""All that the core knows without reading a page, one record a step; the loader of the lexicon fills it."""

from dataclasses import dataclass

from service.core.claims.figure_knowledge import FigureKnowledge
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.likeness_knowledge import LikenessKnowledge
from service.core.entities.knowledge import NameKnowledge
from service.core.pages.knowledge import PageKnowledge


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The knowledge of every step, and a version that changes with any of it."""

    pages: PageKnowledge
    names: NameKnowledge
    claims: ClaimKnowledge
    figures: FigureKnowledge
    likeness: LikenessKnowledge
    version: str
