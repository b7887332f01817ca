"""Links the names of all pages that name one thing; the order in which they come changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from service.core.corpus import LinkedEntity, LinkedName, NameForm, NameTie
from service.core.entities.anchors import anchor_of_words, main_name
from service.core.entities.components import Components
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.entities.name_forms import OFFICE, tie_order
from service.core.entities.roles import share_office
from service.core.entities.shortening import shorten
from service.core.entities.spelling import (
    fullness,
    is_foreign,
    loose_key,
    name_key,
    split_name,
    word_key,
)
from service.core.identity import make_id

_NO_KNOWLEDGE = LinkingKnowledge()
_STRENGTH = ("country-form", "known-name", "authority", "spelling")
_SHORT_SCORE = 0.8  # a shorter full name that fits one longer name of the whole corpus
_SURNAME_SCORE = 0.75  # a bare surname with an office that one full name of the whole corpus holds


def block_of(form: NameForm, knowledge: LinkingKnowledge = _NO_KNOWLEDGE) -> str:
    """Return the block outside of which only ties link a form: the key of its name, of a person's first and last."""
    if form.type == "person":
        words = split_name(main_name(form.name, knowledge))
        return f"person:{' '.join(_keys((*words[:1], *words[1:][-1:]), knowledge))}"
    return f"{form.type}:{_same_key(form, knowledge)[1]}"


def link_forms(
    forms: Iterable[NameForm], ties: Iterable[NameTie], knowledge: LinkingKnowledge = _NO_KNOWLEDGE
) -> tuple[LinkedEntity, ...]:
    """Return the entities that these forms name, ordered by id.

    Forms with one key are one; so are tied forms. Then shorter names of persons join the one longer name they fit,
    and bare surnames the one full name that holds their office; what fits several stays apart.
    """
    known = _merge_equal(forms)
    links = Components(len(known))
    _join_same(known, links, knowledge)
    ordered = sorted(set(ties), key=tie_order)
    _join_tied(known, (tie for tie in ordered if tie.rule != OFFICE), links, knowledge)
    _join_shorter(known, links, knowledge)
    _join_bare(known, (tie for tie in ordered if tie.rule == OFFICE), links, knowledge)
    entities = (_entity([known[i] for i in members], members, links, knowledge) for members in links.sets().values())
    return tuple(sorted(entities, key=lambda entity: entity.id))


def _merge_equal(forms: Iterable[NameForm]) -> list[NameForm]:
    """Return one form a key, with the offices of all, in the order of the keys."""
    merged: dict[str, NameForm] = {}
    for form in forms:
        old = merged.get(form.key, form)
        merged[form.key] = replace(form, roles=tuple(sorted({*old.roles, *form.roles})))
    return [merged[key] for key in sorted(merged)]


def _same_key(form: NameForm, knowledge: LinkingKnowledge) -> tuple[str, str]:
    """Return (rule, key): forms of one type with one key are one."""
    if form.country:
        return "country-form", form.country
    if known := _anchor(form, knowledge):
        return known
    words = split_name(form.name)
    if form.type != "person" and len(words) > 1 and words[0] in knowledge.classes - knowledge.page_classes:
        words = words[1:]
    parting = " " if form.type == "person" else ""
    return "spelling", loose_key(words, knowledge.native, parting)


def _anchor(form: NameForm, knowledge: LinkingKnowledge) -> tuple[str, str] | None:
    return anchor_of_words(form.type, split_name(form.name), knowledge)


def _join_same(forms: list[NameForm], links: Components, knowledge: LinkingKnowledge) -> None:
    first: dict[tuple[str, str], int] = {}
    for index, form in enumerate(forms):
        rule, key = _same_key(form, knowledge)
        other = first.setdefault((form.type, key), index)
        exact = name_key(forms[other].name) == name_key(form.name)
        links.join(other, index, "spelling" if exact else rule, 1.0 if exact else 0.95)


def _join_tied(forms: list[NameForm], ties: Iterable[NameTie], links: Components, knowledge: LinkingKnowledge) -> None:
    places = {form.key: index for index, form in enumerate(forms)}
    for tie in ties:
        left, right = places.get(tie.left), places.get(tie.right)
        if left is not None and right is not None and _may_tie(forms[left], forms[right], knowledge):
            links.join(left, right, tie.rule, 0.9)


