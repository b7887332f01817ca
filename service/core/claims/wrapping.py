"""Reads a sentence whose source words all that verbs inside it tell: "وفق مصدر، فإن المتهم يهدد بـ…"."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import is_medium
from service.core.claims.passages import Passage
from service.core.claims.source_sentences import read_source_sentence
from service.core.claims.statement import Statement

_AND = "و"


def read_wrapped(
    passage: Passage, start: int, end: int, found: list[Statement], knowledge: ClaimKnowledge
) -> list[Statement]:
    """Return what was found in a sentence, or the statement of its source instead; of one at its end, beside it.

    A medium that tells who said what carries it; what takes a clause or a quotation is said in its own right.
    """
    if any(statement.carries or statement.frame != "noun" for statement in found):
        return found
    whole = next(read_source_sentence(passage, start, end, knowledge), None)
    if whole is None or not all(whole.holds(statement.cue[0]) for statement in found):
        return found
    if whole.relayed_by or whole.subject is None or is_medium(passage, whole.subject, knowledge):
        return found
    if whole.cue[0] == start:
        return [whole]
    return [*found, whole] if all(_goes_on(passage, start, statement) for statement in found) else found


def _goes_on(passage: Passage, start: int, statement: Statement) -> bool:
    """Tell a verb that و joins to another clause before it: وقعوا عريضة ودعوا إلى …، حسب المتحدثة."""
    return statement.cue[0] > start and passage.word(statement.cue[0]).startswith(_AND)
