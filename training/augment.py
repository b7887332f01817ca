"""Makes further training sentences by giving the persons in the labelled ones other names, listed and invented."""

from collections.abc import Iterable, Iterator
from random import Random

from service.core.entities.words import WordLists, find_stem
from training.conll import Sentence

_SEED = 7
_NATIVE_SHARE = 0.5
_INVENTED_SHARE = 0.35


class _Names:
    """Draws names of one origin: from the lists, or sewn together of two listed ones."""

    def __init__(self, listed: list[str], random: Random) -> None:
        self._listed = listed
        self._random = random

    def draw(self, invented: bool) -> str:
        name = self._random.choice(self._listed)
        if not invented:
            return name
        other = self._random.choice(self._listed)
        return name[: (len(name) + 1) // 2] + other[len(other) // 2 :]


def rename_persons(sentences: Iterable[Sentence], lists: WordLists, copies: int) -> Iterator[Sentence]:
    """Yield copies of every sentence that names a person, with names drawn anew in each."""
    random = Random(_SEED)
    native = _Names(sorted(word for word, kinds in lists.kinds.items() if {"given", "native"} <= set(kinds)), random)
    foreign = _Names(sorted(w for w, kinds in lists.kinds.items() if {"name1", "name2", "name3"} & set(kinds)), random)
    for sentence in sentences:
        if "B-PER" in sentence[1]:
            for copy in range(copies):
                yield _rename(sentence, (native, foreign), lists, random, copy > 0), sentence[1]


def _rename(
    sentence: Sentence, origins: tuple[_Names, _Names], lists: WordLists, random: Random, invent: bool
) -> list[str]:
    words, labels = sentence
    renamed = list(words)
    names, invented = origins[0], False
    for i, label in enumerate(labels):
        if label == "B-PER":
            names = origins[random.random() >= _NATIVE_SHARE]
            invented = invent and random.random() < _INVENTED_SHARE
        if label.endswith("PER") and words[i].isalpha() and len(words[i]) > 2:
            clitics = find_stem(words[i], lists).clitics if label[0] == "B" else ""
            renamed[i] = clitics + names.draw(invented)
    return renamed
