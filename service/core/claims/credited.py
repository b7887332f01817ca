"""Tells to whom words are put down: ونسبت إلى الوزير قوله, ونسبت له الوكالة القول إن."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_LONGEST_CARRIER = 10  # tokens from نسبت to its إلى
_NEAREST = 25  # tokens from نسبت to قوله


def credits_somebody(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell ونسبت إلى الوزير قوله from shares (نسب) and from what is put down to something."""
    near = range(i + 1, i + _LONGEST_CARRIER)
    him = knowledge.particles.to_him
    to = next((k for k in near if is_credited(passage, k, knowledge) or passage.word(k) in him), None)
    if to is None:
        return False
    behind = (form for k in range(to + 1, i + _NEAREST) for form in knowledge.forms.get(passage.word(k), ()))
    return any(f.verb.lemma == "قال" and f.shape == "masdar" for f in behind)


def is_credited(passage: Passage, k: int, knowledge: ClaimKnowledge) -> bool:
    """Tell إلى before whom words are put down to, or his office with its ل (ونسبت الصحيفة للوزير القول إن)."""
    word = passage.word(k)
    if not word.startswith("ل"):
        return word == "الي"
    office = "ال" + word[2:] if word.startswith("لل") else word[1:]
    return office in knowledge.words.roles or k + 1 in passage.named
