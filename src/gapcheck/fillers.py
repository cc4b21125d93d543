"""Words that are no keyword by themselves, and words that add nothing at the edge of one.

Postings are full of them; no reader of a resume looks for them. Written by hand from the definition of a keyword
(something a person would put on a resume and a recruiter would search for).
"""

from __future__ import annotations

from functools import lru_cache

from gapcheck.words import stem, tokenize


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


FUNCTION_WORDS = _stems(
    """a an and or nor but the this that these those of in on at to for from with w within without by as into onto over
    under up out about across after before between through during per via than then so if is are be been being was
    were has have had do does did will would can could may might must should shall not no it its their our your my
    his her we you they who whom which what when where how all any both each every either some such other more most
    very own same also etc eg ie incl including include includes e.g i.e plus well like least"""
)

STATES = frozenset(
    """al ak az ar ca co ct de fl ga hi id il ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy dc""".split()
)
"""Postal codes of the United States' states, but for Indiana's, which is a word of every sentence."""

# Taken off the front of a phrase: judgement, degree, quantity.
LEADING = FUNCTION_WORDS | _stems(
    """strong excellent good great solid sound proven demonstrated demonstrable outstanding exceptional superior
    effective efficient basic advanced intermediate expert working hands-on hands practical relevant previous prior
    recent extensive significant substantial thorough comprehensive detailed deep broad general overall various
    multiple several numerous many new existing current ongoing complex simple large small key core main major
    primary essential required preferred desired desirable necessary appropriate applicable related similar
    equivalent different specific particular certain additional further minimum maximum full high highest
    level quality top best first-class successful successfully ability able experience experienced knowledge
    understanding familiarity familiar proficiency proficient expertise skilled competent competency
    demonstrate ensure provide support develop maintain perform use using utilize utilizing assist participate
    modern latest innovative world-class fast-paced dynamic professional personal positive proper
    year years yrs month months
    daily weekly monthly day-to-day day routine regular timely high-quality cutting-edge exciting real"""
)

# Taken off the front in any case; the other leading words may belong to the keyword ("month end", "personal training").
EMPTY_HEAD = FUNCTION_WORDS | _stems(
    """strong excellent good great solid sound proven demonstrated demonstrable outstanding exceptional superior
    relevant previous prior recent extensive significant substantial thorough comprehensive detailed deep overall
    various multiple several numerous many new existing current ongoing necessary appropriate applicable related similar
    equivalent different specific particular certain additional further ability able experience experienced knowledge
    understanding familiarity familiar proficiency proficient expertise skilled competent competency year years yrs
    months innovative world-class fast-paced dynamic proper high-quality cutting-edge exciting real top best"""
)

# No keyword begins with one of these, whatever follows: judgement and quantity.
EMPTY_FRONT = _stems(
    """current previous prior recent various multiple several numerous many different certain particular additional
    further existing ongoing adhoc
    necessary appropriate applicable relevant suitable proper effective efficient clear favorable favourable successful
    meaningful timely accurate excellent exceptional outstanding superior strong solid proven demonstrated demonstrable
    significant substantial extensive thorough fast-paced exciting innovative"""
)

# Left out at the front of a keyword, unless the whole is what people say: "complex calendars", but "complex care".
WEAK_FRONT = _stems(
    """special specialized specialised complex total key general big diverse advanced limited optimal own potential
    productive individual individualized individualised major minor common basic sensitive authoritative
    valuable new good great high higher overall unique wide wider broad full main important essential considerable
    continual detailed difficult engaging interesting latest pertinent possible positive proposed rapid
    robust satisfactory simple sound sustainable thoughtful typical vital competing existing assigned designated
    established identified pleasant warm realistic challenging respective motivated talented enthusiastic passionate
    dedicated committed ambitious energetic"""
)

# No keyword ends in one of these: not even its owner would write it on a resume.
EMPTY_END = _stems(
    """concern concerns expectation expectations circumstance circumstances situation situations aspect aspects idea
    ideas restriction restrictions adjustment adjustments manner nature opportunity opportunities de du"""
)

# Nor does it begin with one of these where it is a verb, or consist of it: what is done with the thing says nothing.
EMPTY_DOING = _stems(
    """giving providing ensuring following meeting showing making taking using utilizing possessing demonstrating
    performing having getting exercising displaying exhibiting undergoing including requiring involving helping
    assisting enabling allowing keeping putting bringing"""
)

