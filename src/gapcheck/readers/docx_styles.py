"""Formatting of DOCX text: size and weight of a run, and whether its paragraph is a heading or a list item.

Office Open XML looks a property up on the run, its character style, the paragraph's style and the styles that
is based on, then the document defaults (ECMA-376 part 1, section 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEFAULT_SIZE = 10.0  # points, where a document states none
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Format:
    """Size in points and weight of a run."""

    size: float
    bold: bool


class Styles:
    """The styles of one document; `root` is the `w:styles` element, None where there are no styles."""

    def __init__(self, root: Any | None) -> None:
        self._styles = (
            {} if root is None else {style.get(W + "styleId"): style for style in root.iter(W + "style")}
        )
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = [] if defaults is None else [defaults]
        self._normal = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}
            ),
            None,
        )

    def run_format(self, run: Any, paragraph: Any) -> Format:
        """Return size and weight of a run in a paragraph."""
        sources = list(self._run_properties(run, paragraph))
        size = next((value for props in sources if (value := _size(props)) is not None), _DEFAULT_SIZE)
        bold = next((value for props in sources if (value := _flag(props, "b")) is not None), False)
        return Format(size, bold)

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the paragraph or its style, or one that is based on, is a heading or title."""
        for properties, name in self._paragraph_chain(paragraph):
            if name.startswith(("heading", "title", "subtitle", "section")):
                return True
            level = None if properties is None else properties.find(W + "outlineLvl")
            if level is not None and level.get(W + "val", "9") < "9":
                return True
        return False

    def is_list_item(self, paragraph: Any) -> bool:
        """Whether the paragraph is numbered or has a bullet, by itself or by its style."""
        for properties, name in self._paragraph_chain(paragraph):
            number = None if properties is None else properties.find(f"{W}numPr/{W}numId")
            if number is not None:
                return bool(number.get(W + "val", "0") != "0")
            if name.startswith("list") and name != "list paragraph":
                return True
        return False

    def _run_properties(self, run: Any, paragraph: Any) -> Iterator[Any]:
        own = run.find(W + "rPr")
        if own is not None:
            yield own
            style = own.find(W + "rStyle")
            if style is not None:
                yield from (
                    p for s in self._chain(style.get(W + "val")) if (p := s.find(W + "rPr")) is not None
                )
        for style in self._chain(_style_id(paragraph) or self._normal):
            properties = style.find(W + "rPr")
            if properties is not None:
                yield properties
        yield from self._defaults

    def _paragraph_chain(self, paragraph: Any) -> Iterator[tuple[Any | None, str]]:
        yield paragraph.find(W + "pPr"), ""
        for style in self._chain(_style_id(paragraph) or self._normal):
            name = style.find(W + "name")
            yield style.find(W + "pPr"), "" if name is None else name.get(W + "val", "").lower()

    def _chain(self, style_id: str | None) -> Iterator[Any]:
        """Yield a style and those it is based on; a circle ends it."""
        seen: set[str] = set()
        while style_id is not None and style_id not in seen and style_id in self._styles:
            seen.add(style_id)
            style = self._styles[style_id]
            yield style
            based_on = style.find(W + "basedOn")
            style_id = None if based_on is None else based_on.get(W + "val")


def _style_id(paragraph: Any) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(W + "val")


def _size(properties: Any) -> float | None:
    size = properties.find(W + "sz")
    try:
        return None if size is None else float(size.get(W + "val")) / 2
    except (TypeError, ValueError):
        return None


def _flag(properties: Any, name: str) -> bool | None:
    flag = properties.find(W + name)
    return None if flag is None else flag.get(W + "val", "1") not in _OFF
