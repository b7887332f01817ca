"""Tells names from the particles that folding makes one word of: علي from على, بان from بأن, فان from فإن."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token


class _Twin(NamedTuple):
    """A name as written, and what shows that an article writes its particle with care, and that it does not."""

    name: str
    careful: re.Pattern[str]
    careless: re.Pattern[str]


_THAT = re.compile(r"\b[بف]?[أإ]ن(?:ه|ها|هم)?\b"), re.compile(r"\b[بف]?ان(?:ه|ها|هم)\b|\bان\b")
_TWINS = (
    _Twin("علي", re.compile(r"\b(?:على|[إا]لى)\b"), re.compile(r"\b(?:[إا]لي|حتي|[إا]حدي|[أا]خري)\b")),
    _Twin("بان", *_THAT),
    _Twin("فان", *_THAT),
)
TWINS = frozenset(word for twin in _TWINS for word in (twin.name, "و" + twin.name))
_AS, _ALSO_AS = "محمد", "ومحمد"  # one of the commonest given names stands for each


def find_twins(texts: Iterable[FieldText]) -> frozenset[str]:
    """Return the words that are names in an article, since it writes their particles otherwise."""
    whole = [text.text for text in texts]
    written = [twin for twin in _TWINS if any(twin.name in text for text in whole)]
    careful = [twin for twin in written if any(map(twin.careful.search, whole))]
    told = [twin.name for twin in careful if not any(map(twin.careless.search, whole))]
    return frozenset(word for name in told for word in (name, "و" + name))


def is_twin(token: Token) -> bool:
    """Tell whether a token is written like such a name."""
    return token.text in TWINS


def read_twin(token: Token, names: frozenset[str]) -> str:
    """Return the folded token; a name among these as a word that no particle is."""
    if token.text in names:
        return _ALSO_AS if token.text[0] == "و" else _AS
    return token.folded or token.text
