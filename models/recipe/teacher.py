"""Teachers for the spans: the sentence encoder, fine-tuned to label words as our corpus or as SkillSpan does.

The first piece of a word stands for it (Devlin et al. 2019, BERT, section 5.3). The encoder reads small letters
only, so the case of each word is added between its layers.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
import numpy.typing as npt
import torch  # type: ignore[import-not-found]

from recipe import encoder
from recipe.labels import Labelled
from recipe.seeds import seeded


@dataclass(frozen=True, slots=True)
class Round:
    """A round of training: how many epochs, the highest rate, and what share of the lines without spans is read."""

    epochs: int
    rate: float
    without: float


ROUNDS = {
    "keywords": (Round(3, 2.5e-4, 0.7),),
    "knowledge": (Round(3, 2.5e-4, 0.5), Round(2, 2e-4, 1.0)),
}
"""Lines without spans teach less, so the first rounds read a part of them."""
FROZEN = 2
"""The first layers stay as they are: what they know of words is general, and training them costs a quarter more."""
PIECES = 1_000
"""Pieces in a batch, filling included."""
LONGEST = 160
_CASES = 6

Probabilities = npt.NDArray[np.float32]
Epoch = Callable[..., list[Labelled]]


@dataclass(frozen=True, slots=True)
class Read:
    """A line as the network reads it: pieces, the case of their words, where each word begins."""

    pieces: list[int]
    cases: list[int]
    firsts: list[int]


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    if word[:1].isupper() and word[1:].islower():
        return 3
    return 4 if any(letter.isalpha() for letter in word) else 5


class Network(torch.nn.Module):  # type: ignore[misc]
    """The encoder with the case added inside, and a linear layer for `size` labels."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.tokenizer, self.encoder = encoder.load()
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.case = torch.nn.Embedding(_CASES, width)
        torch.nn.init.normal_(self.case.weight, std=0.02)
        self.dropout = torch.nn.Dropout(0.15)
        self.head = torch.nn.Linear(width, size)

    def read(self, words: Sequence[str]) -> Read:
        """Pieces of the words; a word without any (a blank) is read as unknown."""
        unknown = [self.tokenizer.token_to_id("[UNK]")]
        pieces, cases, firsts = [self.tokenizer.token_to_id("[CLS]")], [5], []
        encoded = self.tokenizer.encode_batch(list(words), add_special_tokens=False)
        for word, item in zip(words, encoded, strict=True):
            firsts.append(len(pieces))
            given = (item.ids or unknown)[:8]
            pieces += given
            cases += [_case(word)] * len(given)
        return Read([*pieces, self.tokenizer.token_to_id("[SEP]")], [*cases, 5], firsts)

    def forward(self, batch: Sequence[Read]) -> Any:
        """Scores of the labels of all words of the batch, in order."""
        numbers, mask = encoder.padded([line.pieces[:LONGEST] for line in batch])
        cases, _mask = encoder.padded([line.cases[:LONGEST] for line in batch])
        seen = torch.where(mask[:, None, None, :] > 0, 0.0, torch.finfo(torch.float32).min)
        states = self.encoder.embeddings(input_ids=numbers)
        for depth, layer in enumerate(self.encoder.encoder.layer):
            states = layer(states + self.case(cases) if depth == FROZEN else states, seen)
        rows = [at for at, line in enumerate(batch) for _first in line.firsts]
        columns = [min(first, LONGEST - 1) for line in batch for first in line.firsts]
        return self.head(self.dropout(states[rows, columns]))


def _batches(lines: Sequence[Read], order: Sequence[int]) -> Iterator[list[int]]:
    """Lines of like length together, at most `PIECES` a batch."""
    batch: list[int] = []
    longest = 0
    for at in order:
        longest = max(longest, len(lines[at].pieces))
        if batch and longest * (len(batch) + 1) > PIECES:
            yield batch
            batch, longest = [], len(lines[at].pieces)
        batch.append(at)
    if batch:
        yield batch


def fresh(size: int, *, seed: int, taught: Network | None = None) -> Network:
    """The encoder, or what another layer has made of it, with a fresh last layer."""
    torch.manual_seed(seed)
    network = Network(size)
    if taught is not None:
        network.encoder.load_state_dict(taught.encoder.state_dict())
        network.case.load_state_dict(taught.case.state_dict())
    return network


def train(network: Network, epoch: Epoch, given: Round, *, seed: int) -> None:
    """Fine-tune on what `epoch(without=...)` gives; the same seed gives the same weights."""
    torch.manual_seed(seed)
    rng = seeded(seed)
    slow = [value for value in network.encoder.parameters() if value.requires_grad]
    fast = [*network.head.parameters(), *network.case.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "top": given.rate}, {"params": fast, "top": 1e-3}], weight_decay=0.01
    )
    started = monotonic()
    for number in range(given.epochs):
        network.train()
        items = [item for item in epoch(without=given.without) if item.words]
        lines = [network.read(item.words) for item in items]
        order = sorted(range(len(items)), key=lambda at: len(lines[at].pieces) + rng.random() * 6)
        batches = list(_batches(lines, order))
        rng.shuffle(batches)
        summed = 0.0
        for step, batch in enumerate(batches):
            progress = (number + step / len(batches)) / given.epochs
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * min(progress / 0.08, (1 - progress) / 0.92)
            allowed = torch.tensor(np.concatenate([items[at].allowed for at in batch]))
            loss = _loss(network([lines[at] for at in batch]), allowed)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            summed += float(loss.detach())
        print(
            f"teacher {number + 1}/{given.epochs} {monotonic() - started:.0f} s loss {summed / len(batches):.4f}",
            file=sys.stderr,
            flush=True,
        )


def _loss(scores: Any, allowed: Any) -> Any:
    """Mean negative logarithm of the probability that all allowed labels of a word have together."""
    never = torch.finfo(scores.dtype).min
    right = torch.logsumexp(scores.masked_fill(~allowed, never), dim=1)
    return (torch.logsumexp(scores, dim=1) - right).mean()


def keep(path: Path, network: Network) -> None:
    """Write the weights, without pickle."""
    from safetensors.torch import save_file  # type: ignore[import-not-found]

    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, path)


def kept(path: Path, size: int) -> Network:
    """Read what `keep` wrote."""
    from safetensors.torch import load_file

    network = Network(size)
    network.load_state_dict(load_file(path))
    return network


def label(network: Network, texts: Sequence[Sequence[str]]) -> list[Probabilities]:
    """Probabilities of the labels of each text's words."""
    network.eval()
    lines = [network.read(words) for words in texts]
    result: list[Any] = [None] * len(texts)
    with torch.inference_mode():
        for batch in _batches(lines, sorted(range(len(texts)), key=lambda at: (len(lines[at].pieces), at))):
            chances = torch.softmax(network([lines[at] for at in batch]), dim=1).numpy()
            ends = np.cumsum([len(texts[at]) for at in batch])[:-1]
            for at, rows in zip(batch, np.split(chances, ends), strict=True):
                result[at] = rows
    return result
