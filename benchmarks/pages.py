"""Pages to measure on: unlabelled articles that lie beside the project, or else the sample corpus over and over."""

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from service.core.identity import content_hash, make_id
from service.core.records import Article

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared" / "data" / "text"
_TITLE_WORDS = 10  # of an article that has no title: its first ones


def write_pages(folder: Path, wanted: int) -> tuple[int, str]:
    """Write up to `wanted` pages as .txt files and return their number of words and where they come from."""
    source = TEXTS if TEXTS.is_dir() else ROOT / "corpus"
    words = 0
    for number, page in enumerate(islice(read_articles(), wanted)):
        (folder / f"{number:06}.txt").write_text(page, encoding="utf-8")
        words += len(page.split())
    return words, f"{source.parent.name}/{source.name}"


def read_articles() -> Iterator[str]:
    """Yield the pages that there are: of the unlabelled articles, or of the sample corpus without end."""
    yield from _articles() if TEXTS.is_dir() else _sample_pages()


def _articles() -> Iterator[str]:
    files = [file.open(encoding="utf-8") for file in sorted(TEXTS.glob("*.jsonl"))]
    for lines in zip(*files, strict=False):  # one of each, so that a short run sees every source
        for line in lines:
            article = json.loads(line)
            yield "\n\n".join(filter(None, (article["title"], article["date"], article["text"]))) + "\n"


def _sample_pages() -> Iterator[str]:
    pages = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "corpus").glob("*.txt"))]
    for number, page in enumerate(cycle(pages)):
        yield f"{page}\nصفحة {number}\n"


def read_clean_articles() -> Iterator[Article]:
    """Yield the articles with title and body as they are given, no page around them."""
    for number, text in enumerate(read_articles()):
        title, _, body = text.partition("\n\n")
        data = text.encode()
        yield Article(make_id("a", number), f"{number}", "text/plain", content_hash(data), title, body.strip() or title)


def write_dated(file: Path, wanted: int) -> None:
    """Write articles as lines of JSON, with days of ten years and outlets made up: what a grown corpus begins with."""
    with file.open("w", encoding="utf-8") as lines:
        for number, article in enumerate(islice(read_clean_articles(), wanted)):
            day = date(2012, 1, 1) + timedelta(days=number * 1237 % 3650)
            title = article.title if article.title != article.body else " ".join(article.body.split()[:_TITLE_WORDS])
            fields = {"title": title, "body": article.body, "published_on": day.isoformat(),
                      "outlet": f"صحيفة الوادي {number * 7 % 20}"}  # fmt: skip
            lines.write(json.dumps(fields, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write_dated(Path(sys.argv[1]), int(sys.argv[2]))
