"""A person's resume as a Word file, with real heading and list styles, in six habits of Word users.

plain (dates behind a right tab), table (a column of dates, a ruled matrix), text-box (skills in a box at the
side), page-header (name and contact in the header of the page), controls (name in content controls),
hyperlink (a link in the contact line).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx_parts import add_link, into_content_control, into_text_box, pack, strip_template
from people import Entry, Person, Section

_A4, _LETTER = (595, 842), (612, 792)  # points
_MARGIN = 60
_SIDE = (400, 130, 155, 560)  # the text box: left, top, width, height in points
_SIDE_FILL = "E6EDF1"
_DATES_WIDTH = 100
_NAME_SIZE, _HEADLINE_SIZE = 22, 13


@dataclass(frozen=True, slots=True)
class _Look:
    font: str
    size: float
    colour: str


_LOOKS = {
    "plain": _Look("Times New Roman", 11, "000000"),
    "table": _Look("Cambria", 10.5, "333333"),
    "text-box": _Look("Calibri", 11, "1F3A4D"),
    "page-header": _Look("Georgia", 10.5, "0B6E69"),
    "controls": _Look("Arial", 11, "2F5496"),
    "hyperlink": _Look("Calibri", 11, "000000"),
}


class _Writer:
    """Writes one person's words into one document."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.layout = person.layouts["docx"]
        self.document: Any = Document()
        strip_template(self.document)
        self._set_page()
        self._set_styles(_LOOKS[self.layout])

    def write(self) -> bytes:
        """Return the file."""
        top = self._identity()
        aside = [section for section in self.person.sections if self.layout == "text-box" and section.aside]
        boxed = [paragraph for section in aside for paragraph in self._section(section)]
        if boxed:
            into_text_box(top, boxed, _SIDE, _SIDE_FILL)
        for section in self.person.sections:
            if section not in aside:
                self._section(section)
        return pack(self.document, self.person.name, f"{self.person.name}: {self.person.headline}")

    def _set_page(self) -> None:
        page = self.document.sections[0]
        page.page_width, page.page_height = map(Pt, _LETTER if self.person.american else _A4)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Pt(_MARGIN)
        self._width = (_LETTER if self.person.american else _A4)[0] - 2 * _MARGIN

    def _set_styles(self, look: _Look) -> None:
        colour = RGBColor.from_string(look.colour)
        sizes = {"Normal": look.size, "Heading 1": 14, "Heading 2": look.size, "Title": 22, "Subtitle": 13}
        for name, size in sizes.items():
            style = self.document.styles[name]
            style.font.name, style.font.size = look.font, Pt(size)
            fonts = style.element.rPr.rFonts
            for key in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[key]  # a theme font would win over the one just set
            if name not in {"Normal", "Heading 2"}:
                style.font.color.rgb = colour
        self.document.styles["Heading 2"].font.color.rgb = RGBColor(0, 0, 0)
        for name in ("Normal", "List Bullet"):
            self.document.styles[name].paragraph_format.space_after = Pt(3)
        language = self.document.styles.element.find(f".//{qn('w:lang')}")
        language.set(qn("w:val"), "en-US" if self.person.american else "en-GB")

    def _identity(self) -> Any:
        """Write name, headline and contact; return the last of their paragraphs."""
        if self.layout == "page-header":
            return self._identity_in_header()
        name = self.document.add_paragraph(self.person.name, "Title")
        headline = self.document.add_paragraph(self.person.headline, "Subtitle")
        contact = self.document.add_paragraph()
        if self.layout == "hyperlink":
            *others, mail = self.person.contact
            contact.add_run(" | ".join(others) + " | ")
            add_link(contact, mail, f"mailto:{mail}")
        else:
            contact.add_run(" | ".join(self.person.contact))
        if self.layout == "controls":
            into_content_control(name, "Your name")
            into_content_control(headline, "Job title")
        return contact

    def _identity_in_header(self) -> Any:
        header = self.document.sections[0].header
        name = header.paragraphs[0]
        run = name.add_run(self.person.name)
        run.bold, run.font.size = True, Pt(_NAME_SIZE)
        header.add_paragraph().add_run(self.person.headline).font.size = Pt(_HEADLINE_SIZE)
        return header.add_paragraph(" | ".join(self.person.contact))

    def _section(self, section: Section) -> list[Any]:
        """Write a section; return its paragraphs outside of tables."""
        added = [self.document.add_paragraph(section.heading, "Heading 1")]
        added += [self.document.add_paragraph(text) for text in section.paragraphs]
        if section.entries and self.layout == "table":
            self._entry_table(section.entries)
        else:
            added += [paragraph for entry in section.entries for paragraph in self._entry(entry)]
        for group in section.groups:
            added.append(self.document.add_paragraph())
            added[-1].add_run(f"{group.label}:").bold = True
            added[-1].add_run(f" {', '.join(group.items)}")
        added += [self.document.add_paragraph(item, "List Bullet") for item in section.items]
        if section.rows:
            self._matrix(section.rows)
        return added

    def _entry(self, entry: Entry) -> list[Any]:
        head = self.document.add_paragraph(entry.title, "Heading 2")
        place = self.document.add_paragraph()
        place.add_run(entry.place).italic = True
        if self.layout == "plain":
            head.paragraph_format.tab_stops.add_tab_stop(Pt(self._width), WD_TAB_ALIGNMENT.RIGHT)
            head.add_run(f"\t{entry.dates}").bold = False
        else:
            place.add_run(f", {entry.dates}")
        rest = [self.document.add_paragraph(point, "List Bullet") for point in entry.points]
        if entry.note:
            rest.append(self.document.add_paragraph(entry.note))
        return [head, place, *rest]

    def _entry_table(self, entries: tuple[Entry, ...]) -> None:
        table = self.document.add_table(rows=0, cols=2)
        table.autofit = False
        for entry in entries:
            dates, story = table.add_row().cells
            dates.width, story.width = Pt(_DATES_WIDTH), Pt(self._width - _DATES_WIDTH)
            dates.text = entry.dates
            story.paragraphs[0].add_run(entry.title).bold = True
            story.paragraphs[0].add_run(f", {entry.place}")
            for point in entry.points:
                story.add_paragraph(point, "List Bullet")
            if entry.note:
                story.add_paragraph(entry.note)

    def _matrix(self, rows: tuple[tuple[str, ...], ...]) -> None:
        table = self.document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for index, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = index == 0


def write_docx(person: Person) -> bytes:
    """Return the Word file of a person's resume."""
    return _Writer(person).write()
