"""Sends the application hostile requests (paths, parameters, cursors, headers, bodies) and holds its promises."""

import gzip
import io
import json
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from service.api.collections import ARTICLES, CLAIMS, ENTITIES, GROUPS
from service.core.records import Page
from tests.fuzz.mutating import mutate

SCRIPT = "<script>isnad(1)</script>"
_ALLOWED = {200, 201, 202, 204, 304, 308, 400, 401, 403, 404, 405, 406, 413, 415, 422, 429}
LISTS = {"/articles": ARTICLES, "/entities": ENTITIES, "/claims": CLAIMS, "/claims/groups": GROUPS}
_OTHERS = (
    "/",
    "/stats",
    "/healthz",
    "/readyz",
    "/metrics",
    "/openapi.json",
    "/docs",
    "/explore",
    "/jobs/x",
    "/static/x",
)
_RECORDS = ("/articles/{}", "/articles/{}/entities", "/articles/{}/claims", "/articles/{}/page", "/entities/{}",
            "/entities/{}/articles", "/entities/{}/claims", "/entities/{}/related", "/claims/{}", "/claims/groups/{}",
            "/explore/articles/{}", "/explore/entities/{}", "/explore/groups/{}", "/explore/claims/{}", "/static/{}",
            "/jobs/{}")  # fmt: skip
VALUES = (
    "", " ", ",", "a,,b", "0", "-1", "1e309", "NaN", "inf", "9" * 400, "1.5", "true", "null", "[]", "{}", "*", "%", "_",
    "' OR 1=1 --", "'; DROP TABLE pages; --", "1) UNION SELECT hash FROM api_keys --", '" OR ""="', "\\", "$1", ":x",
    "\\' OR sleep(9)#", "NEAR(a b)", 'x" AND number:1 OR "', "terms:*", "{{7*7}}", "${7*7}", "%00", "\x00", "\r\nX: y",
    "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "file:///etc/passwd", "a" * 3000, "، ",
    SCRIPT, "javascript:alert(1)", "=cmd|' /C'!A0", "@SUM(1)", "\ufdfa" * 300, "\u202eabc", "\ud7ff",
    "٢٠٢٣-٠٣-٠٦", "2023-03-06", "9999-12-31", "0001-01-01", "2023-02-30", "قال", "الوزير", "و", "مدار", "ar",
    "-published_on", "published_on", "text", "speakers.name", "speakers." * 60, "body", "id,id,id", "csv", "jsonld",
)  # fmt: skip
_HEADERS = ("Accept", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "Origin", "Host", "Cookie",
            "Authorization", "X-Request-Id", "X-Forwarded-For", "Forwarded", "X-Source-Name", "Prefer", "Content-Type",
            "Content-Encoding", "Transfer-Encoding", "X-HTTP-Method-Override")  # fmt: skip
_HEADER_VALUES = ("*/*", "text/html", "application/xml", "gzip;q=0", "gzip", "*", '"x", W/"y"', "bytes=0-1", "http://[",
                  "Bearer " + "x" * 5000, "Bearer é", "Basic Og==", "q=;;;,,", "a" * 300, "http://evil.example", "::1",
                  "text/csv;q=1e9", "multipart/form-data", "multipart/form-data; boundary=" + "b" * 99, SCRIPT,
                  "text/plain; charset=punycode", "text/plain; charset=utf-16", "application/json", "zlib",
                  "respond-async")  # fmt: skip


