"""Invented readings for tests of ingest: no page is read, so that only writing and relating are tested."""

from datetime import date
from typing import NamedTuple

from service.core.identity import content_hash, make_id
from service.core.records import (
    Alias,
    Article,
    Claim,
    Cue,
    Figure,
    Mention,
    Page,
    PageEntity,
    Qualifier,
    Reading,
    Role,
    SaidOn,
    Span,
    Speaker,
    Via,
)
from service.ingest.preparing import Prepared, prepare


class Figured(NamedTuple):
    """The figure in a wording."""

    value: float
    qualifier: Qualifier


PEOPLE = ("سالم بن راشد الحمداوي", "سالم الحمداوي", "الحمداوي", "نزيهة القلال", "مروان الدغيم", "مَروان الدغيم")
BODIES = ("هيئة ميناء الريحان", "وزارة المرافئ", "إذاعة المرفأ")
PLACES = ("الريحان", "مصر", "جمهورية مصر العربية")
OUTLETS = ("صحيفة المرفأ", "إذاعة المرفأ", "شبكة السواحل", None)
WORDINGS = (
    "توقف العمل في الميناء صباح اليوم بعد إضراب العمال",
    "إضراب العمال أوقف العمل في الميناء صباح اليوم",
    "شارك في الإضراب نحو 300 عامل من عمال الرصيف",
    "لن تتأخر السفن القادمة إلى المرفأ هذا الأسبوع",
    "شارك في الإضراب أكثر من 500 عامل من عمال الرصيف",
    "شارك في الإضراب الطويل نحو 300 عامل من عمال الرصيف القديم",
)
FIGURES = {2: Figured(300.0, "about"), 4: Figured(500.0, "more_than"), 5: Figured(300.0, "about")}


def make_prepared(number: int, outlet: int, day: int | None, named: list[int], said: list[tuple[int, int]]) -> Prepared:
    """Return a prepared page: which people it names, and (person, wording) of each claim."""
    data = f"page {number}".encode()
    sha256 = content_hash(data)
    published = date(2023, 3, day) if day else None
    names = [*dict.fromkeys((*named, *(who for who, _ in said)))]
    entities = [_entity(who, place) for place, who in enumerate(names)]
    claims = tuple(_claim(place, names.index(who), names, what, day) for place, (who, what) in enumerate(said))
    article = Article(
        id=make_id("a", sha256),
        source_name=f"{number}.txt",
        media_type="text/plain",
        sha256=sha256,
        title=f"عنوان {number}",
        body="\n".join(WORDINGS),
        outlet=OUTLETS[outlet],
        published_on=published,
        agencies=("وكالة السواحل",) if number % 3 == 0 else (),
    )
    return prepare(Page(f"{number}.txt", data), Reading(article, tuple(entities), claims))


ALL_NAMES = (*PEOPLE, *BODIES, *PLACES)


def _entity(who: int, place: int) -> PageEntity:
    name = ALL_NAMES[who]
    kind = "person" if who < len(PEOPLE) else "organization" if who < len(PEOPLE) + len(BODIES) else "place"
    span = Span("body", place * 50, place * 50 + len(name), name)
    roles = (Role("مدير المرفأ", span),) if kind == "person" and who % 2 else ()
    return PageEntity(kind, name, (Mention(span, kind, "test", 0.9),), (Alias(name, 1, "name", 1.0),), roles)


def _claim(place: int, speaker: int, names: list[int], what: int, day: int | None) -> Claim:
    text = WORDINGS[what]
    span = Span("body", 1000 + 100 * place, 1000 + 100 * place + len(text), text)
    cue = Span("body", 995 + 100 * place, 999 + 100 * place, "وقال")
    figured = FIGURES.get(what)
    figures = (Figure(figured.value, "عامل", None, figured.qualifier, span),) if figured else ()
    return Claim(
        (span,),
        "indirect",
        cue=Cue(cue, "قال", "neutral"),
        speakers=(Speaker(ALL_NAMES[names[speaker]], speaker),),
        via=(Via("مصدر", 0),) if place % 2 else (),
        figures=figures,
        said_on=SaidOn(date(2023, 3, 1 + what), "date", None) if day else None,
        about=(0, speaker),
        rule="test",
    )
