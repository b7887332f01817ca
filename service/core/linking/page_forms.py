"""Gathers the mentions of a page that are written alike into forms: what linking compares."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.core.arabic.clitics import readings
from service.core.arabic.letters import fold_word
from service.core.linking.anchors import anchor_of, anchor_of_words
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.spelling import name_key, split_name, tidy_name
from service.core.records import EntityType, Mention

_CONTRACTED = 4  # letters: للولايات is ل + الولايات, but لله is a word


@dataclass(slots=True)
class PageForm:
    """One name of one type on a page; known is (rule, meaning); mentions are indexes, names their spellings."""

    type: EntityType
    words: tuple[str, ...]
    known: tuple[str, str] | None
    mentions: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def country(self) -> str | None:
        """Return the ISO 3166-1 code of the country that the name means."""
        return self.known[1] if self.known and self.known[0] == "country-form" else None


def gather_forms(mentions: tuple[Mention, ...], knowledge: LinkingKnowledge) -> list[PageForm]:
    """Return the forms of a page in order of their first mention."""
    seen = {(mention.type, name_key(mention.span.text)) for mention in mentions}
    forms: dict[tuple[EntityType, str], PageForm] = {}
    for index, mention in enumerate(mentions):
        name = _without_clitics(mention, seen, knowledge)
        key = name_key(name)
        form = forms.get((mention.type, key))
        if form is None:
            words = split_name(name)
            known = anchor_of_words(mention.type, words, knowledge)
            form = forms[mention.type, key] = PageForm(mention.type, words, known)
        form.mentions.append(index)
        form.names.append(name)
    named = {form.country for form in forms.values()}
    for (kind, key), form in forms.items():
        doubtful = knowledge.doubtful.get(key) if kind == "place" else None
        if doubtful in named and doubtful:
            form.known = ("country-form", doubtful)
    return list(forms.values())


def _without_clitics(mention: Mention, seen: Iterable[tuple[EntityType, str]], knowledge: LinkingKnowledge) -> str:
    """Return a mention's name without a clitic (للعراق), where what remains is a name of the page or the lexicon.

    Or where it begins with the head word of an institution ("لحزب الضفاف").
    """
    name = tidy_name(mention.span.text)
    first, space, rest = name.partition(" ")
    folded = fold_word(first)
    if folded.startswith("لل") and len(folded) > _CONTRACTED:
        return "ال" + first[2:] + space + rest
    if mention.type == "person" and not space:
        return name
    for clitics, _ in readings(folded)[1:]:
        bare = first[len(clitics) :] + space + rest
        key = name_key(bare)
        if (
            (mention.type, key) in seen
            or anchor_of(mention.type, key, knowledge)
            or _is_headed(mention, bare, knowledge)
        ):
            return name if anchor_of(mention.type, name_key(name), knowledge) else bare
    return name


def _is_headed(mention: Mention, bare: str, knowledge: LinkingKnowledge) -> bool:
    first, _, rest = bare.partition(" ")
    return mention.type == "organization" and bool(rest) and fold_word(first) in knowledge.heads
