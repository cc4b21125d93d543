r"""The network that tells whether a passage of a resume shows a keyword (`gapcheck.match.entailment`), trained, and the
word vectors that it reads taught with it: what stands for what is kept in the rows, the network only compares.

What it learns from are real resumes and keywords of real postings that the words alone do not show, each judged by a
reader (`recipe.annotations`). Of a resume only passages are compared that have something close to the keyword, some at
random, and those that a reader names: the surest passage is to be as sure as the reader, and to be the reader's.

    python -m recipe.entailment       # train and write what ships; half an hour on two cores
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np
import numpy.typing as npt
import torch  # type: ignore[import-not-found]
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn

from gapcheck.lexicon import load_lexicon
from gapcheck.match import ResumeIndex, index_resume
from gapcheck.match.entailment import FILE_NAME, EntailmentNetwork, Layer, save_network
from gapcheck.match.passages import (
    LONGEST_PASSAGE,
    MOST_WORDS,
    UNKNOWN,
    Words,
    read_keyword,
    read_passages,
    unit,
)
from gapcheck.meaning import WordVectors
from recipe import contrast, meaning
from recipe.annotations import JudgedKeyword, JudgedResume, place
from recipe.judged import Odds, besides, counted, forms, in_others, judged_resumes
from recipe.paths import STATISTICS, data_folder
from recipe.seeds import one_thread, seeded

WIDTH = 96
SUMMARY = 64
DROPOUT = 0.3
EPOCHS = 4
RATE = 2e-3
ROWS_RATE = 2e-4
"""Rate of the rows: each is part of few lessons, and moves by a twentieth of its length."""
DECAY = 1e-4
TOGETHER = 2
"""Resumes of one step."""
PLACE_WEIGHT = 0.3
"""How much the right passage counts beside the right answer."""
CLOSEST = 12
AT_RANDOM = 4
MOST_NAMED = 4
"""Passages of one keyword: the closest, some of the others, and of those that the reader names."""

Numbers = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One resume as padded arrays, and the pairs of a form of a keyword and a passage that are compared.

    `passage` and `form` have a row of words each, with rows of words, rows of phrases, and which of them count;
    `pairs` two columns, a form and a passage; `same` tells for each pair which words are of one family; `named` whether
    the reader names that passage; `owner` the keyword of each form; `shown` what the reader says of each keyword, and
    `often` how often other resumes show it, as log odds.
    """

    passage: tuple[Numbers, Numbers, npt.NDArray[np.bool_]]
    form: tuple[Numbers, Numbers, npt.NDArray[np.bool_]]
    pairs: Numbers
    same: npt.NDArray[np.bool_]
    named: npt.NDArray[np.bool_]
    owner: Numbers
    shown: npt.NDArray[np.bool_]
    often: Odds


