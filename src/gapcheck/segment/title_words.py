"""The words job titles are made of: head nouns, ranks, fields, and abbreviations that are whole titles."""

from __future__ import annotations


def word_set(table: str) -> frozenset[str]:
    """The white-space separated words of a table written as text."""
    return frozenset(table.split())


HEAD_NOUNS = word_set(
    """
    accountant actor actuary adjunct adjuster admin administrator adviser advisor advocate agent
    aide ambassador anaesthetist analyst anesthetist animator appraiser apprentice arborist
    architect archivist artist assembler assessor assistant associate attache attendant attorney
    au-pair auctioneer auditor author bailiff baker banker barback barber barista barrister
    bartender beautician beekeeper bellhop biller blogger bookbinder bookkeeper boss bosun
    brewer bricklayer broker builder bursar busser butcher buyer caddie cameraman canvasser
    captain caregiver carer caretaker cartographer cashier caster caterer cellarman champion
    chaplain chauffeur checker chef chemist chief childminder chiropractor cleaner clerk
    clerk-typist clinician co-founder co-ordinator coach cobbler coder cofounder colleague
    collector commander commissioner companion composer compositor concierge conductor
    conservator constable consultant contractor controller conveyancer cook coordinater
    coordinator copywriter corporal cosmetologist councillor counsel counsellor counselor
    courier creator crew curator custodian dancer dealer dean deckhand decorator demonstrator
    dentist deputy designer detective developer dietician dietitian diplomat director dishwasher
    dispatcher dispenser distiller diver docent doctor doorman dosimetrist doula drafter
    draftsman dramaturg draughtsman dresser driller driver ecologist economist editor educator
    electrician engineer entrepreneur envoy epidemiologist escort estimator evaluator evangelist
    examiner executive expediter expeditor expert fabricator facilitator farmer farmhand fellow
    fighter filmmaker finisher firefighter fisherman fishmonger fitter flagger florist foreman
    forester founder framer freelancer fundraiser gaffer gardener genealogist generalist
    geographer glazier governess grader grinder groom groomer groundskeeper guard guide
    hairdresser handler handyman handyperson head headteacher helper herdsman hospitalist host
    hostess housekeeper hygienist illustrator influencer inspector installer instructor
    insulator intern internist interpreter interviewer investigator invigilator janitor jeweler
    jockey journalist judge keeper laborer labourer lamplighter landscaper lawyer lead leader
    lecturer legislator liaison librarian lieutenant lifeguard lineman linguist loader locum
    logistician longshoreman luthier machinist maid maker manager marketeer marketer marshal
    mason masseur mate matron mechanic mediator medic member mentor merchandiser merchandizer
    messenger midwife miller milliner miner minister mobiliser model modeler modeller moderator
    moulder mover musician nanny navigator negotiator neurologist notary nurse nutritionist
    officer officer-in-charge ombudsman operative operator optician optometrist orderly
    organiser organizer orthodontist osteopath owner packer painter paraeducator paralegal
    paramedic paraplanner paraprofessional partner pastor patrolman paver pediatrician performer
    perfusionist pharmacist phlebotomist photographer physician physicist physiotherapist picker
    picker-packer pilot pipefitter planner plasterer plater plumber podiatrist policeman
    polisher porter postdoc postman practitioner preceptor presenter president priest principal
    proctor producer professional professor programmer promoter proofreader prosecutor provider
    provost psychiatrist psychologist publican publicist publisher purchaser purser radiographer
    ranger realtor receptionist recruiter rector registrar rep repairer reporter representative
    researcher resident retoucher reviewer rigger roaster roofer runner salesman salesperson
    saleswoman sawyer scaffolder scheduler scholar schoolteacher scientist scrum-master
    scrummaster sculptor seamstress secretary selector seller sergeant server setter sexton
    shepherd sheriff shopper singer sister sitter skipper solicitor sommelier sonographer sorter
    specialist splicer staffer stagehand statistician steelworker sterilizer stevedore steward
    stewardess stocker stocktaker storekeeper storeman stower strategist streamer stylist
    sub-editor subeditor superintendent supervisor supplier surgeon surveyor tailor teacher tech
    technician technologist telemarketer teller tester therapist tiler toolmaker tracker trader
    trainee trainer transcriptionist translator treasurer turner tutor typist umpire
    undersecretary underwriter upholsterer usher vaccinator valet validator verger vet
    veterinarian videographer visitor vocalist volunteer waiter waitress warden warehouseman
    watchman weaver webmaster welder winemaker worker writer yardman youtuber zookeeper
    """
)
"""Nouns a job title ends in (or has before "of", "for", "to"). Lower case, singular."""

