"""The timeline: a column a day, a band an outlet, nothing lost."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.api.plots import SIZE, plot_days

DAYS = st.integers(1, 28).map(lambda day: f"2024-02-{day:02}")
OUTLETS = st.none() | st.sampled_from([f"موقع {n}" for n in range(9)])
POINTS = st.dictionaries(st.tuples(DAYS, OUTLETS), st.integers(1, 500), max_size=40)


@given(POINTS)
def test_every_claim_is_in_a_band_within_the_plot(counted: dict[tuple[str, str | None], int]) -> None:
    points = [{"day": day, "outlet": outlet, "claims": count} for (day, outlet), count in counted.items()]
    plot = plot_days(points)
    columns: list[dict[str, Any]] = plot["columns"]
    assert sum(column["claims"] for column in columns) == sum(counted.values())
    assert [column["day"] for column in columns] == sorted({day for day, _ in counted})
    assert len(plot["names"]) <= 6
    for column in columns:
        assert sum(band["claims"] for band in column["bands"]) == column["claims"]
        assert 0 <= column["x"] <= column["x"] + column["width"] <= SIZE[0] + 0.2
        assert all(0 <= band["y"] <= SIZE[1] and band["height"] >= 0 for band in column["bands"])


def test_no_day_is_no_column() -> None:
    assert plot_days([]) == {"columns": [], "names": [], "first": None, "last": None}
