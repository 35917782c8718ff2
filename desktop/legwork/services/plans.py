"""Training plans of a person: which there are, one of them as a whole, and the edits of plans.

What a plan is stands in `domain.plan`; how it lies in rows, in `plan_rows`. A plan that is edited changes by
`ChangePlan` from one whole state to the next.
"""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, ClassVar
from weakref import WeakKeyDictionary

from legwork.domain.exercise import Exercise
from legwork.domain.plan.model import Level, Plan, check_limits
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.own_exercises import bring_exercises
from legwork.services.people import one_person
from legwork.services.plan_changes import changed_elsewhere, write_change
from legwork.services.plan_now import plan_today
from legwork.services.plan_rows import ROWS, checked_name, children, every_part, read_blocks, write_blocks
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import plan as plan_table

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_LOOK_AGAIN_S = 1.0
"""For so long the highest id in the store is believed: one command asks for thousands of ids at once."""


@dataclass(frozen=True)
class PlanInfo:
    """A plan without its parts. uid: names it in exports. starts_on: None where nobody said. weeks: how many."""

    id: int
    uid: str
    name: str
    starts_on: date | None
    weeks: int


@dataclass(frozen=True)
class StoredPlan:
    """A whole plan as it is stored; the ids of its parts are those of their rows."""

    info: PlanInfo
    plan: Plan


def plans_of(profile: Profile, person_id: int) -> tuple[PlanInfo, ...]:
    """A person's plans, in the order in which they were added."""
    with profile.reading() as reader:
        return plans_from(reader, person_id)


def plans_from(reader: Reader, person_id: int) -> tuple[PlanInfo, ...]:
    """As `plans_of`, inside a transaction."""
    rows = reader.rows(plan_table, person_id=person_id)
    blocks = children(reader, Level.BLOCK, [row.id for row in rows])
    owners = {block.id: plan_id for plan_id, found in blocks.items() for block in found}
    weeks = children(reader, Level.WEEK, owners)
    counts: Counter[int] = Counter()
    for block_id, found in weeks.items():
        counts[owners[block_id]] += len(found)
    return tuple(PlanInfo(row.id, row.uid, row.name, row.starts_on, counts[row.id]) for row in rows)


def plan_of_today(profile: Profile, person_id: int, today: date, chosen: int = 0) -> StoredPlan | None:
    """The plan that is trained by, as a whole; None without one. chosen: as in `plan_today`."""
    info = plan_today(plans_of(profile, person_id), today, chosen)
    return plan_of(profile, info.id) if info is not None else None


def plan_of(profile: Profile, plan_id: int, known: Plan | None = None) -> StoredPlan | None:
    """The plan of that id; None when it is gone.

    known: an earlier state of it: parts that are still the same come back as those very objects, so that whoever looks
    by identity looks only at what changed. A cell or progression that cannot be read says so in a note, and its row
    stays as it is until that exercise is changed.
    """
    with profile.reading() as reader:
        row = reader.one(plan_table, id=plan_id)
        if row is None:
            return None
        blocks = read_blocks(reader, [plan_id], every_part(known) if known else None)[plan_id]
    found = Plan(row.name, blocks)
    info = PlanInfo(row.id, row.uid, row.name, row.starts_on, sum(len(block.weeks) for block in blocks))
    return StoredPlan(info, known if known is not None and known == found else found)


def stored_plans(reader: Reader, person_id: int) -> tuple[StoredPlan, ...]:
    """All plans of a person as a whole, inside a transaction."""
    infos = plans_from(reader, person_id)
    blocks = read_blocks(reader, [info.id for info in infos])
    return tuple(StoredPlan(info, Plan(info.name, blocks[info.id])) for info in infos)


class PlanIds:
    """Gives, at each call, an id that no part of any plan has or had since the program started, on any level."""

    _given: ClassVar[WeakKeyDictionary[Profile, int]] = WeakKeyDictionary()
    _lock: ClassVar[Lock] = Lock()

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._looked: float | None = None

    def __call__(self) -> int:
        now = time.monotonic()
        floor = 0
        if self._looked is None or now - self._looked > _LOOK_AGAIN_S:
            with self._profile.reading() as reader:
                floor = reader.highest_id(*(rows.table for rows in ROWS.values()))
            self._looked = now
        with self._lock:
            given = 1 + max(floor, self._given.get(self._profile, 0))
            self._given[self._profile] = given
        return given


