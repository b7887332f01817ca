"""What linking knows: countries and their adjectives, institutions' other names, words of offices, native names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from service.core.linking.authority import AuthorityEntry
from service.core.records import EntityType


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Folded words of offices and titles; heads are masculine singular without the article."""

    heads: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    honorifics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    qualifiers: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    reaching: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # prepositions within offices; of which, or any
    saying: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    dynastic: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LinkingKnowledge:
    """Name keys (spelling.name_key) and folded words that linking looks up."""

    countries: Mapping[str, str] = field(default_factory=dict)
    nisbas: Mapping[str, str] = field(default_factory=dict)
    institutions: Mapping[str, str] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    page_classes: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    families: Mapping[str, str] = field(default_factory=dict)
    bynames: frozenset[str] = frozenset()
    byname_links: frozenset[str] = frozenset()
    doubtful: Mapping[str, str] = field(default_factory=dict)
    native: frozenset[str] = frozenset()
    roles: RoleWords = field(default_factory=RoleWords)
    anchors: Mapping[tuple[EntityType, str], tuple[str, str]] = field(default_factory=dict)
    entries: Mapping[tuple[EntityType, str], AuthorityEntry] = field(default_factory=dict)

    def entry_of(self, core: str) -> AuthorityEntry | None:
        """Return the authority file's entry for a core (cores.core_of)."""
        kind, rule, _, key = core.split(":", 3)
        return self.entries.get((cast(EntityType, kind), key)) if rule != "spelling" else None
