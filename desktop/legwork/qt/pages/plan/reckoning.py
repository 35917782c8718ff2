"""What the plan on screen adds up to and what it is held to, worked out and shown beside it.

Owns when each of it is worked out: the sums at once, the checks when the hand rests, what plans are held to in the
background. It must not change the plan nor choose one.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.checks import check_plan
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.pages.plan.desk import Desk
from legwork.services.people import Person
from legwork.services.plan_aims import PlanAims, aims_of
from legwork.services.plan_facts import PlanCounter, course_of, week_facts
from legwork.services.plan_lookup import lookup_of
from legwork.services.profile import Profile

_CHECK_MS = 120
"""How long the plan rests before it is checked again."""


class Reckoning(Latest):
    """Shows facts and findings on the desk once what plans are held to is known."""

    known = Signal()
    """What plans are held to is known, or known anew."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__(context.worker, desk)
        self._profile, self._desk = context.profile, desk
        self._counter = PlanCounter()
        self._shown: tuple[Plan, Catalogue, UnitSystem] | None = None
        self.aims: PlanAims | None = None
        self.lookup: Lookup | None = None
        self._checking = QTimer(self, singleShot=True, interval=_CHECK_MS)
        self._checking.timeout.connect(self._check)
        desk.week_shown.connect(self._show_facts)
        self.done.connect(self._on_held_to)

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out or checked."""
        return super().busy or self._checking.isActive()

    def forget(self) -> None:
        """Another person is looked at."""
        self.forget_plan()
        self.aims, self.lookup = None, None

    def forget_plan(self) -> None:
        """No plan is looked at."""
        self._shown = None
        self._checking.stop()

    def work_out(self, person: Person) -> None:
        """What plans are held to, from balance, pain and lifts: in the background, as it reads all measurements."""
        work = partial(_held_to, self._profile, person, date.today())
        self.ask(tr("Working out what the plan shall do"), work)

    def show(self, plan: Plan, catalogue: Catalogue, units: UnitSystem) -> None:
        """Show what this plan adds up to; as soon as what it is held to is known."""
        self._shown = plan, catalogue, units
        self._show_facts()

    def _show_facts(self, _week_id: int = 0) -> None:
        if self._shown is None or self.lookup is None or self.aims is None:
            return
        plan, catalogue, units = self._shown
        counts = self._counter.counts(plan, self.lookup)
        week, ids = self._desk.week_id, [one.id for _, one in weeks_of(plan)]
        if week not in ids:
            week = next(iter(ids), None)
        facts = None
        if week is not None:
            facts = week_facts(plan, week, counts, self.lookup, catalogue, self.aims.brief, units)
        self._desk.show_facts(facts, course_of(plan, counts))
        self._checking.start()

    def _check(self) -> None:
        """The checks come a moment later than the sums: of the largest plan they take as long as ten frames."""
        if self._shown is not None and self.lookup is not None and self.aims is not None:
            plan = self._shown[0]
            self._desk.findings.show_limit(self.aims.wanted.jump)
            counts = self._counter.counts(plan, self.lookup)
            self._desk.show_findings(check_plan(plan, self.lookup, self.aims.wanted, counts))

    def _on_held_to(self, found: tuple[PlanAims, Lookup]) -> None:
        self.aims, self.lookup = found
        self._show_facts()
        self.known.emit()


def _held_to(profile: Profile, person: Person, today: date, task: Task) -> tuple[PlanAims, Lookup]:
    return aims_of(profile, person, today, task.breathe), lookup_of(profile, person, today)
