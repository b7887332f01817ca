"""Decides anew for which names the touched names of the corpus stand, and loads no more than that needs."""

from collections.abc import Iterable

from sqlalchemy import Connection

from service.core.corpus import NameForm
from service.core.linking.cores import identify_core
from service.core.linking.corpus_linking import compose_entities, gather_offices
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.settling import Standing, calls_of, settle_cores
from service.store import name_ties, names
from service.store.names import StoredForm

Forms = dict[str, StoredForm]


def relink_cores(
    db: Connection, cores: Iterable[str], dirty: dict[str, NameForm], knowledge: LinkingKnowledge,
    lost: frozenset[str] = frozenset(),
) -> tuple[Forms, Forms]:  # fmt: skip
    """Link these cores and those of dirty forms (new, or with other offices); return stored forms before and after.

    lost: entities that lost forms, which are to be put together anew.
    What a name stands for depends on the longer names that are offered to it: so the names below the touched ones are
    decided too, while those above keep the roots that are stored.
    """
    touched = _with_takers(db, {*cores, *(form.core for form in dirty.values())})
    loaded = names.load_cores(db, touched)
    given = {key: stored.form for key, stored in loaded.items()} | dirty
    standings = _settle(db, given.values())
    changed = _changed(loaded, given, standings, knowledge) | lost
    others = {key: stored for key, stored in names.load_entity_forms(db, changed).items() if key not in loaded}
    standings |= {stored.form.core: _standing_of(stored) for stored in others.values()}
    forms = {**given, **{key: stored.form for key, stored in others.items()}}
    before = {**loaded, **others}
    after = _compose(forms, standings, changed, knowledge)
    names.save_forms(db, (form for key, form in after.items() if form != before.get(key)))
    return before, after


def _with_takers(db: Connection, cores: set[str]) -> set[str]:
    found, fresh = set(cores), set(cores)
    while fresh:
        fresh = name_ties.load_takers(db, fresh) - found
        found |= fresh
    return found


def _settle(db: Connection, forms: Iterable[NameForm]) -> dict[str, Standing]:
    offices = gather_offices(forms)
    ties = name_ties.load_ties_to(db, {core: tuple(calls_of(core, held)) for core, held in offices.items()})
    return settle_cores(offices, ties, names.load_roots(db, {tie.giver for tie in ties} - offices.keys()))


def _changed(
    stored: Forms, given: dict[str, NameForm], standings: dict[str, Standing], knowledge: LinkingKnowledge
) -> set[str]:
    """Return the ids of the entities, old and new, of forms that are new, gone, or stand for another name now."""
    found: set[str] = set()
    for key in stored.keys() | given.keys():
        old, new = stored.get(key), standings[given[key].core] if key in given else None
        if old is None or new is None or old.form != given[key] or _standing_of(old) != new:
            found |= {identify_core(new.root, knowledge)} if new else set()
            found |= {old.entity_id} if old else set()
    return found


def _standing_of(stored: StoredForm) -> Standing:
    alone = stored.root == stored.form.core
    return Standing(stored.root) if alone else Standing(stored.root, stored.rule, stored.score)


def _compose(
    forms: dict[str, NameForm], standings: dict[str, Standing], changed: set[str], knowledge: LinkingKnowledge
) -> Forms:
    wanted = [form for form in forms.values() if identify_core(standings[form.core].root, knowledge) in changed]
    return {
        name.key: StoredForm(forms[name.key], entity.id, standings[forms[name.key].core].root, name.rule, name.score)
        for entity in compose_entities(wanted, standings, knowledge)
        for name in entity.forms
    }
