"""What work is called: the noun for what a verb does, and for what somebody with a job title does."""

from __future__ import annotations

from functools import lru_cache

from gapcheck.words import stem

_TELLING = """
    acquire:acquisition adapt:adaptation adjudicate:adjudication administer:administration advise:advising
    advocate:advocacy allocate:allocation analyse:analysis analyze:analysis animate:animation appraise:appraisal
    archive:archiving assemble:assembly assess:assessment audit:auditing authorise:authorisation
    automate:automation bill:billing book:booking buy:buying calculate:calculation calibrate:calibration
    clean:cleaning coach:coaching code:coding collate:collation collect:collection configure:configuration
    consult:consultation cook:cooking coordinate:coordination counsel:counselling curate:curation
    customise:customisation debug:debugging diagnose:diagnosis differentiate:differentiation
    digitise:digitisation dispatch:dispatch dispense:dispensing distribute:distribution document:documentation
    draft:drafting edit:editing educate:education engineer:engineering enrol:enrolment enter:entry
    escort:escorting estimate:estimating evaluate:evaluation examine:examination fabricate:fabrication
    file:filing fit:fitting forecast:forecasting fulfil:fulfilment grade:grading groom:grooming guard:guarding
    handle:handling harvest:harvesting hire:hiring host:hosting illustrate:illustration influence:influencing
    inspect:inspection install:installation integrate:integration interpret:interpretation
    interview:interviewing investigate:investigation invoice:invoicing label:labelling liaise:liaison
    load:loading manage:management manufacture:manufacturing map:mapping mark:marking market:marketing
    match:matching mediate:mediation mentor:mentoring migrate:migration mitigate:mitigation model:modelling
    moderate:moderation modify:modification monitor:monitoring negotiate:negotiation observe:observation
    onboard:onboarding order:ordering orchestrate:orchestration pack:packing patch:patching
    photograph:photography pitch:pitching plant:planting prepare:preparation prescribe:prescribing price:pricing
    print:printing prioritise:prioritisation prioritize:prioritization process:processing procure:procurement
    prototype:prototyping publish:publishing purchase:purchasing reconcile:reconciliation recruit:recruitment
    refer:referral register:registration regulate:regulation rehabilitate:rehabilitation remediate:remediation
    repair:repair replenish:replenishment report:reporting resolve:resolution restore:restoration
    retain:retention route:routing safeguard:safeguarding sample:sampling schedule:scheduling screen:screening
    segment:segmentation sell:sales settle:settlement ship:shipping solicit:solicitation source:sourcing
    stock:stocking style:styling supervise:supervision survey:surveying teach:teaching test:testing
    track:tracking train:training transcribe:transcription translate:translation transport:transport
    treat:treatment triage:triage troubleshoot:troubleshooting tune:tuning tutor:tutoring
    underwrite:underwriting upsell:upselling validate:validation verify:verification visualise:visualisation
    visualize:visualization weld:welding write:writing
    """
_VAGUE = """
    approve:approval arrange:arrangement brief:briefing build:building champion:advocacy chair:chairing
    check:checking close:closing commission:commissioning compile:compilation conduct:conducting
    conserve:conservation consolidate:consolidation control:control convert:conversion count:counting
    craft:crafting create:creation cultivate:cultivation cut:cutting decorate:decoration deliver:delivery
    deploy:deployment design:design develop:development drive:driving engage:engagement enforce:enforcement
    execute:execution expand:expansion facilitate:facilitation feed:feeding formulate:formulation
    gather:gathering generate:generation govern:governance grow:growth identify:identification
    implement:implementation improve:improvement issue:issuing launch:launch maintain:maintenance
    measure:measurement mobilise:mobilisation motivate:motivation move:moving operate:operation
    optimise:optimisation optimize:optimization organise:organisation organize:organization oversee:oversight
    perform:performance pick:picking plan:planning position:positioning post:posting present:presentation
    prevent:prevention produce:production program:programming promote:promotion protect:protection
    pursue:pursuit record:recording recover:recovery reduce:reduction research:research review:review
    revise:revision secure:securing select:selection service:servicing specify:specification steward:stewardship
    store:storage supply:supply support:support target:targeting transfer:transfer update:updating
    """

