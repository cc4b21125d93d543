"""How close a keyword comes to what a resume says: figures from word vectors.

For a keyword that the resume does not say literally. Everything about the resume is worked out once; a keyword then
costs a few products with small matrices. All figures are maxima over the resume: more text never lowers them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gapcheck.fillers import FUNCTION_WORDS, GENERIC
from gapcheck.match.entailment import Reader, best_answer, load_network
from gapcheck.match.families import family
from gapcheck.match.model import Closeness, Run
from gapcheck.match.passages import (
    affirmed,
    content_words,
    is_bare_list,
    is_measured,
    read_keyword,
    read_passages,
    unit,
)
from gapcheck.match.synonyms import synonyms
from gapcheck.words import Token, root

if TYPE_CHECKING:
    import numpy.typing as npt

    from gapcheck.match.index import ResumeIndex
    from gapcheck.meaning import Matrix, WordVectors

WIDEST = 7
"""Pieces (known words and phrases) in the widest stretch that is compared with a whole keyword."""

UNKNOWN_WEIGHT = 260.0
"""Weight of a keyword's word that has no vector: that of a rather rare word, which it must be."""

SAME = 0.6
"""Cosine from which on a piece of the resume stands for a word of the keyword."""

SAME_SENSE = 0.8
"""Likeness of two words that stand for each other within a phrase (`gapcheck.match.synonyms`)."""

