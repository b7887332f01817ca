"""Asks a service for a mix of reads at a set rate, or as fast as answers come, and keeps what was answered."""

import http.client
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import quantiles
from urllib.parse import quote, urlsplit

# Half of the mix is asked again and again, and may come from the cache; of the other half hardly two are alike.
_KNOWN = ("/claims?limit={}", "/articles?limit={}", "/entities?limit={}", "/claims/groups?limit={}", "/stats", "/",
          "/claims?stance=denial&limit={}", "/explore?q=الحكومة", "/entities?type=place&limit={}")  # fmt: skip
_NEW = ("/claims?published_from={day}&limit={n}", "/articles?published_to={day}&limit={n}",
        "/claims?q={word}&published_from={day}&limit={n}", "/articles?q={word}&published_to={day}&limit={n}",
        "/claims?format=jsonld&published_to={day}&limit={n}", "/claims/groups?q={word} {other}&limit={n}",
        "/entities?q={word} {other}&limit={n}")  # fmt: skip
_WORDS = ("وزير", "الرئيس", "مجلس", "الأمن", "اليوم", "مصر", "شركة", "مدينة", "أعلن", "قوات", "حكومة", "عام", "مليون")
TOTALS = {"/articles?limit": "articles", "/claims?limit": "claims", "/entities?limit": "entities",
          "/claims/groups?limit": "groups", "/claims?stance=denial": "denials"}  # fmt: skip


@dataclass
class Asked:
    """What was answered: statuses (0: none), seconds of those that were, and totals by list and corpus version."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    totals: dict[tuple[str, str], set[int]] = field(default_factory=dict)
    wall: float = 0.0
    unhelped: int = 0  # refused without a word on when to come again
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, path: str, answer: http.client.HTTPResponse, body: bytes, seconds: float) -> None:
        """Count an answer, and remember the total of a list that can be compared with the store."""
        name = next((name for begins, name in TOTALS.items() if path.startswith(begins)), None)
        with self.lock:
            self.statuses[answer.status] += 1
            if answer.status == 200:
                self.seconds.append(seconds)
            elif answer.getheader("Retry-After") is None:
                self.unhelped += 1
            if name and answer.status == 200:
                version = answer.headers["X-Corpus-Version"]
                self.totals.setdefault((name, version), set()).add(json.loads(body)["total"])

    @property
    def rate(self) -> float:
        """Return the good answers a second."""
        return len(self.seconds) / self.wall

    def row(self, name: str) -> str:
        """Return a line of the table; times are those of good answers."""
        cuts = quantiles(self.seconds, n=1000)
        told = ", ".join(f"{status or 'none'}: {count:,}" for status, count in sorted(self.statuses.items()))
        asked = self.statuses.total() / self.wall
        return f"| {name} | {self.wall:.0f} | {asked:.0f} | {told} | {cuts[499] * 1000:.1f} | {cuts[989] * 1000:.1f} |"


def ask_for(base: str, goes_on: Callable[[], bool], rate: float | None = None, clients: int = 16) -> Asked:
    """Ask while goes_on() holds, from so many connections, at so many requests a second in all or without a pause."""
    asked, began = Asked(), time.monotonic()
    threads = [
        threading.Thread(target=_ask, args=(base, goes_on, clients / rate if rate else 0.0, asked, n))
        for n in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asked.wall = time.monotonic() - began
    return asked


def for_seconds(seconds: float) -> Callable[[], bool]:
    """Return what holds for so long from now on."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() < end


def _ask(base: str, goes_on: Callable[[], bool], every: float, asked: Asked, seed: int) -> None:
    chance = random.Random(seed)
    due = time.monotonic() + chance.random() * every
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=60)
    while goes_on():
        time.sleep(max(0.0, min(due - time.monotonic(), 1.0)))
        if time.monotonic() < due:
            continue
        due += every
        path, began = _path(chance), time.monotonic()
        try:
            connection.request("GET", quote(path, "/?=&"))
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            with asked.lock:
                asked.statuses[0] += 1
            continue
        asked.add(path, answer, body, time.monotonic() - began)


def _path(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(_KNOWN).format(chance.randint(1, 40))
    day = f"20{chance.randint(10, 23)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    word, other = chance.sample(_WORDS, 2)
    return chance.choice(_NEW).format(day=day, n=chance.randint(1, 100), word=word, other=other)
