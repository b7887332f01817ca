"""Notes at the beginning of a sentence whom it is about: a left-out subject's first choice."""

from service.core.claims.carriers import make_medium
from service.core.claims.discourse import Discourse, Turn
from service.core.claims.identities import identify
from service.core.claims.issuers import find_issuer
from service.core.claims.knowledge import ClaimKnowledge
from service.core.claims.lookalikes import looks_alike
from service.core.claims.media import named_medium_end
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.speakers import read_subject
from service.core.claims.subjects import behind_dateline
from service.core.records import Speaker

_HIS = ("ه", "ها", "هم")
_NISBA = ("ي", "يه", "ين", "ون")
_COMMAS = ("،", ",")
_THAT = "بذلك"
_LONGEST_TURN = 12  # tokens
_LONGEST_TITLE = 5
_SHORTEST_PLURAL = 6  # letters with the article: الأمين is one person
_ATTACHED = ("ل", "و", "ب")
_AND, _WE = "و", "نحن"


def enter_sentence(discourse: Discourse, passage: Passage, start: int, end: int) -> tuple[Speaker, ...]:
    """Note a sentence's media, and the person it begins with."""
    heads = discourse.knowledge.words.media_heads
    for i in range(start, end):
        word = passage.tokens[i].folded
        if word in heads or word[:1] in _ATTACHED and word[1:] in heads:
            stop = named_medium_end(passage, i + 1, end, discourse.knowledge)
            if stop > i + 1 and passage.word(i + 1) not in discourse.knowledge.particles.networks:
                make_medium(discourse, passage, NounPhrase(i, stop, stop))
    return _read_topic(discourse, passage, start, end)


