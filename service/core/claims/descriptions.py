"""Finds whom a description means: المسؤولون, الوزير, السفير الفرنسي, a surname alone."""

from service.core.arabic.letters import fold
from service.core.claims.bodies import ITSELF, resolve_body
from service.core.claims.discourse import MEMORY, Discourse, Turn
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.linking.countries import country_of_nisba
from service.core.linking.roles import head_of, is_same_office, read_office, resolve_description
from service.core.records import Speaker

_ENDINGS = ("ون", "ين", "ات", "ه", "ان")
_PLURALS = ("ون", "ين")
_OUTGOING = "المنتهيه"  # الرئيس الفرنسي المنتهية ولايته
_LONGEST = 7  # words of a description
_SOURCE = "المصدر"
_FORCES = ("شرطه", "جيش")


def recall(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Turn | None:
    """Return the turn of whom a description means: the last source whose words hold its head, or an office's holder."""
    words = whole = _words_of(passage, phrase)
    if words and words[0].startswith("لل"):  # وفقا للمصدر ذاته
        words = whole = ("ال" + words[0][2:], *words[1:])
    known = discourse.knowledge.words
    if len(words) > 1 and words[0] in discourse.knowledge.particles.same:
        words = words[1:]
    while len(words) > 2 and words[0] in discourse.knowledge.particles.honorifics:  # سمو وزير الخارجية
        words = words[1:]
    if _OUTGOING in words[1:]:
        words = words[: words.index(_OUTGOING)]
    while len(words) > 1 and words[-1] in ITSELF:  # الصحفية نفسها
        words = words[:-1]
    if not words or len(words) > _LONGEST or words[0].removeprefix("ال") in known.media_heads:
        return None
    unnamed = (known.unnamed_group, known.unnamed_person, known.documents)
    if words[0].startswith("ال") and any(words[0] in listed for listed in unnamed):
        for turn in reversed(discourse.past[-MEMORY:]):
            if turn.speakers and _is_nobody(turn.speakers[0]) and _same_head(words, turn.speakers[0].name or ""):
                return turn
    if words == (_SOURCE,) and len(whole) > 1 or words[0] in known.the_guest:  # المصدر ذاته: whoever speaks
        return _named_person(discourse)
    return (
        _body_that_spoke(discourse, words)
        or _office_holder(discourse, passage, phrase, words)
        or _spelled_before(discourse, words)
        or recall_body(discourse, passage, phrase)
        or _same(discourse, words)
    )


def _body_that_spoke(discourse: Discourse, words: tuple[str, ...]) -> Turn | None:
    """Return the only police or army that a page names, where it spoke before and is told again by one word."""
    head = words[0].removeprefix("ال")
    if len(words) > 1 or head == words[0] or head not in _FORCES:
        return None
    alike = {
        index
        for index, entity in enumerate(discourse.entities)
        if entity.type == "organization" and fold(entity.name).removeprefix("ال").split()[:1] == [head]
    }
    spoke = (speaker for turn in discourse.past[-MEMORY:] for speaker in turn.speakers if speaker.entity in alike)
    found = next(spoke, None) if len(alike) == 1 else None
    return Turn((Speaker(found.name, found.entity),), ()) if found else None


def _named_person(discourse: Discourse) -> Turn | None:
    speakers = discourse.last.speakers
    named = len(speakers) == 1 and speakers[0].anonymity == "named"
    human = named and (speakers[0].entity is None or discourse.entities[speakers[0].entity].type == "person")
    return discourse.last if human else None


def _is_nobody(speaker: Speaker) -> bool:
    return speaker.anonymous or speaker.anonymity == "document"


def _words_of(passage: Passage, phrase: NounPhrase) -> tuple[str, ...]:
    return tuple(token.folded for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word")


def _office_holder(discourse: Discourse, passage: Passage, phrase: NounPhrase, words: tuple[str, ...]) -> Turn | None:
    offices, entities = discourse.knowledge.offices, discourse.entities
    titled = words[0] in discourse.knowledge.words.roles or head_of(words[0], offices.roles) is not None
    if len(words) > 1 and not titled:
        return None
    index = resolve_description(words, passage.tokens[phrase.start].start, entities, passage.source.field, offices)
    if index is None:
        return None
    last = discourse.last
    via = last.via if last.speakers and last.speakers[0].entity == index else ()
    office = " ".join(token.text for token in passage.tokens[phrase.start : phrase.end] if token.kind == "word")
    return Turn((Speaker(entities[index].name, index, office, resolved_by="office"),), via)


def recall_body(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Turn | None:
    """Return the turn of the institution that a definite word of kind means (الوزارة), None where there is none."""
    words = _words_of(passage, phrase)
    if not words:
        return None
    start, entities = passage.tokens[phrase.start].start, discourse.entities
    index = resolve_body(words, start, discourse.heads, entities, passage.source.field)
    if index is None:
        return None
    last = discourse.last
    spoke = last.speakers[0].entity if last.speakers else None
    alike = discourse.heads.get(words[0].removeprefix("ال"), ()) if len(words) == 1 else ()
    if spoke is not None and spoke in alike:  # whose words go on
        index = spoke
    via = last.via if spoke == index else ()
    return Turn((Speaker(entities[index].name, index),), via)


def _spelled_before(discourse: Discourse, words: tuple[str, ...]) -> Turn | None:
    """One whose name was not recognised: his surname, or his office, means him again."""
    if not discourse.named:
        return None
    asked = read_office(words, discourse.knowledge.offices) if words[0].startswith("ال") else None
    for speaker, held in reversed(discourse.named[-MEMORY:]):
        by_office = asked and held and is_same_office(asked, held)
        if by_office or words == tuple(fold(speaker.name or "").split())[-len(words) :]:
            return Turn((speaker,), ())
    return None


def _same(discourse: Discourse, words: tuple[str, ...]) -> Turn | None:
    """المتحدث alone: whoever speaks; المسؤول, الخبير الفرنسي: he too, where nobody was called so before."""
    known = discourse.knowledge.words
    named = discourse.last.speakers and discourse.last.speakers[0].anonymity == "named"
    if named and " ".join(words) in known.the_speaker:
        return discourse.last
    if not _named_person(discourse):
        return None
    speaker = discourse.last.speakers[0]
    held = {word for role in _roles(discourse, speaker) for word in fold(role).split()}
    described = all(word.startswith("ال") for word in words[1:]) or held.issuperset(words[1:])
    if not described:
        return None
    if len(words) == 2 and words[0].startswith("ال") and _is_first_of_role(words, discourse):
        return discourse.last
    if words[0] not in known.the_person:
        return None
    return None if discourse.says(words[0].removeprefix("ال")) else discourse.last


def _is_first_of_role(words: tuple[str, ...], discourse: Discourse) -> bool:
    """المنسق الأممي behind "المنسق الإقليمي …", but not another nation's ("الوزير الفرنسي")."""
    heads = {fold(role).split()[0].removeprefix("ال") for role in _roles(discourse, discourse.last.speakers[0]) if role}
    foreign = country_of_nisba(words[1], discourse.knowledge.offices.nisbas)
    return words[0].removeprefix("ال") in heads and not foreign


def _roles(discourse: Discourse, speaker: Speaker) -> list[str]:
    return [] if speaker.entity is None else [role.title for role in discourse.entities[speaker.entity].roles]


def _same_head(words: tuple[str, ...], name: str) -> bool:
    """Same noun in the same number: المسؤولون means مسؤولين, not مسؤول; what else is said must have been said."""
    held = fold(name).split()
    head = _bare(words[0]), words[0].endswith(_PLURALS)
    if all(head != (_bare(other), other.endswith(_PLURALS)) for other in held):
        return False
    return {_bare(word) for word in words[1:]} <= {_bare(other) for other in held}


def _bare(word: str) -> str:
    word = word.removeprefix("و").removeprefix("ال")
    return next((word.removesuffix(e) for e in _ENDINGS if word.endswith(e) and len(word) - len(e) > 2), word)
