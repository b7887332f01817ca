"""Labels the words of a sentence by a linear-chain CRF whose weights were trained beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from service.core.arabic.tokens import Token
from service.core.recognition.features import (
    EDGE,
    HEAD_REACH,
    OFFICE_REACH,
    PATH_SORTS,
    WordView,
    is_sport,
    match_phrase,
    match_phrases,
    pair_kinds,
    view_path,
    view_word,
)
from service.core.recognition.neighbour_weights import NO_PAIR, NO_TRIPLE, Beside, NeighbourWeights
from service.core.recognition.paths import find_best_labels
from service.core.recognition.weights import LABELS, Steps
from service.core.recognition.words import Phrases, WordLists, find_stem

_WORDS = tuple(map(str, range(max(OFFICE_REACH, HEAD_REACH) + 1)))  # as features write how far something is
_REMEMBERED = 1 << 16  # words whose weights are kept
_NO_PHRASES: Mapping[str, Phrases] = {}


class LabelsWords(Protocol):
    """Anything that labels the words of sentences with LABELS; it may read them as written or folded."""

    def label_sentences(self, tokens: Sequence[Sequence[Token]], folded: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return one label a word for every sentence."""
        ...


@dataclass(frozen=True, slots=True)
class Model:
    """Packed weights of every feature: a word's own, those it gives to the words before and behind, all others.

    beside: those of the kinds and stems of neighbours; path: those of kinds on the way, by their sort in view_path.
    """

    here: Mapping[str, int]
    near: Mapping[str, tuple[int, int]]
    far: Mapping[str, tuple[int, int]]
    beside: NeighbourWeights
    path: Mapping[str, Mapping[tuple[str, ...], int]]
    other: Mapping[str, int]
    steps: Steps


@dataclass(frozen=True, slots=True)
class _KnownWord:
    """A word's view and what it weighs at its own place, at its neighbours and two away."""

    kind: str
    stem: str
    turn: str
    topic: int
    phrases: Mapping[str, Phrases]
    beside: Beside
    here: int
    sport: int
    before: int
    after: int
    far_before: int
    far_after: int


@dataclass(frozen=True, slots=True)
class Tagger:
    """A CRF tagger: the same words always give the same labels; it only remembers what it worked out."""

    model: Model
    lists: WordLists
    _known: dict[str, _KnownWord] = field(default_factory=dict, repr=False, compare=False)

    def label_sentences(self, _tokens: Sequence[Sequence[Token]], folded: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return one label a word for every sentence."""
        return [self.tag(words) for words in folded]

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one label a folded word."""
        return [LABELS[label] for label in find_best_labels(self.weigh(words), self.model.steps)]

    def weigh(self, words: Sequence[str]) -> list[int]:
        """Return what every word weighs under every label, packed, steps left out."""
        known = self._look_up(words)
        sport = is_sport(word.topic for word in known)
        weighed = []
        left2, left, here, right = known[:4]
        _, touching, triples = left.beside.pairs.get(here.kind, NO_PAIR)
        _, behind = left2.beside.pairs.get(left.kind, NO_PAIR).triples.get(here.kind, NO_TRIPLE)
        for right2 in known[4:]:
            own, after = here.kind, right.kind
            ahead, next_touching, next_triples = here.beside.pairs.get(after, NO_PAIR)
            around, next_behind = triples.get(after, NO_TRIPLE)
            weighed.append(
                touching + ahead + around + behind
                + left.beside.across.get(after, 0) + left.beside.led.get(own, 0)
                + right.beside.leading.get(own, 0) + left.beside.stems.get(here.stem, 0)
                + left2.far_after + left.after + here.here + right.before + right2.far_before
                + (here.sport if sport else 0)
            )  # fmt: skip
            left2, left, here, right = left, here, right, right2
            touching, triples, behind = next_touching, next_triples, next_behind
        self._add_path(weighed, known)
        self._add_phrases(weighed, words, known)
        return weighed

    def _add_path(self, weighed: list[int], known: Sequence[_KnownWord]) -> None:
        from_office, from_head, from_head_by = (self.model.path[sort].get for sort in PATH_SORTS)
        quoting = self.model.other.get("q", 0)
        since, headed, quoted = OFFICE_REACH + 1, HEAD_REACH + 1, False
        before = known[1].kind
        for i in range(2, len(known) - 2):
            word = known[i]
            if since <= OFFICE_REACH:
                weighed[i - 2] += from_office((_WORDS[since], before), 0)
                since += 1
            if headed <= HEAD_REACH:
                far = _WORDS[headed]
                weighed[i - 2] += from_head((far, word.kind), 0) + from_head_by((far, before, word.kind), 0)
                headed += 1
            if quoted:
                weighed[i - 2] += quoting
            before = word.kind
            if word.turn == "office":
                since = 1
            elif word.turn == "institution":
                headed = 1
            elif word.turn == "break":
                since, headed = OFFICE_REACH + 1, HEAD_REACH + 1
            elif word.turn == "quote":
                quoted = not quoted

    def _add_phrases(self, weighed: list[int], words: Sequence[str], known: Sequence[_KnownWord]) -> None:
        free = 0
        for i in range(len(words)):
            if known[i + 2].phrases and i >= free and (found := match_phrase(words, i, known[i + 2].phrases)):
                free = i + len(found)
                for k, name in enumerate(found):
                    weighed[i + k] += self.model.other.get(name, 0)

    def _look_up(self, words: Sequence[str]) -> list[_KnownWord]:
        known = self._known
        found = []
        for word in (EDGE, EDGE, *words, EDGE, EDGE):
            one = known.get(word)
            if one is None:
                one = self._work_out(word)
                if len(known) < _REMEMBERED:
                    known[word] = one
            found.append(one)
        return found

    def _work_out(self, word: str) -> _KnownWord:
        view, model = view_word(word, self.lists), self.model
        near = list(filter(None, map(model.near.get, view.near)))
        far = list(filter(None, map(model.far.get, view.far)))
        return _KnownWord(
            view.kind,
            view.stem,
            view.turn,
            view.topic,
            self.lists.phrases.get(find_stem(word, self.lists).rest, _NO_PHRASES),
            model.beside.beside(view.kind, view.stem),
            sum(filter(None, map(model.here.get, view.here))),
            sum(filter(None, map(model.other.get, view.topical))),
            sum(pair[0] for pair in near),
            sum(pair[1] for pair in near),
            sum(pair[0] for pair in far),
            sum(pair[1] for pair in far),
        )


def list_features(words: Sequence[str], lists: WordLists) -> list[list[str]]:
    """Return the names of all features of every word, as training sees them."""
    views: list[WordView] = [view_word(word, lists) for word in (EDGE, EDGE, *words, EDGE, EDGE)]
    phrases = match_phrases(words, [find_stem(word, lists).rest for word in words], lists)
    sport = is_sport(view.topic for view in views)
    found = []
    for i, path in enumerate(view_path(views)):
        mine = [*pair_kinds(*views[i : i + 4]), *path]
        if i in phrases:
            mine.append(phrases[i])
        mine += ["<" + name for name in views[i].far]
        mine += ["-" + name for name in views[i + 1].near]
        mine += ["0" + name for name in views[i + 2].here]
        mine += ["+" + name for name in views[i + 3].near]
        mine += [">" + name for name in views[i + 4].far]
        if sport:
            mine += views[i + 2].topical
        found.append(mine)
    return found
