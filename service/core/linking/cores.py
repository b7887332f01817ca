"""Gives every name its core: what all spellings of one name share, without a look at any other name."""

from service.core.identity import make_id
from service.core.linking.anchors import meaning_of_words
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import loose_key, split_name
from service.core.records import EntityType

_SPELLING = "spelling"
_DIRECTORATE = ("المديريه", "العامه")
_ONE, _SEVERAL = "1", "2"
_LONGEST, _KEPT = 120, 100  # letters of a key; PostgreSQL indexes no more than 2,700 bytes

Rank = tuple[bool, str, int, str]


def core_of(kind: EntityType, name: str, country: str | None, knowledge: LinkingKnowledge) -> str:
    """Return the core of a name of one type; country: the ISO 3166-1 code, where the name means a country.

    A core reads "type:rule:part:key". rule says why names with one key are one: country-form, known-name, authority, or
    spelling. part tells apart what must not be one: the media of one name, a bare word and a name of several.
    """
    if country:
        return f"{kind}:country-form::{country}"
    return core_of_words(kind, split_name(name), knowledge)


def core_of_words(kind: EntityType, words: tuple[str, ...], knowledge: LinkingKnowledge) -> str:
    """Return the core of a name that is split into folded words and means no country."""
    known = meaning_of_words(kind, words, knowledge)
    if known:
        return f"{kind}:{known[0]}::{known[1]}"
    if kind == "person":
        part = _SEVERAL if len(words) > 1 else _ONE
        return f"{kind}:{_SPELLING}:{part}:{shorten_key(loose_key(words, knowledge.native))}"
    family, rest = part_class(kind, words, knowledge)
    return f"{kind}:{_SPELLING}:{family}:{shorten_key(''.join(rest))}"


def shorten_key(key: str) -> str:
    """Return a key that an index of any database takes, however long the name is."""
    return key if len(key) <= _LONGEST else f"{key[:_KEPT]}~{make_id('', key)}"


def part_class(
    kind: EntityType, words: tuple[str, ...], knowledge: LinkingKnowledge, within: bool = False
) -> tuple[str, tuple[str, ...]]:
    """Return the family of media that a name's class word tells, or "", and the name without its class word.

    within: on one page, where more class words may come and go. A medium's class word is none of a place (قناة السويس).
    """
    if not words:  # a name of signs alone, or of a word that only joins others
        return "", words
    if kind == "organization" and words[:2] == _DIRECTORATE and words[2:] and words[2].startswith("لل"):
        return "", ("ال" + words[2][2:], *words[3:])  # المديرية العامة للدفاع المدني, الدفاع المدني
    classes = knowledge.classes if within else knowledge.classes - knowledge.page_classes
    family = knowledge.families.get(words[0], "") if kind == "organization" else ""
    known = words[0] in classes and (family or kind == "organization" or words[0] not in knowledge.families)
    return (family, words[1:]) if len(words) > 1 and known else ("", words)


def rule_of(core: str) -> str:
    """Return why names with this core are one."""
    return core.split(":", 2)[1]


def country_of_core(core: str) -> str | None:
    """Return the ISO 3166-1 code of the country that a core means."""
    return core.split(":", 3)[3] if rule_of(core) == "country-form" else None


def is_known(core: str) -> bool:
    """Tell whether a core is a meaning that lexicon or authority file give, so that no page may change it."""
    return rule_of(core) != _SPELLING


def rank_of(core: str) -> Rank:
    """Return what orders cores: a name may only be taken for one that ranks higher, so that no chain is a circle."""
    _, rule, part, key = core.split(":", 3)
    return rule != _SPELLING, part if part in (_ONE, _SEVERAL) else "", len(key) + len(part), core


def without_family(core: str) -> str | None:
    """Return the core of a medium's name without its class word (الضفاف for صحيفة الضفاف), or None."""
    kind, rule, part, key = core.split(":", 3)
    return f"{kind}:{rule}::{key}" if part not in ("", _ONE, _SEVERAL) else None


def identify_core(core: str, knowledge: LinkingKnowledge) -> str:
    """Return the id of the entity that a core stands for: the authority file's, or one made from the core."""
    entry = knowledge.entry_of(core)
    return entry.id if entry else make_id("e", core)
