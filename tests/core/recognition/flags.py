"""Tells what every folded word may begin, as the finders of names are given it."""

from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.signs import read_signs


def read_flags(words: Sequence[str], knowledge: RecognitionKnowledge) -> list[int]:
    """Return the bits of each word."""
    return [signs.flags for signs in read_signs(words, knowledge)]
