"""Bringing another program's log in: names, preview, then one edit.

The preview and the edit work out the same from the same rows, so what was shown is what happens. A workout is known
again by its uid. One that is here is left alone when it was changed here, corrected when the file says something else
now, and never written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from legwork.domain.exercise import Exercise
from legwork.domain.log.model import Workout
from legwork.errors import Cancelled, UserError
from legwork.formats.text import never
from legwork.formats.training_records import Suspect, TrainingTable
from legwork.i18n import ntr, tr
from legwork.services.edit import Edit
from legwork.services.exercise_names import names_from, remember_names
from legwork.services.own_exercises import write_exercise
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.services.training_elsewhere import are_elsewhere
from legwork.services.training_left import remember_left
from legwork.services.training_match import Here, here_for, matched
from legwork.services.training_names import (
    LEAVE_OUT,
    OWN_EXERCISE,
    OWN_LIKE,
    Choices,
    FoundName,
    How,
    catalogue_from,
    found_names,
    own_from,
)
from legwork.services.training_stays import Meanings, corrected, meanings
from legwork.services.training_workouts import incoming_workouts, set_count
from legwork.services.workout_changes import write_change
from legwork.services.workout_rows import add_workouts
from legwork.store.reader import Reader
from legwork.store.tables import own_exercise

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_AT_ONCE = 1000
"""So many workouts are written between two looks at whether to stop."""


@dataclass(frozen=True)
class TrainingPlan:
    """What an import would do. new: workouts that are not here yet, by uid. corrected: as they are here, and as they
    would become. same, kept, fuller: workouts that are here just so, from wherever they came, that were changed here,
    and that hold more sets here than in the file; none of these is touched. left_out: sets of exercises that are left
    out; left_sets: those that are left out one by one; taken: those of them that are here and go; gone: workouts of
    which nothing is left; stay: those of them that are here, and are not touched. own: exercises that would be made.
    names: answers to remember."""

    new: tuple[tuple[str, Workout], ...]
    corrected: tuple[tuple[Workout, Workout], ...]
    same: int
    kept: int
    left_out: int
    own: tuple[Exercise, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    fuller: int = 0
    left_sets: int = 0
    gone: int = 0
    taken: int = 0
    stay: int = 0

    @property
    def new_sets(self) -> int:
        """How many sets would be added with new workouts, warm-ups included."""
        return set_count([one for _, one in self.new])

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of new workouts; None without any."""
        days = [one.day for _, one in self.new]
        return (min(days), max(days)) if days else None

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it is here already."""
        return not self.new and not self.corrected


def preview(
    profile: Profile,
    person_id: int | None,
    table: TrainingTable,
    choices: Choices,
    left: Sequence[Suspect] = (),
    here: Here | None = None,
) -> TrainingPlan:
    """What `ImportTraining` would do now. person_id: None for somebody who is yet to be added.

    choices: as `training_names.proposed` gives them, changed as the person wants; a name that is not there is left out.
    left: suspects of the table that are left out. here: as `here_now` gave it for this table, to save the time.
    """
    with profile.reading() as reader:
        return _plan(reader, person_id, table, choices, left, here)


def here_now(profile: Profile, person_id: int | None, table: TrainingTable) -> Here:
    """What is here of a file, for several looks at `preview`."""
    with profile.reading() as reader:
        return here_for(reader, person_id, table)


def plan_sentence(plan: TrainingPlan) -> str:
    """What an import would do, in words."""
    if plan.changes_nothing and plan.same and not plan.kept and not plan.fuller:
        return tr("All of it is here already. Nothing would change.")
    workouts = ntr("{count} new workout", "{count} new workouts", len(plan.new))
    parts = [tr("{workouts} with {sets}", workouts=workouts, sets=ntr("{count} set", "{count} sets", plan.new_sets))]
    if plan.own:
        parts.append(own_words(plan))
    return ", ".join([*parts, *fates(plan)]) + "."


def own_words(plan: TrainingPlan) -> str:
    """How many exercises of one's own come with them."""
    return ntr("{count} exercise of your own", "{count} exercises of your own", len(plan.own))


def fates(plan: TrainingPlan) -> list[str]:
    """What becomes of the workouts that are no new ones, and what is left out, each in a few words."""
    parts = []
    if plan.corrected:
        parts.append(ntr("{count} workout corrected", "{count} workouts corrected", len(plan.corrected)))
    if plan.same:
        parts.append(ntr("{count} here already", "{count} here already", plan.same))
    if plan.kept:
        parts.append(
            ntr("{count} left, because you changed it here", "{count} left, because you changed them here", plan.kept)
        )
    if plan.fuller:
        parts.append(
            ntr(
                "{count} left, because it holds more sets here than in the file",
                "{count} left, because they hold more sets here than in the file",
                plan.fuller,
            )
        )
    if plan.stay:
        parts.append(
            ntr(
                "{count} here stays as it is, though all of it is left out",
                "{count} here stay as they are, though all of each is left out",
                plan.stay,
            )
        )
    if plan.taken:
        parts.append(ntr("{count} set taken out of what is here", "{count} sets taken out of what is here", plan.taken))
    if left := plan.left_out + plan.left_sets:
        parts.append(ntr("{count} set left out", "{count} sets left out", left))
    return parts


