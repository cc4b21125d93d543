from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from io import StringIO

import pytest
from rich.cells import cell_len

from gapcheck.batch.summary import BatchSummary, SummaryOptions
from gapcheck.reporters import View
from gapcheck.reporters.batch import BATCH_REPORTERS, render_batch
from gapcheck.reporters.batch.curve import draw_curve
from gapcheck.reporters.batch.table import COLUMNS
from gapcheck.reporters.batch.words import place_of
from gapcheck.reporters.html.security import source_hash
from tests.unit.batch.rows import row, summed
from tests.unit.batch.sample import failed_summary, hostile_summary, sample_rows, sample_summary

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]")


@pytest.mark.parametrize("form", BATCH_REPORTERS)
def test_every_form_ends_with_one_line_break_and_repeats_itself(form: str) -> None:
    for summary in (sample_summary(), failed_summary(), summed([])):
        text = render_batch(summary, form)
        assert text.endswith("\n")
        assert not text.endswith("\n\n\n")
        assert text == render_batch(summary, form)


@pytest.mark.parametrize("form", BATCH_REPORTERS)
def test_hostile_text_has_no_control_characters_in_any_form(form: str) -> None:
    assert not CONTROL.search(render_batch(hostile_summary(), form, pages="x_files"))


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("summary", [sample_summary, hostile_summary, failed_summary])
def test_no_line_is_wider_than_the_terminal(width: int, summary: Callable[[], BatchSummary]) -> None:
    lines = render_batch(summary(), "terminal", View(width=width, top=0)).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 40)


def test_ascii_is_ascii() -> None:
    assert render_batch(hostile_summary(), "terminal", View(unicode=False)).isascii()
    assert render_batch(sample_summary(), "terminal", View(unicode=False)).isascii()


def test_the_terminal_says_what_is_hidden_and_what_is_left_out() -> None:
    text = render_batch(sample_summary(), "terminal", View(top=5))
    assert "… and 7 more postings" in text
    cut = summed(sample_rows(), SummaryOptions(min_coverage=0.4))
    assert "6 postings under 40 % left out" in render_batch(cut, "terminal", View())
    none = summed(sample_rows(), SummaryOptions(min_coverage=0.99))
    assert "12 postings under 99 % left out" in render_batch(none, "terminal", View())


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("/home/me/jobs/nurse/job-1.html", "nurse/job-1.html"),
        ("jobs/job-1.html", "jobs/job-1.html"),
        ("jobs.jsonl#17", "jobs.jsonl#17"),
        ("s3://bucket/jobs/a.txt", "s3://bucket/jobs/a.txt"),
    ],
)
def test_where_a_posting_comes_from_is_said_in_short(source: str, place: str) -> None:
    assert place_of(source) == place


def test_csv_has_a_row_for_each_posting_and_each_failure() -> None:
    rows = list(csv.DictReader(StringIO(render_batch(sample_summary(), "csv"))))
    assert list(rows[0]) == list(COLUMNS)
    assert [item["rank"] for item in rows] == [*map(str, range(1, 13)), "", ""]
    assert rows[2]["missing"] == "Sage or Xero"
    assert rows[6]["hurdles"] == "a bachelor's degree; 5 years of accounting"
    assert rows[-1]["error"].startswith("no_text: has no text layer")


def test_csv_cells_are_no_formulas() -> None:
    cells = [cell for line in csv.reader(StringIO(render_batch(hostile_summary(), "csv"))) for cell in line]
    formula = row("=1+1", ["-!1 +cmd"], title="@SUM(A1)")
    cells += [cell for line in csv.reader(StringIO(render_batch(summed([formula]), "csv"))) for cell in line]
    assert "'@SUM(A1)" in cells
    assert "'+cmd" in cells
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]


def test_markdown_shows_hostile_text_as_text() -> None:
    text = render_batch(hostile_summary(), "markdown")
    assert "<script>" not in text
    assert r"\<script\>" in text


def test_the_page_lets_in_its_own_style_and_script_only() -> None:
    text = render_batch(hostile_summary(), "html", pages="x_files")
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert f"style-src '{source_hash(style)}'; script-src '{source_hash(script)}'" in unescape(text)
    assert "default-src 'none'" in unescape(text)
    assert not re.search(r"<[^>]*\sstyle=|<[^>]*\son\w+=|javascript:|https?://", text.replace(style, ""))
    assert "<script>alert" not in text


def test_the_page_is_ascii_and_keeps_every_letter() -> None:
    title = "Zoë’s naïve 日本 → 🙂 nurse"
    text = render_batch(summed([row("a", ["-!1 café"], title=title)]), "html")
    assert text.isascii()
    assert title in unescape(text)
    assert "café" in unescape(text)


def test_the_curve_is_a_staircase_from_now_to_the_last_step() -> None:
    summary = sample_summary()
    curve = draw_curve(summary.cover)
    assert curve is not None
    assert [point.reached for point in curve.points] == [3, *(step.reached for step in summary.cover.steps)]
    heights = [point.y for point in curve.points]
    assert heights == sorted(heights, reverse=True)
    assert curve.ticks[0] == (float(curve.bottom), 0)


def test_without_a_step_there_is_nothing_to_draw() -> None:
    assert draw_curve(replace(sample_summary().cover, steps=())) is None


def test_a_curve_of_one_posting_and_one_of_thousands_have_a_few_grid_lines() -> None:
    cover = sample_summary().cover
    for reached in (1, 2, 7, 40, 99, 1234, 10_000):
        step = replace(cover.steps[0], reached=reached)
        curve = draw_curve(replace(cover, start=0, steps=(step,)))
        assert curve is not None
        assert 2 <= len(curve.ticks) <= 7
        assert curve.ticks[-1][1] >= reached
