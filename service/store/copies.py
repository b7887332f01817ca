"""Keeps the fingerprints of articles, the keys they share, and what they copy from one another."""

from array import array
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, select, update

from service.core.corpus import Copy, Print, Printed
from service.store.tables import articles, claims, common_keys, copies, print_keys, prints
from service.store.writing import chunks, delete_where, insert_missing, insert_pairs, select_in, upsert_rows


def save_prints(db: Connection, found: Mapping[str, Print]) -> None:
    """Write the fingerprints of new articles and their keys."""
    upsert_rows(db, prints, [{"article_id": key, "runs": _pack(made)} for key, made in found.items()])
    insert_pairs(db, print_keys, [(number, key) for key, made in found.items() for number in made.keys])


def load_prints(db: Connection, ids: Iterable[str]) -> dict[str, tuple[frozenset[int], ...]]:
    """Return the runs of the passages of articles."""
    return {row.article_id: _unpack(row.runs) for row in select_in(db, select(prints), prints.c.article_id, ids)}


def delete_print(db: Connection, key: str, made: Print) -> None:
    """Forget an article's fingerprint and all that it shares."""
    delete_where(db, prints.c.article_id, [key])
    for chunk in chunks(made.keys):
        db.execute(delete(print_keys).where(print_keys.c.key.in_(chunk), print_keys.c.article_id == key))
    delete_where(db, copies.c.left, [key])
    delete_where(db, copies.c.right, [key])


def _pack(made: Print) -> bytes:
    """Four bytes a run; each passage begins with how many it has."""
    numbers = array("I")
    for runs in made.passages:
        numbers.append(len(runs))
        numbers.extend(sorted(runs))
    return numbers.tobytes()


def _unpack(data: bytes) -> tuple[frozenset[int], ...]:
    numbers, passages, at = array("I", data), [], 0
    while at < len(numbers):
        end = at + 1 + numbers[at]
        passages.append(frozenset(numbers[at + 1 : end]))
        at = end
    return tuple(passages)


def load_common(db: Connection, keys: Iterable[int]) -> set[int]:
    """Return which of these keys too many articles share to tell anything."""
    return {row.key for row in select_in(db, select(common_keys), common_keys.c.key, keys)}


def save_common(db: Connection, keys: Iterable[int]) -> None:
    """Remember keys that too many articles share."""
    insert_missing(db, common_keys, [{"key": key} for key in sorted(keys)])


def delete_common(db: Connection, keys: Iterable[int]) -> None:
    """Let keys tell something again."""
    delete_where(db, common_keys.c.key, keys)


def count_owners(db: Connection, keys: Iterable[int]) -> dict[int, int]:
    """Return how many articles have each key."""
    c = print_keys.c
    query = select(c.key, func.count().label("owners")).group_by(c.key)
    return {row.key: row.owners for row in select_in(db, query, c.key, keys)}


def save_copies(db: Connection, found: Iterable[Copy]) -> None:
    """Write what pairs of articles share."""
    rows = [{"left": c.left, "right": c.right, "shared": c.shared, "reprint": c.reprint} for c in found]
    upsert_rows(db, copies, rows)


def load_copies(db: Connection, ids: Iterable[str]) -> dict[tuple[str, str], Copy]:
    """Return what these articles share with any, by (left, right)."""
    wanted = list(ids)
    rows = (row for column in (copies.c.left, copies.c.right) for row in select_in(db, select(copies), column, wanted))
    return {(row.left, row.right): Copy(row.left, row.right, row.shared, row.reprint) for row in rows}


def delete_copies(db: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Forget what these pairs of articles share."""
    statement = delete(copies).where(copies.c.left == bindparam("one"), copies.c.right == bindparam("other"))
    rows = [{"one": left, "other": right} for left, right in pairs]
    if rows:
        db.execute(statement, rows)


def load_printed(db: Connection, ids: Iterable[str]) -> tuple[dict[str, Printed], dict[str, str | None]]:
    """Return what orders articles in a reprint group, and the group that each is in now."""
    c = articles.c
    rows = list(select_in(db, select(c.id, c.published_on, c.reprint_group), c.id, ids))
    days = {row.id: date.fromisoformat(row.published_on) if row.published_on else None for row in rows}
    return {key: Printed(key, day) for key, day in days.items()}, {row.id: row.reprint_group for row in rows}


def save_reprint_groups(db: Connection, groups: Mapping[str, str | None]) -> None:
    """Write the reprint group of articles."""
    if groups:
        statement = update(articles).where(articles.c.id == bindparam("one")).values(reprint_group=bindparam("new"))
        db.execute(statement, [{"one": key, "new": group} for key, group in groups.items()])


def load_reprint_groups(db: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the reprint group of each of these articles that has one."""
    c = articles.c
    query = select(c.id, c.reprint_group).where(c.reprint_group.is_not(None))
    return {row.id: row.reprint_group for row in select_in(db, query, c.id, ids)}


def claims_of(db: Connection, ids: Iterable[str]) -> set[str]:
    """Return the claims of articles."""
    return {row.id for row in select_in(db, select(claims.c.id), claims.c.article_id, ids)}
