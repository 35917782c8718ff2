"""Training on the Charts page: it joins the list, is drawn beside girths, told in numbers, and leads to its sets."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from charts_driver import TODAY, Charts
from done_workouts import AddWorkout
from legwork.domain.log.model import Workout
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.workouts import DeleteWorkout, workouts_of
from program_driver import ALEX, Desk, answering, fill, opened
from trained_charts import MONDAY, train_weeks
from training_year_cases import keep_plan, plan
from workout_texts import did

CTRL = Qt.KeyboardModifier.ControlModifier
NBSP = "\N{NO-BREAK SPACE}"


def test_without_a_reading_hard_sets_are_shown(lifter: Charts) -> None:
    assert lifter.ticked() == ["Hard sets"]
    assert lifter.drawn() == ["Hard sets, legs", "Hard sets, upper body"]
    assert lifter.cell("Hard sets, legs", "verdict") == "4 a week, 48 in all; 3.0 × the 1.3 that hold size"
    assert (lifter.cell("Hard sets, legs", "start"), lifter.cell("Hard sets, legs", "change")) == ("4", "0")
    assert "Click a bar" in lifter.note()


def test_training_is_offered_in_groups(lifter: Charts) -> None:
    offered = lifter.offered()
    assert offered[:3] == ["Training", "  Tonnage", "  Hard sets"]
    assert offered[3].startswith("  Planned sessions done"), "it needs a plan"
    assert {"Hard sets by muscle", "  Front of the thighs", "  Chest", "Strength", "  Back squat"} <= set(offered)
    lifter.point_at("Planned sessions done …")
    assert "Needs a plan with a first day" in lifter.desk.child(QLabel, "chart_missing").text()


def test_without_a_log_nothing_of_it_is_offered(charts: Charts) -> None:
    assert not {"Training", "Strength", "Hard sets by muscle"} & set(charts.offered())
    assert charts.page.bar.stacking.isHidden()


def test_girths_come_first_where_there_are_any(both: Charts) -> None:
    assert both.ticked() == ["Upper thigh"]
    offered = both.offered()
    assert offered.index("Girths") < offered.index("Training") < offered.index("Strength")


def test_a_girth_above_the_sets_of_the_legs(both: Charts) -> None:
    both.tick("Hard sets")
    both.click("layout_apart")
    assert both.titles() == ["Upper thigh", "Hard sets"]
    girth, sets = both.page.board.shown
    assert girth.visible_days() == sets.visible_days()
    day = MONDAY.toordinal() - 14
    assert girth.place_of(day, 58).x() == sets.place_of(day, 0).x()
    girth.setFocus()
    both.desk.press(Qt.Key.Key_Left, CTRL)
    both.desk.press(Qt.Key.Key_Left, CTRL)
    said = sets.read_out_text().replace(NBSP, " ")
    assert said.startswith("Week from") and "Hard sets, legs 4 sets a week" in said
    assert "Upper thigh, left" in girth.read_out_text()


def test_a_shaded_stretch_counts_its_weeks(both: Charts) -> None:
    both.tick("Hard sets")
    first = MONDAY - timedelta(weeks=5)
    both.page.board.set_region((first.toordinal(), first.toordinal() + 20))
    both.desk.settle()
    assert both.cell("Hard sets, legs", "verdict").startswith("4 a week, 12 in all")


def test_mirrored_or_stacked_is_kept(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        train_weeks(desk)
        charts = Charts(desk)
        assert charts.chosen("chart_stacking") == "Mirrored" and charts.chart.visible_values()[0] < -2
        charts.choose("chart_stacking", "Stacked")
        assert charts.chart.visible_values()[0] == 0
    with opened(qtbot, folder) as desk:
        charts = Charts(desk)
        assert charts.chosen("chart_stacking") == "Stacked" and charts.chart.visible_values()[0] == 0


def test_strength_gets_stronger(lifter: Charts) -> None:
    lifter.tick("Hard sets")
    lifter.tick("Back squat")
    assert lifter.drawn() == ["Back squat, e1RM"]
    assert lifter.cell("Back squat, e1RM", "verdict") == "▲ stronger"
    assert lifter.page.bar.stacking.isHidden()
    lifter.choose("chart_scaling", "Change in % since")
    assert lifter.chart.value_labels("%")


def test_lifts_done_seldom_are_folded_away(desk: Desk) -> None:
    train_weeks(desk)
    for back in range(3):
        exercises = (did("deadlift", "140x5@1"),)
        day = MONDAY - timedelta(days=back)
        desk.context.profile.apply(AddWorkout(desk.person.id, Workout(0, day, exercises=exercises)))
    desk.context.runner.reload_everything()
    charts = Charts(desk)
    assert charts.offered()[-2:] == ["Strength, seldom done ▸", "  Deadlift"]
    tree = charts.page.chooser
    group = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert group is not None and not group.isExpanded()
    tree.setFocus()
    tree.setCurrentItem(group)
    desk.press(Qt.Key.Key_Space)
    assert group.isExpanded() and group.text(0) == "Strength, seldom done"
    charts.tick("Deadlift")
    assert "Deadlift, e1RM" in charts.drawn()
    group = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert group is not None
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(group).center())
    assert group.text(0) == "Strength, seldom done (1 ticked) ▸"


def test_folded_headings_are_folded_again_after_a_restart(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        train_weeks(desk)
        charts = Charts(desk)
        tree = charts.page.chooser
        tree.setCurrentItem(tree.topLevelItem(0))
        tree.setFocus()
        desk.press(Qt.Key.Key_Left)
        assert charts.offered()[0] == "Training (1 ticked) ▸"
    with opened(qtbot, folder) as desk:
        assert Charts(desk).offered()[0] == "Training (1 ticked) ▸"


def test_an_edit_of_the_log_is_followed_and_undone(lifter: Charts) -> None:
    desk = lifter.desk
    before = lifter.cell("Hard sets, legs", "verdict")
    worked_out = lifter.page.histories.computed
    [first, *_] = workouts_of(desk.context.profile, desk.person.id)
    desk.context.runner.apply(DeleteWorkout(first.workout.id, first.workout.day))
    desk.settle()
    assert lifter.cell("Hard sets, legs", "verdict").startswith("4 a week, 44 in all")
    assert lifter.page.histories.computed == worked_out + 1
    desk.undo()
    desk.settle()
    assert lifter.cell("Hard sets, legs", "verdict") == before


def test_an_edit_of_the_log_leaves_girths_alone(both: Charts) -> None:
    desk = both.desk
    worked_out = both.page.histories.computed
    [first, *_] = workouts_of(desk.context.profile, desk.person.id)
    desk.context.runner.apply(DeleteWorkout(first.workout.id, first.workout.day))
    desk.settle()
    assert both.page.histories.computed == worked_out


def test_the_first_workout_brings_training_to_the_list(charts: Charts) -> None:
    desk = charts.desk
    desk.context.runner.apply(AddWorkout(desk.person.id, Workout(0, TODAY, exercises=(did("squat", "100x5@1"),))))
    desk.settle()
    assert "  Hard sets" in charts.offered()
    assert charts.ticked() == ["Upper thigh"], "what is looked at stays"
    desk.undo()
    desk.settle()
    assert "  Hard sets" not in charts.offered()


def dialog(desk: Desk, qtbot: QtBot) -> QDialog:
    """The sets behind a number, once they are there."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.window.findChildren(QDialog, "sets_behind_dialog")))
    found = next(one for one in desk.window.findChildren(QDialog, "sets_behind_dialog") if one.isVisible())
    desk.settle()
    return found


