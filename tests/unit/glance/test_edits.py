"""Changes on a copy: all offsets move along."""

from __future__ import annotations

import pytest

from gapcheck.glance.edits import add_to_headline, drop_lines, mention_at
from gapcheck.glance.scene import Scene
from gapcheck.segment.model import ResumeSection, Span
from tests.unit.glance.pages import Row, page, plain, scene_of

TEXT = (
    "Ann Lee\nPastry Chef\n\nSummary\nBakes bread.\nTeaches baking.\n\n"
    "Experience\nChef, Alpha Hotel\n2015 - 2019\n"
    "- Baked sourdough\n\nEducation\nDiploma, Leeds College, 2010\n"
)


def spoken(scene: Scene) -> list[str | None]:
    """The texts of all spans of a scene: what a change must not alter."""
    text, resume = scene.document.text, scene.resume
    spans = [resume.name, *(span for job in resume.jobs for span in (job.title, job.employer, job.dates))]
    spans += [span for study in resume.studies for span in (study.title, study.employer, study.dates)]
    found = [None if span is None else text[span.start : span.end] for span in spans]
    return found + [text[start:end] for keyword in scene.keywords for start, end in keyword.mentions]


def is_sound(scene: Scene) -> bool:
    """Whether lines tile the text, parts hold all lines, and marked words start where words start."""
    document = scene.document
    joined = "\n".join(document.line_text(line) for line in document.lines)
    covered = [line for part in scene.resume.parts for line in range(part.first_line, part.last_line + 1)]
    starts = all(start == 0 or document.text[start - 1].isspace() for start in scene.in_mind | scene.bold)
    return joined == document.text and covered == list(range(len(document.lines))) and starts


def test_a_phrase_is_written_behind_the_headline() -> None:
    scene = scene_of(plain(TEXT), "sourdough", "bread")
    changed, (span,) = add_to_headline(scene, ["sourdough"])
    assert changed.document.line_text(changed.document.lines[1]) == "Pastry Chef | sourdough"
    assert changed.document.text[span.start : span.end] == "sourdough"
    assert changed.resume.headline == Span(8, span.end)
    assert spoken(changed) == spoken(scene)
    assert is_sound(changed)


def test_a_line_is_made_where_there_is_no_headline() -> None:
    scene = scene_of(plain(TEXT.replace("Pastry Chef\n", "ann@example.org\n")), "sourdough")
    assert scene.resume.headline is None
    changed, spans = add_to_headline(scene, ["sourdough", "Chef"])
    assert changed.document.line_text(changed.document.lines[1]) == "sourdough | Chef"
    assert [changed.document.text[span.start : span.end] for span in spans] == ["sourdough", "Chef"]
    assert changed.resume.parts[0].last_line == scene.resume.parts[0].last_line + 1
    assert spoken(changed) == spoken(scene)
    assert is_sound(changed)


def test_a_line_is_made_on_top_where_there_is_no_name() -> None:
    scene = scene_of(plain("Experience\nchef, Alpha Hotel\n2015 - 2019\n- Baked sourdough\n"), "sourdough")
    assert scene.resume.name is None
    changed, _ = add_to_headline(scene, ["sourdough"])
    assert changed.document.text.startswith("sourdough\nExperience")
    assert changed.resume.parts[0].section is ResumeSection.HEADER
    assert changed.resume.section_of_line(1) is ResumeSection.EXPERIENCE
    assert spoken(changed) == spoken(scene)
    assert is_sound(changed)


def test_a_name_alone_gets_a_line_below_it() -> None:
    scene = scene_of(plain("Ann Lee"))
    changed, (span,) = add_to_headline(scene, ["Chef"])
    assert changed.document.text == "Ann Lee\nChef"
    assert changed.document.text[span.start : span.end] == "Chef"


def test_lines_are_taken_out() -> None:
    scene = scene_of(plain(TEXT), "sourdough", "bread")
    summary = next(part for part in scene.resume.parts if part.section is ResumeSection.SUMMARY)
    changed = drop_lines(scene, summary.first_line, summary.last_line)
    assert "bread" not in changed.document.text
    assert changed.keywords[1].mentions == ()
    assert spoken(changed) == [said for said in spoken(scene) if said != "bread"]
    assert (
        "\n".join(changed.document.line_text(line) for line in changed.document.lines)
        == changed.document.text
    )


def test_the_last_lines_are_taken_out() -> None:
    scene = scene_of(plain("Ann Lee\nChef\n\nSummary\nBakes."))
    changed = drop_lines(scene, 2, 3)
    assert changed.document.text.strip() == "Ann Lee\nChef"


def test_what_stands_below_moves_on_the_page() -> None:
    document = page(
        Row("Ann Lee", size=20), Row("Summary", bold=True), "Bakes.", "Teaches.", "Chef, Alpha 2015 - 2019"
    )
    scene = scene_of(document)
    lower, _ = add_to_headline(scene, ["sourdough"])
    upper = drop_lines(scene, 1, 3)
    before, after, gone = document.lines[4].box, lower.document.lines[5].box, upper.document.lines[1].box
    assert before is not None
    assert after is not None
    assert gone is not None
    assert gone.y0 < before.y0 < after.y0


def test_what_falls_off_page_one_goes_to_page_two() -> None:
    document = page(Row("Ann Lee", size=20), *(f"line {number}" for number in range(20)), height=350)
    assert document.lines[-1].page == 1
    changed, _ = add_to_headline(scene_of(document), ["sourdough"])
    assert changed.document.lines[-1].page == 2


def test_the_other_column_stays_where_it_is() -> None:
    document = page(
        Row("Ann Lee", size=20, column=1),
        Row("Chef, Alpha 2015 - 2019", column=1),
        Row("Skills", column=2, x=300),
        Row("bread", column=2, x=300),
    )
    changed, _ = add_to_headline(scene_of(document), ["sourdough"])
    assert changed.document.lines[-1].box == document.lines[-1].box


def test_a_noted_mention_is_in_mind() -> None:
    scene = scene_of(plain(TEXT), "bread")
    changed, (span,) = add_to_headline(scene, ["bread"])
    noted = mention_at(changed, "bread", span)
    assert noted.keywords[0].mentions[0] == (span.start, span.end)
    assert span.start in noted.in_mind
    assert mention_at(changed, "other", span).keywords == changed.keywords


@pytest.mark.parametrize("phrase", ["bread", "very long phrase indeed"])
def test_the_headline_grows_to_the_right(phrase: str) -> None:
    document = page(Row("Ann Lee", size=20), "Chef", Row("Experience", bold=True), "Chef, Alpha 2015 - 2019")
    changed, _ = add_to_headline(scene_of(document), [phrase])
    old, new = document.lines[1].box, changed.document.lines[1].box
    assert old is not None
    assert new is not None
    assert new.x1 > old.x1
