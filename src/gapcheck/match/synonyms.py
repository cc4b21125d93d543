"""Words that one reader of a resume writes for another: "supplier bills" for "vendor invoices".

General English of work, none of it names a skill by itself (those are the lexicon's). Every row holds words that stand
for each other within a phrase of which another word is the same; they count as the same only there. A word may stand in
several rows.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from gapcheck.words import root, stem

_ROWS = """
manage lead supervise oversee direct run coordinate administer head management leadership supervision oversight
handle process manage resolve deal
develop create design build establish formulate devise
write draft prepare compose author produce compile create
plan schedule organize arrange coordinate prepare
monitor track review oversee control check
analyze evaluate assess interpret examine review measure study
maintain service repair fix upkeep overhaul troubleshoot
maintain keep update
train coach teach instruct mentor onboard educate tutor guide
resolve solve settle address handle mediate remedy
negotiate bargain broker
purchase buy procure source order acquire
recruit hire staff interview onboard
support assist help aid serve
improve enhance optimize increase streamline strengthen raise grow
reduce cut decrease lower minimize save control
implement deploy launch introduce execute deliver install
communicate liaise interact correspond
inspect check audit examine test survey
investigate examine review
engage involve partner collaborate liaise consult
counsel advise guide consult
document record log chart
comply adhere conform follow meet
conduct perform run lead carry
assessment evaluation appraisal review
employee staff personnel worker workforce associate colleague crew
client customer guest patron consumer
patient resident
student pupil learner
vendor supplier
contractor subcontractor
invoice bill
stock inventory merchandise
goal target objective quota
schedule roster rota timetable shift
guideline standard procedure protocol policy rule
law legislation regulation statute rule
cost expense spending expenditure
issue problem concern
complaint grievance concern dispute
conflict dispute
discrepancy variance difference
defect fault error
incident accident
lesson class
curriculum syllabus
equipment machinery machine
vehicle truck lorry
travel trip
arrangement booking reservation
correspondence letter email mail
telephone phone
inquiry enquiry question query request
file record document paperwork
contract agreement
relationship relation rapport partnership
project initiative
strategy plan
requirement need specification
test trial experiment
drawing print blueprint schematic diagram
disease illness condition disorder
medication medicine drug prescription
treatment therapy
confidential sensitive private
cash money till register
salary pay compensation wage remuneration
absence attendance leave
data information
website web
photo image picture photograph
advertisement advert ad advertising
article story content copy
newsletter bulletin
home house residence residential
shipment delivery consignment shipping
package parcel
freight cargo
loan lending lend
risk hazard
food meal
exercise workout fitness
programme plan
discount rebate
demonstration trial
event function conference
presentation pitch
instruction direction
budget spending
report statement
forecast projection
trend pattern
donor sponsor
volunteer helper
fund grant money
shop store retail
clean sanitize wash
load unload pack
sort pick pack
mix blend
cook prepare
cut trim
install fit
weld solder
achieve attain exceed hit meet reach
promote market advertise
annual yearly
monthly month
executive senior
team group crew department unit
hygiene sanitation cleanliness
process procedure workflow
system software application
code script
bug defect error
child kid youth
elderly older geriatric
parent family carer caregiver guardian
doctor physician clinician
behaviour conduct
grade mark score
homework assignment
exam examination test
court tribunal hearing
lawyer attorney solicitor
claim case
tenant renter lessee
property estate building premises
construction building
site jobsite worksite
passenger traveller
flight aircraft plane
ticket booking
menu dish
beverage drink
animal livestock
energy power electricity
waste rubbish refuse trash garbage
donation gift contribution
press media journalist
campaign promotion initiative
video film footage
lead prospect
territory region
profit margin
price rate fee
goods merchandise product
return refund exchange
ledger account
reconcile balance match
candidate applicant
induction onboarding orientation
dismissal termination
turnover attrition
survey poll questionnaire
memo memorandum
slide presentation deck
calendar diary
visitor guest
mail post
camera cctv surveillance
emergency crisis
part component
calibrate adjust
assemble build fabricate
fabricate manufacture produce
batch lot
sample specimen
research study
chart graph
metric kpi indicator
licence permit
approval clearance authorization
deadline timeline
change modification amendment
revision version
manual handbook
international global overseas worldwide
oral spoken verbal
external outside
road highway
drainage sewer drain
effluent wastewater
strategy plan roadmap
deliverable delivery
financial fiscal
talk speech presentation
workshop seminar course training
mathematics maths numeracy
ward unit floor
hazardous dangerous
efficiency productivity
output throughput yield production
dispatch ship send
supply procurement purchasing
tender bid proposal quotation
estimate quote quotation costing
survey inspection
excavate dig
wire cable
pipe pipework plumbing
heating boiler
refrigeration cooling
paint coat
debt arrears overdue delinquent
insurance coverage
lawsuit litigation
custody prison
housing tenancy home
community neighbourhood local
vulnerable disadvantaged
farm agricultural
brand label
consumer shopper customer
audience reader
reader subscriber
engagement involvement participation
retention loyalty
acquisition prospecting
onboarding orientation
workload caseload
handover handoff
discharge release
admission intake
dosage dose
wound ulcer
fall slip
infection contamination
sterilize disinfect
instrument tool
blueprint drawing
tolerance fit
prototype model mockup
simulation modelling
failure breakdown fault
downtime stoppage outage
upgrade migration
backup recovery
server host
login access
password credential
drive transport haul
"""


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Root of a word → roots of the words that may stand for it, its own among them."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _ROWS.strip().splitlines():
        roots = {root(stem(word)) for word in row.split()}
        for word in roots:
            found[word] |= roots
    return {word: frozenset(others) for word, others in found.items()}
