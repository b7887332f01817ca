"""Tells verbal nouns, by which the content of a saying may begin, from other nouns."""

from service.core.arabic.remembering import remember
from service.core.claims.knowledge import ClaimKnowledge
from service.core.linking.roles import head_of

_PLURALS = frozenset({"تجارب", "تواريخ", "تدابير"})  # of nouns, in the pattern of تفاعل
_PRONOUNS = ("هما", "هم", "ها", "ه", "نا", "ي")


def is_verbal_noun(word: str, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a folded word without article is a verbal noun, listed or by its pattern; a pronoun may follow."""
    if len(word) < 2 or word in knowledge.words.documents or head_of(word, knowledge.offices.roles):
        return False
    listed = knowledge.words.verbal_nouns
    if word.startswith("ال"):  # the letters of التزامها are its own
        return any(word.removesuffix(p) in listed for p in ("", *_PRONOUNS))
    if word in listed or any(word.removesuffix(p) in listed for p in _PRONOUNS):
        return True
    return _has_pattern(word) or has_pronoun(word, knowledge)


def has_pronoun(word: str, knowledge: ClaimKnowledge) -> bool:
    """Tell whether a folded word is a verbal noun with a pronoun (رغبته، التزامهما)."""
    bare = next((word.removesuffix(p) for p in _PRONOUNS[:4] if word.endswith(p)), "")
    if len(bare) < 2 or word.startswith("ال"):
        return False
    listed = knowledge.words.verbal_nouns
    return (
        bare in listed or (bare.endswith("ت") and bare[:-1] + "ه" in listed) or (len(bare) > 3 and _has_pattern(bare))
    )


@remember(1 << 14)
def _has_pattern(word: str) -> bool:
    """Patterns of derived stems: تفعيل، تفاعل، افتعال، انفعال، استفعال، إفعال; an accusative ا may follow."""
    bare = next((word.removesuffix(p) for p in _PRONOUNS if len(word.removesuffix(p)) >= 5), word)
    bare = bare.removesuffix("ا") if len(bare) > 5 else bare
    if len(bare) == 5 and bare[0] == "ت" and (bare[3] == "ي" or bare[2] == "ا" and bare not in _PLURALS):
        return True
    if len(bare) == 6 and bare[0] == "ا" and bare[4] == "ا" and (bare[2] in "تط" or bare[1] == "ن"):
        return True
    if len(bare) == 7 and bare.startswith("است") and bare[5] == "ا":
        return True
    return len(bare) == 5 and bare[0] == "ا" and bare[3] == "ا" and bare[1] not in "لو"
