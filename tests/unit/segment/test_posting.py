"""Postings in sections, whatever their form."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gapcheck.readers import read_text
from gapcheck.segment.cues import asks_applicant, says_preferred, says_required
from gapcheck.segment.line_kinds import LineBetween
from gapcheck.segment.model import PostingSection as S
from gapcheck.segment.posting import segment_posting


def sections(text: str) -> dict[str, S]:
    document = read_text(text, "posting")
    return {document.text[p.start : p.end]: p.section for p in segment_posting(document).passages}


HEADED = """Staff Nurse
About us
Hill Hospital is a friendly place to work, and we are proud of our history.
What you will do
Plan and deliver wound care on a ward of 24 beds.
Essential
NMC registration and one year of ward experience.
Desirable
A mentoring certificate.
Benefits
27 days of annual leave and a pension.
How to apply
Send your CV to Jenny by 14 March.
"""


def test_headed_posting() -> None:
    found = sections(HEADED)
    assert found["Staff Nurse"] is S.TITLE
    assert found["About us"] is S.HEADING
    assert found["Hill Hospital is a friendly place to work, and we are proud of our history."] is S.COMPANY
    assert found["Plan and deliver wound care on a ward of 24 beds."] is S.DUTIES
    assert found["NMC registration and one year of ward experience."] is S.REQUIRED
    assert found["A mentoring certificate."] is S.PREFERRED
    assert found["27 days of annual leave and a pension."] is S.BENEFITS
    assert found["Send your CV to Jenny by 14 March."] is S.APPLICATION


def test_one_paragraph_is_told_by_its_sentences() -> None:
    found = sections(
        "We are looking for a bookkeeper. You will reconcile bank accounts and prepare monthly accounts. "
        "You must have three years of experience with Sage. Knowledge of Xero would be an advantage. "
        "We are an equal opportunities employer and do not discriminate on grounds of race, sex or disability."
    )
    assert found["You will reconcile bank accounts and prepare monthly accounts."] is S.DUTIES
    assert found["You must have three years of experience with Sage."] is S.REQUIRED
    assert found["Knowledge of Xero would be an advantage."] is S.PREFERRED
    assert (
        found[
            "We are an equal opportunities employer and do not discriminate on grounds of race, sex or disability."
        ]
        is S.LEGAL
    )


def test_a_questionnaire_demands_what_it_asks_for() -> None:
    found = sections(
        "Park Ranger\nDo you have two years of experience in forestry?\nAre you familiar with soil sampling?\n"
        "Do you have a chainsaw licence (preferred)?\nCan you plan work for a crew?\n"
        "Can you organize trail work, analyze problems to identify causes, gather data and recognize solutions?"
    )
    assert found["Are you familiar with soil sampling?"] is S.REQUIRED
    assert found["Can you plan work for a crew?"] is S.REQUIRED
    assert found["Do you have a chainsaw licence (preferred)?"] is S.PREFERRED
    # By its words alone it would be a duty.
    *_, last = found.values()
    assert last is S.REQUIRED


@pytest.mark.parametrize(
    "question",
    [
        "Are you looking for a career in one of the country's most respected park services?",
        "Do you want to make a difference in your community?",
    ],
)
def test_a_question_that_advertises_the_job_demands_nothing(question: str) -> None:
    found = sections(f"Park Ranger\n{question}\nWe look after forty parks in the north of the county.\n")
    assert found[question] is S.COMPANY


@pytest.mark.parametrize(
    "opening", ["You get bonus points if you have any of the following:", "You'll have an edge if:"]
)
def test_a_sentence_that_announces_wishes_opens_them(opening: str) -> None:
    found = sections(
        "Warden\n\nRequirements\n- A degree in forestry\n\n"
        f"{opening}\n- Familiarity with PostGIS\n- Experience with drones\n\nBenefits\n- Free lunch\n"
    )
    assert found["A degree in forestry"] is S.REQUIRED
    assert found["Familiarity with PostGIS"] is found["Experience with drones"] is S.PREFERRED
    assert found["Free lunch"] is S.BENEFITS


@pytest.mark.parametrize(
    "opening",
    [
        "Candidates must be experienced in the following:",
        "We'd love to hear from you if you have:",
        "For this position we are looking for individuals who meet the following criteria:",
        "The successful applicant for this post in our Leeds workshop will be able to show:",
    ],
)
def test_a_sentence_that_announces_demands_opens_them(opening: str) -> None:
    found = sections(
        f"Fitter\n\n{opening}\n- Lathes and drawings\n- Installing machines\n\nBenefits\n- Free lunch\n"
    )
    assert found["Lathes and drawings"] is found["Installing machines"] is S.REQUIRED
    assert found["Free lunch"] is S.BENEFITS


@pytest.mark.parametrize(
    ("demand", "wish", "text"),
    [
        ("SQL is essential", "Python would be useful.", "SQL is essential and Python would be useful."),
        ("Xero is required.", "Sage would be beneficial", "Sage would be beneficial and Xero is required."),
        ("what is essential is tact.", "Sage is a plus", "Sage is a plus, what is essential is tact."),
        ("A degree required", "a master's preferred", "A degree required, a master's preferred"),
        (
            "Forklift licence mandatory",
            "driving desirable",
            "Forklift licence mandatory and driving desirable",
        ),
        ("first aid required", "Lifeguarding preferred", "Lifeguarding preferred, first aid required"),
        ("Excel (required)", "Tableau (preferred)", "Excel (required), Tableau (preferred)"),
        ("WSET Level 3", "(Level 4 a big plus)", "WSET Level 3 (Level 4 a big plus)"),
        ("German is needed", "French is a plus.", "German is needed, French is a plus."),
        ("At least a year of sales", "travel a plus.", "At least a year of sales, travel a plus."),
    ],
)
def test_a_demand_and_a_wish_in_one_sentence(demand: str, wish: str, text: str) -> None:
    found = sections(f"Bookkeeper\n\nRequirements\n- {text}\n- Attention to detail\n")
    assert found[demand] is S.REQUIRED
    assert found[wish] is S.PREFERRED


def test_a_degree_with_a_wish_in_brackets_is_demanded() -> None:
    found = sections("Laboratory Manager\n\nRequirements\n- BS chemistry (MS pref'd).\n- Lead experience\n")
    assert (found["BS chemistry"], found["(MS pref'd)"]) == (S.REQUIRED, S.PREFERRED)


def test_what_is_wished_for_as_a_whole_is_not_parted() -> None:
    text = "Experience in insurance, preferably in claims, would be advantageous."
    assert sections(f"Analyst\n\nRequirements\n- {text}\n- A degree\n")[text] is S.PREFERRED


class _Wishful:
    """Kinds of lines that take every line for a wish rather than a demand."""

    def log_probabilities(self, _line: LineBetween) -> dict[S, float]:
        return {S.PREFERRED: -1.0, S.REQUIRED: -2.0, S.DUTIES: -3.0}


class _Doubtful:
    """Kinds of lines that take what is one's own for a wish almost as soon as for a demand."""

    def log_probabilities(self, line: LineBetween) -> dict[S, float]:
        wish = -2.2 if "of your own" in line.text else -6.0
        return {S.PREFERRED: wish, S.REQUIRED: -2.0, S.DUTIES: -9.0}


