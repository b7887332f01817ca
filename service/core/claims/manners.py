"""Tells words behind a source that are no part of it: how something was said, where a document was published."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage


def tells_manner(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    """قال الوزير معقبا على …, حذرت الدراسة قائلة إن …: an indefinite participle tells how it was said."""
    word = passage.word(j)
    feminine = word.endswith("ه") and passage.word(j + 1) in knowledge.words.complementisers
    if not (word.endswith("ا") or feminine) or j in passage.named:
        return False
    return word in knowledge.particles.manners or any(f.shape == "participle" for f in knowledge.forms.get(word, ()))


def tells_of_document(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """قالت دراسة نشرت أمس إن …: a verb right behind a document tells of it."""
    if j != start + 1 or passage.word(start) not in knowledge.words.documents:
        return False
    forms = knowledge.forms.get(passage.word(j), ())
    return any(form.verb.relays and form.shape == "perfect" and not form.pronoun for form in forms)
