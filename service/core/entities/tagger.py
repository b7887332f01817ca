"""Labels the words of a sentence by a linear-chain CRF whose weights were trained beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from service.core.entities.features import EDGE, WordView, match_phrases, pair_kinds, view_path, view_word
from service.core.entities.words import WordLists, find_stem

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
Weights = tuple[float, ...]
_NOTHING: Weights = (0.0,) * len(LABELS)
_REMEMBERED = 200_000  # words whose weights are kept
_FAR_BEHIND = 10.0  # a label this far below the best of its word is never on the best path (checked on ANERcorp dev)
_FORBIDDEN = -1e9
_STRAIGHT = {0: 0}  # outside any name, as the word before


class LabelsWords(Protocol):
    """Anything that labels the folded words of a sentence with LABELS."""

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one label a word."""
        ...


@dataclass(frozen=True, slots=True)
class Model:
    """Trained weights of every feature and of every step from label to label."""

    features: Mapping[str, Weights]
    steps: tuple[Weights, ...]


@dataclass(frozen=True, slots=True)
class _KnownWord:
    """A word's view and what it weighs at its own place, at its neighbours and two away."""

    view: WordView
    stem: str
    here: Weights
    before: Weights
    after: Weights
    far_before: Weights
    far_after: Weights


@dataclass(frozen=True, slots=True)
class Tagger:
    """A CRF tagger: the same words always give the same labels; it only remembers what it worked out."""

    model: Model
    lists: WordLists
    _known: dict[str, _KnownWord] = field(default_factory=dict, repr=False, compare=False)
    _kinds: dict[tuple[str, ...], Weights] = field(default_factory=dict, repr=False, compare=False)

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one label a folded word."""
        return [LABELS[label] for label in find_best_path(self.weigh(words), self.model.steps)]

    def weigh(self, words: Sequence[str]) -> list[list[float]]:
        """Return what every word weighs under every label, steps left out."""
        known = [self._look_up(word) for word in (EDGE, EDGE, *words, EDGE, EDGE)]
        features = self.model.features
        phrases = match_phrases(words, [k.stem for k in known[2:-2]], self.lists)
        weighed = []
        paths = view_path([k.view for k in known])
        for i, path in enumerate(paths):
            left2, left, here, right, right2 = known[i : i + 5]
            row = [
                a + b + c + d + e + f
                for a, b, c, d, e, f in zip(
                    self._weigh_kinds(left2.view.kind, left.view.kind, here.view.kind, right.view.kind),
                    left2.far_after,
                    left.after,
                    here.here,
                    right.before,
                    right2.far_before,
                    strict=True,
                )
            ]
            for name in path if i not in phrases else (*path, phrases[i]):
                row = [a + b for a, b in zip(row, features.get(name, _NOTHING), strict=True)]
            weighed.append(row)
        return weighed

    def _weigh_kinds(self, *kinds: str) -> Weights:
        found = self._kinds.get(kinds)
        if found is None:
            found = self._add("", pair_kinds(*kinds))
            if len(self._kinds) < _REMEMBERED:
                self._kinds[kinds] = found
        return found

    def _look_up(self, word: str) -> _KnownWord:
        found = self._known.get(word)
        if found is None:
            found = self._work_out(word)
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found

    def _work_out(self, word: str) -> _KnownWord:
        view = view_word(word, self.lists)
        near, far = view.near, view.far
        return _KnownWord(
            view,
            find_stem(word, self.lists).rest,
            self._add("0", view.here),
            self._add("+", near),
            self._add("-", near),
            self._add(">", far),
            self._add("<", far),
        )

    def _add(self, place: str, names: tuple[str, ...]) -> Weights:
        features = self.model.features
        parts = [features[place + name] for name in names if place + name in features]
        return tuple(sum(column) for column in zip(*parts, strict=True)) if parts else _NOTHING


def list_features(words: Sequence[str], lists: WordLists) -> list[list[str]]:
    """Return the names of all features of every word, as training sees them."""
    views = [view_word(word, lists) for word in (EDGE, EDGE, *words, EDGE, EDGE)]
    phrases = match_phrases(words, [find_stem(word, lists).rest for word in words], lists)
    found = []
    for i, path in enumerate(view_path(views)):
        mine = [*pair_kinds(*(view.kind for view in views[i : i + 4])), *path]
        if i in phrases:
            mine.append(phrases[i])
        mine += ["<" + name for name in views[i].far]
        mine += ["-" + name for name in views[i + 1].near]
        mine += ["0" + name for name in views[i + 2].here]
        mine += ["+" + name for name in views[i + 3].near]
        mine += [">" + name for name in views[i + 4].far]
        found.append(mine)
    return found


def find_best_path(weighed: list[list[float]], steps: tuple[Weights, ...]) -> list[int]:
    """Return the labels (as places in LABELS) whose weights and steps add up to most."""
    if not weighed:
        return []
    paths: list[dict[int, int]] = []
    scores = {label: weight for label, weight in enumerate(weighed[0]) if LABELS[label][0] != "I"}
    for weights in weighed[1:]:
        least = max(weights) - _FAR_BEHIND
        if len(scores) == 1 and 0 in scores and max(weights[1:]) < least:
            scores = {0: scores[0] + steps[0][0] + weights[0]}
            paths.append(_STRAIGHT)
            continue
        back: dict[int, int] = {}
        reached: dict[int, float] = {}
        for label, weight in enumerate(weights):
            if weight < least:
                continue
            best, source = _FORBIDDEN, 0
            for before, score in scores.items():
                total = score + steps[before][label]
                if total > best:
                    best, source = total, before
            if best > _FORBIDDEN / 2:
                reached[label], back[label] = best + weight, source
        if not reached:
            reached, back = {0: max(scores.values())}, {0: max(scores, key=scores.__getitem__)}
        scores = reached
        paths.append(back)
    label = max(scores, key=scores.__getitem__)
    found = [label]
    for back in reversed(paths):
        label = back[label]
        found.append(label)
    return found[::-1]
