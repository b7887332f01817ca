"""Reads the offices written beside names, and which person a description by office means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from service.core.arabic.clitics import readings
from service.core.arabic.letters import fold_word
from service.core.linking.countries import country_in
from service.core.linking.knowledge import LinkingKnowledge, RoleWords
from service.core.linking.spelling import split_name
from service.core.records import Field, PageEntity

_HEAD_OF_STATE = "رييس"
_STATES = frozenset({"جمهوريه", "دوله", "بلاد", "سلطه"})
_ONTO_NOUNS = re.compile(r"\A(?:لل|بال|ال)(?=..)")  # للاتحاد, بالاتحاد, الاتحاد
_POSSESSIVES = ("ه", "ها", "هم", "هما", "هن")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as compared: its head word, its country if told, and the other words that tell it apart."""

    head: str
    country: str | None
    words: frozenset[str]


def head_of(word: str, roles: RoleWords) -> str | None:
    """Return the office (masculine, without the article) that a folded word names, clitics or not, or None."""
    for _, rest in readings(word):
        bare = rest.removeprefix("ال")
        for form in (bare, bare.removesuffix("ه"), bare.removesuffix("ي") if rest.startswith("ال") else bare):
            if form in roles.heads:
                return roles.same.get(form, form)
    return None


def read_office(words: tuple[str, ...], knowledge: LinkingKnowledge) -> Office | None:
    """Return the office that folded words describe, the first head word leading; None without a head word."""
    for at, word in enumerate(words):
        head = head_of(word, knowledge.roles)
        if head:
            rest = words[at + 1 :]
            return Office(head, country_in(rest, knowledge), frozenset(_telling(rest, knowledge)))
    return None


def _telling(words: Iterable[str], knowledge: LinkingKnowledge) -> Iterable[str]:
    for word in words:
        if word not in knowledge.roles.qualifiers and not country_in((word,), knowledge):
            yield _ONTO_NOUNS.sub("", word)


def is_same_office(asked: Office, held: Office) -> int:
    """Return 2 if a description means an office surely, 1 if it may (a country is untold), 0 if it does not.

    A full office without a country (وزير الخارجية) is first of all the holder's who was named without one, the page's
    own; a bare head (الوزير) is whoever was named last, but الرئيس is nobody who heads less than a state.
    """
    if asked.head != held.head or not asked.words <= held.words:
        return 0
    if asked.head == _HEAD_OF_STATE and not asked.words and held.words - _STATES:
        return 0
    if asked.country and held.country:
        return 2 if asked.country == held.country else 0
    return 1 if asked.country or (held.country and asked.words) else 2


def resolve_description(
    words: tuple[str, ...], before: int, entities: tuple[PageEntity, ...], field: Field, knowledge: LinkingKnowledge
) -> int | None:
    """Return the index of the person that a definite description means, or None.

    words: the folded words of the description ("الوزير", "وزير الخارجيه الالماني", "الرييس التركي", "معاليه").
    before: the code point of `field` where it stands; only persons named before it count (the title precedes the body).
    Of the persons with a compatible office (same head word, no other country, all words of the description in the
    office), those whose country is told win over those whose is not, and then the one named last.
    """
    asked = _offices_asked(words, knowledge)
    best: tuple[int, int, int] | None = None
    for index, entity in enumerate(entities):
        last = last_mention_before(entity, before, field)
        if entity.type != "person" or last < 0:
            continue
        sure = max((_fits(asked, role.title, knowledge) for role in entity.roles), default=0)
        if sure and (best is None or (sure, last) > best[:2]):
            best = (sure, last, index)
    return best[2] if best else None


def _offices_asked(words: tuple[str, ...], knowledge: LinkingKnowledge) -> list[Office]:
    heads = _heads_of_honorific(words[0], knowledge.roles) if len(words) == 1 else None
    if heads:
        return [Office(head, None, frozenset()) for head in sorted(heads)]
    office = read_office(words, knowledge)
    return [office] if office else []


def _heads_of_honorific(word: str, roles: RoleWords) -> frozenset[str] | None:
    """Return the offices of those who are called معاليه or فخامته (whose ة is a ت before the pronoun)."""
    for ending in _POSSESSIVES:
        stem = word.removesuffix(ending)
        for honorific in (stem, stem[:-1] + "ه"):
            if stem != word and (stem == honorific or stem.endswith("ت")) and honorific in roles.honorifics:
                return roles.honorifics[honorific]
    return None


def _fits(asked: list[Office], title: str, knowledge: LinkingKnowledge) -> int:
    held = _offices_held(fold_title(title), knowledge)
    return max((is_same_office(one, other) for one in asked for other in held), default=0)


def _offices_held(words: tuple[str, ...], knowledge: LinkingKnowledge) -> list[Office]:
    """Return the office that a title describes, and the rank behind it: المتحدث العسكري العميد."""
    office = read_office(words, knowledge)
    ranks = (word for before, word in pairwise(words) if before.startswith("ال") and word.startswith("ال"))
    heads = (head_of(word, knowledge.roles) for word in ranks)
    return [*([office] if office else []), *(Office(head, None, frozenset()) for head in heads if head)]


def fold_title(title: str) -> tuple[str, ...]:
    """Return the folded words of an office as written."""
    return tuple(fold_word(word) for word in split_name(title))


def last_mention_before(entity: PageEntity, before: int, field: Field) -> int:
    """Return where an entity's last mention before a place of a field ends; 0 if only the title has one, else -1."""
    last = -1
    for mention in entity.mentions:
        if mention.span.field == field and mention.span.end <= before:
            last = max(last, mention.span.end)
        elif mention.span.field == "title" and field == "body":
            last = max(last, 0)
    return last
