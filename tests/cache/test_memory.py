"""The process's own cache: bounded by bytes, the least recently used go first."""

from hypothesis import given
from hypothesis import strategies as st

from service.cache.memory import MemoryCache


def test_what_is_put_is_got() -> None:
    cache: MemoryCache[str] = MemoryCache(1000)
    cache.put("a", "one", 10)
    assert cache.get("a") == "one"
    assert cache.get("b") is None


def test_the_least_recently_used_goes_first() -> None:
    cache: MemoryCache[int] = MemoryCache(100)
    for number in range(10):
        cache.put(str(number), number, 10)
    cache.get("0")
    cache.put("new", 99, 10)
    assert cache.get("0") == 0
    assert cache.get("1") is None


def test_one_large_value_does_not_drive_out_the_rest() -> None:
    cache: MemoryCache[int] = MemoryCache(100)
    cache.put("small", 1, 10)
    cache.put("large", 2, 50)
    assert cache.get("small") == 1
    assert cache.get("large") is None


def test_replacing_a_value_counts_it_once() -> None:
    cache: MemoryCache[int] = MemoryCache(100)
    for size in (10, 12, 8):
        cache.put("a", size, size)
    assert (cache.bytes, len(cache)) == (8, 1)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 40))))
def test_bytes_are_the_sum_of_what_is_kept(puts: list[tuple[str, int]]) -> None:
    cache: MemoryCache[int] = MemoryCache(100)
    for key, size in puts:
        cache.put(key, size, size)
        assert cache.bytes <= 100
    assert cache.bytes == sum(cache.get(key) or 0 for key in "abcdef")
