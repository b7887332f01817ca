"""Tells the future of the first person by the letters of its verb."""

_WE_SHALL = "سن"
_LONGEST_NOUN = 4  # letters: سنة, سنين
_YEARLY, _YEARS = "سنوي", ("ه", "ات", "ين")  # سنويا, سنوات, سنتين


def says_we_shall(word: str) -> bool:
    """Tell whether a folded word is a verb such as سنرسل, not a word of years."""
    long = len(word) > _LONGEST_NOUN and not word.endswith(_YEARS)
    return long and word.startswith(_WE_SHALL) and not word.startswith(_YEARLY)
