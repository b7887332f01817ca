"""Finds who speaks in a statement and who carried the words from him to the page."""

from dataclasses import replace

from service.core.arabic.letters import fold
from service.core.arabic.quotes import MARKS
from service.core.claims.carriers import bare_head, make_medium, read_medium, read_publisher
from service.core.claims.discourse import Discourse, Turn
from service.core.claims.identities import identify
from service.core.claims.media import is_talk
from service.core.claims.passages import Named, Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.spelled_names import speaks_for_him
from service.core.claims.statement import Statement
from service.core.records import Speaker, Via

_QUOTING = "نقلا"


def read_chain(
    statement: Statement, discourse: Discourse, before: tuple[Speaker, ...]
) -> tuple[tuple[Speaker, ...], tuple[Via, ...]]:
    """Return the speakers of a statement and its carriers, nearest to the page first; before spoke in this sentence."""
    finite = statement.verb is not None and not statement.carries
    if _has_words(statement.subject):
        speakers, via = _read_named(statement, discourse)
        relays = statement.feminine and statement.verb is not None and statement.verb.relays
        if relays and not statement.relayed_by and all(speaker.anonymity != "medium" for speaker in speakers):
            said = {speaker.name for speaker in speakers}
            via = discourse.speaking_medium() or discourse.last.via  # ونقلت عن مدير الشركة قوله
            via = tuple(carrier for carrier in via if carrier.name not in said)
    elif statement.impersonal:
        speakers, via = (), ()
    elif (source := _trailing_speaker(statement, discourse)) is not None:
        speakers, via = identify(discourse, statement.passage, source).speakers, ()
    else:
        turn = (
            discourse.last_turn(statement.feminine, statement.plural)
            if finite
            else _agreeing(discourse.last, statement)
        )
        speakers = _carry(turn.speakers, before if turn.speakers == discourse.last.speakers else ())
        via = turn.via
    via = _add(discourse, via, _carriers(statement, discourse), speakers)
    if not statement.nested:
        document = _document(statement, discourse, speakers)
        discourse.remember(Turn(speakers, via, _gender(statement, speakers, discourse), document))
    return speakers, via


def _document(statement: Statement, discourse: Discourse, speakers: tuple[Speaker, ...]) -> str:
    """Return the kind of document in which it was said (بيان), the one before where the same speak on; "" for none."""
    passage, documents = statement.passage, discourse.knowledge.words.documents
    between = range(statement.cue[1], statement.content.ranges[0][0])
    sources = (*statement.sources, *filter(None, [statement.content.source]))
    told = (passage.word(i).removesuffix("ا") for i in (*between, *(s.source.start for s in sources if s.source)))
    kind = next((word for word in told if "ال" + word in documents), "")
    again = [s.name for s in speakers] == [s.name for s in discourse.last.speakers]
    return kind or (discourse.last.document if again else "")


def _gender(statement: Statement, speakers: tuple[Speaker, ...], discourse: Discourse) -> bool | None:
    """Return the gender of the verb, or of whom a source phrase names: no "وأكد" means وكالة …."""
    if _has_words(statement.subject) and statement.verb is not None and not statement.carries:
        if not statement.relayed_by:
            return statement.feminine
    elif statement.verb is None and speakers and speakers[0].span:
        return fold(speakers[0].span.text).split()[0].endswith("ه") or None
    return discourse.last.feminine


def _agreeing(turn: Turn, statement: Statement) -> Turn:
    """A participle in the plural (مطالبين) goes on with no single person's words."""
    return turn if turn.is_group or not statement.plural or len(turn.speakers) > 1 else Turn((), ())


def _has_words(phrase: NounPhrase | None) -> bool:
    return phrase is not None and phrase.end > phrase.start


def _read_named(statement: Statement, discourse: Discourse) -> tuple[tuple[Speaker, ...], tuple[Via, ...]]:
    assert statement.subject
    turn = identify(discourse, statement.passage, statement.subject)
    via = turn.via
    if statement.passage.word(statement.cue[0] - 1) == "ما" and not via:
        via = discourse.speaking_medium()
    return turn.speakers, via


def _trailing_speaker(statement: Statement, discourse: Discourse) -> NounPhrase | None:
    """Return who is named behind the words of a verb without subject: "وأوضح أن …، حسب تصريح المصدر الأمني"."""
    trailing = statement.content.source
    if statement.frame != "clause" or trailing is None or trailing.source is None:
        return None
    passage, phrase, words = statement.passage, trailing.source, discourse.knowledge.words
    if passage.word(trailing.start) == _QUOTING:
        return None
    name = passage.names.get(phrase.start)
    person = name is not None and name.type == "person"
    told = person or passage.word(phrase.start) in words.roles | words.unnamed_person | words.unnamed_group
    return phrase if told and not speaks_for_him(passage, phrase.start + 1) else None


