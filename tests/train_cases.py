"""A plan and a hand on the Train page, for tests of it: sets typed, keys pressed, the log as it is kept."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from legwork.domain.log.model import Workout
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.qt.pages.train.page import TrainPage
from legwork.services.plans import AddPlan, StoredPlan, plan_of, plans_of
from legwork.services.set_words import set_words
from legwork.services.workouts import StoredWorkout, workouts_of
from program_driver import Desk

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TODAY = date.today()
MONDAY = TODAY - timedelta(days=TODAY.weekday())

_WEEK = """Week {number}
Session: Legs A (Monday)
squat: 3x6-8 @2 RIR {load}kg r180
  rule: double 6-8 +2.5kg
romanian_deadlift: 2x8-10
[A] leg_extension: 2x12-15
[A] lying_leg_curl: 2x10-12
Session: Upper (Wednesday)
bench_press: 3x6-8 80kg
pull_up: 3x6-10 BW
Session: Legs B (Friday)
bulgarian_split_squat: 3x8-12 /side
hip_thrust: 3x8-10 100kg
"""


def legs_first(weeks: int = 4) -> Plan:
    """Three days a week, with a superset on Mondays; the squat goes up by 2.5 kg from 100 kg."""
    text = "Plan: Legs first\nBlock: Base (accumulate)\n"
    text += "".join(_WEEK.format(number=at + 1, load=f"{100 + 2.5 * at:g}") for at in range(weeks))
    return read_plan(text, UnitSystem.METRIC)


class Hand:
    """Types on the Train page of a desk; every key is counted."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.keys = 0

    @property
    def page(self) -> TrainPage:
        page = self.desk.window.current_page()
        assert isinstance(page, TrainPage)
        return page

    def go(self) -> TrainPage:
        """Turn to the page."""
        self.desk.go("train")
        return self.page

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self.keys += 1
        self.desk.press(key, modifier)
        self.desk.settle()

    def write(self, text: str) -> None:
        """Letters."""
        self.keys += len(text)
        self.desk.write(text)

    def enter(self, *texts: str) -> None:
        """Each text with Enter behind it; "" is Enter alone."""
        for text in texts:
            if text:
                self.write(text)
            self.press(Qt.Key.Key_Return)

    @property
    def at(self) -> str:
        """What has the focus, as a screen reader says it."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    @property
    def answer(self) -> str:
        """What is picked in what has the focus, as a screen reader says it."""
        focused = QApplication.focusWidget()
        return focused.accessibleDescription().partition(".")[0] if focused is not None else ""

    @property
    def ghost(self) -> str:
        """What stands in grey in the field that has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None and focused.objectName().startswith("train_set_")
        return str(focused.property("placeholderText"))

    @property
    def said(self) -> str:
        """What the page says above all."""
        return self.page.said.text() if self.page.said.isVisible() else ""

    @property
    def message(self) -> str:
        """What is said below the fields."""
        found = [one for one in self.page.findChildren(QLabel, "train_message") if one.isVisible()]
        return " ".join(one.text() for one in found)

    @property
    def log(self) -> list[StoredWorkout]:
        """The log as the profile holds it."""
        return list(workouts_of(self.desk.context.profile, self.desk.person.id))

    @property
    def only(self) -> Workout:
        """The only workout there is."""
        [one] = self.log
        return one.workout

    @property
    def plan(self) -> StoredPlan:
        """The only plan there is, as it is kept."""
        profile = self.desk.context.profile
        [info] = plans_of(profile, self.desk.person.id)
        found = plan_of(profile, info.id)
        assert found is not None
        return found


def with_plan(desk: Desk, starts_on: date | None, plan: Plan | None = None) -> Hand:
    """Give the person a plan, and turn to the page."""
    desk.context.profile.apply(AddPlan(desk.person.id, plan or legs_first(), starts_on))
    hand = Hand(desk)
    hand.go()
    return hand


def sets_in(workout: Workout) -> dict[str, list[str]]:
    """The sets of a workout as they may be typed, by exercise; exercises without one are left out."""
    found: dict[str, list[str]] = {}
    for one in workout.exercises:
        if one.sets:
            found.setdefault(one.exercise, []).extend(set_words((each,), UnitSystem.METRIC) for each in one.sets)
    return found


def session_row(hand: Hand, title: str) -> QWidget:
    """The row of a session of the week."""
    [found] = [one for one in hand.page.overview.week.rows if one.title.text() == title]
    return found


def press_session(hand: Hand, title: str, place: int) -> None:
    """Click a button of a session: the first or the second one."""
    hand.desk.click(session_row(hand, title).buttons[place])
    hand.desk.settle()
