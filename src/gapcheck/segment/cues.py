"""Words and marks by which a single sentence says how strongly it asks for something, whatever heading stands above it."""

from __future__ import annotations

import re

from gapcheck.segment.model import PostingSection
from gapcheck.segment.titles import split_title

_PREFERRED = re.compile(
    r"\b(preferred|preferably|preferable|desirable(?! (opportunit|role|position|location|area|place|compan|office))|desired(?! (level|outcome|result|goal|effect|state|quality|standard))|advantageous|nice[- ]to[- ]have|good[- ]to[- ]have|ideally"
    r"|bonus( points?| if|:| skills| qualifications)|beneficial|optional(ly)?|a (big |huge |strong |definite |great |real |distinct )?(plus|advantage|asset|bonus)"
    r"|an (added |additional )?(advantage|asset)|(would|will) be (nice|great|handy|helpful|useful|lovely|welcome)"
    r"|(?<!you )(is|are) (also )?(ideal(?! for)|helpful|handy|useful|welcome|appreciated|valued)|(pluses|plusses)|(huge|big|massive|definite) (bonus|plus)|not (essential|required|necessary|needed|a must)|welcomed? but"
    r"|even better|we('d| would) love(?! to (hear|meet|talk|speak|chat|receive|welcome))|extra points|an edge|(icing on|cherry on) the cake|(will|would|really) stand out|(comes?|be) in handy|set(s|ting)? (you|them|candidates|applicants) apart|highly (regarded|valued)"
    r"|preference (will be |is )?given|(would|will) be (of )?(an? )?(\w+ )?benefit|or (be )?willing(ness)? to|open to learning"
    r"|go(es)? down (well|nicely)|would suit|values? (candidates|applicants|people) (with|who)|favou?rably considered|viewed favou?rably|(highly|strongly) recommended)\b|\((des|desir|pref)\.?\)(?=\W*$)"
    r"|\bpref['’]d\b|\bpref\.(?=\W*$)|\A\W*(\w[\w+#./&'-]*\s+){1,4}(helpful|handy|useful)(?=\W*\Z)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(must|requires?|required|requiring|essential|mandatory|minimum|at least|necessary|need(s|ed)? to (have|be|hold)"
    r"|you('ll| will)? (have|need|possess|hold|bring|be an? )|you (are|must)|we (require|need|expect|are looking for|are seeking|seek)"
    r"|we're (looking for|seeking)|(are )?(looking for|seeking) (an?|someone)|should (have|be|possess|hold)|candidates? (will|must|should|with|has|have)"
    r"|(the )?(ideal|successful|right) (candidate|applicant)|\d+\+?( ?(-|–|to) ?\d+)? (years?|yrs?)|(bachelor|master|degree|diploma|phd|bsc|ba|bs)('s)?\b"
    r"|proven|demonstrated|demonstrable|proficien(t|cy)|(prior|previous|relevant|recent|hands-on|solid|strong|extensive) experience"
    r"|experienced? (in|with|of|using|as|working)|(working |sound |good |strong |thorough |solid |in-depth |excellent )?(knowledge|understanding|command|grasp) of"
    r"|familiar(ity)? with|able to|ability to|(excellent|strong|good|outstanding|exceptional|effective) [\w ,&/-]{0,40}skills?|skilled in|expertise in|fluent|fluency"
    r"|(registered|certified|licensed|qualified)|registration|(valid|current|full|active) [\w' ]{0,25}(licen[cs]e|certificat\w+|registration))\b",
    re.IGNORECASE,
)


_ADDRESSED = re.compile(
    r"\W*(as an? [^,.]{3,60}, )?you(['’](ll|d)| will| would)? (?!(can|may|want|get|join|receive|enjoy|apply|have the)\b)",
    re.IGNORECASE,
)


def addresses_applicant(text: str) -> bool:
    """Whether the sentence begins by saying what the applicant does ("You control …", "As a nurse, you will …")."""
    return _ADDRESSED.match(text) is not None


_DESCRIBED = re.compile(
    r"\b(we|who|they|client|hospital|trust|school|company|team|department)( (is|are|will|would|am)|['’]re)? (currently |now |also )?"
    r"(looking for|seeking|seek|require|requires|need|needs|recruiting|looking to (recruit|appoint|hire))\b"
    r"|\b(the )?(successful|ideal|right|suitable) (candidate|applicant|person)\b"
    r"|\b(requirement|opportunity|role|vacancy|position)s? (available |has arisen |exists )?for an?\b"
    r"|\b(is|are) (now |urgently )?(required|needed|sought)\b"
    r"|\band (is|are) (requiring|seeking|recruiting|looking for)\b",
    re.IGNORECASE,
)


def describes_applicant(text: str) -> bool:
    """Whether a sentence on the employer says whom it wants ("Our client is seeking an experienced …")."""
    return _DESCRIBED.search(text) is not None


_APPOINTS = re.compile(
    r"\b(?:looking|seeking|hoping) to (?:recruit|appoint|hire|employ) (?:an?|another|our next) [^.;:]{3,80}? (?:to|who will) \w",
    re.IGNORECASE,
)


def appoints_for_work(text: str) -> bool:
    """Whether a sentence says whom the employer wants and for what, whatever it tells of itself besides: "We are looking
    to appoint an assistant to support three directors"."""
    return _APPOINTS.search(text) is not None