@dataclass(frozen=True)
class ImportTraining(Edit):
    """Take another program's log in for one person. choices: as in `preview`, as pairs. One undo takes it all back.

    left: suspects that are left out, and remembered as such. should_stop: asked now and then; Cancelled is raised, and
    nothing is kept.
    """

    notable: ClassVar[bool] = True

    person_id: int
    table: TrainingTable
    choices: tuple[tuple[str, str], ...]
    file_name: str
    left: tuple[Suspect, ...] = ()
    should_stop: Callable[[], bool] = field(default=never, compare=False, repr=False)

    @property
    def label(self) -> str:
        return tr("Import {file}", file=self.file_name)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        plan = _plan(work, person_id, self.table, dict(self.choices), self.left)
        for one in plan.own:
            write_exercise(work, person_id, one)
        remember_names(work, person_id, plan.names)
        remember_left(work, person_id, self.table, self.left, date.today())
        facts = {"source": self.table.source}
        for start in range(0, len(plan.new), _AT_ONCE):
            self._check()
            part = plan.new[start : start + _AT_ONCE]
            add_workouts(work, person_id, [(one, {**facts, "uid": uid}) for uid, one in part])
        for before, after in plan.corrected:
            self._check()
            write_change(work, before, after, by_hand=False)
        self._check()

    def _check(self) -> None:
        if self.should_stop():
            raise Cancelled


def _plan(
    reader: Reader,
    person_id: int | None,
    table: TrainingTable,
    choices: Choices,
    left: Sequence[Suspect],
    here: Here | None = None,
) -> TrainingPlan:
    found = found_names(reader, person_id, table)
    keys, own = _exercises(reader, person_id, found, choices)
    names = _meanings(reader, person_id, found, keys)
    incoming = incoming_workouts(table, names.keys, left)
    pairs = matched(table, incoming, here or here_for(reader, person_id, table), names)
    new: list[tuple[str, Workout]] = []
    changed: list[tuple[Workout, Workout]] = []
    same = kept = fuller = taken = stay = 0
    for one, (uid, there) in zip(incoming, pairs, strict=True):
        if one.workout is None:
            stay += there is not None  # an import takes nothing away as a whole
            continue
        if there is None:
            new.append((uid, one.workout))
            continue
        before, (after, going) = there.workout, corrected(there.workout, one, names)
        if after == before:
            same += 1
        elif there.edited:
            kept += 1
        elif set_count([after]) + going < set_count([before]):
            fuller += 1  # a file that was cut off holds less of its last workout: that is no correction
        else:
            changed.append((before, after))
            taken += going
    known = {uid for uid, there in pairs if there is not None}
    elsewhere = are_elsewhere(reader, person_id, table.source, [one for _, one in new], known)
    new = [one for one, there in zip(new, elsewhere, strict=True) if not there]
    same += sum(elsewhere)
    left_out, left_sets = sum(one.left_out for one in incoming), sum(one.left_sets for one in incoming)
    gone = sum(one.workout is None for one in incoming)
    answers = _answers(found, keys)
    return TrainingPlan(
        tuple(new), tuple(changed), same, kept, left_out, own, answers, fuller, left_sets, gone, taken, stay
    )


def _meanings(reader: Reader, person_id: int | None, found: Sequence[FoundName], keys: Mapping[str, str]) -> Meanings:
    """What names mean, and under which keys their sets may be here: as they were found, and as they are known anyway.

    A name that the person left out of an earlier file is among them, when this one does not have it any more.
    """
    exercises = catalogue_from(reader, person_id)
    said = names_from(reader, person_id) if person_id is not None else {}
    meant = {one.name: {keys[one.name]} | ({one.exercise.key} if one.exercise else set()) for one in found}
    meant |= {name: set() for name, key in said.items() if key == LEAVE_OUT and name not in meant}
    for name, those in meant.items():
        if known := exercises.match(name):
            those.add(known.key)
    coming = {name: key for name, key in keys.items() if key != LEAVE_OUT}
    return meanings(coming, {name: frozenset(those - {LEAVE_OUT}) for name, those in meant.items()})


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
        if choice == OWN_EXERCISE or choice.startswith(OWN_LIKE):
            like = exercises.get(choice.removeprefix(OWN_LIKE)) if choice.startswith(OWN_LIKE) else one.alike
            new = own_from(one.name, like, taken)
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
    return {
        one.name: keys[one.name]
        for one in found
        if one.how not in (How.NAME, How.ALIAS) or keys[one.name] != one.choice
    }
