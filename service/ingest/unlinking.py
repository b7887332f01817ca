"""Takes what one page said of names out of the corpus, and links anew the names that it touched."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from service.core.corpus import NameForm, NameTie
from service.core.entities.corpus_linking import block_of
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.ingest.linking import Links, Spellings, link_stored, load_neighbours, tell_links
from service.ingest.named import unpack_named
from service.ingest.preparing import PreparedEntity, prepare_name
from service.store import names, removing
from service.store.names import StoredForm
from service.store.removing import ArticleNames


@dataclass(slots=True)
class _Left:
    """What the other pages say of the names that a page gave."""

    forms: dict[str, NameForm] = field(default_factory=dict)
    spelled: Spellings = field(default_factory=Spellings)
    ties: set[NameTie] = field(default_factory=set)

    def add(self, entity: PreparedEntity, day: str | None) -> None:
        key = entity.form.key
        self.forms[key] = names.merge_forms(self.forms[key], entity.form) if key in self.forms else entity.form
        self.spelled.add(entity, day)


def load_ties_of(db: Connection, page: ArticleNames) -> set[NameTie]:
    """Return the ties that may go with a page: those that end at a name it gives."""
    return names.load_ties(db, page.forms)


def unlink_page(db: Connection, page: ArticleNames, ties: set[NameTie], knowledge: LinkingKnowledge) -> Links:
    """Bring the names of a page that was deleted to what the other pages say, and link them and what they touch."""
    old = names.load_forms(db, page.forms)
    left = _gather(db, page, old, ties, knowledge)
    gone = ties - left.ties
    removing.delete_spellings(db, page.forms)
    removing.delete_forms(db, old.keys() - left.forms.keys())
    removing.delete_ties(db, ((tie.left, tie.right, tie.rule) for tie in gone))
    names.add_aliases(db, left.spelled.aliases.values())
    names.add_roles(db, left.spelled.roles.values())
    touched = {key: replace(old[key], form=form, block=block_of(form, knowledge)) for key, form in left.forms.items()}
    ends = {end for tie in gone for end in (tie.left, tie.right)}
    before, kept = load_neighbours(db, old, ends - old.keys())
    after = link_stored({**_without(before, old), **touched}, kept, knowledge)
    names.save_forms(db, (form for key, form in after.items() if form != before.get(key)))
    links = tell_links({**before, **old}, after, touched)
    return replace(links, left=links.left | page.entities, changed=links.changed | page.entities)


def _without(forms: dict[str, StoredForm], gone: Iterable[str]) -> dict[str, StoredForm]:
    left_out = set(gone)
    return {key: form for key, form in forms.items() if key not in left_out}


def _gather(
    db: Connection, page: ArticleNames, old: dict[str, StoredForm], ties: set[NameTie], knowledge: LinkingKnowledge
) -> _Left:
    left = _Left()
    ends = {end for tie in ties for end in (tie.left, tie.right)}
    forms = {**names.load_forms(db, ends - old.keys()), **old}
    for row in removing.rows_naming(db, page.forms | ends):
        named = unpack_named(row, forms[row.form].form)
        left.ties |= ties.intersection(named.ties)
        if row.form in page.forms:
            left.add(named.entity, named.day)
    for key, name in sorted(removing.names_outside_text(db, page.forms)):
        entity = prepare_name(name, knowledge)
        left.add(replace(entity, form=replace(entity.form, key=key)), None)
    return left
