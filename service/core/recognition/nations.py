"""Knows the adjectives of nations in all their forms: الأمريكي، الأمريكية، أمريكيين."""

from service.core.recognition.knowledge import RecognitionKnowledge

_ENDINGS = ("", "ه", "ين", "ون", "ات", "ان", "تين", "تان", "ا")


def same_spelling(word: str) -> str:
    """Return a folded word in the spelling that lists are kept in (أميركي as أمريكي)."""
    return word.replace("اميرك", "امريك") if "اميرك" in word else word


def is_nationality(word: str, knowledge: RecognitionKnowledge) -> bool:
    """Tell whether a folded word is the adjective of a nation, with or without the article, in any gender or number."""
    core = same_spelling(word).removeprefix("ال")
    return any(core.removesuffix(ending) in knowledge.nationalities for ending in _ENDINGS if core.endswith(ending))
