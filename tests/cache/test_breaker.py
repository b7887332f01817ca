"""The breaker: after a failure nobody waits again until its pause is over, then one tries."""

from service.cache.breaker import FIRST_PAUSE, LONGEST_PAUSE, Breaker


class Clock:
    """A clock that stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_is_closed_at_first() -> None:
    breaker = Breaker(Clock())
    assert breaker.allow()
    assert not breaker.is_open


def test_a_failure_opens_it_for_a_pause() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.fail()
    assert breaker.is_open
    assert not breaker.allow()
    clock.now = FIRST_PAUSE
    assert breaker.allow()


def test_only_one_tries_after_the_pause() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.fail()
    clock.now = FIRST_PAUSE
    assert [breaker.allow() for _ in range(5)] == [True, False, False, False, False]


def test_failed_trials_lengthen_the_pause_up_to_a_limit() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    pauses = []
    for _ in range(10):
        breaker.fail()
        start = clock.now
        while not breaker.allow():
            clock.now += 0.5
        pauses.append(clock.now - start)
    assert pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE


def test_a_success_closes_it() -> None:
    breaker = Breaker(Clock())
    breaker.fail()
    breaker.succeed()
    assert breaker.allow()
    assert not breaker.is_open
