"""What recognition knows: words by form and context, names by list, and the tagger."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from service.core.recognition.tagger import LabelsWords
from service.core.recognition.words import WordLists
from service.core.records import EntityType

Listed = Mapping[str, tuple[tuple[tuple[str, ...], EntityType], ...]]
Authorized = dict[str, dict[tuple[str, ...], EntityType]]  # first word, further words


@dataclass(frozen=True, slots=True)
class RecognitionKnowledge:
    """Folded words; listed names by their first word, longest first; words stand without the article but for titles."""

    strong: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    national: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    aimed: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    fields_alone: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    duals: frozenset[str] = frozenset()
    fielded: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    branches: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    apart_if_listed: frozenset[str] = frozenset()
    house_kinds: frozenset[str] = frozenset()
    regional: frozenset[str] = frozenset()
    seated: frozenset[str] = frozenset()
    paired: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    missions: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    purposed: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    united: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    bland: frozenset[str] = frozenset()
    unplaced: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    storms: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    site_kinds: frozenset[str] = frozenset()
    eponymous: frozenset[str] = frozenset()
    houses: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    plural_regions: frozenset[str] = frozenset()
    toponyms: frozenset[str] = frozenset()
    talks: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    nationalities: frozenset[str] = frozenset()
    homographs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    with_nation: frozenset[tuple[str, ...]] = frozenset()
    corps: frozenset[tuple[str, ...]] = frozenset()
    settlements: frozenset[str] = frozenset()
    listed: Listed = field(default_factory=dict)
    authorized: Authorized = field(default_factory=dict)
    words: WordLists = field(default_factory=WordLists)
    tagger: LabelsWords | None = None
    remembered: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
