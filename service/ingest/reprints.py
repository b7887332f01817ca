"""Keeps reprints grouped while pages come and go, looking only at articles that share a passage's key."""

from collections.abc import Iterable, Mapping
from itertools import combinations

import orjson
from sqlalchemy import Connection

from service.core.corpus import Copy, Print
from service.core.pages.reprints import MOST_SHARING, compare_prints, group_reprints, make_print
from service.schemas.encoding import encode
from service.store import copies as stored
from service.store.articles import Documents, load_documents, save_documents
from service.store.faces import load_keys
from service.store.tables import print_keys


def add_prints(db: Connection, fresh: Mapping[str, Print]) -> set[str]:
    """Write the fingerprints of articles just written; return the older articles whose reprint group changed."""
    keys = {key for made in fresh.values() for key in made.keys}
    owners = _owners(db, keys - stored.load_common(db, keys))
    stored.save_prints(db, fresh)
    older = {key: list(ids) for key, ids in owners.items()}
    for article, made in fresh.items():
        for key in owners.keys() & set(made.keys):
            owners[key].append(article)
    common = {key for key, ids in owners.items() if len(ids) > MOST_SHARING}
    stored.save_common(db, common)
    pairs = {_pair(a, b) for key, ids in owners.items() if key not in common for a in ids for b in ids
             if a != b and (a in fresh or b in fresh)}  # fmt: skip
    _compare(db, pairs, fresh)
    parted = _part(db, {article for key in common for article in older[key]})
    return _regroup(db, fresh.keys() | parted) - fresh.keys()


def remove_print(db: Connection, article: str) -> set[str]:
    """Forget the fingerprint of an article that goes; return the articles whose reprint group changed."""
    made = _load(db, {article}).get(article)
    if made is None:
        return set()
    neighbours = {end for pair in stored.load_copies(db, [article]) for end in pair} - {article}
    stored.delete_print(db, article, made)
    common = stored.load_common(db, made.keys)
    rare = {key for key, count in stored.count_owners(db, common).items() if count <= MOST_SHARING}
    stored.delete_common(db, rare)
    pairs = {_pair(a, b) for ids in _owners(db, rare).values() for a, b in combinations(ids, 2)}
    _compare(db, pairs, {})
    return _regroup(db, neighbours | {end for pair in pairs for end in pair})


def _owners(db: Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    owners: dict[int, list[str]] = {key: [] for key in keys}
    for key, article in load_keys(db, print_keys, owners):
        owners[key].append(article)
    return owners


def _load(db: Connection, ids: set[str]) -> dict[str, Print]:
    return {key: make_print(passages) for key, passages in stored.load_prints(db, ids).items()}


def _pair(left: str, right: str) -> tuple[str, str]:
    return min(left, right), max(left, right)


def _compare(db: Connection, pairs: set[tuple[str, str]], fresh: Mapping[str, Print]) -> None:
    known = {**_load(db, {end for pair in pairs for end in pair} - fresh.keys()), **fresh}
    found = (compare_prints(pair, known[pair[0]], known[pair[1]]) for pair in sorted(pairs))
    stored.save_copies(db, filter(None, found))


def _part(db: Connection, articles: set[str]) -> set[str]:
    """Forget the copies that only keys were found by which have become common; return their articles."""
    found = stored.load_copies(db, articles)
    known = _load(db, {end for pair in found for end in pair})
    shared = {(a, b): set(known[a].keys) & set(known[b].keys) for a, b in found}
    common = stored.load_common(db, {key for keys in shared.values() for key in keys})
    gone = [pair for pair, keys in shared.items() if keys <= common]
    stored.delete_copies(db, gone)
    return {end for pair in gone for end in pair}


def _regroup(db: Connection, touched: set[str]) -> set[str]:
    """Group anew the articles that reprints connect with these; return those whose group changed."""
    members, found = _spread(db, touched)
    printed, before = stored.load_printed(db, members)
    groups = group_reprints(list(printed.values()), (found[pair] for pair in sorted(found)))
    changed = {key: groups.get(key) for key in sorted(printed) if groups.get(key) != before[key]}
    stored.save_reprint_groups(db, changed)
    save_documents(
        db,
        {
            key: Documents(*(encode({**orjson.loads(part), "reprint_group": changed[key]}) for part in both))
            for key, both in load_documents(db, changed).items()
        },
    )
    return set(changed)


def _spread(db: Connection, fresh: set[str]) -> tuple[set[str], dict[tuple[str, str], Copy]]:
    members: set[str] = set()
    found: dict[tuple[str, str], Copy] = {}
    while fresh:
        members |= fresh
        more = {pair: copy for pair, copy in stored.load_copies(db, fresh).items() if copy.reprint}
        found.update(more)
        fresh = {end for pair in more for end in pair} - members
    return members, found
