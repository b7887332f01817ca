"""Memory that hostile pages may take: what is remembered of words is forgotten in time, however long they are."""

import gc
import tracemalloc
from random import Random

import pytest

from service.core.arabic import remembering
from service.core.arabic.letters import fold_word
from service.core.arabic.remembering import ReadBytes
from service.core.knowledge import Lexicon
from service.core.records import Page
from service.ingest import reading
from service.ingest.reading import read_one
from tests.fuzz.shapes import SENTENCE

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def test_long_words_are_not_kept_for_ever(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, most = Random(1), 300_000
    monkeypatch.setattr(reading, "_READ", ReadBytes(most))
    tracemalloc.start()
    try:
        kept = [_kept_after(_long_words(chance), lexicon) for _ in range(7)]
    finally:
        tracemalloc.stop()
    assert max(kept) < 20 * most


def _kept_after(page: Page, lexicon: Lexicon) -> int:
    read_one(page, lexicon)
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _long_words(chance: Random) -> Page:
    words = "\n".join("".join(chance.choices(_LETTERS, k=20_000)) for _ in range(5))
    return Page("long", f"{SENTENCE}{words}\n{SENTENCE}".encode(), "text/plain")


def test_everything_remembered_is_forgotten() -> None:
    fold_word("كلمة")
    counted = ReadBytes(10)
    counted.add(10)
    assert fold_word.cache_info().currsize
    counted.add(1)
    assert not any(cache.cache_info().currsize for cache in remembering._caches)