def test_wishes_are_fewer_than_the_lines_of_demands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.segment.posting.load_line_kinds", _Doubtful)
    found = sections(
        "Warden\n- A degree in forestry\n- A chainsaw licence\n- A boat of your own\n- A horse of your own\n"
    )
    assert list(found.values()) == [S.TITLE, S.REQUIRED, S.REQUIRED, S.PREFERRED, S.PREFERRED]


def test_a_question_is_no_wish_among_those_that_end_a_posting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.segment.posting.load_line_kinds", _Wishful)
    found = sections(
        "Park Ranger\nA degree in forestry.\nA chainsaw licence.\nDo you have map reading and rope skills?"
    )
    assert list(found.values()) == [S.TITLE, S.REQUIRED, S.PREFERRED, S.REQUIRED]


def test_a_questionnaire_turns_to_no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.segment.posting.load_line_kinds", _Wishful)
    questions = [
        f"Do you have experience of {what}?" for what in ("trail maps", "climbing ropes", "rescue boats")
    ]
    found = sections(
        "\n".join(["Park Ranger", "A degree in forestry.", *questions, "Trained other rangers."])
    )
    assert found["Trained other rangers."] is S.REQUIRED


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("The right candidate will have strong prioritization skills.", S.REQUIRED),
        ("A certificate in first aid is highly recommended.", S.PREFERRED),
        ("Experience with falcons is also helpful.", S.PREFERRED),
    ],
)
def test_a_sentence_may_say_how_strongly_it_asks(sentence: str, section: S) -> None:
    text = f"Ranger\nDuties:\nWrite reports for the board.\n{sentence}\nCount the stock.\n"
    assert sections(text)[sentence] is section


