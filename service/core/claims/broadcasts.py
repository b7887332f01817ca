"""Reads the station by which something was heard: في برنامج "…" على قناة "…", عبر أثير إذاعة …."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_ON, _THROUGH = "علي", ("علي", "عبر")
_FARTHEST = 12  # tokens from a programme to its station


def behind_broadcast(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Return where the station may begin behind the words at token i that tell of its air, 0 where there are none."""
    word = passage.word(i)
    if word in knowledge.particles.airwaves and passage.word(i - 1) in _THROUGH:
        return i + 1
    if word not in _THROUGH or not _is_station(passage, i + 1, knowledge):
        return 0
    social = passage.word(i + 2) in knowledge.particles.networks
    return i + 1 if not social and (word != _ON or _is_shown(passage, i, knowledge)) else 0


def _is_station(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a class word (قناة) or the name of a station by its last words (شمس أف أم)."""
    tailed = passage.phrase(i + 1, knowledge.words.media_tails, passage.size) > i + 1
    return tailed or passage.word(i).removeprefix("ال") in knowledge.words.media_heads


def _is_shown(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a programme or a talk before token i: مداخلة مع برنامج «…» المذاع على قناة."""
    shows = knowledge.particles.programmes | knowledge.words.talks
    for k in range(i - 1, max(-1, i - _FARTHEST), -1):
        if passage.word(k) in knowledge.words.complementisers:
            return False
        if passage.word(k) in shows:
            return True
    return False
