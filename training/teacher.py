"""A large tagger that serves nobody: a pretrained encoder, trained once to label unlabelled news for the small one."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from service.core.recognition.features import list_kinds
from service.core.recognition.tagger import Tagger
from service.core.recognition.weights import LABELS, THOUSAND, unpack
from service.core.recognition.words import UNSEEN, WordLists, find_stem
from training.conll import Sentence
from training.encoder import LONGEST, Encoder, Floats, PackedEncoder

_KINDS = ("given", "propn", "name1", "name2", "name3", "city1", "city2", "city3", "country", "region", "site", "native",
          "foreign", "nisba", "office", "title", "institution", "medium", "place", "kin", "saying", "time",
          "function")  # fmt: skip
_CLITICS = "وفلبك"
_SIGNS = len(_KINDS) + len(_CLITICS) + 3
_CLUSTER = 24  # numbers that stand for a cluster of words
_HIDDEN = 160
_DROPPED, _DROPPED_INSIDE = 0.3, 0.1
_ROUNDS, _BATCH, _RATE, _RATE_INSIDE = 5, 24, 0.002, 0.00015
_WARMING, _LAST = 0.1, 0.02  # the share of all steps in which the rate rises; what is left of it in the end
_LONGEST = 120  # words of a sentence
_FORBIDDEN = -1e4
_SEED, _THREADS = 1, 2


class Teacher(nn.Module):
    """The first and last piece of words as the encoder reads them, lists and clusters, one layer, a CRF on top."""

    def __init__(self, packed: PackedEncoder, lists: WordLists) -> None:
        super().__init__()
        self.pieces, self.sizes, self.lists = packed.pieces, packed.sizes, lists
        self.encoder = Encoder(packed, _DROPPED_INSIDE)
        clusters = sorted({cluster for use in lists.uses.values() for cluster in (use.coarse, "f" + use.fine)})
        self.numbers = {cluster: i + 1 for i, cluster in enumerate(clusters)}
        self.clusters = nn.Embedding(len(clusters) + 1, _CLUSTER)
        size = 2 * self.sizes.width + 2 * _CLUSTER + _SIGNS
        self.layer = nn.LSTM(size, _HIDDEN, bidirectional=True, batch_first=True)
        self.scores = nn.Linear(2 * _HIDDEN, len(LABELS))
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.drop = nn.Dropout(_DROPPED)
        self._signs: dict[str, tuple[list[float], list[int]]] = {}

    def forward(self, sentences: Sequence[Sentence]) -> Tensor:
        """Return (sentence, place, label) scores, padded to the longest sentence."""
        texts, firsts, lasts = [], [], []
        for sentence in sentences:
            text, first, last = [self.sizes.first], [], []
            for word in sentence.written:
                first.append(min(len(text), LONGEST - 1))
                text += self.pieces.cut(word)
                last.append(min(len(text), LONGEST) - 1)
            texts.append(torch.tensor([*text, self.sizes.last][:LONGEST]))
            firsts.append(torch.tensor(first))
            lasts.append(torch.tensor(last))
        pieces = pad_sequence(texts, batch_first=True, padding_value=self.sizes.padding)
        with torch.autocast("cpu", torch.bfloat16):
            read = self.encoder(pieces).float()
        ends = [
            read.gather(1, pad_sequence(places, batch_first=True).unsqueeze(2).expand(-1, -1, read.shape[2]))
            for places in (firsts, lasts)
        ]
        known = [[self._look_up(word) for word in sentence.words] for sentence in sentences]
        signs, clusters = (
            pad_sequence([torch.tensor([word[part] for word in words]) for words in known], batch_first=True)
            for part in (0, 1)
        )
        ends.append(self.clusters(clusters).flatten(2))
        read, _ = self.layer(torch.cat([self.drop(torch.cat(ends, 2)), signs], 2))
        scores: Tensor = self.scores(self.drop(read))
        return scores

    def _look_up(self, word: str) -> tuple[list[float], list[int]]:
        """Return what lists say of a word, and its clusters."""
        found = self._signs.get(word)
        if found is None:
            clitics, stem = find_stem(word, self.lists)
            use, kinds = self.lists.uses.get(stem, UNSEEN), list_kinds(stem, self.lists)
            signs = [float(kind in kinds) for kind in _KINDS]
            signs += [float(letter in clitics) for letter in _CLITICS]
            signs += [float(stem.startswith("ال")), use.bits / 12, float(not use.bits)]
            clusters = [self.numbers.get(cluster, 0) for cluster in (use.coarse, "f" + use.fine)]
            found = self._signs[word] = signs, clusters
        return found

    def surprise(self, sentences: Sequence[Sentence]) -> Tensor:
        """Return how unlikely the given labels are, summed over a sentence, meant over the sentences."""
        scores = self(sentences)
        labels = pad_sequence(
            [torch.tensor([LABELS.index(label) for label in sentence.labels]) for sentence in sentences],
            batch_first=True,
        )
        lengths = torch.tensor([len(sentence.words) for sentence in sentences])
        reached = scores[:, 0]
        given = scores[:, 0].gather(1, labels[:, :1]).squeeze(1)
        for i in range(1, scores.shape[1]):
            inside = lengths > i
            ahead = torch.logsumexp(reached.unsqueeze(2) + self.steps, 1) + scores[:, i]
            reached = torch.where(inside.unsqueeze(1), ahead, reached)
            step = self.steps[labels[:, i - 1], labels[:, i]] + scores[:, i].gather(1, labels[:, i : i + 1]).squeeze(1)
            given = given + inside * step
        return (torch.logsumexp(reached, 1) - given).mean()


def teach(packed: PackedEncoder, sentences: Sequence[Sentence], lists: WordLists, rounds: int = _ROUNDS) -> Teacher:
    """Return a teacher trained on labelled sentences."""
    torch.manual_seed(_SEED)
    torch.set_num_threads(_THREADS)
    torch.use_deterministic_algorithms(True)
    random = Random(_SEED)
    teacher = Teacher(packed, lists)
    inside = {id(weights) for weights in teacher.encoder.parameters()}
    optimizer = torch.optim.AdamW(
        [
            {"params": list(teacher.encoder.parameters()), "lr": _RATE_INSIDE},
            {"params": [weights for weights in teacher.parameters() if id(weights) not in inside], "lr": _RATE},
        ]
    )
    cut = [Sentence(*(part[:_LONGEST] for part in sentence)) for sentence in sentences]
    batches = [batch for _ in range(rounds) for batch in _deal(cut, random)]
    warm = max(1, int(_WARMING * len(batches)))
    share = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / warm, (len(batches) - step) / (len(batches) - warm + 1) + _LAST, 1.0),
    )
    teacher.train()
    for batch in batches:
        surprise = teacher.surprise(batch)
        optimizer.zero_grad()
        surprise.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
        optimizer.step()
        share.step()
    return teacher


def _deal(sentences: Sequence[Sentence], random: Random) -> list[list[Sentence]]:
    """Return all sentences in batches of about one length, in no order."""
    ordered = sorted(random.sample(sentences, len(sentences)), key=lambda sentence: len(sentence.words) // 6)
    batches = [ordered[i : i + _BATCH] for i in range(0, len(ordered), _BATCH)]
    random.shuffle(batches)
    return batches


def label_sentences(teacher: Teacher, tagger: Tagger, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences, shortest first, with the labels that the teacher and a tagger find likeliest together."""
    teacher.eval()
    steps = teacher.steps.detach().numpy() + np.array(tagger.model.steps) / THOUSAND
    steps = np.where(_legal(), steps, _FORBIDDEN)
    ordered = sorted(sentences, key=lambda sentence: len(sentence.words))
    for i in range(0, len(ordered), 64):
        batch = ordered[i : i + 64]
        with torch.no_grad():
            scores = teacher(batch).numpy()
        for sentence, rows in zip(batch, scores, strict=True):
            own = np.array([unpack(packed) for packed in tagger.weigh(sentence.words)]) / THOUSAND
            path = _find_path(rows[: len(own)] + own, steps)
            yield sentence._replace(labels=[LABELS[k] for k in path])


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
