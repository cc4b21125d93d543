"""Files that are named by an address (s3://…, memory://…), through fsspec; what a cluster reads and writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from gapcheck.batch.fields import Fields, safe_name
from gapcheck.batch.find import find_inputs, find_local, is_taken, is_url, open_local
from gapcheck.batch.inputs import File, Given, Input, Unusable
from gapcheck.errors import GapcheckError, ReadError
from gapcheck.readers import MAX_FILE_BYTES, read_file

EXTRA = "Install it: pip install 'gapcheck[dask]'"


def find_anywhere(arguments: Iterable[str], fields: Fields) -> Iterator[Input]:
    """As `find.find_inputs`, with addresses as well; local files are read here, for a cluster may not see them."""
    for item in find_inputs(arguments, fields, find=_find, open_file=_open):
        match item.content:
            case File(path) if not is_url(path):
                yield _with_bytes(item, path)
            case _:
                yield item


def read_url(url: str) -> bytes:
    """The bytes of a file. Raises ReadError when it cannot be read; too large a one is read just beyond the limit."""
    try:
        with _open(url) as file:
            return file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise ReadError(url, "there is no such file", "Check the address", code="not_found") from error
    except Exception as error:  # every kind of storage has errors of its own
        raise _unreadable(url, error) from error


@contextmanager
def open_output(url: str) -> Iterator[BinaryIO]:
    """A file to be written, which is there only when all of it is. Raises GapcheckError when that is not possible."""
    file = _begin(url)
    try:
        yield file
    except BaseException:
        file.discard()
        raise
    file.close()
    file.commit()


def _begin(url: str) -> Any:
    try:
        system, path = _fsspec().core.url_to_fs(url)
        return system.open(path, "wb", autocommit=False)
    except GapcheckError:
        raise
    except Exception as error:  # every kind of storage has errors of its own
        reason = f"cannot be written ({type(error).__name__}: {safe_name(str(error))[:200]})"
        raise GapcheckError(
            url, reason, "Choose another address with --output", code="not_written"
        ) from error


def _find(argument: str) -> Iterator[str | Input]:
    if not is_url(argument):
        yield from find_local(argument)
        return
    try:
        names = _names(argument)
    except GapcheckError:
        raise
    except Exception as error:
        raise _unreadable(argument, error) from error
    if not names:
        yield Input(safe_name(argument), Unusable("not_found", "there is nothing there", "Check the address"))
    yield from names


def _names(url: str) -> list[str]:
    """The files that an address means: itself, those below a folder, or those that fit a pattern."""
    system, path = _fsspec().core.url_to_fs(url)
    if system.isdir(path):
        found = [name for name in system.find(path) if is_taken(name.rsplit("/", 1)[-1])]
    elif any(sign in path for sign in "*?["):
        found = [name for name in system.glob(path) if not system.isdir(name)]
    else:
        return [url]
    return [system.unstrip_protocol(name) for name in sorted(found)]


def _open(path: str) -> BinaryIO:
    return _fsspec().open(path, "rb").open() if is_url(path) else open_local(path)


def _with_bytes(item: Input, path: str) -> Input:
    try:
        return Input(item.source, Given(read_file(path), path))
    except ReadError as error:
        return Input(item.source, Unusable(error.code, error.reason, error.remedy))


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise GapcheckError("--scheduler", "fsspec is not installed", EXTRA, code="missing_extra") from error
    return fsspec


def _unreadable(url: str, error: Exception) -> ReadError:
    reason = f"it cannot be read ({type(error).__name__}: {safe_name(str(error))[:200]})"
    return ReadError(url, reason, "Check the address and that its storage is installed", code="unreadable")
