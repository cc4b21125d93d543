"""spaCy's English tokenizer, with the terms of postings kept whole.

The settings are saved with the pipeline, so nothing here is needed to use it.
"""

import re
from collections.abc import Iterable
from typing import Any

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_ICONS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Whole only as a listed term: `SQL/NoSQL` and `Excel/Word` are two keywords, `CI/CD` is one.
_SLASHED = """
    CI/CD TCP/IP PL/SQL A/B I/O O/S UI/UX UX/UI AS/400 S/4HANA z/OS OS/2 N/A W/C A/C HIV/AIDS A/V A/P A/R L/C
    D/s B/L M/E M/S F/T P/T C/S IT/OT T/A N+1 401(k) 403(b) 501(c)(3)
"""
_MARKED = r"[CFJQAX](?:\+\+|#)(?:/CLI|\d{2})?|[A-Z][a-z]*\+\+|A\*"
_DOTTED = r"(?:ASP|ADO|VB|ML|Paint)?\.NET|[A-Za-z][A-Za-z0-9]*\.(?:js|ts|io|py|ai)"
_WHOLE = "|".join([*(re.escape(term) for term in _SLASHED.split()), r"\d{1,2}/7", _MARKED, _DOTTED])

# Bullets glued to their lines: marks, arrows, ticks, private-use glyphs of symbol fonts, zero-width marks.
_BULLETS = (
    r"[•●○◦‣⁃∙▪▫■□◆◇▸►▶▹➢➤➔→✓✔✦★☆·¨\u200b\u200c\u200d\u2060\ufeff\uf000-\uf0ff]",
    "[-–—*](?=[A-Za-z])",
)
_GLUED = (
    r"(?<=[A-Za-z0-9.+#)])/(?=[A-Za-z.(])",
    r"(?<=[a-z])[•●▪■►](?=[A-Za-z])",
    r"(?<=[a-z)])[,;:](?=[A-Za-z])",
)
_ENDS = (r"(?<=&[A-Z])\.", r"(?<=[+#])\.", r"(?<=[+#]),")

# spaCy's own pattern takes `Vue.js/React` for an address.
_ADDRESS = (
    r"(?:https?://|ftp://|www\.|mailto:)\S+|[^\s@/]+@[\w.-]+\.[A-Za-z]+"
    r"|(?:[\w-]+\.)+(?:com|org|gov|edu|uk|ca|au|nz|eu|info|jobs|mil)(?:/\S*)?"
)


_KEPT = {"<space>", "\\n", "\\t", "and/or", "w/o", "Cannot", "cannot"}


def _is_useful(exception: str, parts: int) -> bool:
    """True for plain contractions and abbreviations.

    Smileys (`8)` ends many a list), times of day, contractions without an apostrophe (`Id`) and letters
    with a full stop (`c.` ends a sentence) harm postings; compiling all 1,347 exceptions is a fifth of the
    time to load.
    """
    if exception in _KEPT:
        return True
    if "'" in exception or "’" in exception:
        return parts <= 2
    return len(exception) > 2 and exception[-1] == "." and exception[0].isalpha()


# spaCy spells its letters and symbols out for all scripts; compiling that takes longer than reading the weights.
_COMPACT = (
    (CONCAT_ICONS, r"\u00a6\u00a9\u00ae\u00b0\u2100-\u214f\u2190-\u2bff\U0001f000-\U0001faff"),
    (ALPHA_LOWER, r"a-zß-öø-ÿāăąćčďđēęěğīıłńňőœřśşšţťūůűźżž"),
    (ALPHA_UPPER, r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"),
    (ALPHA, r"A-Za-zÀ-ÖØ-öø-ž"),
)


def _compact(patterns: Iterable[Any]) -> list[str]:
    joined = "\n".join(patterns)
    for long, short in _COMPACT:
        joined = joined.replace(long, short)
    return joined.split("\n")


def adapt(nlp: Language) -> None:
    """Give `nlp`, a blank English pipeline, the tokenizer of the shipped one."""
    tokenizer: Any = nlp.tokenizer
    defaults = nlp.Defaults
    prefixes = [*_BULLETS, *(defaults.prefixes or ())]
    suffixes = [*_ENDS, *(suffix for suffix in defaults.suffixes or () if suffix != "#")]
    infixes = [*_GLUED, *(defaults.infixes or ())]
    rules = {text: case for text, case in tokenizer.rules.items() if _is_useful(text, len(case))}
    tokenizer.rules = {}
    tokenizer.prefix_search = compile_prefix_regex(_compact(prefixes)).search
    tokenizer.suffix_search = compile_suffix_regex(_compact(suffixes)).search
    tokenizer.infix_finditer = compile_infix_regex(_compact(infixes)).finditer
    # Inline, since spaCy saves the pattern without its flags.
    tokenizer.token_match = re.compile(rf"(?i:{_WHOLE})$").match
    tokenizer.url_match = re.compile(rf"(?:{_ADDRESS})$").match
    tokenizer.rules = rules
