"""Finds who a source is: the person named, the one described before, a medium, an institution, or nobody named."""

from dataclasses import replace

from service.core.arabic.letters import fold
from service.core.claims.anonymity import find_reason, tell_anonymity, with_description
from service.core.claims.bodies import ITSELF
from service.core.claims.carriers import read_medium, read_publisher
from service.core.claims.descriptions import recall, recall_body
from service.core.claims.discourse import MEMORY, Discourse, Turn
from service.core.claims.joint_sources import behind_both, join_bodies, join_people
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.media import is_to_somebody
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.spelled_names import find_spelled_name, speaks_for
from service.core.linking.roles import fold_title, read_office
from service.core.records import Span, Speaker, Via

_CLOSE_TO = ("مقرب", "قريب")  # مصادر مقربة من الوزير
_ISSUED = ("صادر", "صادره", "من")
_ISSUING = 6  # words of a document before its issuer
_SHORTEST_JOINED = 6  # letters: والي and والد are whole words
_CLASS_WORDS = 2  # words such as صحيفة or وكالة before the name of a body


def identify(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> Turn:
    """Return the speakers whom a noun phrase names or describes, and through whom a described one spoke before."""
    if not _names_in(passage, phrase, "person"):
        phrase = with_description(passage, phrase, discourse.knowledge)
    whole = passage.span(phrase.start, max(phrase.end, phrase.tail))
    span = _without_and(passage, phrase, whole, discourse.knowledge)
    phrase = behind_both(passage, phrase)
    people = _without_others(passage, phrase, _names_in(passage, phrase, "person"), discourse.knowledge)
    if people:
        main = join_people(passage, people, discourse.knowledge)
        return Turn(tuple(_named(discourse, index, span) for index in main), _via_before(discourse, main[0]))
    held = recall(discourse, passage, phrase)
    if held:
        text = passage.span(phrase.start, phrase.end).text
        return Turn(tuple(_again(speaker, span, text) for speaker in held.speakers), held.via)
    medium = read_medium(discourse, passage, phrase)
    if medium:
        speaker = Speaker(medium.name, medium.entity, span=span, anonymity="medium", resolved_by="medium")
        return Turn((speaker, *_joined_to(discourse, passage, phrase, speaker)), ())
    body = recall_body(discourse, passage, phrase)  # الوكالة that is no medium: recall leaves it to media
    if body:
        return Turn(tuple(_again(speaker, span, "") for speaker in body.speakers), body.via)
    spelled = find_spelled_name(passage, phrase, discourse.knowledge)
    if spelled:
        return Turn((_spelled(discourse, passage, phrase, spelled),), ())
    speaker = _unnamed(discourse, passage, phrase, span)
    return Turn((speaker, *_joined_to(discourse, passage, phrase, speaker)), ())


def _without_and(passage: Passage, phrase: NounPhrase, span: Span, knowledge: ClaimKnowledge) -> Span:
    """A headline joins another source by و ("… والحكومة تنفي", "… ومصادر تؤكد")."""
    word, words = passage.word(phrase.start), knowledge.words
    definite = word.startswith("وال") and len(word) >= _SHORTEST_JOINED
    many = word[:1] == "و" and (word[1:] in words.unnamed_group or word[1:] in words.unnamed_person)
    joined = (many or definite and passage.source.field == "title") and phrase.start not in passage.names
    return passage.source.span(span.start + 1, span.end) if joined else span


def _without_to(passage: Passage, phrase: NounPhrase, knowledge: ClaimKnowledge) -> str:
    """Return a source's words without the ل by which وفقا or a talk takes it: لمصدر أمني, للوزارة."""
    text = _without_and(passage, phrase, passage.span(phrase.start, phrase.end), knowledge).text
    before = passage.word(phrase.start - 1)
    taken = bool({before, before.removeprefix("و")} & knowledge.particles.bare_sources) and before.endswith("ا")
    if not taken and not is_to_somebody(passage.word(phrase.start), knowledge):  # وفق لجنة …
        return text
    return "ال" + text[2:] if text.startswith("لل") else text.removeprefix("ل")


def _without_others(passage: Passage, phrase: NounPhrase, people: list[int], knowledge: ClaimKnowledge) -> list[int]:
    """Of one told by whose lawyer or kin he is ("محامي الوزير فلان، فلان"), or to whom he is close ("مصدر مقرب من
    الوزير فلان"), only a name behind a comma is his own."""
    of_kin = passage.word(phrase.start) in knowledge.particles.next_of
    tied = phrase.start if of_kin else _closeness(passage, phrase)
    comma = next((i for i in range(tied, phrase.end) if passage.word(i) in ("،", ",")), phrase.end)
    return [i for i in people if i < tied or i > comma]


def _closeness(passage: Passage, phrase: NounPhrase) -> int:
    close = (i for i in range(phrase.start, phrase.end) if passage.word(i).removeprefix("ال").startswith(_CLOSE_TO))
    return next((i for i in close if passage.word(i + 1) == "من"), phrase.end)


def _via_before(discourse: Discourse, index: int) -> tuple[Via, ...]:
    """Return who carried a person's last words, if they are near: he speaks on through them."""
    turns = (turn for turn in reversed(discourse.past[-MEMORY:]) if turn.speakers)
    return next((turn.via for turn in turns if turn.speakers[0].entity == index), ())


def _named(discourse: Discourse, index: int, span: Span) -> Speaker:
    entity = discourse.entities[index]
    titles = [role.title for role in entity.roles]
    telling = (title for title in titles if " " in title)  # رئيس الهيئة rather than الفريق
    return Speaker(entity.name, index, next(telling, titles[0] if titles else None), span)


def _spelled(discourse: Discourse, passage: Passage, phrase: NounPhrase, name: tuple[int, int]) -> Speaker:
    """A name known by its place behind an office only."""
    role = passage.span(phrase.start, name[0]).text if name[0] > phrase.start else None
    speaker = Speaker(
        passage.span(*name).text, None, role and role.rstrip(" ،,"), passage.span(phrase.start, phrase.end)
    )
    held = read_office(fold_title(speaker.role), discourse.knowledge.offices) if speaker.role else None
    discourse.named.append((speaker, held))
    return speaker


def _unnamed(discourse: Discourse, passage: Passage, phrase: NounPhrase, span: Span) -> Speaker:
    known = discourse.knowledge
    kind = tell_anonymity(passage, phrase, known)
    name = _without_to(passage, phrase, known)
    body = _body(passage, phrase)
    if kind == "document":
        return _document(discourse, passage, phrase, _maker(discourse, passage, phrase) if body is None else body)
    if kind == "named":
        return Speaker(name if body is None else discourse.entities[body].name, body, span=span)
    reason = find_reason(passage, phrase, known)
    return Speaker(name, span=span, anonymous=True, anonymity=kind, reason=reason)


def _document(discourse: Discourse, passage: Passage, phrase: NounPhrase, body: int | None) -> Speaker:
    """البيان alone means whoever issued it: the institution that spoke last, the person who did so in a بيان; a bare
    دراسة has no issuer."""
    issuer = next(iter(discourse.last.speakers), None)
    span = passage.span(phrase.start, max(phrase.end, phrase.tail))
    name = _without_to(passage, phrase, discourse.knowledge)
    words = name.split()
    head, *others = words[words[0] in discourse.knowledge.particles.parts_of_documents :] or words  # نص البيان
    alone = body is None and head.startswith("ال") and all(fold(word) in ITSELF for word in others)
    alone = alone and fold(words[0]) not in discourse.knowledge.particles.latest
    own = fold(head).removeprefix("ال") == discourse.last.document
    if alone and own and (carrier := _issuer_who_carried(discourse)):
        return Speaker(carrier.name, carrier.entity, None, span, anonymity="document", resolved_by="description")
    if alone and issuer and not issuer.anonymous and (own or _may_issue(discourse, issuer)):
        return Speaker(issuer.name, issuer.entity, None, span, anonymity="document", resolved_by="description")
    law = passage.word(phrase.start) in discourse.knowledge.particles.laws
    nobody = body is None and not law and not _tells_issuer(passage, phrase)
    return Speaker(name, body, span=span, anonymous=nobody, anonymity="document")


def _issuer_who_carried(discourse: Discourse) -> Via | None:
    """Return the institution whose document carried the last words (أمر الملك بـ …، حسب بيان صادر عن الديوان)."""
    media = {medium.name for medium in discourse.media.values()}
    carriers = (via for via in discourse.last.via if via.name not in media)
    return next(
        (v for v in carriers if v.entity is not None and discourse.entities[v.entity].type == "organization"), None
    )


def _may_issue(discourse: Discourse, speaker: Speaker) -> bool:
    entity = speaker.entity
    told = speaker.anonymity == "named" or speaker.anonymity == "document" and entity is not None
    return told and not speaker.role and (entity is None or discourse.entities[entity].type == "organization")


def _tells_issuer(passage: Passage, phrase: NounPhrase) -> bool:
    """Tell a document with a name, or with a noun that completes it ("بيان للوزارة"), from one with adjectives."""
    if any(i in passage.names for i in range(phrase.start, phrase.end)):
        return True
    if phrase.end == phrase.start + 1:
        return False
    following, written = passage.word(phrase.start + 1), passage.written(phrase.start + 1)
    definite = passage.word(phrase.start).removeprefix("ل").startswith("ال")
    return following.startswith("لل") or following in _ISSUED or not definite and written.startswith("ال")


def _body(passage: Passage, phrase: NounPhrase) -> int | None:
    """Return the entity named among the first words of a source."""
    words = [i for i in range(phrase.start, phrase.end) if passage.tokens[i].kind != "mark"]
    issued = next((k + 1 for k, i in enumerate(words[:_ISSUING]) if passage.word(i) == "عن"), 0)  # بيان صادر عن …
    for i in words[: max(_CLASS_WORDS, issued and issued + 1) + 1]:  # صادر عن مكتب بعثة …
        if i in passage.names and (i == phrase.start or passage.names[i].type != "place"):
            return passage.names[i].entity
    return None


def _maker(discourse: Discourse, passage: Passage, phrase: NounPhrase) -> int | None:
    """Return the institution that a document's relative clause names ("الاستطلاع الذي أجراه المركز …"), no medium."""
    inside = (passage.word(i) for i in range(phrase.start + 1, phrase.end))
    of_other = any(word in discourse.knowledge.particles.prepositions for word in inside)  # وثائق في البيت الذي …
    if of_other or read_publisher(discourse, passage, phrase):
        return None
    told = (passage.names.get(i) for i in range(phrase.end, phrase.tail))
    return next((name.entity for name in told if name and name.type == "organization"), None)


def _again(speaker: Speaker, span: Span, text: str) -> Speaker:
    """A document keeps the words by which it is told here (الاستطلاع behind نتائج استطلاع)."""
    name = text if speaker.anonymity == "document" and speaker.entity is None else speaker.name
    return Speaker(
        name, speaker.entity, speaker.role, span, speaker.anonymous, speaker.anonymity, speaker.reason,
        "description",
    )  # fmt: skip


def _names_in(passage: Passage, phrase: NounPhrase, kind: str) -> list[int]:
    found = (i for i in range(phrase.start, phrase.end) if (n := passage.names.get(i)) and n.type == kind)
    return [i for i in found if not speaks_for(passage, i)]


def _joined_to(discourse: Discourse, passage: Passage, phrase: NounPhrase, first: Speaker) -> list[Speaker]:
    """Return the bodies that speak together with the one named first (وزارة الصحة ووزارة النقل)."""
    if first.entity is None:
        return []
    joint = join_bodies(passage, phrase, first.entity, discourse.knowledge)
    return [replace(first, name=discourse.entities[index].name, entity=index) for index in joint]
