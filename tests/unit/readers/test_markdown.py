import pytest

from gapcheck.document import Format, Role
from gapcheck.readers import read_bytes, read_text


def test_roles_and_marks() -> None:
    document = read_text(
        "Robin Vale\n"
        "==========\n"
        "<!-- a comment\nover lines -->\n"
        '**Staff Nurse** at [Hillview](https://x.example "t")\n'
        "\n"
        "## Skills ##\n"
        "- wound *care* and `Node.js`\n"
        "  goes on\n"
        "- [x] C\\+\\+, snake_case, 2*3*4, __bold__ _slanted_ ~~old~~\n"
        "1. first\n"
        "\n"
        "**Summary:**\n"
        "> quoted <https://a.example> <b>tag</b> ![picture](x.png)\n"
        "\n"
        "| Tool | Years |\n"
        "|------|:-----:|\n"
        "| SQL \\| T-SQL | 5 |\n"
        "***\n"
        "```sh\nmake **it**\n```\n"
        "hard  \nbreak\n\n"
        "soft\nbreak\n",
        markdown=True,
    )
    assert [(line.role, document.line_text(line)) for line in document.lines] == [
        (Role.HEADING, "Robin Vale"),
        (Role.BODY, "Staff Nurse at Hillview"),
        (Role.HEADING, "Skills"),
        (Role.LIST_ITEM, "wound care and Node.js"),
        (Role.LIST_ITEM, "goes on"),
        (Role.LIST_ITEM, "C++, snake_case, 2*3*4, bold slanted old"),
        (Role.LIST_ITEM, "first"),
        (Role.HEADING, "Summary:"),
        (Role.BODY, "quoted https://a.example tag"),
        (Role.TABLE, "Tool"),
        (Role.TABLE, "Years"),
        (Role.TABLE, "SQL | T-SQL"),
        (Role.TABLE, "5"),
        (Role.BODY, "make **it**"),
        (Role.BODY, "hard"),
        (Role.BODY, "break"),
        (Role.BODY, "soft"),
        (Role.BODY, "break"),
    ]
    block = {document.line_text(line): line.block for line in document.lines}
    assert block["wound care and Node.js"] == block["goes on"]
    assert block["hard"] != block["soft"]
    assert document.lines[-1].block == document.lines[-2].block
    assert document.lines[7].bold


def test_lines_of_a_list_without_bullets_stay_apart() -> None:
    document = read_text(
        "## Requirements\n\nPython and SQL\n**Kafka**, or another queue\nRust\n", markdown=True
    )
    assert len({line.block for line in document.lines}) == 4


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = "We look for a nurse who plans the care of\nour patients and who knows the systems of a\nhospital."
    assert len({line.block for line in read_text(text, markdown=True).lines}) == 1


def test_markdown_is_recognised_without_its_name() -> None:
    assert read_text("# Nurse\n\nWe need **care**.").format is Format.MARKDOWN
    assert read_text("# of patients: 5 * 3").format is Format.TEXT
    assert read_bytes(b"Nurse", "job.md").format is Format.MARKDOWN


def test_a_number_made_unreadable_is_no_mark() -> None:
    text = "A minimum of **** years in drainage and **** in roads, up to **** a year."
    assert read_text(f"{text}\n\n{text}").format is Format.TEXT
    assert read_text(text, markdown=True).text == text


@pytest.mark.parametrize("text", ["a | b", "5 * 3 * 2", "file_name_here and __init__", "[not a link]"])
def test_marks_that_are_text_stay(text: str) -> None:
    assert read_text(text, markdown=True).text.replace("__", "") == text.replace("__", "")


LONG = (
    "You will keep the bees of twelve farms and sell their honey at the market in town every other week. " * 3
)


def test_headings_in_bold_part_a_text_without_line_breaks() -> None:
    text = f"**The role** {LONG}**Your skills**+ Beekeeping + Sales **We offer:** A van."
    found = read_text(text, markdown=True)
    lines = [(found.line_text(line), line.role) for line in found.lines]
    assert lines[0] == ("The role", Role.HEADING)
    assert lines[2:] == [
        ("Your skills", Role.HEADING),
        ("Beekeeping + Sales", Role.LIST_ITEM),
        ("We offer:", Role.HEADING),
        ("A van.", Role.BODY),
    ]


def test_bold_words_in_a_paragraph_part_nothing() -> None:
    text = f"{LONG}You need **patience**, a **clean driving licence** and **Excel**, all of them."
    assert len(list(read_text(text, markdown=True).blocks())) == 1