def title_at_work(title: str | None) -> re.Pattern[str] | None:
    """What begins a sentence that tells what the one with the title does: "The site manager will run"."""
    head = split_title(title).head if title is not None else None
    if head is None:
        return None
    return re.compile(
        rf"\W*(?:the|this|our|your|an?)\s(?:role of\s)?(?:[\w/&+-]+\s){{0,3}}{re.escape(head)}\s(?:will|shall|is responsible)\b"
        r"(?!\s(?:be (?:offered|paid|based|given|entitled|required to have)|receive|get|join|enjoy|have the)\b)",
        re.IGNORECASE,
    )


_QUESTION = re.compile(
    r"\W*(what is your (level|extent|amount) of|how (much|many|often|extensive)\b[^?]{0,80}\b(experience|training)\b"
    r"|which of the following[^?]{0,60}\byour\b[^?]{0,40}\b(experience|training|education|knowledge|skills?|ability)\b"
    r"|(do|have|are|can|could) you (?!((currently|now|ever|someone|somebody|been) )*"
    r"(want|wish|aspire|ready|up for|looking|seeking|interested|considering|thought|help us)\b))[^?]*\?\W*",
    re.IGNORECASE,
)


def asks_applicant(text: str) -> bool:
    """Whether the sentence asks what the applicant has or can do: "Do you have analytical writing skills?", "What is your
    level of experience in pursuit driving?".

    What they want or look for advertises the job ("Are you looking for a career in one of the most respected trusts?"):
    of 66 such questions that were read 46 ask for nothing, of 660 others two.
    """
    return _QUESTION.fullmatch(text) is not None


_ABILITY = re.compile(
    r"\W*((the|an?|overall|extensive|excellent|good|strong|proven|demonstrated|working|current|thorough|sound) )*"
    r"(ability|abilities|knowledge|skills?|experienced?|expertise|understanding|proficien(cy|t)|willingness|readiness"
    r"|familiar(ity)?|competence) (to|of|in|with|as|at)\b",
    re.IGNORECASE,
)


def begins_with_ability(text: str) -> bool:
    """Whether the sentence begins with what somebody has or can do: "Knowledge of …", "Proven ability to …".

    Of 1,579 such lines that were read, 1,571 asked or wished for it.
    """
    return _ABILITY.match(text) is not None


_WILLING_INSIDE = re.compile(
    r"\([^()]{0,80}\bor (?:be )?willing(?:ness)? to\b[^()]{0,80}\)(?=[^.]{15})"
    r"|(?<=,)[^,;()]{2,60}\bor (?:be )?willing(?:ness)? to\b[^,;()]{0,30}(?=,)",
    re.IGNORECASE,
)
"""Said of one of several things, in brackets or of an item inside a list: "licensed (or willing to get it), 1-3 years of
claims"."""


def says_preferred(text: str) -> bool:
    """Whether the sentence marks what it names as a nice-to-have."""
    return _PREFERRED.search(_WILLING_INSIDE.sub("", text)) is not None


def announces_wishes(text: str) -> bool:
    """Whether the sentence opens a list of nice-to-haves: "You get bonus points for any of the following:"."""
    return text.rstrip().endswith(":") and says_preferred(text)


_DEMANDS = re.compile(
    r"\b(must (be|have|hold|possess|meet|show|demonstrate)|should (be|have|hold|possess)|criteria|looking for|seeking"
    r"|(ideal|successful|right) (applicant|candidate|person) (will|has)"
    r"|(hear from|meet|talk to|speak (to|with)) you if|(get in touch|apply|contact us) if you)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.:]")


def announces_demands(text: str) -> bool:
    """Whether the sentence opens a list of demands: "Candidates must be experienced in the following:"."""
    opening = text.rstrip()
    return opening.endswith(":") and _DEMANDS.search(_CLAUSE_END.split(opening[:-1])[-1]) is not None


_RATING = re.compile(
    r"(?=.*\b(each|every) (task|item|statement|group|of the following)\b)"
    r".*\b(describes?|reflects?|represents?) your .{0,40}\b(experience|training|capability|skills?)\b",
    re.IGNORECASE | re.DOTALL,
)


def asks_to_rate(text: str) -> bool:
    """Whether the sentence opens tasks in which applicants rate themselves: "Select the one statement that most
    accurately describes your training and experience carrying out each task".

    Nearly half of the USAJOBS postings have one. A resume has to bear the ratings out.
    """
    return _RATING.match(text) is not None


def says_required(text: str) -> bool:
    """Whether the sentence reads like a demand on the applicant."""
    return _REQUIRED.search(text) is not None


_MARK = re.compile(
    r"([(\[]\s?(?P<letter>[ED])\s?([,/]\s*[AIT](\s?[/&,]\s?[AIT])*\s?)?[)\]]|(\.{2,}|…|\s[–—|-]) ?(?P<bare>[ED])(,\s?[AIT](/[AIT])*)?)\W*$",
    re.MULTILINE,
)
"""What British person specifications put behind a line: (E) for essential, (D) for desirable. How it is found out may
follow: "(D, A/I)" (application, interview, test). Without brackets it stands apart."""

_MARKED = {"E": PostingSection.REQUIRED, "D": PostingSection.PREFERRED}


def uses_marks(posting: str) -> bool:
    """Whether lines are marked as essential and others as desirable, so that the letters can mean nothing else."""
    return {_letter(match) for match in _MARK.finditer(posting)} == set(_MARKED)


def section_of_mark(posting: str, start: int) -> PostingSection | None:
    """The section that the mark at the end of its line puts a sentence in; None where it has none."""
    end = posting.find("\n", start)
    match = _MARK.search(posting, start, len(posting) if end < 0 else end)
    return None if match is None else _MARKED[_letter(match)]


def _letter(mark: re.Match[str]) -> str:
    return mark["letter"] or mark["bare"]
