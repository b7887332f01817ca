"""Learns word clusters from unlabelled text: PPMI of the words beside a word, reduced, then k-means."""

from collections import Counter
from collections.abc import Iterable

import numpy as np

_CONTEXTS = 1500
_DIMENSIONS = 80
_ROUNDS = 12
_SEED = 7
Floats = np.ndarray


def count_words(lines: Iterable[list[str]], least: int) -> dict[str, int]:
    """Return the words seen at least so often, most frequent first."""
    counts: Counter[str] = Counter()
    for words in lines:
        counts.update(words)
    kept = [(word, n) for word, n in counts.items() if n >= least]
    return dict(sorted(kept, key=lambda pair: (-pair[1], pair[0])))


def embed_words(lines: Iterable[list[str]], vocabulary: list[str]) -> Floats:
    """Return a unit vector a word from the frequent words one and two to its left and right."""
    index = {word: i for i, word in enumerate(vocabulary)}
    offsets = (-2, -1, 1, 2)
    counts = np.zeros((len(vocabulary), len(offsets) * _CONTEXTS), dtype=np.float32)
    for words in lines:
        ids = np.array([-1, -1, *(index.get(word, -1) for word in words), -1, -1])
        for k, offset in enumerate(offsets):
            here, there = ids[2:-2], ids[2 + offset : len(ids) - 2 + offset]
            fits = (here >= 0) & (there >= 0) & (there < _CONTEXTS)
            np.add.at(counts, (here[fits], there[fits] + k * _CONTEXTS), 1)
    return _reduce(_ppmi(counts))


def _ppmi(counts: Floats) -> Floats:
    rows = counts.sum(1, keepdims=True) + 1e-9
    columns = counts.sum(0, keepdims=True) ** 0.75
    columns /= columns.sum()
    with np.errstate(divide="ignore"):
        return np.maximum(np.log(counts / rows / (columns + 1e-12)), 0)


def _reduce(matrix: Floats) -> Floats:
    random = np.random.default_rng(_SEED)
    basis = matrix @ random.standard_normal((matrix.shape[1], _DIMENSIONS + 20)).astype(np.float32)
    for _ in range(3):
        basis, _r = np.linalg.qr(matrix @ (matrix.T @ basis))
    u, s, _v = np.linalg.svd(basis.T @ matrix, full_matrices=False)
    vectors = (basis @ u[:, :_DIMENSIONS]) * np.sqrt(s[:_DIMENSIONS])
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def cluster_words(vectors: Floats, k: int) -> list[int]:
    """Return the cluster of each word, by spherical k-means begun at the most frequent words."""
    random = np.random.default_rng(_SEED + k)
    pool = min(len(vectors), 8 * k)
    centres = vectors[np.sort(random.choice(pool, k, replace=False))]
    for _ in range(_ROUNDS):
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(vectors, 20)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        centres = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return [int(one) for one in nearest]
