"""Links the names of a batch with those of the corpus, looking only at the blocks that the batch touches."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from service.core.arabic.letters import fold
from service.core.corpus import NameTie
from service.core.entities.corpus_linking import block_of, link_forms
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.ingest.preparing import Prepared, PreparedEntity
from service.store import names
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
    given = _gather_forms(batch, knowledge)
    stored = names.load_forms(db, given)
    dirty = {key: form for key, form in given.items() if key not in stored or _adds(stored[key], form)}
    ties = {tie for prepared in batch for tie in prepared.ties}
    new_ties = ties - names.load_ties(db, {tie.left for tie in ties})
    names.save_ties(db, new_ties)
    touched = {key: _joined(stored.get(key), form) for key, form in dirty.items()}
    ends = {end for tie in new_ties for end in (tie.left, tie.right)}
    before, ties = load_neighbours(db, touched, ends - touched.keys())
    after = link_stored({**before, **touched}, ties, knowledge)
    names.save_forms(db, (form for key, form in after.items() if form != before.get(key)))
    return tell_links({**stored, **before}, after, given)


def _adds(stored: StoredForm, form: StoredForm) -> bool:
    return names.merge_forms(stored.form, form.form) != stored.form


def _joined(stored: StoredForm | None, form: StoredForm) -> StoredForm:
    return replace(stored, form=names.merge_forms(stored.form, form.form)) if stored else form


def _gather_forms(batch: list[Prepared], knowledge: LinkingKnowledge) -> dict[str, StoredForm]:
    gathered: dict[str, StoredForm] = {}
    for prepared in batch:
        for entity in named_by(prepared):
            form = StoredForm(entity.form, block_of(entity.form, knowledge))
            gathered[entity.form.key] = _joined(gathered.get(entity.form.key), form)
    return gathered


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
        self.aliases: dict[tuple[str, str, str], FormAlias] = {}
        self.roles: dict[tuple[str, str], FormRole] = {}

    def add(self, entity: PreparedEntity, day: str | None) -> None:
        """Add what the page of a day says of a name."""
        for alias in _aliases(entity):
            key = (alias.form, alias.name, alias.rule)
            old = self.aliases.get(key)
            self.aliases[key] = names.join_aliases(alias, old) if old else alias
        for title in entity.roles:
            role = FormRole(entity.form.key, title, 1, day, day)
            old_role = self.roles.get((role.form, title))
            self.roles[role.form, title] = names.join_roles(role, old_role) if old_role else role


def _aliases(entity: PreparedEntity) -> list[FormAlias]:
    key = entity.form.key
    found = [FormAlias(key, name, rule, _spelling(name), count, score) for name, rule, count, score in entity.aliases]
    if not any(alias.name == entity.form.name for alias in found):
        found.append(FormAlias(key, entity.form.name, "name", _spelling(entity.form.name), 0, 1.0))
    return found


def _spelling(name: str) -> str:
    return " ".join(fold(name).split())


def load_neighbours(
    db: Connection, touched: dict[str, StoredForm], ends: set[str]
) -> tuple[dict[str, StoredForm], set[NameTie]]:
    """Load the stored forms that linking must see: whole blocks, and the blocks that ties lead to."""
    found: dict[str, StoredForm] = {}
    ties: set[NameTie] = set()
    blocks = {form.block for form in touched.values()}
    seen: set[str] = set()
    fresh = set(touched) | ends
    while blocks or fresh:
        loaded = {**names.load_blocks(db, blocks), **names.load_forms(db, fresh - found.keys())}
        fresh = (fresh | loaded.keys()) - found.keys()
        found.update(loaded)
        seen |= blocks
        blocks = {form.block for form in loaded.values()} - seen
        more = names.load_ties(db, fresh) - ties
        ties |= more
        fresh = {end for tie in more for end in (tie.left, tie.right)} - found.keys() - touched.keys()
    return found, ties


def link_stored(forms: dict[str, StoredForm], ties: set[NameTie], knowledge: LinkingKnowledge) -> dict[str, StoredForm]:
    """Return these forms with the entity that each now names."""
    ordered = tuple(forms[key].form for key in sorted(forms))
    known = sorted(ties, key=_tie_order)
    return {
        name.key: replace(
            forms[name.key], entity_id=entity.id, rule=name.rule, score=name.score, country=entity.country
        )
        for entity in link_forms(ordered, known, knowledge)
        for name in entity.forms
    }


def _tie_order(tie: NameTie) -> tuple[str, str, str]:
    return tie.left, tie.right, tie.rule


def tell_links(before: dict[str, StoredForm], after: dict[str, StoredForm], given: dict[str, StoredForm]) -> Links:
    """Return what linking changed: forms before it and after it; given are those that the batch names."""
    entity_of = {key: (after.get(key) or before[key]).entity_id for key in given}
    moved = {key: form.entity_id for key, form in after.items() if key in before and _moved(before[key], form)}
    left = frozenset(before[key].entity_id for key in moved)
    heads_last = sorted(moved, key=lambda key: (before[key].rule == "exact", key))
    target = {before[key].entity_id: moved[key] for key in heads_last}
    relinked = {form.entity_id for key, form in after.items() if form != before.get(key)}
    changed = frozenset(entity_of.values()) | frozenset(moved.values()) | relinked | left
    return Links(entity_of, moved, left, target, changed)


def _moved(before: StoredForm, after: StoredForm) -> bool:
    return before.entity_id != after.entity_id
