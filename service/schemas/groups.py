"""Claim groups as they are served: members and their likeness, word differences, conflicts with other groups."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import Schema, validate
from marshmallow import fields as plain

from service.core.corpus import ClaimGroup, Conflict, GroupMember
from service.schemas import fields
from service.schemas.claims import CUE_CLASSES, MODES, ViaSchema
from service.schemas.dumping import make_dumper
from service.schemas.encoding import dump
from service.schemas.spans import found_words

CONFLICT_KINDS = ("figure", "date", "polarity")


class SimilaritySchema(Schema):
    """How like the group's fullest wording a member is, and the evidence."""

    score = fields.share()
    evidence = plain.List(fields.text(), required=True)


class MemberSchema(Schema):
    """A claim in its group."""

    claim_id = fields.text()
    article_id = fields.text()
    outlet = fields.nullable_text()
    published_on = fields.day()
    text = fields.text()
    similarity = plain.Nested(SimilaritySchema, required=True)


class DifferenceSchema(Schema):
    """A word diff of a member against the fullest wording, and its mode and class of cue where they are others."""

    claim_id = fields.text()
    diff = plain.List(plain.List(fields.text(), validate=validate.Length(equal=2)), required=True)
    mode = fields.switch(*MODES)
    cue_class = fields.switch(*CUE_CLASSES, None)


class ConflictSchema(Schema):
    """Another group whose figures, days or polarity clash with this one's, or only seem to (not comparable)."""

    group_id = fields.text()
    kind = fields.one_of(*CONFLICT_KINDS)
    values = plain.List(fields.NumberOrText(allow_none=True, metadata={"type": ["number", "string"]}), required=True)
    of = fields.nullable_text()
    scope = plain.List(plain.String(allow_none=True), required=True)
    comparable = plain.Boolean(required=True)
    why = fields.text()


class GroupSchema(Schema):
    """The claims that report one statement; no verdict on its truth."""

    id = fields.text()
    text = fields.text()
    speakers = plain.List(plain.Nested(ViaSchema), required=True)
    claims = fields.count()
    outlets = fields.count()
    independent_origins = fields.count()
    first_seen = fields.day()
    last_seen = fields.day()
    members = plain.List(plain.Nested(MemberSchema), required=True)
    differences = plain.List(plain.Nested(DifferenceSchema), required=True)
    conflicts = plain.List(plain.Nested(ConflictSchema), required=True)
    highlights = found_words()


_GROUP = make_dumper(GroupSchema())


def dump_group(group: ClaimGroup, names: Mapping[str, str], conflicts: Iterable[Conflict]) -> bytes:
    """Return a group as JSON; names gives each speaker's name by entity id, conflicts are those it is a side of."""
    return dump(_GROUP, _view(group, names, conflicts))


def _view(group: ClaimGroup, names: Mapping[str, str], conflicts: Iterable[Conflict]) -> dict[str, Any]:
    kept = ("id", "text", "outlets", "independent_origins", "first_seen", "last_seen", "differences")
    return {name: getattr(group, name) for name in kept} | {
        "claims": len(group.members),
        "speakers": [{"name": names.get(key, key), "entity_id": key if key in names else None}
                     for key in group.speakers],
        "members": [_member(member) for member in group.members],
        "conflicts": [_conflict(conflict, group.id) for conflict in conflicts],
    }  # fmt: skip


def _member(member: GroupMember) -> dict[str, Any]:
    names = ("claim_id", "article_id", "outlet", "published_on", "text")
    similarity = {"score": round(member.score, 3), "evidence": member.evidence}
    return {name: getattr(member, name) for name in names} | {"similarity": similarity}


def _conflict(conflict: Conflict, group_id: str) -> dict[str, Any]:
    """Return a conflict as one of its sides sees it: its own value and scope come first."""
    turn = -1 if conflict.right == group_id and conflict.left != group_id else 1
    names = ("kind", "of", "comparable", "why")
    return {name: getattr(conflict, name) for name in names} | {
        "group_id": conflict.left if turn == -1 else conflict.right,
        "values": conflict.values[::turn],
        "scope": conflict.scope[::turn],
    }