class _Generous:
    """Kinds of lines that take every line for a benefit."""

    def log_probabilities(self, _line: LineBetween) -> dict[S, float]:
        return {S.BENEFITS: -1.0, S.REQUIRED: -9.0, S.DUTIES: -9.0}


@pytest.mark.parametrize(
    "line", ["Knowledge of beehives", "Proven ability to keep calm", "The ability to climb"]
)
def test_what_begins_with_an_ability_is_asked_for_wherever_it_stands(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gapcheck.segment.posting.load_line_kinds", _Generous)
    text = f"Warden\nWhat we offer\n- 27 days of leave and a pension\n- {line}\n- Free parking and a staff choir\n"
    assert sections(text)[line] is S.REQUIRED


def test_a_heading_on_applying_may_say_what_one_needs() -> None:
    text = "Warden\nTo apply, you will need\nTwo summers with bees\n\nTo apply\nSend your CV to the office.\n"
    found = sections(text)
    assert found["Two summers with bees"] is S.REQUIRED
    assert found["Send your CV to the office."] is S.APPLICATION


def test_below_a_heading_of_wishes_what_reads_like_a_duty_is_one() -> None:
    text = (
        "Warden\nRequirements\n- A clean licence\nDesirable\n- Hive sampling and interpretation\n- A boat\n"
    )
    assert sections(text)["Hive sampling and interpretation"] is S.PREFERRED


@pytest.mark.parametrize(
    "duty",
    [
        "Attend faculty meetings and workshops as required",
        "Undertake the required checks of essays",
        "May be required to help on open days",
    ],
)
def test_what_is_done_as_required_is_a_duty(duty: str) -> None:
    text = f"Tutor\nKey Responsibilities\n- Plan lessons\n- {duty}\n- Mark essays\n"
    assert sections(text)[duty] is S.DUTIES


@pytest.mark.parametrize(
    "question",
    [
        "What is your level of experience in pursuit driving?",
        "How much field experience do you have on skid pans?",
        "Which of the following best describes your experience of convoys?",
    ],
)
def test_a_question_about_experience_demands_it(question: str) -> None:
    assert asks_applicant(question)
    assert not asks_applicant("What is your favourite colour?")


def test_a_heading_right_below_that_of_nice_to_haves_says_what_they_are() -> None:
    text = "Brewer\nMUST HAVES\nA food hygiene certificate\nPREFERRED QUALIFICATIONS\n{}\nYears in a cellar\n"
    below = {
        name: sections(text.format(name))["Years in a cellar"]
        for name in ("Experience", "Minimum experience")
    }
    assert below == {"Experience": S.PREFERRED, "Minimum experience": S.REQUIRED}


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Beekeeping club experience", S.REQUIRED),
        ("Previous beekeeping experience preferred", S.PREFERRED),
        ("Inventory Control Experience", S.REQUIRED),
        ("Preferred skills", S.HEADING),
        ("Related Work Experience", S.HEADING),
        ("Key clinical skills", S.HEADING),
    ],
)
def test_a_bare_line_with_much_of_its_own_is_no_heading(line: str, section: S) -> None:
    text = "Warden\nRequirements:\n\nAbility to handle smokers and hives\n\n{}\n\nAbility to lift 20 kg\n"
    assert sections(text.format(line))[line] is section


def test_what_reads_like_a_duty_between_demands_is_one() -> None:
    text = "Analyst\nRequirements:\n- Knowledge of statistics\n- {}\n- Experience with surveys\n"
    duty = "Prepare and present monthly reports to the board and follow up on their questions"
    found = sections(text.format(duty))
    assert found[duty] is S.REQUIRED


