from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.color import Color

from gapcheck.report import Confidence, Coverage, MustHave, Report, Status, TitleSeen, Verdict
from gapcheck.reporters.terminal import page, render
from tests.unit.reporters.hostile import HOSTILE, hostile_report
from tests.unit.reporters.sample import POSTING, bare_report, sample_report, sample_ten_second

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(
    report: Report, *, width: int = 80, top: int = 10, quiet: bool = False, unicode: bool = True
) -> str:
    return render(
        report, width=width, color=False, top=top, quiet=quiet, unicode=unicode, posting_text=POSTING
    )


@pytest.mark.parametrize("width", [40, 60, 79, 80, 100, 129, 130, 140])
@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("unicode", [True, False])
def test_lines_fit_and_have_no_trailing_blanks(width: int, quiet: bool, unicode: bool) -> None:
    for line in shown(sample_report(), width=width, quiet=quiet, unicode=unicode).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize(("width", "most"), [(10, page.NARROWEST), (400, page.WIDEST)])
def test_widths_beyond_reason_are_bounded(width: int, most: int) -> None:
    assert max(cell_len(line) for line in shown(sample_report(), width=width).splitlines()) <= most


def test_colour_changes_nothing_but_colour() -> None:
    plain = render(sample_report(), width=80, color=False, top=0)
    coloured = render(sample_report(), width=80, color=True, top=0)
    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain
    assert coloured != plain


def test_surroundings_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(sample_report(), width=80, color=True, top=0)
    for name, value in {"COLUMNS": "50", "NO_COLOR": "1", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert render(sample_report(), width=80, color=True, top=0) == before


@pytest.mark.parametrize("color", [page.GOOD, page.SOME, page.BAD, page.LINK, page.FAINT])
def test_colours_stand_out_on_white_and_on_black(color: str) -> None:
    luminance = _luminance(color)
    assert 1.05 / (luminance + 0.05) >= 4
    assert (luminance + 0.05) / 0.05 >= 4


def test_yellow_would_vanish_on_white() -> None:
    assert 1.05 / (_luminance("color(226)") + 0.05) < 4


def _luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [value / 255 for value in Color.parse(color).get_truecolor()]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_parts_come_in_the_order_of_their_use() -> None:
    text = shown(sample_report())
    parts = [
        "In ten seconds: BORDERLINE",
        "Missing words (7)",
        "Say it in their words (2)",
        "Only implied (1)",
        "Listed, never shown (2)",
        "You already show (3)",
        "Coverage",
        "What words can't fix",
        "Reading the files",
        "gapcheck explain GAP001",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_parts_without_content_are_left_out() -> None:
    text = shown(replace(sample_report(), ten_second=None, requirements=(), reading=()))
    for part in ("ten seconds", "can't fix", "Reading the files"):
        assert part not in text
        assert part in shown(sample_report())


def test_low_confidence_stands_above_everything_else() -> None:
    report = replace(sample_report(), confidence=Confidence("low", ("The posting is not in English.",)))
    text = shown(report)
    assert text.index("Low confidence. The posting is not in English.") < text.index("In ten seconds")
    assert "Low confidence" not in shown(sample_report())


def test_low_confidence_without_reasons_still_warns() -> None:
    text = shown(replace(sample_report(), confidence=Confidence("low", ())))
    assert "Low confidence. Take what follows as a hint only." in text


def test_top_limits_the_missing_list_and_says_so() -> None:
    text = shown(sample_report(), top=3)
    assert "arrhythmia recognition" in text
    assert "quality improvement" not in text
    assert "… and 4 more, --top 0 for all" in text
    assert "more, --top" not in shown(sample_report(), top=0)
    assert "more, --top" not in shown(sample_report(), top=7)


def test_alternatives_share_one_row() -> None:
    text = shown(sample_report())
    assert "Polish or Spanish" in text
    assert "any one" in text
    assert "Not needed, an alternative is there: Epic, Meditech" in text


def test_missing_word_is_quoted_in_its_line() -> None:
    assert "line 7  “Telemetry monitoring through the night" in shown(sample_report())
    without = render(sample_report(), width=80, color=False, top=0)
    assert "line 7  “Telemetry monitoring”" in without


def test_nothing_missing_is_said_in_words() -> None:
    report = sample_report()
    kept = tuple(keyword for keyword in report.keywords if keyword.status.shown)
    assert "✓ Your resume shows every word" in shown(replace(report, keywords=kept))


def test_no_keywords_is_no_good_news() -> None:
    text = shown(bare_report())
    assert "! No keywords were found in the posting" in text
    assert "every word" not in text


def test_unknown_coverage_is_a_dash() -> None:
    text = shown(replace(sample_report(), coverage=Coverage(0.5, 0.5, None)))
    assert re.search(r"preferred +—", text)
    assert not re.search(r"preferred .*%", text)


@pytest.mark.parametrize("word", ["score", "ATS", "reject"])
def test_never_says(word: str) -> None:
    assert word not in shown(sample_report(), top=0)


def test_quiet_keeps_findings_only() -> None:
    text = shown(sample_report(), quiet=True)
    for part in ("BORDERLINE", "telemetry monitoring", "GAP001", "GAP003", "short", "READ004"):
        assert part in text
    for part in (
        "0.8 s",
        "line 7",
        "You already show",
        "gapcheck explain",
        "most important first",
        "short by",
    ):
        assert part not in text


@pytest.mark.parametrize("verdict", list(Verdict))
def test_each_verdict_is_said_in_words(verdict: Verdict) -> None:
    text = shown(replace(sample_report(), ten_second=replace(sample_ten_second(), verdict=verdict)))
    assert f"In ten seconds: {verdict.value.upper()}, " in text


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (TitleSeen("Nurse", 1.25, "nurse"), "“Nurse” seen at 1.2 s\n"),
        (TitleSeen("Nurse", 1.25, "RN"), "“Nurse” seen at 1.2 s, as “RN”\n"),
        (TitleSeen("Nurse", None, None), "“Nurse” not seen\n"),
        (TitleSeen(None, None, None), "the posting names no job title"),
    ],
)
def test_title(title: TitleSeen, said: str) -> None:
    assert said in shown(replace(sample_report(), ten_second=replace(sample_ten_second(), title=title)))


