"""Tells where the page turns from what was said to its own background, to what was not said, or to somebody else."""

from itertools import takewhile

from service.core.claims.frame import Frame
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.passages import Passage
from service.core.claims.quotation_ends import WITHOUT
from service.core.claims.reasons import BECAUSE
from service.core.claims.verb_forms import is_past, opens_with_verb

_COMMAS = frozenset({"،", ",", "؛", ";"})
_WHILE, _SHORTEST_FUTURE = "فيما", 4
_MEANWHILE = ("وقت", "حين")
_COUNTED = 12  # tokens behind "while" among which stands how many
_ANOTHER, _SEEMED = (BECAUSE, "بينما"), ("وبدا", "وبدت")  # who else speaks; how the speaker looked
_REMARKS, _BUT = ("بينما", "وهو", "وهي"), ("لكن", "ولكن")
_NEXT_SAID = 9  # tokens from "but" to the verb of who says something else
_OF, _NOR, _SHORTEST_VERB = "من", "ولم", 4
_WAS = ("وكان", "وكانت")
_AS = "كما"
_GOING_ON = ("ان", "انه", "انها", "هو", "هي", "كان", "في", "لو", "يجب", "لا")  # behind كما, the same words go on
_BACKGROUND_STARTS = _COMMAS | {"وذلك", "وهو"}


def is_left(passage: Passage, i: int, frame: Frame, knowledge: ClaimKnowledge) -> bool:
    """Tell whether the page leaves what was said at token i for what was not said, or for what else happens."""
    if (
        _leaves_out(passage, i, knowledge)
        or passage.word(i) in _COMMAS
        and _is_beside(passage, i + 1, frame, knowledge)
    ):
        return True
    turns = _goes_on(passage, i) or _opens_channel(passage, i, knowledge) or _turns_to_another(passage, i)
    return frame.kind == "noun" and turns


def opens_background(passage: Passage, i: int, end: int, knowledge: ClaimKnowledge) -> bool:
    """Tell whether the page's own background begins at token i, or behind the comma there."""
    word = passage.word(i)
    if word not in _BACKGROUND_STARTS:
        return word == "في" and _is_meanwhile(passage, i, knowledge)
    first = i + 1 if word in _COMMAS else i
    if passage.word(first) in _ANOTHER and passage.word(first + 1) in knowledge.forms:  # "…، إذ يقول الصياد …"
        return any(form.shape in ("perfect", "imperfect") for form in knowledge.forms[passage.word(first + 1)])
    if passage.word(first) in _SEEMED and word in _COMMAS:
        return True
    if passage.word(first) == "وهو" and passage.word(first + 1) == "ما":
        forms = knowledge.forms.get(passage.word(first + 2), ())
        return any(form.shape == "perfect" for form in forms)
    behind = passage.phrase(first, knowledge.words.background, end)
    future = passage.word(first) == _WHILE and _is_future(passage.word(behind))
    return behind > first and not (future or _counts_on(passage, first, end, knowledge))


def behind_while(passage: Passage, i: int, knowledge: ClaimKnowledge) -> int:
    """Return the token behind فيما, بينما, في حين or في وقت at token i, 0 where none of them stands."""
    if passage.word(i) in knowledge.particles.fronted:
        return i + 1
    return i + 2 if passage.word(i).removeprefix("و") == "في" and passage.word(i + 1) in _MEANWHILE else 0


def _counts_on(passage: Passage, i: int, end: int, knowledge: ClaimKnowledge) -> bool:
    """Tell the next number of a toll, which is the speaker's too: "… نقل خمسة، فيما لا يزال أحد عشر مفقودين"."""
    verb, particles = behind_while(passage, i, knowledge), knowledge.particles
    if not verb or passage.word(verb) not in particles.counting:
        return False
    clause = takewhile(lambda word: word not in _COMMAS, map(passage.word, range(verb + 1, min(verb + _COUNTED, end))))
    return any(word[:1].isdigit() or word in particles.counts or word in particles.counted for word in clause)


def _is_future(word: str) -> bool:
    """Tell ستقوم, which behind فيما is as a rule the speaker's further word."""
    return word.startswith(("ست", "سي")) and len(word) > _SHORTEST_FUTURE


def _leaves_out(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what the speaker did not say: من دون ذكر خسائر, دون أن يحدد موعدا."""
    at = i + (passage.word(i) == _OF)
    if passage.word(at) not in WITHOUT:
        return False
    that = passage.word(at + 1) == "ان" and passage.word(at + 2)[:1] in ("ي", "ت")
    return passage.word(at + 1 + that) in knowledge.particles.left_unsaid


def _goes_on(passage: Passage, i: int) -> bool:
    """Tell where the page goes on ("… وكانت الوزارة قد …"), but not in "الذي دعا إليه وكان مقررا"."""
    return passage.word(i) in _WAS and not passage.word(i + 1).endswith("ا")


def _turns_to_another(passage: Passage, i: int) -> bool:
    """Tell the other half of a headline: ينفي الوزير زيادة الأسعار والنقابة تعلق الإضراب."""
    name, word = passage.names.get(i), passage.word(i)
    joined = word.startswith("و") and (name is not None and name.attached or word.startswith("وال"))
    if passage.source.field != "title" or not joined:
        return False
    verb = passage.word(name.end if name else i + 1)
    return verb[:1] in ("ي", "ت") and len(verb) >= _SHORTEST_VERB and not verb.endswith(("ه", "ات"))


def _is_beside(passage: Passage, i: int, frame: Frame, knowledge: ClaimKnowledge) -> bool:
    """Tell what the speaker does beside saying it ("…، مشيدا بـ"), and what another does or says ("…، بينما")."""
    manner = passage.word(i) in knowledge.particles.manners and passage.word(i) not in knowledge.forms
    silent = passage.word(i) == _NOR and passage.word(i + 1) in knowledge.particles.left_unsaid
    also = passage.word(i) == _AS and passage.word(i + 1) not in _GOING_ON
    remark = passage.word(i) in _REMARKS and not _counts_on(passage, i, len(passage.tokens), knowledge)
    other = remark or also or _says_otherwise(passage, i, knowledge) or _acts(passage, i, knowledge)
    return manner or silent or frame.kind == "noun" and other


def _acts(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell what somebody else does, or what then happened: "…، وأغلق محتجون الطريق", "…، ووصلت العلاقات إلى"."""
    crowd = passage.word(i + 1) in knowledge.words.unnamed_group and passage.word(i + 1).endswith("ون")
    acts = passage.word(i).startswith("و") and (crowd or is_past(passage, i, knowledge))
    return acts or opens_with_verb(passage, i, knowledge)


def _says_otherwise(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell "…، لكن النقابة اتهمت …", behind which no conjunction leaves the verb to the speaker's own words."""
    behind = range(i + 1, i + _NEXT_SAID)
    said = (k for k in behind if any(form.shape == "perfect" for form in knowledge.forms.get(passage.word(k), ())))
    verb = next(said, 0) if passage.word(i) in _BUT else 0
    return verb > 0 and all(passage.word(k) not in knowledge.words.complementisers for k in range(i + 1, verb))


def _opens_channel(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    return passage.word(i) == "عبر" and passage.word(i + 1) in knowledge.particles.channels


def _is_meanwhile(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """في وقت أعلنت الوزارة: without comma only where a verb of saying follows."""
    forms = knowledge.forms.get(passage.word(i + 2), ())
    return passage.word(i + 1) in _MEANWHILE and any(form.shape == "perfect" for form in forms)