def _behind_turn(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    """Step over من جهة أخرى، and the like, with what they belong to (في سياق متصل بالأزمة،)."""
    behind = passage.phrase(start, knowledge.words.turns, end)
    whose = passage.word(behind - 1).endswith(_HIS)  # من جهته ندد الوزير بالهجوم، وقال
    if behind > start and passage.word(behind) not in _COMMAS and not whose:
        near = range(behind, min(end, behind + _LONGEST_TURN))
        behind = next((k for k in near if passage.word(k) in _COMMAS), behind)
    while behind > start and passage.word(behind) in _COMMAS:
        behind += 1
    return behind


def _behind_setting(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> int:
    """Step over where and when it was, up to its comma (وفي العاصمة، هنأ الرئيس …)."""
    if passage.word(start).removeprefix("و") not in knowledge.particles.prepositions:
        return start
    near = range(start, min(end, start + _LONGEST_TURN))
    return next((k + 1 for k in near if passage.word(k) in _COMMAS), start)


def _read_topic(discourse: Discourse, passage: Passage, start: int, end: int) -> tuple[Speaker, ...]:
    """A sentence that begins with another kind of verb has its subject next, its second clause's person too."""
    known = discourse.knowledge
    start = _behind_turn(passage, behind_dateline(passage, start), end, known)
    start = _behind_setting(passage, start, end, known)
    while passage.word(start) in known.particles.before_topics:
        start += 1
    first = passage.word(start)
    if first.removeprefix("و") in known.particles.whenever and passage.word(start + 1) in known.particles.asked:
        return _remember_subject(discourse, passage, start + 1, end)
    if (
        first in known.particles.addressing
        or _reports(passage, start, known)
        or not passage.is_word(start)
        or first in known.words.roles
    ):
        return ()
    return _remember_subject(discourse, passage, start, end)


def _reports(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell a reporting verb, with و or without, from words only written like one."""
    word, forms = passage.word(i), knowledge.forms
    written = (*forms.get(word, ()), *forms.get(word[1:], ()))
    return any(not looks_alike(passage, i, form, knowledge) for form in written)


def _without_object(passage: Passage, phrase: NounPhrase) -> NounPhrase:
    """A subject without name ends behind its adjectives ("انتقد خبير مصري خطة …", "زارت اللجنة موقع …")."""
    if any(i in passage.names for i in range(phrase.start, phrase.end)):
        names = [i for i in range(phrase.start, phrase.end) if i in passage.names]
        people = [i for i in names if passage.names[i].type == "person"]
        first = names[0] if names[0] == phrase.start else (people or names)[0]
        behind = (i for i in range(passage.names[first].end, phrase.end) if not _goes_on(passage, i))
        end = next((i for i in behind if _is_no_part(passage, i)), phrase.end)
        return NounPhrase(phrase.start, end, end)
    definite = passage.word(phrase.start).startswith("ال")
    end = phrase.start + 1
    if not definite and passage.word(end).startswith("ال"):  # رئيسة المفوضية الأوروبية
        definite, end = True, end + 1
    while end < phrase.end and passage.word(end).startswith("ال") == definite and _describes(passage, phrase, end):
        end += 1
    return NounPhrase(phrase.start, end, end)


def _goes_on(passage: Passage, i: int) -> bool:
    """Tell a further name, of no place unless و joins it, or the comma before a person's."""
    name, following = passage.names.get(i), passage.names.get(i + 1)
    named = name is not None and (name.type != "place" or passage.word(i).startswith(_AND))
    return named or passage.word(i) in _COMMAS and following is not None and following.type == "person"


def _describes(passage: Passage, phrase: NounPhrase, i: int) -> bool:
    """Tell an adjective of nationality or kind that has the gender of the word before it or of the phrase's first."""
    feminine = passage.word(i).endswith("ه")
    nouns = (passage.word(i - 1), passage.word(phrase.start))
    return passage.word(i).endswith(_NISBA) and any(feminine == noun.endswith(("ه", "ات")) for noun in nouns)


def _is_no_part(passage: Passage, i: int) -> bool:
    """Tell what is no office behind a name: a place, what has no article ("بعث الوزير … رسالة"), people in plural."""
    word = passage.word(i)
    return i in passage.names or not word.startswith("ال") or word.endswith("ين") and len(word) > _SHORTEST_PLURAL


def _may_speak(word: str, knowledge: ClaimKnowledge) -> bool:
    words = knowledge.words
    if word in words.roles or word in words.unnamed_person:
        return True
    return word.startswith("ال") and word.removeprefix("ال") in words.institutions


def _names_body(passage: Passage, i: int, knowledge: ClaimKnowledge) -> bool:
    """Tell تنظيم or حركة before the name of one."""
    name, source = passage.names.get(i + 1), passage.word(i - 1) in knowledge.source_starts
    return (
        not source
        and passage.word(i) in knowledge.words.institutions
        and name is not None
        and name.type == "organization"
    )


def note_unread(discourse: Discourse, passage: Passage, start: int, end: int) -> None:
    """A verb of saying whose content was not read has its subject next, too (أثنى … وأضاف, نفى الوزير التهم وأضاف).

    end: where the sentence ends, or the first cue whose content was.
    """
    known = discourse.knowledge
    start = _behind_turn(passage, start, end, known)
    if start >= end:
        return
    issuer = find_issuer(passage, start, end, known)
    if issuer:
        discourse.remember(Turn(identify(discourse, passage, issuer).speakers, (), None))
        return
    forms = known.forms.get(passage.word(start)) or known.forms.get(passage.word(start)[1:], ())
    if any(form.shape == "perfect" and not form.pronoun for form in forms):
        _remember_subject(discourse, passage, start, end)


def _remember_subject(discourse: Discourse, passage: Passage, start: int, end: int) -> tuple[Speaker, ...]:
    known, i, first = discourse.knowledge, start + 1, passage.word(start)
    if passage.word(i) == "ما" and passage.word(i + 1) in known.particles.so_called:  # وتبنت ما تسمى …
        i += 2 + (passage.word(i + 2) in ("ب", '"', "«", "“"))
    i += passage.word(i) == _THAT  # صرح بذلك المستشار …
    titled = _titles_person(passage, i)
    known_head = i in passage.names or _names_body(passage, i, known) or _may_speak(passage.word(i), known)
    if first in known.particles.adjuncts or first == _WE or not (titled or known_head):
        return ()
    phrase = read_subject(passage, i, end, known)
    if phrase is None or phrase.is_empty or phrase.start != i:
        return ()
    speakers = identify(discourse, passage, _without_object(passage, phrase)).speakers
    discourse.remember(Turn(speakers, (), first.endswith("ت") or _is_feminine_place(discourse, passage, i)))
    return speakers


def _titles_person(passage: Passage, i: int) -> bool:
    """Tell المهندس فلان, الحكم الدولي السابق فلان: definite words up to a person's name."""
    last = next((k for k in range(i, i + _LONGEST_TITLE) if not passage.word(k).startswith("ال")), i)
    return last > i and last in passage.named


def _is_feminine_place(discourse: Discourse, passage: Passage, i: int) -> bool:
    """Tell a country or town (لكن فرنسا لن ترسل …): no verb in the masculine means it."""
    name = passage.names.get(i)
    masculine = passage.word(i) in discourse.knowledge.particles.masculine_places
    return name is not None and name.type == "place" and not masculine
