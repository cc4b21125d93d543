"""The checked postings as columns, in an order that does not depend on the one in which they arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from gapcheck.batch.model import Unmet
from gapcheck.coverage import shown_part
from gapcheck.report import Kind, Status, Strength

Ints = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

KINDS = tuple(Kind)
STRENGTHS = tuple(Strength)
STATUSES = tuple(Status)
_PARTS = np.array([shown_part(status) for status in STATUSES])


@dataclass(frozen=True)
class Columns:
    """Postings in the order of their ids, and their terms one after another.

    `ids`, `sources` and `titles` are those of the postings, `overall`, `required`, `preferred` (NaN for None) and
    `fit` their figures, `verdicts` indexes into `tuple(Verdict)`. The entries are the keywords of all postings:
    `posting` and `term` index postings and `names`, `unit` numbers the demand the entry belongs to (the entries of
    an any-of group share one), `kind`, `strength` and `status` index the tuples above. `needs` and `need_posting`
    do the same for the requirements that are not met.
    """

    ids: Sequence[str]
    sources: Sequence[str]
    titles: Sequence[str | None]
    overall: Floats
    required: Floats
    preferred: Floats
    fit: Floats
    verdicts: Ints
    names: Sequence[str]
    posting: Ints
    term: Ints
    unit: Ints
    weight: Floats
    kind: Bytes
    strength: Bytes
    status: Bytes
    needs: Sequence[Unmet]
    need: Ints
    need_posting: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def part(self) -> Floats:
        """What each entry counts: 1 shown, half implied, 0 missing."""
        return _PARTS[self.status]

    @cached_property
    def unit_posting(self) -> Ints:
        """The posting of each demand."""
        owners = np.zeros(self.units, dtype=np.int32)
        owners[self.unit] = self.posting
        return owners

    @cached_property
    def unit_weight(self) -> Floats:
        """A demand is as heavy as the heaviest of its entries."""
        return self.heaviest(self.weight)

    @cached_property
    def unit_part(self) -> Floats:
        """A demand is shown as well as the best of its entries."""
        return self.heaviest(self.part)

    @property
    def units(self) -> int:
        """Number of demands."""
        return int(self.unit.max()) + 1 if len(self.unit) else 0

    def heaviest(self, values: Floats) -> Floats:
        """The largest of the entries' values in each demand; values are not negative."""
        best = np.zeros(self.units)
        np.maximum.at(best, self.unit, values)
        return best

    @cached_property
    def total(self) -> Floats:
        """Weight of all demands of each posting."""
        return sums(self.unit_posting, self.unit_weight, len(self))

    @cached_property
    def gap(self) -> Flags:
        """Entries that the resume does not show and that no alternative makes up for."""
        missing = self.status == STATUSES.index(Status.MISSING)
        return np.asarray(missing & (self.unit_part[self.unit] < 1))

    @cached_property
    def hurdle(self) -> Flags:
        """Requirements (as in `need`) that are demanded and that the resume is short of or does not show."""
        stands = np.array([is_hurdle(need) for need in self.needs], dtype=bool)
        return stands[self.need] if len(self.need) else np.zeros(0, dtype=bool)

    @cached_property
    def hindered(self) -> Flags:
        """Postings with a hurdle."""
        return np.bincount(self.need_posting[self.hurdle], minlength=len(self)) > 0


def sums(numbers: Ints, values: Floats, count: int) -> Floats:
    """Sum of the values of each of the numbers 0 .. count - 1, made in the order given."""
    return np.asarray(np.bincount(numbers, values, count), dtype=np.float64)


def is_hurdle(need: Unmet) -> bool:
    """Whether words cannot fix it, the posting requires it, and the resume falls short of it or does not show it."""
    return need.strength == Strength.REQUIRED.value and need.status in ("short", "not_shown")
