"""Names, once a text is read, the sources named further on, and documents by who issued them."""

from dataclasses import replace

from service.core.arabic.letters import fold
from service.core.claims.discourse import Discourse
from service.core.linking.roles import Office, fold_title, is_same_office, read_office
from service.core.records import Claim, Speaker

_Holder = tuple[Speaker, Office | None]
_THE = "ال"
_FEWEST = 2  # words: a bare head (الوزير) that nobody was named for may be anybody's


def name_later(claims: list[Claim], discourse: Discourse) -> list[Claim]:
    """Return the claims with every such source named; where two people fit, none is."""
    if not any(s.anonymity == "role_only" for claim in claims for s in claim.speakers):
        return claims
    holders = [*_recognised(discourse), *discourse.named]
    return [replace(claim, speakers=tuple(_name(s, holders, discourse) for s in claim.speakers)) for claim in claims]


def name_bodies(claims: list[Claim], discourse: Discourse) -> list[Claim]:
    """Return the claims in which a body told by its kind (الوزارة) is the only one of it that the page names."""
    return [replace(claim, speakers=tuple(_name_body(s, discourse) for s in claim.speakers)) for claim in claims]


def _name_body(speaker: Speaker, discourse: Discourse) -> Speaker:
    kind = fold(speaker.name or "")
    alike = discourse.heads.get(kind.removeprefix(_THE), ()) if kind.startswith(_THE) else ()
    unknown = speaker.entity is None and speaker.anonymity in ("named", "unnamed_group")
    if not unknown or len(set(alike)) != 1:
        return speaker
    return Speaker(discourse.entities[alike[0]].name, alike[0], None, speaker.span, resolved_by="named-later")


def name_issuers(claims: list[Claim], discourse: Discourse) -> list[Claim]:
    """Return the claims in which a document whose issuer is known speaks in the issuer's name."""
    return [replace(claim, speakers=tuple(_name_issuer(s, discourse) for s in claim.speakers)) for claim in claims]


def _name_issuer(speaker: Speaker, discourse: Discourse) -> Speaker:
    if speaker.anonymity != "document" or speaker.entity is None:
        return speaker
    return replace(speaker, name=discourse.entities[speaker.entity].name)


def _recognised(discourse: Discourse) -> list[_Holder]:
    people = [(i, entity) for i, entity in enumerate(discourse.entities) if entity.type == "person"]
    offices = discourse.knowledge.offices
    return [
        (Speaker(entity.name, i, role.title), read_office(fold_title(role.title), offices))
        for i, entity in people
        for role in entity.roles
    ]


def _name(speaker: Speaker, holders: list[_Holder], discourse: Discourse) -> Speaker:
    if speaker.anonymity != "role_only" or speaker.name is None:
        return speaker
    words = fold_title(speaker.name)
    asked = read_office(words, discourse.knowledge.offices) if len(words) >= _FEWEST else None
    fitting = {person.name: person for person, held in holders if asked and held and is_same_office(asked, held) == 2}
    if len(fitting) != 1:
        return speaker
    (holder,) = fitting.values()
    return Speaker(holder.name, holder.entity, speaker.name, speaker.span, resolved_by="named-later")
