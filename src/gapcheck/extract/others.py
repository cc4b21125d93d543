"""The people a posting names beside the applicant: teams, departments and roles that the applicant works with.

"Collaborate with the Sales and Marketing teams" asks for collaboration, not for sales or marketing.
"""

from __future__ import annotations

from gapcheck.extract.phrases import INSIDE
from gapcheck.extract.said import Said
from gapcheck.extract.traits import AUDIENCE
from gapcheck.words import stem

REACH = 16
"""Words on either side of a stretch among which the list it belongs to is looked at."""

EXPERIENCE = stem("experience")
EXPERIENCE_REACH = 5
"""Words before the preposition of a list among which experience is spoken of."""

DEALING = frozenset(
    map(
        stem,
        """work works worked working collaborate collaborates collaborating collaboration collaborative collaboratively
        partner partners partnering partnership liaise liaises liaising liaison interface interfaces interfacing
        coordinate coordinates coordinating coordination engage engages engaging communicate communicates communicating
        relationship relationships rapport cooperate cooperation interact interacts interacting interaction consult
        consults consulting meet meets meeting align aligns aligning team teaming closely""".split(),
    )
)
"""Stems of what is done with others, before "with"."""

BESIDE = frozenset({"alongside", "across", "between"})
"""Prepositions that stand before others without any verb of dealing."""

_LISTED = (INSIDE - {"VBG", "VBN"}) | {"DT", "PRP$", "CC", "PDT"}
_EXAMPLES = frozenset({"such", "like", "including", "e.g", "eg"})
_WHERE = frozenset({"in", "from"})
_LIST_WORDS = _EXAMPLES | _WHERE | {"as", "of"}


def names_others(text: str, said: Said, first: int, last: int) -> bool:
    """Whether the stretch stands in a list of teams or people whom the applicant deals with.

    `text` is the document's. The list must begin after words of dealing with somebody, and a word for people ("teams",
    "managers") must end it or stand before it ("teams (design, legal)", "colleagues such as …"). A stretch that ends
    in such a word names the people themselves and is left to others to judge.
    """
    if said.tokens[last].stem in AUDIENCE:
        return False
    begins = _list_begins(text, said, first)
    return begins is not None and _deals(said, begins) and _people(text, said, begins, first, last)


def _list_begins(text: str, said: Said, first: int) -> int | None:
    """The preposition before the list that holds the stretch, None where no list leads back to one."""
    for number in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = said.tokens[number].lower
        if word in BESIDE or word == "with":
            return number
        named = text[said.tokens[number].start].isupper()
        listed = said.tags[number] in _LISTED or word in _LIST_WORDS
        if not (named or listed or (said.tags[number] == "VBG" and _ends_member(text, said, number))):
            return None
    return None


def _ends_member(text: str, said: Said, number: int) -> bool:
    """Whether a comma or "and" follows: "merchandising, marketing and sales teams" lists what only looks like doing."""
    after = said.tokens[number + 1]
    return said.tags[number + 1] == "CC" or text[said.tokens[number].end : after.start].strip() == ","


def _deals(said: Said, preposition: int) -> bool:
    if said.tokens[preposition].lower in BESIDE:
        return True
    return any(token.stem in DEALING for token in said.tokens[max(0, preposition - 4) : preposition])


def _people(text: str, said: Said, begins: int, first: int, last: int) -> bool:
    if said.tokens[begins].lower in BESIDE and said.tokens[max(0, begins - 1)].stem in AUDIENCE:
        return True  # "a team across design, legal and sales"
    for number in range(begins + 1, first):
        if said.tokens[number].stem in AUDIENCE and _opens_list(text, said, number):
            return not (said.tokens[number + 1].lower == "in" and _tells_experience(said, begins))
    for number in range(last + 1, min(last + 1 + REACH, len(said.tokens))):
        if said.tokens[number].stem in AUDIENCE:
            return True
        named = text[said.tokens[number].start].isupper()
        if not named and said.tags[number] not in INSIDE | {"CC"}:
            return False
    return False


def _opens_list(text: str, said: Said, number: int) -> bool:
    """Whether examples follow a word, or where they are: "teams (design, legal)", "colleagues in design"."""
    token, after = said.tokens[number], said.tokens[number + 1]
    return after.lower in _EXAMPLES | _WHERE or text[token.end : after.start].strip() in {"(", ":"}


def _tells_experience(said: Said, begins: int) -> bool:
    """Whether what follows is where experience is wanted: "experience of working with engineers in logistics"."""
    return any(token.stem == EXPERIENCE for token in said.tokens[max(0, begins - EXPERIENCE_REACH) : begins])


def serves_others(text: str, said: Said, first: int) -> bool:
    """Whether a job title at `first` is that of the person the applicant serves: "Assistant to the CFO and Counsel"."""
    for number in range(first - 1, max(-1, first - 1 - REACH), -1):
        if said.tokens[number].lower == "to":
            return True
        if not text[said.tokens[number].start].isupper() and said.tags[number] not in _LISTED:
            return False
    return False
