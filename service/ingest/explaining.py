"""Tells in plain lines how a page was read: what each line is, who is named and why, who is said to have said what."""

from collections.abc import Iterator

from service.core.knowledge import Lexicon
from service.core.records import Claim, Page, PageEntity, Reading, Rejection
from service.ingest.clean import read_sent


def explain_page(page: Page | Rejection, lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines of an explanation."""
    reading = page if isinstance(page, Rejection) else read_sent(page, lexicon)
    if isinstance(reading, Rejection):
        yield f"{reading.name}: rejected ({reading.code}): {reading.reason}"
        return
    yield from _article(reading)
    yield "\nnames"
    for entity in reading.entities:
        yield from _entity(entity)
    yield "\nclaims"
    for number, claim in enumerate(reading.claims):
        yield from _claim(number, claim)


def _article(reading: Reading) -> Iterator[str]:
    article = reading.article
    evidence = article.date_evidence
    yield f"{article.source_name} -> {article.id}"
    yield f"title      {article.title or '-'}"
    yield f"outlet     {article.outlet or '-'}"
    yield f"published  {article.published_on or '-'}  by {evidence.basis}: {evidence.text or '-'} "
    yield from (f"           warning: {warning}" for warning in evidence.warnings)
    yield f"author     {article.author or '-'}"
    yield f"agencies   {'، '.join(article.agencies) or '-'}"
    yield f"place      {article.place or '-'}"
    yield "\nlines"
    for line in article.lines:
        yield f"{line.number:>5} {line.role:<12} {line.reason:<28} {line.text[:100]}"


def _entity(entity: PageEntity) -> Iterator[str]:
    country = f" ({entity.country})" if entity.country else ""
    yield f"- {entity.type}: {entity.name}{country}"
    for alias in entity.aliases:
        yield f"    also {alias.name} x{alias.count}  by {alias.rule} ({alias.score:.2f})"
    for role in entity.roles:
        yield f"    role {role.title}"
    for mention in entity.mentions:
        span = mention.span
        yield f"    {span.field}[{span.start}:{span.end}] {span.text}  by {mention.rule} ({mention.score:.2f})"


def _claim(number: int, claim: Claim) -> Iterator[str]:
    cue = f"{claim.cue.span.text} ({claim.cue.verb}, {claim.cue.kind})" if claim.cue else "-"
    negated = ", negated" if claim.negated else ""
    how = f"confidence {claim.confidence:.2f}  by {claim.rule or '-'}"
    yield f"{number:>3}. {claim.mode} {claim.stance}{negated}  {how}"
    yield f"     cue      {cue}"
    for speaker in claim.speakers:
        said_by = speaker.span.text if speaker.span else "-"
        yield f"     speaker  {speaker.name or '-'} [{said_by}]  {speaker.anonymity}, by {speaker.resolved_by}"
    for via in claim.via:
        yield f"     via      {via.name}"
    for figure in claim.figures:
        qualifier = f" ({figure.qualifier})" if figure.qualifier else ""
        yield f"     figure   {figure.value:,.15g} {figure.of or '-'} {figure.scope or ''}{qualifier}"
    if claim.said_on:
        yield f"     said on  {claim.said_on.day} by {claim.said_on.basis}"
    yield f"     text     {claim.text}"
