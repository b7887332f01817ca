"""Links the mentions of one page that name one thing."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from service.core.arabic.texts import FieldText
from service.core.linking.apposition import find_glosses
from service.core.linking.components import Components
from service.core.linking.cores import part_class
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.page_entities import build_entities
from service.core.linking.page_forms import PageForm, gather_forms
from service.core.linking.shortening import shorten
from service.core.linking.spelling import loose_key, word_key
from service.core.linking.titles import find_roles
from service.core.records import Mention, PageEntity


def link_mentions(
    texts: tuple[FieldText, ...], mentions: tuple[Mention, ...], linking: LinkingKnowledge
) -> tuple[PageEntity, ...]:
    """Return the page's entities in order of first mention, each with its aliases and roles.

    Two full names with one surname stay two; a bare surname that fits both goes to the one named last before it,
    and stays an entity of its own where none is named before it.
    """
    forms = gather_forms(mentions, linking)
    links = Components(len(forms))
    _link_equal(forms, links, linking)
    _link_glosses(texts, mentions, forms, links, linking)
    moved = _link_short_forms(forms, links, linking)
    roles = find_roles(texts, mentions, linking)
    return build_entities(mentions, forms, links, moved, roles)


def _link_equal(forms: list[PageForm], links: Components, knowledge: LinkingKnowledge) -> None:
    """Join forms that share a key: a country, an institution, the sound of a foreign name, the name less its class."""
    first: dict[tuple[str, str, str], int] = {}
    for index, form in enumerate(forms):
        for rule, score, key in equal_keys(form, knowledge):
            other = first.setdefault((form.type, key, "" if form.known else rule), index)
            links.join(other, index, rule, score)
    _link_media(forms, links, knowledge)


def equal_keys(form: PageForm, knowledge: LinkingKnowledge) -> Iterator[tuple[str, float, str]]:
    """Yield (rule, score, key): forms of one type with one key name one thing."""
    if form.known:
        yield form.known[0], 0.95, form.known[1]
        return
    yield "spelling", 0.95, loose_key(form.words, knowledge.native)
    if form.type != "person":
        family, name = _part_class(form, knowledge)
        yield "class-word", 0.9, f"{family}:{name}"


def _part_class(form: PageForm, knowledge: LinkingKnowledge) -> tuple[str, str]:
    family, rest = part_class(form.type, form.words, knowledge, within=True)
    return family, "".join(rest)


def _link_media(forms: list[PageForm], links: Components, knowledge: LinkingKnowledge) -> None:
    """Join a name without a class word to the one medium of that name; a paper and a station of one name stay two."""
    plain: dict[str, int] = {}
    media: dict[str, dict[str, int]] = defaultdict(dict)
    for index, form in enumerate(forms):
        if form.type == "organization" and not form.known:
            family, name = _part_class(form, knowledge)
            if family:
                media[name].setdefault(family, index)
            else:
                plain.setdefault(name, index)
    for name, index in plain.items():
        if len(media[name]) == 1:
            links.join(next(iter(media[name].values())), index, "class-word", 0.9)


def _link_glosses(
    texts: tuple[FieldText, ...],
    mentions: tuple[Mention, ...],
    forms: list[PageForm],
    links: Components,
    knowledge: LinkingKnowledge,
) -> None:
    form_of = {mention: index for index, form in enumerate(forms) for mention in form.mentions}
    for gloss in find_glosses(texts, mentions, knowledge):
        links.join(form_of[gloss.left], form_of[gloss.right], gloss.rule, gloss.score)


def _link_short_forms(forms: list[PageForm], links: Components, knowledge: LinkingKnowledge) -> dict[int, int]:
    """Join each short form to the one full name it fits; return {mention: form} where it fits several."""
    fits = _fitting_forms(forms, knowledge)
    moved: dict[int, int] = {}
    for index in sorted(fits, key=lambda i: (-len(forms[i].words), i)):
        surest = max(score for _, score in fits[index].values())
        longer = {form: rule for form, rule in fits[index].items() if rule[1] == surest}
        roots = {links.root(i) for i in longer} - {links.root(index)}
        if len(roots) == 1:
            other = next(iter(longer))
            links.join(other, index, *longer[other])
        elif roots:
            moved.update(_nearest_before(forms, forms[index], longer))
    return moved


def _fitting_forms(forms: list[PageForm], knowledge: LinkingKnowledge) -> dict[int, dict[int, tuple[str, float]]]:
    """Return for each short form the longer forms it may stand for, with rule and score."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        if not form.known:
            by_words[form.type, *_keys(form.words, knowledge)].append(index)
    fits: dict[int, dict[int, tuple[str, float]]] = defaultdict(dict)
    for index, form in enumerate(forms):
        for short in shorten(form.type, form.words, knowledge):
            for other in by_words.get((form.type, *_keys(short.words, knowledge)), ()):
                if other != index:
                    fits[other].setdefault(index, (short.rule, short.score))
    return fits


def _keys(words: Iterable[str], knowledge: LinkingKnowledge) -> Iterator[str]:
    return (word_key(word, knowledge.native) for word in words)


def _nearest_before(forms: list[PageForm], short: PageForm, longer: Iterable[int]) -> Iterator[tuple[int, int]]:
    named = sorted((mention, form) for form in longer for mention in forms[form].mentions)
    for mention in short.mentions:
        at = bisect_left(named, (mention, -1))
        if at:
            yield mention, named[at - 1][1]
