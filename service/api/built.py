"""What is built for an answer: its body, and what goes with it."""

from dataclasses import dataclass

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Built:
    """The body of an answer, its form, and where the list goes on."""

    body: bytes
    media_type: str = JSON
    link: str | None = None
