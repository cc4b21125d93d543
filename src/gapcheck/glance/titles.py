"""Whether the reader sees the title they look for: the title itself, or its head noun and one modifier."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.glance.model import Gaze, Kind, Visit
from gapcheck.segment.titles import singular, split_title
from gapcheck.words import root, stem

Equivalent = Callable[[str, str], bool]
"""Whether the second title, as a resume states it, is as good as the first, which a posting names."""

NEAR = 4
"""Words before the head noun among which its modifiers stand ("registered nurse", "head of data science")."""

_MARKS = " ,;|()"
_PLAIN = re.compile(r"\.?[^\W_][\w+#&'’-]*")
_BREAK = re.compile(r"[.,;:|()•·](?=\s|$)|\s[-–—/]\s|[()|•·]")
_AGENT = re.compile(r"(?<=[a-z]{4})(?:er|or|ist|ant|ian|ing)$")
_EVERYWHERE = frozenset({"team", "shift", "group", "general"})
_STATED = frozenset({Kind.HEADLINE, Kind.TITLE})

# Head nouns that name the same work; the lexicon's aliases for whole titles come on top.
_SAME_WORK = tuple(
    frozenset(group.split())
    for group in (
        "engineer developer programmer",
        "attorney lawyer solicitor counsel",
        "adviser advisor counsellor counselor",
        "assistant aide helper",
        "carer caregiver",
        "representative rep agent",
        "teacher educator instructor",
        "cook chef",
        "cleaner housekeeper janitor custodian",
        "physician doctor",
        "head director",
        "coordinator co-ordinator",
        "supervisor lead leader foreman",
    )
)


@dataclass(frozen=True, slots=True)
class SeenTitle:
    """A sight of the title: the second, the words, and whether it is the title or only close to it.

    A close one has the head noun without any modifier ("Teacher" for "Special Education Teacher"), all words
    in another form ("Engineering Manager, Mechanical Design" for "Mechanical Design Engineer"), another rank
    or part in the same field ("Human Resources Coordinator" for "Human Resources Specialist"), or names the
    work instead of a person ("HR Consulting" for "Mobility Consultant").
    """

    at: float
    text: str
    close: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The target title in comparable form: head nouns that do, stems of modifiers, roots of words and
    head."""

    heads: frozenset[str]
    modifiers: frozenset[str]
    roots: frozenset[str]
    work: str


def same_title(target: str, other: str) -> bool:
    """Whether `other` has the head noun of `target` and, where that has modifiers, one of them.

    Of several titles in `other` ("Nurse | Trainer") one is enough. Rank makes no difference.
    """
    wanted = _wanted(target)
    return wanted is not None and any(_matches(wanted, part) for part in _BREAK.split(other))


@lru_cache(maxsize=256)
def _wanted(target: str) -> _Wanted | None:
    title = split_title(target)
    if title.head is None:
        return None
    same = (group for group in _SAME_WORK if title.head in group)
    return _Wanted(
        heads=frozenset({title.head}).union(*same),
        modifiers=frozenset(map(stem, _telling(title.modifiers))),
        roots=frozenset(map(_root, (title.head, *title.modifiers))),
        work=_root(title.head),
    )


def _telling(modifiers: tuple[str, ...]) -> tuple[str, ...]:
    """Modifiers that say what the work is, where there are any: every field has teams and shifts."""
    return tuple(word for word in modifiers if word not in _EVERYWHERE) or modifiers


@lru_cache(maxsize=8192)
def _root(word: str) -> str:
    """What "engineer" and "engineering", "designer" and "design", "teacher" and "teaching" share."""
    return _AGENT.sub("", root(stem(word)))


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _PLAIN.finditer(text)]


def _matches(wanted: _Wanted, text: str) -> bool:
    words = _words(text)
    heads = _head_places(wanted, words)
    if heads and not wanted.modifiers:
        return True
    return any(wanted.modifiers.intersection(map(stem, _around(words, place))) for place in heads)


def _head_places(wanted: _Wanted, words: list[str]) -> list[int]:
    return [
        place for place, word in enumerate(words) if word in wanted.heads or singular(word) in wanted.heads
    ]


def _is_close(wanted: _Wanted, text: str) -> bool:
    words = _words(text)
    if _head_places(wanted, words):
        return True
    roots = set(map(_root, words))
    if len(wanted.roots) > 1 and wanted.roots <= roots:
        return True
    if split_title(text).head is None:
        return wanted.work in roots
    return bool(wanted.modifiers) and wanted.modifiers <= set(map(stem, words))


def _around(words: list[str], place: int) -> list[str]:
    """Words that can modify the head noun at `place`: those shortly before it, and behind it after "of"."""
    before = words[max(0, place - NEAR) : place]
    behind = words[place + 1 : place + 2 + NEAR]
    return before + (behind if behind[:1] in (["of"], ["for"], ["in"]) else [])


def find_seen_title(
    target: str, gaze: Gaze, text: str, equivalent: Equivalent, past: Container[int] = ()
) -> SeenTitle | None:
    """The first sight of the target title; where there is none, of a close one; None where there is neither.

    Headlines and job titles are compared with `equivalent`; everything else that is seen in one piece (a line
    of the summary, a heading) must show head noun and modifier by itself. Close titles are stated ones only.
    `past` holds the lines of jobs long past: the title of one of them is close at best.
    """
    wanted = _wanted(target)
    close = None
    for visit in gaze.visits:
        for start, end in _pieces(visit, text):
            words = text[start:end].strip(_MARKS)
            stated = visit.kind in _STATED
            same = (wanted and _matches(wanted, words)) or (stated and equivalent(target, words))
            if same and visit.line not in past:
                return SeenTitle(gaze.seen_at(start, end) or visit.at, words, close=False)
            if close is None and (same or (stated and wanted and _is_close(wanted, words))):
                close = SeenTitle(gaze.seen_at(start, end) or visit.at, words, close=True)
    return close


def _pieces(visit: Visit, text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a visit that the eye took in without a gap, cut where punctuation ends a phrase."""
    start, last = visit.words[0]
    for word_start, word_end in visit.words[1:]:
        if word_start > last + 1 or _BREAK.search(text, last - 1, word_start):
            yield start, last
            start = word_start
        last = word_end
    yield start, last
