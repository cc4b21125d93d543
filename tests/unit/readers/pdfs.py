"""Small PDFs written byte by byte, so that a test says exactly what stands where."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 612.0, 792.0
REGULAR, BOLD, ITALIC = "F1", "F2", "F3"
_FONTS = {REGULAR: "Helvetica", BOLD: "Helvetica-Bold", ITALIC: "Times-Italic"}


@dataclass(frozen=True, slots=True)
class Text:
    """A string at a place; `y` is measured from the top of the page, as in a Document."""

    x: float
    y: float
    text: str
    size: float = 10.0
    font: str = REGULAR
    spacing: float = 0.0


def content(texts: Sequence[Text], height: float = HEIGHT) -> bytes:
    """Return the content stream that shows `texts`."""
    return "\n".join(_shown(text, height) for text in texts).encode("cp1252")


def _shown(text: Text, height: float) -> str:
    escaped = text.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"1 0 0 1 {text.x} {height - text.y} Tm"
    return f"BT /{text.font} {text.size} Tf {text.spacing} Tc {place} ({escaped}) Tj ET"


def lines(*rows: str, x: float = 72, y: float = 72, size: float = 10, leading: float = 12) -> list[Text]:
    """Return texts one below the other."""
    return [Text(x, y + index * leading, row, size) for index, row in enumerate(rows)]


def pdf(*pages: Sequence[Text] | bytes, page_entries: str = "", packed: bool = False) -> bytes:
    """Return a PDF with one page for each list of texts (or content stream)."""
    streams = [page if isinstance(page, bytes) else content(page) for page in pages]
    fonts = 3 + 2 * len(streams)
    names = " ".join(f"/{name} {fonts + index} 0 R" for index, name in enumerate(_FONTS))
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(streams)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(streams)}>>".encode(),
    ]
    for index, stream in enumerate(streams):
        box = "" if "MediaBox" in page_entries else f"/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        page = (
            f"<</Type/Page/Parent 2 0 R{box}/Contents {4 + 2 * index} 0 R"
            f"/Resources<</Font<<{names}>>>>{page_entries}>>"
        )
        body = zlib.compress(stream) if packed else stream
        filtered = "/Filter/FlateDecode" if packed else ""
        entries = f"<</Length {len(body)}{filtered}>>\nstream\n"
        objects += [page.encode(), entries.encode() + body + b"\nendstream"]
    font = "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding/WinAnsiEncoding>>"
    objects += [font.format(name).encode() for name in _FONTS.values()]
    return assemble(objects)


def assemble(objects: Sequence[bytes]) -> bytes:
    """Return a PDF file with these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, xref)
    return bytes(out)
