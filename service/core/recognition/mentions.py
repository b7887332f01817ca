"""Finds the proper names in a text."""

from collections.abc import Sequence

from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.arabic.twins import find_twins, read_twin
from service.core.recognition.aged import find_aged
from service.core.recognition.authorized import find_authorized
from service.core.recognition.contexts import find_by_context
from service.core.recognition.duals import find_duals
from service.core.recognition.extents import widen_name
from service.core.recognition.fielded import find_fielded
from service.core.recognition.homographs import refuse_homographs
from service.core.recognition.hyphened import join_hyphened
from service.core.recognition.institutions import find_institutions
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.labels import read_labels
from service.core.recognition.listed import find_cities, find_listed
from service.core.recognition.localities import find_localities
from service.core.recognition.marked_nations import closes_inside, skip_marks
from service.core.recognition.memory import remember_names
from service.core.recognition.names import Name, by_token, choose_names
from service.core.recognition.nasab import find_by_nasab
from service.core.recognition.nations import same_spelling
from service.core.recognition.offices import find_officers
from service.core.recognition.outlets import OutletName, find_outlet, read_outlet, read_outlet_stem
from service.core.recognition.placed import name_by_places
from service.core.recognition.rows import accept_in_rows
from service.core.recognition.settling import agree, complete, names_medium, opens_story, outdo, outgrow, retype
from service.core.recognition.shortened import shorten_institutions
from service.core.recognition.signs import read_signs
from service.core.recognition.things import refuse_things
from service.core.recognition.twins import refuse_particles
from service.core.recognition.words import Stem, find_name_stem, find_stem, listed_stems
from service.core.records import Mention

_LEAST = 0.5  # score of an institution that needs no other sign
_LIKE, _BY, _FATHER, _HAMZAS = "ك", "ب", "و", tuple("أإآ")  # بو is another spelling of أبو
_NUNATED = ("اً", "ًا")
_LONGEST = 200  # characters of a name: what is longer is a list, and more than an index takes


