"""Candidates of one passage: the proposals that the decision takes for keywords, none over another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gapcheck.extract.decide import Decision, Weighed, weigh
from gapcheck.extract.edges import own_front
from gapcheck.extract.model import Candidate, is_within, overlap
from gapcheck.extract.named import COMMON, Way
from gapcheck.extract.phrases import NOUNS
from gapcheck.extract.propose import Place, Proposal, propose
from gapcheck.extract.reading import PreparedPassage
from gapcheck.extract.said import Said
from gapcheck.extract.senses import contradicts, entry_of_name, says_name
from gapcheck.extract.shared_words import completions
from gapcheck.extract.unasked import set_in, why_unasked
from gapcheck.extract.work_nouns import WORK_OF_TITLE
from gapcheck.fillers import CONTAINERS, EMPTY_TAIL, FUNCTION_WORDS, TRAILING
from gapcheck.lexicon import JOINTS, Lexicon, LexiconEntry
from gapcheck.report import Kind, Origin
from gapcheck.segment.model import Passage, PostingSection
from gapcheck.segment.organisations import find_organisations
from gapcheck.words import Token


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with what its decision rests on; `dropped` says why it was not kept, None if it was, and `hidden`
    that it is for a likelier one over the same words alone."""

    candidate: Candidate
    proposal: Proposal
    weighed: Weighed
    dropped: str | None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class JudgedPassage:
    """A passage and the judgement on its proposals, in text order."""

    passage: Passage
    judged: tuple[Judged, ...]

    @property
    def kept(self) -> tuple[Candidate, ...]:
        """The candidates that were kept, in text order; none overlaps another."""
        return tuple(judged.candidate for judged in self.judged if judged.dropped is None)


@dataclass(frozen=True, slots=True)
class Judges:
    """What candidates are judged by.

    `employers` holds the names by which the posting calls who hires; `explained` the abbreviations it explains, with
    what they stand for.
    """

    lexicon: Lexicon
    decision: Decision
    employers: frozenset[str] = frozenset()
    explained: Mapping[str, str] = field(default_factory=dict)


TELLING = frozenset({PostingSection.DUTIES, PostingSection.OTHER})
"""Sections that tell of the work: an unknown name there is the employer's product, people or place."""


DESCRIBING = frozenset({"JJ", "NN", "NNP", "VBN", "VBD"})
"""Tags of a word before a noun that says of what kind it is; of an "unsupervised or supervised" method the tagger
takes the participle for a verb in the past."""


def judge_proposals(read: PreparedPassage, judges: Judges) -> tuple[Judged, ...]:
    """Every possible proposal of a passage with the judgement on it, in text order."""
    passage, said, around = read.passage, read.said, read.around
    text = around.text
    proposals = [
        _in_its_sense(
            proposal, text[said.tokens[proposal.first].start : said.tokens[proposal.last].end], judges
        )
        for proposal in propose(said, read.reading, passage, judges.lexicon, around.frequency)
    ]
    found = [
        Judged(_candidate(read, proposal, weighed, judges), proposal, weighed, None)
        for proposal, weighed in zip(proposals, weigh(said, proposals, around), strict=True)
    ]
    found = [_as_likely_as_parts(one, found) for one in found]
    found = [_as_likely_as_sibling(one, found, said) for one in found]
    setting = set_in(text, passage.start, passage.end, said, judges.explained)
    judged: list[Judged] = []
    kept: list[Candidate] = []
    usual = judges.decision.threshold
    for one in sorted(found, key=lambda one: (one.candidate.probability < usual, *precedence(one))):
        dropped = _why_dropped(one, read, judges) or why_unasked(one.candidate, one.proposal, setting)
        over = next((k for k in kept if overlap(k, one.candidate)), None) if dropped is None else None
        if over is not None:
            dropped = f"“{' '.join(over.text.split())}” is likelier"
        elif dropped is None:
            kept.append(one.candidate)
        judged.append(replace(one, dropped=dropped, hidden=over is not None))
    return tuple(sorted(judged, key=lambda j: (j.candidate.start, j.candidate.end)))


def _in_its_sense(proposal: Proposal, words: str, judges: Judges) -> Proposal:
    """A proposal of these words without the lexicon's entry where the posting explains them otherwise: "Certified
    Inpatient Coder (CIC)" is no infection control."""
    meant = judges.explained.get(words)
    if meant is None or proposal.hit is None or not contradicts(meant, proposal.hit.entry):
        return proposal
    return replace(proposal, hit=None, proved=False, lexicon=Place.NONE)