def test_headings_on_the_line_of_their_text() -> None:
    found = sections(
        "Warehouse Operative\nRequirements: a forklift licence and good timekeeping.\n"
        "Responsibilities: picking and packing of orders."
    )
    assert found["Requirements"] is S.HEADING
    assert found["a forklift licence and good timekeeping."] is S.REQUIRED
    assert found["picking and packing of orders."] is S.DUTIES


def test_the_rows_of_a_table_in_plain_text_have_their_labels() -> None:
    found = sections(
        "| Job title | Pharmacist |\n|---|---|\n| Essential | MPharm; GPhC registration |\n"
        "| Desirable | Diploma; experience with smartcards |\n"
    )
    assert found["MPharm; GPhC registration |"] is S.REQUIRED
    assert found["Diploma; experience with smartcards |"] is S.PREFERRED


def test_below_a_heading_of_demands_a_line_that_is_a_term_is_a_demand() -> None:
    terms = ("Staff supervision", "Process improvement", "Staff training", "Payroll")
    items = "".join(f"- {term}\n" for term in terms)
    found = sections(f"Warden\n\nRequirements\n{items}\nBenefits\n- Staff training\n")
    assert all(found[term] is S.REQUIRED for term in terms[:2])
    duties = sections(f"Warden\n\nDuties\n{items}")
    assert all(duties[term] in (S.DUTIES, S.REQUIRED, S.COMPANY) for term in terms)


def test_labels_in_small_letters_at_the_head_of_lines() -> None:
    found = sections("""Diesel Technician
must have: three years on heavy trucks, a driving licence or willing to get it, ASE certificates
nice: welding, Spanish
do: inspections and roadside calls
perks: boot allowance and uniforms
""")
    must, nice, do, perks = [text for text in found if "," in text or " and " in text]
    assert (found[must], found[nice], found[do], found[perks]) == (
        S.REQUIRED,
        S.PREFERRED,
        S.DUTIES,
        S.BENEFITS,
    )


@pytest.mark.parametrize("wish", ["Spanish helpful.", "Spanish pref'd", "Spanish pref."])
def test_wishes_in_short(wish: str) -> None:
    found = sections(f"""Laboratory Manager

Requirements
- BS in chemistry
- {wish}
""")
    assert found[wish] is S.PREFERRED
    assert found["BS in chemistry"] is S.REQUIRED


def test_an_item_of_a_list_of_names_is_no_heading() -> None:
    found = sections("""Human Resources Assistant

Requirements
- Payroll
- Safeguarding
- Recruitment
- Benefits administration

- Benefits
- Pension scheme
- Free parking
""")
    asked = ("Payroll", "Safeguarding", "Recruitment", "Benefits administration")
    assert {found[item] for item in asked} == {S.REQUIRED}
    assert found["Benefits"] is S.HEADING
    assert found["Free parking"] is S.BENEFITS


def test_numbered_headings_are_no_items() -> None:
    found = sections(
        "Warden\n1. PURPOSE\nTo keep the forest.\n2. KEY ACCOUNTABILITIES\n2.1 Mend the fences\n"
    )
    assert found["PURPOSE"] is found["KEY ACCOUNTABILITIES"] is S.HEADING


def test_preferred_cue_beats_the_heading() -> None:
    found = sections("Analyst\nRequirements\nStrong SQL.\nTableau is a plus.")
    assert found["Strong SQL."] is S.REQUIRED
    assert found["Tableau is a plus."] is S.PREFERRED


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Proficiency with containers - Docker preferred",
            {"Proficiency with containers": S.REQUIRED, "Docker preferred": S.PREFERRED},
        ),
        (
            "A degree in law (a master's strongly preferred) and two years of experience",
            {
                "A degree in law": S.REQUIRED,
                "(a master's strongly preferred)": S.PREFERRED,
                "and two years of experience": S.REQUIRED,
            },
        ),
        (
            "Experience in retail (premium or on-line is ideal)",
            {"Experience in retail": S.REQUIRED, "(premium or on-line is ideal)": S.PREFERRED},
        ),
        ("Experience of Xero (strongly preferred)", {"Experience of Xero (strongly preferred)": S.PREFERRED}),
        ("Experience of Xero - highly desired", {"Experience of Xero - highly desired": S.PREFERRED}),
        (
            "Safety training, IOSH ideally.",
            {"Safety training": S.REQUIRED, "IOSH ideally.": S.PREFERRED},
        ),
        ("IOSH ideally.", {"IOSH ideally.": S.PREFERRED}),
    ],
)
def test_a_wish_in_brackets_or_behind_a_dash_is_for_what_it_names(sentence: str, parts: dict[str, S]) -> None:
    found = sections(f"Clerk\n\nRequirements\n- {sentence}\n")
    assert {text: found.get(text) for text in parts} == parts