def test_a_click_on_a_bar_shows_its_sets(lifter: Charts, qtbot: QtBot) -> None:
    week = MONDAY - timedelta(weeks=2)
    at = lifter.chart.bar_rect("hard/week:legs", week.toordinal()).center().toPoint()
    QTest.mouseClick(lifter.chart.surface(), Qt.MouseButton.LeftButton, pos=at)
    shown = dialog(lifter.desk, qtbot)
    assert shown.windowTitle().startswith("Hard sets, legs, ")
    texts = " ".join(one.text() for one in shown.findChildren(QLabel))
    qtbot.waitUntil(lambda: "4 hard sets" in " ".join(one.text() for one in shown.findChildren(QLabel)))
    assert "Hard sets, legs" in texts
    shown.close()


def test_enter_on_a_read_week_asks_which_bar(lifter: Charts, qtbot: QtBot) -> None:
    lifter.key(Qt.Key.Key_Left, CTRL)
    lifter.key(Qt.Key.Key_Left, CTRL)
    lifter.desk.press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text().replace(NBSP, " ") for one in menu.actions()] == [
        "Hard sets, legs: 4 sets a week", "Hard sets, upper body: 3 sets a week",
    ]  # fmt: skip
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    shown = dialog(lifter.desk, qtbot)
    assert shown.windowTitle().startswith("Hard sets, upper body, ")
    shown.close()