REACH = 8
"""Pieces within which what stands for the words of a keyword must stand together."""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Known words and phrases of the resume in text order: rows, tokens, and the part of a sentence each stands in."""

    rows: Matrix
    runs: list[Run]
    sentences: npt.NDArray[np.intp]


@dataclass(frozen=True)
class ResumeMeaning:
    """Directions of all short stretches of a resume that deny nothing."""

    index: ResumeIndex
    vectors: WordVectors

    @cached_property
    def pieces(self) -> _Pieces:
        """The resume as known words and phrases."""
        entries: list[int] = []
        runs: list[Run] = []
        owners: list[int] = []
        number = 0
        for sentence in affirmed(self.index):
            words = [token.lower for token in self.index.tokens[sentence.start : sentence.stop]]
            number += 1
            end, phrase = sentence.start, False
            bare = is_bare_list(sentence, self.index)
            for entry, first, last in self.vectors.pieces(words):
                begin = sentence.start + first
                # A comma parts what a line end parts in another format of the same resume.
                number += any("," in self.index.gap(at) for at in range(end + 1, begin + 1))
                number += bare and (phrase or last > first)
                end, phrase = sentence.start + last, last > first
                if begin == end and is_measured(begin, self.index):
                    continue
                entries.append(entry)
                runs.append((begin, end))
                owners.append(number)
        rows = np.asarray(self.vectors.rows[entries], dtype=np.float32)
        return _Pieces(rows, runs, np.asarray(owners, dtype=np.intp))

    @cached_property
    def directions(self) -> Matrix:
        """Direction of each piece, of length 1."""
        return unit(self.pieces.rows)

    @cached_property
    def stretches(self) -> tuple[Matrix, npt.NDArray[np.intp]]:
        """Direction of each stretch of up to `WIDEST` pieces of one sentence, and its first and last piece."""
        pieces = self.pieces
        total = len(pieces.runs)
        sums = np.vstack(
            [np.zeros((1, pieces.rows.shape[1])), np.cumsum(pieces.rows, axis=0, dtype=np.float64)]
        )
        inner = np.array([self._is_function_word(run) for run in pieces.runs], dtype=bool)
        found, places = [], []
        for size in range(1, min(WIDEST, total) + 1):
            first = np.arange(total - size + 1)
            last = first + size - 1
            kept = (pieces.sentences[first] == pieces.sentences[last]) & ~inner[first] & ~inner[last]
            first, last = first[kept], last[kept]
            found.append(sums[last + 1] - sums[first])
            places.append(np.stack([first, last], axis=1))
        return unit(np.vstack(found).astype(np.float32)), np.vstack(places)

    def _is_function_word(self, run: Run) -> bool:
        return run[0] == run[1] and self.index.tokens[run[0]].stem in FUNCTION_WORDS

    @cached_property
    def by_family(self) -> dict[str, list[int]]:
        """Family of words → pieces with a word of it."""
        return self._by(lambda token: family(root(token.stem)))

    @cached_property
    def by_root(self) -> dict[str, list[int]]:
        """Root of a word → pieces with a word of it."""
        return self._by(lambda token: root(token.stem))

    def _by(self, key: Callable[[Token], str]) -> dict[str, list[int]]:
        """Key of each word → pieces with a word of that key."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, (first, last) in enumerate(self.pieces.runs):
            for token in self.index.tokens[first : last + 1]:
                found[key(token)].append(number)
        return found

    def _of_sense(self, word: Token) -> list[int]:
        """Pieces with a word that may stand for this one within a phrase."""
        same = synonyms().get(root(word.stem), ())
        return sorted({piece for other in same for piece in self.by_root.get(other, ())})

    @cached_property
    def _reader(self) -> Reader:
        return Reader(load_network(), self.vectors, read_passages(self.index, self.vectors))

    def closeness(self, forms: Sequence[str]) -> Closeness | None:
        """How close the resume comes to a keyword in one of these forms; None where none has a known word."""
        if not self.pieces.runs or not len(self.stretches[1]):
            return None
        answer = best_answer(self._reader, [read_keyword(form, self.vectors) for form in forms])
        if answer is None:
            return None
        found = [close for form in forms if (close := self._closeness_of(form)) is not None]
        return Closeness(
            answer.score,
            max((phrase for phrase, _ in found), default=0.0),
            max((together for _, together in found), default=0.0),
            answer.run,
        )

    def _closeness_of(self, form: str) -> tuple[float, float] | None:
        """`phrase` and `together` of one form."""
        words = content_words(form)
        phrase, known = self.vectors.vectors([[word.lower for word in words]])
        if not known[0]:
            return None
        stretches, _places = self.stretches
        cosines = stretches @ phrase[0]
        own = [piece for word in words for piece in self.by_family.get(family(root(word.stem)), ())]
        cosines[self._alone(own)] = 0
        cosines[self._general] = 0
        alike, weights = self._alike(words)
        near = self._nearby(alike)
        shares = near @ weights
        # The very words close together are no sign: whether they make the phrase, its order has told (`match.order`).
        very = near.min(axis=1) >= 1
        if very.any():
            cosines[self._hold_all(alike)] = 0
            shares[very] = weights.max() if len(words) > 1 else 0
        shares[self._says_little(near, words)] = 0
        return float(cosines.max()), float(shares.max())

    def _hold_all(self, alike: Matrix) -> npt.NDArray[np.bool_]:
        """The stretches that hold every word of the keyword itself."""
        counts = np.vstack([np.zeros((1, alike.shape[1])), np.cumsum(alike >= 1, axis=0)])
        places = self.stretches[1]
        return np.asarray((counts[places[:, 1] + 1] > counts[places[:, 0]]).all(axis=1))

    @cached_property
    def _general(self) -> list[int]:
        """The stretches that are one word that stands on every resume ("experience", "clients")."""
        runs = self.pieces.runs
        return [
            at
            for piece, at in self._singles.items()
            if all(token.stem in GENERIC for token in self.index.tokens[runs[piece][0] : runs[piece][1] + 1])
        ]

    def _says_little(self, near: Matrix, words: Sequence[Token]) -> npt.NDArray[np.bool_]:
        """The places at which only one word of the keyword has something alike, and that word is on every resume."""
        alike = near >= SAME
        special = [word.stem not in GENERIC for word in words]
        return np.asarray((alike.sum(axis=1) < 2) & ~alike[:, special].any(axis=1))

    @cached_property
    def _singles(self) -> dict[int, int]:
        """Piece → the stretch that is this piece by itself."""
        places = self.stretches[1]
        return {int(places[at, 0]): int(at) for at in np.flatnonzero(places[:, 0] == places[:, 1])}

    def _alone(self, pieces: Sequence[int]) -> list[int]:
        """The stretches that are one of these pieces by itself: a part of the keyword is not the keyword."""
        return [self._singles[piece] for piece in pieces if piece in self._singles]

    def _nearby(self, alike: Matrix) -> Matrix:
        """For each piece, the best likeness of it and the next few of its sentence with each word."""
        near = alike.copy()
        for ahead in range(1, min(REACH, len(alike))):
            same = self.pieces.sentences[ahead:] == self.pieces.sentences[:-ahead]
            near[:-ahead] = np.maximum(near[:-ahead], np.where(same[:, None], alike[ahead:], -1.0))
        return near

    def _alike(self, words: Sequence[Token]) -> tuple[Matrix, Matrix]:
        """Likeness of each piece with each word (1 within a family), and the share of each word in the
        keyword: half by its weight, half alike, for a weak word ("client insights") is half of what is asked for."""
        rows, weights = [], []
        for word in words:
            entries = list(self.vectors.entries([word.lower]))
            row = self.vectors.rows[entries].astype(np.float32).sum(axis=0)
            rows.append(row)
            weights.append(float(np.linalg.norm(row)) or UNKNOWN_WEIGHT)
        alike = self.directions @ unit(np.vstack(rows)).T
        for column, word in enumerate(words):
            same = self._of_sense(word)
            alike[same, column] = np.maximum(alike[same, column], SAME_SENSE)
            alike[self.by_family.get(family(root(word.stem)), []), column] = 1.0
        shares = np.array(weights) / sum(weights)
        return alike, ((shares + 1 / len(words)) / 2).astype(np.float32)
