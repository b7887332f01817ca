"""Decodes bytes by the charset that a page or a header tells, if it is one that text is written in."""

import re

# Python knows codecs that are none (idna, unicode-escape) or whose time grows with the square (punycode).
_CHARSETS = re.compile(
    r"utf-?8(?:-sig)?|utf-?16(?:-?[lb]e)?|utf-?32(?:-?[lb]e)?|(?:windows-|cp)-?\d{3,4}|iso-?8859-\d{1,2}"
    r"|latin-?1|us-ascii|ascii|(?:x-)?mac-?arabic",
    re.IGNORECASE,
)


def decode_as(data: bytes, charset: str, errors: str = "replace") -> str | None:
    """Return the text of bytes; None where the charset is unknown or, with errors="strict", does not fit."""
    if not _CHARSETS.fullmatch(charset):
        return None
    try:
        return data.decode(charset.lower().removeprefix("x-").replace("_", "-"), errors)
    except (LookupError, ValueError):
        return None
