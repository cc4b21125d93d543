"""Labels in postings that look like names of skills: pay grades, postcodes, course numbers, dates, ranks, citations of
law."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gapcheck.segment.title_words import SENIORITY

_LABELS = re.compile(
    r"""
      band\s\d\w?\s.+
    | (?:pay\s)?(?:band|grade|level|tier|scale|spine|point)s?\s*(?:\d{1,2}\w?|[ivx]{1,4})(?:\s*[-–/]\s*\d{1,2}\w?)?
    | [A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}                                  # postcode
    | [qh][1-4](?:\s(?:fy\s?)?\d{2,4})?                                   # quarter or half of a year
    | \d*\s?U\.?S\.?C\.?(?:\s\d+)?                                      # United States Code
    | n/?a | t\.?b\.?[acd]\.? | f\.?t\.?e\.? | w\.?t\.?e\.? | e\.?o\.?e\.? | e\.?e\.?o\.? | p\.?t\.?o\.? | o\.?t\.?e\.?
    | (?:max|min|approx|circa)\.?\s\d[\d.,]*(?:\s\w+)?                  # limit
    | (?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{4}
    | des | desir                                                       # "audit (des.)"
    | c2c | w-?2 | 1099 | h-?1b | ead | a\.?s\.?a\.?p\.? | 401\s?\(?k\)? | 403\s?\(?b\)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Pay plans of the United States' government, with grade ("GS-12") or series and grade ("GS-0101-12").
_PAY_PLAN = re.compile(
    r"\b(?:GS|GG|GL|NF|NA|NL|NS|NH|NT|WG|WL|WS|WD|WT|CY|FV|FP|SV|ZP|DB|DR|YA|YB|AFC)[-\s](?:(?P<series>\d{4})\b|\d{1,2}\b)"
    r"(?:[-/\s]\d{1,4})*(?: (?:grade|level|grade level|series))?"
)
_TIME = re.compile(r"\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b", re.IGNORECASE)
_COMPARED = re.compile(r"\bequivalent (?:to|of|in|at)\b(?:[\s(]+[\w-]+){0,7}[\s(]*$")
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
_AMOUNT = re.compile(
    rf"(?:(?:at least|less than|more than|up to|over) )?{_NUMBER}(?:[ -](?:full )?(?:year|month|week|day|hour)s?)?",
    re.IGNORECASE,
)
"""An amount of time, or a number: what is asked for stands behind it."""
_PLACES = frozenset(
    name.replace("_", " ")
    for name in """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
    virginia washington wisconsin wyoming new_hampshire new_jersey new_mexico new_york north_carolina north_dakota
    rhode_island south_carolina south_dakota west_virginia puerto_rico england scotland wales northern_ireland
    london ontario quebec alberta queensland new_south_wales canada australia ireland united_states united_kingdom
    usa uk u.s. u.k. america europe emea apac latin_america north_america
    birmingham manchester leeds sheffield liverpool bristol nottingham leicester coventry bradford hull plymouth
    southampton portsmouth norwich oxford cambridge exeter gloucester cheltenham swindon bournemouth poole brighton
    milton_keynes northampton peterborough ipswich colchester chelmsford southend watford luton bedford slough
    guildford woking crawley maidstone canterbury derby stoke-on-trent wolverhampton warrington preston blackpool
    bolton stockport salford oldham wigan huddersfield wakefield doncaster york middlesbrough sunderland newcastle
    durham carlisle edinburgh glasgow aberdeen dundee inverness cardiff swansea belfast dublin cork kent surrey essex
    sussex hampshire dorset devon cornwall somerset wiltshire berkshire buckinghamshire oxfordshire hertfordshire
    bedfordshire cambridgeshire norfolk suffolk lincolnshire nottinghamshire derbyshire leicestershire warwickshire
    worcestershire staffordshire shropshire cheshire lancashire cumbria yorkshire northumberland merseyside
    chicago houston philadelphia san_antonio san_diego dallas san_jose austin jacksonville san_francisco columbus
    charlotte indianapolis seattle denver boston detroit nashville memphis portland las_vegas baltimore milwaukee
    albuquerque tucson sacramento kansas_city atlanta omaha miami oakland minneapolis tampa new_orleans cleveland
    pittsburgh cincinnati orlando st._louis san_bruno mountain_view sunnyvale palo_alto los_angeles toronto vancouver
    montreal calgary ottawa sydney melbourne brisbane perth auckland singapore hong_kong bangalore hyderabad dubai
    paris berlin munich amsterdam zurich madrid tokyo""".split()
)
"""Countries of the English tongue, their parts and larger towns, where a posting says who may apply and where the work
is; towns whose names are words ("Reading", "Bath", "Phoenix") are not among them."""

_COURSE_NUMBER = re.compile(r"[A-Z]{2,4}[ -]?\d{3}[A-Z]?")
_FORMALITIES = re.compile(
    r"""
      (?:(?:immediate|current|job|new|multiple)\s)?(?:job\s)?(?:openings?|vacanc(?:y|ies))
    | (?:our\s)?(?:mission|vision|values?|purpose|ada|eeo|diversity|privacy|religious)(?:\sand\s\w+)?\sstatements?
    | (?:person|job|role)\s(?:specifications?|descriptions?|code|reference|number|profile|title|type|family|location|id)
    | (?:cover(?:ing)?|offer)\sletters?
    | (?:\w+\s){0,2}(?:background|credit|reference|drug|alcohol|criminal)(?:\s(?:and|or)\s\w+)?
        \s(?:checks?|screen(?:ing)?s?|tests?|testing|investigations?|clearances?)
    | (?:\w+\s){0,2}clearance\scards?
    | (?:\w+\s){0,2}(?:covid(?:[- ]?19)?|pandemic)\s\w+ | (?:\w+\s)?emergency\sdeclarations?
    | (?:contact|contracted|scheduled|guaranteed|unsocial|anti-?social)\shours | licensure
    | (?:\w+\s){0,2}(?:motivated|enthusiastic|passionate|talented|dedicated|driven|dynamic|committed|minded)
        \s(?:individuals?|people|persons?|candidates?|professionals?)
    | rostered\sshifts?
    | (?:the\s)?federal\s(?:civil\s)?service | next\s(?:lower|higher)\sgrade(?:\slevel)?
    | (?:\w+ful\s|initial\s)?(?:probation|(?:probation(?:ary)?|trial|notice|pay)\speriods?)
    | (?:right\sto|eligib\w+\sto)\swork
    | work\s(?:authori[sz]ation|permit)
    | (?:\w+\s)?visa\s(?:sponsorship|transfer)s? | (?:urgent(?:ly)?|now)\s(?:hiring|required|wanted)
    | matter\sexpert(?:ise|s)? | subject\smatter(?:\sexpertise)? | (?:\w+\s){0,2}internet\s(?:connection|access)
    | equal\sopportunit(?:y|ies)(?:\semployer)? | reasonable\saccommodations? | work[-\s]life\sbalance
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What every posting says of itself, of hiring and of the terms of employment."""

_EXPERT = re.compile(r"subject\smatter\sexperts?", re.IGNORECASE)
_OF_COURSES = re.compile(
    r"\b(courses?|class(es)?|sections?|semesters?|syllab(us|i)|lectures?|credits?)\b", re.IGNORECASE
)
_RANKS = SENIORITY | {"avp", "evp", "svp", "vp", "nonsupervisory"}


def is_label(text: str, before: str, sentence: str) -> bool:
    """Whether a stretch of a sentence, with these words `before` it there, is a label and nothing else.

    A pay grade is none where experience "equivalent to the GS-09" is asked for: applicants do say it.
    """
    words = " ".join(text.split())
    graded = words[:1].isdigit() and before.lower().endswith("band ")  # "7 Radiographers" of "Band 7 …"
    if graded or _LABELS.fullmatch(words) or _AMOUNT.fullmatch(words) or is_rank(words.split()):
        return True
    if plan := _PAY_PLAN.search(words):
        return plan["series"] is not None or _COMPARED.search(before) is None
    if words.casefold() in _PLACES or _TIME.search(words) or _is_received(words, before):
        return True
    return _COURSE_NUMBER.fullmatch(words) is not None and _OF_COURSES.search(sentence) is not None


def _is_received(words: str, before: str) -> bool:
    """Whether supervision is what the applicant works under, not what is done: "under the general supervision"."""
    lower = words.lower()
    return lower == "close supervision" or (
        lower.endswith("supervision") and before.lower().rstrip().endswith(("under", "under the"))
    )


def is_formality(text: str) -> bool:
    """Whether words name a part of hiring or of the terms of employment: "background check", "mission statement"."""
    return _FORMALITIES.fullmatch(" ".join(text.split())) is not None


def is_expert(text: str) -> bool:
    """Whether words name experts of nothing in particular; the posting's own title asks for one by them."""
    return _EXPERT.fullmatch(" ".join(text.split())) is not None


def is_rank(words: Iterable[str]) -> bool:
    """Whether words say nothing but how high a job is: "AVP", "Senior"."""
    return all(word.lower().strip(".,") in _RANKS for word in words)