def test_passages_are_in_order_and_inside_the_text() -> None:
    document = read_text(HEADED, "posting")
    passages = segment_posting(document).passages
    assert all(left.end <= right.start for left, right in pairwise(passages))
    assert passages[-1].end <= len(document.text)


def test_a_label_among_nice_to_haves_says_what_they_are() -> None:
    text = "Brewer\nRequirements\n- A clean licence\nNice to have\n- A boat\n- {}: barrels, casks and kegs\n- A van\n"
    below = {
        name: sections(text.format(name))["A van"]
        for name in ("Experience filling vessels", "Experience", "Required experience of vessels")
    }
    assert below == {
        "Experience filling vessels": S.PREFERRED,
        "Experience": S.REQUIRED,
        "Required experience of vessels": S.REQUIRED,
    }


def test_tasks_in_which_applicants_rate_themselves_are_asked_for() -> None:
    text = """Park Ranger
{}
Advise visitors on the trails.
Prepare reports on soil sampling for the district.
Present plans for new trails to the public.
"""
    rated = sections(
        text.format(
            "Select the one statement that best describes your experience and training in carrying out each task."
        )
    )
    told = sections(text.format("These are the tasks of the summer."))
    tasks = list(told)[2:]
    assert {rated[task] for task in tasks} == {S.REQUIRED}
    assert {told[task] for task in tasks} == {S.DUTIES}


@pytest.mark.parametrize(
    "text",
    [
        "preference will be given to those with Xero",
        "some Xero would be of benefit",
        "Xero, or willingness to learn it",
        "Xero is a plus",
        "ideally with Xero",
        "Xero would be nice",
        "Xero (preferred)",
        "Xero would set you apart",
        "some Xero would come in handy",
        "Xero experience highly regarded",
        "This would suit somebody from Xero",
        "We value candidates with Xero",
        "We'd love some Xero",
        "Xero (or willing to learn)",
    ],
)
def test_preferred_words(text: str) -> None:
    assert says_preferred(text)


@pytest.mark.parametrize(
    "text",
    [
        "A highly desirable opportunity",
        "the desired outcomes",
        "We value people",
        "You will be a nurse",
        "Xero",
        "plus size fashion",
        "you are welcome to call us",
        "willing to use Xero",
        "licensed in Ohio (or willing to become it), two years of Xero",
        "We'd love to hear from you if you know Xero",
    ],
)
def test_other_words_prefer_nothing(text: str) -> None:
    assert not says_preferred(text)


@pytest.mark.parametrize(
    "text", ["You must have Xero", "3+ years of Xero", "Proven experience of Xero", "Xero is required"]
)
def test_required_words(text: str) -> None:
    assert says_required(text)


def test_a_plain_duty_requires_nothing() -> None:
    assert not says_required("Answer the telephone and greet visitors")


RUN_ON = (
    "Sous Chef Well Kept Country Pub Live In Good Tips\n\n"
    "A pub located in the hills has an opening for a skilled Sous Chef Role: A Sous Chef is needed to cook seasonal "
    "dishes in a busy kitchen and to run the sections when the Head Chef is away. Requirements: You have worked in a "
    "rosette kitchen and hold a food hygiene certificate. Benefits Include: Uniform Provided Meals on Duty. "
    "This job was originally posted as www.chefs.example/JobSeeking/SousChefCountryPub_job1"
)


