"""One story that very many outlets carry on one day: what it costs: python -m benchmarks.story.

Every page tells it a little otherwise and counts the dead otherwise, so that each claim is compared with all its kind.
"""

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.running import ingest

SIZES = (50, 100, 200, 400)
_PLACES = (
    "الميناء", "السوق", "المدينة", "الحي", "الجبل", "الساحل", "النهر", "الطريق",
    "المصنع", "الملعب", "المتحف", "المحطة", "الحديقة", "القلعة", "المطار",
)  # fmt: skip
_TOLLS = (12, 13, 14)
_PAGE = """انهيار جسر الرافد يخلف قتلى قرب {}

2026-05-03

قال محافظ إقليم الواحة سعيد البرقاوي إن انهيار جسر الرافد أسفر عن مقتل {} عاملا وإصابة ثلاثين آخرين قرب {}.

وأضاف البرقاوي أن "فرق الإنقاذ تواصل البحث عن المفقودين تحت الأنقاض منذ الفجر".

وأعلنت وزارة الأشغال أنها فتحت تحقيقا في أسباب الانهيار وستنشر نتائجه خلال أسبوعين.

وقال شاهد من سكان {} إن الجسر كان يهتز منذ أيام بسبب {}.
"""


def write_story(folder: Path, outlets: int) -> None:
    """Write the story as so many outlets tell it."""
    for number, page in enumerate(_tell(outlets)):
        (folder / f"{number:05}.txt").write_text(page, encoding="utf-8")


def _tell(outlets: int) -> Iterator[str]:
    chance = random.Random(11)
    for _ in range(outlets):
        title, near, living, cause = chance.sample(_PLACES, 4)
        yield _PAGE.format(title, chance.choice(_TOLLS), near, living, cause)


def measure_story(outlets: int) -> tuple[float, float]:
    """Return the seconds that so many pages of one story take, and those that one more takes."""
    with tempfile.TemporaryDirectory(prefix="isnad-bench-") as name:
        pages, last = Path(name) / "pages", Path(name) / "last"
        pages.mkdir()
        last.mkdir()
        write_story(pages, outlets + 1)
        end = pages / f"{outlets:05}.txt"
        end.rename(last / end.name)
        return _ingest(name, pages), _ingest(name, last)


def _ingest(name: str, folder: Path) -> float:
    """Return the seconds that taking in a folder takes, the start of the command with it."""
    began = time.monotonic()
    ingest(f"sqlite:///{name}/isnad.sqlite", folder, "--workers", "1").check_returncode()
    return time.monotonic() - began


def main() -> None:
    """Print the table."""
    print("| outlets | seconds, one process | pages a second | one more page, seconds |\n| ---: | ---: | ---: | ---: |")
    for outlets in SIZES:
        seconds, more = measure_story(outlets)
        print(f"| {outlets} | {seconds:.1f} | {outlets / seconds:.0f} | {more:.1f} |", flush=True)


if __name__ == "__main__":
    main()
