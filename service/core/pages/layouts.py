"""Cuts a page's text into lines and says of each what its form alone shows."""

import re
from dataclasses import dataclass

from service.core.arabic.letters import fold
from service.core.arabic.remembering import remember
from service.core.pages.wrapping import join_broken

_BREAK = re.compile(r"\r\n|\r|\n")
_EDGE = " \t\u00a0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x0b\x0c"
_MARKS = _EDGE + ".,:;!?؟،؛*•·●▪■»«\"'“”‘’|/\\()[]{}<>-–—_=+~#…↑↓←→©®™↗›‹♦◆◀▶►◄▼▲★☆✦✔"
_CLOSERS = "\"”»’')]} \u00a0"
_STOPS = ".!?؟۔…"
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_TICKER_GAP = re.compile(r"[ \u00a0\t]{2,}|\s[|•●*]\s|[ ]///?[ ]")
_TAGGED = 20_000  # characters of a text in which tags show that it was cut from HTML
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|br|li|ul|ol|tr|td|table|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_DATE_FIRST = re.compile(r"\A(\s{0,20}date\s{1,3}\d{4}-\d\d-\d\d)\s(?:-\s)?")
_GAP = re.compile(r"[ \u00a0\t]{2,}")
_CLOCKED = re.compile(r"(?:\A|\s{2,}|\s[|•●*]\s)\d{1,2}:\d\d\s")  # news of the hour: "21:02 …   20:51 …"
_WIDE = re.compile(r"[ \u00a0\t]{3,}")
_HEAD, _TAIL = 400, 120  # characters of a long line that its phrases, dates and names are looked up in


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page without blanks at its ends; key is its folded text without marks at its ends.

    Of a line longer than 400 characters the key holds the head only.
    """

    number: int
    text: str
    key: str
    words: int
    stop: bool
    arabic: bool

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands on the line."""
        return not self.text

    @property
    def paragraph(self) -> bool:
        """Tell whether the line reads like a paragraph of a story: long, or a sentence with its stop."""
        return self.arabic and (self.words >= 25 or (self.stop and self.words >= 8))

    @property
    def question(self) -> bool:
        """Tell whether the line ends as a question does."""
        return self.text.endswith(("؟", "?"))

    @property
    def calls(self) -> bool:
        """Tell whether the line ends as headlines do and sentences of news do not: asking, calling, trailing off."""
        return self.text[-12:].rstrip(_CLOSERS).endswith(("؟", "?", "!", "..", "…"))

    @property
    def told(self) -> bool:
        """Tell whether the line is a paragraph that is no headline: a question or a quotation may be one."""
        return self.paragraph and (self.words >= 25 or self.text[-12:].rstrip(_CLOSERS).endswith((".", "۔")))

    @property
    def headline(self) -> bool:
        """Tell whether the line could be a headline: a few words without a stop."""
        stop = self.text.endswith((".", "،", ":", "؛", "۔")) and not self.text.endswith("..")
        return self.arabic and 2 <= self.words <= 32 and not stop

    @property
    def tail(self) -> str:
        """The last characters of the line, where signatures stand."""
        return self.text[-_TAIL:]


def cut_lines(text: str) -> list[PageLine]:
    """Return the lines of a text, numbered from 1.

    A page in one line is cut at its gaps of two blanks and more, tags that were left in a text at blocks, and a day
    that was put before a page ("date 2023-08-06 …") from what follows. Lines broken at a width are one, with the number
    of the first.
    """
    if "</" in text[:_TAGGED]:
        text = _TAG.sub("", _BLOCK_TAG.sub("\n", text).replace("&nbsp;", " "))
    lines = _BREAK.split(_DATE_FIRST.sub(r"\1\n", text, count=1))
    if sum(not line.isspace() and line != "" for line in lines) == 1:
        lines = _GAP.split(text.strip())
    return [make_line(number, raw) for number, raw in join_broken(lines)]


def make_line(number: int, raw: str) -> PageLine:
    """Return one line with what its form shows."""
    text = raw.strip(_EDGE)
    if not text:
        return PageLine(number, "", "", 0, False, False)
    head = text[:_HEAD]
    bare = text[-12:].rstrip(_CLOSERS)
    arabic = len("".join(_ARABIC.findall(head))) * 3 >= len(head) - head.count(" ")
    return PageLine(number, text, phrase_key(head), len(text.split()), bare.endswith(tuple(_STOPS)), arabic)


@remember(1 << 14)
def phrase_key(text: str) -> str:
    """Return a short text folded, with single blanks and without marks at its ends, as phrases are looked up."""
    return " ".join(fold(text.strip(_MARKS)).split()).strip(_MARKS)


def is_strip(line: PageLine) -> bool:
    """Tell whether a line of no great length strings headlines together: hours, or gaps of three blanks and no stop."""
    head = line.text[:4000]
    return _tells_hours(head) or line.words >= 24 and not line.stop and len(_WIDE.findall(head)) >= 3


def _tells_hours(text: str) -> bool:
    return len(_CLOCKED.findall(text)) > 1


def is_ticker(line: PageLine) -> bool:
    """Tell whether a line strings several headlines together: many wide gaps, hardly a stop."""
    head = line.text[:4000]
    if _tells_hours(head):
        return True
    if line.words < 24:
        return False
    gaps = len(_TICKER_GAP.findall(head))
    return gaps >= 3 and gaps > head.count(". ") and len(head) / (gaps + 1) < 160
