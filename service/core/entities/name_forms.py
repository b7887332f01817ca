"""Says under which names a page's entities are compared with other pages', and which of these the page ties."""

from collections.abc import Iterator

from service.core.arabic.letters import fold
from service.core.corpus import NameForm, NameTie
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.entities.roles import fold_title, read_office
from service.core.entities.spelling import split_name, surname_in, tidy_name
from service.core.identity import make_id
from service.core.records import Alias, PageEntity

OFFICE = "surname-and-office"
_GLOSSES = frozenset({"apposition", "acronym", "byname"})
_FULLER = frozenset({"short-form", "nasab"})


def form_of(entity: PageEntity) -> NameForm:
    """Return the name under which a page's entity is compared with those of other pages."""
    name = tidy_name(entity.name)
    roles = tuple(sorted({role.title for role in entity.roles}))
    key = _form_key(entity.type, name, entity.country or "")
    return NameForm(key, entity.type, name, fold(name), entity.country, roles)


def _form_key(kind: str, name: str, country: str = "") -> str:
    """A city may bear a country's name (عمان), so that a form is a country's or not."""
    return make_id("n", kind, name, country)


def ties_of(entities: tuple[PageEntity, ...], knowledge: LinkingKnowledge) -> tuple[NameTie, ...]:
    """Return the names that a page shows to be one, and people's names with the office of their surname.

    That a page calls somebody by a surname binds that page only. But people of one surname and office (of whatever
    country) are tied to one key that stands for both: there a bare surname of another page finds its full name.
    """
    ties = {tie for entity in entities for tie in (*_shown_by(entity), *_offices_of(entity, knowledge))}
    return tuple(sorted(ties, key=tie_order))


def tie_order(tie: NameTie) -> tuple[str, str, str]:
    """Return a key that sorts ties."""
    return tie.left, tie.right, tie.rule


def _shown_by(entity: PageEntity) -> Iterator[NameTie]:
    own = _form_key(entity.type, tidy_name(entity.name))
    for alias in entity.aliases:
        if _binds_everywhere(entity, alias):
            yield _tie(own, _form_key(entity.type, tidy_name(alias.name)), alias.rule)


def _offices_of(entity: PageEntity, knowledge: LinkingKnowledge) -> Iterator[NameTie]:
    if entity.type != "person":
        return
    own = _form_key(entity.type, tidy_name(entity.name))
    surname = "".join(split_name(surname_in(entity.name)))
    for role in entity.roles:
        office = read_office(fold_title(role.title), knowledge)
        if office and office.head not in knowledge.roles.titles:
            yield _tie(own, make_id("o", surname, office.head, *sorted(office.words)), OFFICE)


def _tie(one: str, other: str, rule: str) -> NameTie:
    return NameTie(min(one, other), max(one, other), rule)


def _binds_everywhere(entity: PageEntity, alias: Alias) -> bool:
    if entity.type == "organization":
        return alias.rule in _GLOSSES
    return entity.type == "person" and alias.rule in _GLOSSES | _FULLER and len(split_name(alias.name)) > 1
