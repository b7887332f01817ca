"""Links the names of all pages that name one thing; the order in which they come changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from service.core.corpus import LinkedEntity, LinkedName, NameForm, NameTie
from service.core.linking.anchors import anchor_of_words
from service.core.linking.cores import country_of_core, identify_core, rule_of
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.settling import Standing, settle_cores
from service.core.linking.spelling import fullness, name_key, split_name

_ALIKE = 0.95  # names that share a core, but not their letters


def link_forms(
    forms: Iterable[NameForm], ties: Iterable[NameTie], knowledge: LinkingKnowledge
) -> tuple[LinkedEntity, ...]:
    """Return the entities that these forms name, ordered by id.

    Forms with one core are one. Then a name that ties offer to one longer name alone joins it; what is offered to
    several stays apart.
    """
    merged: dict[str, NameForm] = {}
    for form in forms:
        merged[form.key] = merge_forms(merged.get(form.key, form), form)
    standings = settle_cores(gather_offices(merged.values()), ties, {})
    return tuple(sorted(compose_entities(merged.values(), standings, knowledge), key=lambda entity: entity.id))


def merge_forms(left: NameForm, right: NameForm) -> NameForm:
    """Return one form from two with the same key; the same whichever comes first."""
    if left.offices == right.offices:
        return left
    return left._replace(offices=tuple(sorted({*left.offices, *right.offices})))


def gather_offices(forms: Iterable[NameForm]) -> dict[str, frozenset[str]]:
    """Return the offices of every core."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        found[form.core].update(form.offices)
    return {core: frozenset(offices) for core, offices in found.items()}


def compose_entities(
    forms: Iterable[NameForm], standings: Mapping[str, Standing], knowledge: LinkingKnowledge
) -> list[LinkedEntity]:
    """Return the entities that forms make together, by the cores that theirs stand for."""
    members: dict[str, list[NameForm]] = defaultdict(list)
    for form in forms:
        members[standings[form.core].root].append(form)
    return [_compose(root, named, standings, knowledge) for root, named in members.items()]


def _compose(
    root: str, forms: list[NameForm], standings: Mapping[str, Standing], knowledge: LinkingKnowledge
) -> LinkedEntity:
    best = max((form for form in forms if form.core == root), key=lambda form: fullness(form.name), default=forms[0])
    names = tuple(
        LinkedName(form.key, *_reason(form, best, standings[form.core], knowledge))
        for form in sorted(forms, key=lambda form: form.key)
    )
    entry = knowledge.entry_of(root)
    wikidata = entry.wikidata if entry else None
    number = identify_core(root, knowledge)
    return LinkedEntity(number, best.type, best.name, names, country_of_core(root), wikidata)


def _reason(form: NameForm, best: NameForm, standing: Standing, knowledge: LinkingKnowledge) -> tuple[str, float]:
    if form.key == best.key:
        return "exact", 1.0
    if form.core != standing.root:
        return standing.rule, standing.score
    if name_key(form.name) == name_key(best.name):
        return "spelling", 1.0
    known = anchor_of_words(form.type, split_name(form.name), knowledge)
    return known[0] if known else rule_of(form.core), _ALIKE
