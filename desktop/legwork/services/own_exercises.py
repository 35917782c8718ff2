"""Exercises of a person's own, beside the shipped ones.

Owns how they are kept, and which of two stand for the same. What an exercise is stands in `domain.exercise`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_file import (
    LONGEST_CUE,
    LONGEST_OWN,
    MOST_CUES,
    OWN,
    exercise_tree,
    own_exercise_in,
)
from legwork.domain.exercise_names import Catalogue
from legwork.domain.questionnaire import LONGEST_TEXT
from legwork.errors import UserError
from legwork.i18n import listed, ntr, tr
from legwork.services import people
from legwork.services.catalogue import catalogue_with
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import (
    own_exercise,
    plan,
    plan_block,
    plan_entry,
    plan_session,
    plan_week,
    workout,
    workout_exercise,
)

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_NUMBERED = re.compile(r" \(\d+\)$")


def own_exercises_of(profile: Profile, person_id: int) -> tuple[Exercise, ...]:
    """A person's own exercises by name."""
    with profile.reading() as reader:
        return own_exercises_from(reader, person_id)


def own_exercises_from(reader: Reader, person_id: int) -> tuple[Exercise, ...]:
    """As `own_exercises_of`, inside a transaction. One that cannot be read is left out, and kept as it is."""
    found: list[Exercise] = []
    for row in reader.rows(own_exercise, person_id=person_id):
        with suppress(ValueError):
            found.append(own_exercise_in(json.loads(row.spec), row.key))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.key)))


def catalogue_of(profile: Profile, person_id: int) -> Catalogue:
    """All exercises that a person can choose from: their own first, then the shipped ones."""
    return catalogue_with(own_exercises_of(profile, person_id))


def own_key(name: str, taken: Collection[str]) -> str:
    """A key for a new exercise of that name, which is not yet in `taken`."""
    return people.own_key(name, taken, "exercise")


@dataclass(frozen=True)
class SetOwnExercise(Edit):
    """Keep an exercise of the person's own, in place of the one that has its key (see `own_key` for a new one)."""

    person_id: int
    exercise: Exercise

    @property
    def label(self) -> str:
        return tr("Exercise {name}", name=self.exercise.name)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        one = _checked(self.exercise)
        readable = own_exercises_from(work, person_id)
        keys = {row.key for row in work.rows(own_exercise, person_id=person_id)}
        if one.key in keys and all(one.key != other.key for other in readable):
            one = replace(one, key=own_key(one.name, keys))  # that row cannot be read, and is not written over
        for other in readable:
            if other.key != one.key and other.name.casefold() == one.name.casefold():
                raise UserError(tr("You have an exercise named {name} already: choose another name.", name=other.name))
        write_exercise(work, person_id, one)


@dataclass(frozen=True)
class DeleteOwnExercise(Edit):
    """Remove an exercise of the person's own; refused while plans have it, which it names, and while the log does."""

    notable: ClassVar[bool] = True

    person_id: int
    key: str
    name: str = ""

    @property
    def label(self) -> str:
        return tr("Delete exercise {name}", name=self.name or self.key)

    def run(self, work: UnitOfWork) -> None:
        row = work.one(own_exercise, person_id=self.person_id, key=self.key)
        if row is None:
            return
        if used := _plans_with(work, self.person_id, self.key):
            raise UserError(
                tr(
                    "{name} is used in {plans}: swap it for another exercise there first.",
                    name=row.name, plans=listed([tr("“{name}”", name=one) for one in used]),
                )
            )  # fmt: skip
        if count := _workouts_with(work, self.person_id, self.key):
            raise UserError(
                ntr(
                    "{name} is in {count} workout of your log: without it nobody would know what was done there.",
                    "{name} is in {count} workouts of your log: without it nobody would know what was done there.",
                    count, name=row.name,
                )
            )  # fmt: skip
        work.delete(own_exercise, [row.id])


def write_exercise(work: UnitOfWork, person_id: int, one: Exercise) -> None:
    """Keep an own exercise under its key, inside a transaction."""
    tree = exercise_tree(one)
    own_exercise_in(tree, one.key)  # what could not be read again must not be kept
    values = {"name": one.name, "spec": json.dumps(tree, ensure_ascii=False)}
    row = work.one(own_exercise, person_id=person_id, key=one.key)
    if row is None:
        work.insert(own_exercise, [{"person_id": person_id, "key": one.key, **values}])
    else:
        work.update(own_exercise, row.id, **values)


