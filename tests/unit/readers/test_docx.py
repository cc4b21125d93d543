import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from gapcheck.document import Document, Role
from gapcheck.errors import ReadError
from gapcheck.readers import ooxml, read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: object) -> bytes:
    out = BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def with_part(data: bytes, name: str, content: str | None) -> bytes:
    """Return the package with one part replaced or added, or left out for None."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


def body(xml: str) -> bytes:
    """Return a DOCX with this XML for its body."""
    document = f"<w:document {W} {MC}><w:body>{xml}</w:body></w:document>"
    return with_part(saved(docx.Document()), "word/document.xml", document)


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def read(data: bytes) -> Document:
    return read_bytes(data, "resume.docx")


def rows(document: Document) -> list[tuple[Role, str]]:
    return [(line.role, document.line_text(line)) for line in document.lines]


def test_a_resume_as_word_writes_it() -> None:
    source = docx.Document()
    source.core_properties.title = "Resume of Robin Vale"
    source.add_heading("Robin Vale", 0)
    source.add_paragraph("Staff nurse in Leeds")
    run = source.add_paragraph().add_run("Hillview Clinic")
    run.bold, run.font.size = True, Pt(14)
    source.add_paragraph("Wound care", style="List Bullet")
    table = source.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2019", "Triage"
    document = read(saved(source))
    assert rows(document) == [
        (Role.HEADING, "Robin Vale"),
        (Role.BODY, "Staff nurse in Leeds"),
        (Role.HEADING, "Hillview Clinic"),
        (Role.LIST_ITEM, "Wound care"),
        (Role.TABLE, "2019"),
        (Role.TABLE, "Triage"),
    ]
    assert document.title == "Resume of Robin Vale"
    assert (document.lines[2].size, document.lines[2].bold) == (14, True)
    assert document.lines[1].size == 11
    assert [document.text[word.start : word.end] for word in document.words[:2]] == ["Robin", "Vale"]
    assert document.words[0].box is None
    assert not document.has_layout
    assert document.notes == ()


def test_headers_footers_and_their_order() -> None:
    source = docx.Document()
    source.sections[0].header.paragraphs[0].text = "Robin Vale"
    source.sections[0].footer.paragraphs[0].text = "Page 1"
    source.add_paragraph("Nurse")
    document = read(saved(source))
    assert rows(document) == [(Role.HEADER, "Robin Vale"), (Role.BODY, "Nurse"), (Role.FOOTER, "Page 1")]
    assert [line.block for line in document.lines] == [0, 1, 2]
    assert [note.code for note in document.notes] == ["READ011"]


def test_a_page_number_alone_needs_no_note() -> None:
    source = docx.Document()
    source.sections[0].footer.paragraphs[0].text = "1"
    source.add_paragraph("Nurse")
    assert read(saved(source)).notes == ()


def test_text_boxes_count_once() -> None:
    box = f"<w:txbxContent>{p('boxed words')}</w:txbxContent>"
    document = read(
        body(
            "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            f"<w:p><w:r><mc:AlternateContent><mc:Fallback>{box.replace('boxed', 'older')}</mc:Fallback>"
            f"</mc:AlternateContent><mc:AlternateContent/></w:r></w:p>{p('After')}"
        )
    )
    assert document.text == "Before\nboxed words\nolder words\nAfter"
    assert [note.code for note in document.notes] == ["READ011"]


def test_content_controls_links_and_changes() -> None:
    document = read(
        body(
            f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('In a control')}</w:sdtContent></w:sdt>"
            "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:ins><w:r><w:t> new</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText> old</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom><!-- note --></w:p>"
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>lead</w:t>"
            "<w:tab/><w:t>2019</w:t></w:r></w:p>"
        )
    )
    assert document.text == "In a control\nlink new\nco-lead 2019"


def test_a_word_over_several_runs_is_whole() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    document = read(
        body(
            f"<w:p><w:r><w:t>S</w:t></w:r><w:r>{bold}<w:t>QL Ser</w:t></w:r><w:r><w:t></w:t></w:r>"
            "<w:r><w:t>ver side</w:t></w:r></w:p>"
        )
    )
    assert document.text == "SQL Server side"
    assert [word.bold for word in document.words] == [True, True, False]


def test_letter_spaced_headings_and_typed_bullets() -> None:
    document = read(body(p("E X P E R I E N C E") + p("• Wound care") + p("-") + p("PLAIN HEADING")))
    assert rows(document) == [
        (Role.HEADING, "EXPERIENCE"),
        (Role.LIST_ITEM, "Wound care"),
        (Role.BODY, "-"),
        (Role.HEADING, "PLAIN HEADING"),
    ]


def test_line_breaks_end_lines() -> None:
    document = read(
        body(
            "<w:p><w:r><w:t>Acme Works</w:t><w:br/><w:t>Nurse of</w:t><w:cr/><w:t>the ward</w:t></w:r></w:p>"
        )
    )
    assert document.text == "Acme Works\nNurse of\nthe ward"
    assert [line.block for line in document.lines] == [0, 1, 1]


def test_pages_are_counted() -> None:
    source = docx.Document()
    source.add_paragraph("one").add_run().add_break(WD_BREAK.PAGE)
    source.add_paragraph("two")
    document = read(saved(source))
    assert [line.page for line in document.lines] == [1, 2]
    rendered = read(
        body(
            p("one")
            + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
            + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>still two</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t> and three</w:t></w:r></w:p>"
        )
    )
    assert [(rendered.line_text(line), line.page) for line in rendered.lines] == [
        ("one", 1),
        ("two", 2),
        ("still two and three", 2),
    ]
    assert rendered.pages == 3


STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong line"/><w:basedOn w:val="Normal"/>
<w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Steps"/><w:basedOn w:val="Numbered"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b w:val="true"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="List Continue"/></w:style>
</w:styles>"""


