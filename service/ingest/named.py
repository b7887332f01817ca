"""Keeps with each page what it said of a name, so that the page can be taken out again."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from service.core.corpus import NameForm, NameTie
from service.ingest.preparing import PreparedEntity


@dataclass(frozen=True, slots=True)
class Named:
    """What one page said of a name: the entity as the page gave it, the ties it showed, its day."""

    entity: PreparedEntity
    ties: tuple[NameTie, ...]
    day: str | None


def pack_named(entity: PreparedEntity, ties: Iterable[NameTie]) -> bytes:
    """Return what a page says of a name, as it is stored; of the page's ties those that the name is an end of."""
    form = entity.form
    own = [(tie.left, tie.right, tie.rule) for tie in ties if form.key in (tie.left, tie.right)]
    return orjson.dumps([entity.aliases, entity.roles, (form.name, form.country, form.roles), own])


def unpack_named(row: Any, stored: NameForm) -> Named:
    """Return what a stored row (data, published_on) says of the name that has this stored form."""
    aliases, roles, (name, country, offices), ties = orjson.loads(row.data)
    form = NameForm(stored.key, stored.type, name, stored.folded, country, tuple(offices))
    entity = PreparedEntity(form, "", 0, b"", tuple(map(tuple, aliases)), tuple(roles))
    return Named(entity, tuple(NameTie(*tie) for tie in ties), row.published_on)
