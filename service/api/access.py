"""Who may write: whoever has a key, or, until one is made, whoever is on this machine."""

import ipaddress
from typing import Protocol

from flask import request

from service.api.errors import Problem
from service.api.limits import RequestCounter

_MOST_WRONG_KEYS = 20  # a minute from one address


class Keys(Protocol):
    """What tells the keys that were made; named here because the API may not import what talks to a database."""

    def is_empty(self) -> bool: ...
    def opens(self, key: str) -> bool: ...


def check_may_write(keys: Keys, wrong: RequestCounter) -> None:
    """Raise a Problem where this request may not change the corpus; wrong counts keys that open nothing."""
    if keys.is_empty():
        _check_local()
        return
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer" and key and keys.opens(key.strip()):
        return
    if key:
        _count_wrong(wrong)
    problem = Problem(401, "Writing needs a key: `Authorization: Bearer KEY`.", name="unauthorized")
    problem.headers["WWW-Authenticate"] = 'Bearer realm="isnad"'
    raise problem


def _count_wrong(wrong: RequestCounter) -> None:
    count, reset = wrong.add(f"key:{request.remote_addr}")
    if count > _MOST_WRONG_KEYS:
        problem = Problem(429, f"Too many wrong keys; wait {reset} seconds.")
        problem.headers["Retry-After"] = str(reset)
        raise problem


def _check_local() -> None:
    origin = request.headers.get("Origin")
    if origin and (origin.partition("://")[2] != request.host or not _names_this_machine(request.host)):
        raise Problem(403, "A page of another site may not write here.", name="forbidden")
    if not _is_local():
        raise Problem(403, "Until a key is made, writing is open to this machine alone.", name="forbidden")


def _names_this_machine(host: str) -> bool:
    """Tell a usual name of this machine: a stranger can make his own point here."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    return name == "localhost" or _is_loopback(name.strip("[]"))


def _is_local() -> bool:
    """A request that a proxy passed on says so; its sender is somewhere else."""
    if "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    return _is_loopback(request.remote_addr or "")


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
