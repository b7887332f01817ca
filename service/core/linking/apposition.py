"""Finds two names of one thing written side by side: a gloss in brackets or quotes, "known as"."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.arabic.letters import fold_word
from service.core.arabic.texts import FieldText
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import name_key, split_name
from service.core.records import Mention

_WIDEST = 40  # code points between a name and its byname ("، المعروف اختصارا باسم ")
_OPENERS = frozenset("([{«\"“'‹")
_CLOSERS = frozenset(")]}»\"”'›")
_ACRONYM = 6  # letters of one word that may abbreviate a longer name


class Gloss(NamedTuple):
    """Indexes of a mention and of the one that glosses it, with rule and score."""

    left: int
    right: int
    rule: str
    score: float


def find_glosses(
    texts: tuple[FieldText, ...], mentions: tuple[Mention, ...], knowledge: LinkingKnowledge
) -> Iterator[Gloss]:
    """Yield the pairs of neighbouring mentions of one type of which one is a second name of the other.

    In brackets or quotes only one word counts: a longer name there is as often a part of the first, or another body.
    """
    by_field = {text.field: text.text for text in texts}
    for index in range(len(mentions) - 1):
        left, right = mentions[index], mentions[index + 1]
        if left.type != right.type or left.type == "place" or left.span.field != right.span.field:
            continue
        if 0 < right.span.start - left.span.end <= _WIDEST:
            rule = _read_gap(by_field[left.span.field], left, right, knowledge)
            if rule:
                yield Gloss(index, index + 1, rule, 0.9)


def _read_gap(text: str, left: Mention, right: Mention, knowledge: LinkingKnowledge) -> str | None:
    gap = text[left.span.end : right.span.start].replace("\u00a0", " ")
    after = text[right.span.end : right.span.end + 1]
    if "\n" in gap:
        return None
    if _is_byname(gap, knowledge):
        return "byname"
    bracketed = len(gap.strip()) == 1 and gap.strip() in _OPENERS and after in _CLOSERS
    if not bracketed or left.type != "organization" or _may_be_source(right, left, knowledge):
        return None
    if " " in right.span.text.strip() or name_key(right.span.text) in split_name(left.span.text):
        return None
    return "acronym" if right.span.text.isascii() or len(right.span.text) <= _ACRONYM else "apposition"


def _is_byname(gap: str, knowledge: LinkingKnowledge) -> bool:
    words = [fold_word(word.strip("،,:()\"«“'ـ")) for word in gap.split()]
    words = [word for word in words if word]
    return any(word in knowledge.bynames for word in words) and all(
        word in knowledge.bynames or word in knowledge.byname_links for word in words
    )


def _may_be_source(right: Mention, left: Mention, knowledge: LinkingKnowledge) -> bool:
    """A known medium or another known institution in brackets is no gloss: "الدفاع المدني (رويترز)"."""
    one = knowledge.institutions.get(name_key(left.span.text))
    other = knowledge.institutions.get(name_key(right.span.text))
    return other is not None and (other in knowledge.media or (one is not None and one != other))
