"""Makes of a claim what likeness compares: weighted stems, figures by unit and scope, polarity, days."""

import re
from collections.abc import Iterable

from service.core.arabic.letters import fold_word
from service.core.arabic.stems import light_stem
from service.core.arabic.tokens import Token, tokenize
from service.core.claims.likeness_knowledge import LikenessKnowledge
from service.core.corpus import ClaimFace
from service.core.records import Claim, Figure, Reading

DURATION = "time"
_LEAST_WEIGHT = 12  # lighter stems stand in three articles of ten and say nothing of the topic
_YEAR = re.compile(r"(?:19|20)\d\d")
_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات")
_OPENING = 3  # words among which an ending (انتهاء) governs the content


def face_of(reading: Reading, index: int, claim_id: str, knowledge: LikenessKnowledge) -> ClaimFace:
    """Return the face of a reading's claim."""
    article, claim = reading.article, reading.claims[index]
    tokens = [token for span in claim.spans for token in tokenize(span.text) if token.kind != "mark"]
    stems = _weigh(tokens, knowledge)
    return ClaimFace(
        claim_id=claim_id,
        article_id=article.id,
        outlet=article.outlet,
        agencies=article.agencies,
        reprint_group=None,
        published_on=article.published_on,
        said_on=claim.said_on.day if claim.said_on else None,
        text=claim.text,
        mode=claim.mode,
        stance=claim.stance,
        negated=claim.negated,
        cue_kind=claim.cue.kind if claim.cue else None,
        speakers=_named(claim, reading),
        via=tuple(via.name for via in claim.via),
        figures=tuple((f.value, f.of, f.scope, f.qualifier) for f in claim.figures),
        stems=tuple(stems),
        weights=tuple(stems.values()),
        measures=tuple(_measure(figure, knowledge) for figure in claim.figures),
        polarity=_polarity(claim, tokens, knowledge),
        adjectives=_adjectives(tokens),
        stock=any(fold_word(token.text) in knowledge.stock for token in tokens),
        days=_years(tokens, claim.figures),
        position=index,
    )


def _named(claim: Claim, reading: Reading) -> tuple[str, ...]:
    """Speakers by the fullest name that the page has for them; the unnamed (مسؤولون) tell nobody apart."""
    names = (
        reading.entities[speaker.entity].name if speaker.entity is not None else speaker.name
        for speaker in claim.speakers
        if not speaker.anonymous
    )
    return tuple(name for name in names if name)


def _weigh(tokens: Iterable[Token], knowledge: LikenessKnowledge) -> dict[str, int]:
    stems: dict[str, int] = {}
    for token in tokens:
        if token.kind == "word":
            stem = light_stem(token.folded)
            stem = knowledge.variants.get(stem, stem)
            weight = knowledge.weights.get(stem, knowledge.rarest)
            if weight >= _LEAST_WEIGHT:
                stems.setdefault(stem, weight)
    return stems


def _measure(figure: Figure, knowledge: LikenessKnowledge) -> tuple[float, str, str | None, str | None]:
    noun = fold_word(figure.of or "").replace(" ", "")
    scope = skeleton(figure.scope) if figure.scope else None
    if noun in ("%", "٪") or noun.endswith(("ميه", "مايه")):
        return figure.value, "%", scope, figure.qualifier
    if noun in knowledge.durations:
        return figure.value, DURATION, scope, figure.qualifier
    if noun in knowledge.people:
        return figure.value, "people", scope, figure.qualifier
    if figure.of and len(noun) > 3 and noun.endswith(_NISBA) and noun not in knowledge.not_nationalities:
        return figure.value, "people", scope or skeleton(figure.of), figure.qualifier
    return figure.value, light_stem(noun) if noun else "", scope, figure.qualifier


def skeleton(word: str) -> str:
    """Return the consonants of an adjective: أميركي, أمريكية and الأمريكيين have one."""
    stem = light_stem(fold_word(word))
    bare = stem[:1] + "".join(letter for letter in stem[1:] if letter not in "اوي")
    return bare if len(bare) > 1 else stem


def _adjectives(tokens: Iterable[Token]) -> tuple[str, ...]:
    found = (skeleton(t.text) for t in tokens if t.kind == "word" and len(t.folded) > 3 and t.folded.endswith(_NISBA))
    return tuple(dict.fromkeys(found))


def _polarity(claim: Claim, tokens: list[Token], knowledge: LikenessKnowledge) -> int:
    if any(light in knowledge.endings for token in tokens[:_OPENING] for light in (token.folded, token.folded[1:])):
        return 0
    return (-1 if claim.negated else 1) * (-1 if claim.stance == "denial" else 1)


def _years(tokens: Iterable[Token], figures: Iterable[Figure]) -> tuple[str, ...]:
    counted = {int(figure.value) for figure in figures}
    years = (t.folded for t in tokens if t.kind == "number" and _YEAR.fullmatch(t.folded))
    return tuple(sorted({year for year in years if int(year) not in counted}))
