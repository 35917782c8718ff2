"""Bringing another program's log in: names, preview, then one edit.

The preview and the edit work out the same from the same rows, so what was shown is what happens. A workout is known
again by its uid. One that is here is left alone when it was changed here, corrected when the file says something else
now, and never written twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from legwork.domain.exercise import Exercise
from legwork.domain.log.model import Workout
from legwork.errors import UserError
from legwork.formats.training_records import TrainingTable
from legwork.i18n import ntr, tr
from legwork.services.edit import Edit
from legwork.services.exercise_names import remember_names
from legwork.services.own_exercises import write_exercise
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.services.training_names import (
    LEAVE_OUT,
    OWN_EXERCISE,
    Choices,
    FoundName,
    How,
    catalogue_from,
    found_names,
    own_from,
)
from legwork.services.training_workouts import Incoming, incoming_workouts, set_count
from legwork.services.workout_changes import write_change
from legwork.services.workout_rows import add_workouts, read_workouts
from legwork.store.reader import Reader
from legwork.store.tables import own_exercise, workout

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class TrainingPlan:
    """What an import would do. new: workouts that are not here yet. corrected: as they are here, and as they would
    become. same, kept: workouts that are here just so, and that were changed here and so are left. left_out: sets of
    exercises that are left out. own: exercises that would be made. names: answers to remember."""

    new: tuple[Incoming, ...]
    corrected: tuple[tuple[Workout, Workout], ...]
    same: int
    kept: int
    left_out: int
    own: tuple[Exercise, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def new_sets(self) -> int:
        """How many sets would be added with new workouts, warm-ups included."""
        return set_count([one.workout for one in self.new if one.workout is not None])

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of new workouts; None without any."""
        days = [one.workout.day for one in self.new if one.workout is not None]
        return (min(days), max(days)) if days else None

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it is here already."""
        return not self.new and not self.corrected


def preview(profile: Profile, person_id: int | None, table: TrainingTable, choices: Choices) -> TrainingPlan:
    """What `ImportTraining` would do now. person_id: None for somebody who is yet to be added.

    choices: as `training_names.proposed` gives them, changed as the person wants; a name that is not there is left out.
    """
    with profile.reading() as reader:
        return _plan(reader, person_id, table, choices)


def plan_sentence(plan: TrainingPlan) -> str:
    """What an import would do, in words."""
    if plan.changes_nothing and plan.same and not plan.kept:
        return tr("All of it is here already. Nothing would change.")
    workouts = ntr("{count} new workout", "{count} new workouts", len(plan.new))
    parts = [tr("{workouts} with {sets}", workouts=workouts, sets=ntr("{count} set", "{count} sets", plan.new_sets))]
    if plan.own:
        parts.append(ntr("{count} own exercise made", "{count} own exercises made", len(plan.own)))
    if plan.corrected:
        parts.append(ntr("{count} workout corrected", "{count} workouts corrected", len(plan.corrected)))
    if plan.same:
        parts.append(ntr("{count} here already", "{count} here already", plan.same))
    if plan.kept:
        parts.append(
            ntr("{count} left, because you changed it here", "{count} left, because you changed them here", plan.kept)
        )
    if plan.left_out:
        parts.append(ntr("{count} set left out", "{count} sets left out", plan.left_out))
    return ", ".join(parts) + "."


@dataclass(frozen=True)
class ImportTraining(Edit):
    """Take another program's log in for one person. choices: as in `preview`, as pairs. One undo takes it all back."""

    notable: ClassVar[bool] = True

    person_id: int
    table: TrainingTable
    choices: tuple[tuple[str, str], ...]
    file_name: str

    @property
    def label(self) -> str:
        return tr("Import {file}", file=self.file_name)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        plan = _plan(work, person_id, self.table, dict(self.choices))
        for one in plan.own:
            write_exercise(work, person_id, one)
        remember_names(work, person_id, plan.names)
        facts = {"source": self.table.source}
        add_workouts(
            work,
            person_id,
            [(one.workout, {**facts, "uid": one.uid}) for one in plan.new if one.workout is not None],
        )
        for before, after in plan.corrected:
            write_change(work, before, after, by_hand=False)


def _plan(reader: Reader, person_id: int | None, table: TrainingTable, choices: Choices) -> TrainingPlan:
    found = found_names(reader, person_id, table)
    keys, own = _exercises(reader, person_id, found, choices)
    incoming = incoming_workouts(table, {name: key for name, key in keys.items() if key != LEAVE_OUT})
    here = _here(reader, person_id, table.source)
    known = [(one, one.workout) for one in incoming if one.workout is not None and one.uid in here]
    rows = [here[one.uid] for one, _ in known]
    corrected: list[tuple[Workout, Workout]] = []
    same = kept = 0
    for row, before, (_, wanted) in zip(rows, read_workouts(reader, rows), known, strict=True):
        after = replace(wanted, id=before.id, session_id=before.session_id)
        # A file that was cut off holds less of its last workout than is here: that is no correction.
        if after == before or set_count([after]) < set_count([before]):
            same += 1
        elif row.edited:
            kept += 1
        else:
            corrected.append((before, after))
    new = tuple(one for one in incoming if one.workout is not None and one.uid not in here)
    left_out = sum(one.left_out for one in incoming)
    return TrainingPlan(new, tuple(corrected), same, kept, left_out, own, _answers(found, keys))


def _here(reader: Reader, person_id: int | None, source: str) -> dict[str, Any]:
    """The rows of the workouts from that kind of file, by uid."""
    if person_id is None:
        return {}
    return {row.uid: row for row in reader.rows(workout, person_id=person_id, source=source)}


def _exercises(
    reader: Reader, person_id: int | None, found: Sequence[FoundName], choices: Choices
) -> tuple[dict[str, str], tuple[Exercise, ...]]:
    """The key of the exercise of every name, LEAVE_OUT for none, and the own exercises that are to be made."""
    exercises = catalogue_from(reader, person_id)
    own = {one.name.casefold(): one.key for one in exercises.exercises if one.custom}
    taken = {row.key for row in reader.rows(own_exercise, person_id=person_id)} if person_id is not None else set()
    keys: dict[str, str] = {}
    made: list[Exercise] = []
    for one in found:
        choice = choices.get(one.name, LEAVE_OUT)
        if choice == OWN_EXERCISE:
            new = own_from(one.name, one.alike, taken)
            if new.name.casefold() not in own:  # a second name like it is the same exercise
                own[new.name.casefold()] = new.key
                taken.add(new.key)
                made.append(new)
            choice = own[new.name.casefold()]
        elif choice != LEAVE_OUT and exercises.get(choice) is None:
            raise UserError(tr("The exercise for {name} is no longer there: choose another one.", name=one.name))
        keys[one.name] = choice
    return keys, tuple(made)


def _answers(found: Sequence[FoundName], keys: Mapping[str, str]) -> dict[str, str]:
    """What the person said of names: nothing where it is what is found without asking."""
    return {one.name: keys[one.name] for one in found if one.how is not How.MATCHED or keys[one.name] != one.choice}
