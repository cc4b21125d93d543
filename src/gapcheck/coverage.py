"""Coverage: the weighted share of a posting's keywords that a resume shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from gapcheck.report import Coverage, Group, Keyword, Status, Strength

RELATED_PART = 0.5
"""What an implied keyword counts: an expert infers it, a search for the word does not find it."""


def measure_coverage(keywords: Sequence[Keyword]) -> Coverage:
    """Coverage over all keywords, the required and the preferred ones; None where the posting gave none."""
    return Coverage(
        _share(keywords, tuple(Strength)),
        _share(keywords, (Strength.REQUIRED,)),
        _share(keywords, (Strength.PREFERRED,)),
    )


def find_satisfied_groups(keywords: Sequence[Keyword]) -> tuple[Group, ...]:
    """Every any-of group, in the order of its name, and whether one of its members is shown."""
    names = sorted({keyword.group for keyword in keywords if keyword.group is not None}, key=_by_number)
    return tuple(
        Group(name, tuple(k.term for k in members), any(k.status.shown for k in members))
        for name in names
        for members in [[keyword for keyword in keywords if keyword.group == name]]
    )


def _by_number(name: str) -> tuple[int, str]:
    return len(name), name


def _share(keywords: Sequence[Keyword], strengths: Collection[Strength]) -> float | None:
    units = list(_units([keyword for keyword in keywords if keyword.strength in strengths]))
    total = sum(weight for weight, _ in units)
    return sum(weight * part for weight, part in units) / total if total else None


def _units(keywords: Sequence[Keyword]) -> Iterator[tuple[float, float]]:
    """Weight and part shown of each demand; a group is one demand, as heavy as its heaviest member."""
    groups: dict[str, list[Keyword]] = {}
    for keyword in keywords:
        if keyword.group is None:
            yield keyword.weight, shown_part(keyword.status)
        else:
            groups.setdefault(keyword.group, []).append(keyword)
    for members in groups.values():
        yield max(member.weight for member in members), max(shown_part(member.status) for member in members)


def shown_part(status: Status) -> float:
    """What part of a keyword counts as shown, 0..1."""
    if status.shown:
        return 1.0
    return RELATED_PART if status is Status.RELATED else 0.0
