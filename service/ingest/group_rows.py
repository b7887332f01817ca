"""Makes the row of a group of claims: its speakers by id and name, its conflicts, its document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from service.core.corpus import ClaimGroup, Conflict
from service.schemas.groups import dump_group
from service.store.claims import GroupRow
from service.store.terms import index_terms


def name_speakers(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return each entity among (entity id, name) pairs with the name given most, the entity named most first."""
    names: dict[str, Counter[str]] = {}
    for entity, name in named:
        names.setdefault(entity, Counter())[name] += 1
    best = {key: min(given, key=lambda name: (-given[name], name)) for key, given in names.items()}
    return dict(sorted(best.items(), key=lambda item: (-names[item[0]].total(), item[0])))


def make_group_row(
    group: ClaimGroup, speakers: Mapping[str, str], conflicts: Sequence[Conflict], terms: str | None = None
) -> GroupRow:
    """Return the row of a group, with the index terms of its text where they are at hand.

    Where no speaker is a known entity the document names them as the claims do.
    """
    shown = group._replace(speakers=tuple(speakers)) if speakers else group
    return GroupRow(
        id=group.id,
        claims=len(group.members),
        outlets=group.outlets,
        origins=group.independent_origins,
        first_seen=group.first_seen.isoformat() if group.first_seen else None,
        conflicting=any(conflict.comparable for conflict in conflicts),
        speakers=tuple(speakers),
        terms=index_terms(group.text) if terms is None else terms,
        document=dump_group(shown, speakers, conflicts),
    )
