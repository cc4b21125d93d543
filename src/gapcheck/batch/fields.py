"""Which fields of a record hold a posting's text, title, id and employer.

Told by the user, else found by their names, which are compared without case, blanks and punctuation. A record is
judged by itself, so that its reading depends on no other record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.readers.jobposting import JobPosting
from gapcheck.readers.normalise import one_line

Record = Mapping[str, object]

_TEXT = tuple(
    "text description jobdescription jobtext fulltext fulldescription descriptiontext descriptionhtml body content "
    "html posting jobposting jobad advert advertisement details jobdetails summary jobsummary".split()
)
_TITLE = tuple("title jobtitle positiontitle postingtitle position role headline name".split())
_ID = tuple(
    "id jobid postingid positionid vacancyid jobpostingid identifier uid uuid guid ref reference".split()
)
_EMPLOYER = tuple(
    "hiringorganization employer company companyname org organization organisation employername".split()
)
_SECTIONS = (
    ("Responsibilities", ("responsibilities", "duties", "keyresponsibilities")),
    ("Requirements", ("requirements", "jobrequirements")),
    ("Qualifications", ("qualifications", "education", "educationrequirements")),
    ("Minimum qualifications", ("minimumqualifications", "minimum", "requiredqualifications", "required")),
    ("Preferred qualifications", ("preferredqualifications", "preferred", "nicetohave")),
    ("Skills", ("skills", "requiredskills", "skillsrequired")),
    ("Experience", ("experience", "experiencerequirements")),
)
"""Parts that some sources keep beside the description, with the heading each gets in the text."""
_FREE_TEXT = 100
"""Characters from which the longest field of a record without a known name counts as its text."""
_LONGEST_ID = 120


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of fields as the user gave them, inner ones with dots (`job.description`); empty where to be found."""

    text: tuple[str, ...] = ()
    title: str | None = None
    id: str | None = None


class NoTextFieldError(Exception):
    """The record has no field that could be a posting's text; the message says which fields it has."""


def posting_of(record: Record, fields: Fields) -> JobPosting:
    """The parts of the posting in a record. Raises `NoTextFieldError` where none could be its text."""
    known = {_plain(name): value for name, value in record.items()}
    title = _told(record, fields.title) if fields.title else _first(known, _TITLE)
    return JobPosting(
        title=one_line(title) or None,
        employer=one_line(_first(known, _EMPLOYER)) or None,
        description=_description(record, known, fields.text),
        sections=() if fields.text else tuple(_sections(known)),
    )


def id_of(record: Record, fields: Fields) -> str | None:
    """The record's own id on one line, None where it has none."""
    found = (
        _told(record, fields.id)
        if fields.id
        else _first({_plain(name): value for name, value in record.items()}, _ID)
    )
    return safe_name(found)[:_LONGEST_ID] or None


def safe_name(text: str) -> str:
    """The text on one line, in characters that UTF-8 can say (file names may hold others)."""
    return " ".join(text.encode("utf-8", "backslashreplace").decode().split())


def _description(record: Record, known: Record, told: Sequence[str]) -> str:
    if told:
        texts = [text for name in told if (text := _told(record, name)).strip()]
        if not texts and not any(_has(record, name) for name in told):
            raise NoTextFieldError(_fields_of(record))
        return "\n\n".join(texts)
    found = _first(known, _TEXT)
    if found or any(name in known for name in _TEXT) or any(_sections(known)):
        return found
    longest = max((value for value in record.values() if isinstance(value, str)), key=len, default="")
    if len(longest) < _FREE_TEXT:
        raise NoTextFieldError(_fields_of(record))
    return longest


def _sections(known: Record) -> Iterator[tuple[str, str]]:
    """Parts beside the description; a whole `text` holds them already."""
    if _text(known.get("text")):
        return
    for heading, names in _SECTIONS:
        if text := _first(known, names):
            yield heading, text


def _first(known: Record, names: Sequence[str]) -> str:
    return next((text for name in names if (text := _text(known.get(name))).strip()), "")


def _told(record: Record, name: str) -> str:
    return _text(_value(record, name))


def _has(record: Record, name: str) -> bool:
    return name in record or _value(record, name) is not None


def _value(record: Record, name: str) -> object:
    """Value of a field by its exact name, else by the way through inner records."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _text(value: object) -> str:
    """Words of a value: a text, a number, a list of texts, or an object with a name (schema.org)."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return "\n".join(f"- {text}" if len(value) > 1 else text for item in value if (text := _text(item)))
    if isinstance(value, Mapping):
        return next((text for name in ("name", "value", "text") if (text := _text(value.get(name)))), "")
    return ""


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _fields_of(record: Record) -> str:
    return ", ".join(safe_name(name) for name in list(record)[:12]) or "none"