def test_enter_on_a_muscle_shows_all_its_sets(lifter: Charts, qtbot: QtBot) -> None:
    lifter.tick("Hard sets")
    lifter.tick("Triceps")
    lifter.key(Qt.Key.Key_Left, CTRL)
    lifter.key(Qt.Key.Key_Left, CTRL)
    lifter.desk.press(Qt.Key.Key_Return)
    shown = dialog(lifter.desk, qtbot)
    qtbot.waitUntil(lambda: "1.5 hard sets" in " ".join(one.text() for one in shown.findChildren(QLabel)))
    shown.close()


def test_planned_sessions_lead_to_the_calendar(desk: Desk, qtbot: QtBot) -> None:
    train_weeks(desk)
    keep_plan(desk.context.profile, desk.person, MONDAY - timedelta(weeks=2))
    desk.context.runner.reload_everything()
    charts = Charts(desk)
    charts.tick("Hard sets")
    charts.tick("Planned sessions done")
    assert charts.cell("Planned sessions done", "verdict") == "0 of 6 planned sessions"
    charts.key(Qt.Key.Key_Left, CTRL)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.child(QPushButton, "charts_show_calendar").isChecked()


def test_what_was_planned_follows_the_plan_that_is_chosen(desk: Desk) -> None:
    """Two plans from the same day; nothing of either is done yet."""
    train_weeks(desk)
    for each in (plan(), read_plan("Plan: Short\nWeek\nSession: Quick\nsquat: 1x8\n", UnitSystem.METRIC)):
        keep_plan(desk.context.profile, desk.person, MONDAY - timedelta(weeks=1), each)
    desk.context.runner.reload_everything()
    charts = Charts(desk)
    charts.tick("Planned sessions done")
    assert charts.cell("Planned sessions done", "verdict") == "0 of 1 planned session"
    computed = charts.page.histories.computed
    desk.go("train")
    chooser = desk.child(QComboBox, "train_plan")
    chooser.setCurrentIndex(chooser.findText("Legs first"))
    chooser.activated.emit(chooser.currentIndex())
    desk.settle()
    charts = Charts(desk)
    desk.settle()
    assert charts.cell("Planned sessions done", "verdict") == "0 of 3 planned sessions"
    assert charts.page.histories.computed == computed + 2, "hard sets and sessions are held against the plan"
    desk.go("train")
    Charts(desk)
    assert charts.page.histories.computed == computed + 2, "nothing was chosen since"


def test_a_week_has_no_goal(lifter: Charts) -> None:
    lifter.page.table.setFocus()
    lifter.page.table.selectRow(0)
    lifter.desk.press(Qt.Key.Key_Return)
    assert "said by the plan" in lifter.note()


def test_a_lift_may_have_one(lifter: Charts) -> None:
    lifter.tick("Hard sets")
    lifter.tick("Back squat")

    def answer(asked: QDialog) -> None:
        asked.findChild(QLineEdit, "goal_value").insert("180")
        asked.findChild(QPushButton, "goal_set").click()

    lifter.page.table.setFocus()
    lifter.page.table.selectRow(0)
    with answering("goal_dialog", answer):
        lifter.desk.press(Qt.Key.Key_Return)
    lifter.desk.settle()
    assert lifter.chart.visible_values()[1] > 180
    assert lifter.desk.undo_action().text() == "Undo Goal for Back squat, e1RM"


def test_the_shown_weeks_as_csv_and_table(lifter: Charts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "shown.csv"
    monkeypatch.setattr("legwork.qt.core.file_places.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    lifter.menu("chart_save", "Shown data as CSV…")
    lifter.desk.settle()
    rows = file.read_text(encoding="utf-8-sig").splitlines()
    week = MONDAY - timedelta(weeks=1)
    assert f'{week.isoformat()},"Hard sets, legs",,sets a week,4,,,,' in rows
    lifter.menu("chart_save", "Copy table")
    assert "Hard sets, legs (sets a week)\t4\t4\t0" in QApplication.clipboard().text()


def test_a_view_with_training_is_kept_under_a_name(lifter: Charts) -> None:
    text = lifter.page.view.as_text()
    lifter.tick("Tonnage")
    lifter.page.look_at(text.replace('"measures": null', '"measures": ["hard/week", "muscle/neck", "hard/nonsense"]'))
    lifter.desk.settle()
    assert lifter.drawn() == ["Hard sets, legs", "Hard sets, upper body"], "what nobody trained is left out"