def test_order_only_layout_is_admitted() -> None:
    text = shown(replace(sample_report(), ten_second=replace(sample_ten_second(), layout="order-only")))
    assert "no page layout" in text
    assert "no page layout" not in shown(sample_report())


def test_a_long_scan_is_cut() -> None:
    glance = sample_ten_second()
    scanned = tuple(replace(glance.timeline[-1], text=f"Line {number} of many") for number in range(60))
    report = replace(sample_report(), ten_second=replace(glance, timeline=glance.timeline + scanned))
    text = shown(report)
    rows = text[text.index("scan") : text.index("Not reached")].strip().splitlines()
    assert len(rows) == 4
    assert rows[-1].endswith("…")


def test_title_employer_and_dates_make_one_row_a_job() -> None:
    rows = [line for line in shown(sample_report(), width=140).splitlines() if "  job  " in line]
    assert [row.split("  ")[-1] for row in rows] == [
        "Staff Nurse · Saint Aldwin Infirmary · 2021 - present",
        "Nursing Assistant · Hollow Creek Care Home · 2018 - 2020",
    ]


def test_an_empty_timeline_leaves_no_hole() -> None:
    text = shown(replace(sample_report(), ten_second=replace(sample_ten_second(), timeline=())))
    assert "\n\n\n" not in text


def test_ascii_output_is_ascii() -> None:
    report = replace(
        sample_report(), resume=replace(sample_report().resume, source="Lebenslauf Jörg Weiß — 履歴.pdf")
    )
    text = shown(report, unicode=False)
    assert text.isascii()
    assert "Lebenslauf Jorg Weiss - ??.pdf -> Registered Nurse" in text


@pytest.mark.parametrize("color", [True, False])
def test_hostile_text_is_harmless(color: bool) -> None:
    text = render(hostile_report(), width=80, color=color, top=0, posting_text=HOSTILE)
    bare = ESCAPE.sub("", text) if color else text
    assert all(character == "\n" or character.isprintable() for character in bare)
    assert "[bold red]" in bare.replace("\n", "")  # shown as it stands, not taken for markup
    assert ESCAPE.sub("", text) == render(
        hostile_report(), width=80, color=False, top=0, posting_text=HOSTILE
    )


def test_statuses_all_occur_in_the_sample() -> None:
    assert {keyword.status for keyword in sample_report().keywords} == set(Status)


def test_long_text_is_cut_or_wrapped_never_lost() -> None:
    report = sample_report()
    words = "Interdisciplinary " * 8
    keyword = replace(report.keywords[0], term=words.strip())
    for width in (60, 80, 140):
        text = shown(replace(report, keywords=(keyword, *report.keywords[1:])), width=width)
        assert text.count("Interdisciplinary") == 8
        assert max(cell_len(line) for line in text.splitlines()) <= width


def test_no_required_words_no_count_of_them() -> None:
    glance = replace(sample_ten_second(), must_have=MustHave(0, 0), not_reached=(), suggestions=())
    text = shown(replace(sample_report(), ten_second=glance))
    assert "Must have" not in text
    assert "Not reached" not in text


def test_a_timeline_without_keywords() -> None:
    report = sample_report()
    unseen = tuple(keyword for keyword in report.keywords if keyword.status is Status.MISSING)
    assert "Maren Oakhollow" in shown(replace(report, keywords=unseen))


def test_full_bar_only_for_everything() -> None:
    nearly = shown(replace(sample_report(), coverage=Coverage(0.999, 1.0, 0.001)), unicode=False)
    assert f"{'=' * 19}-" in nearly
    assert f"{'=' * 20} 100 %" in nearly
    assert f"={'-' * 19}" in nearly