def _as_likely_as_parts(one: Judged, found: Sequence[Judged]) -> Judged:
    """A term of the lexicon is as likely as what may be cut from it: "interest rate risk" as "rate risk",
    "exploratory data analysis" as "data analysis". In a job title the work counts for itself."""
    own, hit = one.candidate, one.proposal.hit
    if own.lexicon is None or hit is None or hit.cautious or hit.entry.kind is Kind.TITLE:
        return one
    parts = (part.candidate for part in found if " " in part.candidate.text or part.candidate.lexicon is None)
    return _as_likely(one, (part for part in parts if is_within(part, own)))


def _as_likely_as_sibling(one: Judged, found: Sequence[Judged], said: Said) -> Judged:
    """A member of a coordination is as likely as the one that says the head for both: "supervised" of "supervised and
    unsupervised learning". It has to say of what kind the head is, not what is done to it ("planning and delivering
    instruction")."""
    named, member = one.proposal.named, one.proposal
    if named is None or named.way is not Way.SHARED:
        return one
    head = named.content[-1]
    other = next(at for at in range(member.last + 1, head) if said.tokens[at].lower in JOINTS) + 1
    tags = said.tags[member.last], said.tags[other]
    if not DESCRIBING.issuperset(tags) or all(tag.startswith("V") for tag in tags):
        return one
    return _as_likely(
        one, (each.candidate for each in found if other <= each.proposal.first < head <= each.proposal.last)
    )


def _as_likely(one: Judged, others: Iterable[Candidate]) -> Judged:
    """The same, as likely as the likeliest of the others if that is likelier."""
    likeliest = max((one.candidate.probability, *(other.probability for other in others)))
    return replace(one, candidate=replace(one.candidate, probability=likeliest))


def _why_dropped(one: Judged, read: PreparedPassage, judges: Judges) -> str | None:
    candidate, proposal = one.candidate, one.proposal
    if candidate.probability < judges.decision.least(0):
        return "unlikely"
    if proposal.strange and (proposal.model is not Place.EQUAL or candidate.section in TELLING):
        return "a name that nobody else uses"
    if proposal.role and not _is_for_applicant(read, proposal):
        return "names a role, not a skill"
    if _names_employer(candidate, judges.employers):
        return "names the employer"
    meant = judges.explained.get(candidate.text) if proposal.hit is None else None
    if meant is not None and not judges.lexicon.knows(meant) and any(find_organisations(meant)):
        return "names an organisation"
    return None


def _is_for_applicant(read: PreparedPassage, proposal: Proposal) -> bool:
    """Whether a role is what the applicant must be: what is required names it ("a chartered accountant"), or it is the
    posting's own and no noun says its work: "scrub practitioner", but "graphic design"."""
    if read.passage.section is PostingSection.REQUIRED:
        return True
    own = read.around.titles(read.said, proposal)
    return own and read.said.tokens[proposal.last].lower not in WORK_OF_TITLE


def _names_employer(candidate: Candidate, employers: Collection[str]) -> bool:
    """Whether the candidate is a name of the employer or holds one ("Acme products").

    A term of the lexicon only if it is the employer itself: "Twitter ads" at Twitter, but not "Google Cloud" at Google.
    """
    said = " ".join(candidate.text.split())
    if candidate.lexicon is not None:
        return said in employers or (candidate.term in employers and candidate.term in said)
    return any(f" {name} " in f" {said} " or said in name for name in employers)


A_WORD_MORE = 0.3
"""The share of its probability that a further word adds to a candidate where it vies with another over the same words:
both may be kept, and the longer says what is asked for ("accounting transactions", not "accounting"). Read off labelled
postings, as the next two."""

MOST_MORE = 2
"""Further words that count so: a keyword of more than three has mostly taken in another."""

KNOWN = 0.1
"""What it adds that the lexicon knows the candidate, by itself or with the word that it shares with its neighbour in a
list: it is then found again in other words."""


def precedence(one: Judged) -> tuple[float, int, int]:
    """The likelier first, by more words as well; among equals the longer, then the earlier."""
    candidate, proposal = one.candidate, one.proposal
    rank = candidate.probability * (1 + A_WORD_MORE * min(proposal.last - proposal.first, MOST_MORE))
    completed = candidate.whole is not None and candidate.lexicon is not None
    rank += KNOWN * (proposal.hit is not None or completed)
    return (-round(rank, 6), candidate.start - candidate.end, candidate.start)


_REST_OF_NUMBER = re.compile(r"(?<=\d)[.:]\d+(?!\w)")
"""What goes on with a number that ends a name: "JO 7110.65"."""


