"""Changes pages at random: bytes flipped, parts cut, doubled, moved, joined with others, hostile tokens put in."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from service.core.records import Page
from service.ingest.sources import read_pages
from tests.fuzz.shapes import HTML_UNITS, SENTENCE, TEXT_UNITS

_CORPUS = Path(__file__).parents[2] / "corpus"
_LONGEST = 3000  # bytes of a changed page: long enough for every rule, short enough for many pages
_BYTES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xd9", b"\xed\xa0\x80", b"\xef\xbf\xbf", b"\r", b"\xf4\x90\x80\x80",
    b"\xe2\x80\xae", b"\xc2\xa0", b"\xe2\x80\xa8",
)  # fmt: skip
_PHRASES = (
    "99999999999999999999999999999", "31/02/2021", "0000-00-00T99:99:99Z", "9999-12-31T23:59:59+99:99", "1/1/1",
    "</body>", "</html>", "<![endif]-->", "&#xD800;", "<html>", "<meta charset=utf-16>", "<meta charset=idna>",
    "<meta charset=hex>", "<meta charset=unicode-escape>", "<meta charset=punycode>", "http://[", "1e309", "½",
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[1],"author":[[]],"publisher":{}}'
    "</script>", '<meta property="article:published_time" content="9999-99-99">', "«", "»", "“", "٪٩٩٩",
    "<link rel=canonical href='http://['>",
    "٣٠ فبراير ٢٠٢١", "30 رمضان 1442 هـ", "ﷺ", "ﻻ", "قال: «", "نقلا عن ", "، ", "عام 0 ", "يوم 0/0/0000",
)  # fmt: skip
_UNITS = tuple(unit for unit in (*TEXT_UNITS.values(), *HTML_UNITS.values(), SENTENCE) if 0 < len(unit) < 99)
TOKENS = (*_BYTES, *(text.encode("utf-8", "surrogatepass") for text in (*_PHRASES, *_UNITS)))


def seed_pages() -> list[Page]:
    """Return the pages of the sample corpus."""
    files = sorted(file for file in _CORPUS.iterdir() if file.suffix in {".txt", ".html", ".jsonl"})
    return [page for file in files for page in read_pages(file, 10**7) if isinstance(page, Page)]


def mutate(pages: Sequence[Page], chance: Random) -> Page:
    """Return a page made of one or two of these by one to eight changes."""
    page = chance.choice(pages)
    data = _part(page.data, chance)
    for _ in range(chance.randint(1, 8)):
        data = chance.choice(_CHANGES)(data, chance, pages)
    kind = page.media_type if chance.random() < 0.8 else chance.choice(["text/plain", "text/html", "application/json"])
    return Page("changed", data[:_LONGEST], kind)


def _part(data: bytes, chance: Random) -> bytes:
    """Return a part of a page, in half of the cases its beginning."""
    size = chance.randint(200, _LONGEST)
    start = 0 if chance.random() < 0.5 else chance.randrange(max(1, len(data) - size))
    return data[start : start + size]


def _two(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice([1, 2, 8, 64, 512]))


def _flip(data: bytes, chance: Random, _pages: Sequence[Page]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 4, 32])):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: Random, _pages: Sequence[Page]) -> bytes:
    start, end = _two(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: Random, _pages: Sequence[Page]) -> bytes:
    start, end = _two(data, chance)
    return data[:end] + data[start:end] * chance.choice([1, 2, 20]) + data[end:]


def _insert(data: bytes, chance: Random, _pages: Sequence[Page]) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(TOKENS) * chance.choice([1, 1, 2, 40]) + data[place:]


def _shuffle(data: bytes, chance: Random, _pages: Sequence[Page]) -> bytes:
    by = chance.choice([b"\n", b" ", b"<"])
    parts = data.split(by)
    chance.shuffle(parts)
    return by.join(parts)


def _splice(data: bytes, chance: Random, pages: Sequence[Page]) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + _part(chance.choice(pages).data, chance)


def _recode(data: bytes, chance: Random, _pages: Sequence[Page]) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(["utf-16", "windows-1256", "utf-8-sig", "utf-16-le", "iso8859-6"]), "replace")


_CHANGES = (_flip, _cut, _double, _insert, _insert, _shuffle, _splice, _recode)