HEAD_SUFFIX = (
    r"(?:ologist|ician|grapher|keeper|worker|maker|person|wright|smith|setter|layer|fitter|teacher|woman"
    r"|master|therapist"
    r"|(?<=[a-z]{3})(?<!checkl)(?<!shortl)(?<!waitl)(?<!playl)(?<!cons)(?<!pers)(?<!qu)ist)"
)
"""Endings of further head nouns: caseworker, dressmaker, craftsperson, mycologist, vocalist."""

WEAK_HEADS = word_set(
    """
    assistant associate champion chief companion crew deputy executive expert fellow head host lead
    leader mate member model partner principal professional provider resident runner server
    """
)
"""Head nouns that are also ordinary words or ranks: first in a phrase, they head none ("Lead generation")."""

RANKS_AS_HEADS = word_set("apprentice intern lead locum trainee volunteer")
"""Words that rank another head noun beside them: "Electrician Apprentice" is an electrician."""

SENIORITY = word_set(
    """
    1 2 3 4 acting apprentice assistant associate chief deputy entry entry-level experienced founding
    global graduate head i ii iii interim intern iv jnr jr jr. junior lead level mid mid-level
    principal regional senior snr sr sr. staff supervisory supv trainee v vice
    """
)
"""Words before or after the head noun that say how high, not what; a final one of these is the head."""

SHORT_TITLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "RN": ("nurse", ("registered",)),
    "RGN": ("nurse", ("registered", "general")),
    "RMN": ("nurse", ("registered", "mental", "health")),
    "LPN": ("nurse", ("licensed", "practical")),
    "LVN": ("nurse", ("licensed", "vocational")),
    "CNA": ("assistant", ("certified", "nursing")),
    "HCA": ("assistant", ("healthcare",)),
    "ODP": ("practitioner", ("operating", "department")),
    "EMT": ("technician", ("emergency", "medical")),
    "NP": ("practitioner", ("nurse",)),
    "CEO": ("officer", ("executive",)),
    "CFO": ("officer", ("financial",)),
    "COO": ("officer", ("operating",)),
    "CTO": ("officer", ("technology",)),
    "CIO": ("officer", ("information",)),
    "CMO": ("officer", ("marketing",)),
    "CISO": ("officer", ("information", "security")),
    "VP": ("president", ()),
    "SVP": ("president", ()),
    "EVP": ("president", ()),
    "AVP": ("president", ()),
    "SRE": ("engineer", ("site", "reliability")),
    "SDE": ("engineer", ("software", "development")),
    "SWE": ("engineer", ("software",)),
    "SDET": ("engineer", ("software", "test")),
    "DBA": ("administrator", ("database",)),
    "CSR": ("representative", ("customer", "service")),
    "GP": ("practitioner", ("general",)),
    "TA": ("assistant", ("teaching",)),
    "HLTA": ("assistant", ("teaching",)),
    "SENCO": ("coordinator", ("special", "educational", "needs")),
}
"""Abbreviations that are a whole title, in capitals, with the head noun and modifiers they stand for."""

FIELDS = word_set(
    """
    accounting accounts administration analytics art backend brand business care catering chemistry
    clinical commercial communications compliance construction consulting content creative customer
    data design development devops digital ecommerce education electrical engineering english
    enterprise events facilities finance financial frontend fullstack fundraising growth health
    history hr human icu infrastructure innovation insurance intensive inventory investment it
    laboratory learning legal logistics maintenance manufacturing marketing mathematics maths
    mechanical media medical mental merchandising midwifery mobile network nursing oncology operations
    paediatric paediatrics payments payroll pediatric pediatrics people performance pharmacy physics
    platform policy primary procurement product production programs project property public purchasing
    quality recruitment research resources retail risk safety sales science secondary security service
    services social software sourcing strategic strategy success supply support surgical
    sustainability systems talent tax technical technology theatre training transport treasury ux
    warehouse web wholesale
    """
)
"""Fields of work: after a comma they belong to the title ("Manager, Human Resources"), a place does not."""