# Verbs of duties that are no nouns, in the forms that taggers take for nouns: none begins a keyword.
PLAIN_VERBS = frozenset(
    form
    for verb in """accomplish achieve acquire adapt adhere adjust administer advise advocate align allocate analyze
    analyse anticipate apply appraise arrange articulate assemble assess assign assist attain attend author calculate
    celebrate clarify collaborate collect communicate compile comply compose comprehend compute conceive conduct
    consolidate construct consult contribute convey coordinate create cultivate decide define delegate deliver
    demonstrate describe determine develop devise diagnose disseminate distribute draft educate elicit embrace employ
    empower enable encourage enforce engage enhance ensure escalate establish evaluate examine execute exercise expedite
    explain express facilitate foster fulfil fulfill furnish generate identify illustrate imitate implement improve
    incorporate influence initiate inspect inspire install instruct integrate interact interpret introduce investigate
    justify keep liaise locate maintain manage maximize mediate minimize modify motivate negotiate nurture observe
    obtain operate optimize optimise organize organise originate oversee participate perform persuade possess prepare
    prescribe preserve prioritize prioritise produce promote propose provide publish pursue recognize recommend
    reconcile recruit rectify reinforce relocate remain replace reply represent resolve respond restore retain retrieve
    revise safeguard select serve shadow simplify solicit solve specify stimulate strengthen strive submit suggest
    summarize supervise sustain synthesize tailor teach transcribe translate troubleshoot understand undertake
    uphold utilize utilise validate verify write edit""".split()
    for form in (verb, verb + "s", verb + "es", verb[:-1] + "ies" if verb.endswith("y") else verb)
)

# Hyphenated words that say nothing at the front of a phrase, though not all their parts are filler.
EMPTY_COMPOUNDS = frozenset(
    "-".join(stem(part) for part in word.split("-"))
    for word in """full-time part-time long-term short-term large-scale small-scale full-scale in-depth well-developed
    well-rounded well-established well-written first-hand first-rate self-starting high-performing high-functioning
    high-impact fast-moving fast-growing best-in-class state-of-the-art client-ready
    state-of-art ever-changing up-to-date error-free entry-level mid-level senior-level post-qualification""".split()
)

# Taken off the end: the phrase says the same without them.
TRAILING = FUNCTION_WORDS | _stems(
    """skill skills experience experiences exp knowledge ability abilities expertise understanding background
    proficiency
    competence competency competencies qualification qualifications environment environments concept concepts
    principle principles practice practices technique techniques methodology methodologies method methods
    technology technologies tool tools tooling technology activity activities task tasks duty duties issue issues
    related matters etc equivalent preferred required area areas field fields discipline disciplines
    best-practice fundamentals basics work needs initiative initiatives effort efforts aspects capability
    capabilities experience level chops"""
)

# Taken off the end in any case: what they stand behind is the keyword. The other trailing words may belong to it
# ("manufacturing techniques", "hiring processes").
EMPTY_TAIL = FUNCTION_WORDS | _stems(
    """skill skills experience experiences exp knowledge ability abilities expertise understanding background
    proficiency
    competence competency competencies chops etc equivalent preferred required related"""
)

# They say no more than a name before them: nobody has "leadership styles" on a resume.
CONTAINERS = _stems(
    """area concept duty environment function matter method organisation organization principle responsibility style
    technique"""
)

# A phrase of nothing but these is no keyword.
GENERIC = (
    LEADING
    | TRAILING
    | _stems(
        """team teams teamwork colleague colleagues staff people person individual individuals member members employee
    employees candidate candidates applicant applicants client clients customer customers user users patient
    patients student students pupil pupils child children family families partner partners vendor vendors
    stakeholder stakeholders manager managers management leader leaders leadership supervisor director
    business company organization organisation industry industries market sector department departments office
    role roles position positions job jobs career careers opportunity opportunities project projects program programs
    programme product products service services solution solutions system systems software hardware application
    applications platform platforms process processes procedure procedures policy policies operation operations
    function functions requirement requirements responsibility responsibilities goal goals objective objectives
    result results outcome outcomes performance success growth change changes improvement improvements
    passion passionate motivated enthusiasm enthusiastic attitude flexible flexibility creative creativity drive
    driven energy fast pace paced integrity trust respect culture value values mission vision diversity inclusion
    diverse inclusive excellence impact
    time times hour hours week weeks month months year years date deadline deadlines shift shifts schedule weekend
    weekends holiday holidays evening evenings night nights
    information data document documents documentation report reports reporting record records material materials
    resource resources equipment facility facilities site sites location locations area areas
    plan plans planning strategy strategies design development implementation analysis evaluation research
    review training learning education school university college degree diploma certificate certification
    license licence health safety care quality security standard standards compliance
    communication written verbal oral english language computer technical analytical interpersonal
    organizational administrative clinical professional operational strategic functional
    internal external local national international global regional community public private
    benefit benefits salary pay compensation insurance pension leave vacation bonus package
    vacancy vacancies immediate planet
    equal race color religion sex gender age disability veteran status law act state federal
    company's world life home way day part range variety number lot set group groups
    unit units item items case cases form forms type types kind kinds line lines scale basis
    need needs adhoc question questions problem problems idea ideas thing things something anything
    word email phone telephone face internet web website online mobile digital
    lead leading manage managing managed delivery deliver building build create creating provide providing
    senior junior assistant associate specialist engineer developer analyst nurse teacher officer coordinator
    consultant administrator executive representative technician supervisor intern trainee apprentice"""
    )
)


@lru_cache(maxsize=16384)
def is_generic(phrase: str) -> bool:
    """Whether a phrase consists of nothing but filler."""
    stems = [token.stem for token in tokenize(phrase)]
    return all(word in GENERIC or word.isdigit() for word in stems)
