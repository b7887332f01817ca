"""What a page may hold, both databases can keep: words, titles and nouns of any length, rare characters."""

from random import Random

import orjson
import pytest
from sqlalchemy import Engine, func, select

from service.core.knowledge import Lexicon
from service.core.records import Page
from service.ingest.batches import write_batch
from service.ingest.preparing import Prepared
from service.store.engine import reading
from service.store.tables import articles
from tests.fuzz.checking import check_page
from tests.fuzz.mutating import mutate, seed_pages
from tests.fuzz.shapes import SENTENCE, SHAPES


def _letters(count: int) -> str:
    """Return letters that no database packs into fewer bytes."""
    chance = Random(count)
    return "".join(chr(chance.randrange(0x621, 0x64A)) for _ in range(count))


_FIELDS = {
    "title": {"title": _letters(2000)},
    "word": {"body": f"{SENTENCE} {_letters(5000)}"},
    "outlet": {"outlet": " ".join(_letters(6) for _ in range(40))},
    "noun": {"body": f"أعلن وزير النقل سامر الزهوري مقتل 5 {_letters(5000)} في بلدة {_letters(4000)}."},
    "name": {"body": f"قال وزير النقل سامر {_letters(4000)} إن {_letters(5000)} كذا وكذا."},
    "beyond": {"body": SENTENCE + "\U0010ffff\ufdd0"},
}


@pytest.mark.parametrize("name", _FIELDS)
def test_a_clean_article_of_any_words_is_kept(engine: Engine, lexicon: Lexicon, name: str) -> None:
    fields = {"body": SENTENCE, **_FIELDS[name]}
    found = check_page(Page(name, orjson.dumps(fields), "application/json"), lexicon)
    assert isinstance(found, Prepared)
    assert write_batch(engine, [found], lexicon).articles == 1


def test_hostile_pages_are_kept(engine: Engine, lexicon: Lexicon) -> None:
    chance, seeds = Random(4), seed_pages()
    pages = [make(3000) for make in SHAPES.values()] + [mutate(seeds, chance) for _ in range(40)]
    found = [outcome for page in pages if isinstance(outcome := check_page(page, lexicon), Prepared)]
    written = write_batch(engine, found, lexicon)
    with reading(engine) as db:
        assert db.execute(select(func.count()).select_from(articles)).scalar_one() == written.articles > len(SHAPES) / 2