def _carry(last: tuple[Speaker, ...], before: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """Within a sentence the naming carries over; from an earlier sentence only who it was."""
    if before:
        return tuple(replace(speaker, resolved_by="same-sentence") for speaker in before)
    return tuple(replace(speaker, span=None, resolved_by="carried-over") for speaker in last)


def _carriers(statement: Statement, discourse: Discourse) -> list[Via]:
    passage = statement.passage
    found: list[Via] = []
    phrases = list(statement.relayed_by)
    trailing = statement.content.source
    for source in (*statement.sources, *((trailing,) if trailing else ())):
        if source.source:
            phrases.append(source.source)
    publisher = read_publisher(discourse, passage, statement.subject) if statement.subject else None
    found += [publisher] if publisher else []
    hearer = statement.hearer or (statement.subject.hearer if statement.subject else None)
    if hearer:
        phrases.append(NounPhrase(*hearer, hearer[1]))
    for phrase in phrases:
        joint = _joint_media(passage, phrase) if phrase in statement.relayed_by else []
        if joint:
            found += [Via(discourse.entities[name.entity].name, name.entity, passage.span(name.start, name.end))
                      for name in joint]  # fmt: skip
            continue
        medium = read_medium(discourse, passage, phrase)
        spokesman = _has_words(statement.subject) and speaks_for_him(passage, phrase.start + 1)
        if medium is None and (spokesman or phrase in statement.relayed_by):
            medium = _other_carrier(discourse, passage, phrase)
        if medium is None and _has_words(statement.subject):
            medium = _issuer(discourse, passage, phrase)
        if medium is None and _is_talked_to(discourse, passage, phrase):
            medium = make_medium(discourse, passage, phrase)
        if medium:
            found.append(medium)
    return found


def _joint_media(passage: Passage, phrase: NounPhrase) -> list[Named]:
    """Return the organisations of a carrier that و joins ("… وصحيفة …"), nothing where it names one."""
    names = [passage.names[i] for i in range(phrase.start, phrase.end) if i in passage.names]
    bodies = [name for name in names if name.type == "organization"]
    joined = any(passage.word(i).startswith("و") for i in range(phrase.start + 1, phrase.end))
    return bodies if len({name.entity for name in bodies}) > 1 and joined else []


def _other_carrier(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Via:
    """A person, an office, or a document: what "the statement" carries, its issuer carries."""
    span = passage.span(phrase.start, phrase.end)
    if passage.word(phrase.start) not in discourse.knowledge.words.documents:
        names = [passage.names[i] for i in range(phrase.start, phrase.end) if i in passage.names]
        office = passage.word(phrase.start) in discourse.knowledge.particles.offices  # زوار رئيس المجلس
        people = (name for name in names if name.type == "person" and not office or name.start == phrase.start)
        named = next(people, None)
        entity = named.entity if named else None
        return Via(span.text.strip("".join(MARKS)) if entity is None else discourse.entities[entity].name, entity, span)
    issuer = identify(discourse, passage, phrase).speakers[0]
    return Via(issuer.name or span.text, issuer.entity, span)


def _issuer(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Via | None:
    """أكد الوزير …، وفق بيان للوزارة: the institution named as issuer of the document that tells of another's words."""
    if passage.word(phrase.start) not in discourse.knowledge.words.documents:
        return None
    names = (passage.names[i] for i in range(phrase.start, phrase.end) if i in passage.names)
    name = next((name for name in names if name.type == "organization"), None)
    span = passage.span(phrase.start, phrase.end)
    return Via(discourse.entities[name.entity].name, name.entity, span) if name else None


def _is_talked_to(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> bool:
    """في تصريح لـ"…": whoever is named in marks behind a word for talking is a medium, so is للواحة أف أم."""
    tails = discourse.knowledge.words.media_tails
    if phrase.end - phrase.start > 1 and passage.phrase(phrase.start + 1, tails, phrase.end) == phrase.end:
        return True
    told = is_talk(passage, phrase.start - 1, discourse.knowledge)
    if told and bare_head(passage.word(phrase.start)) in discourse.knowledge.outlets:  # في تصريح لوأج
        return True
    if phrase.start not in passage.quotes:
        return False
    if is_talk(passage, phrase.start - 2, discourse.knowledge):  # في حوار مع "…"
        return True
    name = passage.names.get(phrase.start + 1)
    headline = passage.source.field == "title" and name is None  # فلان لـ«…»: …
    return passage.word(phrase.start - 1) == "ل" and (headline or name is not None and name.type == "organization")


def _is_nobody(carrier: Via, discourse: Discourse) -> bool:
    """Tell media that the page does not name (وسائل إعلام روسية, صحف محلية)."""
    head = fold(carrier.name).split()[0].removeprefix("ال")
    return carrier.entity is None and head in discourse.knowledge.particles.unnamed_media


def _add(
    discourse: Discourse, via: tuple[Via, ...], carriers: list[Via], speakers: tuple[Speaker, ...]
) -> tuple[Via, ...]:
    spoken = {speaker.name for speaker in speakers}
    chain = list(via) if not carriers else []
    for carrier in carriers:
        fresh = carrier.name not in spoken and all(carrier.name != known.name for known in chain)
        fresh = fresh and not _is_nobody(carrier, discourse)
        if fresh and not discourse.is_own_outlet(carrier):
            chain.append(carrier)
    return tuple(chain)
