"""Names the keys that two claims must share to be compared at all; they come from the claim alone."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from service.core.claims.faces import skeleton
from service.core.claims.measures import tells
from service.core.corpus import ClaimFace

MOST_PER_PAGE = 300  # claims that are compared; a page with more repeats itself, at the cost of its square
_RAREST = 5  # stems of a claim whose pairs are keys
_WITH_SPEAKER = 6  # stems of a claim that are keys together with its speaker
_WITH_FIGURE = 3
_PAIR_WEIGHT = 55  # a pair that is more common names a topic, not a statement


def candidate_keys(face: ClaimFace) -> tuple[str, ...]:
    """Return the keys of a claim: pairs of rare stems, its speaker, a figure or its page with a rare stem."""
    if face.position >= MOST_PER_PAGE:
        return ()
    rare = rarest_stems(face)
    weight = dict(zip(face.stems, face.weights, strict=True))
    pairs = combinations(sorted(rare[:_RAREST]), 2)
    keys = [f"w:{a} {b}" for a, b in pairs if weight[a] + weight[b] >= _PAIR_WEIGHT]
    keys += [f"s:{name} {stem}" for name in _names(face.speakers) for stem in rare[:_WITH_SPEAKER]]
    figures = {f"{value:g}" for value, *_ in face.measures}
    keys += [f"f:{value} {stem}" for value in sorted(figures)[:_WITH_FIGURE] for stem in rare[:_WITH_FIGURE]]
    keys += [f"f:{value:g} {name}" for value, *_ in face.measures if tells(value) for name in _names(face.speakers)]
    keys += [f"a:{face.article_id} {stem}" for stem in rare[:_WITH_SPEAKER]]
    return tuple(dict.fromkeys(keys)) or tuple(f"1:{stem}" for stem in rare[:1])


def find_candidates(faces: Iterable[ClaimFace]) -> list[tuple[str, str]]:
    """Return the pairs of claims, by id and in order, that share a key."""
    owners: dict[str, list[str]] = defaultdict(list)
    for face in faces:
        for key in candidate_keys(face):
            owners[key].append(face.claim_id)
    return sorted({pair for ids in owners.values() for pair in combinations(sorted(set(ids)), 2)})


def rarest_stems(face: ClaimFace) -> list[str]:
    """Return the stems of a claim, the rarest first."""
    ordered = sorted(zip(face.stems, face.weights, strict=True), key=lambda pair: (-pair[1], pair[0]))
    return [stem for stem, _ in ordered]


def _names(speakers: Iterable[str]) -> list[str]:
    """A speaker by the last word of his name: it is the one that is always there."""
    return sorted({skeleton(name.split()[-1]) for name in speakers if name.split()})
