"""Finds names again that the same page has shown to be names, by their short forms too."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from service.core.entities.names import Name, choose_names
from service.core.entities.nations import is_nationality
from service.core.entities.recognition_knowledge import RecognitionKnowledge
from service.core.entities.words import UNSEEN, Stem, find_stem, readings_of
from service.core.records import EntityType

_COMMON_BITS = 12  # a word seen more than 4,000 times in 2.7 million is a word of the language first
_SCORE = 0.6
_TELLING = frozenset({"listed", "dateline", "quoted", "medium"})  # outweigh three opinions of the tagger
_EXTRAS = {"person": "surname-in-page", "place": "again-in-page", "organization": "again-in-page"}
Words = Sequence[str]
Types = dict[tuple[str, ...], Counter[EntityType]]


def remember_names(rows: list[tuple[Words, list[Name]]], knowledge: RecognitionKnowledge) -> list[list[Name]]:
    """Return every sentence's names with one type a name over the page and with names found again."""
    stems = [[find_stem(word, knowledge.words) for word in words] for words, _ in rows]
    types = _count_types(rows, stems)
    known = _short_forms(types, knowledge)
    return [
        choose_names([*_settle(names, own, types), *_find_again(names, own, known, knowledge)])
        for (_, names), own in zip(rows, stems, strict=True)
    ]


def _key(name: Name, stems: Sequence[Stem]) -> tuple[str, ...]:
    first, *others = stems[name.start : name.end]
    return (first.rest, *(stem.clitics + stem.rest for stem in others))


def _count_types(rows: list[tuple[Words, list[Name]]], stems: list[list[Stem]]) -> Types:
    types: Types = defaultdict(Counter)
    for (_, names), own in zip(rows, stems, strict=True):
        for name in names:
            types[_key(name, own)][name.type] += 3 if name.rule in _TELLING else 1
    return types


def _settle(names: list[Name], stems: Sequence[Stem], types: Types) -> list[Name]:
    settled = []
    for name in names:
        kind, count = types[_key(name, stems)].most_common(1)[0]
        more = count > types[_key(name, stems)][name.type]
        settled.append(name._replace(type=kind) if more else name)
    return settled


def _short_forms(types: Types, knowledge: RecognitionKnowledge) -> dict[str, list[tuple[tuple[str, ...], EntityType]]]:
    found: dict[str, dict[tuple[str, ...], EntityType]] = defaultdict(dict)
    for key, kinds in types.items():
        kind = kinds.most_common(1)[0][0]
        found[key[0]][key] = kind
        if kind == "person" and len(key) > 1 and _distinct(key[-1], knowledge):
            found[key[-1]].setdefault(key[-1:], kind)
    return {first: sorted(forms.items(), key=lambda form: -len(form[0])) for first, forms in found.items()}


def _distinct(word: str, knowledge: RecognitionKnowledge) -> bool:
    use = knowledge.words.uses.get(word, UNSEEN)
    kinds = knowledge.words.kinds.get(word, ())
    if is_nationality(word, knowledge) or "function" in kinds:
        return False
    return len(word) > 2 and use.bits < _COMMON_BITS


def _find_again(
    names: list[Name],
    stems: Sequence[Stem],
    known: dict[str, list[tuple[tuple[str, ...], EntityType]]],
    knowledge: RecognitionKnowledge,
) -> list[Name]:
    taken = {i for name in names for i in range(name.start, name.end)}
    found = []
    for i, stem in enumerate(stems):
        first = next((r for r in (stem.rest, *readings_of(stem.clitics + stem.rest)) if r in known), "")
        for form, kind in () if i in taken else known.get(first, ()):
            end = i + len(form)
            rest = tuple(s.clitics + s.rest for s in stems[i + 1 : end])
            telling = len(form) > 1 or _distinct(form[0], knowledge)
            if rest == form[1:] and telling and taken.isdisjoint(range(i, end)):
                found.append(Name(i, end, kind, _EXTRAS[kind], _SCORE))
                taken.update(range(i, end))
                break
    return found
