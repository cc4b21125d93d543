"""What python-docx cannot make: text boxes, content controls, links, and a file that is always the same."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import RGBColor

_DAY = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)  # any fixed day: a rebuild must give the same bytes
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest day a ZIP file can state
_EMU = 12_700  # English metric units in a point
# Parts of python-docx's template that nothing needs, and the table styles that something does.
_BALLAST = ("stylesWithEffects", "customXml", "thumbnail")
_KEPT_TABLE_STYLES = {"TableNormal", "TableGrid"}
_TEXT_BOX = """
<w:r {namespaces}><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Text Box 1"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr rot="0" vert="horz" wrap="square" anchor="t"/>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape id="TextBox1"
 style="position:absolute;margin-left:{x_pt}pt;margin-top:{y_pt}pt;width:{w_pt}pt;height:{h_pt}pt;
mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
 fillcolor="#{fill}" stroked="f"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>
"""
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}


def into_text_box(anchor: Any, paragraphs: list[Any], box: tuple[int, int, int, int], fill: str) -> None:
    """Move paragraphs into a text box hung on the paragraph `anchor`.

    `box` is left, top, width and height in points from the corner of the page. As Word does it, the words are
    in the file twice: for programs that know the new drawing format, and for those that do not.
    """
    x, y, width, height = box
    xml = _TEXT_BOX.format(
        namespaces=" ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items()),
        x=x * _EMU,
        y=y * _EMU,
        width=width * _EMU,
        height=height * _EMU,
        x_pt=x,
        y_pt=y,
        w_pt=width,
        h_pt=height,
        fill=fill,
    )
    run = parse_xml("".join(xml.split("\n")))
    new, old = run.iter(qn("w:txbxContent"))
    for paragraph in paragraphs:
        old.append(deepcopy(paragraph._p))
        new.append(paragraph._p)
    anchor._p.append(run)


def into_content_control(paragraph: Any, name: str) -> None:
    """Wrap a paragraph in a content control, as the fields of Word's own templates are."""
    control, properties, alias, content = map(OxmlElement, ("w:sdt", "w:sdtPr", "w:alias", "w:sdtContent"))
    alias.set(qn("w:val"), name)
    properties.append(alias)
    paragraph._p.addprevious(control)
    content.append(paragraph._p)
    control.append(properties)
    control.append(content)


def add_link(paragraph: Any, text: str, address: str) -> None:
    """Append a hyperlink to a paragraph."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    run.underline, run.font.color.rgb = True, RGBColor(0x05, 0x63, 0xC1)
    link.append(run._r)
    paragraph._p.append(link)


def strip_template(document: Any) -> None:
    """Leave out of python-docx's template what is not used; it is nine tenths of it."""
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if any(word in relation.reltype for word in _BALLAST):
                del relations[key]
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _KEPT_TABLE_STYLES:
            styles.remove(style)


def pack(document: Any, author: str, title: str) -> bytes:
    """Return the file.

    Properties and times are fixed, and members are not compressed: what deflate gives depends on the zlib.
    """
    properties = document.core_properties
    properties.author = properties.last_modified_by = author
    properties.title, properties.comments, properties.revision = title, "", 1
    properties.created = properties.modified = _DAY
    raw, packed = BytesIO(), BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_DAY)
            member.create_system = 0  # else the operating system that built the file is in it
            target.writestr(member, source.read(name))
    return packed.getvalue()
