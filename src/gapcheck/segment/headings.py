"""Headings of postings: which section a heading opens, and how to tell a heading from a sentence."""

from __future__ import annotations

import re

from gapcheck.segment.cues import asks_applicant
from gapcheck.segment.model import PostingSection

_UNWANTED = (
    r"not (needed|required|necessary)( here)?|(what )?you (don't|do not|won't|will not) need.*|do i need .*"
    r"|you won't (like|enjoy) this .*|this (job|role|position) (is|may|might) not( be)? for you.*"
)
"""Headings of what is not asked for."""

# Each pattern must match a whole heading, up to a little filler. Order matters: the first that matches wins, so
# that "preferred qualifications" is not taken for "qualifications".
_TABLE: tuple[tuple[PostingSection, str], ...] = (
    (
        PostingSection.LEGAL,
        r"(an? )?equal (employment )?opportunit(y|ies).*|e\.?e\.?o\.?( statement)?|.*\b(disclaimer|accommodations?|privacy"
        r"|gdpr|data protection|safeguarding( statement| notice)?)\b.*|diversity( and | & |, ).*"
        r"|((physical|mental|sensory|working|environmental)(,? and |, | & |/)?)+ ?(demands?|requirements?|conditions?|environment)\b.*"
        r"|(hardware|system|equipment|computer|internet|home office|remote work|workspace|travel) requirements?( .*)?"
        r"|work environment|background checks?|covid.*|visa( sponsorship)?|legal( notice)?|(the )?small print|(fraud|recruitment) notice"
        r"|disclosure.*|rehabilitation of offenders.*|inclusion.*|(other|additional) information for applicants"
        rf"|{_UNWANTED}",
    ),
    (
        PostingSection.APPLICATION,
        r"(how|where|when)( and when)? (to|do i|you|we|can i) (apply|hire).*|to apply(?!.*\byou('ll| will| must| need)).*|apply( now| here| today| online)?"
        r"|(the |our )?(application|hiring|selection|recruitment|interview) (process|procedure|details|instructions|timeline)"
        r"|applications?|next steps?|(the )?interviews?|closing date.*|contacts?( us| details| information| person)?"
        r"|required documents|how you will be evaluated|(application )?deadline|further (details|information).*"
        r"|what (happens next|else do i need to know)|when (do|will|would|can) i start|(ready|want|keen|like) to (apply|join).*|(are you )?interested\??|(informal )?(visits?|enquir(y|ies)).*|recruiter|agency.*",
    ),
    (
        PostingSection.BENEFITS,
        r".*\b(benefits?|perks?|compensation|remuneration|salary|rewards?|package|incentives)\b.*"
        r"|(what|things) (do )?(we|you|they|you'll|you will|we'll|we can) (can )?(also )?(offer|get|receive|provide|give|enjoy).*"
        r"|what (can|do|will) we (offer|give).*|(what )?we('ll| will| can't| cannot) (give|offer).*|what (do|will|would|can) (i|you) (get|receive|earn|be paid).*"
        r"|what('s| is) (in it for (you|me)|on (the table|offer)).*|how much (will|would|do|can) i .*|we offer( you)?|(the )?(pay|offer|deal)( range| rate| scale)?"
        r"|how we('ll| will) (look after|reward|support|take care of) you.*|why (join|work|you'll|you will|us|choose|apply).*|.*\bwhat you('ll| will) get\b.*|offering|on offer|in return.*"
        r"|working (hours|pattern)|hours( of work)?|schedule|shift( pattern| hours)?s?|location.*|job type.*|contract( type)?"
        r"|training and development|career development|reasons to .*|.*\b(grow|growth|(?<!cell )(?<!tissue )culture|citizenship|wellbeing)\b.*",
    ),
    (
        PostingSection.PREFERRED,
        r".*\b(preferred|desirables?|desired|nice[- ]to[- ]haves?|advantageous|good[- ]to[- ]haves?|great[- ]to[- ]haves?"
        r"|additional advantages?|extra points|brownie points|optional( skills)?|ideally)\b.*"
        r"|(bonus|plus)(es)?( points| skills| qualifications)?( if.*| for.*)?|(big |major |a )?plus(es)?|extra credit|(\w+ ){1,2}an? (advantage|asset|bonus|plus)"
        r"|(?-i:[Nn]ice)|it (would|will|might|also) helps?.*|even better( if)?.*|it('s| is| would be)( a)? (plus|bonus|advantage|great|nice|helpful).*|what (sets|(will|would) set) you apart.*|what (makes|will make|would make) you stand out.*"
        r"|what (would|might|could|will) (also )?be (an? )?(nice|great|helpful|good|useful|bonus|plus|advantage)( to have)?"
        r"|you (might|may|could) also (have|be|bring).*|(what )?we('d| would) (also )?(like you to have|(love|like) to see).*"
        r"|(would|it would|it'd) be (nice|great|helpful|good|lovely).*|.*\b(have|gives? you) an edge\b.*|stand out.*|other assets|assets|d"
        r"|(additional|other|further) .*\b(would|might|may|could) help|(\w+( |, ?))?(but )?not essential.*"
        r"|helpful( to have)?|beneficial|(nice|useful|helpful|optional) extras"
        r"|we('d| would) be (thrilled|delighted|impressed) if.*|.*\bif you also have\b.*|quality ranking factors?.*|additional considerations|(nice|great|handy|helpful) if .*|what (would|will) (impress|delight|excite|make) us.*",
    ),
    (
        PostingSection.REQUIRED,
        r".*\b(qualifications?|requirements?|requires|prerequisites?|must[- ]haves?|essentials?|criteria|eligibility"
        r"|competenc(y|ies|e)|skills?|experiences?|knowledge|abilities|attributes|credentials|licen[cs]es?|licensure"
        r"|certifications?|education|expertise|person spec(ification)?|candidate profile|k\.?s\.?a\.?s?|tech stack|stack)\b.*"
        r"|(what|who) (you|you'll|you will|we|we're|we are)( will| are|'ll|'re|re)?( be)?"
        r" ?(need|bring|have|seek|seeking|look|looking|expect|require|want|know|got|are looking).*"
        r"|(what|which|who) (do|will|would|should|must|are) (i|you|we) (need|have|bring|want|expect|require|looking for|after).*"
        r"|(tickets?|tools|software|languages?|training|courses?|clearances?|technolog(y|ies)|memberships?) (required|needed)|((personal|key|essential|desirable) )+(qualities|traits)"
        r"|what (we|we'd|you'd) (expect|want|need|like)( .*)?|what (does )?(good|great|success) looks? like.*|(the |your |key )*(behaviou?rs|strengths)"
        r"|you (should|must)( have| be)?|who are you|(that's|this is) you|who (would|will|might) suit this .*|we expect( of you| from you| you to( have| be)?)?"
        r"|(the )?(musts?|deal ?breakers?|non[- ]?negotiables?|table stakes)|you('re| are) (a|the) (great|good|perfect|right) (fit|match|person) (if|for (us|this \w+))( you( \w+)?)?"
        r"|you('ll| will| would) (love|like|enjoy) this (job|role|position) if.*"
        r"|what (it takes|makes you|we need).*|(who|what) you are|what about you\??|about you|you|your (profile|background|skills|strengths|experience|toolkit).*"
        r"|((the|our|your) )?(ideal|successful|right|perfect|suitable) (candidate|applicant|person|fit|colleague|team ?mate|hire).*"
        r"|(is this|could this be|(does (this|it) )?sounds? like) you\??|are you (the one|who we need|right for .*)\??"
        r"|(the )?(person|people|colleague) (that |who |whom )?(we|we're|we are)( are)? (need|want|seek|seeking|looking for|after)|person wanted"
        r"|you('ll| will| would| do)?( also)? need( to have)?|(applicants|candidates) (should|must|will|need to)( have| be| bring)?"
        r"|who should apply|what does it take|(we need|we want|seeking) (someone|somebody|a person)( with| who)?"
        r"|you('re| are)( a)?|you (have|will have|'ll have|bring|might be).*|to (be successful|succeed|thrive|qualify).*|we need|we're looking for|we are looking for"
        r"|(the )?person|profile|to apply.*\byou('ll| will| must| need).*|how (do )?you qualify|you may be a fit.*|this (role|job) (is|might be) for you.*|minimum|basic|required|background|looking for",
    ),
    (
        PostingSection.DUTIES,
        r".*\b(responsibilit(y|ies)|duties|accountabilities|tasks|functions|deliverables)\b.*"
        r"|(what|things) (you|you'll|you will|you'd|will you|you would)( be| get to)?( doing| do| be doing| work on| own| tackle).*"
        r"|(the |this |your |job |role |position |main |key |about (the|this|your) |more about (the|this) )*"
        r"(role|job|position|opportunity|work|mission|vacancy|post|project|scope|contribution|impact|challenge|day)"
        r"( overview| summary| description| purpose| profile| details| objective| specification| outline| duties| will be| is| looks like| involves)*"
        r"|(job|role|position|general)? ?(overview|summary|description|purpose|objective|synopsis|specification|outline|brief)( of .*)?"
        r"|(a |the |your )?(typical )?day[- ](to[- ]day|in the life).*|what's the (job|role).*|in this (role|position|job).*|(you will|you'll|the work)( be)?( responsible for)?"
        r"|scope( of (work|the role|practice))?|how you('ll| will) (make an impact|contribute|spend).*|activities|purpose( of .*)?|as an? .{2,40}, you('ll| will)( be)?"
        r"|(this is )?what you('ll| will) (actually |really )?(do|be doing|be up to|get up to)|what (will|would|do|should|can) (i|you) (be )?(do|doing|work(ing)? on).*"
        r"|how (will|do|would|can) (you|i) spend .*|the (job|role|work) (in a nutshell|at a glance)"
        r"|what('s| is) (the (job|role|work|opportunity|position|challenge)( about| like)?|involved)|what awaits you.*"
        r"|do|doing|what the (job|role|work|post|position) (involves|entails|is about)|(a |your |the )?typical (day|week|shift)|key result areas"
        r"|what (will|does|would) (my|your|a|the|this) (typical )?(day|week|job|role|work) (look like|involve|entail).*"
        r"|what you('ll| will) (deliver|achieve|learn|build|contribute)|where you come in|classroom|the role",
    ),
    (
        PostingSection.COMPANY,
        r"((a )?(little |bit )?more )?(about|introducing|meet|why|who is|where will i|discover|life at|working (at|for|with)|welcome to) .*|who (are|is) (we|us|they)|who (will|would|do) (i|you) (work|be working|report) .*|(who|what|where) (we|they)('re| are| do| believe| stand for)?( and .*)?"
        r"|(the |our |about )?(company|organi[sz]ation|team|mission|vision|culture|values?|story|school|trust|hospital|department|dept|client|practice|firm|agency|business|office|community|history)"
        r"( overview| description| profile| background| summary| culture| values?| statement| and .*)?"
        r"|our .*|company.*|overview of .*|background information|the (trust|school|company|firm|team|department).*",
    ),
)
_PATTERNS = tuple((section, re.compile(pattern, re.IGNORECASE)) for section, pattern in _TABLE)

