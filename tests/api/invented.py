"""A small invented corpus whose every record is known, written through the real writer."""

from datetime import UTC, date, datetime
from typing import Any

from service.core.identity import content_hash, make_id
from service.core.records import (
    Alias,
    Article,
    Claim,
    Cue,
    DateEvidence,
    Field,
    Figure,
    Line,
    Mention,
    Page,
    PageEntity,
    Reading,
    Role,
    SaidOn,
    Span,
    Speaker,
    Via,
)
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared, prepare
from service.lexicon.loading import load_lexicon
from service.store.corpus import create_corpus
from service.store.engine import open_engine

BODY = (
    "وقال وزير النقل سامر الزهوري إن الجسر الجديد يكلف {cost} مليون دينار.\n"
    "ونقلت وكالة ضفاف عن مصدر مطلع قوله: «لا تأخير في الافتتاح رقم {n}»."
)


def _span(article: Article, text: str, field: Field = "body") -> Span:
    start = (article.body if field == "body" else article.title or "").index(text)
    return Span(field, start, start + len(text), text)


def make_reading(n: int, outlet: str = "صحيفة المرفأ", day: date | None = date(2024, 3, 1), cost: int = 40) -> Reading:
    """Return the reading of the n-th invented page: one named and one anonymous claim, three entities."""
    body = BODY.format(cost=cost, n=n)
    sha256 = content_hash(f"{n} {outlet} {day} {cost}".encode())
    article = Article(
        id=make_id("a", sha256), source_name=f"{n:03}.txt", media_type="text/plain", sha256=sha256,
        title=f"افتتاح الجسر رقم {n}", body=body, outlet=outlet, published_on=day,
        published_at=datetime(2024, 3, 1, 7, 30, tzinfo=UTC), agencies=("ضفاف",),
        date_evidence=DateEvidence("dateline", "1 مارس 2024", 2),
        lines=(Line(1, f"افتتاح الجسر رقم {n}", "title", "first-line"), Line(2, "شارك", "furniture", "share")),
    )  # fmt: skip
    return Reading(article, _entities(article), _claims(article, cost, n))


def _entities(article: Article) -> tuple[PageEntity, ...]:
    def mention(text: str, kind: Any) -> tuple[Mention, ...]:
        return (Mention(_span(article, text), kind, "title", 0.9),)

    minister, agency = "سامر الزهوري", "ضفاف"
    role = Role("وزير النقل", _span(article, "وزير النقل"))
    person = PageEntity("person", minister, mention(minister, "person"), (Alias(minister, 1, "same", 1.0),), (role,))
    return (person, PageEntity("organization", agency, mention(agency, "organization"),
                               (Alias(agency, 1, "same", 1.0),)))  # fmt: skip


def _claims(article: Article, cost: int, n: int) -> tuple[Claim, ...]:
    words = f"الجسر الجديد يكلف {cost} مليون دينار"
    figure = Figure(cost * 1e6, "دينار", None, None, _span(article, f"{cost} مليون"))
    said = Claim(
        spans=(_span(article, words),), mode="indirect", cue=Cue(_span(article, "وقال"), "قال", "neutral"),
        speakers=(Speaker("سامر الزهوري", 0, "وزير النقل", _span(article, "وزير النقل سامر الزهوري")),),
        figures=(figure,), said_on=SaidOn(date(2024, 2, 29), "weekday", "الخميس"), rule="verb", confidence=0.9,
    )  # fmt: skip
    source = _span(article, "مصدر مطلع")
    quoted = Claim(
        spans=(_span(article, f"لا تأخير في الافتتاح رقم {n}"),), mode="direct", stance="denial", negated=True,
        cue=Cue(_span(article, "قوله"), "قول", "neutral"), via=(Via("ضفاف", 1),), about=(0,), confidence=0.7,
        speakers=(Speaker("مصدر مطلع", None, None, source, True, "unnamed_person"),), rule="noun",
    )  # fmt: skip
    return (said, quoted)


def prepare_reading(reading: Reading) -> Prepared:
    """Return a reading as the writer takes it."""
    article = reading.article
    page = Page(article.source_name, article.body.encode(), article.media_type, article.url)
    return prepare(page, reading)


def write_invented(url: str, readings: list[Reading]) -> None:
    """Write readings into a corpus, in one batch."""
    engine = open_engine(url)
    create_corpus(engine)
    write_batch(engine, [prepare_reading(reading) for reading in readings], load_lexicon())
    engine.dispose()


def invent_corpus() -> list[Reading]:
    """Return 25 articles of two outlets over a month; one of them has no day."""
    outlets = ("صحيفة المرفأ", "موقع الشراع")
    days = [date(2024, 3, 1 + n) for n in range(24)]
    return [make_reading(n, outlets[n % 2], day, 40 + n % 3) for n, day in enumerate([*days, None])]
