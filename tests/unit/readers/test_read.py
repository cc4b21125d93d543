import io
import sys
from pathlib import Path

import pytest

from gapcheck import readers
from gapcheck.document import Format
from gapcheck.errors import ExitCode, ReadError
from gapcheck.readers import read, read_bytes, read_text
from tests.unit.readers.pdfs import lines, pdf


def failure(source: str | Path) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(source)
    assert caught.value.exit_code == ExitCode.FAILED
    assert caught.value.source == str(source)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_file_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "job.txt"
    path.write_text("Staff nurse", encoding="utf-8")
    document = read(path)
    assert (document.source, document.text, document.format) == (str(path), "Staff nurse", Format.TEXT)
    assert read(str(path)) == document


@pytest.mark.parametrize("data", [b"Staff nurse", b"<html><p>Staff nurse</p>", pdf(lines("Staff nurse"))])
def test_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    document = read("-")
    assert (document.source, document.text) == ("-", "Staff nurse")


def test_missing_files(tmp_path: Path) -> None:
    assert failure(tmp_path / "no.pdf").code == "not_found"
    (tmp_path / "file").write_text("x")
    assert failure(tmp_path / "file" / "no.pdf").code == "not_found"
    assert failure(tmp_path).code == "is_directory"
    assert failure("a" * 5000).code == "not_found"


def test_files_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "job.txt"
    path.write_text("x")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert failure(path).code == "permission"


def test_large_files_are_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "job.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert failure(path).code == "too_large"


def test_large_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_FILE_BYTES", 10)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 100)))
    assert failure("-").code == "too_large"


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"---\n\n***", b"<html></html>", "\u200b".encode()],
)
def test_empty_files(data: bytes) -> None:
    with pytest.raises(ReadError, match="no text in it") as caught:
        read_bytes(data, "job")
    assert caught.value.code == "empty"


def test_text_in_memory() -> None:
    assert read_text("Staff nurse").source == "<text>"
    assert read_text("lone \ud800 surrogate").text == "lone surrogate"
    with pytest.raises(ReadError):
        read_text("  \n")


def test_guessed_encodings_are_said() -> None:
    document = read_bytes("café".encode("cp1252"), "job.txt")
    assert [note.code for note in document.notes] == ["READ012"]
    assert document.notes[0].fix


def test_no_library_is_loaded_for_plain_text() -> None:
    import subprocess

    program = (
        "import sys; from gapcheck.readers import read_text; read_text('Staff nurse');"
        "print(sorted({'pypdf', 'pypdfium2', 'docx', 'lxml', 'trafilatura', 'spacy', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
