"""The goals on the Charts page: listed, looked at with what may come, changed and removed by keys, and set anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDateEdit, QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from charts_driver import TODAY, Charts
from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.units import Quantity
from legwork.qt.pages.charts.goals import GoalsView
from legwork.qt.widgets.facts_table import FactsTable
from legwork.services.goal_shapes import Scenario
from legwork.services.goals import Goal, SetGoal, goals_of
from program_driver import ALEX, IMPERIAL, Desk, answering, fill, opened

WEEKS = 40
DUE = TODAY + timedelta(days=200)
ALT = Qt.KeyboardModifier.AltModifier


def measured(desk: Desk, weeks: int = WEEKS, *, last: int = 1) -> None:
    """So many weeks of both calves, the left one growing by .02 cm a week, the right one level; and of body weight."""
    for week in range(weeks):
        day = TODAY - timedelta(days=7 * (weeks - 1 - week) + last)
        desk.remember(day, calf_left=f"{37 + week * 0.02:.2f}", calf_right="37.5", body_weight="80")


def trained(desk: Desk) -> None:
    """Eight calf raises a week for the last twelve weeks."""
    for week in range(12):
        raises = (LoggedExercise("standing_calf_raise", (LoggedSet(reps=10),) * 8),)
        day = TODAY - timedelta(days=7 * week + 8)
        desk.context.profile.apply(AddWorkout(desk.person.id, Workout(0, day, exercises=raises)))
    desk.context.runner.reload_everything()


def wish(desk: Desk, measure: str, value: float, due: date = DUE, unit: str = "cm", what: str = "Calf") -> None:
    """A goal that was set some weeks ago."""
    quantity, day = Quantity(value, unit, f"{value:g}"), TODAY - timedelta(days=60)
    desk.context.profile.apply(SetGoal(desk.person.id, measure, quantity, due, day, what))
    desk.context.runner.reload_everything()


def goals(desk: Desk) -> dict[str, Goal]:
    return goals_of(desk.context.profile, desk.person.id)


def opened_view(desk: Desk) -> GoalsView:
    desk.go("charts")
    desk.press(Qt.Key.Key_2, ALT)
    desk.settle()
    view = desk.child(QWidget, "goals_view")
    assert isinstance(view, GoalsView)
    return view


def listed(desk: Desk) -> list[str]:
    found = desk.child(QListWidget, "goal_list")
    return [str(found.item(place).text()) for place in range(found.count())]


def said(desk: Desk, name: str) -> str:
    return desk.child(QLabel, name).text()


def typing(value: str, due: date | None = None) -> Callable[[QDialog], object]:
    def answer(dialog: QDialog) -> None:
        box = dialog.findChild(QLineEdit, "goal_value")
        box.selectAll()
        box.insert(value)
        if due is not None:
            dialog.findChild(QDateEdit, "goal_due").setDate(QDate(due.year, due.month, due.day))
        dialog.findChild(QPushButton, "goal_set").click()

    return answer


@pytest.fixture
def view(desk: Desk) -> GoalsView:
    """A calf that is wanted far bigger than it will be, and body weight a little higher."""
    measured(desk)
    wish(desk, "site/calf", 43.0)
    wish(desk, "site/body_weight", 80.5, unit="kg", what="Body weight")
    return opened_view(desk)


def test_without_goals_it_says_what_will_be_here_and_begins(desk: Desk) -> None:
    measured(desk, 12)
    opened_view(desk)
    button = desk.child(QPushButton, "empty_state_action")
    assert button.text() == "Set a goal" and button.hasFocus(), "one Enter away"

    def find(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit, "goal_measure_search").setText("calf")
        dialog.findChild(QPushButton, "goal_measure_next").click()

    with answering("goal_dialog", typing("38.5", DUE)), answering("goal_measure_dialog", find):
        desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert goals(desk)["site/calf"].value == 38.5
    assert listed(desk) == ["Calf, left"]
    desk.undo()
    desk.settle()
    assert desk.child(QPushButton, "empty_state_action").isVisible()


def test_a_goal_is_looked_at_from_all_sides(desk: Desk, view: GoalsView) -> None:
    assert sorted(listed(desk)) == ["Body weight", "Calf, right"], "the side that is farther from it is named"
    view.look_at("site/calf")
    desk.settle()
    assert said(desk, "goal_title").startswith("Calf, right: 43.0\N{NO-BREAK SPACE}cm by ")
    assert said(desk, "goal_state") == "» faster than usual"
    assert "faster than bodies usually change" in said(desk, "goal_head")
    assert not view.card.chart.is_bare and view.card.chart.visible_days()[1] > DUE.toordinal()
    assert "43" in view.card.chart.value_labels() or view.card.chart.visible_values()[1] > 43
    assert "Needed +" in view.card.rates.accessibleName() and " cm a month" in view.card.rates.accessibleName()
    assert said(desk, "goal_words") and said(desk, "goal_key").startswith("Shaded")


def test_the_list_is_walked_with_the_arrows(desk: Desk, view: GoalsView) -> None:
    view.goals.setFocus()
    first = said(desk, "goal_title")
    desk.press(Qt.Key.Key_Down)
    second = said(desk, "goal_title")
    assert first != second
    desk.press(Qt.Key.Key_Up)
    assert said(desk, "goal_title") == first
    spoken = view.goals.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "now" in spoken and " by " in spoken, "a screen reader hears the whole row"


def test_enter_changes_a_goal_and_the_view_stays_with_it(desk: Desk, view: GoalsView) -> None:
    view.look_at("site/calf")
    view.goals.setFocus()
    with answering("goal_dialog", typing("37.6")):
        desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert goals(desk)["site/calf"].value == 37.6
    assert said(desk, "goal_title").startswith("Calf, ") and "37.6" in said(desk, "goal_title")
    assert view.goals.hasFocus(), "the keys go on in the list"
    desk.undo()
    desk.settle()
    assert "43.0" in said(desk, "goal_title")


def test_delete_removes_a_goal_and_undo_brings_it_back(desk: Desk, view: GoalsView) -> None:
    view.look_at("site/calf")
    view.goals.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.settle()
    assert listed(desk) == ["Body weight"] and "site/calf" not in goals(desk)
    assert said(desk, "goal_title").startswith("Body weight")
    desk.undo()
    desk.settle()
    assert said(desk, "goal_title").startswith("Calf, right"), "what came back is looked at again"
    desk.redo()
    desk.settle()
    desk.press(Qt.Key.Key_Delete)
    desk.settle()
    assert not goals(desk) and desk.child(QPushButton, "empty_state_action").isVisible()
    desk.undo()
    desk.undo()
    desk.settle()
    assert sorted(listed(desk)) == ["Body weight", "Calf, right"]


def test_several_are_removed_and_come_back_as_one_step(desk: Desk, view: GoalsView) -> None:
    view.goals.setFocus()
    view.goals.selectAll()
    desk.ctrl(Qt.Key.Key_C)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:2] == ["Measure", "Goal"] and sorted(line[0] for line in lines[1:]) == sorted(listed(desk))
    assert any(cells[1].startswith("43.0") and "faster" in cells[2] for cells in lines)
    desk.press(Qt.Key.Key_Delete)
    desk.settle()
    assert goals(desk) == {} and desk.undo_action().text() == "Undo Remove 2 goals"
    desk.undo()
    desk.settle()
    assert len(goals(desk)) == len(listed(desk)) == 2


def test_n_asks_for_a_new_goal_found_by_typing(desk: Desk, view: GoalsView) -> None:
    view.goals.setFocus()
    seen: list[str] = []

    def find(dialog: QDialog) -> None:
        search, found = dialog.findChild(QLineEdit, "goal_measure_search"), dialog.findChild(QListWidget)
        search.setText("nothing of this")
        assert found.count() == 0 and not dialog.findChild(QPushButton, "goal_measure_next").isEnabled()
        search.setText("left right calf")
        seen.extend(found.item(place).text() for place in range(found.count()))
        dialog.findChild(QPushButton, "goal_measure_next").click()

    with answering("goal_dialog", typing("0")), answering("goal_measure_dialog", find):
        desk.press(Qt.Key.Key_N)
    desk.settle()
    assert seen == ["Left − right", "Calf, left − right"]
    assert goals(desk)["difference/calf"].value == 0
    assert said(desk, "goal_title").startswith("Calf, left − right"), "it is the one that is looked at"


def test_the_new_goals_search_is_walked_from_its_field(desk: Desk, view: GoalsView) -> None:
    def find(dialog: QDialog) -> None:
        found = dialog.findChild(QListWidget, "goal_measure_list")
        first = found.currentItem().text()
        assert first == "Calf (has a goal, by {})".format(said(desk, "goal_title").rpartition(" by ")[2]), "legs first"
        desk.qtbot.keyClick(dialog.findChild(QLineEdit, "goal_measure_search"), Qt.Key.Key_Down)
        assert found.currentItem().text() not in (first, "Body"), "headings are passed over"
        dialog.reject()

    view.look_at("site/calf")
    with answering("goal_measure_dialog", find):
        desk.click("goals_new")


def test_a_realistic_value_is_taken_with_one_click(desk: Desk) -> None:
    measured(desk)
    wish(desk, "site/calf:left", 40.0)
    view = opened_view(desk)
    before = goals(desk)["site/calf:left"]
    assert view.card.take_value.isVisible(), "a wish that is faster than bodies change has a realistic value"
    value = view.card.take_value.text().removeprefix("Make it ").replace("\N{NO-BREAK SPACE}", " ")
    desk.click(view.card.take_value)
    desk.settle()
    after = goals(desk)["site/calf:left"]
    assert f"{after.value:.1f} cm" == value and 37.7 < after.value < 40
    assert (after.due, after.set_on) == (before.due, before.set_on), "it was decided when it was decided"
    desk.undo()
    desk.settle()
    assert goals(desk)["site/calf:left"] == before


def test_a_later_day_is_taken_with_one_click(desk: Desk) -> None:
    measured(desk)
    trained(desk)
    wish(desk, "site/calf:left", 38.3, TODAY + timedelta(days=40))
    view = opened_view(desk)
    take = view.card.take_day
    assert take.isVisible() and take.text().startswith("Make it ")
    desk.click(take)
    desk.settle()
    after = goals(desk)["site/calf:left"]
    assert after.value == 38.3 and after.due > TODAY + timedelta(days=40)
    assert said(desk, "goal_state").split(" ", 1)[1] in ("likely in time", "open")


def test_the_ways_to_go_on_are_named_with_their_sets(desk: Desk) -> None:
    measured(desk)
    trained(desk)
    wish(desk, "site/calf", 38.5)
    view = opened_view(desk)
    card = view.card.ways.cards[Scenario.AS_NOW]
    assert card.isChecked() and "about 8 hard sets a week" in card.accessibleName()
    assert "Reached by then" in card.accessibleName()
    assert view.card.chart.labels() == ["As now"], "without a plan there is no other"


def test_what_was_never_measured_says_what_to_do(desk: Desk) -> None:
    measured(desk)
    wish(desk, "site/upper_thigh", 60.0, what="Upper thigh")
    view = opened_view(desk)
    assert "measure once" in said(desk, "goal_head")
    assert not view.card.chart.isVisible() and not view.card.ways.isVisible() and not view.card.rates.isVisible()
    desk.click("goal_mend")
    assert desk.page.name == "measure"


def test_after_a_year_without_a_reading_no_numbers_are_made_up(desk: Desk) -> None:
    measured(desk, 20, last=380)
    wish(desk, "site/calf", 39.0)
    view = opened_view(desk)
    assert "too long ago" in said(desk, "goal_head")
    assert view.card.chart.isVisible(), "what was measured is still shown"
    assert view.card.chart.labels() in ([], ["Calf L"], ["Calf R"]) and not view.card.ways.isVisible()


def test_a_day_that_has_gone_by_is_told_without_a_crash(desk: Desk) -> None:
    measured(desk)
    wish(desk, "site/calf", 39.0, TODAY - timedelta(days=20))
    view = opened_view(desk)
    assert "gone by" in said(desk, "goal_head")
    assert "gone by" in said(desk, "goals_clashes")
    assert not view.card.rates.isVisible()


def test_goals_that_exclude_each_other_are_told(desk: Desk, view: GoalsView) -> None:
    assert not view.clashes.isVisible()
    wish(desk, "site/body_weight", 66.0, unit="kg", what="Body weight")
    desk.settle()
    assert view.clashes.isVisible() and "pull against each other" in said(desk, "goals_clashes")


def test_a_new_reading_is_looked_at_at_once(desk: Desk, view: GoalsView) -> None:
    view.look_at("site/calf")
    before = view.card.chart.summary()
    desk.remember(TODAY, calf_right="44.0", calf_left="44.0")
    desk.settle()
    assert view.card.chart.summary() != before


def test_others_lead_here(desk: Desk, view: GoalsView) -> None:
    desk.go("measure")
    desk.context.navigate.emit("charts/goals/site/body_weight")
    desk.settle()
    assert said(desk, "goal_title").startswith("Body weight")
    desk.context.navigate.emit("charts/goals/site/calf")
    desk.settle()
    assert said(desk, "goal_title").startswith("Calf")
    with answering("goal_measure_dialog", lambda dialog: dialog.reject()):
        desk.context.navigate.emit("charts/goals/new")
        desk.settle()


def test_a_picture_of_it_is_copied(desk: Desk, view: GoalsView) -> None:
    QGuiApplication.clipboard().clear()
    desk.click("goal_copy")
    assert QGuiApplication.clipboard().image().width() == 1280
    assert said(desk, "goal_said") == "The picture is on the clipboard."


def test_all_of_it_is_reached_with_tab(desk: Desk, view: GoalsView) -> None:
    view.look_at("site/calf")
    view.goals.setFocus()
    names = []
    for _ in range(7):
        desk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        names.append(focused.objectName() if focused is not None else "")
    assert names[:5] == ["goals_new", "goal_edit", "goal_chart", "goal_copy", "goal_chart_table_fold"]
    assert names[5] == "goal_way_as_now"


def test_the_chart_and_what_may_come_stand_as_a_table_too(desk: Desk, view: GoalsView) -> None:
    view.look_at("site/calf")
    desk.click("goal_chart_table_fold")
    desk.settle()
    table = desk.child(FactsTable, "goal_table").facts
    days = {one.key: one.cells for one in table.facts}
    assert DUE.isoformat() in days, "the goal's own day is among what may come"
    assert days[DUE.isoformat()][1] == "" and days[DUE.isoformat()][2], "expected, not measured"
    assert any(one[1] for one in days.values()), "measured"
    assert [one.key for one in table.facts] == sorted(days, reverse=True), "the newest first"


def test_inches_and_pounds(qtbot: QtBot, folder: Path) -> None:
    fill(folder, replace(ALEX, units=IMPERIAL))
    with opened(qtbot, folder) as desk:
        for week in range(20):
            desk.remember(TODAY - timedelta(days=7 * week), calf_left="15", calf_right="15")
        inches = Quantity(16 * 2.54, "in", "16")
        desk.context.profile.apply(SetGoal(desk.person.id, "site/calf", inches, DUE, TODAY, "Calf"))
        desk.context.runner.reload_everything()
        opened_view(desk)
        assert "16.00\N{NO-BREAK SPACE}in by " in said(desk, "goal_title")


def test_charts_over_time_still_sets_goals(desk: Desk, view: GoalsView) -> None:
    charts = Charts(desk)
    assert charts.frame.shown == "goals", "the page is as it was left"
    desk.press(Qt.Key.Key_1, ALT)
    desk.settle()
    assert charts.page.isVisible()


def test_the_way_that_is_looked_at_is_chosen_by_keys_and_kept(sample_desk: Desk) -> None:
    """The sample has a plan and a log: three ways, of which the arrows choose one, for the next goal as well."""
    view = opened_view(sample_desk)
    assert view.card.chart.labels() and view.card.way is Scenario.AS_NOW
    cards = view.card.ways.cards
    assert all(one.isVisible() for one in cards.values())
    before = view.card.chart.grab().toImage()
    cards[Scenario.AS_NOW].setFocus()
    sample_desk.press(Qt.Key.Key_Right)
    assert cards[Scenario.PLAN].isChecked() and cards[Scenario.PLAN].hasFocus() and view.card.way is Scenario.PLAN
    assert view.card.chart.grab().toImage() != before, "its fan is shaded"
    wish(sample_desk, "site/calf", 38.0)
    view.look_at("site/calf")
    sample_desk.settle()
    assert view.card.way is Scenario.PLAN and cards[Scenario.PLAN].isChecked()
    wish(sample_desk, "site/waist", 80.0, what="Waist")
    view.look_at("site/waist")
    sample_desk.settle()
    assert view.card.way is Scenario.AS_NOW and not cards[Scenario.PLAN].isVisible(), "a waist has no such way"
