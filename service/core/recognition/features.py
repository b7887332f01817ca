"""What the tagger sees of a word, of its neighbours and of the way there, as short strings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from service.core.recognition.words import UNSEEN, Phrases, WordLists, bare, find_stem

EDGE = "\x02"  # stands before the first and behind the last word of a sentence
KIND_SORTS = "12346789"  # by which digit pair_kinds tells apart which neighbours
PATH_SORTS = "5hH"  # by which view_path tells apart the way from an office and from an institution's head
_KIND = r"(mark\||[^|]*)"
_PAIRED = re.compile(rf"([{KIND_SORTS}{PATH_SORTS}]){_KIND}\|{_KIND}(?:\|{_KIND})?")
_RARE_BITS = 6  # words seen fewer than 64 times also show their letters
_QUOTES = frozenset("mark" + mark for mark in '"«»“”')
_BREAKS = frozenset(("mark.", "mark:"))
OFFICE_REACH = 8  # words between an office and the name it belongs to
HEAD_REACH = 8  # words from an institution's head to what its name still may hold
_INFLECTIONS = ("ه", "ين", "ون", "ا", "ان", "تين", "ات")
_LAST_LETTERS = tuple({ending[-1] for ending in _INFLECTIONS})  # asked first: most words end otherwise
_SPORT = 3  # logs of odds that a sentence's words must add up to; chosen on ANERcorp dev
_CLASS_KINDS = ("mark", "office", "title", "kin", "institution", "medium", "place", "saying", "time", "function",
                "country", "nisba", "town", "club", "press", "group", "firm", "body", "city3", "first", "family",
                "given", "name3", "propn", "city2", "name2")  # fmt: skip


class WordView(NamedTuple):
    """The strings a word gives to itself, to its neighbours, to the words two away, and to itself in sports.

    Its class and its stem, which is its class where it is no word of letters; what it turns on the way ("office",
    "institution", "quote", "break" or nothing); how much it tells of sports.
    """

    here: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]
    kind: str
    stem: str
    turn: str = ""
    topical: tuple[str, ...] = ()
    topic: int = 0


def view_word(word: str, lists: WordLists) -> WordView:
    """Return what a folded word gives to the tagger, whatever stands around it."""
    if word == EDGE:
        return WordView(("w=edge",), ("w=edge",), ("w=edge",), "edge", "edge")
    if not word[0].isalnum() and word[0] not in "@#":
        kind = "mark" + word[0]
        turn = "quote" if kind in _QUOTES else "break" if kind in _BREAKS else ""
        return WordView(("w=" + word,), ("w=" + word,), ("w=" + word,), kind, kind, turn)
    if word[0].isdigit():
        shape = "digits" + str(min(len(word), 5))
        return WordView((shape,), (shape,), ("digits",), "digits", "digits")
    return _view_letters(word, lists)


def _view_letters(word: str, lists: WordLists) -> WordView:
    clitics, stem = find_stem(word, lists)
    core = bare(stem)
    use = lists.uses.get(stem, UNSEEN)
    kinds = list_kinds(stem, lists)
    shared = ["s=" + stem, "e=" + stem[-3:], "a=" + clitics + _article(stem), *("k=" + kind for kind in kinds)]
    if use.bits:
        shared += ["c=" + use.coarse, "f=" + use.fine]
    else:
        shared += ["c=?"]
    here = [*shared, "w=" + word, "b=" + core, *_letters(core, use.bits), "n=" + str(min(use.bits, 12))]
    if clitics:
        here += ["+" + kind for kind in kinds]
    far = ["s=" + stem, "c=" + use.coarse, *("k=" + kind for kind in kinds)]
    kind = next((k for k in _CLASS_KINDS if k in kinds), "")
    kind = (kind + _article(stem) if kind else "c" + use.coarse) + ("+" if clitics else "")
    topical = ("Ts=" + stem, "Tc=" + use.coarse, "Tf=" + use.fine, "Tk=" + kind)
    turn = next((turn for turn in ("office", "institution") if turn in kinds), "")
    own = lists.uses.get(word, UNSEEN)
    return WordView(tuple(here), ("w=" + word, *shared), tuple(far), kind, stem, turn, topical, own.topic)


def _article(stem: str) -> str:
    return "ال" if stem.startswith("ال") else ""


def _letters(core: str, bits: int) -> Iterator[str]:
    for n in (1, 2, 3, 4):
        if len(core) > n:
            yield f"p={core[:n]}"
            yield f"x={core[-n:]}"
    yield f"l={min(len(core), 9)}"
    if not "\u0600" < core[-1] < "\u06ff":
        yield "latin"
    if bits < _RARE_BITS:
        for i in range(len(core) - 2):
            yield "g=" + core[i : i + 3]


def list_kinds(stem: str, lists: WordLists) -> tuple[str, ...]:
    """Return the kinds under which the lists hold a word: as it is, without article, or as a feminine or plural."""
    kinds = lists.kinds.get(stem, ())
    core = bare(stem)
    if core != stem:
        kinds = (*kinds, *(k for k in lists.kinds.get(core, ()) if k not in kinds))
    if not kinds:
        kinds = _inflected_kinds(core, lists)
    return kinds


def _inflected_kinds(core: str, lists: WordLists) -> tuple[str, ...]:
    if not core.endswith(_LAST_LETTERS):
        return ()
    for ending in _INFLECTIONS:
        if core.endswith(ending) and len(core) - len(ending) > 2:
            found = lists.kinds.get(core[: -len(ending)], ())
            inflecting = tuple(k for k in found if k in ("nisba", "office", "institution", "place"))
            if inflecting:
                return inflecting
    return ()


def split_kinds(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the sort and the kinds of what pair_kinds and view_path make, words on the way first; None of others."""
    found = _PAIRED.fullmatch(name)
    return (found[1], tuple(kind for kind in found.groups()[1:] if kind is not None)) if found else None


