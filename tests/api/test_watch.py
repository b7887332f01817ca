"""The watch over the corpus version: cheap, fresh enough, and steady while the store is down."""

from datetime import UTC, datetime

import pytest

from service.api.watch import CorpusWatch, make_tag
from service.store.queries import CorpusState

NOW = datetime(2024, 3, 1, tzinfo=UTC)


class Store:
    """A store whose version is set by hand, and which may be down."""

    version, asked, down = 1, 0, False

    def read(self) -> CorpusState:
        self.asked += 1
        if self.down:
            raise OSError("down")
        return CorpusState(self.version, NOW, "x")


def test_the_store_is_asked_once_a_pause() -> None:
    store = Store()
    watch = CorpusWatch(store.read, "1", 60)
    assert len({watch.look() for _ in range(100)}) == 1
    assert store.asked == 1


def test_a_new_version_shows_after_the_pause() -> None:
    store = Store()
    watch = CorpusWatch(store.read, "1", 0)
    before = watch.look()
    store.version = 2
    assert watch.look() != before
    assert watch.state.version == 2


def test_a_store_that_is_down_leaves_the_last_version() -> None:
    store = Store()
    watch = CorpusWatch(store.read, "1", 0)
    before = watch.look()
    store.down = True
    asked = store.asked
    assert {watch.look() for _ in range(50)} == {before}
    assert store.asked == asked + 1
    with pytest.raises(OSError, match="down"):
        watch.read_now()


def test_tags_differ_by_all_that_answers_depend_on() -> None:
    states = [CorpusState(1, NOW, "x"), CorpusState(2, NOW, "x"), CorpusState(1, None, "x"), CorpusState(1, NOW, "y")]
    tags = {make_tag(state, "1") for state in states} | {make_tag(states[0], "2")}
    assert len(tags) == 5


def test_what_is_known_is_told_without_asking_and_only_while_it_is_fresh() -> None:
    store = Store()
    watch = CorpusWatch(store.read, "1", 60)
    assert watch.known() == ""
    tag = watch.look()
    assert (watch.known(), store.asked) == (tag, 1)
    stale = CorpusWatch(store.read, "1", 0)
    stale.look()
    assert stale.known() == ""
