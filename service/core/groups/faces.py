"""Makes of a claim what likeness compares: weighted stems, figures by unit and scope, polarity, days."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from service.core.arabic.letters import fold_word
from service.core.arabic.remembering import remember
from service.core.arabic.stems import light_stem
from service.core.arabic.tokens import Token, tokenize
from service.core.corpus import ClaimFace
from service.core.groups.fates import find_fate, is_subset
from service.core.groups.knowledge import LikenessKnowledge
from service.core.groups.named_days import read_days
from service.core.records import Claim, Figure, Reading

DURATION = "time:"  # and the hours that one has
SUBSET = "⊂"  # the scope of a figure that tells how many of those named before
PEOPLE = "people:"  # and what befell them, where it is told
_LEAST_WEIGHT = 12  # lighter stems stand in three articles of ten and say nothing of the topic
_NISBA = ("ي", "يه", "يا", "يين", "يون", "يات")
_NAMING = 50  # weight of a stem in one article of 150; commoner words name no one in particular
_OPENING = 3  # words among which an ending (انتهاء) governs the content


class Setting(NamedTuple):
    """What a claim stands in: the keys of its passage, and the telling words of its page's story."""

    copied: tuple[int, ...] = ()
    scene: tuple[str, ...] = ()


_NOWHERE = Setting()


def face_of(
    reading: Reading, index: int, claim_id: str, knowledge: LikenessKnowledge, setting: Setting = _NOWHERE
) -> ClaimFace:
    """Return the face of a reading's claim."""
    article, claim = reading.article, reading.claims[index]
    spoken = [token for span in claim.spans for token in tokenize(span.text, shift=span.start)]
    tokens = [token for token in spoken if token.kind != "mark"]
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
        speakers=_named(claim, reading, knowledge),
        via=tuple(via.name for via in claim.via),
        figures=tuple((f.value, f.of, f.scope, f.qualifier) for f in claim.figures),
        stems=tuple(stems),
        weights=tuple(stems.values()),
        measures=tuple(_measure(figure, spoken, knowledge) for figure in claim.figures),
        polarity=_polarity(claim, tokens, knowledge),
        adjectives=_adjectives(tokens),
        stock=not knowledge.stock.isdisjoint(token.folded for token in tokens),
        days=read_days(spoken, article.published_on, (figure.value for figure in claim.figures), knowledge),
        position=index,
        local=_local(claim, knowledge),
        copied=setting.copied,
        titled=claim.spans[0].field == "title",
        scene=setting.scene,
    )


def _named(claim: Claim, reading: Reading, knowledge: LikenessKnowledge) -> tuple[str, ...]:
    """Speakers by the fullest name that the page has for them; the unnamed (مسؤولون, بيان) tell nobody apart."""
    names = (
        reading.entities[speaker.entity].name if speaker.entity is not None else speaker.name
        for speaker in claim.speakers
        if not speaker.anonymous and speaker.anonymity != "document"
    )
    return tuple(_without_plain(name, knowledge) for name in names if name)


def _without_plain(name: str, knowledge: LikenessKnowledge) -> str:
    """Return a body's name without الاتحادية and the like, where two words are left."""
    words = [word for word in name.split() if fold_word(word) not in knowledge.plain]
    return " ".join(words) if len(words) > 1 else name


def _local(claim: Claim, knowledge: LikenessKnowledge) -> tuple[str, ...]:
    """Speakers that are no entity and are named by common words alone (الوزارة, البرنامج التالي)."""
    unlinked = (speaker.name for speaker in claim.speakers if speaker.entity is None and speaker.name)
    return tuple(name for name in unlinked if not any(_names(word, knowledge) for word in name.split()))


def _names(word: str, knowledge: LikenessKnowledge) -> bool:
    return knowledge.weights.get(light_stem(fold_word(word)), knowledge.rarest) >= _NAMING


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


def _measure(
    figure: Figure, tokens: Sequence[Token], knowledge: LikenessKnowledge
) -> tuple[float, str, str | None, str | None]:
    unit, scope = _unit(figure, tokens, knowledge)
    if scope is None and is_subset(figure, tokens, knowledge):
        scope = SUBSET
    return figure.value, unit, scope, figure.qualifier


def _unit(figure: Figure, tokens: Sequence[Token], knowledge: LikenessKnowledge) -> tuple[str, str | None]:
    """Return what is counted and of which kind: ("people:dead", None), ("people:", skeleton of أميركي)."""
    noun = fold_word(figure.of or "").replace(" ", "")
    scope = skeleton(figure.scope) if figure.scope else None
    if noun in ("%", "٪") or noun.endswith(("ميه", "مايه")):
        return "%", scope
    if noun in knowledge.durations:
        return DURATION + knowledge.durations[noun], scope
    if noun in knowledge.people or noun in knowledge.fates:
        return PEOPLE + find_fate(figure, tokens, knowledge), scope
    if figure.of and len(noun) > 3 and noun.endswith(_NISBA) and noun not in knowledge.not_nationalities:
        return PEOPLE + find_fate(figure, tokens, knowledge), scope or skeleton(figure.of)
    return light_stem(noun) if noun else "", scope


@remember(1 << 15)
def skeleton(word: str) -> str:
    """Return the consonants of an adjective: أميركي, أمريكية and الأمريكيين have one."""
    stem = light_stem(fold_word(word))
    bare = stem[:1] + "".join(letter for letter in stem[1:] if letter not in "اوي")
    return bare if len(bare) > 1 else stem


def _adjectives(tokens: Iterable[Token]) -> tuple[str, ...]:
    found = (skeleton(t.text) for t in tokens if t.kind == "word" and len(t.folded) > 3 and t.folded.endswith(_NISBA))
    return tuple(dict.fromkeys(found))


def _polarity(claim: Claim, tokens: list[Token], knowledge: LikenessKnowledge) -> int:
    if claim.negated and claim.stance != "denial" and any(token.folded in knowledge.exceptions for token in tokens):
        return 1  # لم يسلم سوى ألف برميل
    if any(light in knowledge.endings for token in tokens[:_OPENING] for light in (token.folded, token.folded[1:])):
        return 0
    if not claim.negated and any(token.folded.lstrip("وف") in knowledge.negators for token in tokens):
        return 0  # something further on is negated, perhaps what another wording opens with
    denied = claim.stance == "denial"
    if claim.negated and denied:  # one "لا علاقة له" behind قال is both; what is negated behind نفى may be further in
        return 0 if claim.cue and claim.cue.kind == "deny" else -1
    return -1 if claim.negated or denied else 1
