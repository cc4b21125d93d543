"""From the passages of a posting to its structured needs: the posting's side of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from gapcheck.ledger.alternatives import group_alternatives
from gapcheck.ledger.background import find_background
from gapcheck.ledger.conditions import find_conditions
from gapcheck.ledger.degrees import find_degrees
from gapcheck.ledger.demanded import find_demanded
from gapcheck.ledger.languages import FLUENCY_NAMES, find_spoken
from gapcheck.ledger.lazy import Lazy
from gapcheck.ledger.model import Need
from gapcheck.ledger.wording import strength_of
from gapcheck.ledger.years import find_years
from gapcheck.report import RequirementType, Strength
from gapcheck.segment.model import Passage, PostingSection

_ASKING = frozenset(
    {PostingSection.REQUIRED, PostingSection.PREFERRED, PostingSection.DUTIES, PostingSection.OTHER}
)
_LISTED = frozenset({PostingSection.REQUIRED, PostingSection.PREFERRED})
_LEGAL = frozenset({PostingSection.LEGAL, PostingSection.APPLICATION})

# A passage longer than this is a text without sentences, a posting longer than that no posting, and one with more
# needs a register: reading stops there, so that no input takes seconds. Real postings stay far below all three.
LONGEST_PASSAGE = 4000
LONGEST_TEXT = 60_000
MOST_NEEDS = 250
MOST_ALIKE = 20


def find_requirements(text: str, passages: Sequence[Passage]) -> tuple[Need, ...]:
    """The needs of a posting in text order, each once: the strongest mention of the same need stays."""
    needs: list[Need] = []
    for index, passage in enumerate(passages):
        if passage.start > LONGEST_TEXT or len(needs) > MOST_NEEDS:
            break
        start = _window_start(text, passages, index)
        # Where a sentence is wrapped says nothing.
        sentence = text[start : min(passage.end, start + LONGEST_PASSAGE)].replace("\n", " ")
        needs.extend(_shifted(need, start) for need in _needs_of(sentence, passage.section))
    return _once(sorted(needs, key=lambda need: (need.start, need.end)))


def _shifted(need: Need, start: int) -> Need:
    group = None if need.group is None else need.group + start
    return replace(need, start=need.start + start, end=need.end + start, group=group)


def _window_start(text: str, passages: Sequence[Passage], index: int) -> int:
    """Where to read from: an inline label ("Experience: 5 years") belongs to what follows on its line."""
    passage, before = passages[index], passages[index - 1] if index else None
    if before is None or before.section is not PostingSection.HEADING:
        return passage.start
    between = text[before.end : passage.start]
    short = before.end - before.start <= 60
    return before.start if short and "\n" not in between and len(between) <= 4 else passage.start


@lru_cache(maxsize=4096)
def _needs_of(passage: str, section: PostingSection) -> tuple[Need, ...]:
    """The needs of one passage, with offsets into it. Postings repeat themselves: a sentence is read once."""
    if section is PostingSection.TITLE:
        return _rated(passage, section, [*find_demanded(passage), *_languages(passage)])
    if section in _LEGAL:
        return _rated(passage, section, list(find_conditions(passage, 0, legal=True)))
    if section in _ASKING or (section is PostingSection.COMPANY and _OF_THE_APPLICANT.search(passage)):
        return _rated(passage, section, _demands(passage, section))
    return ()


def _demands(passage: str, section: PostingSection) -> list[Need]:
    years = find_years(passage, 0, listed=section in _LISTED)
    found = [*islice(years, MOST_ALIKE), *islice(find_degrees(passage, 0), MOST_ALIKE)]
    found += [need for need in find_demanded(passage, section) if not _within(need, found)]
    found += [need for need in _languages(passage) if not _within(need, found)]
    found += [need for need in find_conditions(passage, 0, legal=False) if not _within(need, found)]
    if section is not PostingSection.DUTIES or _OF_THE_APPLICANT.search(passage):
        taken = any(need.type is RequirementType.YEARS for need in found)
        found += () if taken else find_background(passage)
    return sorted(found, key=lambda need: (need.start, need.end))


def _within(need: Need, others: Iterable[Need]) -> bool:
    return any(
        other.start <= need.start and need.end <= other.end and other.type is not RequirementType.YEARS
        for other in others
    )


# A sentence about the applicant is a demand wherever it stands.
_OF_THE_APPLICANT = Lazy(
    r"\b(?:candidates?|applicants?|you\s(?:will|must|should)?\s?(?:have|need|be|hold|possess)|must\shave"
    r"|you['’]ll\s(?:have|need|be)"
    r"|looking\sfor\s(?:an?|someone)|seeking\san?)\b",
    re.IGNORECASE,
)


def _languages(passage: str) -> Iterator[Need]:
    for spoken in islice(find_spoken(passage), MOST_ALIKE):
        label = spoken.name if spoken.fluency is None else f"{spoken.name} ({FLUENCY_NAMES[spoken.fluency]})"
        names = (spoken.name,)
        kind = RequirementType.LANGUAGE
        yield Need(kind, spoken.start, spoken.end, label, names=names, fluency=spoken.fluency)


def _rated(passage: str, section: PostingSection, needs: list[Need]) -> tuple[Need, ...]:
    """The needs of one passage with their strength and their alternatives."""
    rated = []
    reached = 0
    for index, need in enumerate(needs):
        high = needs[index + 1].start if index + 1 < len(needs) else len(passage)
        before, after = (
            passage[min(reached, need.start) : need.start],
            passage[need.end : max(need.end, high)],
        )
        inside = passage[need.start : need.end]
        rated.append(replace(need, strength=strength_of(*_same_sentence(before, inside, after), section)))
        reached = max(reached, need.end)
    return tuple(group_alternatives(passage, rated))


def _same_sentence(before: str, inside: str, after: str) -> tuple[str, str, str]:
    parts = re.split(r"[.;\n](?:\s|$)", after, maxsplit=1)
    return re.split(r"[.;\n]\s", before)[-1], inside, parts[0]


_RANK = {Strength.REQUIRED: 0, Strength.PREFERRED: 1, Strength.MENTIONED: 2}


def _once(needs: list[Need]) -> tuple[Need, ...]:
    best: dict[tuple[object, ...], Need] = {}
    for need in needs:
        key = (need.type, need.label.lower() if need.type is not RequirementType.OTHER else need.names)
        held = best.get(key)
        if held is None or _RANK[need.strength] < _RANK[held.strength]:
            best[key] = need
    branches: dict[int | None, set[int]] = {}
    for need in best.values():
        branches.setdefault(need.group, set()).add(need.branch)
    kept = [
        replace(need, group=None, branch=0) if len(branches[need.group]) == 1 else need
        for need in best.values()
    ]
    return tuple(sorted(kept, key=lambda need: (need.start, need.end, need.label)))
