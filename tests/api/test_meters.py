"""Counts that several threads bring at once add up to what there was."""

from service.api.metrics import Meters


def test_older_counts_that_come_late_take_nothing_back() -> None:
    meters = Meters()
    for count in (5, 9, 7, 9, 12):
        meters.add_up("front", {"hit": count})
    assert meters.registry.get_sample_value("isnad_cache_total", {"layer": "front", "outcome": "hit"}) == 12
