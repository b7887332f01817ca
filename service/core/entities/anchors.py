"""Finds what a name is known to mean: a country, an institution of the lexicon, an entry of the authority file."""

from dataclasses import replace

from service.core.entities.authority import Authority, AuthorityEntry
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.entities.spelling import split_name
from service.core.records import EntityType


def anchor_of(kind: EntityType, key: str, knowledge: LinkingKnowledge) -> tuple[str, str] | None:
    """Return (rule, meaning) for a name key that is known; two names of one type with one meaning are one."""
    if kind == "place" and key in knowledge.countries:
        return "country-form", knowledge.countries[key]
    if kind == "organization" and key in knowledge.institutions:
        return "known-name", knowledge.institutions[key]
    anchor = knowledge.anchors.get((kind, key))
    return ("authority", anchor) if anchor else None


def anchor_of_words(kind: EntityType, words: tuple[str, ...], knowledge: LinkingKnowledge) -> tuple[str, str] | None:
    """Return what a name is known to mean, an institution's name also without its class word ("قناة")."""
    anchor = anchor_of(kind, "".join(words), knowledge)
    if anchor is None and kind == "organization" and len(words) > 1 and words[0] in knowledge.classes:
        return anchor_of(kind, "".join(words[1:]), knowledge)
    return anchor


def add_authority(knowledge: LinkingKnowledge, authority: Authority) -> LinkingKnowledge:
    """Return the knowledge with an authority file's entries; what the lexicon knows by a name keeps its meaning."""
    anchors: dict[tuple[EntityType, str], str] = {}
    entries: dict[tuple[EntityType, str], AuthorityEntry] = {}
    names: dict[str, list[str]] = {}
    for (_, key), entry in authority.by_name.items():
        names.setdefault(entry.id, []).append(key)
    for (kind, key), entry in authority.by_name.items():
        known = (anchor_of(kind, name, knowledge) for name in names[entry.id])
        anchor = next((meaning for found in known if found for meaning in found[1:]), entry.id)
        anchors[kind, key] = anchor
        entries.setdefault((kind, anchor), entry)
    return replace(knowledge, anchors=anchors, entries=entries)


def main_name(name: str, knowledge: LinkingKnowledge) -> str:
    """Return a person's name, or the first name that the authority file gives that person."""
    anchor = knowledge.anchors.get(("person", "".join(split_name(name))))
    return knowledge.entries["person", anchor].names[0] if anchor else name
