"""What speaks for and against a proposal, as named traits that a linear decision weighs.

The recipe counts these very traits when it learns their weights (`models/recipe/decision.py`). No trait has two names.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.extract.asking import ENOUGH
from gapcheck.extract.named import Named, Way
from gapcheck.extract.propose import Place, Proposal
from gapcheck.extract.said import Said
from gapcheck.extract.whole import Whole
from gapcheck.fillers import is_generic
from gapcheck.report import Kind
from gapcheck.segment.model import PostingSection
from gapcheck.words import stem

Traits = dict[str, float]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a passage's proposals beyond the passage.

    The document's text, the passage's section, in how many background postings a phrase stands, the posting as a
    whole, the share of its words that stand before the passage (0..1), the stems of the job title, and the log odds
    that the passage asks for something (`gapcheck.extract.asking`).
    """

    text: str
    section: PostingSection
    frequency: Callable[[str], int]
    whole: Whole
    before: float = 0.0
    title: frozenset[str] = frozenset()
    asking: float = 0.0

    def titles(self, said: Said, proposal: Proposal) -> bool:
        """Whether the job title holds all words of the proposal."""
        return self.title.issuperset(said.stems(proposal.first, proposal.last))


def word_traits(said: Said, proposal: Proposal, around: Surroundings) -> Traits:
    """Traits of the words: what they are, what stands beside them, how common they are, of which field."""
    return dict.fromkeys(_words(said, proposal, around), 1.0)


def _words(said: Said, proposal: Proposal, around: Surroundings) -> Iterator[str]:
    first, last = proposal.first, proposal.last
    yield from _own_words(said, proposal)
    before = ["^", "^", *said.stems(0, first - 1)] if first else ["^", "^"]
    after = [*said.stems(last + 1, last + 2), "$"]
    yield f"before {before[-1]}"
    yield f"before {before[-2]} {before[-1]}"
    yield f"after {after[0]}"
    yield f"verb {_governing_verb(said, first)}"
    yield f"tags {' '.join(_coarse(said.tags[number]) for number in proposal.content)}"
    yield from _commonness(said, proposal, around)
    if proposal.hit is not None:
        yield f"lexicon field {proposal.hit.entry.field}"


def _own_words(said: Said, proposal: Proposal) -> Iterator[str]:
    stems = [said.tokens[number].stem for number in proposal.content]
    named = proposal.named
    if proposal.object_of is not None:
        yield f"done {said.tokens[proposal.object_of.doing].stem}"
    if named is not None and named.way in _DOINGS:
        yield f"done {stems[0]}"
        yield f"done to {stems[-1]}"
        yield from (f"object {stem}" for stem in dict.fromkeys(stems[1:]))
        return
    yield f"head {stems[-1]}"
    yield f"first {stems[0]}"
    yield from (f"word {stem}" for stem in dict.fromkeys(stems))


_DOINGS = frozenset({Way.ACTIVITY, Way.INVERTED})


