"""A person's resume as PDF, set by Typst from the same words; the layouts are in layouts/*.typ."""

from __future__ import annotations

import typst
from people import Person


def write_pdf(person: Person) -> bytes:
    """Return the PDF of a person's resume.

    Only fonts embedded in Typst are used, so that the file does not depend on the machine.
    """
    root = person.folder.parent.parent
    return typst.compile(
        root / "layouts" / f"{person.layouts['pdf']}.typ",
        root=root,
        format="pdf",
        sys_inputs={"resume": f"/people/{person.folder.name}/resume.toml"},
        ignore_system_fonts=True,
    )
