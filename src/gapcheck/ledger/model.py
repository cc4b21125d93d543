"""What a posting needs, as structured values: plain, frozen, and free of any resume, so that they can be
cached.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from gapcheck.report import RequirementType, Strength


class Level(IntEnum):
    """Levels of education in order, by the UK's Regulated Qualifications Framework (2 GCSE .. 8 doctorate).

    US and EU titles stand beside their nearest UK level: a high-school diploma with GCSEs, an associate
    degree with the HND, first professional degrees (JD, MD, PharmD) with the doctorate they are named as.
    """

    ENTRY = 1
    SECONDARY = 2
    UPPER_SECONDARY = 3
    CERTIFICATE = 4
    ASSOCIATE = 5
    BACHELOR = 6
    MASTER = 7
    DOCTORATE = 8


class Fluency(IntEnum):
    """Command of a language: CEFR A1 (1) to C2 (6), and native (7)."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6
    NATIVE = 7


class Clearance(IntEnum):
    """Levels of vetting in order; UK levels stand beside the US level that admits to the same material."""

    ANY = 0
    BASELINE = 1
    CONFIDENTIAL = 2
    SECRET = 3
    TOP_SECRET = 4
    TOP_SECRET_SCI = 5
    POLYGRAPH = 6


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a posting demands; `start`/`end` are offsets into the posting's text, `label` is short.

    - years: `months` (None without a number: "several years", "previous experience"), `scope` (of
      what; None means any relevant experience), `secondary` for a figure inside another ("8 years of Java,
      including 2 of Spring").
    - degree: `level`, `fields` (empty: any), `related` where related fields are accepted as well.
    - licence, certificate, other: `names`, any one of which is enough; `language`: `names` and `fluency`;
      clearance: `clearance`.
    - `equivalent`: equivalent experience or qualification is accepted; `obtainable`: it is enough to get it
      later.
    - `group` and `branch` are alternatives: a group is met when every need of any one of its branches is met.
    """

    type: RequirementType
    start: int
    end: int
    label: str
    strength: Strength = Strength.REQUIRED
    months: int | None = None
    scope: str | None = None
    secondary: bool = False
    level: Level | None = None
    fields: tuple[str, ...] = ()
    related: bool = False
    names: tuple[str, ...] = ()
    fluency: Fluency | None = None
    clearance: Clearance | None = None
    equivalent: bool = False
    obtainable: bool = False
    group: int | None = None
    branch: int = 0
