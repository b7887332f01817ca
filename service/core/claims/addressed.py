"""Tells whom a verb is said to or of, who is not its subject: "وطالب الحكومة", "واتهم الدول بـ"."""

from service.core.claims.cues import CueHit
from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.nouns import is_verbal_noun
from service.core.claims.objects import describes
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import is_known_source

_ALSO, _LOAD, _ALL = "كما", "حمل", "كل"
_WORLD = ("المجتمع", "الدولي")
_SHORTEST_PLURAL = 6  # letters with the article: الأمين is one person


def is_addressed(passage: Passage, cue: CueHit, subject: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell a noun phrase that is told: all, accusative, feminine or things behind a masculine verb (وطالب الحكومة)."""
    if subject.is_empty or not cue.form.verb.person or cue.form.shape not in ("perfect", "imperfect"):
        return False
    if _is_everybody(passage, subject, knowledge) or _is_asked(passage, cue, subject, knowledge):
        return True
    head, name = passage.written(subject.start), passage.names.get(subject.start)
    office, roles = passage.word(subject.start), knowledge.words.roles
    if office in roles and head.endswith("ة") and office[:-1] in roles and subject.start == cue.at + 1:
        return not cue.form.feminine  # واتهم وزيرة المالية بـ, not واتهم عمدة المدينة
    if name and name.type == "place":
        return not cue.form.feminine and passage.word(subject.start) not in knowledge.particles.masculine_places
    if name and name.type == "person" or not (head.startswith("ال") or _is_state(passage, subject.start, knowledge)):
        return False
    second = passage.written(subject.start + 1) if subject.end > subject.start + 1 else ""
    masculine = describes(passage, subject.start + 1) and second.startswith("ال") and second.endswith("ي")
    if masculine and cue.form.feminine and not name:  # وطالبت المجتمع الدولي
        return True
    many = head.endswith("ين") and len(head) > _SHORTEST_PLURAL or second.endswith("يين")  # الشركاء الأوروبيين
    plural = many and not name
    things = passage.word(subject.start).removeprefix("ال") in knowledge.particles.plurals_of_things
    return plural or not cue.form.feminine and (things or head.endswith(("ة", "ات")))


def _is_everybody(passage: Passage, subject: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell all there are: الجميع, كافة الأطراف, كل الأطراف (not كل من الوزير والنائب)."""
    head = passage.word(subject.start)
    each = head == _ALL and passage.word(subject.start + 1).startswith("ال")
    return each or head in knowledge.particles.everybody


def _is_asked(passage: Passage, cue: CueHit, subject: NounPhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell an authority or the world right before what is asked for, where a sentence goes on (وطالبت الحكومة بـ)."""
    opens = cue.joined and not passage.is_word(cue.at - 1) and cue.form.verb.stance == "demand"
    head, following, verb = passage.word(subject.start), passage.word(subject.end), cue.form.verb
    attached, prepared = following[:1] in ("ب", "ل"), following in verb.prepositions
    if (head, passage.word(subject.start + 1)) == _WORLD:
        return opens and (attached or prepared)
    asked = attached and subject.end == subject.start + 1 or prepared and verb.of_somebody
    many = head.startswith("ال") and head.endswith("ات")
    act = verb.noun and is_verbal_noun(following, knowledge)  # وناشدت المنظمات الدولية إدخال …
    return opens and (head in knowledge.particles.authorities and asked or many and act)


def _is_state(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a body or a state by its noun and place: منظمة, دولة جنوب السودان; not عمدة المدينة."""
    place, head = passage.names.get(i + 1), passage.word(i)
    state = place is not None and place.type == "place" and head not in knowledge.words.roles
    return state or head in knowledge.particles.bodies


def is_its_object(passage: Passage, cue: CueHit, subject: NounPhrase, frame: Frame, knowledge: ClaimKnowledge) -> bool:
    """Tell whom a verb is said of, where that alone stands between the verb and its content (واتهم الدول بـ)."""
    first = passage.word(cue.at + 1)
    if cue.form.verb.of_somebody and cue.form.feminine and first in knowledge.words.roles and not first.endswith("ه"):
        return subject.start == cue.at + 1  # اتهمت وزير الثقافة بأنه
    accusative = first.endswith("ا") and not first.startswith("ال") and cue.at + 1 not in passage.names
    if cue.form.verb.of_somebody and accusative and subject.start == cue.at + 1:
        return True  # اتهم أطرافا لم يسمها بـ
    goes_on = cue.joined or passage.word(cue.at - 1) == _ALSO
    if not (goes_on and cue.form.verb.of_somebody) or subject.is_empty or subject.start != cue.at + 1:
        return False
    name = passage.names.get(subject.start)
    own_clause = cue.form.verb.clause and frame.kind == "clause"
    thing = cue.form.verb.described and not own_clause and not is_known_source(passage, subject, knowledge)
    if thing and name is None and passage.word(subject.start).startswith("ال"):  # ووصف الأنباء التي …، بأنها
        return True
    alone = cue.form.verb.lemma == _LOAD and frame.gap_end == subject.end  # وحمّل فلانا مسؤولية: who is blamed
    if own_clause or frame.gap_end > subject.end or name and name.type == "person":
        return alone
    head, words = passage.word(subject.start), knowledge.words
    if head in words.roles or head in words.unnamed_person:
        return alone
    if head.startswith("ال"):  # ووصفت المصادر ادعاء الوزير بأنه: both stand there
        return all("ال" in passage.word(i)[:3] for i in range(subject.start + 1, subject.end))
    return head not in words.unnamed_group or name is not None
