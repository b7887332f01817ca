"""Makes the entities of a page from its forms: fullest name, aliases with their rules, roles, country."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from service.core.linking.components import Components
from service.core.linking.page_forms import PageForm
from service.core.linking.spelling import fullness, name_key
from service.core.records import Alias, Mention, PageEntity, Role

_NEAREST = ("surname-nearest", 0.6)


class _Named(NamedTuple):
    mention: int
    name: str
    form: int
    moved: bool


def build_entities(
    mentions: tuple[Mention, ...],
    forms: list[PageForm],
    links: Components,
    moved: Mapping[int, int],
    roles: Mapping[int, tuple[Role, ...]],
) -> tuple[PageEntity, ...]:
    """Return the entities in order of first mention; moved gives the form a mention stands for, not its own."""
    members: dict[int, list[_Named]] = {}
    for index, form in enumerate(forms):
        for mention, name in zip(form.mentions, form.names, strict=True):
            owner = moved.get(mention, index)
            members.setdefault(links.root(owner), []).append(_Named(mention, name, index, mention in moved))
    entities = [_build(sorted(named), mentions, forms, links, roles) for named in members.values()]
    order = {mention.span: index for index, mention in enumerate(mentions)}
    return tuple(sorted(entities, key=lambda entity: order[entity.mentions[0].span]))


def _build(
    named: list[_Named],
    mentions: tuple[Mention, ...],
    forms: list[PageForm],
    links: Components,
    roles: Mapping[int, tuple[Role, ...]],
) -> PageEntity:
    name = _fullest(named)
    return PageEntity(
        type=mentions[named[0].mention].type,
        name=name,
        mentions=tuple(mentions[one.mention] for one in named),
        aliases=_aliases(named, name, links),
        roles=tuple(role for one in named for role in roles.get(one.mention, ())),
        country=next((forms[one.form].country for one in named if forms[one.form].country), None),
    )


def _fullest(named: list[_Named]) -> str:
    counts = Counter(one.name for one in named if not one.moved)
    return max(
        counts or Counter(one.name for one in named),
        key=lambda name: (fullness(name)[:2], counts[name], fullness(name)),
    )


def _aliases(named: list[_Named], name: str, links: Components) -> tuple[Alias, ...]:
    counts = Counter(one.name for one in named)
    rules: dict[str, tuple[str, float]] = {}
    for one in named:
        rules.setdefault(one.name, _rule_of(one, name, links))
    return tuple(Alias(alias, count, *rules[alias]) for alias, count in counts.items() if alias != name)


def _rule_of(one: _Named, name: str, links: Components) -> tuple[str, float]:
    if one.moved:
        return _NEAREST
    if name_key(one.name) == name_key(name):
        return "spelling", 1.0
    return links.rules.get(one.form, ("exact", 1.0))
