"""Tells what a page's story is about by its telling words, which other outlets' reports of one affair share."""

from collections import Counter

from service.core.arabic.stems import light_stem
from service.core.arabic.tokens import tokenize
from service.core.groups.knowledge import LikenessKnowledge
from service.core.records import Article

_TOLD = 16  # words that tell what a story is about
_READ = 4000  # characters of a story that name its persons, places and things
_TELLING = 40  # weight of a stem in one article of 55
_OFTEN = 4  # times from which a word stands for no more
_SHARED = 3  # of reports of one affair five in six share as many, of others one pair in two hundred


def read_scene(article: Article, knowledge: LikenessKnowledge) -> tuple[str, ...]:
    """Return the stems that tell most of a story, the first most; none where another's could not be told from it."""
    if article.outlet is None or article.published_on is None:
        return ()
    text = f"{article.title or ''} . {article.body[:_READ]}"
    told = Counter(light_stem(token.folded) for token in tokenize(text) if token.kind == "word")
    worth: Counter[str] = Counter()
    for stem, count in told.items():
        name = knowledge.variants.get(stem, stem)
        weight = knowledge.weights.get(name, knowledge.rarest)
        if weight >= _TELLING:
            worth[name] += min(count, _OFTEN) * weight
    return tuple(sorted(worth, key=lambda stem: (-worth[stem], stem))[:_TOLD])


def tell_of_one_affair(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two stories share so many of their telling words that they report one affair."""
    return len(set(left).intersection(right)) >= _SHARED
