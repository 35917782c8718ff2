"""Workouts that were done before a test begins."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.domain.log.model import Workout
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.workout_rows import add_workouts

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AddWorkout(Edit):
    """Keep a finished workout, whatever id it has: `Outcome.changes.workouts` names the one that it gets."""

    person_id: int
    workout: Workout

    @property
    def label(self) -> str:
        return f"Add workout of {self.workout.day}"

    def run(self, work: UnitOfWork) -> None:
        owner = one_person(work, self.person_id).id
        add_workouts(work, owner, [(self.workout, {"uid": uuid.uuid4().hex, "finished": True})])
