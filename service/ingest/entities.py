"""Writes the entities that a batch changes: names, spellings, offices, counts, and the ids they had before."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection

from service.core.corpus import Entity, EntityRole
from service.core.linking.cores import country_of_core
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import fullness, split_name
from service.core.records import Alias
from service.ingest.linking import Links
from service.ingest.preparing import Prepared
from service.schemas.entities import dump_entity
from service.store import names
from service.store.entities import (
    ROLES,
    Counts,
    EntityRow,
    add_counts,
    count_anew,
    drop_redirects,
    load_counts,
    save_entities,
    save_redirects,
)
from service.store.keeping import delete_rows
from service.store.names import FormAlias, FormRole, StoredForm
from service.store.tables import entities
from service.store.terms import index_terms

_Record = TypeVar("_Record", FormAlias, FormRole)


def write_entities(db: Connection, batch: Iterable[Prepared], links: Links, knowledge: LinkingKnowledge) -> None:
    """Write the entities that changed; runs after the batch's articles and claims are in."""
    forms = names.load_entity_forms(db, links.changed)
    composed: dict[str, list[StoredForm]] = defaultdict(list)
    for key in sorted(forms):
        composed[forms[key].entity_id].append(forms[key])
    counts = _count(db, list(batch), links, composed.keys())
    aliases, roles = _gather(names.load_aliases(db, forms)), _gather(names.load_roles(db, forms))
    save_entities(
        db,
        (_row(members, aliases, roles, counts[key], knowledge) for key, members in composed.items()),
    )
    _forget(db, links, composed.keys())


def _gather(records: Iterable[_Record]) -> dict[str, list[_Record]]:
    gathered: dict[str, list[_Record]] = defaultdict(list)
    for record in records:
        gathered[record.form].append(record)
    return gathered


def _count(db: Connection, batch: list[Prepared], links: Links, ids: Iterable[str]) -> dict[str, Counts]:
    """Add the batch to the stored counts; only entities that took or lost forms are counted anew."""
    wanted = set(ids)
    recomposed = wanted & (links.left | frozenset(links.moved.values()))
    counts = {key: Counts() for key in wanted} | load_counts(db, wanted - recomposed)
    for prepared in batch:
        for key, found in _counts_of(prepared, links.entity_of).items():
            if key not in recomposed:
                counts[key] = add_counts(counts[key], found)
    return counts | count_anew(db, recomposed)


def _counts_of(prepared: Prepared, entity_of: dict[str, str]) -> dict[str, Counts]:
    """Return what one page adds to the counts of each entity it names."""
    day = prepared.article.published_on
    seen = day.isoformat() if day else None
    ids = [entity_of[entity.form.key] for entity in prepared.entities]
    mentions: dict[str, int] = defaultdict(int)
    for key, entity in zip(ids, prepared.entities, strict=True):
        mentions[key] += entity.mentions
    claims: Counter[tuple[str, str]] = Counter()
    for claim in prepared.claims:
        named = {(ids[link.entity], role) for link in claim.links for role in ("", link.role)}
        claims.update(named)
    as_speaker, as_via, as_about = ({key: claims[key, role] for key in mentions} for role in ROLES)
    return {
        key: Counts(named, 1, claims[key, ""], as_speaker[key], as_via[key], as_about[key], seen, seen)
        for key, named in mentions.items()
    }


def _row(
    members: list[StoredForm],
    aliases: dict[str, list[FormAlias]],
    roles: dict[str, list[FormRole]],
    counts: Counts,
    knowledge: LinkingKnowledge,
) -> EntityRow:
    head = min(members, key=lambda stored: (stored.rule != "exact", stored.form.name))
    entry = knowledge.entry_of(head.root)
    country = country_of_core(head.root)
    spellings = _spellings(members, aliases)
    name = _usual_name(head, members, spellings)
    entity = Entity(
        id=head.entity_id,
        type=head.form.type,
        name=name,
        aliases=tuple(alias for alias in spellings if alias.name != name),
        roles=_offices(members, roles),
        country=country,
        wikidata=entry.wikidata if entry else None,
        mentions=counts.mentions,
        articles=counts.articles,
        claims=counts.claims,
        first_seen=_day(counts.first_seen),
        last_seen=_day(counts.last_seen),
    )
    terms = index_terms(name, *(alias.name for alias in spellings))
    return EntityRow(entity.id, entity.type, name, country, entity.wikidata, counts, terms, dump_entity(entity))


def _usual_name(head: StoredForm, members: list[StoredForm], spellings: list[Alias]) -> str:
    """Return the most frequent spelling of the fullest name: a longer misspelling (ميريكل) is no name to show."""
    words = len(split_name(head.form.name))
    full = {one.form.name for one in members if one.form.core == head.root and len(split_name(one.form.name)) == words}
    counts = {alias.name: alias.count for alias in spellings}
    return max(full, key=lambda name: (counts[name], fullness(name)), default=head.form.name)


def _spellings(members: list[StoredForm], aliases: dict[str, list[FormAlias]]) -> list[Alias]:
    """Return the spellings of all forms, the most frequent first; one is explained by its surest rule."""
    found: dict[str, Alias] = {}
    for stored in members:
        for alias in aliases.get(stored.form.key, ()):
            own = alias.name == stored.form.name
            rule, score = _reason(stored) if own else (alias.rule, min(alias.score, stored.score))
            old = found.get(alias.name)
            best = min((-score, rule), (-old.score, old.rule)) if old else (-score, rule)
            found[alias.name] = Alias(alias.name, alias.count + (old.count if old else 0), best[1], -best[0])
    return sorted(found.values(), key=lambda alias: (-alias.count, alias.name))


def _reason(stored: StoredForm) -> tuple[str, float]:
    """Where another spelling than the fullest is shown as the name, the fullest is a spelling of it."""
    return ("spelling", 0.95) if stored.rule == "exact" else (stored.rule, stored.score)


def _offices(members: list[StoredForm], roles: dict[str, list[FormRole]]) -> tuple[EntityRole, ...]:
    found: dict[str, FormRole] = {}
    for stored in members:
        for role in roles.get(stored.form.key, ()):
            found[role.title] = names.join_roles(found[role.title], role) if role.title in found else role
    ordered = sorted(found.values(), key=lambda role: (-role.count, role.title))
    return tuple(EntityRole(r.title, r.count, _day(r.first_seen), _day(r.last_seen)) for r in ordered)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _forget(db: Connection, links: Links, standing: Iterable[str]) -> None:
    """Delete the entities that no form names any more; their ids lead to where their forms went, if anywhere."""
    gone = links.left - set(standing)
    delete_rows(db, entities, gone)
    drop_redirects(db, "entities", gone - links.target.keys())
    save_redirects(db, "entities", {old: links.target[old] for old in gone & links.target.keys()})
