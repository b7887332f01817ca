"""The stretch of tokens that names a source."""

from typing import NamedTuple


class NounPhrase(NamedTuple):
    """A source's tokens start to end, the first token behind it, and whom it was told (a medium), if named."""

    start: int
    end: int
    reach: int
    hearer: tuple[int, int] | None = None
    tail: int = 0  # where a relative clause behind it ends, 0 without one

    @property
    def is_empty(self) -> bool:
        """Tell whether the phrase holds no word: only a hearer was found."""
        return self.start == self.end
