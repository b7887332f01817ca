"""Tells words behind a source that are no part of it: how something was said, where a document was published."""

from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage

ITS = ("ها", "ه")  # his, her, its: written onto a noun
_LONGEST_SUBJECT = 8  # tokens between a verb and its noun
THE_SAME = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "عينه", "عينها"})


def tells_manner(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    """قال الوزير معقبا على …, واصل حديثه, جدد الوزير تأكيده: a participle, or his own talk, tells how it was said."""
    word, forms = passage.word(j), knowledge.forms.get(passage.word(j), ())
    renewed = passage.word(j - 1).startswith("ال") and any(form.shape == "masdar" and form.pronoun for form in forms)
    if renewed or is_own_talk(passage, j, knowledge):
        return True
    feminine = word.endswith("ه") and passage.word(j + 1) in knowledge.words.complementisers
    if not (word.endswith("ا") or feminine) or j in passage.named:
        return False
    return word in knowledge.particles.manners or any(form.shape == "participle" for form in forms)


def tells_mood(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell أضافت متحسرة: "…", قال مبتسما: a participle that no list has, right before the colon."""
    word, words = passage.word(i), knowledge.words
    if passage.word(i + 1) != ":" or not word.startswith("م") or not word.endswith(("ه", "ا")):
        return False
    listed = (words.roles, words.unnamed_person, words.unnamed_group, words.documents, words.institutions)
    return not any(word in known for known in listed)


def emphasizes(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell نفى الوزير نفيا قاطعا أن: the noun of the verb before."""
    word = passage.word(i)
    bare = word.removesuffix("ا")
    forms = knowledge.forms.get(bare, ()) if bare != word else ()
    nouns = {form.verb.lemma for form in forms if form.shape in ("masdar", "perfect")}  # نفي is written like نفى
    near = (passage.word(k).removeprefix("و") for k in range(max(0, i - _LONGEST_SUBJECT), i)) if nouns else ()
    return any(other.verb.lemma in nouns for before in near for other in knowledge.forms.get(before, ()))


def is_own_talk(passage: Passage, j: int, knowledge: ClaimKnowledge) -> bool:
    """واصل الوزير حديثه قائلا: what the source goes on with, an object of its verb."""
    verbal = any(form.shape != "masdar" for form in knowledge.forms.get(passage.word(j), ()))  # نشرتها
    if passage.word(j) in THE_SAME or verbal:
        return False
    ending = next((its for its in ITS if passage.written(j).endswith(its)), "")
    bare = passage.word(j).removesuffix(ending)
    venues = knowledge.words.places_of_saying
    return bool(ending) and (bare in venues or bare.endswith("ت") and bare[:-1] + "ه" in venues)


def tells_of_document(passage: Passage, start: int, j: int, knowledge: ClaimKnowledge) -> bool:
    """قالت دراسة نشرت أمس إن …: a verb right behind a document tells of it."""
    if j != start + 1 or passage.word(start) not in knowledge.words.documents:
        return False
    forms = knowledge.forms.get(passage.word(j), ())
    return any(form.verb.relays and form.shape == "perfect" and not form.pronoun for form in forms)
