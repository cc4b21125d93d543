"""Word vectors taught by what people write on a resume for what a posting asks for (`recipe.wordings`).

The encoder knows what is alike, not what shows what: it puts "conflict resolution" nearer to "conflict of interest"
(cosine 0.67) than to "calmed angry customers" (0.31). The rows of words and phrases, still summed to a text, learn from
the wordings which texts belong together: contrastive learning (van den Oord et al. 2018, "Representation Learning with
Contrastive Predictive Coding") of sums of words from paraphrases (Wieting et al. 2016, "Towards Universal Paraphrastic
Sentence Embeddings").

What ships has learned from judged resumes besides (`recipe.entailment`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch  # type: ignore[import-not-found]

from gapcheck.match.meaning import content_words
from gapcheck.meaning import WordVectors, read_word_vectors
from recipe import meaning, wordings
from recipe.meaning import Matrix
from recipe.paths import DISTILLED, MODELS, TAUGHT, WORDINGS
from recipe.seeds import seeded
from recipe.wordings import Asked

EPOCHS = 6
RATE = 2e-3
BATCH = 256
TEMPERATURE = 0.07
SUM_ENOUGH = 0.69
"""As `meaning.SUM_ENOUGH`: once the rows of words are taught, fewer phrases need their own (area under the curve the
same to 0.003 as with all of them)."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that the texts of one `Asked` are summed from."""

    term: list[int]
    shown: list[list[int]]
    near: list[list[int]]


def _numbered(asked: Asked, vectors: WordVectors) -> _Rows | None:
    """A term and its wordings as the matcher would sum them; None where no word is known."""
    term = list(vectors.entries([word.lower for word in content_words(asked.term)]))
    shown, near = (
        [rows for text in texts if (rows := list(vectors.entries(meaning.split(text))))]
        for texts in (asked.shown, asked.near)
    )
    return _Rows(term, shown, near) if term and shown else None


def _directions(rows: torch.Tensor, texts: Sequence[list[int]]) -> torch.Tensor:
    """The sums of rows of many texts, of length one."""
    starts = np.cumsum([0, *map(len, texts)])[:-1]
    entries = torch.tensor([entry for text in texts for entry in text])
    sums = torch.nn.functional.embedding_bag(entries, rows, torch.from_numpy(starts), mode="sum")
    return torch.nn.functional.normalize(sums, dim=1)


def _loss(rows: torch.Tensor, batch: Sequence[tuple[int, list[int], list[int], list[int]]]) -> torch.Tensor:
    """How badly terms pick their wording among those of others and a near one, and wordings their term."""
    terms = _directions(rows, [term for _, term, _, _ in batch])
    shown = _directions(rows, [text for _, _, text, _ in batch])
    near = _directions(rows, [text for _, _, _, text in batch])
    owner = torch.tensor([number for number, _, _, _ in batch])
    right = torch.arange(len(batch))
    same = (owner[:, None] == owner[None, :]) & (right[:, None] != right[None, :])
    among = (terms @ shown.T / TEMPERATURE).masked_fill(same, -1e4)
    choose = torch.nn.functional.cross_entropy
    return choose(torch.cat([among, terms @ near.T / TEMPERATURE], dim=1), right) + choose(among.T, right)


def _train(start: Matrix, lessons: Sequence[_Rows]) -> Matrix:
    """The rows after `EPOCHS` rounds over all wordings; a term without near ones has itself for one."""
    rows = torch.nn.Parameter(torch.from_numpy(start / np.linalg.norm(start, axis=1).mean()))
    optimizer = torch.optim.Adam([rows], lr=RATE)
    rng = seeded(24)
    for _epoch in range(EPOCHS):
        order = [(at, text) for at, lesson in enumerate(lessons) for text in lesson.shown]
        rng.shuffle(order)
        for first in range(0, len(order), BATCH):
            batch = [
                (at, lessons[at].term, text, rng.choice(lessons[at].near or [lessons[at].term]))
                for at, text in order[first : first + BATCH]
            ]
            optimizer.zero_grad()
            _loss(rows, batch).backward()
            optimizer.step()
    return np.asarray(rows.detach().numpy(), dtype=np.float32)


def taught(entries: list[str], rows: npt.NDArray[np.int8]) -> tuple[list[str], npt.NDArray[np.int8]]:
    """Entries and rows that have learned from all wordings."""
    vectors = WordVectors(rows, {entry: at for at, entry in enumerate(entries)})
    asked = [*wordings.of_lexicon(MODELS / "lexicon"), *wordings.read(WORDINGS)]
    lessons = [lesson for one in asked if (lesson := _numbered(one, vectors)) is not None]
    learned = _train(rows.astype(np.float32), lessons)
    return meaning.without_sums(entries, meaning.quantised(learned), SUM_ENOUGH)


def taught_vectors(data: Path) -> WordVectors:
    """The vectors that have learned from all wordings, kept in `build/` with those they are made from."""
    if not TAUGHT.is_dir():
        if not DISTILLED.is_dir():
            meaning.write(DISTILLED, *meaning.build(data))
        meaning.write(TAUGHT, *taught(*meaning.read(DISTILLED)))
    return read_word_vectors(TAUGHT)
