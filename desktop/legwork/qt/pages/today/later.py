"""What the Today page learns from the background, part by part, each when something it rests on has changed.

Owns which part rests on which tables, what is out of date, and asking. Nothing heavy is imported before the first
page is drawn: each part loads what it needs in the worker's thread, and the module that will show it too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from legwork.i18n import mark, tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.services.edit import Changes
from legwork.services.people import Person
from legwork.services.profile import Profile

PAUSE_MS = 40
"""So long after the page is shown the background begins: the first paint comes first."""

_BODY = ("person", "tracked_site", "custom_site", "check_in", "reading", "choice")
_PLANS = ("plan", "plan_block", "plan_week", "plan_session", "plan_entry")
_LOG = ("workout", "workout_exercise", "workout_set", "own_exercise")


class Asked(NamedTuple):
    """What a part is worked out from. plan: the chosen one."""

    profile: Profile
    person: Person
    today: date
    plan: int


def _body(asked: Asked, task: Task) -> object:
    from legwork.qt.widgets import today_balance, today_changes
    from legwork.services.today_body import body_glance

    assert today_balance and today_changes
    return body_glance(asked.profile, asked.person, asked.today, task.breathe)


def _week(asked: Asked, task: Task) -> object:
    from legwork.qt.widgets import today_week
    from legwork.services.today_week import week_glance

    assert today_week
    return week_glance(*asked, task.breathe)


def _food(asked: Asked, task: Task) -> object:
    from legwork.qt.widgets import today_food
    from legwork.services.food_view import food_on

    assert today_food
    return food_on(asked.profile, asked.person, asked.today, asked.today, asked.plan, task.breathe)


def _goals(asked: Asked, task: Task) -> object:
    from legwork.qt.widgets import today_goals
    from legwork.services.today_goals import goals_glance

    assert today_goals
    return goals_glance(*asked, task.breathe)


def _loop(asked: Asked, task: Task) -> object:
    from legwork.qt.pages.today import loop
    from legwork.qt.widgets import review_cards
    from legwork.services.loop import loop_view

    assert loop and review_cards  # the review is one click away
    return loop_view(*asked, task.breathe)


class Part(NamedTuple):
    """What is asked, the tables it rests on, and its title while it runs."""

    work: Callable[[Asked, Task], object]
    tables: tuple[str, ...]
    title: str


PARTS = {
    "body": Part(_body, _BODY, mark("Looking at the last check-in")),
    "week": Part(_week, (*_BODY, *_PLANS, *_LOG, "lift"), mark("Counting the week")),
    "food": Part(
        _food,
        ("person", "check_in", "reading", "choice", "goal", "food_amount", "food_item", *_PLANS, *_LOG),
        mark("Looking at the food of today"),
    ),
    "goals": Part(_goals, (*_BODY, *_PLANS, *_LOG, "goal", "lift"), mark("Looking ahead")),
    "loop": Part(
        _loop,
        (*_BODY, *_PLANS, *_LOG, "goal", "refused_proposal", "food_amount"),
        mark("Comparing expected and seen"),
    ),
}
"""In the order in which they are asked, the quick ones first."""

TABLES = tuple(dict.fromkeys(table for part in PARTS.values() for table in part.tables))


class Later(QObject):
    """Asks what is out of date while the page is shown; `found` with the name of the part and its answer."""

    found = Signal(str, object)
    missed = Signal(str)
    """A part could not be worked out; the error is raised as well."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._old = set(PARTS)
        self._for: tuple[object, ...] = ()
        self._asks: dict[str, Latest] = {}
        for name in PARTS:
            ask = self._asks[name] = Latest(context.worker, self)
            ask.done.connect(partial(self.found.emit, name))
            ask.failed.connect(partial(self._on_failed, name))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or any(one.busy for one in self._asks.values())

    def made_old(self, changes: Changes) -> None:
        """Something was changed."""
        self._old |= {name for name, part in PARTS.items() if changes.touches(*part.tables)}

    def everything_old(self) -> None:
        """Another person, or another day: nothing that was found holds any more."""
        self._old = set(PARTS)

    def go_on(self, person: Person, today: date) -> None:
        """Ask soon what is out of date. What cannot tell of an edit, the day and the chosen plan, is compared."""
        state = (person, today, chosen_plan(self._context.view, person))
        if state != self._for:
            self._for = state
            self.everything_old()
        if self._old:
            self._pause.start()

    def rest(self) -> None:
        """The page is left: what is not answered yet is asked again when it is shown."""
        self._pause.stop()
        for name, ask in self._asks.items():
            if ask.busy:
                ask.drop()
                self._old.add(name)

    def _on_failed(self, name: str) -> None:
        self._old.add(name)  # it is asked again with the next edit, or visit
        self.missed.emit(name)

    def _ask(self) -> None:
        if not self._for:
            return
        person, today, plan = self._for
        asked: Any = Asked(self._context.profile, person, today, plan)  # type: ignore[arg-type]
        for name in [name for name in PARTS if name in self._old]:
            part = PARTS[name]
            self._asks[name].ask(tr(part.title), partial(part.work, asked), waited_for=True)
        self._old.clear()