def bring_exercises(work: UnitOfWork, person_id: int, exercises: Iterable[Exercise]) -> dict[str, str]:
    """Take in exercises that somebody else shared; answers with the keys that are other ones here.

    One that the person has alike, whatever its key, is taken for it. Another one comes in: under a new key where its
    own is taken, with a number behind its name where that is. Raises ValueError as `write_exercise`.
    """
    known = own_exercises_from(work, person_id)
    here = list(known)
    taken = {row.key for row in work.rows(own_exercise, person_id=person_id)}
    keys: dict[str, str] = {}
    for one in exercises:
        alike = next((other for other in known if _alike(one, other)), None)
        if alike is None:
            key = own_key(one.name, taken) if one.key in taken else one.key
            alike = replace(one, key=key, name=_free_name(one.name, here))
            write_exercise(work, person_id, alike)
            here.append(alike)
            taken.add(key)
        if alike.key != one.key:
            keys[one.key] = alike.key
    return keys


def _alike(one: Exercise, here: Exercise) -> bool:
    """Whether both are the same but for their keys, and a number that the one here got behind its name."""
    named_alike = one.name.casefold() in (here.name.casefold(), _NUMBERED.sub("", here.name).casefold())
    return named_alike and replace(one, key="", name="") == replace(here, key="", name="")


def _free_name(name: str, here: Iterable[Exercise]) -> str:
    names = {one.name.casefold() for one in here}
    found, number = name, 2
    while found.casefold() in names:
        behind = f" ({number})"
        found, number = f"{name[: LONGEST_OWN - len(behind)]}{behind}", number + 1
    return found


def _checked(one: Exercise) -> Exercise:
    """The exercise as it is kept. Raises UserError for what a person can have typed, ValueError for other things."""
    name = " ".join(one.name.split())
    if not name:
        raise UserError(tr("Give the exercise a name, for example Sled push."))
    if len(name) > LONGEST_OWN:
        raise UserError(tr("This name is too long: keep it under {count} letters.", count=LONGEST_OWN))
    cues = tuple(filter(None, (" ".join(cue.split()) for cue in one.cues)))
    if len(cues) > MOST_CUES or any(len(cue) > LONGEST_CUE for cue in cues):
        raise UserError(
            tr("Keep cues few and short: at most {most} of up to {letters} letters.", most=MOST_CUES,
               letters=LONGEST_CUE)
        )  # fmt: skip
    aliases = tuple(dict.fromkeys(filter(None, (" ".join(alias.split()) for alias in one.aliases))))
    if any(len(alias) > LONGEST_TEXT for alias in aliases):
        raise UserError(tr("Another name is too long: keep each under {count} letters.", count=LONGEST_TEXT))
    if not one.muscles:
        raise ValueError(f"who makes an own exercise says what it trains: {one.key}")
    if not one.key.startswith(OWN):
        raise ValueError(f"no key of an own exercise: {one.key}")
    return replace(one, name=name, cues=tuple(dict.fromkeys(cues)), aliases=aliases, custom=True)


def _workouts_with(reader: Reader, person_id: int, key: str) -> int:
    """How many of a person's workouts have an exercise."""
    ids = {row.workout_id for row in reader.rows(workout_exercise, exercise=key)}
    return sum(row.person_id == person_id for row in reader.by_ids(workout, ids))


def _plans_with(reader: Reader, person_id: int, key: str) -> list[str]:
    """The names of a person's plans that have an exercise, in their order."""
    ids: Iterable[int] = {row.plan_session_id for row in reader.rows(plan_entry, exercise=key)}
    steps: tuple[tuple[Any, str], ...] = (
        (plan_session, "plan_week_id"),
        (plan_week, "plan_block_id"),
        (plan_block, "plan_id"),
    )
    for table, column in steps:
        ids = {getattr(row, column) for row in reader.by_ids(table, ids)}
    return [row.name for row in reader.by_ids(plan, ids) if row.person_id == person_id]
