from io import BytesIO

import pypdf
import pypdfium2
import pytest

from gapcheck.document import Document, Role
from gapcheck.errors import ReadError
from gapcheck.readers import parser_view, pdf, pdf_limits, read_bytes
from tests.unit.readers.pdfs import BOLD, HEIGHT, ITALIC, WIDTH, Text, assemble, lines
from tests.unit.readers.pdfs import pdf as make_pdf

PROSE = ("Keeps the ledgers of three branches and prepares the", "month-end close with care.")


def read(data: bytes, password: str | None = None) -> Document:
    return read_bytes(data, "resume.pdf", password=password)


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def failure(data: bytes, password: str | None = None) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(data, password)
    assert caught.value.source == "resume.pdf"
    return caught.value


def test_words_carry_place_size_and_weight() -> None:
    document = read(make_pdf([Text(72, 100, "Robin Vale", 20, BOLD), *lines("Staff nurse", y=130)]))
    assert document.text == "Robin Vale\nStaff nurse"
    first, second = document.lines
    assert (first.size, first.bold, first.role) == (20, True, Role.HEADING)
    assert (second.size, second.bold, second.role) == (10, False, Role.BODY)
    box = document.words[0].box
    assert box is not None
    assert box.x0 == pytest.approx(72, abs=0.5)
    assert box.y0 < 100 < box.y1 + 0.5
    assert document.page_sizes == ((WIDTH, HEIGHT),)
    assert document.has_layout
    assert [document.text[word.start : word.end] for word in document.words] == [
        "Robin",
        "Vale",
        "Staff",
        "nurse",
    ]


def test_a_glyph_at_a_time_without_blanks() -> None:
    texts = []
    x = 72.0
    for word in ("growing", "of", "accounts", "and", "clients"):
        for char in word:
            texts.append(Text(round(x, 1), 100, char, 10))
            x += {"i": 2.2, "l": 2.2, "f": 2.8, "t": 2.8, "r": 3.3, "w": 7.2, "c": 5, "s": 5}.get(char, 5.6)
        x += 2.0
    document = read(make_pdf(texts))
    assert document.text == "growing of accounts and clients"


def test_letter_spaced_words_are_joined() -> None:
    document = read(
        make_pdf(
            [Text(72, 72, "J O R D A N   R E Y E S", 18, BOLD), Text(72, 100, "EXPERIENCE", 10, spacing=4)]
        )
    )
    assert document.text == "JORDAN REYES\nEXPERIENCE"
    assert "READ003" in codes(document)


def test_text_printed_twice_is_read_once() -> None:
    document = read(
        make_pdf([Text(72, 72, "Shadow text"), Text(72.4, 72, "Shadow text"), *lines("below", y=90)])
    )
    assert document.text == "Shadow text\nbelow"


def test_parts_of_a_word_drawn_apart_are_joined() -> None:
    document = read(make_pdf([Text(72, 72, "Java"), Text(72, 90, "other"), Text(93.0, 72, "Script")]))
    assert document.text == "JavaScript\nother"


def test_superscripts_stay_with_their_word() -> None:
    document = read(make_pdf([Text(72, 72, "the 1"), Text(91.2, 68.5, "st", 6), Text(100, 72, "prize")]))
    assert document.text == "the 1st prize"


def test_two_columns_are_read_one_after_the_other() -> None:
    left = lines("SKILLS", "Python", "Docker", "EDUCATION", "Diploma", y=110, leading=17)
    rows = (
        "EXPERIENCE",
        "Engineer at Acme Works",
        "built payment systems",
        "ran the night shift",
        "Lead at Bolt",
    )
    right = lines(*rows, x=300, y=113, leading=13)
    mixed = [text for pair in zip(left, right, strict=True) for text in pair]
    document = read(
        make_pdf([Text(72, 72, "Robin Vale, engineer of large systems, lives in the north", 16), *mixed])
    )
    assert document.text.split("\n")[1:] == ["SKILLS", "Python", "Docker", "EDUCATION", "Diploma", *rows]
    assert [line.column for line in document.lines] == [0, *[1] * 5, *[2] * 5]
    assert "READ004" in codes(document)


def test_columns_on_common_baselines_are_told_by_their_headings() -> None:
    left = lines(
        "SKILLS", "Python", "Docker", "Terraform", "EDUCATION", "Diploma", "Bachelor", "Master", y=110
    )
    rows = ("Summary of it", "An engineer", "EXPERIENCE", "Acme", "Bolt", "Crane", "Dyer", "Elm")
    document = read(make_pdf([*left, *lines(*rows, x=300, y=110)]))
    assert document.text.split("\n") == [text.text for text in left] + list(rows)


