import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.document import Document, Format, Role
from gapcheck.readers import read_text
from gapcheck.readers.plain import looks_like_heading


def roles(document: Document) -> list[tuple[Role, str]]:
    return [(line.role, document.line_text(line)) for line in document.lines]


def blocks(document: Document) -> list[str]:
    found: dict[int, list[str]] = {}
    for line in document.lines:
        found.setdefault(line.block, []).append(document.line_text(line))
    return [" ".join(parts) for parts in found.values()]


def test_roles_of_plain_text() -> None:
    document = read_text(
        "JORDAN WREN\n"
        "Bookkeeper\n"
        "\n"
        "Skills\n"
        "------\n"
        "- month-end close\n"
        "* payroll\n"
        "  and tax\n"
        "o Excel\n"
        "•QuickBooks\n"
        "1. first\n"
        "b) second\n"
        "Education:\n"
        "Diploma in accounting\n"
        "* * *\n"
    )
    assert roles(document) == [
        (Role.HEADING, "JORDAN WREN"),
        (Role.BODY, "Bookkeeper"),
        (Role.HEADING, "Skills"),
        (Role.LIST_ITEM, "month-end close"),
        (Role.LIST_ITEM, "payroll"),
        (Role.LIST_ITEM, "and tax"),
        (Role.LIST_ITEM, "Excel"),
        (Role.LIST_ITEM, "QuickBooks"),
        (Role.LIST_ITEM, "first"),
        (Role.LIST_ITEM, "second"),
        (Role.HEADING, "Education:"),
        (Role.BODY, "Diploma in accounting"),
    ]
    assert document.format is Format.TEXT
    assert not document.words
    assert not document.has_layout


@pytest.mark.parametrize("text", ["EXPERIENCE", "WORK HISTORY", "Key skills:", "R & D PROJECTS"])
def test_headings(text: str) -> None:
    assert looks_like_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "AWS",
        "RN, BSN, CCRN",
        "Experience",
        "2019",
        "A line of nine words that ends in a colon, yes:",
        "X" * 80,
        "SQL | GIT",
    ],
)
def test_no_headings(text: str) -> None:
    assert not looks_like_heading(text)


def test_a_list_without_bullets_is_no_paragraph() -> None:
    document = read_text("Bachelor's degree in nursing\n3 years of experience\nPython\nAWS\n")
    assert len(blocks(document)) == 4


def test_a_line_that_leaves_a_bracket_open_goes_on() -> None:
    text = "Experience with an ERP system (SAP or Microsoft\nDynamics 365)\nAdvanced Excel (pivot tables, lookups)"
    assert len(blocks(read_text(text))) == 2


def test_the_longest_item_of_a_list_without_bullets_ends_like_the_others() -> None:
    items = ["Cell culture", "Knowledge of laboratory safety procedures", "Data analysis", "Phlebotomy"]
    assert blocks(read_text("\n".join(items))) == items


def test_items_of_a_list_without_bullets_may_begin_in_small_letters() -> None:
    items = ["reading of electrical schematics", "multimeter and megger", "welding", "Fanuc robots"]
    assert blocks(read_text("Must have:\n" + "\n".join(items))) == ["Must have:", *items]


def test_sentences_of_a_list_without_bullets_stay_apart_though_as_long() -> None:
    items = [
        "Experience in digital circuit design and its verification.",
        "Knowledge of the tools for synthesis and of their scripts.",
        "Ability to work well with teams from many other countries.",
    ]
    assert blocks(read_text("\n".join(items))) == items


def test_a_sentence_below_the_end_of_one_is_an_item_though_it_begins_small() -> None:
    items = ["We help our staff to do well.", "access to mentors who have a long record of helping people"]
    assert blocks(read_text("\n".join(items))) == items


def test_a_wrapped_text_may_have_capitals_within_its_lines() -> None:
    paragraph = (
        "We process billions of data points a day in our warehouse and combine them with the\n"
        "Weather service and with maps of cities. You work with people who know statistics and\n"
        "machine learning, and with teams of engineers that build what you find out about our\n"
        "customers."
    )
    assert len(blocks(read_text(paragraph))) == 1


