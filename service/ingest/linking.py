"""Links the names of a batch with those of the corpus, looking only at the names that the batch touches."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from service.core.arabic.letters import fold
from service.core.corpus import NameForm
from service.core.linking.corpus_linking import merge_forms
from service.core.linking.knowledge import LinkingKnowledge
from service.ingest.preparing import Prepared, PreparedEntity
from service.ingest.relinking import relink_cores
from service.store import name_ties, names
from service.store.names import FormAlias, FormRole, StoredForm


@dataclass(frozen=True, slots=True)
class Links:
    """Which entity each form of the batch names, and what that changed.

    moved: forms that went to another entity; left: the entities that lost names or pages; target: where the name of
    each of those went, if anywhere; changed: all entities to write anew.
    """

    entity_of: dict[str, str]
    moved: dict[str, str]
    left: frozenset[str]
    target: dict[str, str]
    changed: frozenset[str]


def link_batch(db: Connection, batch: Iterable[Prepared], knowledge: LinkingKnowledge) -> Links:
    """Write the batch's names and link them, together with the names they touch."""
    batch = list(batch)
    _add_spellings(db, batch)
    given = _gather_forms(batch)
    stored = names.load_forms(db, given)
    dirty = {key: form for key, form in _merged(given, stored).items()
             if key not in stored or form != stored[key].form}  # fmt: skip
    called = name_ties.add_ties(db, {tie for p in batch for entity in named_by(p) for tie in entity.ties})
    before, after = relink_cores(db, called, dirty, knowledge)
    return tell_links({**stored, **before}, after, given)


def _gather_forms(batch: list[Prepared]) -> dict[str, NameForm]:
    gathered: dict[str, NameForm] = {}
    for prepared in batch:
        for entity in named_by(prepared):
            form = entity.form
            gathered[form.key] = merge_forms(gathered[form.key], form) if form.key in gathered else form
    return gathered


def _merged(given: dict[str, NameForm], stored: dict[str, StoredForm]) -> dict[str, NameForm]:
    return {key: merge_forms(stored[key].form, form) if key in stored else form for key, form in given.items()}


def named_by(prepared: Prepared) -> tuple[PreparedEntity, ...]:
    """Return what a page names: in its text, as its outlet, as its agencies."""
    outlet = (prepared.outlet,) if prepared.outlet else ()
    return (*prepared.entities, *outlet, *prepared.agencies)


def _add_spellings(db: Connection, batch: list[Prepared]) -> None:
    spelled = Spellings()
    for prepared in batch:
        published = prepared.article.published_on
        for entity in named_by(prepared):
            spelled.add(entity, published.isoformat() if published else None)
    names.add_aliases(db, spelled.aliases.values())
    names.add_roles(db, spelled.roles.values())


class Spellings:
    """Adds up the spellings and offices of forms over pages."""

    def __init__(self) -> None:
        """Start with none."""
        self.aliases: dict[tuple[str, str, str], FormAlias] = {}
        self.roles: dict[tuple[str, str], FormRole] = {}

    def add(self, entity: PreparedEntity, day: str | None) -> None:
        """Add what the page of a day says of a name."""
        key = entity.form.key
        for name, rule, count, score in _aliases(entity):
            old = self.aliases.get((key, name, rule))
            self.aliases[key, name, rule] = (
                FormAlias(key, name, rule, old.folded, old.count + count, max(old.score, score)) if old
                else FormAlias(key, name, rule, " ".join(fold(name).split()), count, score)
            )  # fmt: skip
        for title in entity.roles:
            role = FormRole(entity.form.key, title, 1, day, day)
            old_role = self.roles.get((role.form, title))
            self.roles[role.form, title] = names.join_roles(role, old_role) if old_role else role


def _aliases(entity: PreparedEntity) -> tuple[tuple[str, str, int, float], ...]:
    """Return the spellings of an entity, its name among them."""
    own = entity.form.name
    if any(name == own for name, *_ in entity.aliases):
        return entity.aliases
    return (*entity.aliases, (own, "name", 0, 1.0))


def tell_links(before: dict[str, StoredForm], after: dict[str, StoredForm], given: Iterable[str]) -> Links:
    """Return what linking changed: forms before it and after it; given are those that the batch names."""
    entity_of = {key: (after.get(key) or before[key]).entity_id for key in given}
    moved = {key: form.entity_id for key, form in after.items()
             if key in before and before[key].entity_id != form.entity_id}  # fmt: skip
    left = frozenset(before[key].entity_id for key in moved)
    heads_last = sorted(moved, key=lambda key: (before[key].rule == "exact", key))
    target = {before[key].entity_id: moved[key] for key in heads_last}
    relinked = {form.entity_id for key, form in after.items() if form != before.get(key)}
    changed = frozenset(entity_of.values()) | frozenset(moved.values()) | relinked | left
    return Links(entity_of, moved, left, target, changed)
