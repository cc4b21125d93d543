"""From the passages of a posting to its structured needs: the posting's side of the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from gapcheck.ledger.alternatives import group_alternatives
from gapcheck.ledger.background import find_background
from gapcheck.ledger.conditions import find_conditions
from gapcheck.ledger.credentials import Held, find_credentials
from gapcheck.ledger.degrees import find_degrees
from gapcheck.ledger.languages import FLUENCY_NAMES, Spoken, find_spoken
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
        needs.extend(_of_passage(text, start, min(passage.end, start + LONGEST_PASSAGE), passage.section))
    return _once(sorted(needs, key=lambda need: (need.start, need.end)))


def _window_start(text: str, passages: Sequence[Passage], index: int) -> int:
    """Where to read from: an inline label ("Experience: 5 years") belongs to what follows on its line."""
    passage, before = passages[index], passages[index - 1] if index else None
    if before is None or before.section is not PostingSection.HEADING:
        return passage.start
    between = text[before.end : passage.start]
    short = before.end - before.start <= 60
    return before.start if short and "\n" not in between and len(between) <= 4 else passage.start


def _of_passage(text: str, start: int, end: int, section: PostingSection) -> Iterator[Need]:
    passage = text[start:end]
    if section is PostingSection.TITLE:
        yield from _rated(
            text, start, end, section, [*_credentials(passage, start), *_languages(passage, start)]
        )
    elif section in _LEGAL:
        yield from _rated(text, start, end, section, list(find_conditions(passage, start, legal=True)))
    elif section in _ASKING or (section is PostingSection.COMPANY and _OF_THE_APPLICANT.search(passage)):
        yield from _rated(text, start, end, section, _demands(passage, start, section))


def _demands(passage: str, start: int, section: PostingSection) -> list[Need]:
    years = find_years(passage, start, listed=section in _LISTED)
    found = [*islice(years, MOST_ALIKE), *islice(find_degrees(passage, start), MOST_ALIKE)]
    credentials = [need for need in _credentials(passage, start, section) if not _within(need, found)]
    found += credentials
    found += [need for need in _languages(passage, start) if not _within(need, found)]
    found += [need for need in find_conditions(passage, start, legal=False) if not _within(need, found)]
    if section is not PostingSection.DUTIES or _OF_THE_APPLICANT.search(passage):
        taken = [
            (need.start - start, need.end - start) for need in found if need.type is RequirementType.YEARS
        ]
        found += find_background(passage, start, taken)
    return sorted(found, key=lambda need: (need.start, need.end))


def _within(need: Need, others: Iterable[Need]) -> bool:
    return any(
        other.start <= need.start and need.end <= other.end and other.type is not RequirementType.YEARS
        for other in others
    )


# A sentence about the applicant is a demand wherever it stands.
_OF_THE_APPLICANT = re.compile(
    r"\b(?:candidates?|applicants?|you\s(?:will|must|should)?\s?(?:have|need|be|hold|possess)|must\shave"
    r"|you['’]ll\s(?:have|need|be)"
    r"|looking\sfor\s(?:an?|someone)|seeking\san?)\b",
    re.IGNORECASE,
)

# People with a credential one works with, teaches or leads; not a demand on the applicant.
_ABOUT_OTHERS = re.compile(
    r"\b(?:alongside|with|support(?:s|ing)?|supervis\w+|lead(?:ing)?|manag\w+|by|team\sof|mentor\w*"
    r"|other|between|for\sour|our|from|teach\w*"
    r"|assist(?:s|ing)?|train\w*|deliver\w*|to\sthe|report\w*\sto|maintain(?:s|ing)?\s(?:the|all"
    r"|records)|towards?|training|includ\w+|helps?|via|(?:program\w*|training|education|support|courses?"
    r"|experience)\s(?:for|such\sas|as))"
    r"\s(?:\w+[\s,]+){0,2}$",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\b(?:must|require[sd]?|essential|hold(?:s|ing|er)?|valid|current|possess\w*|qualified|registered"
    r"|registration|need(?:ed)?|looking\sfor|seeking"
    r"|preferred|desirable|preferably|licensed|certifi\w+|licen[cs]e|minimum|mandatory|obtain\w*|pin"
    r"|should\sbe|you\s(?:will\s)?(?:be|have)|have)\b",
    re.IGNORECASE,
)


_SURELY_OTHERS = re.compile(
    r"\b(?:supervision\sof|supervised\sby|under|alongside|work(?:ing)?\swith|reports?\sto|reporting\sto|led\sby|assist\w*)\s(?:an?|the)\s$",
    re.IGNORECASE,
)

# Knowledge of a field, or an accredited school: no credential of the applicant.
_NOT_HELD = re.compile(
    r"\b(?:knowledge\s(?:of|in)|needs?\sfor)\s(?:[\w,]+\s){0,6}$"
    r"|\b(?:perform|initiat|administer|provid)\w*\s(?:[\w,(]+[\s(]+){0,3}$"
    r"|\b(?:accredited|approved)\sby\s(?:the\s)?(?:\w+\s(?:or|and)\s){0,2}(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_NOT_HELD_AFTER = re.compile(
    r"\s?[-)]?\s?(?:accredited|practices|techniques|principles|procedures|guidelines|classes|room"
    r"|kits?)\b",
    re.IGNORECASE,
)


def _credentials(passage: str, start: int, section: PostingSection = PostingSection.TITLE) -> Iterator[Need]:
    for held in find_credentials(passage):
        before = passage[max(0, held.start - 40) : held.start]
        if re.search(r"\bexperience,?\s(?:such\s)?as\s(?:an?\s)?$", before, re.IGNORECASE):
            continue
        if _NOT_HELD.search(before) or _NOT_HELD_AFTER.match(passage, held.end):
            continue
        if _SURELY_OTHERS.search(before):
            continue
        about_others = _ABOUT_OTHERS.search(before) is not None and not re.search(
            r"registered\swith\s(?:the\s)?$", before
        )
        if about_others and (
            section is PostingSection.DUTIES or passage[held.start : held.end].rstrip().endswith("s")
        ):
            continue
        if section is PostingSection.DUTIES and not _DEMAND.search(
            passage[max(0, held.start - 60) : held.end + 60]
        ):
            continue
        yield _credential(held, start)


def _credential(held: Held, start: int) -> Need:
    return Need(held.type, start + held.start, start + held.end, held.name, names=(held.name,))


def _languages(passage: str, start: int) -> Iterator[Need]:
    for spoken in islice(find_spoken(passage), MOST_ALIKE):
        yield _language(spoken, start)


def _language(spoken: Spoken, start: int) -> Need:
    label = spoken.name if spoken.fluency is None else f"{spoken.name} ({FLUENCY_NAMES[spoken.fluency]})"
    return Need(
        RequirementType.LANGUAGE,
        start + spoken.start,
        start + spoken.end,
        label,
        names=(spoken.name,),
        fluency=spoken.fluency,
    )


def _rated(text: str, start: int, end: int, section: PostingSection, needs: list[Need]) -> Iterator[Need]:
    """The needs of one passage with their strength and their alternatives."""
    ends = [max(need.end for need in needs[: index + 1]) for index in range(len(needs))]
    rated = []
    for index, need in enumerate(needs):
        low = ends[index - 1] if index else start
        high = needs[index + 1].start if index + 1 < len(needs) else end
        before, after = _same_sentence(
            text[min(low, need.start) : need.start], text[need.end : max(need.end, high)]
        )
        rated.append(replace(need, strength=strength_of(before, text[need.start : need.end], after, section)))
    return iter(group_alternatives(text, rated))


def _same_sentence(before: str, after: str) -> tuple[str, str]:
    parts = re.split(r"[.;\n](?:\s|$)", after, maxsplit=1)
    return re.split(r"[.;\n]\s", before)[-1], parts[0]


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