def _coarse(tag: str) -> str:
    return {"NNS": "NN", "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "VBZ": "VB", "VBP": "VB"}.get(tag, tag)


REACH = 5
"""Words before a stretch among which its verb is looked for."""


def _governing_verb(said: Said, first: int) -> str:
    for number in range(first - 1, max(-1, first - 1 - REACH), -1):
        if said.tags[number].startswith("VB"):
            return said.tokens[number].stem
    return "-"


def _gap_before(said: Said, first: int) -> str:
    return "start" if first == 0 else "joined" if said.tokens[first].joined else "parted"


def _gap_after(said: Said, last: int) -> str:
    if last + 1 == len(said.tokens):
        return "end"
    return "joined" if said.tokens[last + 1].joined else "parted"


def _shape(said: Said, proposal: Proposal, around: Surroundings) -> Iterator[str]:
    tokens = [said.tokens[number] for number in proposal.content]
    yield f"length {min(len(tokens), 5)}"
    words = [around.text[token.start : token.end] for token in tokens]
    later = words if proposal.first else words[1:]
    if any(word.isupper() and len(word) > 1 for word in words):
        yield "shape capitals"
    elif later and all(word[0].isupper() for word in later):
        yield "shape title"
    elif any(word[0].isupper() for word in later):
        yield "shape mixed"
    if any(any(letter.isdigit() for letter in word) for word in words):
        yield "shape digits, known" if proposal.hit is not None else "shape digits"
    if any(any(letter.isupper() for letter in word[1:]) and not word.isupper() for word in words):
        yield "shape inner capital"
    if is_generic(" ".join(words)):
        yield "generic"
    if around.titles(said, proposal):
        yield "in the title"


STEPS = (0, 1, 20, 60, 200, 600, 1500)
"""Document frequencies at which a word or phrase counts as commoner; 3,500 background postings in all."""


def _commonness(said: Said, proposal: Proposal, around: Surroundings) -> Iterator[str]:
    tokens = [said.tokens[number] for number in proposal.described]
    whole = around.frequency(" ".join(token.lower for token in tokens))
    yield f"phrase in {_step(whole)} length {min(len(tokens), 3)}"
    yield f"rarest in {_step(min(around.frequency(token.lower) for token in tokens))}"
    yield f"head in {_step(around.frequency(tokens[-1].lower))}"
    if proposal.first and tokens and said.tokens[proposal.first].joined:
        wider = f"{said.tokens[proposal.first - 1].lower} {' '.join(token.lower for token in tokens)}"
        if 2 * around.frequency(wider) > whole > 0:
            yield "mostly with the word before"


def _step(frequency: int) -> int:
    return max(step for step in STEPS if step <= frequency)


def source_traits(
    said: Said, proposal: Proposal, proposals: Sequence[Proposal], around: Surroundings
) -> Traits:
    """Traits of the sources' agreement, of form and place, and of how common the words are; no single word is known.

    `proposals` are all of the passage.
    """
    names = (
        *_sources(proposal, around),
        *_shape(said, proposal, around),
        *_form(said, proposal),
        *_names(proposal, around),
        *_beside(said, proposal, proposals),
    )
    traits = (
        dict.fromkeys(names, 1.0) | _frequencies(said, proposal, around) | _prominence(said, proposal, around)
    )
    if proposal.model is not Place.NONE:
        traits[f"confidence, {proposal.model.value}"] = _log_odds(proposal.confidence)
    return traits | _chances(said, proposal)


def _chances(said: Said, proposal: Proposal) -> Traits:
    """What the language model gives for the stretch as a keyword from end to end, for each of its ends, and for its
    least likely word as part of any."""
    first, last = proposal.first, proposal.last
    inside = said.goes_on[first + 1 : last + 1]
    beyond = said.goes_on[last + 1] if last + 1 < len(said.tokens) else 0.0
    either = [said.begins[number] + said.goes_on[number] for number in range(first, last + 1)]
    whole = said.begins[first] * math.prod(inside) * (1 - beyond)
    return {
        "chance of the whole": _log_odds(whole),
        "chance of its least word": _log_odds(min(either)),
        "chance of its beginning": _log_odds(said.begins[first]),
        "chance of going on": _log_odds(beyond),
        "chance of an end within": _log_odds(1 - min(inside, default=1.0)),
    }


SHORTEST_ADVERT = 150
"""Words of a short advert; what is shorter is no likelier to ask: few words of nothing are none."""

USUAL_ADVERT = 300
"""Words of a usual one, of which the length says nothing."""


_ASKING = frozenset({PostingSection.TITLE, PostingSection.PREFERRED})
"""Sections that ask for what they name, whatever the words around it."""

IDLEST = 0.0
"""Log odds that a sentence asks below which fewer take nothing away: no sentence tells so surely of something else that
a sure term in it counts for nothing."""

LABEL = 3
"""Words that may stand before the colon of a form's field: "Position Type: Elementary School Teaching"."""


def _asking(said: Said, around: Surroundings) -> float:
    """By how much the sentence asks less surely than enough; 0 or less. A field of a form is no sentence."""
    if around.section in _ASKING or _is_field(said, around.text):
        return 0.0
    return min(max(around.asking, IDLEST), ENOUGH) - ENOUGH


def _is_credential(said: Said, proposal: Proposal) -> bool:
    """Whether the lexicon knows a certificate by this name: it is asked for wherever it is named, even where a sentence
    tells of the work ("teach the CompTIA classes"). A degree is in what a questionnaire lets applicants say of
    themselves ("I have two years of education above high school")."""
    hit = proposal.hit
    if hit is None or hit.cautious:
        return False
    answers = said.tokens[0].lower == "i"
    return hit.entry.kind is Kind.CERTIFICATION or (answers and hit.entry.kind is Kind.DEGREE)


def _is_field(said: Said, text: str) -> bool:
    """Whether a colon follows the first words and no verb says anything of a subject."""
    labels = pairwise(said.tokens[: LABEL + 1])
    named = any(text[left.end : right.start].lstrip().startswith(":") for left, right in labels)
    return named and _FINITE.isdisjoint(said.tags)


_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
"""Tags of verbs that say something of a subject."""


def _prominence(said: Said, proposal: Proposal, around: Surroundings) -> Traits:
    """How much the posting says in all and before, and how often it says this: the longer, the less each is asked for;
    what is asked for comes again."""
    tokens = [said.tokens[number] for number in proposal.content]
    words = around.text[said.tokens[proposal.first].start : said.tokens[proposal.last].end].lower()
    stems = [around.whole.stems.get(token.stem, 1) for token in tokens]
    return {
        "asking": 0.0 if _is_credential(said, proposal) else _asking(said, around),
        "words in the posting": math.log(max(SHORTEST_ADVERT, around.whole.words) / USUAL_ADVERT),
        "words before": around.before,
        "times said": math.log(max(1, around.whole.lowered.count(words))),
        "times its rarest word": math.log(min(stems)),
        "times its head": math.log(stems[-1]),
    }


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, SUREST), 1 - SUREST)
    return math.log(bounded) - math.log(1 - bounded)


SUREST = 0.01
"""Distance from 0 and 1 within which a confidence says no more."""


