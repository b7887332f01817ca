"""Says for which shorter or other names a page's entities may stand on other pages, and under what condition."""

from collections.abc import Iterable, Iterator

from service.core.corpus import NameForm, NameTie
from service.core.linking.cores import core_of_words, is_known, rank_of, without_family
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.name_forms import HeldOffice, read_written_office
from service.core.linking.shortening import shorten
from service.core.linking.spelling import HOUSE, is_foreign, split_name
from service.core.records import PageEntity

SURNAME = "surname-and-office"
_GLOSSES = frozenset({"apposition", "acronym", "byname"})
_SHOWN = frozenset({"short-form", "nasab"})


def ties_of(entity: PageEntity, form: NameForm, knowledge: LinkingKnowledge) -> tuple[NameTie, ...]:
    """Return the ties that a page's entity of this form offers to other names.

    A page that calls somebody by a surname binds that page only: elsewhere the bare surname finds its full name where
    the office is the same. A name loses its middle freely where that is a father's name (بن) or where the name is
    foreign; of native names too many people share the rest, so that the office must be the same as well.
    """
    return tuple(sorted({tie for tie in _ties(entity, form, knowledge) if _leads_down(tie)}))


def _leads_down(tie: NameTie) -> bool:
    return not is_known(tie.taker) and rank_of(tie.giver) > rank_of(tie.taker)


def _ties(entity: PageEntity, form: NameForm, knowledge: LinkingKnowledge) -> Iterator[NameTie]:
    own = form.core
    plain = without_family(own)
    if plain:
        yield NameTie(own, plain, "class-word")
    if entity.type == "person":
        yield from _person_ties(form, entity, knowledge)
    for alias in entity.aliases:
        words = split_name(alias.name)
        if alias.rule in _GLOSSES and words and _names_alone(words, entity):
            yield from _either_way(own, core_of_words(entity.type, words, knowledge), alias.rule)


def _names_alone(words: tuple[str, ...], entity: PageEntity) -> bool:
    """A single word names no person, and no body of whose longer name it is a part (حزب)."""
    return len(words) > 1 or (entity.type == "organization" and words[0] not in split_name(entity.name))


def _either_way(one: str, other: str, rule: str) -> Iterator[NameTie]:
    """Of two names that a page shows to be one, the higher in rank gives, the lower takes."""
    if one != other:
        taker, giver = sorted((one, other), key=rank_of)
        yield NameTie(giver, taker, rule)


def _person_ties(form: NameForm, entity: PageEntity, knowledge: LinkingKnowledge) -> Iterator[NameTie]:
    own, words = form.core, split_name(entity.name)
    offices = tuple(map(read_written_office, form.offices))
    free = "بن" in words or all(is_foreign(word, knowledge.native) for word in words)
    for shorter, rule in _shorter_names(words, entity, knowledge):
        taker = core_of_words("person", shorter, knowledge)
        if free and shorter[0] != "بن":
            yield NameTie(own, taker, rule)
        else:
            yield from _by_office(own, taker, rule, offices)
    if len(words) > 1:
        telling = (office for office in offices if office.words.split()[0] not in knowledge.roles.dynastic)
        yield from _by_office(own, core_of_words("person", _surname(words), knowledge), SURNAME, telling)


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[-2:] if words[-2] == "بن" and len(words) > 2 else words[-1:]


def _by_office(giver: str, taker: str, rule: str, offices: Iterable[HeldOffice]) -> Iterator[NameTie]:
    for office in offices:
        yield NameTie(giver, taker, rule, office.words, office.country)


def _shorter_names(
    words: tuple[str, ...], entity: PageEntity, knowledge: LinkingKnowledge
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the name without its middle, and what else of two words or more its page calls the person."""
    for short in shorten("person", words, knowledge):
        if len(short.words) > 1 and (short.words[0], short.words[-1]) == (words[0], words[-1]):
            yield short.words, short.rule
    for alias in entity.aliases:
        shown = split_name(alias.name)
        if alias.rule in _SHOWN and len(shown) > 1 and _keeps_family(words, shown):
            yield shown, alias.rule


def _keeps_family(words: tuple[str, ...], shown: tuple[str, ...]) -> bool:
    """A shorter name without the last word is another's too, unless that word is the house (آل …) or a father's."""
    rest = words[len(shown) :]
    return shown[-1] == words[-1] or (shown == words[: len(shown)] and rest[0].startswith((HOUSE, "بن")))
