"""Takes one article out of the corpus: its rows, those of its claims, and what they were counted in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from service.core.corpus import ClaimFace
from service.store import tables as t
from service.store.claim_figures import delete_figures
from service.store.faces import load_clashes, load_faces
from service.store.keeping import delete_rows
from service.store.writing import chunks, delete_where, select_in


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The forms that an article names (in its text, as its outlet, as its agencies) and their entities."""

    forms: frozenset[str]
    entities: frozenset[str]


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """An article's claims by id, their groups, and the claims of other articles that these groups or clashes hold."""

    faces: dict[str, ClaimFace]
    groups: frozenset[str]
    neighbours: frozenset[str]


def has_article(db: Connection, key: str) -> bool:
    """Tell whether an article is in the corpus."""
    return db.execute(select(t.articles.c.id).where(t.articles.c.id == key)).first() is not None


def load_article_names(db: Connection, key: str) -> ArticleNames:
    """Return what an article names."""
    named, agencies = t.page_entities.c, t.article_agencies.c
    forms = set(db.execute(select(named.form).where(named.article_id == key)).scalars())
    forms |= set(db.execute(select(agencies.form).where(agencies.article_id == key)).scalars())
    forms |= set(db.execute(select(t.articles.c.outlet).where(t.articles.c.id == key)).scalars()) - {None}
    f = t.name_forms.c
    entities = {row.entity_id for row in select_in(db, select(f.entity_id), f.key, forms)}
    return ArticleNames(frozenset(forms), frozenset(entities))


def load_article_claims(db: Connection, key: str) -> ArticleClaims:
    """Return an article's claims and those they are grouped or in conflict with."""
    c = t.claims.c
    rows = db.execute(select(c.id, c.group_id).where(c.article_id == key)).all()
    own = {row.id for row in rows}
    groups = frozenset(row.group_id for row in rows)
    grouped = {row.id for row in select_in(db, select(c.id), c.group_id, groups)}
    clashing = {end for pair in load_clashes(db, own) for end in pair}
    return ArticleClaims(load_faces(db, own), groups, frozenset((grouped | clashing) - own))


def delete_claims(db: Connection, ids: set[str], keys: Iterable[int]) -> None:
    """Delete claims with all that hangs on them; the keys are those that any of them may have."""
    delete_rows(db, t.claims, ids)
    delete_figures(db, ids)
    delete_where(db, t.claim_entities.c.claim_id, ids)
    for table in (t.claim_edges, t.claim_clashes):
        delete_where(db, table.c.left, ids)
        delete_where(db, table.c.right, ids)
    c = t.claim_keys.c
    for chunk in chunks(sorted(set(keys))):
        db.execute(delete(t.claim_keys).where(c.key.in_(chunk), c.claim_id.in_(ids)))


def delete_article(db: Connection, key: str) -> None:
    """Delete an article's own rows and its page."""
    delete_rows(db, t.articles, [key])
    for column in (t.page_entities.c.article_id, t.article_agencies.c.article_id, t.pages.c.article_id):
        delete_where(db, column, [key])


def rows_naming(db: Connection, forms: Iterable[str]) -> Iterator[Any]:
    """Yield (form, data, published_on) of every page that names one of these forms in its text."""
    c = t.page_entities.c
    yield from select_in(db, select(c.form, c.data, c.published_on), c.form, forms)


def names_outside_text(db: Connection, forms: Iterable[str]) -> set[tuple[str, str]]:
    """Return (form, name) of outlets and agencies of any article that have one of these forms."""
    wanted = list(forms)
    a, b = t.articles.c, t.article_agencies.c
    outlets = select(a.outlet, a.outlet_name).distinct()
    return {(row[0], row[1]) for row in select_in(db, outlets, a.outlet, wanted)} | {
        (row[0], row[1]) for row in select_in(db, select(b.form, b.name).distinct(), b.form, wanted)
    }


def delete_spellings(db: Connection, forms: Iterable[str]) -> None:
    """Forget the spellings and offices of forms."""
    wanted = list(forms)
    delete_where(db, t.form_aliases.c.form, wanted)
    delete_where(db, t.form_roles.c.form, wanted)


def delete_forms(db: Connection, forms: Iterable[str]) -> None:
    """Forget forms that no page gives."""
    delete_where(db, t.name_forms.c.key, forms)
