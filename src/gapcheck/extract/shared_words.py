"""Words that the members of a coordination share: "airway and ventilation management", "data quality and lineage"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.extract.phrases import HEADS, INSIDE, NOUNS
from gapcheck.extract.said import Said, Stretch
from gapcheck.fillers import EMPTY_HEAD, TRAILING
from gapcheck.lexicon import JOINTS, LISTING, LONGEST_TERM

MEMBER = INSIDE | {"VBD"}
"""Tags of what a member may consist of; of two participles the first is taken for a verb in the past: "with supervised
and unsupervised learning"."""

LONGEST_MEMBER = 2
"""Words of a member that stands before the one with the shared head; a longer one says enough alone."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """A member of a coordination whose head another one has: "analytical" of "analytical and writing skills".

    `names` are what it may stand for, the likeliest first, `content` for each the tokens that say it.
    """

    member: Stretch
    names: tuple[str, ...]
    content: tuple[tuple[int, ...], ...]


def find_sharing(said: Said) -> Iterator[Sharing]:
    """Every member that stands before the one that says the head, in text order."""
    for joint in range(len(said.tokens)):
        if _is_joint(said, joint) and said.joined[joint] and said.tags[joint + 1] in MEMBER:
            heads = list(_heads(said, joint + 2, _phrase_end(said, joint + 1)))
            for first, end in _members_before(said, joint):
                content = tuple((*range(first, end + 1), *head) for head in heads)
                names = tuple(" ".join(said.tokens[number].lower for number in each) for each in content)
                if names:
                    yield Sharing((first, end), names, content)


def _heads(said: Said, first: int, last: int) -> Iterator[range]:
    """Parts of the phrase that a term of the lexicon can end in: those that begin first before others, of these the
    longest first, and those with last words that say little after the rest."""
    short = last
    while short >= first and said.tokens[short].stem in TRAILING:
        short -= 1
    for head in range(first, last + 1):
        longest = min(last, head + LONGEST_TERM - 2)  # a word of the member stands before it
        for end in (*range(min(short, longest), head - 1, -1), *range(longest, max(short, head - 1), -1)):
            yield range(head, end + 1)


def _phrase_end(said: Said, first: int) -> int:
    """The last word of the phrase that begins at `first`; `first` itself where it ends in no noun."""
    end = first
    while end + 1 < len(said.tokens) and said.joined[end + 1] and said.tags[end + 1] in INSIDE:
        end += 1
    while end > first and said.tags[end] not in HEADS:
        end -= 1
    return end


def _members_before(said: Said, joint: int) -> list[Stretch]:
    """The members of a list before its "and", in text order."""
    members: list[Stretch] = []
    end = joint - 1
    while end >= 0 and said.tags[end] in MEMBER:
        first = end
        while first > 0 and said.joined[first] and said.tags[first - 1] in MEMBER:
            first -= 1
        begin = next((at for at in range(first, end) if said.tokens[at].stem not in EMPTY_HEAD), end)
        if end - begin >= LONGEST_MEMBER:
            break
        members.append((begin, end))
        if first == 0 or said.tokens[first].start - said.tokens[first - 1].end != LISTING:
            break
        end = first - 1
    return members[::-1]


def completions(said: Said, start: int, end: int) -> Iterator[str]:
    """What the member `start..end` of a coordination may stand for, with the head or first word of the other one.

    The caller knows which of them anybody says.
    """
    own = " ".join(token.lower for token in said.tokens[start : end + 1])
    after = end + 1
    if _is_joint(said, after) and (head := _head_after(said, after + 1)) is not None:
        yield f"{own} {said.tokens[head].lower}"
    before = start - 1
    if _is_joint(said, before) and (first := _first_before(said, before - 1)) is not None:
        yield f"{said.tokens[first].lower} {own}"


def _is_joint(said: Said, number: int) -> bool:
    return 0 < number < len(said.tokens) - 1 and said.tokens[number].lower in JOINTS


def _head_after(said: Said, number: int) -> int | None:
    """The last word of a phrase of two or more that begins at `number`."""
    end = number
    while end + 1 < len(said.tokens) and said.tokens[end + 1].joined and said.tags[end + 1] in NOUNS:
        end += 1
    return end if end > number else None


def _first_before(said: Said, number: int) -> int | None:
    """The first word of a phrase of two or more that ends at `number`."""
    start = number
    while start > 0 and said.tokens[start].joined and said.tags[start - 1] in INSIDE:
        start -= 1
    return start if start < number else None
