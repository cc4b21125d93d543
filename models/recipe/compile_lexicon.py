"""Compile the lexicon: `models/lexicon/*.toml` to one file of JSON lines with the comparison keys worked out.

    python models/recipe/compile_lexicon.py [--check]

With --check nothing is written; the exit status is 1 when the compiled file is out of date.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gapcheck.lexicon import FILE_NAME, JOINTS, LexiconEntry, Row, both_ways, read_compiled
from gapcheck.report import Kind
from gapcheck.words import comparable, key, tokenize

MODELS = Path(__file__).parents[1]

PAST = {
    "building": "built",
    "buying": "bought",
    "dealing": "dealt",
    "drawing": "drew",
    "driving": "drove",
    "fighting": "fought",
    "giving": "gave",
    "growing": "grew",
    "holding": "held",
    "keeping": "kept",
    "leading": "led",
    "making": "made",
    "overseeing": "oversaw",
    "running": "ran",
    "selling": "sold",
    "speaking": "spoke",
    "taking": "took",
    "teaching": "taught",
    "winning": "won",
    "writing": "wrote",
}
"""Past of the verbs with which resumes begin their lines and which no stemmer brings back to the gerund."""


def read_entries(folder: Path) -> Iterator[LexiconEntry]:
    """Every entry of the TOML sources, in the order of files, kinds and terms."""
    for path in sorted(folder.glob("*.toml")):
        source = tomllib.loads(path.read_text(encoding="utf-8"))
        field = source["field"]
        for kind in Kind:
            for term, spec in source.get(kind.value, {}).items():
                yield _entry(term, kind, field, spec)


def _entry(term: str, kind: Kind, field: str, spec: dict[str, Any]) -> LexiconEntry:
    return LexiconEntry(
        term=term,
        kind=kind,
        field=field,
        aliases=tuple(spec.get("aliases", ())),
        ambiguous=tuple(spec.get("ambiguous", ())),
        caution=bool(spec.get("caution", False)),
        context=tuple(_stems(word) for word in spec.get("context", ())),
        implies=tuple(spec.get("implies", ())),
        shown_by=tuple(comparable(phrase) for phrase in spec.get("shown_by", ())),
        suggested_by=tuple(comparable(phrase) for phrase in spec.get("suggested_by", ())),
    )


def _with_degree(entry: LexiconEntry) -> Iterator[str]:
    """ "BA" and "BA degree" say the same, and the latter is never doubtful."""
    if entry.kind is Kind.DEGREE:
        yield from (f"{form} degree" for form in entry.forms if "degree" not in form)


def _in_the_past(entry: LexiconEntry) -> Iterator[str]:
    """ "wrote press releases" says what "writing press releases" says."""
    for form in (entry.term, *entry.aliases):
        verb, _, rest = form.partition(" ")
        if rest and verb.lower() in PAST:
            yield f"{PAST[verb.lower()]} {rest}"


def _stems(words: str) -> str:
    return " ".join(token.stem for token in tokenize(words))


def read_abbreviations(path: Path) -> dict[str, list[str]]:
    """Each abbreviation and what it may stand for."""
    found: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))["abbreviations"]
    return found


def compile_lexicon(
    entries: list[LexiconEntry], abbreviations: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The compiled lexicon as JSON. A sure form hides a cautious form of the same key and the same entry."""
    names = both_ways(abbreviations or {})
    forms: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        sure = () if entry.caution else (entry.term,)
        doubtful = (entry.term,) if entry.caution else ()
        for text in (*doubtful, *entry.ambiguous):
            forms[key(text)][number] = True
        for text in (*sure, *entry.aliases, *_with_degree(entry)):
            forms[key(text)][number] = False
    for number, entry in enumerate(entries):
        for text in _in_the_past(entry):
            # What another entry says already stays its own.
            forms.setdefault(key(text), {number: False})
    listed = {
        " ".join(token.stem for token in tokenize(form) if token.lower not in JOINTS): number
        for number, entry in enumerate(entries)
        for form in entry.aliases
        if ", " in form
    }
    rows = [_row(entry) for entry in entries]
    table = {
        text: sorted([number, int(cautious)] for number, cautious in said.items())
        for text, said in sorted(forms.items())
        if text
    }
    lists = {"listed": listed, "abbreviations": names}
    body = json.dumps({"entries": rows, "forms": table, **lists}, ensure_ascii=False, separators=(",", ":"))
    version = hashlib.sha256(body.encode()).hexdigest()[:12]
    packed = {text: _packed(said) for text, said in table.items()}
    lines = ({"version": version, "forms": packed, **lists}, *rows)
    return "".join(f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in lines)


def _row(entry: LexiconEntry) -> Row:
    """The entry as `gapcheck.lexicon.Row`."""
    return (
        entry.term,
        entry.kind.value,
        entry.field,
        list(entry.aliases),
        list(entry.ambiguous),
        int(entry.caution),
        list(entry.context),
        list(entry.implies),
        list(entry.shown_by),
        list(entry.suggested_by),
    )


def _packed(said: list[list[int]]) -> int | list[list[int]]:
    """A single entry as one number (see `gapcheck.lexicon.Said`)."""
    return said if len(said) > 1 else 2 * said[0][0] + said[0][1]


def main() -> int:
    """Write or check the compiled file."""
    entries = list(read_entries(MODELS / "lexicon"))
    compiled = compile_lexicon(entries, read_abbreviations(MODELS / "abbreviations.toml"))
    target = MODELS / "en_gapcheck_stats" / FILE_NAME
    if "--check" in sys.argv[1:]:
        fresh = target.is_file() and read_compiled(target) == compiled
        print(
            "the compiled lexicon is up to date" if fresh else "run `make lexicon`: the compiled file is old"
        )
        return 0 if fresh else 1
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress(compiled.encode(), mtime=0))
    print(f"{len(entries)} terms compiled to {target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
