"""A larger tagger that serves nobody: a BiLSTM-CRF, trained once to label unlabelled news for the small one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from service.core.recognition.features import list_kinds
from service.core.recognition.weights import LABELS
from service.core.recognition.words import UNSEEN, WordLists, find_stem
from training.augment import rename_persons
from training.conll import Sentence

_KINDS = ("given", "propn", "name1", "name2", "name3", "city1", "city2", "city3", "country", "region", "site", "native",
          "foreign", "nisba", "office", "title", "institution", "medium", "place", "kin", "saying", "time",
          "function")  # fmt: skip
_SIGNS = len(_KINDS) + 8
_LETTERS, _LETTER_SIZE, _FILTERS, _WIDTHS = 16, 24, 40, (2, 3, 4)
_ALPHABET = 150
_HIDDEN = 160
_DROPPED, _HIDDEN_WORDS = 0.5, 0.12  # the share of words whose vectors a round of training does not see
_ROUNDS, _BATCH, _RATE = 8, 24, 0.0025
_RENAMED = 1800  # sentences with other persons' names a round
_LONGEST = 120  # words of a sentence
_FORBIDDEN = -1e4
_SEED = 1
Labels = Sequence[str]
Floats = np.ndarray


@dataclass(frozen=True)
class Alphabet:
    """The words that have vectors, the letters, and the lists."""

    words: Mapping[str, int]
    letters: Mapping[str, int]
    lists: WordLists

    def encode(self, word: str) -> tuple[int, int, list[int], list[float]]:
        """Return the places of a word's stem, of the word and of its letters, and what the lists say of it."""
        clitics, stem = find_stem(word, self.lists)
        use, kinds = self.lists.uses.get(stem, UNSEEN), list_kinds(stem, self.lists)
        signs = [float(kind in kinds) for kind in _KINDS]
        signs += [float(bool(clitics)), *(float(letter in clitics) for letter in "لوب"), float(stem.startswith("ال"))]
        signs += [use.bits / 12, float(not use.bits), float(word[:1].isdigit())]
        letters = [self.letters.get(letter, 0) for letter in f"^{word}$"[:_LETTERS]]
        whole = self.words.get(word, 0)
        return self.words.get(stem, whole), whole, letters + [0] * (_LETTERS - len(letters)), signs


