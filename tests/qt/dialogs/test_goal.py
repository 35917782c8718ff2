"""Setting a goal: while it is typed, what is likely is said, and can be taken over; nothing is forbidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from legwork.domain.measures import Family, Measure
from legwork.qt.dialogs.goal import GoalDialog
from legwork.services.goals import goals_of
from program_driver import Desk

TODAY = date.today()
LEFT = Measure(Family.SITE, "calf")
Opener = Callable[..., GoalDialog]


@pytest.fixture
def ask(desk: Desk, qtbot: QtBot) -> Iterator[Opener]:
    """Opens the dialog for the calf, or another measure, after forty weeks of slow growth."""
    shown: list[GoalDialog] = []

    def of(measure: Measure = LEFT, name: str = "Calf", weeks: int = 40) -> GoalDialog:
        for week in range(weeks):
            girth = f"{37 + week * 0.06:.2f}"
            day = TODAY - timedelta(days=7 * (weeks - 1 - week) + 1)
            desk.remember(day, calf_left=girth, calf_right=girth)
        dialog = GoalDialog.of(desk.context, desk.person, measure, name, desk.window)
        shown.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
        return dialog

    yield of
    for dialog in shown:
        dialog.close()
        dialog.deleteLater()


def text(dialog: GoalDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    return found.text() if found is not None and found.isVisible() else ""


def type_in(qtbot: QtBot, dialog: GoalDialog, value: str, due: date | None = None) -> None:
    box = dialog.findChild(QLineEdit, "goal_value")
    box.selectAll()
    QTest.keyClicks(box, value)
    if due is not None:
        dialog.findChild(QDateEdit, "goal_due").setDate(QDate(due.year, due.month, due.day))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)


def button(dialog: GoalDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def test_before_anything_is_typed_it_says_what_is_likely(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    assert "Going on as now, about 3" in text(dialog, "goal_likely_words")
    take = button(dialog, "goal_take_value")
    assert take.isVisible()
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert dialog.value.text() == take.text().removeprefix("Take ").removesuffix("\N{NO-BREAK SPACE}cm")
    assert dialog.value.hasFocus()


def test_a_wish_that_is_too_fast_is_said_and_what_would_be_realistic_is_taken(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "43")
    assert text(dialog, "goal_likely_state") == "» faster than usual"
    words = text(dialog, "goal_likely_words")
    assert "faster than bodies usually change" in words and "a month" in words and "as likely as not" in words
    assert dialog.likely.accessibleDescription().endswith(words), "a screen reader hears it as well"
    take = button(dialog, "goal_take_value")
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert 39 < float(dialog.value.text()) < 42
    assert text(dialog, "goal_likely_state") not in ("", "» faster than usual")


def test_a_later_day_is_taken(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    soon = TODAY + timedelta(days=20)
    type_in(qtbot, dialog, "39.8", soon)
    take = button(dialog, "goal_take_day")
    assert take.isVisible()
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    assert dialog.due.date().toPython() > soon
    assert not take.isVisible(), "now it is as likely as not"


def test_a_likely_goal_offers_nothing_else(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "39.4", TODAY + timedelta(days=1000))
    assert text(dialog, "goal_likely_state").endswith("likely in time")
    assert not button(dialog, "goal_take_day").isVisible() and not button(dialog, "goal_take_value").isVisible()


def test_nothing_is_forbidden(qtbot: QtBot, desk: Desk, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "60")
    qtbot.mouseClick(button(dialog, "goal_set"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert goals_of(desk.context.profile, desk.person.id)["site/calf"].value == 60


@pytest.mark.parametrize("typed", ["many", "-3", "0", "1e9", "38..4"])
def test_what_makes_no_sense_is_said_when_it_is_set_and_not_before(
    qtbot: QtBot, desk: Desk, ask: Opener, typed: str
) -> None:
    dialog = ask()
    type_in(qtbot, dialog, typed)
    assert not text(dialog, "goal_refusal"), "nobody is scolded while typing"
    qtbot.mouseClick(button(dialog, "goal_set"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and text(dialog, "goal_refusal")
    assert not goals_of(desk.context.profile, desk.person.id)
    type_in(qtbot, dialog, "38")
    assert not text(dialog, "goal_refusal")


def test_a_day_in_the_past_is_refused_in_words(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "38", TODAY - timedelta(days=1))
    assert not text(dialog, "goal_likely_state")
    qtbot.mouseClick(button(dialog, "goal_set"), Qt.MouseButton.LeftButton)
    assert "choose one after today" in text(dialog, "goal_refusal")


def test_without_a_reading_it_says_what_is_missing(ask: Opener) -> None:
    dialog = ask(weeks=0)
    assert "measure once" in text(dialog, "goal_likely_words")
    assert not button(dialog, "goal_take_value").isVisible()


def test_closing_it_at_once_leaves_nothing_running(qtbot: QtBot, desk: Desk) -> None:
    dialog = GoalDialog.of(desk.context, desk.person, LEFT, "Calf", desk.window)
    dialog.show()
    dialog.value.setText("38")
    dialog.reject()
    assert not dialog.busy
    dialog.deleteLater()
    desk.settle()


def test_volumes_and_ratios_need_no_kind(qtbot: QtBot, desk: Desk, ask: Opener) -> None:
    dialog = ask(Measure(Family.RATIO, "calf_arm"), "Calf : arm")
    type_in(qtbot, dialog, "1,1")
    qtbot.mouseClick(button(dialog, "goal_set"), Qt.MouseButton.LeftButton)
    found = goals_of(desk.context.profile, desk.person.id)["ratio/calf_arm"]
    assert found.value == pytest.approx(1.1) and found.unit == "" and found.entered == "1,1"


def test_a_day_is_typed_as_a_whole_and_kept(qtbot: QtBot, desk: Desk, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "39.4")
    QTest.keyClick(dialog.value, Qt.Key.Key_Tab)
    assert dialog.due.hasFocus()
    QTest.keyClicks(dialog.due, "03 Feb 2031")
    assert dialog.due.date() == QDate(2031, 2, 3), "what is likely follows the typing"
    QTest.keyClick(dialog.due, Qt.Key.Key_Return)
    assert goals_of(desk.context.profile, desk.person.id)[str(LEFT)].due == date(2031, 2, 3)


def test_a_day_that_cannot_be_read_sets_no_goal(qtbot: QtBot, desk: Desk, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "39.4")
    dialog.due.setFocus()
    dialog.due.selectAll()
    QTest.keyClicks(dialog.due, "next spring")
    qtbot.mouseClick(button(dialog, "goal_set"), Qt.MouseButton.LeftButton)
    assert "“next spring” is not a day that can be read" in text(dialog, "goal_refusal")
    assert dialog.isVisible() and not goals_of(desk.context.profile, desk.person.id)
    dialog.due.selectAll()
    QTest.keyClicks(dialog.due, "2031-02-03")
    qtbot.mouseClick(button(dialog, "goal_set"), Qt.MouseButton.LeftButton)
    assert goals_of(desk.context.profile, desk.person.id)[str(LEFT)].due == date(2031, 2, 3)


def test_a_day_that_is_over_is_said_while_it_is_typed(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "39.4", TODAY - timedelta(days=3))
    assert text(dialog, "goal_likely_words") == "A goal needs a day to come: choose one after today."
    assert not button(dialog, "goal_take_value").isVisible()


def test_all_that_is_said_can_be_read(qtbot: QtBot, ask: Opener) -> None:
    dialog = ask()
    type_in(qtbot, dialog, "43")
    words = dialog.likely.words
    for _ in range(3):
        words.setText(words.text() + " And one more sentence that has to find its place below the others.")
    dialog.likely._give_room()
    qtbot.wait(1)
    assert words.height() >= words.heightForWidth(words.width())
    assert dialog.rect().contains(button(dialog, "goal_set").geometry())
