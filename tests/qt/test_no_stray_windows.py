"""Nothing flashes up as a window of its own while what is on screen is built."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from legwork.domain.measures import Family, Measure
from legwork.domain.units import Quantity
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.weekly_review import WeeklyReviewDialog, show_review
from legwork.services.goals import SetGoal
from legwork.services.plans import AddPlan
from program_driver import Desk
from train_cases import MONDAY, TODAY, legs_first
from workout_texts import add_workout, did

_FLOATING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class Watch(QObject):
    """Takes note of every window that is shown and is none that a person opened."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, (QDialog, QMenu, QMainWindow))
            and watched.windowType() not in _FLOATING
        ):
            self.strays.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch() -> Iterator[Watch]:
    app, found = QApplication.instance(), Watch()
    assert app is not None
    app.installEventFilter(found)
    yield found
    app.removeEventFilter(found)


def test_a_window_of_its_own_is_seen(desk: Desk, watch: Watch) -> None:
    stray = QWidget()
    stray.setVisible(True)
    assert watch.strays == ["QWidget "]
    stray.hide()


def test_the_review_of_a_week_with_sets_shows_no_other_window(desk: Desk, watch: Watch) -> None:
    for away in (7, 0):
        desk.remember(TODAY - timedelta(days=away), waist="84", calf_left="37", calf_right="37")
    desk.context.profile.apply(AddPlan(desk.person.id, legs_first(), MONDAY))
    did_squats = did("squat", *["100x8@1"] * 4)
    add_workout(desk.context.profile, desk.person, TODAY - timedelta(days=2), did_squats)
    desk.context.runner.reload_everything()
    dialog = show_review(desk.context, desk.window)
    assert isinstance(dialog, WeeklyReviewDialog)
    desk.qtbot.waitUntil(lambda: dialog.review is not None, timeout=20_000)
    assert dialog.review is not None and dialog.review.done.rows, "no bars were made"
    dialog.close()
    assert watch.strays == []


def test_a_goal_that_is_looked_at_again_shows_no_other_window(desk: Desk, watch: Watch) -> None:
    due = TODAY + timedelta(days=300)
    desk.context.runner.apply(SetGoal(desk.person.id, "site/waist", Quantity(80, "cm", "80"), due, TODAY, "Waist"))
    dialog = GoalDialog.of(desk.context, desk.person, Measure(Family.SITE, "waist"), "Waist", desk.window)
    dialog.show()
    assert dialog.remove.isVisible()
    desk.qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    dialog.close()
    dialog.deleteLater()
    assert watch.strays == []
