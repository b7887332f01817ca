"""Reads what a relative clause tells of: the noun phrase before الذي, or before its town."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.nouns import is_verbal_noun
from service.core.claims.objects import describes
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase

_COMMAS = ("،", ",")
_LONGEST_APPOSITION, _LONGEST_NAME = 14, 8  # tokens


def read_antecedent(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> NounPhrase | None:
    """The noun phrase before a relative pronoun (or its town): a name that ends there, or the last two words."""
    if passage.word(end - 1) in _COMMAS:
        return _read_apposed(passage, start, end - 1)
    for i in range(max(start, end - _LONGEST_NAME), end):
        name = passage.names.get(i)
        if name and name.end == end:
            lies = name.type == "place" and name.attached and i > start  # الفرقة بصفاقس التي
            return read_antecedent(passage, start, i, knowledge) if lies else NounPhrase(i, end, end)
    last = end - 2 if end - 2 >= start and describes(passage, end - 1) else end - 1
    first = next((i for i in range(end - 1, max(start, end - 3), -1) if not passage.word(i).startswith("ال")), last)
    first += first < end - 1 and _is_no_agent(passage.word(first), knowledge)
    return NounPhrase(first, end, end) if end > start and _may_say(passage, first, knowledge) else None


def _read_apposed(passage: Passage, start: int, comma: int) -> NounPhrase | None:
    """Return the person before a comma, or before what he is between two: "فلان، الخبير في المناخ، الذي سجل"."""
    near = range(comma - 1, max(start, comma - _LONGEST_APPOSITION) - 1, -1)
    before = next((k for k in near if passage.word(k) in _COMMAS), comma)
    end = comma if passage.ends_person(comma) or not passage.word(before + 1).startswith("ال") else before
    names = (passage.names[k] for k in range(max(start, end - _LONGEST_NAME), end) if k in passage.names)
    name = next((name for name in names if name.end == end and name.type == "person"), None)
    return NounPhrase(name.start, comma, comma) if name else None


def _may_say(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a noun from an act, of which something is said (الإضراب الذي قال إنه بدأه)."""
    word, words = passage.word(i), knowledge.words
    bare = word.removeprefix("ال")
    known = bare in words.institutions or bare in words.documents or word in words.roles
    governed = word.startswith(("بال", "لل")) and i not in passage.named  # الهجوم بالأسلحة الذي
    return passage.is_word(i) and not governed and (known or not is_verbal_noun(bare, knowledge))


def _is_no_agent(word: str, knowledge: ClaimKnowledge) -> bool:
    """Tell what stands before an agent: a word for it, or a verb (كما رأت الدراسة التي …)."""
    verbal = any(form.shape == "perfect" for form in knowledge.forms.get(word, ()))
    return verbal or word in knowledge.particles.before_agents or word in knowledge.source_starts