def pair_kinds(left2: WordView, left: WordView, here: WordView, right: WordView) -> tuple[str, ...]:
    """Return what a word, the two before and the one behind show together: by their kinds, by stems beside them."""
    return (
        f"1{left.kind}|{here.kind}",
        f"2{here.kind}|{right.kind}",
        f"3{left.kind}|{here.kind}|{right.kind}",
        f"4{left.kind}|{right.kind}",
        f"6{left2.kind}|{left.kind}|{here.kind}",
        f"7{left.stem}|{here.kind}",
        f"8{here.kind}|{right.stem}",
        f"9{left.stem}|{here.stem}",
    )


def view_path(views: Sequence[WordView]) -> list[tuple[str, ...]]:
    """Return what each word owes to the way there: an office or a head not far behind, an open quotation mark."""
    found = []
    since, headed, quoted = OFFICE_REACH + 1, HEAD_REACH + 1, False
    for i in range(2, len(views) - 2):
        turn = views[i].turn
        mine: tuple[str, ...] = (f"5{since}|{views[i - 1].kind}",) if since <= OFFICE_REACH else ()
        if headed <= HEAD_REACH:
            mine += (f"h{headed}|{views[i].kind}", f"H{headed}|{views[i - 1].kind}|{views[i].kind}")
        found.append((*mine, "q") if quoted else mine)
        since = 1 if turn == "office" else OFFICE_REACH + 1 if turn == "break" else since + 1
        headed = 1 if turn == "institution" else HEAD_REACH + 1 if turn == "break" else headed + 1
        quoted = quoted != (turn == "quote")
    return found


def is_sport(topics: Iterable[int]) -> bool:
    """Tell by its words whether a sentence speaks of sports, where a town's name is mostly a club's."""
    return sum(topics) >= _SPORT


def match_phrases(words: Sequence[str], stems: Sequence[str], lists: WordLists) -> dict[int, str]:
    """Return, for each word inside a listed name of several words, where it stands in which kind of name."""
    found: dict[int, str] = {}
    for i, stem in enumerate(stems):
        if i not in found:
            found.update(enumerate(match_phrase(words, i, lists.phrases.get(stem, {})), i))
    return found


def match_phrase(words: Sequence[str], i: int, phrases: Mapping[str, Phrases]) -> list[str]:
    """Return the features of the words of the first of these names, by their second word, that begins at a word."""
    for rest, kind in phrases.get(words[i + 1], ()) if i + 1 < len(words) else ():
        if tuple(words[i + 1 : i + 1 + len(rest)]) == rest:
            return ["mB" + kind, *["mI" + kind] * len(rest)]
    return []