class Asker:
    """Makes and sends requests; ids and cursors are taken from the answers, some of them altered."""

    def __init__(self, client: FlaskClient, pages: Sequence[Page], chance: Random) -> None:
        self._client = client
        self._pages = pages
        self._chance = chance
        self.ids: list[str] = ["a" + "0" * 16]
        self.cursors: list[str] = ["AAAA"]
        self.outcomes: Counter[str] = Counter()  # endpoints and statuses
        self._rules = client.application.url_map.bind("localhost")
        self._learn()

    def ask(self) -> None:
        """Send one request and check its answer."""
        chance = self._chance
        method = chance.choices(["GET", "HEAD", "POST", "OPTIONS", "DELETE"], [70, 5, 21, 2, 2])[0]
        if method == "POST":
            answer = self._post()
        else:
            path, parameters = self._target()
            answer = self._client.open(path, method=method, query_string=parameters, headers=self._headers())
        self._check(answer, method)

    def _learn(self) -> None:
        for path in LISTS:
            answer = self._client.get(path, query_string={"limit": 3}).get_json()
            self.ids += [item["id"] for item in answer["items"]]
            self.cursors += [answer["next"].partition("cursor=")[2]] if answer["next"] else []

    def _target(self) -> tuple[str, dict[str, str]]:
        chance = self._chance
        if chance.random() < 0.6:
            path = chance.choice(list(LISTS))
            names = [*LISTS[path].parameters.fields, "unknown", "LIMIT", "q[]"]
            return path, {chance.choice(names): self._value() for _ in range(chance.choice([0, 1, 1, 2, 3, 8]))}
        parameters = {chance.choice(["q", "limit", "fields", "format", "by", "selectors", "as"]): self._value()}
        parameters = parameters if chance.random() < 0.5 else {}
        if chance.random() < 0.5:
            return chance.choice(_OTHERS), parameters
        key = (
            chance.choice(self.ids)
            if chance.random() < 0.7
            else chance.choice([v for v in VALUES if v and "\r" not in v])
        )
        return chance.choice(_RECORDS).format(key), parameters

    def _value(self) -> str:
        chance = self._chance
        value = chance.choice([chance.choice(VALUES), chance.choice(self.ids), chance.choice(self.cursors), "2"])
        if value and chance.random() < 0.3:
            place = chance.randrange(len(value))
            value = value[:place] + chance.choice("0aZ_-=,'\"%\x00\u202eق") + value[place + 1 :]
        return value

    def _headers(self) -> dict[str, str]:
        chance = self._chance
        some = range(chance.choice([0, 0, 1, 2, 4]))
        return {chance.choice(_HEADERS[:15]): chance.choice(_HEADER_VALUES) for _ in some}

    def _post(self) -> TestResponse:
        chance = self._chance
        path = chance.choice(["/analyze", "/analyze", "/articles", "/claims"])
        body, kind = chance.choice([self._raw, self._json, self._lines, self._form, self._packed])()
        headers = {**self._headers(), **kind}
        return self._client.post(path, data=body, headers=headers, query_string={"source": self._value()[:300] or "x"})

    def _raw(self) -> tuple[Any, dict[str, str]]:
        page = mutate(self._pages, self._chance)
        return page.data[:3000], {"Content-Type": self._chance.choice(["text/plain", "text/html", page.media_type])}

    def _json(self) -> tuple[Any, dict[str, str]]:
        chance = self._chance
        body = mutate(self._pages, chance).data[:1500].decode("utf-8", "replace")
        odd = (None, 1, [], {}, True, SCRIPT, "\x00", "x" * 5000, "2023-03-06", "2023-99-99", body)
        names = ("title", "published_on", "outlet", "url", "author", "source", "unknown")
        value: Any = {"body": chance.choice([body, body, body, *odd]), **{n: chance.choice(odd) for n in names if
                      chance.random() < 0.25}}  # fmt: skip
        text = json.dumps(value) if chance.random() < 0.9 else "[" * chance.choice([1, 100000])
        return text[: chance.choice([None, None, None, len(text) // 2])], {"Content-Type": "application/json"}

    def _lines(self) -> tuple[Any, dict[str, str]]:
        parts = [self._json()[0] for _ in range(self._chance.choice([0, 1, 3]))]
        return "\n".join(parts), {"Content-Type": "application/x-ndjson"}

    def _form(self) -> tuple[Any, dict[str, str]]:
        chance = self._chance
        name = chance.choice([v for v in VALUES if v and "\r" not in v and "\x00" not in v])
        return {"f": (io.BytesIO(self._raw()[0]), name + chance.choice(["", ".html", ".txt"]))}, {}

    def _packed(self) -> tuple[Any, dict[str, str]]:
        packed = gzip.compress(b"\x00" * self._chance.choice([10, 10**6]))
        encoding = {"Content-Encoding": "gzip"} if self._chance.random() < 0.7 else {}
        return packed, {"Content-Type": "text/plain", **encoding}

    def _endpoint(self, path: str, method: str) -> str:
        """Return the endpoint that a request met, named by its method and its path."""
        try:
            rule, _ = self._rules.match(path, method=method, return_rule=True)
        except HTTPException:
            return "no endpoint"
        return f"{'GET' if method == 'HEAD' else method} {rule.rule}"

    def _check(self, answer: TestResponse, method: str) -> None:
        self.outcomes[str(answer.status_code)] += 1
        self.outcomes[self._endpoint(answer.request.path, method)] += 1
        assert answer.status_code in _ALLOWED, f"{answer.status_code} {answer.get_data()[:300]!r}"
        if method == "HEAD" or answer.status_code == 304:
            return
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        data = answer.get_data()
        if answer.headers.get("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
        if answer.status_code >= 400:
            assert answer.mimetype == "application/problem+json", answer.mimetype
            assert "Traceback" not in data.decode()
        if answer.mimetype == "text/html":
            assert SCRIPT.encode() not in data
            assert (
                "script-src" in (policy := answer.headers["Content-Security-Policy"]) or "default-src 'none'" in policy
            )
        if answer.status_code == 202:
            self.ids.append(json.loads(data)["id"])
        if answer.mimetype in {"application/json", "application/problem+json"} and data:
            json.loads(data)
