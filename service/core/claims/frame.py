"""How a cue takes its content, and where."""

from typing import Literal, NamedTuple

FrameKind = Literal["clause", "colon", "quote", "noun", "pointer", "bare"]


class Frame(NamedTuple):
    """Where the gap between cue and complement ends, where content begins, how, and after which preposition."""

    kind: FrameKind
    gap_end: int
    content: int
    preposition: str = ""
