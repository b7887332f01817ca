"""Cuts Arabic words to light stems, so that inflected forms of one word compare equal."""

from service.core.arabic.remembering import remember

_ARTICLES = ("ال", "بال", "كال", "فال", "لل", "وال")
_ENDINGS = ("هما", "هم", "ها", "نا", "ات", "ان", "ون", "ين", "تين", "يه", "وا", "ه", "ي", "ا", "ت")
_FUTURE = ("سي", "ست", "سن")
_SHORTEST = 3  # letters that must remain


@remember(1 << 15)
def light_stem(folded: str) -> str:
    """Return a folded word without conjunction, article, future and imperfect marks, and endings."""
    if not folded.isalpha():
        return folded
    word = _cut_front(folded)
    for _ in range(2):
        ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), None)
        if ending is None:
            break
        word = word[: -len(ending)]
    return word


def _cut_front(word: str) -> str:
    if word[0] in "وف" and len(word) > _SHORTEST + 1:
        word = word[1:]
    article = next((a for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= _SHORTEST - 1), "")
    word = word[len(article) :]
    if not article and len(word) > _SHORTEST + 1 and (word[:2] in _FUTURE or word[0] in "بل"):
        word = word[1:]
    return word[1:] if word[0] in "ايتن" and len(word) > _SHORTEST else word
