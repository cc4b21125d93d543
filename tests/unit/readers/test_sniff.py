import zipfile
from io import BytesIO

import pytest

from gapcheck.document import Format
from gapcheck.errors import ReadError
from gapcheck.readers.sniff import sniff


def archive(**files: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in files.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return out.getvalue()


WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}


@pytest.mark.parametrize(
    ("data", "source", "expected"),
    [
        (b"%PDF-1.7 ...", "resume.txt", Format.PDF),
        (b"\n\njunk before %PDF-1.4", "-", Format.PDF),
        (archive(**WORD), "resume.pdf", Format.DOCX),
        (b"<!DOCTYPE html><p>x", "-", Format.HTML),
        (b"<p>x</p>", "job.HTML", Format.HTML),
        ("<html>".encode("utf-16"), "job", Format.HTML),
        (b"# Nurse", "job.md", Format.MARKDOWN),
        (b"Nurse", "job.txt", Format.TEXT),
        (b"Nurse", "-", Format.TEXT),
        (b"<html> shown as it is", "notes.md", Format.MARKDOWN),
    ],
)
def test_known_formats(data: bytes, source: str, expected: Format) -> None:
    assert sniff(data, source) is expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{\\rtf1 x}", "RTF"),
        (b"\x89PNG\r\n\x1a\n...", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "picture (JPEG)"),
        (b"RIFF....WEBP", "picture"),
        (b"\x00\x00\x00\x18ftypheic", "picture"),
        (b"\x7fELF\x02", "program"),
        (b"%!PS-Adobe", "PostScript"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "legacy Office file (.doc)"),
        (archive(**{"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "Excel"),
        (archive(**{"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), "PowerPoint"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (archive(mimetype="application/epub+zip"), "EPUB"),
        (archive(**{"Index/Document.iwa": "x"}), "Pages"),
        (archive(**{"a.txt": "x"}), "ZIP archive"),
    ],
)
def test_known_and_not_read(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=r"try again|Unpack|Give|Convert") as caught:
        sniff(data, "file")
    assert caught.value.code == "wrong_type"
    assert words in caught.value.reason


def test_encrypted_office_files_are_told_from_old_ones() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ReadError) as caught:
        sniff(data, "resume.docx")
    assert caught.value.code == "encrypted"


@pytest.mark.parametrize("data", [b"PK\x03\x04 cut off", archive(**WORD)[:-30]])
def test_damaged_archives(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        sniff(data, "resume.docx")
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("source", ["resume.pdf", "resume.DOCX"])
def test_a_name_that_promises_more_than_the_file_holds(source: str) -> None:
    with pytest.raises(ReadError, match="whatever its name says"):
        sniff(b"just words", source)
