"""DOCX to draft: headers, body with everything in it, footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from gapcheck.document import Format, ReadingNote, Role
from gapcheck.readers.docx_body import Body
from gapcheck.readers.docx_styles import Styles
from gapcheck.readers.draft import Draft, DraftLine
from gapcheck.readers.notes import note
from gapcheck.readers.ooxml import check_package, damaged


def read_docx(data: bytes, source: str) -> Draft:
    """Return the draft of a DOCX file. Raises ReadError when it is damaged, encrypted or a zip bomb."""
    check_package(data, source)
    document = _open(data, source)
    styles = Styles(_styles_root(document))
    body = Body(styles)
    body.add(document.element.body)
    headers = _margin_lines(document, styles, "header", Role.HEADER)
    footers = _margin_lines(document, styles, "footer", Role.FOOTER)
    lines = _numbered([*headers, *body.lines, *footers], len(headers), len(headers) + len(body.lines))
    outside = body.boxed or any(any(c.isalpha() for c in line.text) for line in (*headers, *footers))
    notes: tuple[ReadingNote, ...] = (note("READ011"),) if outside else ()
    return Draft(Format.DOCX, tuple(lines), pages=body.page, title=_title(document), notes=notes)


def _open(data: bytes, source: str) -> Any:
    import docx
    from docx.opc.exceptions import OpcError

    try:
        return docx.Document(BytesIO(data))
    # lxml's errors are SyntaxErrors; the others are parts that are missing or not what they should be.
    except (OpcError, SyntaxError, KeyError, ValueError, AttributeError) as error:
        raise damaged(source) from error


def _styles_root(document: Any) -> Any | None:
    try:
        return document.styles.element
    except (KeyError, AttributeError):
        return None


def _title(document: Any) -> str | None:
    try:
        return document.core_properties.title or None
    except (KeyError, ValueError, AttributeError):
        return None


def _margin_lines(document: Any, styles: Styles, kind: str, role: Role) -> list[DraftLine]:
    """Return the lines of all headers or footers, each text once."""
    found: dict[str, DraftLine] = {}
    for part in _parts(document, kind):
        body = Body(styles)
        body.add(part.element, role)
        for line in body.lines:
            found.setdefault(line.text, line)
    return list(found.values())


def _parts(document: Any, kind: str) -> Iterator[Any]:
    related = document.part.rels.values()
    for relation in sorted(related, key=lambda relation: str(relation.rId)):
        if (
            relation.reltype.endswith("/" + kind)
            and not relation.is_external
            and hasattr(relation.target_part, "element")
        ):
            yield relation.target_part


def _numbered(lines: list[DraftLine], body_start: int, body_end: int) -> Iterator[DraftLine]:
    """Give headers, body and footers block numbers that do not overlap."""
    offset, last = 0, -1
    for index, line in enumerate(lines):
        if index in {body_start, body_end}:
            offset = last + 1
        placed = replace(line, block=line.block + offset)
        last = max(last, placed.block)
        yield placed