def test_dates_in_the_margin_stay_with_their_line() -> None:
    texts = []
    for index, year in enumerate(("2019 - 2021", "2016 - 2019", "2014 - 2016", "2011 - 2014")):
        y = 80 + 40 * index
        texts += [Text(72, y, year), Text(180, y, f"Nurse at clinic {index}"), Text(450, y, "Leeds")]
        texts += [Text(180, y + 12, "Cared for many people and wrote reports")]
    document = read(make_pdf(texts))
    assert document.text.split("\n")[:3] == [
        "2019 - 2021 Nurse at clinic 0 Leeds",
        "Cared for many people and wrote reports",
        "2016 - 2019 Nurse at clinic 1 Leeds",
    ]
    assert {line.column for line in document.lines} == {0}


def test_bullets_and_paragraphs() -> None:
    document = read(
        make_pdf(
            lines(
                "\u2022 Ran the whole of the accounts payable team of the firm",
                "and its ledgers",
                "- Closed the month in two days with the help of many others",
                "1. First of all",
                "\u2022Glued bullet",
                "o Second level",
            )
            + lines(*PROSE, y=200)
            + lines("Another paragraph", y=260)
        )
    )
    assert [line.role for line in document.lines] == [Role.LIST_ITEM] * 6 + [Role.BODY] * 3
    assert document.text.startswith("Ran the whole")
    assert "\nGlued bullet\nSecond level\n" in document.text
    blocks = [line.block for line in document.lines]
    assert blocks == [0, 0, 1, 2, 3, 4, 5, 5, 6]


def test_drawn_bullets_make_list_items() -> None:
    circle = f"80 {HEIGHT - 99} 3 3 re f\n".encode()
    table = f"80 {HEIGHT - 300} 400 1 re f\n".encode()
    texts = "".join(
        f"BT /F1 10 Tf 1 0 0 1 90 {HEIGHT - y} Tm ({text}) Tj ET\n"
        for y, text in ((100, "First"), (114, "Second"))
    )
    document = read(make_pdf(circle + table + texts.encode()))
    assert [line.role for line in document.lines] == [Role.LIST_ITEM, Role.BODY]


def test_sentences_run_over_pages() -> None:
    document = read(make_pdf(lines("We keep the books of many"), lines("small firms in town")))
    assert [line.page for line in document.lines] == [1, 2]
    assert document.lines[0].block == document.lines[1].block
    assert document.pages == 2


def test_slanting_letters_do_not_swallow_the_blank() -> None:
    document = read(make_pdf([Text(72, 72, "Head of", 11, ITALIC), Text(109.9, 72, "Events", 11, ITALIC)]))
    assert document.text == "Head of Events"


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_turned_pages_are_read_as_shown(rotation: int) -> None:
    writer = pypdf.PdfWriter(clone_from=BytesIO(make_pdf(lines("First line of it", "second line of it"))))
    page = writer.pages[0]
    page.rotate(rotation)
    page.transfer_rotation_to_content()
    page.rotate(-rotation)
    out = BytesIO()
    writer.write(out)
    document = read(out.getvalue())
    assert document.text == "First line of it\nsecond line of it"
    box = document.lines[0].box
    assert box is not None
    assert box.x0 == pytest.approx(72, abs=1)
    assert box.y1 == pytest.approx(74, abs=2)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_text_that_stands_sideways_comes_last(rotation: int) -> None:
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[rotation]
    rows = "".join(
        f"BT /F1 10 Tf {matrix} {x} {y} Tm ({text}) Tj ET\n"
        for text, x, y in {
            90: (("Side note", 40, 300), ("second row", 52, 300)),
            180: (("Side note", 300, 300), ("second row", 300, 312)),
            270: (("Side note", 60, 300), ("second row", 48, 300)),
        }[rotation]
    )
    upright = f"BT /F1 10 Tf 1 0 0 1 100 {HEIGHT - 400} Tm (Upright text) Tj ET\n"
    document = read(make_pdf((rows + upright).encode()))
    assert document.text == "Upright text\nSide note\nsecond row"
    for line in document.lines:
        assert line.box is not None
        assert 0 <= line.box.x0 < line.box.x1 <= WIDTH
        assert 0 <= line.box.y0 < line.box.y1 <= HEIGHT


def test_a_watermark_is_one_line() -> None:
    mark = b"BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 200 200 Tm (DRAFT COPY) Tj ET"
    document = read(make_pdf(mark))
    assert document.text == "DRAFT COPY"


def test_what_lies_off_the_page_is_not_seen() -> None:
    document = read(make_pdf([*lines("Seen here"), Text(900, 72, "unseen"), Text(72, -80, "above")]))
    assert document.text == "Seen here"