def _with_unknown(rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The rows, and behind them that of UNKNOWN."""
    return np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])


@cache
def _vectors() -> WordVectors:
    """The vectors that are to learn."""
    return contrast.taught_vectors(data_folder())


@cache
def _directions() -> npt.NDArray[np.float32]:
    """Their rows with a length of 1."""
    return _with_unknown(unit(_vectors().rows.astype(np.float32)))


def lesson(judged: JudgedResume, often: Odds) -> Lesson | None:
    """What is learned from one resume; None for one without text."""
    vectors, directions = _vectors(), _directions()
    index = index_resume(judged.read(), load_lexicon())
    passages = read_passages(index, vectors)
    if not len(passages.starts):
        return None
    ends = [*passages.starts[1:], len(passages.tokens)]
    spans = [slice(start, end) for start, end in zip(passages.starts, ends, strict=True)]
    read = [
        (number, read_keyword(form, vectors))
        for number, keyword in enumerate(judged.keywords)
        for form in forms(keyword)
    ]
    owner = np.array([number for number, _ in read])
    asked = [words for _, words in read]
    said = [
        Words(passages.words.rows[span], passages.words.phrases[span], passages.words.families[span])
        for span in spans
    ]
    named = [_named(keyword, index, passages.tokens, spans) for keyword in judged.keywords]
    form, passage = _padded(asked, MOST_WORDS), _padded(said, LONGEST_PASSAGE)
    same = _same_families(asked, said)
    close = np.einsum("fwd,pld->fwpl", directions[form[0]], directions[passage[0]], optimize=True)
    close = np.where(passage[2], np.maximum(close, same), -1).max(axis=3)
    nearness = np.where(form[2][:, :, None], close, 0).sum(axis=1)
    pairs = np.array(_pairs(nearness, [named[number] for number in owner]))
    return Lesson(
        passage,
        form,
        pairs,
        same[pairs[:, 0], :, pairs[:, 1]],
        np.array([at in named[owner[asks]] for asks, at in pairs]),
        owner,
        np.array([keyword.shown for keyword in judged.keywords]),
        often,
    )


def _named(
    keyword: JudgedKeyword, index: ResumeIndex, tokens: Numbers, spans: Sequence[slice]
) -> frozenset[int]:
    """The passages that hold a word by which the reader sees the keyword shown."""
    if keyword.words is None:
        return frozenset()
    named = place(keyword.words, index.document.text)
    inside = {number for number, token in enumerate(index.tokens) if named.start <= token.start < named.stop}
    holds = ({*map(int, tokens[span])} & inside for span in spans)
    return frozenset(islice((at for at, held in enumerate(holds) if held), MOST_NAMED))


def _padded(texts: Sequence[Words], width: int) -> tuple[Numbers, Numbers, npt.NDArray[np.bool_]]:
    rows = np.full((len(texts), width), UNKNOWN, dtype=np.intp)
    phrases, counts = rows.copy(), np.zeros(rows.shape, dtype=np.bool_)
    for at, words in enumerate(texts):
        size = len(words.rows)
        rows[at, :size], phrases[at, :size], counts[at, :size] = words.rows, words.phrases, True
    return rows, phrases, counts


def _same_families(asked: Sequence[Words], said: Sequence[Words]) -> npt.NDArray[np.bool_]:
    numbers: dict[str, int] = {}

    def table(texts: Sequence[Words], width: int, filling: int) -> Numbers:
        found = np.full((len(texts), width), filling, dtype=np.intp)
        for at, words in enumerate(texts):
            found[at, : len(words.families)] = [
                numbers.setdefault(name, len(numbers)) for name in words.families
            ]
        return found

    own, theirs = table(asked, MOST_WORDS, -1), table(said, LONGEST_PASSAGE, -2)
    return np.asarray(own[:, :, None, None] == theirs[None, None])


def _pairs(nearness: npt.NDArray[np.float32], named: Sequence[frozenset[int]]) -> list[list[int]]:
    rng = np.random.default_rng(0)
    total = nearness.shape[1]
    pairs: list[list[int]] = []
    for form, near in enumerate(nearness):
        closest = np.argsort(-near, kind="stable")[:CLOSEST].tolist()
        others = rng.choice(total, min(AT_RANDOM, total), replace=False).tolist()
        pairs += [[form, passage] for passage in sorted({*closest, *others, *named[form]})]
    return pairs


class Network(nn.Module):  # type: ignore[misc]
    """The network of `gapcheck.match.entailment` with what training needs besides."""

    def __init__(self, vectors: WordVectors) -> None:
        super().__init__()
        rows = vectors.rows.astype(np.float32)
        self.scale = float(np.linalg.norm(rows, axis=1).mean())
        self.rows = nn.Parameter(torch.from_numpy(_with_unknown(rows / self.scale)))
        unknown = torch.tensor([len(rows)])
        self.rows.register_hook(lambda slopes: slopes.index_fill(0, unknown, 0.0))
        self.embed = nn.Linear(2 * rows.shape[1], WIDTH)
        self.attend = nn.Linear(WIDTH, WIDTH)
        self.compare = nn.Linear(3 * WIDTH + 2, WIDTH)
        self.aggregate = nn.Linear(WIDTH, SUMMARY)
        self.decide = nn.Linear(SUMMARY, 1)
        self.same_family = nn.Parameter(torch.tensor(2.0))
        self.cosine = nn.Parameter(torch.tensor(2.0))
        self.often = nn.Parameter(torch.tensor(0.6))
        self.dropout = nn.Dropout(DROPOUT)

    def _embedded(self, rows: Tensor, phrases: Tensor) -> Tensor:
        return torch.relu(self.embed(self.dropout(torch.cat([self.rows[rows], self.rows[phrases]], dim=-1))))

    def forward(self, given: Lesson) -> Tensor:
        """How sure each pair is, as log odds."""
        words, phrases, counts = map(torch.from_numpy, given.passage)
        asked, asked_phrases, asked_counts = map(torch.from_numpy, given.form)
        form, passage = torch.from_numpy(given.pairs).T
        same = torch.from_numpy(given.same)
        said, wanted = self._embedded(words, phrases), self._embedded(asked, asked_phrases)
        cosine = torch.bmm(
            nn.functional.normalize(self.rows[asked], dim=-1)[form],
            nn.functional.normalize(self.rows[words], dim=-1)[passage].transpose(1, 2),
        )
        score = torch.bmm(self.attend(wanted)[form], self.attend(said)[passage].transpose(1, 2)) / WIDTH**0.5
        score = score + self.same_family * same + self.cosine * cosine
        weights = torch.softmax(score.masked_fill(~counts[passage][:, None], -1e4), dim=-1)
        found, own = torch.bmm(weights, said[passage]), wanted[form]
        signs = torch.stack([same.any(dim=-1).float(), cosine.max(dim=-1).values], dim=-1)
        compared = torch.relu(self.compare(self.dropout(torch.cat([own, found, own * found, signs], dim=-1))))
        kept = asked_counts[form].float()
        together = (compared * kept[..., None]).sum(1) / kept.sum(1, keepdim=True).sqrt()
        return self.decide(self.dropout(torch.relu(self.aggregate(self.dropout(together)))))[:, 0]

    def learned_rows(self) -> npt.NDArray[np.int8]:
        """The vectors' rows as they ship."""
        rows = self.rows.detach().numpy()[:-1] * self.scale
        return np.clip(np.rint(rows), -127, 127).astype(np.int8)

    def plain(self) -> EntailmentNetwork:
        """What ships."""
        layers = (self.embed, self.attend, self.compare, self.aggregate, self.decide)
        return EntailmentNetwork(
            *(Layer(layer.weight.detach().numpy(), layer.bias.detach().numpy()) for layer in layers),
            same_family=float(self.same_family.detach()),
            cosine=float(self.cosine.detach()),
            scale=self.scale,
        )


def surest(scores: Tensor, given: Lesson) -> Tensor:
    """The score of each keyword: that of its surest pair."""
    owner = torch.from_numpy(given.owner[given.pairs[:, 0]])
    lowest = torch.full((len(given.shown),), -1e4)
    return lowest.scatter_reduce(0, owner, scores, "amax")


def answers(network: Network, given: Lesson, scores: Tensor) -> Tensor:
    """Log odds that each keyword is shown; what it tells by itself is no lesson about passages."""
    return surest(scores, given) + network.often * torch.from_numpy(given.often)


def loss(network: Network, given: Lesson) -> Tensor:
    """How wrong the answers are, and how unsure of the reader's passages."""
    scores = network(given)
    best = surest(scores, given)
    wrong = nn.functional.binary_cross_entropy_with_logits(
        answers(network, given, scores), torch.from_numpy(given.shown).float()
    )
    owner = torch.from_numpy(given.owner[given.pairs[:, 0]])
    named = torch.from_numpy(given.named)
    parts = torch.exp(scores - best.detach()[owner])
    total = torch.zeros(len(best)).index_add(0, owner, parts)
    right = torch.zeros(len(best)).index_add(0, owner, parts * named)
    told = torch.zeros(len(best)).index_add(0, owner, named.float()) > 0
    missed = (torch.log(total[told]) - torch.log(right[told] + 1e-6)).sum() / len(best)
    return wrong + PLACE_WEIGHT * missed


def train(lessons: Sequence[Lesson], vectors: WordVectors) -> Iterator[Network]:
    """The network after each round over all lessons."""
    torch.manual_seed(0)
    rng = seeded(41)
    network = Network(vectors)
    others = [parameter for parameter in network.parameters() if parameter is not network.rows]
    rates = [RATE, ROWS_RATE]
    optimizer = torch.optim.AdamW(
        [{"params": others, "weight_decay": DECAY}, {"params": [network.rows], "weight_decay": 0.0}]
    )
    steps = EPOCHS * -(-len(lessons) // TOGETHER)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps, pct_start=0.1)
    order = list(lessons)
    for _epoch in range(EPOCHS):
        network.train()
        rng.shuffle(order)
        for first in range(0, len(order), TOGETHER):
            batch = order[first : first + TOGETHER]
            optimizer.zero_grad()
            (sum(loss(network, given) for given in batch) / len(batch)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        yield network


def area(network: Network, lessons: Iterable[Lesson]) -> float:
    """Area under the curve of the answers, with what the keywords alone tell, on lessons that were not learned."""
    network.eval()
    with torch.inference_mode():
        scored = [(answers(network, given, network(given)).numpy(), given.shown) for given in lessons]
    return float(roc_auc_score(*(np.concatenate(part) for part in reversed(list(zip(*scored, strict=True))))))


def main() -> None:
    """Train the network and write it, with the vectors that it has taught."""
    one_thread()
    vectors = _vectors()
    learned, left_out = (list(judged_resumes(learned=learned)) for learned in (True, False))
    often = counted(learned)
    with ProcessPoolExecutor() as pool:
        taught = pool.map(lesson, learned, [besides(one, often) for one in learned], chunksize=8)
        lessons = list(filter(None, taught))
        seen = pool.map(lesson, left_out, [in_others(one, often) for one in left_out], chunksize=8)
        others = list(filter(None, seen))
    print(f"{len(lessons)} resumes to learn from, {len(others)} to see by", flush=True)
    begun = time.monotonic()
    for epoch, network in enumerate(train(lessons, vectors), start=1):
        minutes = (time.monotonic() - begun) / 60
        print(
            f"epoch {epoch}: area under the curve {area(network, others):.3f}, {minutes:.1f} min", flush=True
        )
        save_network(network.plain(), STATISTICS / FILE_NAME)
        meaning.write(STATISTICS, list(vectors.index), network.learned_rows())


if __name__ == "__main__":
    main()
