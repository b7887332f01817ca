"""Reads a sentence that opens with its source, who words what the verbs behind tell (وفق مصدر، فإن المتهم يهدد بـ…)."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import is_medium
from service.core.claims.passages import Passage
from service.core.claims.source_sentences import read_source_sentence
from service.core.claims.statement import Statement


def read_wrapping(
    passage: Passage, start: int, end: int, found: list[Statement], knowledge: ClaimKnowledge
) -> Statement | None:
    """Return the statement of the source that opens a sentence where all that was found is its wording, else None.

    A medium that tells who said what carries it; what takes a clause or a quotation is said in its own right.
    """
    if passage.word(start) not in knowledge.source_starts:
        return None
    if any(statement.carries or statement.frame != "noun" for statement in found):
        return None
    whole = next(read_source_sentence(passage, start, end, knowledge), None)
    if whole is None or whole.cue[0] > start or not all(whole.holds(statement.cue[0]) for statement in found):
        return None
    carried = whole.relayed_by or whole.subject is not None and is_medium(passage, whole.subject, knowledge)
    return None if carried else whole
