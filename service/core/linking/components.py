"""Keeps which of n things are one, and which rule joined each to the rest."""


class Components:
    """Sets of the numbers 0..n-1 that grow by joining; each number remembers the rule that first joined it."""

    def __init__(self, size: int) -> None:
        """Start with every number alone."""
        self._parents = list(range(size))
        self.rules: dict[int, tuple[str, float]] = {}

    def root(self, number: int) -> int:
        """Return the number that stands for the whole set: its smallest."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def join(self, left: int, right: int, rule: str, score: float) -> None:
        """Make two sets one, because of a rule; nothing happens if they are one already."""
        low, high = sorted((self.root(left), self.root(right)))
        if low != high:
            self._parents[high] = low
            self.rules.setdefault(right, (rule, score))
            self.rules.setdefault(left, (rule, score))

    def sets(self) -> dict[int, list[int]]:
        """Return the members of every set, in order, by its smallest number."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            found.setdefault(self.root(number), []).append(number)
        return found
