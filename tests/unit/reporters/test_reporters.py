from __future__ import annotations

import subprocess
import sys

import pytest

from gapcheck.reporters import PLAIN, REPORTERS, View, render
from tests.unit.reporters.sample import POSTING, bare_report, sample_report


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_each_format_is_a_pure_function_with_a_final_line_break(name: str) -> None:
    for report in (sample_report(), bare_report()):
        text = REPORTERS[name](report)
        assert text == REPORTERS[name](report, PLAIN)
        assert text.endswith("\n")


def test_the_view_reaches_the_format() -> None:
    view = View(width=60, color=True, top=1, quiet=False, unicode=False, posting_text=POSTING)
    text = REPORTERS["terminal"](sample_report(), view)
    assert "\x1b[" in text
    assert "... and 6 more" in text
    assert "through the night" in text
    assert "through the night" in REPORTERS["markdown"](sample_report(), view)


def test_render_takes_the_options_of_a_view() -> None:
    view = View(width=60, top=2, quiet=True, unicode=False)
    assert render(sample_report(), width=60, top=2, quiet=True, unicode=False) == REPORTERS["terminal"](
        sample_report(), view
    )
    with pytest.raises(KeyError):
        render(sample_report(), "papyrus")


def _loads_rich(statement: str) -> bool:
    code = f"import sys; {statement}; sys.exit('rich' in sys.modules)"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 1


def test_only_the_terminal_report_loads_rich() -> None:
    assert not _loads_rich(
        "import gapcheck.reporters, gapcheck.reporters.json_report, gapcheck.reporters.csv_report, "
        "gapcheck.reporters.markdown, gapcheck.reporters.schema, gapcheck.reporters.explain"
    )
    assert _loads_rich("import gapcheck.reporters.terminal")