_DECORATION = re.compile(r"^[\s\W_]+|[\s\W_]+$")
LONGEST_HEADING = 9
"""Words in the longest heading; a longer line is a sentence."""

MOST_OWN_WORDS = 3
"""Words of a heading that are not heading words ("Key clinical skills"); more of them say something themselves."""

_HEADING_WORDS = frozenset(
    """a about all an and any are as at bring by can candidate candidates certification certifications criteria
    do education eligibility essential experience experiences for have i ideal if in is it job key knowledge
    licence licences license licenses look looking minimum must my need of on or other our person position
    preferred professional qualification qualifications qualify required requirement requirements requires
    responsibilities role skill skills specific specification strengths succeed successful technical that
    the them these they this to training we what who will with you your abilities ability basic additional
    desired desirable duties general great have main nice accountabilities purpose overview summary tasks
    day life nutshell glance why you'll we'll we're love working here someone somebody apply should also involves applicant
    applicants useful but not""".split()
)


def own_words(heading: str) -> int:
    """How many of its words are those of no heading: none of "Key skills", one of "Hydraulics experience"."""
    return sum(word.strip(",:&/?").lower() not in _HEADING_WORDS for word in heading.split())


def section_of_heading(text: str) -> PostingSection | None:
    """Section that a heading with this text opens; None when the words are not those of a heading."""
    plain = _DECORATION.sub("", text).replace("’", "'")
    if not plain or len(plain.split()) > LONGEST_HEADING:
        return None
    if own_words(plain) > MOST_OWN_WORDS + 1:
        return None
    return next((section for section, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


_OF_UNWANTED = re.compile(_UNWANTED, re.IGNORECASE)


def is_of_unwanted(text: str) -> bool:
    """Whether a heading announces what is not asked for, whatever the lines below it read like: "Not needed"."""
    return _OF_UNWANTED.fullmatch(_DECORATION.sub("", text).replace("’", "'")) is not None


_ONE_VALUE = re.compile(
    r"((working |expected )?hours|(work )?location|salary|pay( rate)?|wage|contract( type)?|job types?|(work )?schedule|shifts?|rota|team"
    r"|dep(artmen)?t|(start|closing)( date)?|deadline|employment type|grade|band)",
    re.IGNORECASE,
)


def has_one_value(label: str) -> bool:
    """Whether what a label says ends with its line: "Hours: 10pm to 6am", unlike "Benefits: free lunch"."""
    return _ONE_VALUE.fullmatch(_DECORATION.sub("", label)) is not None


_OVERVIEW = re.compile(
    r".*\b(summary|overview|description|purpose|profile|introduction|the (role|job|position|opportunity))\b.*",
    re.IGNORECASE,
)


def is_overview(text: str) -> bool:
    """Whether a heading announces a text about everything at once, where the sentences themselves must be asked."""
    return _OVERVIEW.fullmatch(text) is not None


_SENTENCE_END = re.compile(r"[.!;,]\s*$")
_VERBAL = re.compile(
    r"\b(is|are|was|were|must(?![- ]haves?\b)|should|can|has|had|including|such as|using|at least|minimum of|or more|years?|"
    r"hold|holds|ability to|able to|with|excellent|strong|good|proven|demonstrated|working knowledge|knowledge of|experience (in|with|of))\b",
    re.IGNORECASE,
)


_ASKING = re.compile(
    r"((what|who|why|how|where) (you|we|it|they|will|would|to|do|is|are)|what (sets|makes) you"
    r"|you (should|must)|(this|that) is (you|what you)|you (are|will|won['’]t) (a|the|love|like|enjoy) (great|good|perfect|right|this)"
    r"|you['’](re|ll) (a|the|love|like|enjoy) (great|good|perfect|right|this)|this (job|role|position) (is|may|might) not"
    r"|(what|who|how)['’]s (in|the|next)|working (for|at|with) (us|our)|(nice|great|good|handy|helpful|even better|bonus( points)?) (if|to))\b[^:,.]*",
    re.IGNORECASE,
)
"""Beginnings of headings put as a question or a condition, which need no capitals: "What you will do"."""

_UNFINISHED = frozenset({"of", "with", "in", "and", "or", "the", "a", "an"})
"""Last words of a line that the next one goes on with: "In-depth knowledge of"."""

MOST_OWN_WISHES = 2
"""Words of its own in a heading without capitals that announces wishes: "Preferred but not required"."""


def looks_like_heading(text: str, *, formatted: bool) -> bool:
    """Whether a line that stands alone may be a heading.

    `formatted` says that the document formats it as one. Otherwise it must be short, not end like a sentence
    and not read like a requirement ("Strong skills in …" names skills but opens no section).
    """
    plain = text.strip().strip("*#_ ")
    words = plain.split()
    if not words or len(words) > LONGEST_HEADING or _SENTENCE_END.search(plain):
        return False
    if asks_applicant(plain) and own_words(plain) > 1:
        return False
    if words[-1].lower() in _UNFINISHED and not _ASKING.fullmatch(plain):
        return False
    if (
        formatted
        or plain.endswith((":", "?"))
        or (plain.isupper() and len(plain) > 3)
        or _ASKING.fullmatch(plain)
    ):
        return True
    if len(words) > 1 and _VERBAL.search(plain):
        return False
    titled = sum(word[0].isupper() for word in words if word[0].isalpha())
    if titled * 2 >= sum(word[0].isalpha() for word in words) or len(words) <= 3:
        return True
    own = own_words(plain)
    if own > MOST_OWN_WISHES:
        return False
    section = section_of_heading(plain)
    return section is PostingSection.PREFERRED or (section is not None and own == 0)