@dataclass(frozen=True)
class AddPlan(Edit):
    """Keep a new plan; its parts get ids of their own, whatever they have.

    exercises: of one's own, as a shared plan brings them along. One that the person has alike is taken for it; where
    another one has its key, it comes in under a new one.
    """

    notable: ClassVar[bool] = True

    person_id: int
    plan: Plan
    starts_on: date | None = None
    exercises: tuple[Exercise, ...] = ()

    @property
    def label(self) -> str:
        return tr("Add plan {name}", name=self.plan.name)

    def run(self, work: UnitOfWork) -> None:
        person_id = one_person(work, self.person_id).id
        plan = with_exercises(self.plan, bring_exercises(work, person_id, self.exercises))
        add_plan(work, person_id, uuid.uuid4().hex, plan, self.starts_on)


def add_plan(work: UnitOfWork, person_id: int, uid: str, plan: Plan, starts_on: date | None) -> int:
    """Insert a plan with all its parts, inside a transaction; answers with its id. Raises UserError."""
    check_limits(plan)
    values = {"person_id": person_id, "uid": uid, "name": plan_name(plan.name), "starts_on": starts_on}
    [plan_id] = work.insert(plan_table, [values])
    write_blocks(work, plan_id, plan)
    return plan_id


@dataclass(frozen=True)
class ChangePlan(Edit):
    """Bring a plan from one state to the next, writing only what differs. what: the translated name of what is done.

    before: as `plan_of` gave it, or as the last change left it. after: made of it by `domain.plan.edits`, with ids of
    `PlanIds` for what is new. Refused, with nothing written, when the stored plan is no longer as `before`.
    """

    plan_id: int
    before: Plan
    after: Plan
    what: str

    @property
    def label(self) -> str:
        return self.what

    def run(self, work: UnitOfWork) -> None:
        row = work.one(plan_table, id=self.plan_id)
        if row is None:
            raise _gone()
        if row.name != self.before.name:
            raise changed_elsewhere()
        check_limits(self.after)
        if self.after.name != self.before.name:
            work.update(plan_table, self.plan_id, name=plan_name(self.after.name))
        write_change(work, self.plan_id, self.before, self.after)


@dataclass(frozen=True)
class SetPlanStart(Edit):
    """Say on which day the first week of a plan begins; None: nobody knows."""

    plan_id: int
    starts_on: date | None

    @property
    def label(self) -> str:
        return tr("Start of the plan")

    def run(self, work: UnitOfWork) -> None:
        if work.one(plan_table, id=self.plan_id) is None:
            raise _gone()
        work.update(plan_table, self.plan_id, starts_on=self.starts_on)


@dataclass(frozen=True)
class DeletePlan(Edit):
    """Remove a plan with all that it holds; `name` names it in the menu."""

    notable: ClassVar[bool] = True

    plan_id: int
    name: str

    @property
    def label(self) -> str:
        return tr("Delete plan {name}", name=self.name)

    def run(self, work: UnitOfWork) -> None:
        work.delete(plan_table, [self.plan_id])


def with_exercises(plan: Plan, keys: Mapping[str, str]) -> Plan:
    """The plan with other keys for its exercises, where `keys` has one."""
    if not keys:
        return plan
    return replace(
        plan,
        blocks=tuple(
            replace(
                block,
                weeks=tuple(
                    replace(
                        week,
                        sessions=tuple(
                            replace(
                                session,
                                entries=tuple(
                                    replace(entry, exercise=keys.get(entry.exercise, entry.exercise))
                                    for entry in session.entries
                                ),
                            )
                            for session in week.sessions
                        ),
                    )
                    for week in block.weeks
                ),
            )
            for block in plan.blocks
        ),
    )


def plan_name(name: str) -> str:
    """The name, for a plan may have it. Raises UserError when it may not."""
    if not name:
        raise UserError(tr("Give the plan a name, for example Legs first."))
    return checked_name(name)


def _gone() -> UserError:
    return UserError(tr("This plan is no longer here."))
