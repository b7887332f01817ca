"""Shows where the wordings of one statement differ: word by word, in mode and in the class of cue."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from service.core.arabic.letters import fold_word
from service.core.corpus import ClaimFace, Difference

_LONGEST = 400  # words; past that a diff takes time and shows nothing


def fullest_wording(faces: Sequence[ClaimFace]) -> ClaimFace:
    """Return the claim with the most words; of equals the one with the smallest id."""
    return min(faces, key=lambda face: (-len(face.text.split()), face.claim_id))


def compare_wordings(face: ClaimFace, full: ClaimFace) -> Difference:
    """Return the steps from the fullest wording to a claim's: kept (=), added (+) and cut (-) words.

    Spelling variants of one word are kept words, as the claim writes them. Quoting what another paraphrases, or saying
    "claims" where another says "says", is told beside them.
    """
    theirs, mine = full.text.split()[:_LONGEST], face.text.split()[:_LONGEST]
    matcher = SequenceMatcher(None, [_bare(word) for word in theirs], [_bare(word) for word in mine], autojunk=False)
    steps: list[tuple[str, str]] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            steps.append(("=", " ".join(mine[k:m])))
            continue
        if j > i:
            steps.append(("-", " ".join(theirs[i:j])))
        if m > k:
            steps.append(("+", " ".join(mine[k:m])))
    return Difference(
        face.claim_id,
        tuple(steps),
        mode=None if face.mode == full.mode else (full.mode, face.mode),
        cue_class=None if face.cue_kind == full.cue_kind else (full.cue_kind, face.cue_kind),
    )


def _bare(word: str) -> str:
    return fold_word(word).strip("\"“”«»'،؛,.:()[]") or word