class Teacher(nn.Module):
    """Vectors of stems and words, filters over letters, one bidirectional layer, a CRF on top."""

    def __init__(self, vectors: Floats, alphabet: Alphabet) -> None:
        super().__init__()
        self.alphabet = alphabet
        size = vectors.shape[1]
        self.vectors = nn.Embedding(len(vectors) + 1, size)
        self.vectors.weight.data[0] = 0
        self.vectors.weight.data[1:] = torch.tensor(vectors / vectors.std() * 0.3)
        self.letters = nn.Embedding(_ALPHABET + 2, _LETTER_SIZE)
        self.filters = nn.ModuleList(nn.Conv1d(_LETTER_SIZE, _FILTERS, width, padding=width // 2) for width in _WIDTHS)
        self.layer = nn.LSTM(2 * size + len(_WIDTHS) * _FILTERS + _SIGNS, _HIDDEN, bidirectional=True, batch_first=True)
        self.scores = nn.Linear(2 * _HIDDEN, len(LABELS))
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, sentences: Sequence[Sequence[str]]) -> Tensor:
        """Return (sentence, place, label) scores, padded to the longest sentence."""
        known = {word: i + 1 for i, word in enumerate(sorted({word for words in sentences for word in words}))}
        encoded = [self.alphabet.encode(word) for word in ("", *known)]
        places = nn.utils.rnn.pad_sequence(
            [torch.tensor([known[word] for word in words]) for words in sentences], batch_first=True
        )
        stems, wholes = (torch.tensor([row[k] for row in encoded])[places] for k in (0, 1))
        if self.training:
            seen = torch.rand(places.shape) >= _HIDDEN_WORDS
            stems, wholes = stems * seen, wholes * seen
        spelt = self.letters(torch.tensor([row[2] for row in encoded])).transpose(1, 2)
        spelt = torch.cat([torch.relu(one(spelt)).max(2)[0] for one in self.filters], 1)
        rest = torch.cat([spelt, torch.tensor([row[3] for row in encoded])], 1)[places]
        read, _ = self.layer(self.drop(torch.cat([self.vectors(stems), self.vectors(wholes), rest], 2)))
        scores: Tensor = self.scores(self.drop(read))
        return scores

    def surprise(self, sentences: Sequence[Sentence]) -> Tensor:
        """Return how unlikely the given labels are, summed over a sentence, meant over the sentences."""
        scores = self([words for words, _ in sentences])
        labels = nn.utils.rnn.pad_sequence(
            [torch.tensor([LABELS.index(label) for label in own]) for _, own in sentences], batch_first=True
        )
        lengths = torch.tensor([len(words) for words, _ in sentences])
        reached = scores[:, 0]
        given = scores[:, 0].gather(1, labels[:, :1]).squeeze(1)
        for i in range(1, scores.shape[1]):
            inside = lengths > i
            ahead = torch.logsumexp(reached.unsqueeze(2) + self.steps, 1) + scores[:, i]
            reached = torch.where(inside.unsqueeze(1), ahead, reached)
            step = self.steps[labels[:, i - 1], labels[:, i]] + scores[:, i].gather(1, labels[:, i : i + 1]).squeeze(1)
            given = given + inside * step
        return (torch.logsumexp(reached, 1) - given).mean()


def teach(sentences: list[Sentence], vectors: Floats, words: Sequence[str], lists: WordLists) -> Teacher:
    """Return a teacher trained on labelled sentences and, every round, on others of their copies with other names."""
    torch.manual_seed(_SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    random = Random(_SEED)
    letters = sorted({letter for own, _ in sentences for word in own for letter in word} | {"^", "$"})[:_ALPHABET]
    alphabet = Alphabet(
        {word: i + 1 for i, word in enumerate(words)}, {letter: i + 1 for i, letter in enumerate(letters)}, lists
    )
    teacher = Teacher(vectors, alphabet)
    optimizer = torch.optim.Adam(teacher.parameters(), _RATE)
    sentences = [(own[:_LONGEST], labels[:_LONGEST]) for own, labels in sentences]
    for number in range(_ROUNDS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - number / _ROUNDS) + _RATE / 20
        renamed = list(rename_persons(sentences, lists, _SEED * 100 + number))
        _learn(teacher, optimizer, [*sentences, *random.sample(renamed, min(_RENAMED, len(renamed)))], random)
    return teacher


def _learn(teacher: Teacher, optimizer: torch.optim.Optimizer, sentences: list[Sentence], random: Random) -> None:
    teacher.train()
    random.shuffle(sentences)
    sentences.sort(key=lambda sentence: len(sentence[0]) // 6)
    batches = [sentences[i : i + _BATCH] for i in range(0, len(sentences), _BATCH)]
    random.shuffle(batches)
    for batch in batches:
        surprise = teacher.surprise(batch)
        optimizer.zero_grad()
        surprise.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
        optimizer.step()


def label_sentences(teacher: Teacher, sentences: Sequence[Sequence[str]]) -> Iterator[Sentence]:
    """Yield the sentences, shortest first, with the labels that the teacher finds likeliest."""
    teacher.eval()
    steps = np.where(_legal(), teacher.steps.detach().numpy(), _FORBIDDEN)
    ordered = sorted(sentences, key=len)
    for i in range(0, len(ordered), 64):
        batch = ordered[i : i + 64]
        with torch.no_grad():
            scores = teacher(batch).numpy()
        for words, rows in zip(batch, scores, strict=True):
            yield list(words), [LABELS[k] for k in _find_path(rows[: len(words)], steps)]


def _legal() -> Floats:
    return np.array([[after[0] != "I" or before[1:] == after[1:] for after in LABELS] for before in LABELS])


def _find_path(rows: Floats, steps: Floats) -> list[int]:
    reached = rows[0] + np.array([_FORBIDDEN * (label[0] == "I") for label in LABELS])
    backs = []
    for row in rows[1:]:
        ways = reached[:, None] + steps
        backs.append(ways.argmax(0))
        reached = ways.max(0) + row
    path = [int(reached.argmax())]
    for back in reversed(backs):
        path.append(int(back[path[-1]]))
    return path[::-1]