def test_an_advert_without_line_breaks_has_its_headings() -> None:
    found = sections(RUN_ON)
    assert found["Sous Chef Well Kept Country Pub Live In Good Tips"] is S.TITLE
    assert found["Role"] is found["Requirements"] is found["Benefits Include"] is S.HEADING
    duty = next(text for text in found if text.startswith("A Sous Chef is needed"))
    assert found[duty] is S.DUTIES
    assert found["You have worked in a rosette kitchen and hold a food hygiene certificate."] is S.REQUIRED
    posted = "This job was originally posted as www.chefs.example/JobSeeking/SousChefCountryPub_job1"
    assert found[posted] is S.APPLICATION
    assert segment_posting(read_text(RUN_ON, "posting")).title == "Sous Chef"


JOINED = (
    "Accounts Assistant\n\n"
    "Our client in Leeds has a vacancy for an Accounts Assistant. The Role You will support a small finance team and "
    "report to the Financial Controller. Duties Prepare the monthly accounts Reconcile supplier statements Process "
    "expenses and maintain the asset register Requirements Good knowledge of purchase ledgers Experience in a similar "
    "role Full driving licence Benefits 25 days of holiday Free parking"
)


def test_a_list_without_line_breaks_has_its_lines_and_headings() -> None:
    found = sections(JOINED)
    assert found["The Role"] is found["Duties"] is found["Requirements"] is found["Benefits"] is S.HEADING
    assert found["Prepare the monthly accounts"] is found["Reconcile supplier statements"] is S.DUTIES
    assert found["Good knowledge of purchase ledgers"] is found["Full driving licence"] is S.REQUIRED
    assert found["25 days of holiday"] is S.BENEFITS


def test_signs_between_the_lines_of_a_list_are_its_bullets() -> None:
    long = "We are a growing firm of surveyors that looks after farms and woodland across the county for their owners. "
    found = sections(
        f"Surveyor\n\n{long * 3}You will: - Value farms - Plan visits to clients - Write up reports"
    )
    assert {"Plan visits to clients", "Write up reports"} <= found.keys()
    glued = sections(
        f"Surveyor\n\n{long * 3}You will: Value farms- Plan visits to clients- Write up reports- Draw maps"
    )
    assert {"Plan visits to clients", "Write up reports"} <= glued.keys()
    dash = f"Surveyor\n\n{long * 3}You will value farms - and woodland - for the Trust - Write to us"
    assert not any(text.startswith("Write to us") for text in sections(dash))


def test_a_label_on_a_long_line_is_not_all_title() -> None:
    text = "JOB TITLE: Booking Agent HOURS: Various " + "Taking bookings by telephone and e-mail. " * 9
    document = read_text(text, "posting")
    found = segment_posting(document)
    assert found.title == "Booking Agent"
    titles = [document.text[p.start : p.end] for p in found.passages if p.section is S.TITLE]
    assert titles == ["JOB TITLE: Booking Agent"]


def test_what_stands_under_wishes_is_wished_for() -> None:
    text = (
        "Nurse\nPreferred qualifications\nStrong communication skills and the ability to lead.\n"
        "You must have a driving licence.\n"
    )
    found = sections(text)
    assert found["Strong communication skills and the ability to lead."] is S.PREFERRED
    assert found["You must have a driving licence."] is S.REQUIRED


def test_a_wish_among_words_on_applying_is_a_wish() -> None:
    wish = "A GDC registration is welcome but by no means needed as this is a non clinical post."
    assert sections(f"Receptionist\nYou must be computer literate.\n{wish}\n")[wish] is S.PREFERRED


def test_a_line_that_names_what_somebody_has_is_no_heading_though_it_ends_like_one() -> None:
    text = """Nursery Teacher
Requirements
You have worked with children for two years.
First Aid and CPR certification

Hold qualification as an early years educator

Technical skills
You can use a tablet.
"""
    found = sections(text)
    assert found["First Aid and CPR certification"] is S.REQUIRED
    assert found["Hold qualification as an early years educator"] is S.REQUIRED
    assert found["Technical skills"] is S.HEADING


