"""Ids made from content: the same pages give the same ids on any machine, in any order."""

import hashlib

from service.core.records import Claim

ID_HEX = 16  # 64 bits: at ten million records the chance of one collision is about 3 in a million


def content_hash(data: bytes) -> str:
    """Return the SHA-256 of raw bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def make_id(letter: str, *parts: object) -> str:
    """Return letter followed by 16 hexadecimal digits that depend on every part."""
    joined = "\x1f".join(str(part) for part in parts)
    return letter + hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=ID_HEX // 2).hexdigest()


def identify_claim(article_id: str, claim: Claim) -> str:
    """Return the id of a claim: its article, the places of its content, and the place of its cue."""
    places = (f"{span.field}:{span.start}:{span.end}" for span in claim.spans)
    return make_id("c", article_id, *places, claim.cue.span.start if claim.cue else "")


def make_number(text: str) -> int:
    """Return a signed number of 64 bits that depends on the text: what a key costs least as."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
