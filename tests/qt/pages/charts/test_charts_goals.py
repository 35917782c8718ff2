"""Goals from the table, changes of the programme, and how both are drawn, mended and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QDateEdit, QDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from charts_driver import DAYS, TODAY, Charts
from legwork.domain.units import Quantity
from legwork.qt.dialogs.goal import GoalDialog
from legwork.services.goals import goals_of
from legwork.services.people import AddPerson
from legwork.services.programme import programme_changes
from program_driver import IMPERIAL, Desk, answering, fill, opened

DUE = TODAY + timedelta(days=200)
KIM = AddPerson("Kim", "female", date(1992, 3, 1), Quantity(170.0, "cm", "170"), units=IMPERIAL)
Answer = Callable[[QDialog], object]


def on_table(charts: Charts, row: int, answer: Answer) -> None:
    """Walk to a row of the table and press Enter."""
    table = charts.page.table
    table.setFocus()
    for _ in range(10):
        charts.desk.press(Qt.Key.Key_Up)
    for _ in range(row):
        charts.desk.press(Qt.Key.Key_Down)
    with answering("goal_dialog", answer):
        charts.desk.press(Qt.Key.Key_Return)
    charts.desk.settle()


def typing(value: str, due: date = DUE) -> Answer:
    """Types a goal and its day, and presses Enter."""

    def answer(dialog: QDialog) -> None:
        box = dialog.findChild(QLineEdit, "goal_value")
        box.selectAll()
        box.insert(value)
        dialog.findChild(QDateEdit, "goal_due").setDate(QDate(due.year, due.month, due.day))
        dialog.findChild(QPushButton, "goal_set").click()
        if dialog.isVisible():
            said.append(dialog.findChild(QLabel, "goal_refusal").text())
            dialog.reject()

    said: list[str] = []
    answer.said = said  # type: ignore[attr-defined]
    return answer


def aims(charts: Charts) -> list[float]:
    """Heights of the goals that the charts were given, seen through what is drawn."""
    found = {one.aim.value for shot in charts.page.board.snapshots() for one in shot.series if one.aim is not None}
    return sorted(found)


def test_a_goal_is_set_from_the_table_with_enter_and_drawn(desk: Desk, charts: Charts) -> None:
    before = charts.chart.grab().toImage()
    on_table(charts, 0, typing("66"))
    goal = goals_of(desk.context.profile, desk.person.id)["site/upper_thigh"]
    assert (goal.value, goal.unit, goal.due) == (66.0, "cm", DUE)
    low, high = charts.chart.visible_values()
    assert low < 66 < high, "the goal is in view"
    assert aims(charts) == [66.0]
    assert charts.chart.grab().toImage() != before
    assert desk.undo_action().text() == "Undo Goal for Upper thigh"


def test_a_goal_is_undone_and_done_again(desk: Desk, charts: Charts) -> None:
    on_table(charts, 0, typing("66"))
    desk.undo()
    desk.settle()
    assert aims(charts) == [] and charts.chart.visible_values()[1] < 66
    desk.redo()
    desk.settle()
    assert aims(charts) == [66.0]


def test_a_goal_is_edited_and_removed(desk: Desk, charts: Charts) -> None:
    on_table(charts, 0, typing("66"))

    def mend(dialog: QDialog) -> None:
        assert dialog.findChild(QLineEdit, "goal_value").text() == "66"
        assert dialog.findChild(QDateEdit, "goal_due").date().toPython() == DUE
        typing("68,5")(dialog)

    on_table(charts, 0, mend)
    assert aims(charts) == [68.5]
    on_table(charts, 0, lambda dialog: dialog.findChild(QPushButton, "goal_remove").click())
    assert aims(charts) == []
    desk.undo()
    desk.settle()
    assert aims(charts) == [68.5]


def test_what_was_never_set_cannot_be_removed(charts: Charts) -> None:
    seen = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog.findChild(QPushButton, "goal_remove").isVisible())
        dialog.reject()

    on_table(charts, 0, look)
    assert seen == [False] and aims(charts) == []


def test_the_dialog_says_where_the_measure_stands(charts: Charts) -> None:
    seen = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalDialog)
        charts.desk.qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
        seen.extend(one.text() for one in dialog.findChildren(QLabel))
        dialog.reject()

    on_table(charts, 0, look)
    assert any(one.startswith("Upper thigh") and ": now at " in one for one in seen)
    assert "Goal for Upper thigh" in seen


@pytest.mark.parametrize("text", ["", "many", "-3", "0", "66 kg", "1e9", "nan"])
def test_what_is_no_goal_is_refused_inline(charts: Charts, text: str) -> None:
    answer = typing(text)
    on_table(charts, 0, answer)
    [said] = answer.said  # type: ignore[attr-defined]
    assert said.endswith(".") and len(said) > 15
    assert aims(charts) == []


def test_a_day_that_is_past_is_refused_inline(charts: Charts) -> None:
    answer = typing("66", TODAY)
    on_table(charts, 0, answer)
    assert answer.said == ["A goal needs a day to come: choose one after today."]  # type: ignore[attr-defined]


def test_both_sides_share_one_goal(desk: Desk, charts: Charts) -> None:
    charts.tick("Calf")
    charts.tick("Upper thigh")
    assert charts.column("name") == ["Calf, left (cm)", "Calf, right (cm)"]
    on_table(charts, 1, typing("42"))
    assert list(goals_of(desk.context.profile, desk.person.id)) == ["site/calf"]
    assert aims(charts) == [42.0]


def test_a_difference_may_be_wanted_to_vanish(desk: Desk, charts: Charts) -> None:
    charts.tick("Upper thigh")
    charts.tick("Calf, left − right")
    on_table(charts, 0, typing("0"))
    assert aims(charts) == [0.0]


@pytest.mark.parametrize(("name", "text", "value"), [("Calf", "42", 42.0), ("Body weight", "90", 90.0)])
def test_a_double_click_asks_for_a_goal_too(desk: Desk, charts: Charts, name: str, text: str, value: float) -> None:
    charts.tick("Upper thigh")
    charts.tick(name)
    table = charts.page.table
    at = table.visualRect(table.model().index(0, 2)).center()
    desk.click(table.viewport(), at)
    with answering("goal_dialog", typing(text)):
        desk.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settle()
    assert aims(charts) == [value]


def test_a_goal_follows_the_change_that_is_shown(charts: Charts) -> None:
    on_table(charts, 0, typing("66"))
    charts.choose("chart_scaling", "Change since")
    [aim] = aims(charts)
    assert 5 < aim < 7
    charts.menu("chart_drawn", "Goals")
    assert aims(charts) == []


def test_in_inches_a_goal_is_typed_and_read_in_inches(qtbot: QtBot, folder: Path) -> None:
    fill(folder, KIM)
    with opened(qtbot, folder) as desk:
        for place, day in enumerate(DAYS):
            desk.remember(day, calf_left=f"{14 + place / 4}")
        charts = Charts(desk)
        on_table(charts, 0, typing("15 1/4"))
        goal = goals_of(desk.context.profile, desk.person.id)["site/calf"]
        assert goal.value == pytest.approx(15.25 * 2.54) and (goal.entered, goal.unit) == ("15 1/4", "in")
        assert aims(charts) == [pytest.approx(15.25)]
        shown = []

        def look(dialog: QDialog) -> None:
            shown.append(dialog.findChild(QLineEdit, "goal_value").text())
            dialog.reject()

        on_table(charts, 0, look)
        assert shown == ["15 1/4"]
        people = desk.go("people")
        people.form.units.setFocus()
        desk.press(Qt.Key.Key_Up)
        charts = Charts(desk)
        assert charts.column("name") == ["Calf, left (cm)"]
        assert aims(charts) == [pytest.approx(38.735)]
        on_table(charts, 0, look)
        assert shown[1] == "38.7"


def test_a_goal_in_litres_for_a_volume(desk: Desk, charts: Charts) -> None:
    desk.remember(TODAY, upper_thigh_left="60", lower_thigh_left="42")
    desk.settle()
    charts.tick("Upper thigh")
    charts.tick("Thigh volume")
    on_table(charts, 0, typing("9,4"))
    assert aims(charts) == [9.4]


# Changes of the programme


def in_programme(charts: Charts, answer: Answer) -> None:
    with answering("programme_dialog", answer):
        charts.click("chart_programme")
    charts.desk.settle()


def write(dialog: QDialog, text: str, day: date) -> None:
    dialog.findChild(QDateEdit, "programme_day").setDate(QDate(day.year, day.month, day.day))
    box = dialog.findChild(QLineEdit, "programme_text")
    box.selectAll()
    box.insert(text)


def test_a_change_is_noted_with_enter_and_stands_on_the_chart(desk: Desk, charts: Charts) -> None:
    when = DAYS[2] + timedelta(days=5)

    def add(dialog: QDialog) -> None:
        write(dialog, "Squats first", when)
        desk.qtbot.keyClick(dialog.findChild(QLineEdit, "programme_text"), Qt.Key.Key_Return)
        assert dialog.isVisible(), "it stays open for the next one"
        assert dialog.findChild(QListWidget, "programme_list").count() == 1
        dialog.findChild(QPushButton, "programme_close").click()

    in_programme(charts, add)
    [change] = programme_changes(desk.context.profile, desk.person.id)
    assert (change.day, change.text) == (when, "Squats first")
    foot = charts.chart.place_of(when.toordinal(), charts.chart.visible_values()[0])
    picture = charts.chart.surface().grab().toImage()
    cloth = [QColor(picture.pixelColor(foot + QPoint(dx, -dy))) for dx in range(2, 6) for dy in range(6, 14)]
    assert desk.program.theme.colour("text") in cloth
    charts.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    charts.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert charts.chart.read_out_text().endswith("Squats first")


def test_a_change_is_mended_and_deleted_and_comes_back(desk: Desk, charts: Charts) -> None:
    def add(dialog: QDialog) -> None:
        for text in ("Squats first", "Two leg days"):
            write(dialog, text, DAYS[1])
            dialog.findChild(QPushButton, "programme_add").click()
        rows = dialog.findChild(QListWidget, "programme_list")
        rows.setFocus()
        rows.setCurrentRow(0)
        assert dialog.findChild(QLineEdit, "programme_text").text() == "Squats first"
        write(dialog, "Front squats first", DAYS[2])
        dialog.findChild(QPushButton, "programme_change").click()
        rows.setCurrentRow(0)
        dialog.findChild(QPushButton, "programme_delete").click()
        dialog.findChild(QPushButton, "programme_close").click()

    in_programme(charts, add)
    left = [(one.day, one.text) for one in programme_changes(desk.context.profile, desk.person.id)]
    assert left == [(DAYS[2], "Front squats first")]
    desk.undo()
    desk.settle()
    assert len(programme_changes(desk.context.profile, desk.person.id)) == 2


def test_several_changes_are_copied_and_deleted_as_one_step(desk: Desk, charts: Charts) -> None:
    def add(dialog: QDialog) -> None:
        for text in ("Squats first", "=Two leg days"):
            write(dialog, text, DAYS[1])
            dialog.findChild(QPushButton, "programme_add").click()
        rows = dialog.findChild(QListWidget, "programme_list")
        rows.setFocus()
        dialog.activateWindow()
        desk.qtbot.waitUntil(rows.hasFocus)
        rows.selectAll()
        desk.qtbot.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        desk.qtbot.keyClick(rows, Qt.Key.Key_Delete)
        assert rows.count() == 0
        dialog.findChild(QPushButton, "programme_close").click()

    in_programme(charts, add)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0] == ["From which day", "What changes"]
    assert sorted(lines[1:]) == [[str(DAYS[1]), "'=Two leg days"], [str(DAYS[1]), "Squats first"]]
    desk.undo()
    desk.settle()
    assert len(programme_changes(desk.context.profile, desk.person.id)) == 2


@pytest.mark.parametrize(("text", "day"), [("", TODAY), ("x" * 500, TODAY), ("Soon", TODAY + timedelta(days=800))])
def test_what_is_no_change_is_refused_inline(desk: Desk, charts: Charts, text: str, day: date) -> None:
    said = []

    def add(dialog: QDialog) -> None:
        write(dialog, text, day)
        dialog.findChild(QPushButton, "programme_add").click()
        said.append(dialog.findChild(QLabel, "programme_refusal").text())
        dialog.reject()

    in_programme(charts, add)
    assert said[0].endswith(".") and len(said[0]) > 20
    assert programme_changes(desk.context.profile, desk.person.id) == ()
