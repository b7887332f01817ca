"""Lays out the timeline of claims: a column a day, in it a band for each of the busiest outlets."""

from collections.abc import Sequence
from typing import Any

SIZE = (900, 180)  # width and height of the plot, in its own units
_HIGHEST = 160
_WIDEST = 40  # of a column, where there are few days
_MOST_DAYS = 90  # the last ones
_MOST_OUTLETS = 5  # that have a band of their own; the others share the last one


def plot_days(points: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return columns, names and ends of a plot from points of {day, outlet, claims}; no columns where there is none."""
    days = sorted({point["day"] for point in points})[-_MOST_DAYS:]
    names = _rank(point for point in points if point["day"] >= days[0]) if days else []
    step = SIZE[0] / max(len(days), 1)
    width = min(step, _WIDEST)
    counts = _count(points, days, names)
    most = max((sum(bands) for bands in counts.values()), default=1) or 1
    columns = [
        _column(day, counts[day], place * step + (step - width) / 2, (width, most)) for place, day in enumerate(days)
    ]
    return {"columns": columns, "names": names, "first": days[0] if days else None, "last": days[-1] if days else None}


def _rank(points: Any) -> list[str]:
    total: dict[str, int] = {}
    for point in points:
        total[point["outlet"]] = total.get(point["outlet"], 0) + point["claims"]
    ranked = sorted(total, key=lambda name: (-total[name], name or ""))
    return ranked if len(ranked) <= _MOST_OUTLETS + 1 else [*ranked[:_MOST_OUTLETS], "سواها"]


def _count(points: Sequence[dict[str, Any]], days: list[str], names: list[str]) -> dict[str, list[int]]:
    counts = {day: [0] * len(names) for day in days}
    places = {name: place for place, name in enumerate(names)}
    for point in points:
        if point["day"] in counts:
            counts[point["day"]][places.get(point["outlet"], len(names) - 1)] += point["claims"]
    return counts


def _column(day: str, bands: list[int], x: float, scale: tuple[float, int]) -> dict[str, Any]:
    width, most = scale
    drawn, top = [], float(SIZE[1] - 10)
    for place, claims in enumerate(bands):
        height = claims / most * _HIGHEST
        top -= height
        if claims:
            drawn.append({"band": place, "y": round(top, 1), "height": round(height, 1), "claims": claims})
    return {"day": day, "x": round(x, 1), "width": round(max(width - 1, 1), 1), "bands": drawn, "claims": sum(bands)}
