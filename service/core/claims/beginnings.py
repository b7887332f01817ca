"""Tells with which words a source may begin, and with which it surely does."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.nouns import has_pronoun, is_verbal_noun
from service.core.claims.passages import Passage

_ADVERB, _COMMAS = "يا", ("،", ",")
_OF_US = ("ونا", "وني")  # end verbs told to or of the speaker


def is_sure_head(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Behind an adjunct only an office, a name or a word for sources can be a subject."""
    known = knowledge.words
    word = passage.word(i)
    return i in passage.names or word in known.roles | known.unnamed_person | known.unnamed_group


def may_begin(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a source may begin at token i."""
    if i in passage.quotes:
        return True
    word, particles = passage.word(i), knowledge.particles
    if not passage.is_word(i) or word in ("ب", "ل") or word in particles.no_beginnings or i in passage.names:
        return i in passage.names
    if word in particles.reaffirming:
        return False
    joined = word[:1] == "و" and word[1:] in particles.adjuncts and word not in knowledge.words.roles
    if joined or word in particles.adjuncts or word.startswith("بال") and word.endswith("يه"):
        return False
    if word.endswith(_ADVERB) and passage.word(i + 1) in _COMMAS:  # دوليا، دعت المفوضية …
        return False
    if word.endswith(_OF_US) and i not in passage.named:  # وقال، دعونا نفكر …
        return False
    act = word.removeprefix("و")[1:] if word.startswith(("ل", "ول")) else ""  # وأضاف لتحقيق السلام يجب أن
    if act and not act.startswith("ل") and is_verbal_noun(act, knowledge) or is_act_of(passage, i, knowledge):
        return False
    return not _is_plural_self(passage, i, knowledge)


def _is_plural_self(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """وتابع نلاحظ أن …: a verb of the speaker's own."""
    word, forms = passage.word(i), knowledge.forms
    verbal = word.startswith("ن") and any(form.shape == "imperfect" for form in forms.get("ي" + word[1:], ()))
    return verbal and passage.word(i + 1) in knowledge.words.complementisers


def is_act_of(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a verbal noun with a pronoun (اعتقاده، تصريحها), which is nobody, from nouns in ة (نشرة)."""
    return not passage.written(i).endswith("ة") and has_pronoun(passage.word(i), knowledge)
