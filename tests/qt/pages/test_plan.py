"""The plan page as a person uses it: make a plan, change it, see what it adds up to, undo, share, print."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.qt.dialogs.plan_start import PlanStartDialog
from legwork.qt.dialogs.planner import PlannerDialog
from legwork.qt.pages.plan.page import PlanPage
from legwork.qt.printing.preview import PreviewDialog
from legwork.qt.widgets.days import to_qdate
from legwork.services.choices import SetChoices
from legwork.services.people import AddPerson, everybody
from legwork.services.plans import AddPlan, plan_of, plans_of
from program_driver import Desk, answering

TEXT = """Plan: Small
Block: Base (accumulate)
Week 1
Session: Legs (Monday)
squat: 3x8
  rule: double 8-10 +2.5kg
leg_extension: 2x12
Week 2
Session: Legs (Monday)
squat: 3x8
leg_extension: 2x12
"""


def small() -> Plan:
    return read_plan(TEXT, UnitSystem.METRIC)


def plan_page(desk: Desk) -> PlanPage:
    page = desk.go("plan")
    assert isinstance(page, PlanPage)
    return page


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """Somebody with one small plan, looking at it."""
    desk.context.profile.apply(AddPlan(desk.person.id, small()))
    plan_page(desk)
    return desk


def stored(desk: Desk, name: str = "Small") -> Plan:
    """The plan of that name as the profile holds it."""
    [info] = [one for one in plans_of(desk.context.profile, desk.person.id) if one.name == name]
    found = plan_of(desk.context.profile, info.id)
    assert found is not None
    return found.plan


def cells(plan: Plan) -> list[list[str]]:
    """For each week its sets, as exercise and number of sets."""
    return [
        [f"{entry.exercise} {entry.prescription.sets}" for session in week.sessions for entry in session.entries]
        for _, week in weeks_of(plan)
    ]


def sets(page: PlanPage, muscle: str) -> str:
    """The hard sets a week that the panel tells of a muscle."""
    page.desk.tabs.setCurrentIndex(0)
    [told] = [one for one in page.desk.volume.bars.sentences() if one.casefold().startswith(muscle)]
    return re.search(r"[0-9.]+", told).group()


def said(desk: Desk) -> str:
    label = desk.window.current_page().said
    return label.text() if label.isVisible() else ""


def cell(desk: Desk, row: int, column: int) -> None:
    """Click a cell of the grid."""
    grid = plan_page(desk).desk.grid
    place = grid.visualRect(grid.model().index(row, column)).center()
    desk.click(grid.viewport(), place)
    grid.setFocus()


def wish(desk: Desk, name: str) -> None:
    """Choose an entry of the More menu."""
    [action] = [one for one in plan_page(desk).menu.actions() if one.objectName() == f"plan_{name}"]
    assert action.isEnabled()
    action.trigger()
    desk.settle()


def test_without_a_plan_one_button_leads_to_the_first(desk: Desk) -> None:
    page = plan_page(desk)
    assert not page.bar.isVisible() and not page.print_button.isEnabled()

    def make(dialog: PlannerDialog) -> None:
        desk.click(desk.child(QPushButton, "planner_make", dialog))

    with answering("planner_dialog", make):
        desk.click("empty_state_action")
    desk.settle()
    [info] = plans_of(desk.context.profile, desk.person.id)
    assert info.weeks >= 4
    assert info.starts_on is not None and info.starts_on.weekday() == 0
    assert page.bar.isVisible() and page.bar.chooser.currentText() == info.name
    desk.undo()
    desk.settle()
    assert not plans_of(desk.context.profile, desk.person.id)
    assert not page.bar.isVisible()


def test_a_cell_that_is_typed_is_kept_counted_and_undone(planned: Desk) -> None:
    page = plan_page(planned)
    cell(planned, 1, 0)
    planned.write("5")  # opens the cell
    planned.write("x6 @2 RIR")
    planned.press(Qt.Key.Key_Return)
    planned.settle()
    assert cells(stored(planned))[0] == ["squat 5", "leg_extension 2"]
    assert sets(page, "front of the thighs") == "7"
    planned.undo()
    planned.settle()
    assert cells(stored(planned))[0] == ["squat 3", "leg_extension 2"]
    assert sets(page, "front of the thighs") == "5"
    planned.redo()
    assert cells(stored(planned))[0] == ["squat 5", "leg_extension 2"]


def test_a_check_mends_the_plan(planned: Desk) -> None:
    page = plan_page(planned)
    page.desk.tabs.setCurrentIndex(1)
    planned.settle()
    entry = planned.child(QWidget, "plan_finding_hinge")
    planned.click(planned.child(QPushButton, "plan_fix", entry))
    planned.settle()
    for week in cells(stored(planned)):
        assert any("deadlift" in one for one in week), "in every week"
    assert not entry.isVisible(), "it is among the fine ones now"
    planned.undo()
    planned.settle()
    assert cells(stored(planned)) == cells(small())
    assert planned.child(QWidget, "plan_finding_hinge").isVisible()


def test_an_exercise_from_the_list_goes_where_it_was_wanted(planned: Desk) -> None:
    page = plan_page(planned)
    cell(planned, 2, 0)
    planned.press(Qt.Key.Key_Insert)
    planned.settle()
    assert page.desk.exercises.isVisible() and page.desk.exercises.asking
    planned.write("seated leg curl")
    planned.press(Qt.Key.Key_Return)
    planned.settle()
    assert [one.split()[0] for one in cells(stored(planned))[0]] == ["squat", "leg_extension", "seated_leg_curl"]
    assert not page.desk.exercises.asking


def type_name(desk: Desk, text: str) -> QLineEdit:
    """Type over the name in its place, and press Enter."""
    field = desk.child(QLineEdit, "plan_name")
    assert QApplication.focusWidget() is field and field.selectedText() == field.text()
    desk.write(text)
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    return field


def test_plans_are_renamed_duplicated_and_deleted(planned: Desk) -> None:
    page = plan_page(planned)
    wish(planned, "rename")
    assert not page.bar.chooser.isVisible(), "it is typed where the name stands"
    type_name(planned, "  Winter   legs ")
    assert planned.undo_action().text() == "Undo Rename the plan"
    assert planned.has_focus("plan_chooser")
    assert page.bar.chooser.currentText() == "Winter legs"
    wish(planned, "duplicate")
    assert page.bar.chooser.currentText() == "Winter legs, copy"
    assert cells(stored(planned, "Winter legs, copy")) == cells(stored(planned, "Winter legs"))
    wish(planned, "delete")
    assert page.bar.chooser.currentText() == "Winter legs"
    planned.undo()
    planned.settle()
    assert page.bar.chooser.count() == 2


def test_the_start_gives_the_weeks_their_dates(planned: Desk) -> None:
    def answer(dialog: PlanStartDialog) -> None:
        dialog.day.setDate(to_qdate(date(2027, 1, 6)))  # a Wednesday
        assert "Monday, 4 Jan 2027" in dialog.said.text()
        planned.click(planned.child(QPushButton, "plan_start_keep", dialog))

    with answering("plan_start_dialog", answer):
        planned.click("plan_start")
    planned.settle()
    [info] = plans_of(planned.context.profile, planned.person.id)
    assert info.starts_on == date(2027, 1, 4)
    assert planned.child(QPushButton, "plan_start").text() == "Starts 4 Jan 2027"


def test_text_goes_out_and_comes_in_again(planned: Desk) -> None:
    wish(planned, "copy_text")
    text = QGuiApplication.clipboard().text()
    assert "Back squat: 3x8" in text
    QGuiApplication.clipboard().setText(text.replace("Plan: Small", "Plan: From a friend"))
    wish(planned, "paste_text")
    assert cells(stored(planned, "From a friend")) == cells(small())
    assert plan_page(planned).bar.chooser.currentText() == "From a friend"


def test_text_that_cannot_be_read_names_line_and_column_and_changes_nothing(planned: Desk) -> None:
    QGuiApplication.clipboard().setText("Plan: Broken\nWeek 1\nSession: A\nBack squat: 0x8")
    wish(planned, "paste_text")
    assert "Line 4, column 13" in said(planned)
    assert [one.name for one in plans_of(planned.context.profile, planned.person.id)] == ["Small"]


def test_a_file_goes_out_and_comes_in_again(planned: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine.legwork-plan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    wish(planned, "save_file")
    assert file.exists() and str(file) in said(planned)
    wish(planned, "delete")
    wish(planned, "open_file")
    assert cells(stored(planned)) == cells(small())
    file.write_text("nothing of the kind", encoding="utf-8")
    wish(planned, "open_file")
    assert "No plan was taken from mine.legwork-plan" in said(planned)


def test_a_plan_dropped_on_the_window_comes_in(planned: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "dropped.legwork-plan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    wish(planned, "save_file")
    wish(planned, "delete")
    planned.window.files_dropped.emit((file,))
    planned.qtbot.waitUntil(lambda: bool(plans_of(planned.context.profile, planned.person.id)))
    planned.settle()
    assert plan_page(planned).bar.chooser.currentText() == "Small"


def test_paper_offers_every_kind(planned: Desk) -> None:
    names: list[str] = []

    def look(dialog: PreviewDialog) -> None:
        kind = dialog.what.kind
        names.extend(kind.itemText(place) for place in range(kind.count()))
        dialog.reject()

    with answering("print_preview", look):
        planned.click("plan_print")
    assert len(names) == 5 and "Measuring card" in names


def test_the_session_view_opens_where_the_grid_was(planned: Desk) -> None:
    cell(planned, 1, 1)
    planned.click("plan_show_session")
    planned.settle()
    assert planned.child(QLabel, "plan_session_week").text().startswith("Week 2")
    planned.click("plan_show_weeks")
    assert plan_page(planned).desk.grid.isVisible()


def test_balance_leads_into_a_plan_for_it(desk: Desk) -> None:
    desk.remember(date.today(), neck="40", shoulders="124", chest="112", waist="84", flexed_arm_left="40",
                  flexed_arm_right="40", upper_thigh_left="57.8", upper_thigh_right="57.8", calf_left="37",
                  calf_right="37")  # fmt: skip
    desk.go("balance")

    def make(dialog: PlannerDialog) -> None:
        desk.click(desk.child(QPushButton, "planner_make", dialog))

    with answering("planner_dialog", make):
        desk.click("balance_plan")
        desk.qtbot.waitUntil(lambda: desk.window.current_page().name == "plan")
        desk.settle()
    desk.settle()
    page = plan_page(desk)
    assert len(plans_of(desk.context.profile, desk.person.id)) == 1
    assert "Checks" in [page.desk.tabs.tabText(place) for place in range(3)], "nothing is left to mend"


def test_pain_that_needs_a_clinician_offers_no_plan(desk: Desk) -> None:
    desk.remember(date.today(), neck="40", shoulders="124", waist="84", upper_thigh_left="57", upper_thigh_right="57")
    desk.go("balance")
    assert desk.child(QPushButton, "balance_plan")
    picks = (("pain_now", ("lower_back",)), ("pain_signs", ("saddle",)))
    desk.context.runner.apply(SetChoices(desk.person.id, picks, date.today(), "Answer"))
    desk.settle()
    assert not [one for one in desk.window.findChildren(QPushButton, "balance_plan") if one.isVisible()]


def test_another_person_has_plans_of_their_own(planned: Desk) -> None:
    planned.context.runner.apply(AddPerson("Robin"))
    robin = next(one for one in everybody(planned.context.profile) if one.name == "Robin")
    planned.context.look_at(robin.uid)
    planned.settle()
    assert not plan_page(planned).bar.isVisible()


def test_a_click_beside_the_plan_does_not_lose_what_is_typed(planned: Desk) -> None:
    cell(planned, 1, 0)
    planned.press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    planned.write("4x8")
    planned.click("rail_measure", QPoint(5, 5))
    planned.settle()
    assert cells(stored(planned))[0][0] == "squat 4"


def test_the_largest_rise_can_be_chosen_and_is_kept(planned: Desk) -> None:
    """From 5 sets for the legs to 8 is 60 % more."""
    page = plan_page(planned)
    cell(planned, 1, 1)
    planned.write("6")
    planned.write("x8")
    planned.press(Qt.Key.Key_Return)
    page.desk.tabs.setCurrentIndex(1)
    planned.settle()
    entry = planned.child(QWidget, "plan_finding_jump")
    limit = planned.child(QComboBox, "plan_jump_limit")
    assert limit.currentText() == "30 %"
    assert "more than 30 %" in entry.accessibleName()
    limit.setFocus()
    planned.press(Qt.Key.Key_End)  # the next one up: 50 %
    planned.settle()
    assert "more than 50 %" in planned.child(QWidget, "plan_finding_jump").accessibleName()
    planned.undo()
    planned.settle()
    assert limit.currentText() == "30 %"


def test_a_fix_that_is_pressed_twice_mends_once(planned: Desk) -> None:
    page = plan_page(planned)
    page.desk.tabs.setCurrentIndex(1)
    planned.settle()
    fix = planned.child(QPushButton, "plan_fix", planned.child(QWidget, "plan_finding_hinge"))
    fix.click()
    fix.click()
    planned.settle()
    assert sum("deadlift" in one for one in cells(stored(planned))[0]) == 1


def test_a_complaint_goes_when_the_next_thing_succeeds(planned: Desk) -> None:
    QGuiApplication.clipboard().setText("nonsense")
    wish(planned, "paste_text")
    assert said(planned)
    wish(planned, "copy_text")
    wish(planned, "paste_text")
    assert not said(planned)


def test_undo_of_another_plan_brings_it_into_view(planned: Desk) -> None:
    page = plan_page(planned)
    wish(planned, "duplicate")
    page.desk.grid.setCurrentIndex(page.desk.grid.model().index(1, 0))
    page.desk.grid.clear()
    planned.settle()
    page.bar.plan_chosen.emit(plans_of(planned.context.profile, planned.person.id)[0].id)
    assert page.bar.chooser.currentText() == "Small"
    planned.undo()
    planned.settle()
    assert page.bar.chooser.currentText() == "Small, copy"
