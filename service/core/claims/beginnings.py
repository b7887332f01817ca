"""Tells with which words a source may begin, and with which it surely does."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.nouns import has_pronoun, is_verbal_noun
from service.core.claims.own_words import says_what_we_do
from service.core.claims.passages import Passage

_ADVERB, _COMMAS = "يا", ("،", ",")
_LONGEST_SHORT_NAME = 4  # letters: بال and بالي may be names


def is_sure_head(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Behind an adjunct only an office, a name or a word for sources can be a subject."""
    known = knowledge.words
    word = passage.word(i)
    return i in passage.names or word in known.roles | known.unnamed_person | known.unnamed_group


def may_begin(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a source may begin at token i."""
    if i in passage.quotes:
        return True
    word, particles, words = passage.word(i), knowledge.particles, knowledge.words
    none = word in particles.no_beginnings or word in particles.demonstratives and not _points_at(passage, i, knowledge)
    if not passage.is_word(i) or word in ("ب", "ل") or none or i in passage.names:
        return i in passage.names
    named = word in knowledge.source_starts and passage.phrase(i, words.sources, passage.size) > i
    if named or word in particles.reaffirming:  # وقالت وفقا لنص خطابها
        return False
    joined = word[:1] == "و" and word[1:] in particles.adjuncts and word not in words.roles
    joined = joined or _is_saying(passage, i, knowledge)
    of_things = word.startswith("ب") and word.endswith("ات") and word not in words.documents | words.unnamed_group
    of_things = of_things or word.startswith("بال") and len(word) > _LONGEST_SHORT_NAME
    if joined or word in particles.adjuncts or word[1:] in particles.everybody or of_things:
        return False
    many = word.endswith("ون")
    if word.startswith("ب") and not many and passage.word(i + 1) in words.complementisers:  # وأضاف بحذر إنه
        return False
    if word.endswith(_ADVERB) and passage.word(i + 1) in _COMMAS:  # دوليا، دعت المفوضية …
        return False
    if i not in passage.named and says_what_we_do(passage, i, knowledge):  # وقال، دعونا نفكر …
        return False
    act = word.removeprefix("و")[1:] if word.startswith(("ل", "ول")) else ""  # وأضاف لتحقيق السلام يجب أن
    purpose = bool(act) and not act.startswith("ل") and is_verbal_noun(act, knowledge)
    return not (purpose or is_act_of(passage, i, knowledge))


def _is_saying(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell وأوضح, a verb of saying that و joins on, before whoever says it."""
    word, words = passage.word(i), knowledge.words
    forms = knowledge.forms.get(word[1:], ()) if word[:1] == "و" else ()
    says = any(form.shape == "perfect" and form.verb.clause for form in forms)
    return says and (passage.word(i + 1) in words.unnamed_person or passage.word(i + 1) in words.roles)


def _points_at(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell هذا المسؤول, هذه الدراسة from هذا القرار, of which something is said."""
    following, words = passage.word(i + 1), knowledge.words
    known = (words.roles, words.unnamed_person, words.unnamed_group, words.documents)
    return following.startswith("ال") and any(form in listed for form in (following, following[2:]) for listed in known)


def is_act_of(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a verbal noun with a pronoun (اعتقاده، تصريحها), which is nobody, from nouns in ة (نشرة)."""
    return not passage.written(i).endswith("ة") and has_pronoun(passage.word(i), knowledge)
