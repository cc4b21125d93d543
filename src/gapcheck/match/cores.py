"""The part of a keyword that a reader looks for: "calendars" of "complex calendars", "AQA" of "AQA specifications"."""

from __future__ import annotations

from gapcheck.fillers import EMPTY_HEAD, is_generic
from gapcheck.words import Token, phrase_tokens

_DEGREES = frozenset(
    """complex simple major strong excellent clear formal full effective efficient daily weekly monthly quarterly yearly
    annual regular routine timely basic advanced in-depth solid sound good new multiple various own
    fluent""".split()
)
"""First words that only say how much, how often or how well; with them what comes after is the same thing."""

_MODES = frozenset("written spoken verbal oral".split())
"""First words that say in which way; "verbal and written communication" are communication skills."""

_DOING = frozenset(
    """meeting executing performing providing supporting handling conducting ensuring maintaining tackling delivering
    meet execute perform provide support handle conduct ensure maintain tackle deliver""".split()
)
"""First words that say that something is done, as whatever stands on a resume is."""

_CONTAINERS = frozenset(
    """specification specifications guideline guidelines standard standards requirement requirements regulation
    regulations compliance process processes procedure procedures technique techniques principle principles method
    methods methodology methodologies environment environments tool tools software platform platforms practice
    practices concept concepts fundamentals theory""".split()
)
"""Last words that only say in what form the thing comes."""

_WIDE_CONTAINERS = _CONTAINERS | frozenset(
    """management processing program programme programs programmes analysis law laws system systems channel channels
    activity activities service services operation operations product products solution solutions equipment
    administration handling""".split()
)
"""The same behind two words or more, which by themselves say what it is about ("event-driven processing")."""

FEWEST_BEFORE_WIDE = 2


def language_in(form: str, language: str) -> str | None:
    """The language in a phrase that ends in it ("clear written English"); None for "English language" and "American
    Sign Language": every language is one."""
    last = form.split()[-1].lower()
    return last if last != "language" and last in language.lower().split() else None


def unadorned(form: str) -> str | None:
    """A phrase without the judgement, degree or quantity that it begins with; None where it has none.

    Within a word it is no degree: "detail-oriented" is not "oriented".
    """
    words = phrase_tokens(form)
    first = 0
    while first < len(words) - 1 and _is_empty(words[first]) and form[words[first].end] != "-":
        first += 1
    if not first:
        return None
    by_mode = words[first - 1].lower in _MODES and first == len(words) - 1
    return f"{words[first].stem} skills" if by_mode else _rest(form, words[first:])


def _is_empty(word: Token) -> bool:
    return word.lower in _DEGREES | _MODES or (word.stem in EMPTY_HEAD and word.lower != "deep")


def kernel(form: str) -> str | None:
    """A phrase without a first word of doing and a last word that only says in what form the thing comes; None where
    it has neither."""
    words = phrase_tokens(form)
    heads = _WIDE_CONTAINERS if len(words) > FEWEST_BEFORE_WIDE else _CONTAINERS
    if len(words) > 1 and words[-1].lower in heads and form[words[-1].start - 1] != "-":  # "non-compliance"
        words = words[:-1]
    if len(words) > 1 and words[0].lower in _DOING and form[words[0].end] != "-":
        words = words[1:]
    rest = _rest(form, words)
    return None if rest == form else rest


def _rest(form: str, words: tuple[Token, ...]) -> str | None:
    rest = form[words[0].start : words[-1].end]
    return None if is_generic(rest) else rest