def test_a_short_item_between_benefits_is_one() -> None:
    text = (
        "Analyst\nWhat you will do\nWrite reports.\nPaid parental leave\nFinancial planning\n"
        "401(k) plan with company match.\nSystems: Epic records\nPaid sick leave\n"
    )
    found = sections(text)
    assert found["Paid parental leave"] is found["401(k) plan with company match."] is S.BENEFITS
    assert found["Financial planning"] is S.BENEFITS
    assert found["Systems: Epic records"] is not S.BENEFITS
    assert found["Write reports."] is S.DUTIES
    assert sections("Analyst\nFinancial planning\n")["Financial planning"] is not S.BENEFITS
    listed = sections("Nurse\nOther benefits include:\n- Eye examinations\n- Cycle to work scheme\n")
    assert listed["Eye examinations"] is S.BENEFITS


@pytest.mark.parametrize(
    "line", ["Wellbeing Practitioner", "Psychological Wellbeing Practitioner", "Adult Safeguarding Nurse"]
)
def test_a_job_is_no_heading_of_benefits_or_rules(line: str) -> None:
    text = f"{line}\n\nCommunity team\n\n{line}\n\nYou will assess patients in our clinics and at home.\n"
    assert S.HEADING not in {
        sections(text)[line],
        sections(text)["You will assess patients in our clinics and at home."],
    }
    assert S.HEADING not in [p.section for p in segment_posting(read_text(text, "posting")).passages]


@pytest.mark.parametrize("name", ["MATLAB", "CCRN", "SPANISH"])
def test_a_name_in_capitals_is_an_item(name: str) -> None:
    found = sections(
        f"Engineer\n\nRequirements:\nStatics of steel frames\n{name}\nKnowledge of building codes\n"
    )
    assert found[name] is S.REQUIRED
    assert found["Knowledge of building codes"] is S.REQUIRED


def test_an_item_of_a_list_is_no_heading_though_it_ends_like_one() -> None:
    text = """Design Engineer
PREFERRED QUALIFICATIONS
- Professional engineer
- Hydraulics experience
- MATLAB
Skills:
- Technical skills
  Sketching by hand.
"""
    found = sections(text)
    assert found["Hydraulics experience"] is found["MATLAB"] is S.PREFERRED
    assert found["Technical skills"] is S.HEADING


def test_marks_behind_lines_tell_the_essential_from_the_desirable() -> None:
    text = """Press Officer
Person specification
Essential (E) / Desirable (D)
- Experience of working in a newsroom (E)
- Knowledge of media law (D)
- A degree in an environmental subject (D)
"""
    found = sections(text)
    assert found["Experience of working in a newsroom (E)"] is S.REQUIRED
    assert found["Knowledge of media law (D)"] is S.PREFERRED
    apart = sections("Press Officer\nMedia law ... D, A/I\nDays in a newsroom ... E, A\nInterest in apes – D")
    assert [found for line, found in apart.items() if len(line) > len("D, A/I")][1:] == [
        S.PREFERRED,
        S.REQUIRED,
        S.PREFERRED,
    ]
    alone = sections("Press Officer\nRequirements\nKnowledge of vitamins (D)\n")
    assert alone["Knowledge of vitamins (D)"] is S.REQUIRED


def test_a_mark_may_say_how_it_is_found_out_and_precludes_a_heading() -> None:
    text = """Assistant Curator
Person specification (E = essential, D = desirable)
Exhibition Experience (D, A/I)
Understanding of Copyright (E, I)
"""
    found = sections(text)
    assert found["Exhibition Experience (D, A/I)"] is S.PREFERRED
    assert found["Understanding of Copyright (E, I)"] is S.REQUIRED


def test_an_item_of_what_is_asked_for_does_not_tell_of_the_employer() -> None:
    listed = sections(
        "Engineer\nPreferred Qualifications:\n • CMRP or CRE\n • PSM covered site experience (1910.119)\n"
    )
    assert listed["PSM covered site experience (1910.119)"] is S.PREFERRED


def test_a_dash_may_part_a_heading_from_its_sentence() -> None:
    found = sections("Sonographer\nDesirable:\nFetal echo.\nThe Role — You'll lead a team of nine.\n")
    assert found["The Role"] is S.HEADING
    assert found["You'll lead a team of nine."] is S.DUTIES
    assert (
        sections("Nurse\nDesirable:\nRenal nursing — Experience of dialysis.\n")[
            "Renal nursing — Experience of dialysis."
        ]
        is S.PREFERRED
    )


