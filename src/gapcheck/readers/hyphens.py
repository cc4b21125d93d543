"""Words divided at a line end: `scal-` / `able` is one word, `cloud-` / `native` keeps its hyphen.

Few programs divide words by themselves, so a hyphen at a line end belongs to its word unless something speaks
against it: the same word elsewhere in the document, a syllable that is no word, a typical ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

# First parts of compounds written with a hyphen.
_HEADS = frozenset(
    """
    all anti back best big business business-to career case child class client close cloud code company
    computer cost cross customer data day deadline decision detail director double down drop early end
    entry event ever evidence eye face family fast field first five follow four free front full goal half
    hand hard health high home hospital hour house human in-depth industry key labor labour large late
    law lead left life light line live long low main market master medium mid mission model month multi
    near new nine non now off one open over part patient pay peer people person plan point policy post
    price problem process product profit project public quality quick read real record results revenue
    right risk road role safety sales school second self semi senior server short side single site six
    skill small social solution stand start state step store student task team ten test third three tier
    time top trade two under user value vendor warm web well wide win word work world year zero
    """.split()
)
# Second parts of such compounds.
_TAILS = frozenset(
    """
    aged an area art assurance aware awareness balance bank based bearing bill board body bono book
    border bound box brand breaking building business call capable career case cash centered centred
    centric certified changing channel check class client closing commerce compliance compliant conscious
    control core cost coverage cultural customer cut cutting cycle data date day deadline deep depth
    design detail development directed disciplinary down driven driving edge effective efficient end
    ended energy engine engineer engineering entry even evidence exempt experience eye face facing fast
    fiction first fit five flight flow focus focused for forward free friendly fueled functional funded
    generating generation giving going grade grown growth guided half hand hanging heavy held high hoc
    home hop hour house hundred impact in income informed inspired intensive known language large launch
    law lead leader leading learn learning led leg level license licensed life line list live load local
    long looking low made maintained maker making managed management manager managing market marketing
    match matter medical member minded minute month motivated native needs net notch of off office old on
    one ongoing only oriented out over paced page paid part party pass path patient pay peer people
    performance performing person phase piece plan planned planning platform play player point policy
    positive priced process processing product production profile profit profitable proof quality quarter
    rate rated read reading ready real related relevant reliant reporting res resistant response
    responsive rich rise risk role round run running safe safety sales saving savings scale school
    science sector secure sell seller selling sensitive service service-oriented set setting share
    sharing shift shooting side sign site size skilled skills small software solve solver solving source
    space specific speed stack staff stage standing star start starter state step stock stop story
    strategy stream strong style supervised support sure system taking talking task taught team tech
    technical tenant term test tested testing thinking thirds thorough threaded through tier tiered time
    timer to tolerance tolerant tone tool top track trained training treatment turn type up use user
    value variable vendor verbal view volume wage ware warehouse week weight wide winning wise word work
    worker working world writing year years
    """.split()
)
# Written as one word although both halves are words.
_WHOLE = frozenset(
    """
    backend background breakthrough checkout database databases deadline deadlines downtime feedback
    framework frameworks freelance frontend guideline guidelines hardware healthcare healthier landscape
    network networking networks offline onboarding online outcome outcomes output outreach overall
    oversight overtime overview payroll pipeline pipelines software spreadsheet spreadsheets stakeholder
    stakeholders timeline timelines today toward towards understand understanding upgrade website
    websites within without workflow workflows workforce workload workplace workshop workshops worldwide
    """.split()
)
_ENDING = re.compile(
    r"\w{0,6}(?:tions?|sions?|tional(?:ly)?|ments?|mental|ing|ings|abl[ey]|ibl[ey]|ability|ibility|ness"
    r"|it(?:y|ies)|t(?:y|ies)|anc(?:e|es|y|ies)|enc(?:e|es|y|ies)|ative|ives?|ivity"
    r"|ical(?:ly)?|ically|log(?:y|ies|ical)|at(?:e|es|ed|ing|or|ors)|i[sz](?:e|es|ed|ing|er|ers)"
    r"|ious(?:ly)?|ous(?:ly)?|ar(?:y|ies)|er(?:y|ies)|or(?:y|ies)|ular|icians?|cians?|ally|ful(?:ly)?"
    r"|ures?|ists?|isms?|ships?|niques?|graph(?:y|ic|ics)?)"
)
_UPPER_HALF = re.compile(r".*[^\W_]-")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING = "([{<\"'“‘«•*"
_CLOSING = ".,;:!?)]}>\"'”’»"
_HANGING = frozenset({"and", "or", "to", "through", "versus"})
_SYLLABLE = 3  # a first half this short is a syllable unless it is listed as a word
_SHORT_REST = 5  # a second half this short is a syllable unless it is a word


class Joiner:
    """Decides what becomes of a hyphen at a line end, from the other words of the same document."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words

    @cached_property
    def _seen(self) -> frozenset[str]:
        """The words without what stands around them; most documents divide none, and are never asked."""
        return frozenset(word.strip(_OPENING + _CLOSING).lower() for word in self._words)

    def join(self, upper: str, lower: str) -> str | None:
        """Return the whole word for the last word of a line and the first word of the next.

        None where the two are separate: no hyphen, a lone dash, or a hanging hyphen ("pre- and
        postoperative").
        """
        if not _UPPER_HALF.fullmatch(upper) or not lower[0].isalnum():
            return None
        if lower.strip(_CLOSING).lower() in _HANGING:
            return None
        first, second = upper.lstrip(_OPENING)[:-1], lower.rstrip(_CLOSING)
        return upper[:-1] + lower if self._was_divided(first, second) else upper + lower

    def _was_divided(self, first: str, second: str) -> bool:
        """Whether the line break put the hyphen in, so that it belongs to no word."""
        if not (_LETTERS.fullmatch(first) and _LETTERS.fullmatch(second) and second.islower()):
            return False
        stem = first.lower()
        if f"{stem}-{second}" in self._seen:
            return False
        if stem + second in self._seen or stem + second in _WHOLE:
            return True
        if stem in _HEADS or second in _TAILS or second in self._seen:
            return False
        return len(stem) <= _SYLLABLE or self._is_ending(stem, second)

    def _is_ending(self, stem: str, second: str) -> bool:
        if _ENDING.fullmatch(second):
            return True
        return len(second) <= _SHORT_REST and stem not in self._seen
