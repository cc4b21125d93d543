"""Licences, registrations and certificates by name: the forms people write, and what a form needs around it.

Forms in capitals match only in capitals; all others in any case, with blanks or hyphens between their
words. A form in angle brackets is a name that proves nothing by itself ("the NMC Code") and counts only
beside a word such as registered, licence or certificate.
"""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report import RequirementType


@dataclass(frozen=True, slots=True)
class Credential:
    """One row: canonical name, its forms, and the other names that prove it (an ACLS holder knows BLS)."""

    name: str
    type: RequirementType
    forms: tuple[str, ...]
    proved_by: tuple[str, ...] = ()


_LICENCES = """
driving licence = driving licence; driving license; driver's licence; driver's license; drivers license;
  drivers licence; driver license; driver licence; driving licenses; driver's licenses; car driver;
  own transport; own vehicle; own car; licensed driver
commercial driving licence (CDL) = CDL; commercial driver's license; commercial drivers license;
  commercial driver license
HGV/LGV licence = HGV licence; LGV licence; HGV driver; class 1 licence; class 2 licence; C+E licence;
  driver CPC; <HGV>; <LGV>
forklift licence = forklift licence; forklift license; forklift certification; forklift certified;
  forklift truck licence; FLT licence; <forklift>; <FLT>
registered nurse (RN) = RN; registered nurse; registered nurses; registered general nurse;
  registered adult nurse; RGN; registered nursing; licensed registered nurse; qualified nurse;
  registered professional nurse < NMC registration
registered mental health nurse (RMN) = RMN; registered mental health nurse; registered mental nurse;
  registered mental health nurses
registered learning disability nurse (RNLD) = RNLD; registered learning disability nurse;
  registered nurse learning disabilities
registered children's nurse = RSCN; registered sick children's nurse; registered children's nurse;
  registered paediatric nurse; RN child
registered midwife = registered midwife; registered midwives; midwife registration
NMC registration = <NMC>; NMC pin; <nursing and midwifery council>;
  <nursing & midwifery council>
  < registered mental health nurse (RMN), registered learning disability nurse (RNLD), registered midwife
HCPC registration = <HCPC>; <HPC>; <health and care professions council>;
  <health & care professions council>
GMC registration = <GMC>; <general medical council>
GDC registration = <GDC>; <general dental council>
GPhC registration = <GPhC>; <GPHC>; <general pharmaceutical council>
GOC registration = <GOC>; <general optical council>
Social Work England registration = <social work england>; registered social worker; <SWE>;
  <HCPC social worker>
LPN/LVN = LPN; LVN; licensed practical nurse; licensed vocational nurse < registered nurse (RN)
nurse practitioner licence = APRN; advanced practice registered nurse; FNP; FNP-C;
  certified nurse practitioner; licensed nurse practitioner; CRNP
CNA = CNA; certified nursing assistant; certified nurse aide; certified nurse assistant
operating department practitioner (ODP) = ODP; operating department practitioner
EMT/paramedic = EMT; EMT-B; emergency medical technician; registered paramedic; licensed paramedic; NREMT
DEA registration = <DEA>; <drug enforcement administration>
medical licence = medical license; medical licence; licensed physician; license to practice medicine;
  licence to practise medicine
board certification = board certified; board certification; board-certified; board eligible
specialist register (CCT) = <specialist register>; CCT; CESR; <CCST>
pharmacist licence = licensed pharmacist; registered pharmacist; pharmacist license; pharmacy license;
  RPh < GPhC registration
physical therapist licence = licensed physical therapist; physical therapist license;
  physical therapy license
occupational therapist registration = licensed occupational therapist; registered occupational therapist;
  OTR/L; OTR; NBCOT
speech-language pathologist licence = CCC-SLP; certificate of clinical competence;
  licensed speech language pathologist; licensed speech pathologist
social work licence (LCSW/LMSW) = LCSW; LMSW; LICSW; LISW; LSW; licensed clinical social worker;
  licensed master social worker; licensed social worker
counsellor licence (LPC/LMFT) = LPC; LPCC; LMHC; LMFT; LCPC; licensed professional counselor;
  licensed mental health counselor; licensed marriage and family therapist
psychologist licence = licensed psychologist; psychologist license; licensed clinical psychologist;
  chartered psychologist
dental licence = licensed dentist; dental license; dental hygienist license; licensed dental hygienist;
  registered dental nurse; registered dental hygienist < GDC registration
radiographer registration = ARRT; registered radiologic technologist; RT(R); registered radiographer
surgical technologist certificate = CST certification; certified surgical technologist
medical assistant certificate = certified medical assistant; registered medical assistant
pharmacy technician certificate = CPhT; certified pharmacy technician; registered pharmacy technician; PTCB
veterinary registration = MRCVS; RCVS; registered veterinary nurse; RVN; licensed veterinarian;
  licensed veterinary technician
teaching licence = teaching license; teaching licence; teaching certificate; teaching certification;
  teacher certification; teacher license; teacher licensure; teacher's license; teaching credential;
  teaching credentials; certified teacher; licensed teacher; teaching licensure; teacher certificate;
  teaching endorsement; state certified teacher; state teaching license; educator license;
  educator certification; special education certification; special education license < QTS
QTS = QTS; QTLS; qualified teacher status; qualified teacher; qualified teachers < teaching licence
PE licence = professional engineer license; professional engineer licence; licensed professional engineer;
  registered professional engineer; professional engineer (PE); PE license; PE licence; PE registration;
  P.E. license; <P.E.>; P.Eng; PEng < chartered engineer
EIT/FE = EIT; FE exam; engineer in training; engineer-in-training; E.I.T.; fundamentals of engineering
chartered engineer = CEng; C.Eng; chartered engineer; IEng; incorporated engineer; engineering council
chartered surveyor (RICS) = MRICS; FRICS; RICS; chartered surveyor; AssocRICS
architect registration = registered architect; licensed architect; ARB registered; ARB registration; AIA;
  RIBA part 3; RIBA chartered; RIBA
CPA = CPA; certified public accountant; CPA license; C.P.A.
ACCA = ACCA; chartered certified accountant
ACA = ACA qualified; <ACA>; ICAEW; chartered accountant; qualified accountant; CCAB qualified; CCAB;
  qualified chartered accountant < ACCA, CIMA, CPA
CIMA = CIMA; CGMA; chartered management accountant; ACMA
AAT = AAT; AAT qualified; AAT level 4
actuary (ASA/FSA/FIA) = <FSA>; FCAS; ACAS; qualified actuary; fellow of the institute of actuaries
enrolled agent = enrolled agent
CFA = CFA; chartered financial analyst; CFA charterholder
CFP = CFP; certified financial planner
FINRA licence = series 7; series 6; series 63; series 65; series 66; series 24; series 79; SIE exam;
  FINRA series; FINRA license; FINRA licenses
insurance licence = insurance license; life and health license; property and casualty license;
  P&C license; adjuster license; insurance producer license
bar admission = admitted to practice law; admission to the bar; admitted to the bar; bar admission;
  state bar; bar membership; member of the bar; licensed attorney; licensed to practice law;
  member in good standing; active bar; active member of the bar; qualified solicitor; qualified barrister;
  practising certificate; bar association membership
real estate licence = real estate license; licensed real estate; real estate salesperson license;
  broker's license; real estate broker license
notary public = notary public; notary commission
SIA licence = SIA licence; SIA license; SIA; door supervisor licence; door supervisor; SIA badge
CSCS card = CSCS; CSCS card
electrician licence = licensed electrician; journeyman electrician license; master electrician license;
  electrical license; electrician's license; 17th edition; 18th edition; JIB card; qualified electrician
plumber licence = licensed plumber; plumbing license; journeyman plumber license; master plumber license
Gas Safe registration = <gas safe>; gas safe
EPA 608 = EPA 608; EPA universal; EPA section 608; section 608
cosmetology licence = cosmetology license; cosmetologist license; licensed cosmetologist; barber license;
  esthetician license; esthetics license; licensed esthetician; licensed massage therapist;
  massage therapy license; LMT
pilot licence = commercial pilot license; ATP certificate; airline transport pilot;
  commercial pilot certificate; private pilot license; pilot licence
A&P licence = A&P license; A&P certificate; airframe and powerplant; airframe & powerplant
childcare permit = child development permit; child development associate; CDA credential; <CDA>
alcohol licence = personal licence; personal licence holder; TIPS certification; TIPS certified;
  bartending license; RSA certificate
security guard licence = guard card; security guard license; security license; armed guard license;
  unarmed guard license
firearms licence = firearms license; firearm license; concealed carry
"""