def find_mentions(
    texts: tuple[FieldText, ...], known: RecognitionKnowledge, outlet: str | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of persons, organisations and places in text order, never overlapping.

    The outlet is the page's own, which its story may name.
    """
    own_outlet = read_outlet(outlet, known)
    places = [(text, skip_marks(sentence.tokens, known)) for text in texts for sentence in text.sentences]
    twins = find_twins(texts)
    words = [[read_twin(token, twins) for token in tokens] for _, tokens in places]
    signs = [read_signs(own, known) for own in words]
    labels = _label([tokens for _, tokens in places], words, known)
    names = [
        find_names(own, [one.flags for one in read], read_labels(own, mine, known), known, own_outlet)
        for own, read, mine in zip(words, signs, labels, strict=True)
    ]
    if twins:
        names = [refuse_particles(tokens, found, known) for (_, tokens), found in zip(places, names, strict=True)]
    names = shorten_institutions(list(zip(signs, names, strict=True)), known)
    remembered = [
        join_hyphened(tokens, found, known)
        for (_, tokens), found in zip(places, remember_names(names, signs, known), strict=True)
    ]
    return tuple(
        _mention(text, tokens, name, _read_stem(tokens[name.start], name, own_outlet, known))
        for (text, tokens), names in zip(places, remembered, strict=True)
        for name in names
        if tokens[name.end - 1].end - tokens[name.start].start <= _LONGEST and not _is_indefinite(name, tokens)
    )


def _is_indefinite(name: Name, tokens: Sequence[Token]) -> bool:
    """Tell one of a nation, whose ending shows that he is no country: "سورياً"."""
    return name.type == "place" and name.end == name.start + 1 and tokens[name.start].text.endswith(_NUNATED)


def _label(
    tokens: Sequence[Sequence[Token]], words: Sequence[Sequence[str]], knowledge: RecognitionKnowledge
) -> list[list[str]]:
    return knowledge.tagger.label_sentences(tokens, words) if knowledge.tagger else [[] for _ in words]


def find_names(
    words: list[str],
    flags: Sequence[int],
    tagged: list[Name],
    knowledge: RecognitionKnowledge,
    outlet: OutletName = (),
) -> list[Name]:
    """Return the names in the folded words of a sentence, given what each may begin and what the tagger sees."""
    seen = by_token(tagged)
    listed = find_listed(words, flags, knowledge)
    known = by_token(listed)
    tagged = [retype(name, known, seen) for name in tagged]
    formed = _form_institutions(words, flags, listed, tagged, knowledge)
    heads = by_token(formed)
    tagged = [outgrow(name, known, heads) for name in tagged]
    cities = find_cities(words, flags, listed, knowledge)
    officers = [complete(name, seen) for name in find_officers(words, flags, knowledge)]
    persons = [*find_by_nasab(words, tagged, knowledge), *officers, *find_aged(words, knowledge)]
    authorized = [*find_authorized(words, knowledge), *find_outlet(words, tagged, outlet)]
    fielded = [name for name in find_fielded(words, flags, knowledge) if not names_medium(name, known)]
    localities = find_localities(words, flags, [*tagged, *listed], knowledge)
    told = [name for name in find_by_context(words, flags, knowledge) if not opens_story(name, seen)]
    placed = name_by_places([*listed, *tagged, *cities], words, knowledge)
    chosen = choose_names(
        [
            *authorized,
            *fielded,
            *find_duals(words, flags, knowledge),
            *listed,
            *told,
            *placed,
            *formed,
            *tagged,
            *cities,
            *persons,
            *localities,
        ]
    )
    chosen = refuse_things(refuse_homographs(chosen, words, knowledge), words, knowledge)
    return choose_names(widen_name(name, words, knowledge) for name in chosen)


def _form_institutions(
    words: list[str], flags: Sequence[int], listed: list[Name], tagged: list[Name], knowledge: RecognitionKnowledge
) -> list[Name]:
    """Return the institutions that are so by their form, weighed with what lists and tagger say of their words."""
    known, seen = by_token(listed), by_token(tagged)
    found = [outdo(name, words, known, knowledge) for name in find_institutions(words, flags, knowledge)]
    agreed = [agree(name, seen, words, knowledge) for name in found]
    formed = [name for name in agreed if name.score >= _LEAST]
    unsure = [name for name in agreed if name.score < _LEAST]
    return [*formed, *accept_in_rows(unsure, [*formed, *listed, *tagged], words)]


def _read_stem(first: Token, name: Name, outlet: OutletName, known: RecognitionKnowledge) -> Stem:
    if name.rule == "outlet":
        return read_outlet_stem(first.folded, outlet)
    listed = (stem for stem in listed_stems(first.folded) if same_spelling(stem.rest) in known.listed)
    if name.rule == "listed" and (stem := next(listed, None)):
        return stem
    kinds = known.words.kinds.get(first.folded, ())
    if name.type == "person" and ("given" in kinds or kinds and name.rule == "surname-in-page"):  # فادي, لبيد
        return Stem("", first.folded)
    stem = (find_stem if name.type == "person" else find_name_stem)(first.folded, known.words)
    return _with_own_letter(stem, first, name, known)


def _with_own_letter(stem: Stem, first: Token, name: Name, knowledge: RecognitionKnowledge) -> Stem:
    """Return a name's first letter to it that passed for a clitic: كوفي, بوعلي, but not كأحمد."""
    like = stem.clitics.endswith(_LIKE)
    father = stem.clitics.endswith(_BY) and stem.rest.startswith(_FATHER)
    known = (
        name.type != "person" and stem.rest in knowledge.words.kinds or like and first.text.lstrip("وف")[1:2] in _HAMZAS
    )
    return Stem(stem.clitics[:-1], stem.clitics[-1] + stem.rest) if (like or father) and not known else stem


def _mention(text: FieldText, tokens: tuple[Token, ...], name: Name, stem: Stem) -> Mention:
    start = tokens[name.start].start + _clitic_length(tokens[name.start], stem)
    span = text.span(start, tokens[name.end - 1].end)
    if closes_inside(span.text, text.text[span.end : span.end + 1]):
        span = text.span(start, span.end + 1)
    return Mention(span, name.type, name.rule, name.score)


def _clitic_length(token: Token, stem: Stem) -> int:
    """Return how many characters of a token are clitics, where what remains is spelled as the name."""
    if not stem.clitics or not token.folded.endswith(stem.rest):
        return 0
    left, length = len(stem.clitics), 0
    while left and length < len(token.text) and token.text[length] == stem.clitics[-left]:
        left, length = left - 1, length + 1
        while length < len(token.text) and not token.text[length].isalnum():
            length += 1
    return 0 if left else length
