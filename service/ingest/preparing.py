"""Makes everything that one page gives ready to be written, so that workers do it and the writer need not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from service.core.corpus import ClaimFace, NameForm, NameTie, Print
from service.core.groups.candidates import day_of, make_wide_keys, page_stems, pair_on_page, read_marks
from service.core.groups.claim_keys import ClaimKeys, number_claim_keys
from service.core.groups.conflicts import make_conflict_keys
from service.core.groups.faces import Setting, face_of
from service.core.groups.grouping import group_alone
from service.core.groups.scenes import read_scene
from service.core.identity import identify_claim
from service.core.linking.authority import AuthorityEntry
from service.core.linking.cores import identify_core
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.name_forms import form_of
from service.core.linking.name_ties import ties_of
from service.core.linking.spelling import split_name, tidy_name
from service.core.pages.passages import Passage, find_passages, keys_at
from service.core.pages.reprints import print_passages
from service.core.pages.told_days import DayHints, find_hints
from service.core.records import Article, Claim, Page, PageEntity, Reading
from service.ingest.group_rows import make_group_row, name_speakers
from service.lexicon.loading import load_lexicon
from service.schemas.articles import dump_lines
from service.schemas.claims import ClaimIds, dump_claim
from service.schemas.spans import dump_mentions
from service.store.claims import GroupRow
from service.store.terms import index_terms

MOST_GIVEN = 20  # names of an authority file's entry that are served; some entries have hundreds, in all scripts


class PreparedEntity(NamedTuple):
    """A page's entity: its form, the id it has if nothing else is linked to it, and what is stored of it."""

    form: NameForm
    entity_id: str
    mentions: int
    spans: bytes
    aliases: tuple[tuple[str, str, int, float], ...]  # name, rule, count, score
    roles: tuple[str, ...]
    ties: tuple[NameTie, ...]
    wikidata: str | None = None


class Link(NamedTuple):
    """That a claim names an entity of its page: as speaker (so named), via or about, in which place of that list."""

    role: str
    place: int
    entity: int
    name: str | None = None


class PreparedClaim(NamedTuple):
    """A claim, with its document as it is if no other page changes an id in it, and its group if it stays alone.

    keys are those it may share with claims of other pages.
    """

    id: str
    anonymous: bool
    confidence: float
    document: bytes
    face: ClaimFace
    day: int
    keys: ClaimKeys
    links: tuple[Link, ...]
    terms: str
    alone: GroupRow


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page that was read: its article, what it names and what it attributes, ready for the writer.

    pairs: its claims, by id and in order, that share one of their rare stems.
    """

    page: Page
    article: Article
    lines: bytes
    terms: str
    entities: tuple[PreparedEntity, ...]
    outlet: PreparedEntity | None
    agencies: tuple[PreparedEntity, ...]
    claims: tuple[PreparedClaim, ...]
    pairs: tuple[tuple[str, str], ...]
    printed: Print
    hints: DayHints


def prepare(page: Page, reading: Reading) -> Prepared:
    """Return a reading made ready for the writer."""
    lexicon = load_lexicon()
    knowledge = lexicon.linking
    article = replace(reading.article, outlet=_worded(reading.article.outlet))
    entities = tuple(_entity(entity, knowledge) for entity in reading.entities)
    ids = tuple(entity.entity_id for entity in entities)
    passages = find_passages(article.body)
    scene = read_scene(article, lexicon.likeness) if reading.claims else ()
    found = (_claim(reading, index, ids, passages, scene) for index in range(len(reading.claims)))
    claims = {prepared.id: (prepared, stems) for prepared, stems in found}
    return Prepared(
        page=page,
        article=replace(article, lines=()),
        lines=dump_lines(article.lines),
        terms=index_terms(article.title, article.subtitle, article.body),
        entities=entities,
        outlet=prepare_name(article.outlet, knowledge) if article.outlet else None,
        agencies=tuple(prepare_name(agency, knowledge) for agency in dict.fromkeys(article.agencies)),
        claims=tuple(prepared for prepared, _ in claims.values()),
        pairs=tuple(pair_on_page({key: stems for key, (_, stems) in claims.items()})),
        printed=print_passages(passages),
        hints=find_hints(article, lexicon.pages.dates),
    )


def _worded(name: str | None) -> str | None:
    """Return a name that has a word; "---" or "؟" names nobody."""
    return name if name and split_name(name) else None


def _entity(entity: PageEntity, knowledge: LinkingKnowledge) -> PreparedEntity:
    form = form_of(entity, knowledge)
    entry = knowledge.entry_of(form.core)
    aliases = (*((alias.name, alias.rule, alias.count, alias.score) for alias in entity.aliases), *_given(entry))
    roles = tuple(role.title for role in entity.roles)
    alone = identify_core(form.core, knowledge)
    spans = dump_mentions(entity.mentions)
    wikidata = entry.wikidata if entry else None
    ties = ties_of(entity, form, knowledge)
    return PreparedEntity(form, alone, len(entity.mentions), spans, aliases, roles, ties, wikidata)


def _given(entry: AuthorityEntry | None) -> Iterator[tuple[str, str, int, float]]:
    """Yield the names that the authority file gives, of which no page may have written one."""
    for name in entry.names[:MOST_GIVEN] if entry else ():
        yield tidy_name(name), "authority", 0, 1.0


def prepare_name(name: str, knowledge: LinkingKnowledge) -> PreparedEntity:
    """Return the outlet or agency that a page names outside its text: an entity without mentions."""
    return _entity(PageEntity("organization", name, ()), knowledge)


def _claim(
    reading: Reading, index: int, entities: tuple[str, ...], passages: tuple[Passage, ...], scene: tuple[str, ...]
) -> tuple[PreparedClaim, list[str]]:
    """Return a claim, and the stems of which another claim of its page must share one to be compared with it."""
    article, claim = reading.article, reading.claims[index]
    key = identify_claim(article.id, claim)
    face = face_of(reading, index, key, load_lexicon().likeness, Setting(_copied(claim, passages), scene))
    marks = read_marks(face)
    document = dump_claim(claim, ClaimIds(key, article.id, None, entities))
    links = _links(claim)
    speakers = name_speakers((entities[link.entity], link.name) for link in links if link.name)
    terms = index_terms(claim.text)
    prepared = PreparedClaim(
        id=key,
        anonymous=any(speaker.anonymous for speaker in claim.speakers),
        confidence=round(claim.confidence, 3),
        document=document,
        face=face,
        day=day_of(face),
        keys=number_claim_keys(make_wide_keys(face, marks), make_conflict_keys(face, marks)),
        links=links,
        terms=terms,
        alone=make_group_row(group_alone(face), speakers, (), terms),
    )
    return prepared, page_stems(face, marks)


def _copied(claim: Claim, passages: tuple[Passage, ...]) -> tuple[int, ...]:
    first = claim.spans[0] if claim.spans else None
    return keys_at(passages, first.start) if first and first.field == "body" else ()


def _links(claim: Claim) -> tuple[Link, ...]:
    named = [("speaker", place, speaker.entity, speaker.name) for place, speaker in enumerate(claim.speakers)]
    named += [("via", place, via.entity, None) for place, via in enumerate(claim.via)]
    named += [("about", place, entity, None) for place, entity in enumerate(claim.about)]
    return tuple(Link(role, place, entity, name) for role, place, entity, name in named if entity is not None)
