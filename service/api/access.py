"""Who may write: whoever is on this machine, and no page of another site in a browser there."""

import ipaddress
from urllib.parse import urlsplit

from flask import request

from service.api.errors import Problem


def check_may_write() -> None:
    """Raise a Problem where this request may not change the corpus."""
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        raise Problem(403, "A page of another site may not write here.", name="forbidden")
    if not _is_local():
        raise Problem(403, "Writing is open to this machine alone.", name="forbidden")


def _is_local() -> bool:
    """A request that a proxy passed on says so; its sender is somewhere else."""
    if "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
