"""Tables that say in their columns how strongly something is asked for."""

from __future__ import annotations

import io

import docx
import pytest

from gapcheck.document import Role
from gapcheck.readers import read_bytes, read_text
from gapcheck.readers.draft import DraftLine
from gapcheck.readers.markup import html_lines

HEAD = ("Factor", "Essential", "Desirable criteria", "Assessed by")
ROWS = (
    ("Training", "HCPC registration", "A master's", "CV"),
    ("Skills", "Report writing", "Makaton", "Interview"),
)
BY_COLUMNS = [
    (Role.HEADING, "Factor"),
    (Role.LIST_ITEM, "Training"),
    (Role.LIST_ITEM, "Skills"),
    (Role.HEADING, "Essential"),
    (Role.LIST_ITEM, "HCPC registration"),
    (Role.LIST_ITEM, "Report writing"),
    (Role.HEADING, "Desirable criteria"),
    (Role.LIST_ITEM, "A master's"),
    (Role.LIST_ITEM, "Makaton"),
    (Role.HEADING, "Assessed by"),
    (Role.LIST_ITEM, "CV"),
    (Role.LIST_ITEM, "Interview"),
]


def shown(lines: list[DraftLine]) -> list[tuple[Role, str]]:
    return [(line.role, line.text) for line in lines]


def html(*rows: tuple[str, ...]) -> str:
    return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows) + "</table>"


def test_a_page_is_read_column_by_column() -> None:
    lines = html_lines(f"<p>Nurse</p>{html(HEAD, *ROWS)}<p>Pay</p>")
    assert shown(lines) == [(Role.BODY, "Nurse"), *BY_COLUMNS, (Role.BODY, "Pay")]
    assert [line.block for line in lines] == list(range(len(lines)))


def test_markdown_is_read_column_by_column() -> None:
    rows = ["| " + " | ".join(row) + " |" for row in (HEAD, ("---",) * len(HEAD), *ROWS)]
    document = read_text("\n".join(["# Nurse", "", *rows, "", "Pay"]))
    assert [(line.role, document.line_text(line)) for line in document.lines][1:-1] == BY_COLUMNS


def test_a_word_document_is_read_column_by_column() -> None:
    source = docx.Document()
    table = source.add_table(len(ROWS) + 1, len(HEAD))
    for number, row in enumerate((HEAD, *ROWS)):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    data = io.BytesIO()
    source.save(data)
    document = read_bytes(data.getvalue(), "post.docx")
    assert [(line.role, document.line_text(line)) for line in document.lines] == BY_COLUMNS


@pytest.mark.parametrize("head", [("Tool", "Years"), ("Essential", "Years"), ("Day", "Required by")])
def test_other_tables_are_read_row_by_row(head: tuple[str, str]) -> None:
    lines = html_lines(html(head, ("Excel", "3")))
    assert shown(lines) == [(Role.TABLE, text) for text in (*head, "Excel", "3")]


def test_a_row_may_lack_the_label_that_spans_it_and_have_a_cell_too_many() -> None:
    rows = ("Factor", "Must", "Nice"), ("Skills", "SQL", "R"), ("Excel", "VBA"), ("IT", "C", "D", "E")
    said = " ".join(line.text for line in html_lines(html(*rows)))
    assert said == "Factor Skills IT Must SQL Excel C Nice R VBA D E"


def test_empty_cells_say_nothing_and_a_row_of_one_cell_is_a_label() -> None:
    rows = ("Factor", "Must", "Nice"), ("Experience",), ("SQL", "", "R"), ("IT", "C", "")
    said = " ".join(line.text for line in html_lines(html(*rows)))
    assert said == "Factor Experience SQL IT Must C Nice R"
    assert [line.text for line in html_lines(html(("Must", "Nice"), ("", "")))] == ["Must", "Nice"]


def test_a_table_within_a_cell_is_read_by_itself() -> None:
    inner = html(("Must", "Nice"), ("SQL", "R"))
    lines = html_lines(html(("Who", "What"), ("You", inner)))
    assert [line.text for line in lines] == ["Who", "What", "You", "Must", "SQL", "Nice", "R"]


def test_the_lines_of_a_cell_stay_together() -> None:
    lines = html_lines(html(("Must", "Nice"), ("ward<br>rounds", "R")))
    assert [line.text for line in lines] == ["Must", "ward", "rounds", "Nice", "R"]
    assert [line.block for line in lines] == [0, 1, 1, 2, 3]
