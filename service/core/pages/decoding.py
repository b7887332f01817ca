"""Turns a page's bytes into text, or says why it holds none that can be read."""

import re
from typing import Literal, NamedTuple

from service.core.arabic.encodings import decode_as

Code = Literal["empty", "binary", "not-arabic", "malformed"]

_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x7fELF")
_CHARSET = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([\w\-]{3,20})", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_LETTERS = re.compile(r"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LOOKED_AT = 200_000  # characters that are enough to tell the language
_LEAST_LETTERS = 12
_MARKUP_HAS = 40  # Arabic letters that a page of another encoding does not show by chance


class Unreadable(NamedTuple):
    """Why bytes are no page: a code for programs, a reason for people."""

    code: Code
    reason: str


def decode_page(data: bytes) -> str | Unreadable:
    """Return the text of a page in whatever encoding it came."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return Unreadable("empty", "the page holds no text")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _without_null(data.decode("utf-16", "replace"))
    if data.startswith(_SIGNATURES) or b"\x00" in data[:4096]:
        return Unreadable("binary", "the page holds no text but binary data")
    return _without_null(_decode(data))


def _without_null(text: str) -> str:
    """PostgreSQL keeps no null character, and no text has one."""
    return text.replace("\x00", "\ufffd")


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", "replace")
    if mended.count("\ufffd") * 20 < len(_ARABIC.findall(mended)):
        return mended  # a few broken letters in a page of UTF-8
    declared = _CHARSET.search(data[:4096])
    names = [declared.group(1).decode("ascii"), "windows-1256"] if declared else ["windows-1256"]
    for name in names:
        text = decode_as(data, name)
        if text is not None and len(_ARABIC.findall(text)) > _MARKUP_HAS:
            return text
    return mended


def is_arabic(text: str) -> bool:
    """Tell whether at least a third of the letters are Arabic ones."""
    head = text[:_LOOKED_AT]
    letters, arabic = len("".join(_LETTERS.findall(head))), len("".join(_ARABIC_LETTERS.findall(head)))
    return arabic >= _LEAST_LETTERS and arabic * 3 >= letters


def check_language(text: str) -> Unreadable | None:
    """Return why a text is not to be read, None where it is Arabic."""
    if not text.strip():
        return Unreadable("empty", "the page holds no text")
    if not is_arabic(text):
        return Unreadable("not-arabic", "the page is not in Arabic")
    return None