@pytest.mark.parametrize("sign", ["-", "•", "o", "▪"])
def test_a_bullet_may_stand_on_a_line_of_its_own(sign: str) -> None:
    document = read_text(f"{sign}\nwound care\n\n{sign}\n\nWard rounds\n")
    assert roles(document) == [(Role.LIST_ITEM, "wound care"), (Role.LIST_ITEM, "Ward rounds")]


@pytest.mark.parametrize(
    "marks", [("i.", "ii.", "iii.", "iv.", "ix.", "x."), ("a.", "b."), ("i)", "vi)", "xii)")]
)
def test_items_are_numbered_in_many_ways(marks: tuple[str, ...]) -> None:
    document = read_text("".join(f"{mark} Ability to lead wards\n" for mark in marks))
    assert roles(document) == [(Role.LIST_ITEM, "Ability to lead wards")] * len(marks)


def test_numbers_of_two_levels_are_those_of_headings_and_items() -> None:
    text = "1. Duties\n1.1 Draft reports\n1.2. Trace assets\n\n2 Person spec\n2.1 An audit background\n"
    assert roles(read_text(text)) == [
        (Role.HEADING, "Duties"),
        (Role.LIST_ITEM, "Draft reports"),
        (Role.LIST_ITEM, "Trace assets"),
        (Role.HEADING, "Person spec"),
        (Role.LIST_ITEM, "An audit background"),
    ]


def test_a_class_of_degree_and_an_amount_number_nothing() -> None:
    text = "2.1 Honours degree\n\n2.5 years of audit\n\n3.5 GPA\n"
    assert [content for _, content in roles(read_text(text))] == [
        "2.1 Honours degree",
        "2.5 years of audit",
        "3.5 GPA",
    ]


@pytest.mark.parametrize("sign", ["o", "✅", "✔️", "👉", "🔹"])
def test_a_picture_may_be_a_bullet(sign: str) -> None:
    assert roles(read_text(f"{sign} wound care\n{sign} Ward rounds\n")) == [
        (Role.LIST_ITEM, "wound care"),
        (Role.LIST_ITEM, "Ward rounds"),
    ]


@pytest.mark.parametrize("text", ["e.g. Python", "i.e. Python", "J. Smith", "mix. Stir"])
def test_what_only_looks_like_a_number_of_an_item_stays(text: str) -> None:
    assert roles(read_text(text)) == [(Role.BODY, text)]


def test_blank_lines_and_rules_end_paragraphs() -> None:
    assert blocks(read_text("one goes\non here\n\n\nTwo")) == ["one goes on here", "Two"]
    assert blocks(read_text("one goes\non here\n---\nand two")) == ["one goes on here", "and two"]


def test_a_line_that_ends_openly_goes_on() -> None:
    assert blocks(read_text("We use Python,\nDocker and\nKubernetes")) == [
        "We use Python, Docker and Kubernetes"
    ]


PROSE = (
    "We are looking for an experienced Bookkeeper who keeps the ledgers of three Branches, prepares the "
    "month-end close and knows Accounts Payable as well as Accounts Receivable from long practice"
)


@given(st.integers(40, 110))
def test_wrapping_keeps_a_paragraph_in_one_block(width: int) -> None:
    assert blocks(read_text(textwrap.fill(PROSE, width))) == [PROSE]


def test_entities_and_controls() -> None:
    document = read_text("R&amp;D &lt;lead&gt; &nosuchthing; \x1b[31mred\x1b[0m")
    assert document.text == "R&D <lead> &nosuchthing; red"
    assert [note.code for note in document.notes] == ["READ009"]


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("pound;30k ndash; pound;35k", "£30k – £35k"),
        ("isn&rsquot &bull Excel &nbsp AT&T", "isn’t • Excel AT&T"),
        ("the clientrsquo;s and a Bachelorrsquos degree", "the client’s and a Bachelor’s degree"),
        ("nbsp nbsp R amp; D", "R & D"),
        ("skills middot Python", "skills · Python"),
        ("a 30 amp; fuse, landash, a bull and a pound", "a 30 amp; fuse, landash, a bull and a pound"),
    ],
)
def test_entities_that_lost_their_ampersand(left: str, text: str) -> None:
    assert read_text(left).text == text


def test_very_long_lines_are_fine() -> None:
    text = "word " * 20_000
    assert read_text(text).word_count == 20_000