def _sources(proposal: Proposal, around: Surroundings) -> Iterator[str]:
    yield f"model {proposal.model.value}"
    if proposal.label is not None and proposal.model is Place.EQUAL:
        yield f"model kind {proposal.label.value}"
    if proposal.hit is None and proposal.is_role_asked_for:
        yield from (f"lexicon {Kind.TITLE.value}", f"role asked for in {around.section.value}")
    elif proposal.hit is None:
        yield f"lexicon {proposal.lexicon.value}"
        yield f"lexicon {proposal.lexicon.value}, model {proposal.model.value}"
    else:
        yield f"lexicon {proposal.hit.entry.kind.value}"
        yield f"lexicon hit, model {proposal.model.value}"
        if proposal.hit.entry.kind is Kind.TITLE:
            role = "role asked for" if proposal.is_role_asked_for else "role"
            yield f"{role} in {around.section.value}"
        elif proposal.hit.cautious:
            yield "lexicon cautious" if proposal.proved else "lexicon unproved"
    yield f"section {around.section.value}"


def _form(said: Said, proposal: Proposal) -> Iterator[str]:
    first, last = proposal.first, proposal.last
    known = "known" if proposal.hit is not None else proposal.model.value
    if proposal.object_of is not None:
        yield f"an object, {known}"
        yield f"an object of {min(last - first + 1, 3)}, {'named' if proposal.object_of.name else 'plain'}"
    if proposal.named is not None:
        yield from _named(said, proposal, proposal.named)
    yield f"first tag {_coarse(said.tags[first])}"
    yield f"head tag {_coarse(said.tags[last])}, {known}"
    yield f"length {min(last - first + 1, 5)}, {known}"
    yield f"gap {_gap_before(said, first)} {_gap_after(said, last)}"
    yield "no phrase" if proposal.dropped is None else f"phrase dropped {min(proposal.dropped, 3)}"
    if _addresses(said, last):
        yield "whose people"
    if proposal.role:
        yield "a role"


def _named(said: Said, proposal: Proposal, named: Named) -> Iterator[str]:
    """What speaks for a name of its own."""
    known = "known" if proposal.hit is not None else proposal.model.value
    yield f"named by {named.way.value}"
    yield f"named by {named.way.value}, {known}"
    if named.way is Way.ACTIVITY:
        bare = "bare" if is_generic(" ".join(said.tokens[n].lower for n in named.content[1:])) else "telling"
        yield f"done as {_coarse(said.tags[named.content[0]])}"
        yield f"done to {bare} {min(len(named.content) - 1, 3)}"
        yield "done first" if named.content[0] == 0 else "done within"


def _names(proposal: Proposal, around: Surroundings) -> Iterator[str]:
    if proposal.strange:
        yield f"strange in {around.section.value}"
        yield f"strange, {proposal.model.value}"


AUDIENCE = frozenset(
    map(
        stem,
        """team teams department departments colleague colleagues staff manager managers leader leaders partner partners
        stakeholder stakeholders group groups director directors function functions officer officers professional
        professionals representative representatives""".split(),
    )
)
"""Nouns that make a field of work the name of some people: "the Sales, Policy and Marketing teams"."""


def _addresses(said: Said, last: int) -> bool:
    """Whether the stretch, or the list it begins, ends in a word for people."""
    for number in range(last + 1, min(last + 1 + 2 * REACH, len(said.tokens))):
        token = said.tokens[number]
        if token.stem in AUDIENCE:
            return True
        if token.lower not in {"and", "or"} and not said.tags[number].startswith(("NN", "JJ")):
            return False
    return False


def _frequencies(said: Said, proposal: Proposal, around: Surroundings) -> Traits:
    """Logarithms of document frequencies: of the phrase, of its rarest word, of its first and of its head."""
    tokens = [said.tokens[number] for number in proposal.described]
    words = [math.log1p(around.frequency(token.lower)) for token in tokens]
    whole = math.log1p(around.frequency(" ".join(token.lower for token in tokens)))
    size = f"{min(len(tokens), 3)}{'' if proposal.described == proposal.content else ', done to'}"
    return {
        f"frequency, length {size}": whole,
        "rarest frequency": min(words),
        "first frequency": words[0],
        f"head frequency, length {size}": words[-1],
    }


def _beside(said: Said, proposal: Proposal, proposals: Sequence[Proposal]) -> Iterator[str]:
    """What the items beside it are where it stands in a list."""
    beside = [
        other for other in proposals if _next_item(said, proposal, other) or _next_item(said, other, proposal)
    ]
    if not beside:
        yield "alone"
    if any(other.hit is not None and not other.hit.cautious for other in beside):
        yield "beside lexicon"
    if any(other.model is Place.EQUAL for other in beside):
        yield "beside model"


def _next_item(said: Said, left: Proposal, right: Proposal) -> bool:
    """Whether nothing but a comma, "and" or "or" parts two stretches."""
    between = said.tokens[left.last + 1 : right.first]
    if right.first <= left.last or any(token.lower not in {"and", "or"} for token in between):
        return False
    return len(between) < 2 and (bool(between) or not said.tokens[right.first].joined)
