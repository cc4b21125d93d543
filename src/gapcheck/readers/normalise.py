"""Text normalised once, on reading: what looks the same to a person is the same to all later stages.

NFC first, so that NFC and NFD input end up equal; then compatibility forms (ligatures, full-width letters,
odd blanks) are spelled out, invisible characters dropped and line breaks made one kind.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# ECMA-48 escape sequences: CSI (colours, cursor), OSC and the other string sequences, two-character escapes.
_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]?"
    r"|\x9b[0-?]*[ -/]*[@-~]?"
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SUSPICIOUS = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
# UTF-8 read as Windows-1252 by whatever wrote the file: "nurseâ€™s", "whileÂ working".
# Longer keys first; the third byte is often lost on the way.
_MOJIBAKE = {
    "â€™": "’", "â€˜": "‘", "â€œ": "“", "â€\x9d": "”", "â€“": "–", "â€”": "—", "â€¢": "•", "â€¦": "…", "â€‹": "",
    "â€\x90": "-", "ï‚§": "•", "ï‚·": "•", "ï¼\x8d": "-", "ï¼": "-", "Ã©": "é", "Ã¨": "è", "â€": "”",
}  # fmt: skip
_BROKEN = re.compile("|".join(map(re.escape, _MOJIBAKE)))
# An apostrophe that an older code page did not have: "a master?s degree".
_LOST_APOSTROPHE = re.compile(r"(?<=[a-z])\?(?=s [a-z])")
_STRAY = re.compile(r"Â+(?=[\x80-\xbf\s]|$)")
# The dash that a word processor makes of the hyphen in a telephone number.
_PHONE_DASH = re.compile(r"(?<!\d)(\d{3})[–—](\d{4})(?!\d)")
_BLANKS = re.compile(r"[ \t]+")

# NFKC would turn "2½ years" into "21⁄2 years", "m²" into "m2" and "Scrum™" into "ScrumTM".
_KEPT_FORMS = ("<super>", "<sub>", "<fraction>", "<circle>")
_SPELLED = {
    "\u2010": "-",  # hyphen
    "\u2011": "-",  # non-breaking hyphen
    "\u00b4": "'",  # acute accent, typed for an apostrophe
    "\u02bc": "\u2019",  # modifier letter apostrophe
}


def normalise(text: str) -> str:
    """Return `text` in the one form that all later stages see; line breaks are kept as LF.

    Idempotent, and equal for canonically equivalent input (NFC, NFD).
    """
    while (changed := _normalised_once(text)) != text:
        text = changed
    return text


def _normalised_once(text: str) -> str:
    """One pass; taking out what is invisible can bring together what a second pass then mends."""
    if "?s " in text:
        text = _LOST_APOSTROPHE.sub("’", text)
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    text = _BROKEN.sub(_mended, _STRAY.sub("", text))
    text = _PHONE_DASH.sub(r"\1-\2", _LINE_BREAKS.sub("\n", _ESCAPES.sub("", text)))
    spelled = {ord(char): new for char in set(text) if (new := _spell_out(char)) != char}
    return unicodedata.normalize("NFC", text.translate(spelled)) if spelled else text


def has_controls(text: str) -> bool:
    """Whether the text holds control sequences or characters that hide or reorder text (READ009)."""
    return _SUSPICIOUS.search(text) is not None


def one_line(text: str) -> str:
    """Return normalised text without line breaks and with single blanks."""
    return " ".join(normalise(text).split())


def squeeze(line: str) -> str:
    """Return a normalised line with single blanks and none at its ends."""
    return (_BLANKS.sub(" ", line) if "  " in line or "\t" in line else line).strip()


def _mended(match: re.Match[str]) -> str:
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if match.group() == "â€" and all(char.isalnum() for char in around):
        return "-"  # U+2010; elsewhere it is a closing quotation mark
    return _MOJIBAKE[match.group()]


@lru_cache(maxsize=4096)
def _spell_out(char: str) -> str:
    if char in _SPELLED:
        return _SPELLED[char]
    if char in "\n\t" or " " <= char <= "~":
        return char
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Co", "Cn", "Cs"} or 0xFE00 <= ord(char) <= 0xFE0F:
        return ""
    if category == "Zs":
        return " "
    return _compatible(char)


def _compatible(char: str) -> str:
    if unicodedata.decomposition(char).startswith(_KEPT_FORMS):
        return char
    spelled = unicodedata.normalize("NFKC", char)
    # Spacing accents decompose to a blank and a combining mark, which would tear a word apart.
    return char if " " in spelled else "".join(_spell_out(c) if c != char else c for c in spelled)
