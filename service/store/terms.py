"""Cuts text into the folded words that the search index keeps, the same for both databases."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Table, Text, cast
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine

from service.core.arabic.remembering import remember
from service.core.arabic.searching import search_term
from service.core.arabic.tokens import split_words

_LONGEST = 60  # letters of an index word; a GIN index takes no entry above 2,700 bytes


class Terms(TypeDecorator[str]):
    """Folded words with spaces between: an array in PostgreSQL (for GIN), one string in SQLite (for FTS5)."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the database's own type."""
        return dialect.type_descriptor(postgresql.ARRAY(Text) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Return the words as the database takes them."""
        words = value or ""
        return words.split() if dialect.name == "postgresql" else words

    def process_result_value(self, value: Any, _dialect: Dialect) -> str:
        """Return the words as they were given."""
        return value if isinstance(value, str) else " ".join(value or ())


def index_terms(*texts: str | None) -> str:
    """Return the distinct index words of some texts, sorted, with spaces between."""
    words = set(split_words("\n".join(filter(None, texts))))
    return " ".join(sorted(set(map(_index_word, words)) - {""}))


@remember(1 << 15)
def _index_word(word: str) -> str:
    return _letters_and_digits(search_term(word))


def clean_terms(terms: Iterable[str]) -> tuple[str, ...]:
    """Return search terms as the index keeps them."""
    return tuple(filter(None, map(_letters_and_digits, terms)))


def _letters_and_digits(word: str) -> str:
    """Both databases must see one word where we see one: what FTS5 would cut at is left out, and what is too long."""
    return (word if word.isalnum() else "".join(filter(str.isalnum, word)))[:_LONGEST]


def match_expression(terms: Iterable[str]) -> str:
    """Return the FTS5 expression for records that hold every term."""
    return " AND ".join(f'"{term}"' for term in terms)


def shows_words(table: Table, words: Iterable[str]) -> ColumnElement[bool]:
    """Return PostgreSQL's condition that a row holds every word, as no index of words answers it.

    Behind a position the planner takes a list for far shorter than it is, and would sort all that the index gives.
    """
    nothing = cast([], postgresql.ARRAY(Text))
    return table.c.terms.op("||")(nothing).op("@>")(cast(list(words), postgresql.ARRAY(Text)))


def holds_words(table: Table, words: Iterable[str]) -> ColumnElement[bool]:
    """Return PostgreSQL's condition that a row holds every word."""
    return table.c.terms.op("@>")(cast(list(words), postgresql.ARRAY(Text)))
