"""A pretrained encoder in small: two layers of eight whose weights are drawn, and pieces that are letters."""

import torch
from torch import Tensor

from training.encoder import PackedEncoder, Sizes
from training.pieces import Pieces

_LETTERS = "▁ابتةثجحخدذرزسشصضطظعغفقكلمنهوىيء"


class SmallEncoder(PackedEncoder):
    """Gives what the teacher asks of an encoder's file."""

    def __init__(self) -> None:
        """Draw the weights anew, the same ones each time."""
        self.sizes = Sizes(8, 2, 2, 16, 1e-12, 1, 2, 0)
        self.pieces = Pieces({letter: (i + 4, -1.0) for i, letter in enumerate(_LETTERS)}, 3)
        self._random = torch.Generator().manual_seed(1)

    def floats(self, name: str) -> Tensor:
        """Return as many weights as the name's part of the encoder has."""
        size = {"emb.pos": 512 * 8, "emb.type": 8}.get(name, 16 if name.endswith(".fi.b") else 8)
        return torch.randn(size, generator=self._random) * 0.1 + float(name.endswith("ln.w"))

    def unpacked(self, name: str, width: int) -> Tensor:
        """Return as many rows as the name's part of the encoder has."""
        rows = len(_LETTERS) + 4 if name == "emb.word" else 16 if name.endswith(".fi.w") else 8
        return torch.randn(rows, width, generator=self._random) * 0.3
