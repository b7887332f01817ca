"""Reads and writes what linking works on: name forms by key, core or entity, their spellings and offices."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, select

from service.core.corpus import NameForm
from service.store.tables import form_aliases, form_roles, name_forms
from service.store.writing import add_rows, select_in, upsert_rows


class StoredForm(NamedTuple):
    """A name form with the entity it is linked to and the core that this entity is named by.

    The form that gives the entity its name bears the rule "exact".
    """

    form: NameForm
    entity_id: str
    root: str
    rule: str
    score: float


def load_forms(db: Connection, keys: Iterable[str]) -> dict[str, StoredForm]:
    """Return the stored forms among these keys."""
    return {row.key: _form(row) for row in select_in(db, select(name_forms), name_forms.c.key, keys)}


def load_cores(db: Connection, cores: Iterable[str]) -> dict[str, StoredForm]:
    """Return all stored forms that have one of these cores."""
    return {row.key: _form(row) for row in select_in(db, select(name_forms), name_forms.c.core, cores)}


def load_roots(db: Connection, cores: Iterable[str]) -> dict[str, str]:
    """Return for which core each of these stands, if any form of it is stored."""
    c = name_forms.c
    return {row.core: row.root for row in select_in(db, select(c.core, c.root).distinct(), c.core, cores)}


def load_entity_forms(db: Connection, entities: Iterable[str]) -> dict[str, StoredForm]:
    """Return all stored forms that are linked to these entities."""
    return {row.key: _form(row) for row in select_in(db, select(name_forms), name_forms.c.entity_id, entities)}


def _form(row: Any) -> StoredForm:
    offices = tuple(orjson.loads(row.offices))
    form = NameForm(row.key, row.type, row.name, row.folded, row.country, row.core, offices)
    return StoredForm(form, row.entity_id, row.root, row.rule, row.score)


def save_forms(db: Connection, forms: Iterable[StoredForm]) -> None:
    """Write forms with their links."""
    upsert_rows(db, name_forms, [_form_row(stored) for stored in forms])


def _form_row(stored: StoredForm) -> dict[str, Any]:
    form = stored.form
    return {
        "key": form.key, "type": form.type, "name": form.name, "folded": form.folded, "country": form.country,
        "core": form.core, "offices": orjson.dumps(form.offices).decode(), "root": stored.root,
        "entity_id": stored.entity_id, "rule": stored.rule, "score": stored.score,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormAlias:
    """A spelling of a form on all pages; rule is the page's own."""

    form: str
    name: str
    rule: str
    folded: str
    count: int
    score: float


@dataclass(frozen=True, slots=True)
class FormRole:
    """An office of a form on all pages, and the days between which it is given."""

    form: str
    title: str
    count: int
    first_seen: str | None
    last_seen: str | None


def add_aliases(db: Connection, aliases: Iterable[FormAlias]) -> None:
    """Add counts of spellings to those already there."""
    add_rows(db, form_aliases, [_fields(alias) for alias in aliases], {"count": "sum", "score": "most"})


def add_roles(db: Connection, roles: Iterable[FormRole]) -> None:
    """Add counts and days of offices to those already there."""
    how = {"count": "sum", "first_seen": "least", "last_seen": "most"}
    add_rows(db, form_roles, [_fields(role) for role in roles], how)


def join_roles(left: FormRole, right: FormRole) -> FormRole:
    """Return one office from two records of it."""
    first = min(filter(None, (left.first_seen, right.first_seen)), default=None)
    last = max(filter(None, (left.last_seen, right.last_seen)), default=None)
    return replace(left, count=left.count + right.count, first_seen=first, last_seen=last)


def load_aliases(db: Connection, forms: Iterable[str]) -> list[FormAlias]:
    """Return the spellings of these forms."""
    rows = select_in(db, select(form_aliases), form_aliases.c.form, forms)
    return [FormAlias(*row) for row in rows]


def load_roles(db: Connection, forms: Iterable[str]) -> list[FormRole]:
    """Return the offices of these forms."""
    rows = select_in(db, select(form_roles), form_roles.c.form, forms)
    return [FormRole(*row) for row in rows]


def _fields(record: FormAlias | FormRole) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}
