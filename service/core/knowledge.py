"""All that the core knows without reading a page, one record a step; the loader of the lexicon fills it."""

from dataclasses import dataclass

from service.core.claims.knowledge import ClaimKnowledge
from service.core.details.knowledge import FigureKnowledge
from service.core.groups.knowledge import LikenessKnowledge
from service.core.linking.knowledge import LinkingKnowledge
from service.core.pages.knowledge import PageKnowledge
from service.core.recognition.knowledge import RecognitionKnowledge


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The knowledge of every step, and a version that changes with any of it."""

    pages: PageKnowledge
    recognition: RecognitionKnowledge
    linking: LinkingKnowledge
    claims: ClaimKnowledge
    figures: FigureKnowledge
    likeness: LikenessKnowledge
    version: str
