"""schema.org JobPosting in a page's JSON-LD: https://schema.org/JobPosting."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gapcheck.document import Role
from gapcheck.readers.draft import DraftLine, plain_words
from gapcheck.readers.markup import html_lines
from gapcheck.readers.normalise import one_line

_SCRIPT = re.compile(
    r"<script[^>]{0,300}type\s{0,9}=\s{0,9}[\"']?application/ld\+json[^>]{0,300}>", re.IGNORECASE
)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&(?:amp;)*lt;/?(?:p|br|ul|li|div|b|strong|h[1-6]|span|em|ol)\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|b|strong|h[1-6]|span|em|i|u|table)\b", re.IGNORECASE)
_MAX_DEPTH = 12
# Properties that may hold more than the description, with the heading they get.
_SECTIONS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
)


@dataclass(frozen=True, slots=True)
class JobPosting:
    """What a page states about its job; texts are HTML fragments."""

    title: str | None
    employer: str | None
    description: str
    sections: tuple[tuple[str, str], ...]


def find_job_posting(page: str) -> JobPosting | None:
    """Return the first JobPosting in the page's JSON-LD, None where there is none or it cannot be parsed."""
    for script in _scripts(page):
        for node in _nodes(_load(script)):
            if _is_posting(node):
                return _posting(node)
    return None


def posting_lines(posting: JobPosting) -> list[DraftLine]:
    """Return title, description and those further properties that the description does not contain."""
    lines = [DraftLine(plain_words(one_line(posting.title)), role=Role.HEADING)] if posting.title else []
    body = html_lines(_unescape(posting.description))
    lines += body
    known = _letters(" ".join(line.text for line in body))
    for heading, fragment in posting.sections:
        section = html_lines(_unescape(fragment))
        if section and not all(_letters(line.text) in known for line in section):
            lines += [DraftLine(plain_words(heading), role=Role.HEADING), *section]
    return (
        [replace(line, block=index) for index, line in enumerate(lines)] if body or posting.sections else []
    )


def _scripts(page: str) -> Iterator[str]:
    position = 0
    while (start := _SCRIPT.search(page, position)) and (end := _SCRIPT_END.search(page, start.end())):
        yield page[start.end() : end.start()]
        position = end.end()


def _load(script: str) -> object:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Yield all objects in a JSON value, outer ones first."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, depth + 1)


def _is_posting(node: dict[str, object]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.rsplit("/", 1)[-1] == "JobPosting" for name in kinds)


def _posting(node: dict[str, object]) -> JobPosting:
    sections = tuple((heading, text) for name, heading in _SECTIONS if (text := _text(node.get(name))))
    return JobPosting(
        title=_plain(node.get("title")) or _plain(node.get("name")),
        employer=_plain(node.get("hiringOrganization")),
        description=_text(node.get("description")),
        sections=sections,
    )


def _text(value: object) -> str:
    """Return the words of a property: text, a list of texts, or an object with a name or description."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        items = [item for item in map(_text, value) if item]
        return items[0] if len(items) == 1 else "".join(f"<li>{item}</li>" for item in items)
    if isinstance(value, dict):
        for name in ("name", "description", "credentialCategory"):
            if text := _text(value.get(name)):
                return text
        months = value.get("monthsOfExperience")
        return f"{months} months of experience" if isinstance(months, int | str) and months else ""
    return ""


def _plain(value: object) -> str | None:
    lines = html_lines(_unescape(_text(value)))
    return " ".join(line.text for line in lines) or None


def _unescape(fragment: str) -> str:
    """Undo escaping of the whole fragment, which many sites do once or twice too often."""
    for _ in range(3):
        if not _ESCAPED_TAG.search(fragment):
            break
        fragment = html.unescape(fragment)
    return fragment if _TAG.search(fragment) else fragment.replace("\n", "<br>")


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
