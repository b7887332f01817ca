"""Loads the name tagger: its word lists, word uses and trained weights."""

import gzip
from collections import defaultdict
from functools import lru_cache

from service.core.recognition.features import KIND_SORTS, PATH_SORTS, split_kinds
from service.core.recognition.neighbour_weights import NeighbourWeights
from service.core.recognition.tagger import LabelsWords, Model, Tagger
from service.core.recognition.weights import LABELS, Steps, pack, to_steps
from service.core.recognition.words import WordLists, WordUse
from service.lexicon.transformers_tagger import TaggerError, TransformersTagger
from service.lexicon.yaml_files import folded_set, lexicon_folder, read_yaml

KINDS, USES, WEIGHTS = "names.tsv.gz", "uses.tsv.gz", "tagger.tsv.gz"
_TELLING = ("country", "town", "club", "press", "group", "firm", "body", "family")  # what a name of several words is


def choose_tagger(setting: str, trained: Tagger) -> LabelsWords:
    """Return the tagger that comes along, or the one that the setting TAGGER names ("transformers:model")."""
    kind, _, source = setting.partition(":")
    if kind == "crf" and not source:
        return trained
    if kind == "transformers" and source:
        return TransformersTagger(source)
    raise TaggerError(f"TAGGER is {setting!r}; it may be crf or transformers:PATH_OR_NAME")


def load_tagger() -> Tagger:
    """Return the tagger with the trained weights."""
    return Tagger(load_model(), load_word_lists())


def load_word_lists() -> WordLists:
    """Return the lists that the tagger's features look up."""
    kinds: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = defaultdict(lambda: defaultdict(list))
    for name, found in _rows(KINDS):
        if " " in name:
            first, *rest = name.split()
            phrases[first][rest[0]].append((tuple(rest), _kind_of_phrase(_sorts(found))))
        else:
            kinds[name] = _sorts(found)
    for kind, words in read_yaml("tagger.yaml").items():
        for word in folded_set("tagger.yaml", words):
            kinds[word] = (*kinds.get(word, ()), kind)
    longest_first = {
        first: {second: tuple(sorted(found, key=lambda f: (-len(f[0]), f))) for second, found in behind.items()}
        for first, behind in phrases.items()
    }
    return WordLists(kinds, load_uses(), longest_first)


def load_uses() -> dict[str, WordUse]:
    """Return how words are used in news, by folded word."""
    uses = {}
    for word, found in _rows(USES):
        bits, coarse, fine, *topic = found.split(" ")
        uses[word] = WordUse(int(bits), coarse, fine, int(topic[0]) if topic else 0)
    return uses


def load_model() -> Model:
    """Return the trained weights; the first rows are the steps from label to label."""
    rows = [(name, list(map(int, weights.split(" ")))) for name, weights in _rows(WEIGHTS)]
    steps = to_steps([weights for _, weights in rows[: len(LABELS)]])
    return make_model({name: pack(weights) for name, weights in rows[len(LABELS) :]}, steps)


def make_model(packed: dict[str, int], steps: Steps) -> Model:
    """Return a model of the packed weights of features by name."""
    kinds: dict[str, dict[tuple[str, ...], int]] = {sort: {} for sort in KIND_SORTS + PATH_SORTS}
    for name in packed:
        if pair := split_kinds(name):
            kinds[pair[0]][pair[1]] = packed[name]
    return Model(
        {name[1:]: weight for name, weight in packed.items() if name[0] == "0"},
        _pairs(packed, "+", "-"),
        _pairs(packed, ">", "<"),
        NeighbourWeights(kinds),
        {sort: kinds[sort] for sort in PATH_SORTS},
        {name: weight for name, weight in packed.items() if name[0] not in "0+-<>" + KIND_SORTS + PATH_SORTS},
        steps,
    )


def _pairs(packed: dict[str, int], before: str, behind: str) -> dict[str, tuple[int, int]]:
    names = {name[1:]: None for name in packed if name[0] in (before, behind)}
    return {name: (packed.get(before + name, 0), packed.get(behind + name, 0)) for name in names}


def _kind_of_phrase(kinds: tuple[str, ...]) -> str:
    return next((kind for kind in _TELLING if kind in kinds), kinds[0])


@lru_cache(maxsize=512)
def _sorts(found: str) -> tuple[str, ...]:
    return tuple(found.split())


def _rows(name: str) -> list[list[str]]:
    text = gzip.decompress(lexicon_folder().joinpath(name).read_bytes()).decode()
    return [line.split("\t", 1) for line in text.split("\n") if line]
