"""Finds what a name is known to mean: a country, an institution of the lexicon, an entry of the authority file."""

from dataclasses import replace

from service.core.linking.authority import Authority, AuthorityEntry
from service.core.linking.knowledge import LinkingKnowledge
from service.core.records import EntityType


def anchor_of(kind: EntityType, key: str, knowledge: LinkingKnowledge) -> tuple[str, str] | None:
    """Return (rule, meaning) for a name key that is known; two names of one type with one meaning are one."""
    if kind == "place" and key in knowledge.countries:
        return "country-form", knowledge.countries[key]
    if kind == "organization" and key in knowledge.institutions:
        return "known-name", knowledge.institutions[key]
    anchor = knowledge.anchors.get((kind, key))
    return ("authority", anchor[1]) if anchor else None


def anchor_of_words(kind: EntityType, words: tuple[str, ...], knowledge: LinkingKnowledge) -> tuple[str, str] | None:
    """Return what a name is known to mean, an institution's name also without its class word ("قناة")."""
    anchor = anchor_of(kind, "".join(words), knowledge)
    if anchor is None and kind == "organization" and len(words) > 1 and words[0] in knowledge.classes:
        return anchor_of(kind, "".join(words[1:]), knowledge)
    return anchor


def meaning_of_words(kind: EntityType, words: tuple[str, ...], knowledge: LinkingKnowledge) -> tuple[str, str] | None:
    """Return (rule, meaning) as anchor_of_words, but of what the authority file only renames the lexicon's rule."""
    known = anchor_of_words(kind, words, knowledge)
    if known is None or known[0] != "authority":
        return known
    return next(
        anchor for key in ("".join(words), "".join(words[1:])) if (anchor := knowledge.anchors.get((kind, key)))
    )


def add_authority(knowledge: LinkingKnowledge, authority: Authority) -> LinkingKnowledge:
    """Return the knowledge with an authority file's entries; what the lexicon knows by a name keeps its meaning."""
    anchors: dict[tuple[EntityType, str], tuple[str, str]] = {}
    entries: dict[tuple[EntityType, str], AuthorityEntry] = {}
    names: dict[str, list[str]] = {}
    for (_, key), entry in authority.by_name.items():
        names.setdefault(entry.id, []).append(key)
    for (kind, key), entry in authority.by_name.items():
        known = (anchor_of(kind, name, knowledge) for name in names[entry.id])
        anchor = next(filter(None, known), ("authority", entry.id))
        anchors[kind, key] = anchor
        entries.setdefault((kind, anchor[1]), entry)
    return replace(knowledge, anchors=anchors, entries=entries)
