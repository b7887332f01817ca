"""Loads what claim finding knows from YAML: verbs with all their written forms, and word lists."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from service.core.arabic.letters import fold
from service.core.claims.knowledge import ClaimKnowledge, ClaimWords, Confidence, Form, Particles, Shape, Verb
from service.core.errors import LexiconError
from service.lexicon.linking import load_linking_knowledge
from service.lexicon.pages import load_outlets
from service.lexicon.yaml_files import folded_set, read_yaml

_VERBS = "claims_verbs.yaml"
_WORDS = "claims_words.yaml"
_PARTICLES = "claims_particles.yaml"
_SHARES = "claims_confidence.yaml"
_PRONOUNS = ("ه", "ها", "هم", "هما")
_NOT_PREPOSITIONS = {
    "that",
    "noun",
    "person",
    "object",
    "relay",
    "insert",
    "bare",
    "opinion",
    "question",
    "from",
    "by",
    "document",
    "act",
    "whom",
    "paper",
    "cause",
    "amount",
    "clause",
    "-",
}


def load_claim_knowledge() -> ClaimKnowledge:
    """Return the checked knowledge."""
    words, particles = ClaimWords(**_read_sets(_WORDS)), Particles(**_read_sets(_PARTICLES))
    words = replace(words, turns=words.turns | {"و" + turn for turn in words.turns})
    firsts = {phrase.split()[0] for phrase in words.sources}
    starts = frozenset(firsts | {"و" + word for word in firsts})
    outlets, _ = load_outlets()
    return ClaimKnowledge(
        _read_forms(), words, particles, load_linking_knowledge(), starts, _read_confidence(), outlets
    )  # fmt: skip


def _read_confidence() -> Confidence:
    frames, speakers = (read_yaml(_SHARES)[name] for name in ("by_frame", "by_speaker"))
    return Confidence(
        {kind: float(share) for kind, share in frames.items()}, {kind: float(share) for kind, share in speakers.items()}
    )


def _read_sets(file: str) -> dict[str, frozenset[str]]:
    return {name: folded_set(f"{file}, {name}", entries) for name, entries in read_yaml(file).items()}


def _read_forms() -> dict[str, tuple[Form, ...]]:
    forms: dict[str, list[Form]] = defaultdict(list)
    for lemma, row in read_yaml(_VERBS)["verbs"].items():
        for spelling, form in _inflect(lemma, row):
            if all((known.verb, known.pronoun) != (form.verb, form.pronoun) for known in forms[spelling]):
                forms[spelling].append(form)
    return {spelling: tuple(found) for spelling, found in forms.items()}


def _inflect(lemma: str, row: list[str]) -> Iterator[tuple[str, Form]]:
    if len(row) != 6:
        raise LexiconError(f"{_VERBS}: {lemma} needs six fields")
    imperfect, participle, masdar = (fold(part) for part in row[:3])
    verb = _read_verb(lemma, row)
    for spelling, form in _perfect(fold(lemma), verb):
        if not (form.pronoun and spelling == masdar):  # دعوة is a call, not دعوه
            yield spelling, form
    if imperfect != "-":
        yield from _imperfect(imperfect, verb)
    if participle != "-":
        yield from _participle(participle, verb)
    if masdar != "-":
        yield from _masdar(masdar, verb)


def _read_verb(lemma: str, row: list[str]) -> Verb:
    takes = set(row[5].split())
    return Verb(
        lemma=lemma,
        kind=cast(Any, row[3]),
        stance=cast(Any, row[4]),
        clause="that" in takes,
        noun="noun" in takes,
        person="person" in takes,
        described="object" in takes,
        relays="relay" in takes,
        inserts="insert" in takes,
        bare="bare" in takes,
        opinion="opinion" in takes,
        asks="question" in takes,
        asked_by="من" if "from" in takes else "ب" if "by" in takes else "",
        within="document" in takes,
        of_acts="act" in takes,
        of_somebody="whom" in takes or "object" in takes,
        of_documents="paper" in takes,
        of_causes="cause" in takes,
        of_amounts="amount" in takes,
        of_clauses="clause" in takes,
        prepositions=frozenset(fold(word) for word in takes - _NOT_PREPOSITIONS),
    )


def _stem(word: str) -> str:
    """Before an ending a word gives up its weak last letter: ادعي, ادعت; دعا, دعت."""
    return word[:-1] if word[-1] in "ياو" and len(word) > 2 else word


def _perfect(word: str, verb: Verb) -> Iterator[tuple[str, Form]]:
    weak = _stem(word)
    yield from _with_pronouns(word, Form(verb, "perfect"), weak + "ا" if verb.lemma.endswith("ى") else None)
    yield from _with_pronouns(weak + "ت", Form(verb, "perfect", feminine=True))
    yield from _with_pronouns(weak + "وا", Form(verb, "perfect", plural=True), weak + "و")
    yield word + "ا", Form(verb, "perfect", plural=True)
    yield weak + "تا", Form(verb, "perfect", feminine=True, plural=True)


def _imperfect(word: str, verb: Verb) -> Iterator[tuple[str, Form]]:
    rest, weak = word[1:], _stem(word)[1:]
    yield from _with_pronouns("ي" + rest, Form(verb, "imperfect"))
    yield from _with_pronouns("ت" + rest, Form(verb, "imperfect", feminine=True))
    yield from _with_pronouns("ي" + weak + "ون", Form(verb, "imperfect", plural=True))
    yield "ي" + rest + "ان", Form(verb, "imperfect", plural=True)


def _participle(word: str, verb: Verb) -> Iterator[tuple[str, Form]]:
    yield word + "ا", Form(verb, "participle")
    yield word + "ه", Form(verb, "participle", feminine=True)
    yield _stem(word) + "ين", Form(verb, "participle", plural=True)
    yield word + "ات", Form(verb, "participle", feminine=True, plural=True)


def _masdar(word: str, verb: Verb) -> Iterator[tuple[str, Form]]:
    open_form = word[:-1] + "ت" if word.endswith("ه") else word
    for pronoun in _PRONOUNS:
        yield open_form + pronoun, Form(verb, "masdar", feminine=pronoun == "ها", pronoun=True)
    yield "ال" + word, Form(verb, "masdar")
    yield word, Form(verb, "masdar")


def _with_pronouns(word: str, form: Form, before_pronoun: str | None = None) -> Iterator[tuple[str, Form]]:
    yield word, form
    shape: Shape = form.shape
    for pronoun in _PRONOUNS:
        carried = Form(form.verb, shape, form.feminine, form.plural, pronoun=True)
        yield (before_pronoun or word) + pronoun, carried