NOUN_OF_VERB = {
    stem(verb): noun for verb, noun in (pair.split(":") for pair in (*_TELLING.split(), *_VAGUE.split()))
}
"""Stem of a verb → the noun that names doing it to something, in the compound a resume has it in: "behaviour
management"."""

VAGUE = frozenset(pair.split(":")[1] for pair in _VAGUE.split())
"""Nouns of verbs that are said of anything: with their object they name an activity only where people call it so."""

FREE = frozenset(
    """administration analysis calibration coordination inspection installation management negotiation preparation
    processing reconciliation recruitment repair scheduling supervision testing training""".split()
)
"""Nouns that make a name with any object, be it a compound itself: "media enquiry management"."""

WITH_PREPOSITION = {
    (stem(verb), preposition): noun
    for verb, preposition, noun in (
        entry.split(":")
        for entry in """
        adhere:to:adherence advise:on:advising advocate:for:advocacy apply:for:application bid:for:bidding
        care:for:care collaborate:with:collaboration communicate:with:communication comply:with:compliance
        consult:with:consultation coordinate:with:coordination deal:with:handling engage:with:engagement
        interact:with:interaction liaise:with:liaison negotiate:with:negotiation network:with:networking
        partner:with:partnership present:to:presentation prospect:for:prospecting report:on:reporting
        respond:to:response screen:for:screening sell:to:sales test:for:testing
        """.split()
    )
}
"""Stem of a verb and its preposition → the noun: "advocate for patients" is patient advocacy."""

NOUNS_OF_WORK = frozenset(NOUN_OF_VERB.values())
"""Nouns that name what is done to what follows behind "of": "preparation of samples" is sample preparation."""

_OF_TITLES = """
    accountant:accounting adjuster:adjusting administrator:administration adviser:advice advisor:advice
    analyst:analysis animator:animation architect:architecture assembler:assembly assessor:assessment
    auditor:auditing banker:banking broker:broking builder:building buyer:buying cleaner:cleaning coach:coaching
    consultant:consulting controller:control cook:cooking coordinator:coordination copywriter:copywriting
    designer:design developer:development driver:driving editor:editing electrician:electrical educator:education
    engineer:engineering estimator:estimating examiner:examination fabricator:fabrication facilitator:facilitation
    fitter:fitting fundraiser:fundraising handler:handling inspector:inspection installer:installation
    instructor:instruction interpreter:interpreting investigator:investigation leader:leadership
    lecturer:lecturing machinist:machining manager:management marketer:marketing mediator:mediation
    merchandiser:merchandising moderator:moderation negotiator:negotiation nurse:nursing operator:operation
    optimizer:optimization owner:ownership partner:partnering photographer:photography planner:planning
    plumber:plumbing producer:production programmer:programming recruiter:recruitment researcher:research
    scheduler:scheduling scientist:science strategist:strategy supervisor:supervision surgeon:surgery
    surveyor:surveying teacher:teaching tester:testing therapist:therapy trader:trading trainer:training
    translator:translation tutor:tutoring underwriter:underwriting welder:welding worker:work writer:writing
    """

WORK_OF_TITLE: dict[str, str] = dict(pair.split(":") for pair in _OF_TITLES.split())
"""Head of a job title → what its holder does: a retail supervisor's work is retail supervision."""

_PLURALS_THAT_STAY = frozenset(
    """accounts analytics communications economics electronics ethics goods logistics mathematics means mechanics
    news operations physics politics premises resources robotics sales savings series species statistics
    taxes works""".split()
)


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """A lower-case noun as the first part of a compound: "invoices" → "invoice", but "sales"."""
    if (
        noun in _PLURALS_THAT_STAY
        or len(noun) < 4
        or not noun.endswith("s")
        or noun.endswith(("ss", "us", "is"))
    ):
        return noun
    if noun.endswith(("eses", "lyses", "gnoses", "rises")):
        return f"{noun[:-2]}is"
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return noun[:-1]
