"""Claim faces made from a sentence, for tests of likeness, groups and conflicts."""

from datetime import date

from service.core.arabic.texts import read_texts
from service.core.corpus import ClaimFace, Conflict
from service.core.details.figures import find_figures
from service.core.details.negation import is_negated
from service.core.groups.candidates import pair_owners
from service.core.groups.conflicts import find_conflicts, make_conflict_keys
from service.core.groups.faces import Setting, face_of
from service.core.records import Article, Claim, Cue, CueClass, Reading, Speaker, Stance
from service.lexicon.loading import load_lexicon

DAY = date(2022, 3, 10)


def make_face(
    text: str,
    key: str,
    speaker: str | None = None,
    day: date | None = DAY,
    *,
    outlet: str | None = None,
    stance: Stance = "assertion",
    kind: CueClass | None = None,
    scene: tuple[str, ...] = (),
) -> ClaimFace:
    """Return the face of a claim that stands alone in an article of its own, behind a cue of a kind."""
    lexicon = load_lexicon()
    (field,) = read_texts(None, text)
    speakers = (Speaker(speaker),) if speaker else ()
    span = field.span(0, len(text))
    claim = Claim(
        (span,),
        "indirect",
        stance,
        Cue(span, "", kind) if kind else None,
        speakers=speakers,
        negated=is_negated(field, span, lexicon.figures.stance),
        figures=find_figures(field, 0, len(text), lexicon.figures),
    )
    article = Article(f"a{key}", f"{key}.txt", "text/plain", "", None, text, outlet=outlet or key, published_on=day)
    return face_of(Reading(article, (), (claim,)), 0, f"c{key}", lexicon.likeness, Setting(scene=scene))


def conflicts_of(*faces: ClaimFace) -> tuple[Conflict, ...]:
    """Return the conflicts between claims that are each a group of its own."""
    pairs = pair_owners((face, make_conflict_keys(face)) for face in faces)
    groups = {face.claim_id: f"g{face.claim_id}" for face in faces}
    return find_conflicts({face.claim_id: face for face in faces}, pairs, groups)
