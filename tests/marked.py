"""Texts for tests with their names marked: P{…} a person, O{…} an organisation, L{…} a place."""

import re

from service.core.arabic.texts import FieldText, read_texts
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.page_linking import link_mentions
from service.core.records import EntityType, Mention, PageEntity, Span

_MARK = re.compile(r"([POL])\{([^{}]*)\}")
_TYPES: dict[str, EntityType] = {"P": "person", "O": "organization", "L": "place"}


def read_marked(marked: str, title: str | None = None) -> tuple[tuple[FieldText, ...], tuple[Mention, ...]]:
    """Return the texts without marks, and the mentions that the marks name."""
    mentions: list[Mention] = []
    plain = {"title": "", "body": ""}
    for field, text in (("title", title or ""), ("body", marked)):
        at = 0
        for match in _MARK.finditer(text):
            plain[field] += text[at : match.start()]
            start = len(plain[field])
            plain[field] += match[2]
            span = Span(field, start, start + len(match[2]), match[2])  # type: ignore[arg-type]
            mentions.append(Mention(span, _TYPES[match[1]], "marked", 1.0))
            at = match.end()
        plain[field] += text[at:]
    return read_texts(plain["title"] or None, plain["body"]), tuple(mentions)


def link_marked(marked: str, linking: LinkingKnowledge, title: str | None = None) -> tuple[PageEntity, ...]:
    """Return the entities of a marked text."""
    texts, mentions = read_marked(marked, title)
    return link_mentions(texts, mentions, linking)