def _candidate(read: PreparedPassage, proposal: Proposal, weighed: Weighed, judges: Judges) -> Candidate:
    text, said, frequency = read.around.text, read.said, read.around.frequency
    first = proposal.first
    if proposal.hit is None:
        first = own_front(said, first, proposal.last, frequency)
    start, end = said.tokens[first].start, said.tokens[_mention_end(said, proposal)].end
    last = said.tokens[proposal.last].end
    if proposal.hit is None and (rest := _REST_OF_NUMBER.match(text, last)) is not None:
        last, end = rest.end(), rest.end() if end == last else end
    entry = _entry(proposal, said)
    words = _QUOTES.sub("", " ".join(text[start:last].split()))  # a term may run over a line end
    term = _as_written(words, said, proposal)
    whole = None
    if proposal.named is not None:
        term = proposal.named.name
        whole = term if proposal.named.way is Way.SHARED else None
    elif entry is None:
        whole = _completed(said, replace(proposal, first=first), judges.lexicon, frequency)
        term = whole or term
        # What overlaps a term of the lexicon may say one that the other hides: "driving licence" in "full driving
        # licence".
        if whole is not None or first > proposal.first or proposal.lexicon is not Place.NONE:
            entry = entry_of_name(term, judges.lexicon)
        if entry is None and first < proposal.last:
            entry = _contained(words, said.tokens[proposal.last], judges.lexicon, frequency)
    return Candidate(
        start,
        end,
        text[start:end],
        entry.term if entry else term,
        entry.kind if entry else _kind_of_role(proposal) or proposal.label or Kind.SKILL,
        frozenset(_origins(proposal, entry)),
        read.passage.section,
        entry.term if entry else None,
        judges.decision.probability(weighed),
        whole,
    )


def _entry(proposal: Proposal, said: Said) -> LexiconEntry | None:
    """The lexicon's entry. A role that is asked for keeps its own name, for a title's aliases are only like it, and so
    does an ambiguous wording whose sense nothing proves: "AP" in front of "Physics".
    """
    if proposal.hit is None or (
        proposal.hit.entry.kind is Kind.TITLE and _kind_of_role(proposal) is not None
    ):
        return None
    entry = proposal.hit.entry
    words = said.tokens[proposal.first : proposal.last + 1]
    capitals = len(words) == 1 and said.capitals[proposal.first]
    sure = proposal.proved or not proposal.hit.cautious or says_name(words, entry, capitals=capitals)
    return entry if sure else None


def _kind_of_role(proposal: Proposal) -> Kind | None:
    """The kind of a role that is asked for as a registration or as experience."""
    return None if proposal.named is None else _KIND.get(proposal.named.way)


_KIND = {Way.REGISTRATION: Kind.CERTIFICATION, Way.EXPERIENCE: Kind.TITLE}


def _completed(
    said: Said, proposal: Proposal, lexicon: Lexicon, frequency: Callable[[str], int]
) -> str | None:
    """A coordination's member with the word it shares, where that is what people say: "airway management"."""
    own = frequency(" ".join(token.lower for token in said.tokens[proposal.first : proposal.last + 1]))
    for whole in completions(said, proposal.first, proposal.last):
        if lexicon.knows(whole) or frequency(whole) >= max(COMMON, own / 4):
            return whole
    return None


def _contained(
    words: str, last: Token, lexicon: Lexicon, frequency: Callable[[str], int]
) -> LexiconEntry | None:
    """What the lexicon has for the words before a noun that says no more, where people do not call it so as a whole:
    leadership for "leadership styles", but teaching methods are what they are."""
    if last.stem not in CONTAINERS or frequency(words.lower()) >= COMMON:
        return None
    return entry_of_name(words.rpartition(" ")[0], lexicon)


_QUOTES = re.compile('[“”"]')

PART_OF_THE_NAME = TRAILING - EMPTY_TAIL
"""Stems of nouns that a keyword can do without, but that belong to what the posting says."""


def _mention_end(said: Said, proposal: Proposal) -> int:
    """The last token of what the posting says: "BI" is said as "BI tools", and so a reader looks for it."""
    last = proposal.last
    while (
        last + 1 < len(said.tokens)
        and said.tokens[last + 1].joined
        and said.tags[last + 1] in NOUNS
        and said.tokens[last + 1].stem in PART_OF_THE_NAME
    ):
        last += 1
    return last


def _as_written(words: str, said: Said, proposal: Proposal) -> str:
    """The words without the capital that only the sentence's beginning gave them: two more have one in a name."""
    tag = said.tags[proposal.first]
    others = [word for word in words.split()[1:] if word.casefold() not in FUNCTION_WORDS]
    name = tag.startswith("NNP") or (len(others) > 1 and all(map(str.istitle, others)))
    if proposal.first == 0 and words[:1].isupper() and words[1:2].islower() and not name:
        return words[0].lower() + words[1:]
    return words


def _origins(proposal: Proposal, entry: LexiconEntry | None) -> Sequence[Origin]:
    origins = []
    if entry is not None:
        origins.append(Origin.LEXICON)
    if proposal.model is Place.EQUAL:
        origins.append(Origin.MODEL)
    return origins or [Origin.PHRASE]
