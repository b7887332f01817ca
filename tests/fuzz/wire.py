"""Sends a running service bytes that are nearly HTTP, and holds what any answer must be."""

import re
import socket
from collections import Counter
from random import Random
from urllib.parse import urlsplit

_BODY = "قال الوزير سامر الزهوري إن الجسر سيفتح غدا.".encode()
_REQUESTS = (
    b"GET /claims?limit=3 HTTP/1.1\r\nHost: a\r\n\r\n",
    b'GET /articles HTTP/1.1\r\nHost: a\r\nIf-None-Match: "x"\r\nAccept-Encoding: gzip\r\n\r\n',
    b"HEAD /stats HTTP/1.1\r\nHost: a\r\nX-Request-Id: abc\r\n\r\n",
    b"GET /entities HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\nGET /claims HTTP/1.1\r\nHost: a\r\n\r\n",
    b"POST /analyze HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n" % len(_BODY) + _BODY,
    b"POST /analyze HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"%x\r\n" % len(_BODY) + _BODY + b"\r\n0\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET http://a/claims HTTP/1.1\r\nHost: a\r\n\r\n",
)  # fmt: skip
_TOKENS = (
    b"\r\n", b"\r", b"\n", b"\x00", b"\xff", b"\x80", b" ", b"\t", b":", b"%00", b"%ff%fe", b"%2e%2e/", b"?", b"#",
    b"//", b"HTTP/9.9", b"HTTP/1.0", b"HTTP/0.9", b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Host: b\r\n",
    b"Content-Length: 99999999999\r\n", b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip\r\n",
    b"Expect: 100-continue\r\n", b"Connection: close\r\n", b"Connection: upgrade\r\nUpgrade: h2c\r\n", b" folded\r\n",
    b"X: " + b"a" * 9000 + b"\r\n", b"X: a\r\n" * 150, b"/" + b"a" * 9000, b"If-None-Match: *\r\n", b"\xd9\x82",
    b"ffffffffffffffff\r\n", b"If-None-Match: \xff\r\n", b"X_Request_Id: a\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)  # fmt: skip
_STATUS = re.compile(rb"HTTP/1\.\d (\d{3}) ")
_FAULTS = {500, 502, 503, 504}


class Wire:
    """A service's port, and what it answered."""

    def __init__(self, base: str, chance: Random) -> None:
        self._address = (urlsplit(base).hostname, urlsplit(base).port)
        self._chance = chance
        self.outcomes: Counter[str] = Counter()

    def send(self) -> None:
        """Send one input and check what comes back, which may be nothing."""
        data = self._make()
        with socket.create_connection(self._address, timeout=20) as connection:
            answer = _exchange(connection, data)
        found = _STATUS.match(answer)
        assert found or not answer, (data[:200], answer[:200])
        status = int(found.group(1)) if found else 0
        self.outcomes[str(status) if found else "closed"] += 1
        assert status not in _FAULTS, (data[:300], answer[:300])
        assert b"Traceback" not in answer
        assert status < 400 or b"application/problem+json" in answer, (data[:300], answer[:300])
        assert status < 200 or status == 304 or b"X-Content-Type-Options: nosniff" in answer, (data[:300], answer[:300])

    def _make(self) -> bytes:
        chance, data = self._chance, self._chance.choice(_REQUESTS)
        for _ in range(chance.choice([0, 1, 1, 2, 4])):
            place = chance.randint(0, len(data))
            data = data[:place] + chance.choice([chance.choice(_TOKENS), chance.randbytes(1), b""]) + data[
                place + chance.choice([0, 0, 1, 9]) :]  # fmt: skip
        return data


def _exchange(connection: socket.socket, data: bytes) -> bytes:
    """Send the bytes and the end of them; return all that comes, nothing where the other side resets."""
    parts = []
    try:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        while part := connection.recv(65_536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)