def test_the_crop_box_is_the_page() -> None:
    document = read(make_pdf(lines("Inside"), page_entries="/MediaBox[0 0 612 792]/CropBox[50 50 562 742]"))
    assert document.page_sizes == ((512.0, 692.0),)
    box = document.words[0].box
    assert box is not None
    assert box.x0 == pytest.approx(22, abs=0.5)


def test_unseen_render_mode_is_still_text() -> None:
    document = read(
        make_pdf(f"BT 3 Tr /F1 10 Tf 1 0 0 1 72 {HEIGHT - 72} Tm (Scanned text layer) Tj ET".encode())
    )
    assert document.text == "Scanned text layer"


def test_stroked_text_is_bold() -> None:
    document = read(make_pdf(f"BT 2 Tr /F1 10 Tf 1 0 0 1 72 {HEIGHT - 72} Tm (Heavy) Tj ET".encode()))
    assert document.lines[0].bold


def test_the_parser_view_is_taken_when_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(make_pdf(lines("Seen by parsers too")))
    assert document.parser_text is not None
    assert "Seen by parsers too" in document.parser_text
    monkeypatch.setattr(parser_view, "MAX_STREAM", 10)
    assert read(make_pdf(lines("Seen by parsers too"))).parser_text is None


def test_a_file_that_pypdf_cannot_read_has_no_parser_view() -> None:
    assert parser_view.parser_text(b"%PDF-1.4 nothing") is None


def encrypted(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(make_pdf(lines("Hidden words"))))
    writer.encrypt(user_password=user, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_files() -> None:
    error = failure(encrypted("secret"))
    assert error.code == "encrypted"
    assert "--password" in error.remedy
    assert failure(encrypted("secret"), "wrong").reason == "the password does not open the PDF"
    document = read(encrypted("secret"), "secret")
    assert document.text == "Hidden words"
    assert document.parser_text == "Hidden words"


def test_an_empty_user_password_opens_in_silence() -> None:
    document = read(encrypted(""))
    assert (document.text, document.notes) == ("Hidden words", ())
    assert document.parser_text == "Hidden words"


def test_other_protection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise pypdfium2.PdfiumError("no", err_code=pypdfium2.raw.FPDF_ERR_SECURITY)

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    assert failure(encrypted("x")).code == "encrypted"


def test_a_lost_end_is_written_anew() -> None:
    whole = make_pdf(lines("Still readable"))
    document = read(whole[: whole.index(b"xref")])
    assert document.text == "Still readable"
    assert codes(document) == ["READ013"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\nnot much more", "damaged"),
        (make_pdf(lines("Cut"))[:150], "damaged"),
        (assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "no_pages"),
        (make_pdf(b""), "no_text"),
        (make_pdf(b"0 0 300 300 re f"), "no_text"),
        (assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "damaged"),
    ],
)
def test_files_without_text(data: bytes, code: str) -> None:
    assert failure(data).code == code


def test_scans_say_so() -> None:
    assert "OCR" in failure(make_pdf(b"0 0 300 300 re f")).remedy
    document = read(make_pdf(lines("Text"), b"0 0 300 300 re f", b"0 0 9 9 re f"))
    assert document.notes[0].message.startswith("Pages 2, 3 hold no text")
    assert read(make_pdf(lines("Text"), b"0 0 9 9 re f")).notes[0].message.startswith("Page 2 holds no text")


def test_icons_are_left_out() -> None:
    private = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfchar <45> <F0E0> endbfchar endcmap end"
    )
    data = make_pdf(lines("E words"))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length 54>>\nstream\nBT /F1 10 Tf 1 0 0 1 72 700 Tm (E mail me today) Tj ET \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(private), private),
    ]
    assert read(data).notes == ()
    document = read(assemble(objects))
    assert document.text == "mail me today"
    assert codes(document) == ["READ005"]


def test_only_the_first_pages_of_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    document = read(make_pdf(lines("one"), lines("two"), lines("three")))
    assert (document.text, document.pages, codes(document)) == ("one\ntwo", 3, ["READ015"])


def test_reading_stops_at_a_sum_of_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_CHARS", 3)
    assert read(make_pdf(lines("many words"), lines("two"))).text == "many words"


def test_too_many_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "MAX_OBJECTS", 3)
    assert failure(make_pdf(lines("x"))).code == "too_large"


def test_streams_that_unpack_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_limits, "_SMALL", 100)
    data = make_pdf(b" " * 3_000_000, packed=True)
    assert failure(data).code == "no_text"
    monkeypatch.setattr(pdf_limits, "MAX_STREAM_BYTES", 1_000_000)
    assert failure(data).code == "too_large"
    assert pdf_limits.unpacked_size(b"\x78\x9cnonsense", 10) == 0
