"""Loading spaCy faster for a command that lives for one check.

Used by the command only: the importable library loads spaCy the plain way. Each measure undoes itself, and one that
no longer fits the installed spaCy is left out. Measured shares are those of a cold check (see tests/benchmarks).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import ModuleType

_UNUSED_MODULES = ("spacy.cli", "spacy.cli.info")
_TOKENIZER_DEFAULTS: dict[str, object] = {
    "tokenizer_exceptions": {},
    "prefixes": [],
    "suffixes": [],
    "infixes": [],
    "url_match": None,
}


@contextmanager
def lean_loading() -> Iterator[None]:
    """While this is open, importing spaCy and loading a pipeline skip what one check does not need."""
    with ExitStack() as measures:
        measures.enter_context(_without_spacy_cli())
        measures.enter_context(_without_entry_points())
        measures.enter_context(_without_default_tokenizer())
        yield


@contextmanager
def _replaced(owner: object, name: str, value: object) -> Iterator[None]:
    """An attribute replaced for a while."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextmanager
def _without_spacy_cli() -> Iterator[None]:
    """Let `import spacy` skip its own command line.

    `spacy/__init__` imports `spacy.cli` for the sake of `spacy.info`, and with it typer, weasel, httpx and requests:
    a third of all modules, some 0.15 of a check.
    """
    if "spacy" in sys.modules:
        yield
        return
    for name in _UNUSED_MODULES:
        stand_in = ModuleType(name)
        stand_in.__dict__.update(info=None, __path__=[])
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        for name in _UNUSED_MODULES:
            sys.modules.pop(name, None)


@contextmanager
def _without_entry_points() -> Iterator[None]:
    """Keep `catalogue` from scanning every installed package's entry points, some 200 times in one load.

    The shipped pipeline uses nothing that another package registers.
    """
    from catalogue import Registry

    with ExitStack() as patches:
        if hasattr(Registry, "get_entry_points"):
            patches.enter_context(_replaced(Registry, "get_entry_points", lambda _: {}))
            patches.enter_context(_replaced(Registry, "get_entry_point", lambda _, __, default=None: default))
        yield


@contextmanager
def _without_default_tokenizer() -> Iterator[None]:
    """Do not compile English's default tokenizer, which the pipeline's own replaces in the same load."""
    from spacy.lang.en import English

    with ExitStack() as patches:
        for name, value in _TOKENIZER_DEFAULTS.items():
            if hasattr(English.Defaults, name):
                patches.enter_context(_replaced(English.Defaults, name, value))
        yield
