"""How close a keyword comes to what a resume says: figures from word vectors and from shared words.

For a keyword that the resume does not say literally. Everything about the resume is worked out once; a keyword then
costs a few products of small matrices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gapcheck.extract.model import ExtractedKeyword
from gapcheck.fillers import FUNCTION_WORDS
from gapcheck.match.denied import is_denied
from gapcheck.match.families import family
from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run
from gapcheck.meaning import WordVectors
from gapcheck.words import Token, tokenize

if TYPE_CHECKING:
    from gapcheck.meaning import Matrix

WIDEST = 7
"""Pieces (known words and phrases) in the widest stretch compared with a keyword."""


@dataclass(frozen=True)
class ResumeMeaning:
    """Directions of all short stretches of a resume."""

    index: ResumeIndex
    vectors: WordVectors

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """Sentences that deny nothing."""
        return tuple(
            s for s in self.index.sentences if len(s) and not any(is_denied((n, n), self.index) for n in s)
        )

    @cached_property
    def pieces(self) -> tuple[Matrix, list[Run], list[int]]:
        """Row, tokens and number of the sentence of each known word or phrase."""
        rows, runs, owners = [], [], []
        for number, sentence in enumerate(self.sentences):
            words = [self.index.tokens[n].lower for n in sentence]
            for entry, first, last in self.vectors.pieces(words):
                rows.append(entry)
                runs.append((sentence.start + first, sentence.start + last))
                owners.append(number)
        return self.vectors.rows[rows].astype(np.float32), runs, owners