def _may_tie(left: NameForm, right: NameForm, knowledge: LinkingKnowledge) -> bool:
    """Two things that are known apart are never one, whatever a page writes in brackets."""
    one, other = _anchor(left, knowledge), _anchor(right, knowledge)
    return left.type == right.type and (one is None or other is None or one[1] == other[1])


def _join_shorter(forms: list[NameForm], links: Components, knowledge: LinkingKnowledge) -> None:
    fits = _fitting_forms(forms, knowledge)
    for index in sorted(fits, key=lambda i: (-len(split_name(forms[i].name)), i)):
        roots = {links.root(i) for i in fits[index]} - {links.root(index)}
        if len(roots) == 1:
            links.join(min(roots), index, next(iter(fits[index].values())), _SHORT_SCORE)


def _join_bare(forms: list[NameForm], ties: Iterable[NameTie], links: Components, knowledge: LinkingKnowledge) -> None:
    """Join a bare surname to the one full name that holds an office which pages give the surname too."""
    for bare, longer in _holders(forms, ties).items():
        offices = forms[bare].roles
        holders = (full for full in longer if share_office(offices, forms[full].roles, knowledge))
        roots = {links.root(full) for full in holders} - {links.root(bare)}
        if len(roots) == 1:
            links.join(min(roots), bare, OFFICE, _SURNAME_SCORE)


def _holders(forms: list[NameForm], ties: Iterable[NameTie]) -> dict[int, set[int]]:
    """Return for each bare surname the full names that are tied to an office to which it is tied."""
    places = {form.key: index for index, form in enumerate(forms)}
    at_office: dict[str, list[int]] = defaultdict(list)
    for tie in ties:
        for end, office in ((tie.left, tie.right), (tie.right, tie.left)):
            if end in places:
                at_office[office].append(places[end])
    found: dict[int, set[int]] = defaultdict(set)
    for members in at_office.values():
        full = {index for index in members if len(split_name(forms[index].name)) > 1}
        for index in members:
            if index not in full:
                found[index] |= full
    return dict(sorted(found.items()))


def _fitting_forms(forms: list[NameForm], knowledge: LinkingKnowledge) -> Mapping[int, dict[int, str]]:
    """Return for each short name of a person the longer names it fits, with the rule."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        if form.type == "person" and not _anchor(form, knowledge):
            by_words[_keys(split_name(form.name), knowledge)].append(index)
    fits: dict[int, dict[int, str]] = defaultdict(dict)
    for index, form in enumerate(forms):
        if form.type == "person":
            for words, rule in _shorter(form, knowledge):
                for other in by_words.get(_keys(words, knowledge), ()):
                    if other != index and _may_shorten(forms[other], form, knowledge):
                        fits[other].setdefault(index, rule)
    return fits


def _shorter(form: NameForm, knowledge: LinkingKnowledge) -> Iterator[tuple[tuple[str, ...], str]]:
    """Only names that begin and end alike are in one block: a name without its middle."""
    words = split_name(form.name)
    for short in shorten("person", words, knowledge):
        if len(short.words) > 1 and (short.words[0], short.words[-1]) == (words[0], words[-1]):
            yield short.words, short.rule


def _may_shorten(short: NameForm, long: NameForm, knowledge: LinkingKnowledge) -> bool:
    """A middle name may go if it is a father's (بن), if the name is foreign, or if both hold one office."""
    words = split_name(long.name)
    if "بن" in words:
        return True
    return all(is_foreign(word, knowledge.native) for word in words) or share_office(short.roles, long.roles, knowledge)


def _keys(words: Iterable[str], knowledge: LinkingKnowledge) -> tuple[str, ...]:
    return tuple(word_key(word, knowledge.native) for word in words)


def _entity(forms: list[NameForm], members: list[int], links: Components, knowledge: LinkingKnowledge) -> LinkedEntity:
    best = max(forms, key=lambda form: fullness(form.name))
    names = tuple(
        LinkedName(form.key, *(("exact", 1.0) if form is best else links.rules.get(index, ("spelling", 1.0))))
        for index, form in zip(members, forms, strict=True)
    )
    known = min((_same_key(form, knowledge) for form in forms), key=lambda key: (_STRENGTH.index(key[0]), key[1]))
    entry = knowledge.entries.get((best.type, known[1])) if known[0] != "spelling" else None
    meaning = known[1] if known[0] in ("country-form", "known-name") else name_key(best.name)
    country = known[1] if known[0] == "country-form" else None
    number = entry.id if entry else make_id("e", best.type, meaning)
    return LinkedEntity(number, best.type, best.name, names, country, entry.wikidata if entry else None)
