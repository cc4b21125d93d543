"""The tests of the page can fail: a page that is not quiet is noticed, a browser that is missing is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import NOT_FOUND, Opened, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOUD = """<img src="http://127.0.0.1:9/a.png"><script>console.log("hello"); alert(1); nowhere();</script>"""


def test_a_page_that_is_not_quiet_is_noticed(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "loud.html"
    file.write_text(LOUD, encoding="utf-8")
    page = browser.new_page()
    loud = Opened(page, file.as_uri())
    loud.watch()
    page.goto(loud.address)
    page.close()
    faults = " ".join(loud.faults)
    assert loud.address not in loud.faults
    for fault in ("http://127.0.0.1:9/a.png", "hello", "1", "nowhere is not defined"):
        assert fault in faults


def test_the_browser_is_looked_for_where_it_is_said_to_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "chromium"
    program.touch()
    monkeypatch.setenv("CHROMIUM", str(program))
    assert find_chromium() == program
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nowhere"))
    assert find_chromium() is None


@pytest.mark.parametrize(
    ("required", "status", "said"), [("0", 0, NOT_FOUND), ("1", 1, "no Chromium found, and")]
)
def test_a_missing_browser_is_told_and_fails_where_one_is_required(
    required: str, status: int, said: str
) -> None:
    environment = {**os.environ, "CHROMIUM": "/nowhere/chromium", "GAPCHECK_REQUIRE_BROWSER": required}
    file = Path(__file__).with_name("test_page.py")
    command = [sys.executable, "-m", "pytest", "-q", f"{file}::test_the_skip_link_leads_to_the_report"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider"], capture_output=True, text=True, env=environment
    )
    assert done.returncode == status
    assert said in done.stdout
