"""Reads sentences without reporting verb that rest on a source phrase at their beginning or end."""

from collections.abc import Iterator

from service.core.claims.contents import Content, read_span
from service.core.claims.knowledge import ClaimKnowledge, Verb
from service.core.claims.passages import Passage
from service.core.claims.phrases import NounPhrase
from service.core.claims.sources import SourcePhrase, find_source, is_document, is_known_source, names_source
from service.core.claims.statement import Statement
from service.core.claims.turnings import behind_while

_LONGEST_TAIL = 8  # tokens of setting (في بيان، أمس) that may follow a final source phrase
_LONGEST_RELATIVE = 14
_LONGEST_VENUE = 20  # في حوار مع الإذاعة، خلال برنامج …
_LONGEST_CLAUSE = 25
_LONGEST_CREDIT = 16
_SHORTEST = 3
_MA, _MEANWHILE = "ما", "بينما"
_COMMAS = ("،", ",")
_STOPS = (*_COMMAS, ".")


def read_source_sentence(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Iterator[Statement]:
    """Yield the statement of a sentence that names its source in a source phrase."""
    end = _before_credit(passage, start, end)
    for i in range(start, end):
        source = _find_here(passage, i, (start, end), knowledge)
        if source and source.source is None and (content := _read_before(passage, start, source, end)):
            yield Statement(passage, (i, source.end), None, "source", content, carries=True)
            return
        if source is None or source.source is None or not names_source(passage, source.source, knowledge):
            continue
        told = _extend_to_lead(passage, source.source, end, knowledge)
        if i == start and told.tail <= 0:
            told = _extend_to_comma(passage, told, knowledge)
        source = source._replace(end=max(source.end, told.tail, _find_near_lead(passage, told, knowledge)))
        content = _read_content(passage, (start, end), source, knowledge)
        if content and sum(last - first for first, last in content.ranges) >= _SHORTEST:
            carried = source.origin is not None and not is_document(passage, told, knowledge)
            denial = _read_denial(passage, i, told.start, knowledge)
            yield Statement(
                passage, (i, told.start), denial, "source", content, source.origin or told,
                relayed_by=(told,) if carried else (),
            )  # fmt: skip
        return


def read_source_clause(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> list[Statement]:
    """Return the statement of a sentence that rests on a source phrase, or of its clause before بينما."""
    whole = list(read_source_sentence(passage, start, end, knowledge))
    turn = 0 if whole else find_turn(passage, start, end, knowledge)
    return list(read_source_sentence(passage, start, turn, knowledge)) if turn else whole


def find_turn(passage: Passage, start: int, first: int, knowledge: ClaimKnowledge, *, adds: bool = False) -> int:
    """Return where a clause without reporting verb ends before token first, at فيما, or 0 where none does.

    adds: what stands there goes on as an adverb does (مشيرا إلى أن), so the clause before it ends at its comma.
    """
    turns = (k for k in range(start + _SHORTEST, first) if behind_while(passage, k, knowledge))
    turn = next((k - 1 for k in turns if passage.word(k - 1) in _COMMAS), 0)
    return turn or (first - 1 if adds and passage.word(first - 1) in _COMMAS else 0)


def find_told_end(passage: Passage, start: int, first: int, knowledge: ClaimKnowledge) -> int:
    """Return where a clause ends with its source, of whom a relative clause says more, or 0: "بحسب اللجنة التي …"."""
    related = passage.word(first - 1) in knowledge.particles.relatives
    end = first - 1 - (passage.word(first - 2) in _COMMAS)
    near = range(max(start + _SHORTEST, end - _LONGEST_RELATIVE), end)
    sources = (find_source(passage, k, end, knowledge) for k in near) if related else ()
    return end if any(source and source.source and source.end == end for source in sources) else 0


def _read_denial(passage: Passage, start: int, end: int, knowledge: ClaimKnowledge) -> Verb | None:
    """Return the verb by which a source phrase denies what it stands behind: "…، وهو ما نفاه الوزير"."""
    forms = (form for i in range(start, end) for form in knowledge.forms.get(passage.word(i), ()))
    return next((form.verb for form in forms if form.verb.kind == "deny"), None)


def _before_credit(passage: Passage, start: int, end: int) -> int:
    """Return where a sentence ends before its stop and an agency in brackets: "… بحسب المصدر.(أ.ف.ب) *"."""
    closing = next((k for k in range(end - 1, max(start, end - _SHORTEST), -1) if passage.word(k) == ")"), 0)
    near = range(closing - 1, max(start, closing - _LONGEST_CREDIT), -1)
    opening = next((k for k in near if passage.word(k) == "("), 0)
    return opening - 1 if opening and passage.word(opening - 1) == "." else end


def _read_before(passage: Passage, start: int, source: SourcePhrase, end: int) -> Content | None:
    """Return the sentence before a phrase that closes it and names nobody anew (…، وفق تعبيره)."""
    closes = all(not passage.is_word(i) for i in range(source.end, end))
    content = read_span(passage, start, source.start) if closes else None
    return content if content and content.ranges[0][1] - content.ranges[0][0] >= _SHORTEST else None


def _extend_to_lead(passage: Passage, source: NounPhrase, end: int, knowledge: ClaimKnowledge) -> NounPhrase:
    """Return a source with the relative clause or setting before فإن (وفقا للاستطلاع الذي أجراه … فإن؛ …، أمس، فإن)."""
    related = passage.word(source.reach) in knowledge.particles.relatives
    if not related and passage.word(source.reach) not in _COMMAS:
        return source
    behind = range(source.reach, min(end, source.reach + (_LONGEST_CLAUSE if related else _LONGEST_TAIL)))
    tail = next((k for k in behind if passage.word(k) in knowledge.particles.source_leads), 0)
    return source._replace(tail=tail - (passage.word(tail - 1) in _COMMAS))


def _extend_to_comma(passage: Passage, source: NounPhrase, knowledge: ClaimKnowledge) -> NounPhrase:
    """Return a source that opens a sentence with what tells of it: وبحسب تقرير صدر أمس عن الوزارة، ارتفعت …."""
    near = range(source.reach, source.reach + _LONGEST_RELATIVE)
    comma = next((k for k in near if passage.word(k) in _STOPS), source.reach)
    particles, following = knowledge.particles, passage.word(source.reach)
    told = following in particles.relatives | particles.issuing | particles.spread_by
    told = told or any(form.shape == "perfect" for form in knowledge.forms.get(passage.word(source.reach - 1), ()))
    ends = passage.word(comma) in _COMMAS and (told or passage.word(comma + 1) in particles.source_leads)
    return source._replace(tail=comma) if ends and comma > source.reach else source


def _find_near_lead(passage: Passage, source: NounPhrase, knowledge: ClaimKnowledge) -> int:
    """Return where فإن stands near behind a source (وفق بلاغ للوزارة صدر مساء أمس فإن …), 0 without one."""
    near = range(source.reach, source.reach + _LONGEST_TAIL)
    leads = knowledge.particles.source_leads
    first = next((k for k in near if passage.word(k) in leads or passage.word(k) in _STOPS), 0)
    return first if passage.word(first) in leads else 0


def _find_here(passage: Passage, i: int, sentence: tuple[int, int], knowledge: ClaimKnowledge) -> SourcePhrase | None:
    """Return the source phrase at token i, which ends at its first comma where no second one closes an apposition."""
    start, end = sentence
    source = _before_issuing(passage, find_source(passage, i, end, knowledge), knowledge)
    if source is None or i > start and passage.word(i - 1) not in _COMMAS:
        return source
    comma = next((k for k in range(i, source.end) if passage.word(k) in _COMMAS), None)
    behind = passage.word(source.end) if source.end < end else ""
    closed = behind in _COMMAS or behind in knowledge.particles.source_leads
    if comma is None or closed or i > start and comma + 1 in passage.named:
        return source
    shorter = find_source(passage, i, comma, knowledge)
    nobody = shorter is None or shorter.source is None or shorter.source.is_empty  # ما أكده لمراسلنا، فلان
    return source if nobody and _MA in {passage.word(k) for k in range(i, i + 3)} else shorter


def _before_issuing(passage: Passage, source: SourcePhrase | None, knowledge: ClaimKnowledge) -> SourcePhrase | None:
    """Return a document without the verb by which it went out: "وفق بيان للشركة صدر أمس"."""
    if (
        source is None
        or source.source is None
        or passage.word(source.source.end - 1) not in knowledge.particles.issuing
    ):
        return source
    end = source.source.end - 1
    if source.origin or end <= source.source.start or not is_document(passage, source.source, knowledge):
        return source
    return source._replace(end=end, source=source.source._replace(end=end, reach=end))


def _read_content(
    passage: Passage, sentence: tuple[int, int], source: SourcePhrase, knowledge: ClaimKnowledge
) -> Content | None:
    behind, particles = passage.word(source.end + 1), knowledge.particles
    goes_on = behind in particles.prepositions and behind not in particles.source_tails
    bounds = None if goes_on else _bounds(passage, sentence, source, knowledge)
    return read_span(passage, *bounds) if bounds else _read_halves(passage, sentence, source, knowledge)


def _read_halves(
    passage: Passage, sentence: tuple[int, int], source: SourcePhrase, knowledge: ClaimKnowledge
) -> Content | None:
    """A source between two commas (تم العثور، وفق ذات البلاغ، على …) cuts its content in two, but before بينما."""
    start, end = sentence
    if source.source is None or not is_known_source(passage, source.source, knowledge):
        return None
    if passage.word(source.start - 1) not in _COMMAS or passage.word(source.end) not in _COMMAS:
        return None
    first, second = read_span(passage, start, source.start - 1), read_span(passage, source.end + 1, end)
    if passage.word(source.end + 1) == _MEANWHILE:
        return first
    return Content(first.ranges + second.ranges, None) if first and second else None


def _leads(passage: Passage, source: SourcePhrase, knowledge: ClaimKnowledge) -> bool:
    """Tell a source behind a comma that a word such as فإن follows: it opens a clause of its own there."""
    behind = source.end + (passage.word(source.end) in _COMMAS)
    return passage.word(source.start - 1) in _COMMAS and passage.word(behind) in knowledge.particles.source_leads


def _bounds(
    passage: Passage, sentence: tuple[int, int], source: SourcePhrase, knowledge: ClaimKnowledge
) -> tuple[int, int] | None:
    start, end = sentence
    if source.start == start or _leads(passage, source, knowledge):
        i = source.end
        while i < end and (passage.word(i) in _COMMAS or passage.word(i) in knowledge.particles.source_leads):
            i += 1
        return i, end
    rest = end - source.end
    behind = passage.word(source.end)
    told = behind in knowledge.words.reporters  # وفق ما أفاد به مصدر أمني مراسل الإذاعة بالجهة
    set_in = behind in _STOPS or behind in knowledge.particles.source_tails or behind in knowledge.words.times
    longest = _LONGEST_TAIL if told or set_in else 1
    beside = behind == "علي" and passage.word(source.end + 1) == "هامش"
    longest = _LONGEST_RELATIVE if beside or behind in knowledge.particles.relatives else longest
    issued = passage.word(source.end) in knowledge.particles.issuing
    longest = _LONGEST_RELATIVE if issued else longest
    venue = behind == "في" and passage.word(source.end + 1) in knowledge.words.places_of_saying
    longest = _LONGEST_VENUE if venue else longest
    opened = source.start - start > _SHORTEST or behind not in _COMMAS  # not "وسيتم، وفق المصدر، …"
    if opened and rest <= longest or rest <= _SHORTEST and behind.startswith("ب"):
        return start, source.start
    return None
