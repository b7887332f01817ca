"""Tells which name forms a name in a request means."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from service.core.arabic.letters import fold
from service.store.queries import Value
from service.store.tables import form_aliases, name_forms


def forms_of(db: Connection, values: Iterable[Value]) -> list[str]:
    """Return the name forms that ids or names (in any spelling) of organisations mean."""
    f, a = name_forms.c, form_aliases.c
    given = [str(value) for value in values]
    folded = [" ".join(fold(value).split()) for value in given]
    by_name = select(a.form).where(a.folded.in_(folded))
    entities = select(f.entity_id).where(f.key.in_(by_name), f.type == "organization")
    wanted = {*given, *db.execute(entities).scalars()}
    return sorted(db.execute(select(f.key).where(f.entity_id.in_(wanted))).scalars())
