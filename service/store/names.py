"""Reads and writes what linking works on: name forms by key or block, ties, aliases, roles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import Connection, select

from service.core.corpus import NameForm, NameTie
from service.store.tables import form_aliases, form_roles, name_forms, name_ties
from service.store.writing import insert_missing, select_in, upsert_rows


@dataclass(frozen=True, slots=True)
class StoredForm:
    """A name form with its block and the entity it is linked to; entity_id is empty where it is new.

    The form that gives the entity its name bears the rule "exact".
    """

    form: NameForm
    block: str
    entity_id: str = ""
    rule: str = ""
    score: float = 1.0
    country: str | None = None


def load_forms(db: Connection, keys: Iterable[str]) -> dict[str, StoredForm]:
    """Return the stored forms among these keys."""
    return {row.key: _form(row) for row in select_in(db, select(name_forms), name_forms.c.key, keys)}


def load_blocks(db: Connection, blocks: Iterable[str]) -> dict[str, StoredForm]:
    """Return all stored forms of these blocks."""
    return {row.key: _form(row) for row in select_in(db, select(name_forms), name_forms.c.block, blocks)}


def load_entity_forms(db: Connection, entities: Iterable[str]) -> dict[str, StoredForm]:
    """Return all stored forms that are linked to these entities."""
    return {row.key: _form(row) for row in select_in(db, select(name_forms), name_forms.c.entity_id, entities)}


def _form(row: Any) -> StoredForm:
    roles = tuple(orjson.loads(row.roles))
    form = NameForm(row.key, row.type, row.name, row.folded, row.country, roles)
    return StoredForm(form, row.block, row.entity_id, row.rule, row.score, row.linked_country)


def save_forms(db: Connection, forms: Iterable[StoredForm]) -> None:
    """Write forms with their links."""
    upsert_rows(db, name_forms, [_form_row(stored) for stored in forms])


def _form_row(stored: StoredForm) -> dict[str, Any]:
    form = stored.form
    return {
        "key": form.key, "type": form.type, "name": form.name, "folded": form.folded, "country": form.country,
        "roles": orjson.dumps(form.roles).decode(), "block": stored.block, "entity_id": stored.entity_id,
        "rule": stored.rule, "score": stored.score, "linked_country": stored.country,
    }  # fmt: skip


def merge_forms(left: NameForm, right: NameForm) -> NameForm:
    """Return one form from two with the same key; the same whichever comes first."""
    return replace(
        left,
        name=min(left.name, right.name),
        country=min(filter(None, (left.country, right.country)), default=None),
        roles=tuple(sorted({*left.roles, *right.roles})),
    )


def load_ties(db: Connection, keys: Iterable[str]) -> set[NameTie]:
    """Return the ties that touch these forms."""
    wanted = list(keys)
    rows = [row for column in (name_ties.c.left, name_ties.c.right)
            for row in select_in(db, select(name_ties), column, wanted)]  # fmt: skip
    return {NameTie(row.left, row.right, row.rule) for row in rows}


def save_ties(db: Connection, ties: Iterable[NameTie]) -> None:
    """Write ties; those already there stay."""
    insert_missing(db, name_ties, [{"left": tie.left, "right": tie.right, "rule": tie.rule} for tie in ties])


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
    new = {(alias.form, alias.name, alias.rule): alias for alias in aliases}
    for old in load_aliases(db, {alias.form for alias in new.values()}):
        key = (old.form, old.name, old.rule)
        if key in new:
            new[key] = join_aliases(new[key], old)
    upsert_rows(db, form_aliases, [_fields(alias) for alias in new.values()])


def add_roles(db: Connection, roles: Iterable[FormRole]) -> None:
    """Add counts and days of offices to those already there."""
    new = {(role.form, role.title): role for role in roles}
    for old in load_roles(db, {role.form for role in new.values()}):
        if (old.form, old.title) in new:
            new[old.form, old.title] = join_roles(new[old.form, old.title], old)
    upsert_rows(db, form_roles, [_fields(role) for role in new.values()])


def join_aliases(left: FormAlias, right: FormAlias) -> FormAlias:
    """Return one spelling from two records of it."""
    return replace(left, count=left.count + right.count, score=max(left.score, right.score))


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