def test_a_label_with_one_value_heads_no_further_lines() -> None:
    items = "- working the deck oven and prover\n- mixing and shaping dough\n"
    found = sections(f"Baker\nHours: 10pm to 6am, Sunday to Thursday\n{items}")
    assert found["10pm to 6am, Sunday to Thursday"] is S.BENEFITS
    assert found["working the deck oven and prover"] is found["mixing and shaping dough"] is S.DUTIES
    goes_on = sections("Baker\nBenefits: free bread\nA pension after a year\n")
    assert goes_on["A pension after a year"] is S.BENEFITS


def test_an_equals_sign_may_stand_behind_a_label() -> None:
    found = sections(
        "Nanny\nDuties = school runs, laundry\nLooking for = first aid. French would be icing on the cake.\n"
    )
    assert found["Duties"] is found["Looking for"] is S.HEADING
    assert found["school runs, laundry"] is S.DUTIES
    assert found["first aid."] is S.REQUIRED
    assert found["French would be icing on the cake."] is S.PREFERRED


def test_an_abbreviated_mark_wishes() -> None:
    found = sections("Pharmacist\nExperience\n- aseptics and oncology (des.)\n- hospital experience\n")
    assert found["aseptics and oncology (des.)"] is S.PREFERRED
    assert found["hospital experience"] is S.REQUIRED


def test_what_is_not_needed_is_not_asked_for() -> None:
    found = sections("Programmer\nMust\n- Experience of C++\nNot needed\n- A degree in computing\n")
    assert found["Experience of C++"] is S.REQUIRED
    assert found["A degree in computing"] is S.LEGAL


def test_the_title_on_a_line_of_many_labels_is_parted_from_them() -> None:
    line = "Position: Wind Turbine Technician | Location: Grimsby | Contract: Permanent | Rota: two weeks on"
    assert sections(f"{line}\nDuties\nService the turbines.\n")["Wind Turbine Technician |"] is S.TITLE


def test_what_is_essential_is_required_under_wishes_too() -> None:
    found = sections("Caretaker\nDesirable:\nAsbestos awareness.\nFirst aid essential.\n")
    assert found["Asbestos awareness."] is S.PREFERRED
    assert found["First aid essential."] is S.REQUIRED


def test_a_minimum_is_required_under_wishes_too() -> None:
    found = sections("Developer\nDesired skills:\nMinimum 2 years of Java.\nExperience of Azure.\n")
    assert found["Minimum 2 years of Java."] is S.REQUIRED
    assert found["Experience of Azure."] is S.PREFERRED


def test_signs_alone_are_no_posting() -> None:
    assert segment_posting(read_text("· & ’ · ", "posting")).passages == ()


@pytest.mark.parametrize(
    ("opening", "section"),
    [
        ("Should have some (but not all) of the following technical skills:", S.PREFERRED),
        ("Applicants must have all of the following:", S.REQUIRED),
    ],
)
def test_what_opens_a_list_below_a_heading_of_wishes(opening: str, section: S) -> None:
    found = sections(f"Tester\n\nRequirements\n- SQL\n\nPreferred\n{opening}\n- Unix\n- Java\n")
    assert found["Unix"] is found["Java"] is section


def test_experience_may_end_the_wish_above_it_in_a_text_without_line_breaks() -> None:
    joined = JOINED.replace(
        "Benefits 25", "Preferred Treasury or liquidity Experience Strong reporting expertise. Benefits 25"
    )
    found = sections(joined)
    assert found["Preferred Treasury or liquidity"] is found["Experience"] is S.HEADING
    assert found["Strong reporting expertise."] is S.PREFERRED


FIRM = "Dale & Sons is a family firm that has built schools across the county since 1921."


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        (
            "The site manager will run a team of around ten people and as a site manager for both sites.",
            S.DUTIES,
        ),
        ("The site manager will receive a car and be paid monthly.", None),
        (
            "Due to its success the firm is looking to appoint an assistant to support three directors.",
            S.REQUIRED,
        ),
    ],
)
def test_who_is_wanted_and_what_they_do_tells_of_no_employer(sentence: str, section: S | None) -> None:
    found = sections(f"Site Manager\n\n{FIRM} {sentence} {FIRM}")[sentence]
    assert found is section if section is not None else found is not S.DUTIES
