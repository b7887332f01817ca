"""Reads a raw page into an article: the whole way of pages/, step by step."""

import re
from typing import NamedTuple

from service.core.identity import content_hash, make_id
from service.core.pages.brands import learn_brand
from service.core.pages.bylines import drop_signing_word, may_sign
from service.core.pages.dating import Published, find_day
from service.core.pages.decoding import Unreadable, check_language, decode_page
from service.core.pages.furniture import Mark
from service.core.pages.knowledge import PageKnowledge
from service.core.pages.layouts import cut_lines, phrase_key
from service.core.pages.marked import Layout
from service.core.pages.markup import Markup, looks_like_html, read_markup
from service.core.pages.metadata_days import day_of_address, day_of_metadata
from service.core.pages.names import is_media_name, read_name
from service.core.pages.outlets import find_outlet
from service.core.pages.roles import find_roles
from service.core.pages.sources import find_agencies, find_author, find_place
from service.core.pages.titles import clean_title
from service.core.records import Article, Line, Page, Rejection

_HEADLINE = 3  # words that a headline has at least
_NO_MARK = Mark("furniture", "before-the-story")


class _Read(NamedTuple):
    """What was read of a page: its story, all that stands around it, its day, its markup if it has any."""

    layout: Layout
    around: Layout
    published: Published
    markup: Markup | None = None


def read_article(page: Page, knowledge: PageKnowledge) -> Article | Rejection:
    """Return the article that a page holds, or why it holds none."""
    text = decode_page(page.data)
    if isinstance(text, Unreadable):
        return Rejection(page.name, text.code, text.reason)
    if page.media_type == "text/html" or looks_like_html(text):
        return _read_html(page, text, knowledge)
    refused = check_language(text)
    if refused:
        return Rejection(page.name, refused.code, refused.reason)
    lines = cut_lines(text)
    knowledge = learn_brand(lines, knowledge)
    layout = find_roles(lines, knowledge)
    layout.address = page.url or _address_above(layout)
    shown = find_day(layout, knowledge)
    dated = None if shown.day else day_of_address(layout.address)
    return _make_article(page, _Read(layout, layout, dated or shown), knowledge)


def _address_above(layout: Layout) -> str:
    """Return the page's own address where its text begins with it."""
    first = next((i for i, line in enumerate(layout.lines) if not line.blank), None)
    shown = first is not None and layout.marks.get(first) == ("furniture", "address")
    return layout.lines[first].text if first is not None and shown else ""


def _read_html(page: Page, text: str, knowledge: PageKnowledge) -> Article | Rejection:
    markup = read_markup(text)
    if markup is None:
        return Rejection(page.name, "malformed", "the HTML cannot be parsed")
    refused = check_language("\n".join(markup.visible))
    if refused:
        return Rejection(page.name, refused.code, refused.reason)
    lines = cut_lines("\n".join(markup.visible))
    knowledge = learn_brand(lines, knowledge)
    visible = find_roles(lines, knowledge)
    visible.address = page.url or markup.url or ""
    layout = _lay_out(markup, _headline(markup, visible, knowledge), knowledge) if markup.story else visible
    dated = day_of_metadata(markup.date, knowledge) if markup.date else None
    dated = dated or day_of_address(visible.address)
    return _make_article(page, _Read(layout, visible, dated or find_day(visible, knowledge), markup), knowledge)


def _headline(markup: Markup, visible: Layout, knowledge: PageKnowledge) -> str:
    """Return the headline of the metadata; what the page shows as one where they give but the site's name."""
    title = clean_title(markup.title, knowledge, markup.site) if markup.title else ""
    key = phrase_key(title)
    named = len(title.split()) < _HEADLINE or is_media_name(key, knowledge) or key in knowledge.outlets
    return visible.lines[visible.title].text if named and visible.title is not None else title


def _lay_out(markup: Markup, title: str, knowledge: PageKnowledge) -> Layout:
    """Return the layout of an HTML page: its headline, then the story that was extracted, judged line by line."""
    others = {phrase_key(title), phrase_key(markup.site or "")}
    story = [line for line in markup.story if phrase_key(line) not in others]
    lines = cut_lines("\n".join([title, *story] if title else story))
    found = find_roles(lines, knowledge)
    kept = [i for i in range(1 if title else 0, len(lines)) if _is_story(found, i)]
    marks = {**found.marks, **{i: Mark("body", "extracted") for i in kept}}
    if title:
        marks[0] = Mark("title", "metadata")
    return Layout(lines, marks, found.dates, 0 if title else None, kept, found.lead, found.dek)


def _is_story(found: Layout, i: int) -> bool:
    mark = found.marks.get(i)
    return mark is None or mark.role == "body" or mark.reason in {"before-the-story", "headline-before-story"}


def _make_article(page: Page, read: _Read, knowledge: PageKnowledge) -> Article | Rejection:
    layout, markup = read.layout, read.markup
    if not layout.body:
        return Rejection(page.name, "no-article", "no story was found among the page's lines")
    url = page.url or (markup.url if markup else None)
    outlet = find_outlet(layout, knowledge, url, markup.site if markup else None)
    outlet = outlet or (find_outlet(read.around, knowledge, None, None) if markup else None)
    written = layout.lines[layout.title].text if layout.title is not None else None
    outlet, title = _part_title(written, outlet, layout, knowledge)
    sha256 = content_hash(page.data)
    return Article(
        id=make_id("a", sha256),
        source_name=page.name,
        media_type=page.media_type,
        sha256=sha256,
        title=title,
        body="\n".join(layout.lines[i].text for i in layout.body),
        lines=tuple(_line(layout, i) for i in range(len(layout.lines))),
        outlet=outlet,
        url=url,
        subtitle=layout.lines[layout.dek].text if layout.dek is not None else None,
        published_on=read.published.day,
        published_at=read.published.at,
        date_evidence=read.published.evidence,
        author=_author_of(markup, outlet, knowledge) or find_author(read.around, knowledge),
        agencies=find_agencies(layout, knowledge, outlet) or find_agencies(read.around, knowledge, outlet),
        place=find_place(layout, knowledge) or find_place(read.around, knowledge),
    )


def _author_of(markup: Markup | None, outlet: str | None, knowledge: PageKnowledge) -> str | None:
    """Return the first whom the metadata call the author and who is neither the site nor a desk."""
    others = {phrase_key(name) for name in (outlet, markup.site if markup else None) if name}
    given = (drop_signing_word(name, knowledge) for name in (markup.authors if markup else ()))
    names = (read_name(name, knowledge) for name in given)
    return next((name for name in names if phrase_key(name) not in others and may_sign(name, knowledge)), None)


def _part_title(
    written: str | None, outlet: str | None, layout: Layout, knowledge: PageKnowledge
) -> tuple[str | None, str | None]:
    """Return outlet and title; a name before the title that opens the story too is the outlet's."""
    if written is None:
        return outlet, None
    head, mark, rest = written.partition(" - ")
    lead = layout.lines[layout.body[0]].text
    if outlet is None and mark and len(head.split()) <= 4 and re.match(rf"{re.escape(head)}\s?[\-–:/]", lead):
        return head, rest
    return outlet, clean_title(written, knowledge, outlet) or None


def _line(layout: Layout, i: int) -> Line:
    mark = layout.marks.get(i, _NO_MARK)
    return Line(layout.lines[i].number, layout.lines[i].text, mark.role, mark.reason)
