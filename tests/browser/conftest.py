"""A real browser for the tests of the page: Debian's Chromium, driven by Playwright, with no way out to a network.

Without a browser the tests are skipped, which says so; with GAPCHECK_REQUIRE_BROWSER=1 they fail instead.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

NOT_FOUND = "browser tests skipped: no Chromium found"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def find_chromium() -> Path | None:
    """The browser's program: CHROMIUM, else where Debian puts it."""
    path = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
    return path if path.is_file() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    program = find_chromium()
    if program is None:
        if os.environ.get("GAPCHECK_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium found, and GAPCHECK_REQUIRE_BROWSER=1 asks for one")
        pytest.skip(NOT_FOUND)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield opened
        opened.close()


@dataclass
class Opened:
    """A page in the browser, what it asked for, and what it complained about."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note requests, messages on the console, errors and dialogs from now on."""
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._note_dialog)

    def _note_dialog(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    @property
    def faults(self) -> list[str]:
        """Everything but quiet: requests for more than the page itself (pictures made of data aside), complaints."""
        foreign = [url for url in self.requests if url != self.address and not url.startswith("data:")]
        return foreign + self.complaints


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """A function that opens a page's text from a file; the keywords are those of a browser context.

    After the test every page opened must have been quiet.
    """
    opened: list[Opened] = []
    contexts: list[Any] = []

    def open_text(text: str, **context: Any) -> Opened:
        file = tmp_path / f"page-{len(opened)}.html"
        file.write_text(text, encoding="utf-8")
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}))
        it = Opened(contexts[-1].new_page(), file.as_uri())
        it.watch()
        it.page.goto(it.address)
        opened.append(it)
        return it

    yield open_text
    for context in contexts:
        context.close()
    assert [it.faults for it in opened if it.faults] == []
