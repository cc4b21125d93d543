"""Where the eye goes, in which order."""

from __future__ import annotations

from gapcheck.document import Document
from gapcheck.glance.model import Kind, Stop
from gapcheck.glance.path import reading_path, scanning_path, words_between
from gapcheck.glance.settings import DEFAULTS
from tests.unit.glance.pages import Row, on_page, page, plain, scene_of

RESUME = page(
    Row("Ann Lee", size=20),
    "Pastry Chef",
    "ann@example.org | 0113 555 0101",
    Row("Summary", bold=True, size=12),
    "Chef who bakes for hotels and teaches apprentices",
    "and writes about bread in two magazines",
    Row("Experience", bold=True, size=12),
    "Chef, Alpha Hotel\t2015 - 2019",
    "• Baked for two hundred *Sourdough guests a day",
    "Cook, Delta Diner\t2012 - 2014",
    "Waiter, Beta Bar\t2010 - 2012",
    Row("Education", bold=True, size=12),
    "Diploma in Baking, Leeds College, 2010",
    Row("Skills", bold=True, size=12),
    "Sourdough, chocolate, costing, ordering, hygiene",
)


def texts(document: Document, stops: list[Stop]) -> list[tuple[str, str]]:
    return [
        (stop.kind.value, " ".join(document.text[start:end] for start, end in stop.words).strip(","))
        for stop in stops
        if stop.words
    ]


def test_fields_are_read_in_the_order_recruiters_read_them() -> None:
    assert texts(RESUME, list(reading_path(scene_of(RESUME), DEFAULTS))) == [
        ("name", "Ann Lee"),
        ("headline", "Pastry Chef"),
        ("summary", "Chef who bakes for hotels and teaches apprentices"),
        ("title", "Chef"),
        ("employer", "Alpha Hotel"),
        ("dates", "2015 - 2019"),
        ("title", "Cook"),
        ("employer", "Delta Diner"),
        ("dates", "2012 - 2014"),
        ("education", "Diploma in Baking"),
        ("education", "Leeds College"),
    ]


def test_a_summary_below_the_newest_job_is_not_read() -> None:
    document = plain("Ann Lee\n\nExperience\nChef, Alpha\n2015 - 2019\n\nSummary\nBakes bread.\n")
    kinds = [stop.kind for stop in reading_path(scene_of(document), DEFAULTS)]
    assert Kind.SUMMARY not in kinds


def test_a_summary_without_a_heading_line_of_its_own_is_read() -> None:
    document = plain("Ann Lee\nSummary: Bakes bread.\n\nExperience\nChef, Alpha\n2015 - 2019\n")
    assert ("summary", "Summary: Bakes bread.") in texts(
        document, list(reading_path(scene_of(document), DEFAULTS))
    )


def test_a_long_summary_line_is_left_after_a_line_on_paper() -> None:
    document = plain("Ann Lee\n\nSummary\n" + "bread " * 60 + "\n\nExperience\nChef, Alpha\n2015 - 2019\n")
    stops = {stop.kind: stop for stop in reading_path(scene_of(document), DEFAULTS)}
    assert len(stops[Kind.SUMMARY].words) == DEFAULTS.line_words


def test_words_in_mind_do_not_count_towards_the_length_of_a_line() -> None:
    document = plain(
        "Ann Lee\n\nSummary\n" + "bread oven " * 30 + "\n\nExperience\nChef, Alpha\n2015 - 2019\n"
    )
    stops = {stop.kind: stop for stop in reading_path(scene_of(document, "oven"), DEFAULTS)}
    assert len(stops[Kind.SUMMARY].words) == 2 * DEFAULTS.line_words


def test_a_job_of_which_nothing_is_recognised_is_read_by_its_first_line() -> None:
    document = plain("Experience\n2015 - 2019\n- Baked\n")
    assert texts(document, list(reading_path(scene_of(document), DEFAULTS)))[0] == ("title", "2015 - 2019")


def test_a_study_of_which_only_dates_are_recognised_is_read_by_its_first_line() -> None:
    document = plain("Education\n2015 - 2019\n")
    assert texts(document, list(reading_path(scene_of(document), DEFAULTS))) == [("education", "2015 - 2019")]


def test_page_two_is_not_reached() -> None:
    document = on_page(RESUME, 9, 2)
    scene = scene_of(document)
    assert all(stop.line < 9 for stop in reading_path(scene, DEFAULTS))
    assert all(stop.line < 9 for stop in scanning_path(scene, DEFAULTS))


def test_the_scan_takes_headings_bold_words_and_skills_in_full() -> None:
    scanned = texts(RESUME, list(scanning_path(scene_of(RESUME), DEFAULTS)))
    assert ("heading", "Experience") in scanned
    assert ("edge", "Baked for two Sourdough") in scanned
    assert ("edge", "and writes about") in scanned
    assert ("skills", "Sourdough, chocolate, costing, ordering, hygiene") in scanned


def test_the_scan_goes_over_the_structure_then_the_skills_then_the_left_edge() -> None:
    scanned = [text for _, text in texts(RESUME, list(scanning_path(scene_of(RESUME), DEFAULTS)))]
    structure = ["Summary", "Experience", "Chef", "Cook", "Waiter", "Education", "Skills"]
    assert scanned[: len(structure) + 1] == [*structure, "Sourdough, chocolate, costing, ordering, hygiene"]
    assert scanned.index("Baked for two Sourdough") < scanned.index("and writes about")


def test_contact_details_that_stand_in_a_summary_are_not_its_first_line() -> None:
    document = plain(
        "Ann Lee\n\nSummary\nann@example.org\nBakes bread.\n\nExperience\nChef, Alpha\n2015 - 2019\n"
    )
    assert ("summary", "Bakes bread.") in texts(document, list(reading_path(scene_of(document), DEFAULTS)))


def test_contact_details_are_passed_over() -> None:
    assert not any(stop.line == 2 for stop in scanning_path(scene_of(RESUME), DEFAULTS))


def test_boldness_marks_nothing_where_everything_is_bold() -> None:
    document = page(*(Row(f"line {number} has many bold words in it", bold=True) for number in range(4)))
    assert texts(document, list(scanning_path(scene_of(document), DEFAULTS)))[0] == ("edge", "line 0 has")


def test_skills_that_share_the_line_of_their_heading_are_skills() -> None:
    document = plain(
        "Ann Lee\nSkills: sourdough, chocolate, costing, ordering\n\nExperience\nChef, Alpha 2015 - 2019\n"
    )
    scanned = texts(document, list(scanning_path(scene_of(document), DEFAULTS)))
    assert ("skills", "Skills: sourdough, chocolate, costing, ordering") in scanned


def test_marks_belong_to_the_word_before_them() -> None:
    text = "• R & D - all"
    assert [text[start:end] for start, end in words_between(text, 0, len(text))] == ["R &", "D -", "all"]
