"""Which exercises a foreign log speaks of: its names matched to the catalogue, the rest asked, or kept as own ones.

Owns the order in which a name is looked for, and what an own exercise begins with that only its name tells of. When two
names are equal stands in `domain.exercise_names`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from legwork.domain.exercise import Exercise, own_exercise
from legwork.domain.exercise_file import LONGEST_OWN
from legwork.domain.exercise_names import Catalogue, normal_form
from legwork.domain.patterns import Pattern
from legwork.formats.training_records import TrainingTable, names_in
from legwork.services.catalogue import catalogue_with
from legwork.services.exercise_names import LEFT_OUT, names_from
from legwork.services.own_exercise_start import copy_of
from legwork.services.own_exercises import own_exercises_from, own_key
from legwork.services.profile import Profile
from legwork.store.reader import Reader

LEAVE_OUT = LEFT_OUT
OWN_EXERCISE = "own"
"""Choices beside the keys of exercises."""

OWN_LIKE = "own:"
"""Before the key of an exercise: an own one that begins as that."""

Choices = Mapping[str, str]
"""Name in the file -> the key of the exercise that it means, OWN_EXERCISE, OWN_LIKE with a key, or LEAVE_OUT."""

ALIKE = 0.5
"""An own exercise begins as the shipped one that has so much of its words, of all words of both (a convention)."""


class How(StrEnum):
    """How a name was found. NAME: it is that of an exercise. ALIAS: one is known under it too. REMEMBERED: the person
    said so before. UNSURE: something is like it. UNKNOWN: nothing is."""

    NAME = "name"
    ALIAS = "alias"
    REMEMBERED = "remembered"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class FoundName:
    """A name in a file. sets: how many have it. choice: what happens unless the person says otherwise; an own exercise
    where it is asked. exercise: the one it is, None for an own one that is yet to be made and for one left out.
    alike: the one whose muscles such an own exercise begins with; None where nothing is like it."""

    name: str
    sets: int
    how: How
    choice: str
    exercise: Exercise | None = None
    alike: Exercise | None = None

    @property
    def asked(self) -> bool:
        """Whether nobody can be sure, so that the person is asked."""
        return self.how in (How.UNSURE, How.UNKNOWN)


def names_in_file(profile: Profile, person_id: int | None, table: TrainingTable) -> tuple[FoundName, ...]:
    """The names of a file, those that are asked about first, then by how many sets they have.

    person_id: None for somebody who is yet to be added.
    """
    with profile.reading() as reader:
        return found_names(reader, person_id, table)


def found_names(reader: Reader, person_id: int | None, table: TrainingTable) -> tuple[FoundName, ...]:
    """As `names_in_file`, inside a transaction."""
    exercises = catalogue_from(reader, person_id)
    said = names_from(reader, person_id) if person_id is not None else {}
    finder = _Finder(exercises, said)
    found = [finder.found(name, sets) for name, sets in names_in(table).items()]
    return tuple(sorted(found, key=lambda one: (not one.asked, -one.sets, one.name)))


def proposed(names: Iterable[FoundName]) -> dict[str, str]:
    """What becomes of each name unless the person says otherwise."""
    return {one.name: one.choice for one in names}


def catalogue_from(reader: Reader, person_id: int | None) -> Catalogue:
    """The shipped exercises and those of the person, inside a transaction."""
    return catalogue_with(own_exercises_from(reader, person_id) if person_id is not None else ())


def own_from(name: str, alike: Exercise | None, taken: Collection[str]) -> Exercise:
    """An own exercise of that name, with a key that is not in `taken`.

    It begins as the one that it is like; without such one it counts for no muscle until the person says for which.
    """
    kept = " ".join(name.split())[:LONGEST_OWN].rstrip() or "–"
    key = own_key(kept, taken)
    if alike is None:
        return own_exercise(key, kept, Pattern.CARRY, ())
    return replace(copy_of(alike, ()), key=key, name=kept)


class _Finder:
    """Finds exercises for names. said: what the person said before, by name."""

    def __init__(self, exercises: Catalogue, said: Mapping[str, str]) -> None:
        self._exercises = exercises
        self._said = said

    def found(self, name: str, sets: int) -> FoundName:
        """What a name means, as far as that can be told."""
        said = self._said.get(name)
        known = self._exercises.get(said) if said else None
        if known is not None or said == LEAVE_OUT:
            return FoundName(name, sets, How.REMEMBERED, said or LEAVE_OUT, known)
        matched = self._exercises.match(name)
        if matched is not None:
            same = normal_form(name) in (normal_form(matched.name), normal_form(matched.label))
            return FoundName(name, sets, How.NAME if same else How.ALIAS, matched.key, matched)
        alike = self._most_alike(name)
        return FoundName(name, sets, How.UNSURE if alike else How.UNKNOWN, OWN_EXERCISE, alike=alike)

    @cached_property
    def _words(self) -> list[tuple[Exercise, list[set[str]]]]:
        """The words of all names of each exercise."""
        return [
            (one, [set(normal_form(name).split()) for name in (one.name, *one.aliases)])
            for one in self._exercises.exercises
        ]

    def _most_alike(self, name: str) -> Exercise | None:
        """The exercise that has the most words in common with a name, the first of equals; None below ALIKE."""
        words = set(normal_form(name).split())
        best, found = ALIKE, None
        for one, names in self._words:
            for theirs in names:
                common = len(words & theirs)
                share = common / (len(words) + len(theirs) - common) if common else 0.0
                if share > best or (share == best and found is None):
                    best, found = share, one
        return found
