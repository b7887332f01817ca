"""Tells the name علي from the preposition على, which folding makes one word of."""

import re
from collections.abc import Iterable

from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token

_UNDOTTED = re.compile(r"\b(?:على|[إا]لى)\b")
_DOTTED = re.compile(r"\b(?:[إا]لي|حتي|[إا]حدي|[أا]خري)\b")
_AS = {"علي": "محمد", "وعلي": "ومحمد"}  # another of the commonest given names stands for it


def tells_dots(texts: Iterable[FieldText]) -> bool:
    """Tell whether an article writes على and إلى without dots, and no other word of their kind with dots.

    علي is a name there.
    """
    whole = [text.text for text in texts]
    return any(map(_UNDOTTED.search, whole)) and not any(map(_DOTTED.search, whole))


def is_dotted(token: Token) -> bool:
    """Tell whether a token is the word with dots."""
    return token.text in _AS


def read_dotted(token: Token) -> str:
    """Return the folded token; the word with dots as a name that no preposition is."""
    return _AS.get(token.text) or token.folded or token.text
