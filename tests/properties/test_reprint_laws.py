"""Reprint groups are the same whatever the order of pages, their batches, and what came and went between."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.core.identity import content_hash, make_id
from service.core.records import Article, Claim, Cue, Page, Reading, Span
from service.ingest import reprints
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared, prepare
from service.ingest.removing import remove_article
from service.lexicon.loading import load_lexicon
from tests.emptied import emptied_corpus
from tests.properties.test_ingest_order import dump_corpus

_SENTENCES = (
    "أعلنت هيئة ميناء الريحان صباح اليوم استئناف العمل على الأرصفة السبعة بعد توقف دام أسبوعا كاملا",
    "وقال مدير الميناء إن السفن المتأخرة ستدخل تباعا ابتداء من مساء الغد وإن الأولوية لسفن القمح والدقيق",
    "وأضاف أن العمال عادوا إلى مواقعهم بعد اتفاق يقضي بصرف المتأخرات على دفعتين قبل نهاية الشهر المقبل",
    "وكان العمال قد بدأوا الإضراب احتجاجا على تأخر الأجور شهرين متتاليين رغم وعود متكررة من إدارة الميناء",
    "وتوقعت غرفة التجارة أن تعود أسعار الخبز إلى ما كانت عليه خلال أيام قليلة من وصول أولى الشحنات",
    "ويقع الميناء على الساحل الجنوبي للبلاد وتمر به نصف وارداتها من الحبوب والزيوت وثلث صادراتها من الأسماك",
)
_PAGES = st.lists(
    st.tuples(
        st.lists(st.integers(0, len(_SENTENCES) - 1), min_size=2, max_size=5, unique=True),
        st.none() | st.integers(1, 9),
    ),
    min_size=2,
    max_size=7,
    unique_by=str,
)


@pytest.fixture(autouse=True, params=[2, 200])
def _bound(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also with a bound so low that keys become common, and rare again."""
    monkeypatch.setattr(reprints, "MOST_SHARING", request.param)


@given(pages=_PAGES, data=st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_order_batches_and_removals_do_not_matter(pages: list[Any], data: st.DataObject) -> None:
    prepared = [_prepare(number, *page) for number, page in enumerate(pages)]
    shuffled = data.draw(st.permutations(prepared))
    cut = data.draw(st.integers(1, len(prepared) - 1))
    gone = data.draw(st.integers(0, len(prepared) - 1))
    kept = [page for page in prepared if page is not prepared[gone]]
    at_once, piecemeal = _corpus([kept], None), _corpus([shuffled[:cut], shuffled[cut:]], prepared[gone])
    for name in at_once:
        assert piecemeal[name] == at_once[name], name


def _corpus(batches: list[list[Prepared]], gone: Prepared | None) -> dict[str, list[Any]]:
    engine = emptied_corpus()
    for batch in batches:
        write_batch(engine, batch, load_lexicon())
    if gone:
        assert remove_article(engine, gone.article.id, load_lexicon())
    return dump_corpus(engine)


def _prepare(number: int, sentences: list[int], day: int | None) -> Prepared:
    body = ".\n".join(_SENTENCES[place] for place in sentences)
    sha256 = content_hash(f"{number} {day} {body}".encode())
    article = Article(
        id=make_id("a", sha256),
        source_name=f"{number}.txt",
        media_type="text/plain",
        sha256=sha256,
        title=f"عنوان {number}",
        body=body,
        published_on=date(2023, 3, day) if day else None,
    )
    spans = [(body.index(_SENTENCES[place]), _SENTENCES[place]) for place in sentences]
    claims = [_claim(start, text) for start, text in spans]
    return prepare(Page(f"{number}.txt", b"x"), replace(Reading(article), claims=tuple(claims)))


def _claim(start: int, text: str) -> Claim:
    content = Span("body", start + 5, start + len(text), text[5:])
    return Claim(
        (content,), "indirect", cue=Cue(Span("body", start, start + 4, text[:4]), "قال", "neutral"), rule="test"
    )
