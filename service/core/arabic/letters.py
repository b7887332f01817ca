"""Folds spelling variants of Arabic letters so that two spellings of one word compare equal."""

import unicodedata

from service.core.arabic.remembering import remember

_MARKS = (
    *range(0x0610, 0x061B),  # honorifics and small high signs
    0x0640,  # tatweel
    *range(0x064B, 0x0660),  # harakat, shadda, sukun, and rarer vowel signs
    0x0670,  # superscript alef
    *range(0x06D6, 0x06EE),  # Quranic signs
    *range(0x200B, 0x2010),  # zero-width and direction marks
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
)
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "ۆ": "و",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_LETTER_NAME = 2  # letters of the longest name of a letter


def _presentation_forms() -> dict[str, str]:
    forms = (chr(code) for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)))
    return {form: unicodedata.normalize("NFKC", form) for form in forms}


def _folding_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(a): b for a, b in {**_LETTERS, **_DIGITS}.items()}
    for form, plain in _presentation_forms().items():
        table[ord(form)] = "".join(_LETTERS.get(c, c) for c in plain if ord(c) not in _MARKS)
    table.update(dict.fromkeys(_MARKS))
    return table


_TABLE = _folding_table()


def fold(text: str) -> str:
    """Return text without marks and tatweel, with alef, ya, ta marbuta, hamza seats and digits unified."""
    return text.translate(_TABLE).lower()


@remember(1 << 16)
def fold_word(word: str) -> str:
    """Return fold(word), remembering frequent words."""
    return word.translate(_TABLE).lower()


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters and its end, the offset it came from."""
    parts: list[str] = []
    back: list[int] = []
    for offset, char in enumerate(text):
        folded = fold_word(char)
        parts.append(folded)
        back.extend([offset] * len(folded))
    back.append(len(text))
    return "".join(parts), back


def is_arabic(char: str) -> bool:
    """Tell whether a character belongs to the Arabic script."""
    return "\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f" or "\ufb50" <= char <= "\ufefc"


def may_name_letter(word: str) -> bool:
    """Tell whether a folded word is short enough to be a letter's name in an acronym (أ, بي, آي)."""
    return word.isalpha() and len(word) <= _LETTER_NAME
