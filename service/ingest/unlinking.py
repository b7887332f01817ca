"""Takes what one page said of names out of the corpus, and links anew the names that it touched."""

from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from service.core.corpus import NameForm, NameTie
from service.core.linking.corpus_linking import merge_forms
from service.core.linking.knowledge import LinkingKnowledge
from service.ingest.linking import Links, Spellings, tell_links
from service.ingest.named import unpack_named
from service.ingest.preparing import PreparedEntity, prepare_name
from service.ingest.relinking import relink_cores
from service.store import name_ties, names, removing
from service.store.names import StoredForm
from service.store.removing import ArticleNames


@dataclass(slots=True)
class _Left:
    """What the other pages say of the names that a page gave."""

    forms: dict[str, NameForm] = field(default_factory=dict)
    spelled: Spellings = field(default_factory=Spellings)

    def add(self, entity: PreparedEntity, day: str | None) -> None:
        key = entity.form.key
        self.forms[key] = merge_forms(self.forms[key], entity.form) if key in self.forms else entity.form
        self.spelled.add(entity, day)


def load_ties_of(db: Connection, page: ArticleNames, knowledge: LinkingKnowledge) -> set[NameTie]:
    """Return the ties that may go with a page: those of the cores that it names."""
    cores = {stored.form.core for stored in names.load_forms(db, page.forms).values()}
    outside = {prepare_name(name, knowledge).form.core for _, name in removing.names_outside_text(db, page.forms)}
    return name_ties.load_ties_of(db, cores | outside) | name_ties.load_ties_at(db, cores)


def unlink_page(db: Connection, page: ArticleNames, ties: set[NameTie], knowledge: LinkingKnowledge) -> Links:
    """Bring the names of a page that was deleted to what the other pages say, and link them and what they touch."""
    old = names.load_forms(db, page.forms)
    left, kept = _gather(db, page, old, ties, knowledge)
    gone = frozenset(old.keys() - left.forms.keys())
    removing.delete_spellings(db, page.forms)
    removing.delete_forms(db, gone)
    names.add_aliases(db, left.spelled.aliases.values())
    names.add_roles(db, left.spelled.roles.values())
    called = name_ties.delete_ties(db, ties - kept)
    called |= {old[key].form.core for key in gone}
    lost = frozenset(old[key].entity_id for key in gone)
    before, after = relink_cores(db, called, left.forms, knowledge, lost)
    links = tell_links({**before, **old}, after, left.forms)
    return replace(links, left=links.left | page.entities, changed=links.changed | page.entities)


def _gather(
    db: Connection, page: ArticleNames, old: dict[str, StoredForm], ties: set[NameTie], knowledge: LinkingKnowledge
) -> tuple[_Left, set[NameTie]]:
    """Return what other pages say of the page's names, and which of the ties they show too."""
    left = _Left()
    kept: set[NameTie] = set()
    forms = {**names.load_cores(db, {core for tie in ties for core in (tie.giver, tie.taker)}), **old}
    for row in removing.rows_naming(db, forms):
        named = unpack_named(row.data, forms[row.form].form)
        kept |= ties.intersection(named.ties)
        if row.form in page.forms:
            left.add(named, row.published_on)
    for key, name in sorted(removing.names_outside_text(db, forms)):
        entity = prepare_name(name, knowledge)
        kept |= ties.intersection(entity.ties)
        if key in page.forms:
            left.add(entity._replace(form=entity.form._replace(key=key)), None)
    return left, kept
