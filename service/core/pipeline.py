"""The local way of a page (article, mentions, entities, claims), and the global way of many: entities over pages."""

from collections.abc import Sequence

from service.core.arabic.texts import read_texts
from service.core.claims.attribution import find_claims
from service.core.corpus import ClaimFace
from service.core.details.adding import complete_claims
from service.core.groups.candidates import find_candidates
from service.core.groups.faces import Setting, face_of
from service.core.groups.grouping import group_claims
from service.core.groups.likeness import score_pairs
from service.core.groups.scenes import read_scene
from service.core.identity import identify_claim
from service.core.knowledge import Lexicon
from service.core.linking.corpus_linking import link_forms
from service.core.linking.name_forms import form_of
from service.core.linking.name_ties import ties_of
from service.core.linking.page_linking import link_mentions
from service.core.pages.read import read_article
from service.core.recognition.mentions import find_mentions
from service.core.records import Article, Page, Reading, Rejection


def read_page(page: Page, lexicon: Lexicon) -> Reading | Rejection:
    """Return what a page says, or why it cannot be read; needs no other page."""
    article = read_article(page, lexicon.pages)
    if isinstance(article, Rejection):
        return article
    return read_content(article, lexicon)


def read_content(article: Article, lexicon: Lexicon) -> Reading:
    """Return the reading of an article whose title and body are known."""
    texts = read_texts(article.title, article.body)
    entities = link_mentions(texts, find_mentions(texts, lexicon.recognition, article.outlet), lexicon.linking)
    claims = find_claims(article, texts, entities, lexicon.claims)
    return Reading(article, entities, complete_claims(article, texts, claims, lexicon.figures))


def relate_readings(readings: Sequence[Reading], lexicon: Lexicon) -> tuple[dict[tuple[str, int], str], dict[str, str]]:
    """Return the entity id of every (article id, entity index), and the group id of every claim id."""
    return link_readings(readings, lexicon), group_readings(readings, lexicon)


def link_readings(readings: Sequence[Reading], lexicon: Lexicon) -> dict[tuple[str, int], str]:
    """Return the id that each page's entity, by (article id, index), has over all these pages."""
    named = [
        ((reading.article.id, index), entity, form_of(entity, lexicon.linking))
        for reading in readings
        for index, entity in enumerate(reading.entities)
    ]
    forms = {place: form for place, _, form in named}
    ties = [tie for _, entity, form in named for tie in ties_of(entity, form, lexicon.linking)]
    linked = link_forms(forms.values(), ties, lexicon.linking)
    owners = {name.key: entity.id for entity in linked for name in entity.forms}
    return {place: owners[form.key] for place, form in forms.items()}


def group_readings(readings: Sequence[Reading], lexicon: Lexicon) -> dict[str, str]:
    """Return the group id of every claim id over all these pages."""
    faces = read_faces(readings, lexicon)
    groups = group_claims(faces.values(), score_pairs(find_candidates(faces.values()), faces))
    return {member.claim_id: group.id for group in groups for member in group.members}


def read_faces(readings: Sequence[Reading], lexicon: Lexicon) -> dict[str, ClaimFace]:
    """Return the face of every claim by its id."""
    places = [(reading, index) for reading in readings for index in range(len(reading.claims))]
    ids = [identify_claim(reading.article.id, reading.claims[index]) for reading, index in places]
    scenes = {reading.article.id: read_scene(reading.article, lexicon.likeness) for reading in readings}
    return {
        key: face_of(reading, index, key, lexicon.likeness, Setting(scene=scenes[reading.article.id]))
        for key, (reading, index) in zip(ids, places, strict=True)
    }
