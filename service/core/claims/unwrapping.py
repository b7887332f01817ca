"""Reads "the paper said that X said …" as X's claim, which the paper carries."""

from dataclasses import replace

from service.core.claims.statement import Statement

_NEAR = 14  # tokens into a medium's report within which the reported speaker's own verb stands


def unwrap_media(found: list[Statement]) -> list[Statement]:
    """Read "the paper said that X said …" is X's claim, carried by the paper."""
    kept: list[Statement] = []
    for statement in found:
        outer = kept[-1] if kept else None
        if outer and _tells_only_who(outer, statement):
            kept[-1] = replace(statement, relayed_by=(outer.subject,) if outer.subject and outer.medium else ())
        elif outer and statement.nested and outer.holds(statement.cue[0]) and _is_report(outer, statement):
            kept[-1] = replace(statement, nested=False, relayed_by=(outer.subject,) if outer.subject else ())
        else:
            kept.append(statement)
    return kept


def _tells_only_who(outer: Statement, inner: Statement) -> bool:
    """Tell a report that ends with the one whose verb follows (ذكرت تقارير أن الوزير الذي …، أكد أن)."""
    start, end = outer.content.ranges[0][0], outer.content.ranges[-1][1]
    subject = inner.subject
    if subject is None or subject.is_empty or outer.frame != "clause" or inner.nested:
        return False
    return start == subject.start and subject.end <= end <= inner.cue[0]


def _is_report(outer: Statement, inner: Statement) -> bool:
    near = inner.cue[0] - outer.content.ranges[0][0] < _NEAR
    accused = inner.verb is not None and inner.verb.of_somebody and not inner.verb.clause  # the medium tells of it
    return near and not accused and outer.medium and outer.content.ranges[-1][1] <= inner.content.ranges[-1][1]
