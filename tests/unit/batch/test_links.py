from __future__ import annotations

import re

from gapcheck.batch.links import page_name, pages_folder


def test_a_page_is_named_after_its_posting() -> None:
    assert re.fullmatch(r"jobs-nurse-pdf-[0-9a-f]{10}\.html", page_name("jobs/Nurse.pdf"))


def test_names_are_safe_short_and_different() -> None:
    ids = ["a/b", "a-b", "A/B", "../../etc/passwd", "日本", "", "x" * 500, "CON", "a\x00b", "\ud800"]
    names = [page_name(name) for name in ids]
    assert len({name.lower() for name in names}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]{1,64}\.html", name) for name in names)


def test_the_folder_stands_beside_the_page() -> None:
    assert pages_folder("out/report.html") == "report_files"
    assert pages_folder("report") == "report_files"
    assert pages_folder(".html") == ".html_files"