def styled(style: str, extra: str = "") -> str:
    return f"<w:pPr><w:pStyle w:val='{style}'/>{extra}</w:pPr>"


def test_styles_are_looked_up_the_chain() -> None:
    data = body(
        p("a line that is plain, with nine words in it all")
        + p("strong", styled("Strong"))
        + "<w:p><w:pPr><w:pStyle w:val='Strong'/></w:pPr><w:r><w:rPr><w:b w:val='0'/><w:sz w:val='x'/></w:rPr>"
        + "<w:t>not so strong any more, in quite a long line here</w:t></w:r></w:p>"
        + p("level", styled("Level"))
        + p("step", styled("Numbered"))
        + p("no step", styled("Numbered", "<w:numPr><w:numId w:val='0'/></w:numPr>"))
        + p("listed", styled("Listed"))
        + p("unknown", styled("NoSuchStyle"))
        + "<w:p><w:r><w:rPr><w:rStyle w:val='Loud'/></w:rPr><w:t>loud</w:t></w:r></w:p>"
    )
    document = read(with_part(data, "word/styles.xml", STYLES))
    found = [(line.role, line.size, line.bold) for line in document.lines]
    assert found == [
        (Role.BODY, 10.5, False),
        (Role.HEADING, 15, True),
        (Role.BODY, 15, False),
        (Role.HEADING, 10.5, False),
        (Role.LIST_ITEM, 10.5, False),
        (Role.BODY, 10.5, False),
        (Role.LIST_ITEM, 10.5, False),
        (Role.BODY, 10.5, False),
        (Role.HEADING, 10.5, True),
    ]


def test_a_document_without_styles() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    data = with_part(body(p("Wound care")), "word/_rels/document.xml.rels", relations)
    document = read(with_part(data, "word/styles.xml", None))
    assert document.text == "Wound care"
    assert document.lines[0].size is not None


def test_nesting_without_end_is_cut() -> None:
    deep = "<w:sdt>" * 100 + p("deep") + "</w:sdt>" * 100
    inline = "<w:p>" + "<w:smartTag>" * 100 + "<w:r><w:t>deep</w:t></w:r>" + "</w:smartTag>" * 100 + "</w:p>"
    assert read(body(deep + inline + p("flat"))).text == "flat"


def failure(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.source == "resume.docx"
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        with_part(body(""), "word/document.xml", "<w:document"),
        with_part(body(""), "word/document.xml", None),
        with_part(body(""), "_rels/.rels", None),
        with_part(body(""), "[Content_Types].xml", "<Types/>"),
    ],
)
def test_packages_with_broken_parts(data: bytes) -> None:
    assert failure(data).code == "damaged"


def test_a_part_with_a_wrong_checksum() -> None:
    data = bytearray(body(p("word " * 500)))
    start = data.index(b"word/document.xml") + 200
    data[start : start + 20] = bytes(20)
    assert failure(bytes(data)).code == "damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_entities_are_refused(encoding: str) -> None:
    xml = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {W}>&a;</w:document>'
    data = with_part(body(""), "word/document.xml", xml.encode(encoding).decode("latin-1"))
    assert "entities" in failure(data).reason


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert failure(with_part(body(""), "word/media/a.bin", "a" * 3_000_000)).code == "too_large"
    for limit, value in (("MAX_ENTRIES", 3), ("MAX_TOTAL_BYTES", 100), ("MAX_PART_BYTES", 50)):
        with monkeypatch.context() as patched:
            patched.setattr(ooxml, limit, value)
            assert failure(body(p("x"))).code == "too_large"


def test_encrypted_entries() -> None:
    data = bytearray(body(p("x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = -1
        while (position := data.find(signature, position + 1)) >= 0:
            data[position + offset] |= 1
    assert failure(bytes(data)).code == "encrypted"


def test_an_empty_document() -> None:
    assert failure(saved(docx.Document())).code == "empty"
