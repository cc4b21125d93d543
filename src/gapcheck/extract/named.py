"""Stretches of a passage that a resume calls by another name than the posting says: activities, roles, and the members
of a coordination that leave their head to another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from gapcheck.extract.activities import Activity, find_activities, find_inversions
from gapcheck.extract.roles import Role, roles_asked_for, roles_in_title
from gapcheck.extract.said import Said, Stretch
from gapcheck.extract.senses import entry_of_name
from gapcheck.extract.shared_words import find_sharing
from gapcheck.lexicon import Hit, Lexicon


class Way(StrEnum):
    """How a stretch comes by a name of its own."""

    ACTIVITY = "activity"
    INVERTED = "inverted"
    TITLE = "title"
    REGISTRATION = "registration"
    EXPERIENCE = "experience"
    SHARED = "shared"

    @property
    def is_role(self) -> bool:
        """Whether it names a role that is asked for."""
        return self in (Way.TITLE, Way.REGISTRATION, Way.EXPERIENCE)


@dataclass(frozen=True, slots=True)
class Named:
    """A name for a stretch.

    `content` are the tokens that say it: of an activity first what is done, then what to. `hit` is the entry of the
    lexicon that has the name, if one does.
    """

    way: Way
    name: str
    content: tuple[int, ...]
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Names by stretch, and for the stretch of an object the activity that is done to it."""

    names: Mapping[Stretch, Named]
    objects: Mapping[Stretch, Activity]


COMMON = 8
"""Background postings in which a phrase must stand to be what people say: what is in fewer is not counted at all."""


def names_in_title(
    said: Said, terms: Iterable[Hit], lexicon: Lexicon, frequency: Callable[[str], int]
) -> Names:
    """Names of the roles that a posting's own title names, where others call them so or none of the lexicon's `terms`
    in it is a part of them: of "Learning Disability Nurse" the disability says enough."""
    known = {n for term in terms if not term.cautious for n in range(term.first, term.last + 1)}
    roles = [
        role
        for role in roles_in_title(said)
        if _is_called(role.name, lexicon, frequency) or known.isdisjoint(range(role.first, role.last + 1))
    ]
    return Names(_by_stretch(_roles(roles, lexicon)), {})


def names_in_sentence(
    said: Said,
    phrases: Sequence[Stretch],
    hits: Collection[Stretch],
    doubtful: Collection[Stretch],
    lexicon: Lexicon,
    frequency: Callable[[str], int],
) -> Names:
    """Names in a sentence with the noun phrases `phrases` and the terms `hits`, of which some are `doubtful`."""
    called = partial(_is_called, lexicon=lexicon, frequency=frequency)
    # A verb within a term does nothing: "operating theatre".
    taken = {number for first, last in hits for number in range(first, last + 1)}
    done = [found for found in find_activities(said, phrases, called) if found.doing not in taken]
    names = (
        *_roles(roles_asked_for(said, phrases), lexicon),
        *_activities(done, lexicon),
        *_inversions(find_inversions(said, phrases), lexicon),
        *_sharing(said, hits, lexicon),
    )
    return Names(
        _by_stretch(
            (stretch, named)
            for stretch, named in names
            if stretch not in hits or named.way.is_role or (named.way is Way.SHARED and stretch in doubtful)
        ),
        {(found.first, found.last): found for found in done},
    )


def _is_called(name: str, lexicon: Lexicon, frequency: Callable[[str], int]) -> bool:
    """Whether that is what people say."""
    return lexicon.knows(name) or frequency(name) >= COMMON


def _by_stretch(found: Iterable[tuple[Stretch, Named]]) -> dict[Stretch, Named]:
    """The first name of each stretch."""
    names: dict[Stretch, Named] = {}
    for stretch, named in found:
        names.setdefault(stretch, named)
    return names


def _roles(roles: Iterable[Role], lexicon: Lexicon) -> Iterator[tuple[Stretch, Named]]:
    for role in roles:
        stretch = role.first, role.last
        content = tuple(range(role.first, role.last + 1))
        yield stretch, Named(Way(role.asked.value), role.name, content, _look_up(role.name, stretch, lexicon))


def _activities(done: Iterable[Activity], lexicon: Lexicon) -> Iterator[tuple[Stretch, Named]]:
    for found in done:
        if found.name is not None:
            hit = _look_up(found.name, found.stretch, lexicon)
            yield found.stretch, Named(Way.ACTIVITY, found.name, found.content, hit)


def _inversions(found: Iterable[Activity], lexicon: Lexicon) -> Iterator[tuple[Stretch, Named]]:
    """Only the lexicon's word makes them a name."""
    for turned in found:
        if turned.name is not None and (hit := _look_up(turned.name, turned.stretch, lexicon)) is not None:
            yield turned.stretch, Named(Way.INVERTED, turned.name, turned.content, hit)


def _sharing(said: Said, hits: Collection[Stretch], lexicon: Lexicon) -> Iterator[tuple[Stretch, Named]]:
    """Only the lexicon's word makes them a name, and what it knows as a whole is not taken apart."""
    for sharing in find_sharing(said):
        first, last = sharing.member
        if any(begin <= first and last < end for begin, end in hits):
            continue
        for name, content in zip(sharing.names, sharing.content, strict=True):
            if (hit := _look_up(name, sharing.member, lexicon)) is not None:
                yield sharing.member, Named(Way.SHARED, name, content, hit)
                break


def _look_up(name: str, stretch: Stretch, lexicon: Lexicon) -> Hit | None:
    """The lexicon's entry that a name says as a whole."""
    entry = entry_of_name(name, lexicon) if lexicon.knows(name) else None
    return None if entry is None else Hit(entry, *stretch, cautious=False)
