"""Brings the spellings of a name to keys, so that two spellings of one name have one key."""

import re

from service.core.arabic.letters import fold
from service.core.arabic.remembering import remember

HOUSE = "ءال"  # آل ثاني is a family, الثاني an ordinal; folding leaves no ء at the head of a word
_WORD = re.compile(r"\w+")
_KUNYA = {"ابو": "ابو", "ابي": "ابو", "ابا": "ابو"}
_SOUNDS = str.maketrans(
    {"ج": "غ", "گ": "غ", "ق": "ك", "ط": "ت", "ث": "ت", "ص": "س", "ض": "د", "پ": "ب", "ڤ": "ف", "چ": "ش"}
)
_VOWELS = frozenset("اويه")
_SHORTEST_SKELETON = 3  # consonants; with two, كير would be كيري, كارا and كور
_SHORTEST_LONG = 4  # letters of a word that ends in é
_SHORTEST_PLURAL = 6  # letters of a word whose ending ون is an inflection: الحوثيون, not هارون


@remember(1 << 15)
def split_name(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded; parts that are written joined or apart (عبد الله, أبو ظبي, آل) are joined."""
    words: list[str] = []
    joint = ""
    for word in _WORD.findall(fold(name)):
        if joint:
            rest = word[2:] if joint == "ال" and word.startswith("ال") else word
            words.append((HOUSE if joint == "ال" else joint) + rest)
            joint = ""
        elif word in _KUNYA or word in ("عبد", "ال"):
            joint = _KUNYA.get(word, word)
        else:
            words.append(_spell(word))
    return (*words, joint) if joint else tuple(words)


def _spell(word: str) -> str:
    if word == "ابن":
        return "بن"
    for lead in ("", "ال"):
        if word.startswith(lead + "اميرك"):
            return lead + "امريك" + word[len(lead) + 5 :]
    if word.startswith("ال") and word.endswith("ون") and len(word) >= _SHORTEST_PLURAL:
        return word[:-2] + "ين"
    return word


def name_key(name: str) -> str:
    """Return one key for all spellings of a name that differ in hamza, ya, marks, spaces and inflection only."""
    return "".join(split_name(name))


@remember(1 << 15)
def sound_of(word: str) -> str:
    """Return a foreign word as it sounds: its consonants by class, without the vowels that spellings differ in.

    مكغورك and ماكغورك give one sound. A word of fewer than three consonants keeps its vowels, but for a last é (تيتيه,
    تيته).
    """
    plain = word.replace("تش", "ش").translate(_SOUNDS)
    kept = plain[:1]
    for letter in plain[1:]:
        if letter not in _VOWELS and letter != kept[-1]:
            kept += letter
    if len(kept) >= _SHORTEST_SKELETON:
        return kept
    return plain[:-2] + "ه" if plain.endswith("يه") and len(plain) > _SHORTEST_LONG else plain


def is_foreign(word: str, native: frozenset[str]) -> bool:
    """Tell whether a word is none of the native names, whose vowels tell people apart (حسن, حسين)."""
    return word not in native and not word.startswith(("ال", HOUSE, "عبد", "ابو")) and word != "بن"


def word_key(word: str, native: frozenset[str]) -> str:
    """Return the key of one word of a name: its sound if it is foreign, else its letters."""
    return sound_of(word) if is_foreign(word, native) else word


def loose_key(words: tuple[str, ...], native: frozenset[str], parting: str = "") -> str:
    """Return a key that transliterations of one foreign name share; for a bare word or a native name its letters."""
    if len(words) < 2 or not all(is_foreign(word, native) for word in words):
        return parting.join(words)
    return " ".join(sound_of(word) for word in words)


def same_name(left: str, right: str, native: frozenset[str] = frozenset()) -> float:
    """Return how sure two spellings are one name: 1 letters alike, .95 sounds alike (more than one word), else 0.

    native: names whose vowels count (LinkingKnowledge.native). Bare words are never alike by sound.
    """
    if name_key(left) == name_key(right):
        return 1.0
    return 0.95 if loose_key(split_name(left), native) == loose_key(split_name(right), native) else 0.0


_SEATS = frozenset("أإآؤئةى")
_MARKS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def tidy_name(text: str) -> str:
    """Return a name for showing: without vowel marks and tatweel, its words parted by one space."""
    return " ".join(_MARKS.sub("", text).split())


def fullness(name: str) -> tuple[int, int, int, str]:
    """Return how full a name is: its words, its letters, its hamzas; at last its code points, to decide ties."""
    words = split_name(name)
    return len(words), sum(map(len, words)), sum(letter in _SEATS for letter in name), name
