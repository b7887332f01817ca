"""Tells the speaker's own words by the first person where a page has lost its quotation marks."""

from service.core.arabic.futures import says_we_shall
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

_COMMAS, _AND_I_THINK = ("،", ","), "وأعتقد"
_OURS = "نا"  # ends "حكومتنا", "باشرنا"
_WE_THEM = ("ناهم", "ناها", "ناه", "ناكم", "ونا", "وني")  # end what we did to somebody and what was done to us
_OF_NOUNS = ("م", "ال", "و", "ل", "ب")
_SHORTEST_OURS = 5  # letters


def says_what_we_do(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a verb of the first person plural: نحترم, سنواصل, أبلغناهم."""
    word = passage.word(i)
    if i in passage.names or i in passage.held:
        return False
    told = word.endswith(_WE_THEM) and not word.startswith("ال") and not passage.written(i).endswith("ة")  # no قناة
    return told or word in knowledge.particles.our_verbs or says_we_shall(word)


def says_what_was_done(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell, right behind who speaks, a verb in -نا or يـ…ون (أجرينا تقييما, يريدون أن) from a noun (مراسلنا في)."""
    word, following, words = passage.word(i), passage.word(i + 1), knowledge.words
    if i in passage.names or i in passage.held or len(word) < _SHORTEST_OURS:
        return False
    if word.startswith("ي"):
        return word.endswith("ون") and not word.endswith("يون")
    ends = following.startswith("ال") or following in words.complementisers
    verbal = word.endswith(_OURS) and not word.startswith(_OF_NOUNS) and not ends
    somebody = words.roles | words.unnamed_person | words.institutions
    return verbal and passage.is_word(i + 1) and i + 1 not in passage.names and word[:-2] not in somebody


def opens_speech(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell by one word that the speaker's own words begin there (لن، هناك، سنواصل، حكومتنا)."""
    word = passage.word(i)
    if i in passage.named or not passage.is_word(i):
        return False
    if word == "من" and passage.word(i + 1).startswith("ال"):  # من المهم, من الضروري
        return True
    if says_what_we_do(passage, i, knowledge) or word.endswith(_OURS) and len(word) >= _SHORTEST_OURS:
        return True
    return word in knowledge.particles.bare_openings or word in knowledge.particles.speech_openings


def thinks_on(passage: Passage, i: int) -> bool:
    """Tell وأعتقد behind a comma, with which whoever speaks goes on himself."""
    return passage.word(i - 1) in _COMMAS and passage.written(i) == _AND_I_THINK


def says_oneself(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell أعتقد أن, أعتبر أن, the speaker's own verbs, from اعتقد; so is what follows وقال at once."""
    word, following = passage.word(i), passage.word(i + 1)
    if word[:1] != "ا" or following not in knowledge.words.complementisers or word not in knowledge.forms:
        return False
    own = passage.written(i).startswith("أ") or _follows_saying(passage, i, knowledge)
    return own and knowledge.forms[word][0].verb.lemma[0] == "ا"


def _follows_saying(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    before = passage.word(i - 1)
    forms = knowledge.forms.get(before) or knowledge.forms.get(before[1:], ())
    return any(form.shape in ("perfect", "imperfect") and not form.pronoun for form in forms)
