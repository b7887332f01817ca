"""Finds names again that the same page has shown to be names, by their short forms too."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import LINKS, Name, choose_names
from service.core.recognition.nations import is_nationality
from service.core.recognition.nominals import is_described, is_foreign_field
from service.core.recognition.signs import WordSigns
from service.core.recognition.words import UNSEEN
from service.core.records import EntityType

_COMMON_BITS = 12  # a word seen more than 4,000 times in 2.7 million is a word of the language first
_SCORE = 0.6
_KIN = "ال"  # آل, folded
_GOD = "الله"  # ends names, and is no name
_TELLING = frozenset({"listed", "dateline", "quoted", "medium"})  # outweigh three opinions of the tagger
_EXTRAS = {"person": "surname-in-page", "place": "again-in-page", "organization": "again-in-page"}
Signs = Sequence[WordSigns]
Types = dict[tuple[str, ...], Counter[EntityType]]
Forms = dict[str, list[tuple[tuple[str, ...], EntityType]]]  # by their first word, the longest first


def remember_names(rows: list[list[Name]], signs: Sequence[Signs], knowledge: RecognitionKnowledge) -> list[list[Name]]:
    """Return every sentence's names with one type a name over the page and with names found again."""
    types = _count_types(rows, signs)
    known = _short_forms(types, knowledge)
    if not known:
        return rows
    settled = [_lengthen(_settle(names, own, types), own, known) for names, own in zip(rows, signs, strict=True)]
    again = [_find_again(names, own, known, knowledge) for names, own in zip(settled, signs, strict=True)]
    doubted = _doubt(rows, again, signs)
    return [
        choose_names([*names, *(name for name in more if _key(name, own) not in doubted)])
        for names, more, own in zip(settled, again, signs, strict=True)
    ]


def _doubt(rows: list[list[Name]], again: list[list[Name]], signs: Sequence[Signs]) -> set[tuple[str, ...]]:
    """Return institutions and places that the tagger alone sees, at fewer than half of the places where they stand."""
    seen: Counter[tuple[str, ...]] = Counter()
    firm = set()
    for names, own in zip(rows, signs, strict=True):
        for name in names:
            seen[_key(name, own)] += 1
            if name.rule != "tagger":
                firm.add(_key(name, own))
    more = Counter(
        _key(name, own) for names, own in zip(again, signs, strict=True) for name in names if name.type != "person"
    )
    return {key for key, count in more.items() if key not in firm and count > seen[key]}


def _key(name: Name, signs: Signs) -> tuple[str, ...]:
    first, *others = signs[name.start : name.end]
    return (first.stem.rest, *map(_whole, others))


def _whole(sign: WordSigns) -> str:
    return sign.stem.clitics + sign.stem.rest


def _count_types(rows: list[list[Name]], signs: Sequence[Signs]) -> Types:
    """Count the types by name; a person's full name tells too what its last word alone is."""
    types: Types = defaultdict(Counter)
    surnames = []
    for names, own in zip(rows, signs, strict=True):
        for name in names:
            key = _key(name, own)
            types[key][name.type] += 3 if name.rule in _TELLING else 1
            if name.type == "person" and len(key) > 1:
                surnames.append(key[-1:])
    for surname in surnames:
        if surname in types:
            types[surname]["person"] += 3
    return types


def _settle(names: list[Name], signs: Signs, types: Types) -> list[Name]:
    settled = []
    for name in names:
        kind, count = types[_key(name, signs)].most_common(1)[0]
        more = count > types[_key(name, signs)][name.type]
        settled.append(name._replace(type=kind) if more else name)
    return settled


def _lengthen(names: list[Name], signs: Signs, known: Forms) -> list[Name]:
    """Return the names, a person's as long as a known one that begins with it and goes on behind it."""
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].end:
            continue
        found.append(_lengthen_one(name, signs, known) if name.type == "person" else name)
    return found


def _lengthen_one(name: Name, signs: Signs, known: Forms) -> Name:
    key = _key(name, signs)
    for form, kind in known.get(key[0], ()):
        end = name.start + len(form)
        if len(form) <= len(key):
            break
        if kind == "person" and form == (*key, *map(_whole, signs[name.end : end])):
            return name._replace(end=end)
    return name


def _short_forms(types: Types, knowledge: RecognitionKnowledge) -> Forms:
    found: dict[str, dict[tuple[str, ...], EntityType]] = defaultdict(dict)
    for key, kinds in types.items():
        kind = kinds.most_common(1)[0][0]
        found[key[0]][key] = kind
        joined = len(key) > 2 and (key[-2] in LINKS or key[-1] == _GOD)
        title = len(key) > 1 and key[-2] == _KIN and key[-1] in knowledge.titles  # الشيخ before "صالح … آل الشيخ"
        if kind == "person" and len(key) > 1 and key[-1] != _GOD and not title and _distinct(key[-1], knowledge):
            found[key[-1]].setdefault(key[-1:], kind)
        if kind == "person" and joined:
            found[key[-2]].setdefault(key[-2:], kind)
    return {first: sorted(forms.items(), key=lambda form: -len(form[0])) for first, forms in found.items()}


def _distinct(word: str, knowledge: RecognitionKnowledge) -> bool:
    use = knowledge.words.uses.get(word, UNSEEN)
    kinds = knowledge.words.kinds.get(word, ())
    if is_nationality(word, knowledge) or "function" in kinds or word in knowledge.titles:
        return False
    return len(word) > 2 and use.bits < _COMMON_BITS


def _find_again(names: list[Name], signs: Signs, known: Forms, knowledge: RecognitionKnowledge) -> list[Name]:
    taken = {i for name in names for i in range(name.start, name.end)}
    first_words = known.keys()
    words = [_whole(sign) for sign in signs]
    found = []
    for i, sign in enumerate(signs):
        if first_words.isdisjoint(sign.forms) or i in taken:
            continue
        first = next(form for form in sign.forms if form in known)
        for form, kind in known[first]:
            end = i + len(form)
            rest = tuple(map(_whole, signs[i + 1 : end]))
            telling = len(form) > 1 or _distinct(form[0], knowledge)
            telling = telling and not is_foreign_field(words, i, knowledge)
            telling = telling and not (len(form) == 1 and is_described(words, i, form[0], knowledge))
            if rest == form[1:] and telling and taken.isdisjoint(range(i, end)):
                found.append(Name(i, end, kind, _EXTRAS[kind], _SCORE))
                taken.update(range(i, end))
                break
    return found
