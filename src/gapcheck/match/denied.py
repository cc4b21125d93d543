"""Words that a resume says it lacks: "no experience of highways", "have not used Relativity", "studying for CCRN".

After the scope rules of Chapman et al. 2001 (NegEx): a cue stands before the term in the same sentence, and few words
may stand between. Here the words between must speak of having or doing, so that "never missed a deadline" denies no
deadlines.
"""

from __future__ import annotations

from itertools import pairwise

from gapcheck.match.index import ResumeIndex
from gapcheck.match.model import Run

REACH = 14
"""Tokens before a term among which a cue is looked for; lists of what is lacking are long."""

_NO = frozenset("no without lack lacks lacking".split())
_NOT = frozenset(
    "not never cannot havent hasnt dont doesnt didnt nor neither nothing unfamiliar inexperienced untrained".split()
)
_BESIDE_NO = frozenset(
    """experience exposure knowledge training background familiarity contact work formal prior previous hands-on hands
    direct real practical specific particular professional certificate qualification licence license use of with in to
    using from about any much yet former as other a an the and or""".split()
)
_HAVING = frozenset(
    """have had has having been be am are is was use used using work worked working hold held holding touch touched
    write wrote written do does did done doing drive drove driven operate operated know knew known learn learned learnt
    learning try tried experience experienced exposure exposed familiar trained training certified qualified licensed
    handle handled manage managed teach taught run own owned studied study took take taken need""".split()
)
_LOWLY = frozenset(
    "with in of to for on the a an any or and nor as by at it yet my i we our into about much".split()
)
_ONLY = frozenset("only limited just merely later less fewer more".split())


_PLANS = frozenset(
    {
        ("studying", "for"), ("enrolled", "on"), ("enrolled", "in"), ("move", "into"), ("to", "learn"),
        ("learn", "about"), ("training", "in"), ("interested", "in"), ("hoping", "to"), ("wish", "to"),
        ("reading", "up"), ("enrolled", "for"), ("booked", "on"), ("signed", "up"),
    }
)  # fmt: skip
_WANT = frozenset(
    """love want wanting hope hoping wish keen eager willing would looking need needing plan planning studying
    enrolled""".split()
)


CUES = _NO | _NOT | _WANT | {"t"}
"""A sentence without one of these denies nothing."""


def is_denied(run: Run, resume: ResumeIndex) -> bool:
    """Whether the sentence says of this stretch that it is lacking or still to come."""
    first = run[0]
    start = max(resume.sentence_of(first).start, first - REACH)
    before = _words(resume, range(start, first))
    for number, word in enumerate(before):
        after = before[number + 1 :]
        if _turns(after) or (after and after[0] in _ONLY):
            continue
        if word in _NO and _states_lack(after):
            return True
        if word in _NOT and _denies_having(after):
            return True
    return _still_to_come(before)


def _words(resume: ResumeIndex, stretch: range) -> list[str]:
    """Lower-cased words, "n't" (two tokens: "don", "t") as "not"."""
    words: list[str] = []
    for number in stretch:
        word = resume.tokens[number].lower
        if word == "t" and words and words[-1].endswith("n"):
            words[-1] = "not"
        else:
            words.append(word)
    return words


def _turns(words: list[str]) -> bool:
    return any(word in {"but", "however", "although", "though", "whereas", "except"} for word in words)


def _states_lack(between: list[str]) -> bool:
    """No word of doing stands between: "no experience of highways or NEC contracts", "no Creo, no SAP"."""
    plain = [word for word in between if word not in _BESIDE_NO]
    return len(plain) <= (2 if len(plain) < len(between) else 0)


def _denies_having(between: list[str]) -> bool:
    content = [word for word in between if word not in _LOWLY]
    return not content or content[0] in _HAVING or (len(content) > 1 and content[1] in _HAVING)


def _still_to_come(before: list[str]) -> bool:
    """A plan stands right before the term, at most two words between: "would love to learn drives"."""
    if _WANT.isdisjoint(before):
        return False
    near = before[-4:]
    return any(pair in _PLANS for pair in pairwise(near))