_CERTIFICATES = """
PMP = PMP; project management professional
CAPM = CAPM; certified associate in project management
PRINCE2 = prince2; prince 2
MSP = MSP practitioner; managing successful programmes
APM qualification = APM qualified; APM PMQ; APMP; APM qualification; chartered project professional
Scrum master certificate = CSM; PSM; PSM I; certified scrum master; certified scrummaster;
  professional scrum master; scrum master certification; scrum certification;
  certified scrum professional
Scrum product owner certificate = CSPO; PSPO; certified scrum product owner;
  professional scrum product owner
SAFe certificate = SAFe certified; SAFe certification; SAFe agilist; <SAFe>
ITIL = ITIL; ITIL v3; ITIL v4; ITIL foundation
COBIT = COBIT certification; COBIT certified; <COBIT>
TOGAF = TOGAF certified; TOGAF certification; <TOGAF>
Six Sigma = six sigma green belt; six sigma black belt; lean six sigma green belt;
  lean six sigma black belt; six sigma certified; six sigma certification; lean six sigma certification;
  <green belt>; <black belt>; <six sigma>
CISSP = CISSP; certified information systems security professional
CISM = CISM; certified information security manager
CISA = CISA; certified information systems auditor
CRISC = CRISC
CEH = CEH; certified ethical hacker
OSCP = OSCP
GIAC = GIAC; GCIH; GPEN; GSEC; GCIA; GCFA
CompTIA Security+ = security+; Sec+; comptia security+; security plus
CompTIA Network+ = network+; comptia network+
CompTIA A+ = comptia A+; A+ certification; A+ certified
CASP = CASP; CASP+
DoD 8570 = DoD 8570; 8570; DoD 8140; IAT level II; IAT II; IAM level II
CCNA = CCNA; cisco certified network associate < CCNP, CCIE
CCNP = CCNP; cisco certified network professional < CCIE
CCIE = CCIE
MCSE = MCSE; MCSA; microsoft certified systems engineer; microsoft certified solutions expert
Microsoft certificate = microsoft certified; microsoft certification; microsoft certifications
AWS certificate = AWS certified; AWS certification; AWS certifications; AWS certified solutions architect;
  AWS certified developer; AWS professional-level certification; <AWS>; <amazon web services>
Azure certificate = azure certified; azure certification; azure certifications; AZ-900; AZ-104; AZ-305;
  azure administrator associate; azure solutions architect expert; <azure>
Google Cloud certificate = google cloud certified; GCP certified; GCP certification;
  google cloud certification; google cloud platform certified; <GCP>; <google cloud>
Kubernetes certificate = CKA; CKAD; CKS; certified kubernetes administrator
RHCE/RHCSA = RHCE; RHCSA; red hat certified
VMware certificate = VCP; vmware certified professional
Oracle certificate = OCP certification; oracle certified; OCA certification; oracle certification
Salesforce certificate = salesforce certified; salesforce certification; salesforce certifications;
  salesforce administrator certification; certified salesforce; <salesforce>
ISTQB = ISTQB
CBAP = CBAP; CCBA; certified business analysis professional
Tableau certificate = tableau certified; tableau certification; tableau desktop certified
SHRM/PHR = SHRM-CP; SHRM-SCP; SHRM CP; SHRM; PHR; SPHR; professional in human resources; aPHR
CIPD = CIPD; CIPD level 5; CIPD level 7; chartered institute of personnel and development
CIPS = CIPS; MCIPS; chartered institute of procurement
CIM qualification = CIM qualified; CIM diploma; chartered institute of marketing
CPIM/CSCP = CPIM; CSCP; APICS; CPSM; CLTD
CMA (management accountant) = CMA; certified management accountant
CIA = certified internal auditor; CIA certification; CIA certified
CFE = CFE; certified fraud examiner
CAMS = CAMS; certified anti-money laundering specialist
CPCU = CPCU; ARM designation
CPP/FPC payroll = certified payroll professional; fundamental payroll certification; CIPP payroll
FRM = FRM; financial risk manager
certified bookkeeper = certified bookkeeper; quickbooks certified; quickbooks proadvisor;
  quickbooks certification
coding certificate (CPC/CCS) = <CPC>; <CCS>; RHIT; RHIA; certified professional coder;
  certified coding specialist; registered health information technician
CELTA = CELTA < DELTA
DELTA = DELTA certificate; trinity diptesol
TEFL/TESOL = TEFL; TESOL; TESL; TEFL certificate; TESOL certificate < CELTA, DELTA
Montessori certificate = montessori certification; montessori certified; montessori diploma;
  montessori credential; AMI certified; AMS certified; <montessori>
BLS = BLS; basic life support < ACLS
ACLS = ACLS; advanced cardiac life support; advanced cardiovascular life support; ALS provider;
  advanced life support
PALS = PALS; pediatric advanced life support; paediatric advanced life support
NRP = NRP; neonatal resuscitation
CPR = CPR; cardiopulmonary resuscitation < BLS, ACLS
first aid = first aid; first aider; first-aid certificate; first aid certificate; first aid certification;
  first aid/CPR
lifeguard certificate = lifeguard certification; lifeguard certified; NPLQ; lifeguard certificate;
  lifeguarding certification; certified lifeguard
personal trainer certificate = certified personal trainer; ACE certified; NASM; CIMSPA;
  personal training certification; NSCA
food hygiene = food hygiene; food hygiene certificate; food handler; food handler's card;
  food handlers card; food handlers permit; food handler card; food handler certificate; servsafe;
  food safety certificate; food safety certification; food protection certificate; level 2 food;
  food manager certification
NEBOSH = NEBOSH
IOSH = IOSH; managing safely
OSHA 10/30 = OSHA 10; OSHA 30; OSHA 10-hour; OSHA 30-hour; OSHA certification; OSHA certified
CSP (safety) = certified safety professional; CSP certification; ASP/CSP
HAZWOPER = HAZWOPER; 40-hour HAZWOPER
SMSTS/SSSTS = SMSTS; SSSTS
welding certificate = certified welder; AWS D1.1; CWI; certified welding inspector; welding certification;
  welding certificate; coded welder
LEED = LEED AP; LEED green associate; LEED accredited; LEED certification; <LEED>
IPAF = IPAF; PASMA
care certificate = care certificate
health coach/phlebotomy certificate = phlebotomy certificate; phlebotomy certification;
  certified phlebotomist; certified phlebotomy technician
independent prescriber = independent prescriber; non-medical prescriber; nurse prescriber;
  non-medical prescribing; V300; independent prescribing; independent and supplementary prescriber
mentorship qualification = mentorship qualification; mentoring qualification; mentorship qualified;
  teaching and assessing qualification; ENB 998; SLAiP; practice assessor; TAQA; A1 assessor; D32/D33;
  assessor qualification; assessor award; CAVA
paralegal certificate = paralegal certificate; paralegal certification; certified paralegal; CILEX
Google Ads/Analytics certificate = google ads certified; google ads certification;
  google adwords certified; google adwords certification; google analytics certified;
  google analytics certification; google analytics individual qualification; GAIQ; adwords certification;
  adwords certified
HubSpot certificate = hubspot certified; hubspot certification
hospitality certificate = CHA certification; WSET; certified sommelier
PADI = PADI
firefighter certificate = firefighter I; firefighter II; firefighter certification; NFPA 1001;
  certified firefighter
TWIC = TWIC
"""


def _rows(table: str, kind: RequirementType) -> tuple[Credential, ...]:
    rows = []
    for line in table.strip().replace("\n  ", " ").splitlines():
        name, _, rest = line.partition(" = ")
        forms, _, proofs = rest.partition(" < ")
        parts = tuple(form.strip() for form in forms.split(";"))
        rows.append(Credential(name, kind, parts, tuple(p.strip() for p in proofs.split(", ") if p.strip())))
    return tuple(rows)


def credentials() -> tuple[Credential, ...]:
    """All rows, licences first."""
    return _rows(_LICENCES, RequirementType.LICENCE) + _rows(_CERTIFICATES, RequirementType.CERTIFICATE)
