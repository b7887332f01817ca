"""Seals values for a cache that others can write to: what was not sealed whole is not taken for an answer."""

import hashlib

_SEAL = 16  # bytes


def seal(value: bytes) -> bytes:
    """Return a value with its digest in front."""
    return hashlib.blake2b(value, digest_size=_SEAL).digest() + value


def unseal(sealed: bytes) -> bytes | None:
    """Return the value, or None where the digest does not fit (garbage, cut short, of another kind)."""
    value = sealed[_SEAL:]
    return value if hashlib.blake2b(value, digest_size=_SEAL).digest() == sealed[:_SEAL] else None
