"""Several people in one profile: added, renamed, looked at with one click, deleted and brought back, kept apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QToolButton

from legwork.qt.pages.people import PeoplePage
from program_driver import Desk

TODAY = date.today()


@pytest.fixture
def page(desk: Desk) -> PeoplePage:
    page = desk.go("people")
    assert isinstance(page, PeoplePage)
    return page


def listed(page: PeoplePage) -> list[str]:
    return [page.list.item(place).text() for place in range(page.list.count())]


def add(desk: Desk, name: str) -> None:
    desk.click("add_person")
    desk.settle()
    desk.write(name)
    desk.press(Qt.Key.Key_Return)
    desk.settle()


def over(desk: Desk, name: str, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    field = desk.child(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    desk.write(text)
    desk.press(key)


def person_button(desk: Desk, name: str) -> QToolButton:
    desk.settle()
    [found] = [
        one
        for one in desk.window.rail.findChildren(QToolButton)
        if one.isVisible() and one.property("uid") and one.accessibleName() == name
    ]
    return found


def test_a_new_person_is_looked_at_and_named_at_once(desk: Desk, page: PeoplePage) -> None:
    add(desk, "Kim")
    assert listed(page) == ["Alex", "Kim"]
    assert desk.person.name == "Kim"
    assert page.list.currentItem().text() == "Kim"
    assert desk.window.windowTitle().startswith("Kim")


def test_adding_is_undone(desk: Desk, page: PeoplePage) -> None:
    desk.click("add_person")
    assert desk.undo_action().text() == "Undo Add Person 2"
    desk.undo()
    desk.settle()
    assert listed(page) == ["Alex"]
    assert desk.person.name == "Alex"
    desk.redo()
    assert listed(page) == ["Alex", "Person 2"]


def test_a_rename_holds_at_once_everywhere_and_is_undone(desk: Desk, page: PeoplePage) -> None:
    over(desk, "person_name", "Sandy")
    assert listed(page) == ["Sandy"]
    assert desk.window.windowTitle().startswith("Sandy")
    desk.undo()
    assert listed(page) == ["Alex"]
    assert desk.child(QLineEdit, "person_name").text() == "Alex"


def test_ctrl_z_undoes_a_rename_from_the_next_field(desk: Desk, page: PeoplePage) -> None:
    over(desk, "person_name", "Sandy")
    desk.child(QLineEdit, "person_birth_date").setFocus()
    desk.ctrl(Qt.Key.Key_Z)
    assert desk.person.name == "Alex"


def test_every_fact_is_changed_at_once(desk: Desk, page: PeoplePage) -> None:
    over(desk, "person_birth_date", "14 May 1994")
    over(desk, "person_stature", "1.81 m")
    for name in ("person_sex", "person_units"):
        desk.child(QComboBox, name).setFocus()
        desk.press(Qt.Key.Key_Down)
    person = desk.person
    assert person.birth_date == date(1994, 5, 14)
    assert person.stature is not None and person.stature.value == 181.0
    assert (person.sex, person.units) == ("female", "imperial")
    assert desk.context.runner.stack.count() == 4


def test_a_fact_that_cannot_be_is_refused_at_its_field(desk: Desk, page: PeoplePage) -> None:
    over(desk, "person_birth_date", "1850-01-01")
    shown = [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.property("role") == "error"]
    assert shown == ["The birth date must lie between 1900 and today."]
    assert desk.person.birth_date == date(1990, 5, 14)


def test_other_units_reach_the_measure_page(desk: Desk, page: PeoplePage) -> None:
    desk.remember(TODAY - timedelta(days=7), calf_left="38.1")
    desk.child(QComboBox, "person_units").setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.go("measure")
    assert desk.reading("calf_left").placeholderText().startswith("15.00 on ")


def test_the_list_turns_to_somebody(desk: Desk, page: PeoplePage) -> None:
    add(desk, "Kim")
    page.list.setFocus()
    desk.press(Qt.Key.Key_Up)
    desk.settle()
    assert desk.person.name == "Alex"
    assert desk.child(QLineEdit, "person_name").text() == "Alex"
    assert QApplication.focusWidget() is page.list, "the arrow keys go on"
    desk.press(Qt.Key.Key_Down)
    desk.settle()
    assert desk.person.name == "Kim"


def test_what_is_typed_in_a_fact_stays_with_whom_it_was_typed_for(desk: Desk, page: PeoplePage) -> None:
    add(desk, "Kim")
    kim = desk.person
    field = desk.child(QLineEdit, "person_stature")
    field.setFocus()
    desk.write("165")
    desk.click(person_button(desk, "Alex"))
    desk.settle()
    alex, kim = desk.context.people
    assert alex.stature is not None and alex.stature.value == 180.0
    assert kim.stature is not None and kim.stature.value == 165.0


def test_deleting_somebody_can_be_taken_back_with_all_that_was_measured(desk: Desk, page: PeoplePage) -> None:
    desk.remember(TODAY, calf_left="38.2")
    alex = desk.person
    add(desk, "Kim")
    desk.click(person_button(desk, "Alex"))
    desk.click("delete_person")
    desk.settle()
    assert listed(page) == ["Kim"]
    assert desk.person.name == "Kim"
    assert desk.notice == "Done: Delete Alex."
    desk.click("notice_action")
    desk.settle()
    assert listed(page) == ["Alex", "Kim"]
    assert desk.stored("calf_left", person=alex) == ["38.2 cm"]


def test_deleting_the_last_leads_to_the_welcome_and_undo_back(desk: Desk, page: PeoplePage) -> None:
    desk.click("delete_person")
    desk.settle()
    assert desk.page.name == "welcome"
    desk.click("notice_action")
    desk.settle()
    assert desk.page.name != "welcome"
    assert desk.person.name == "Alex"


def test_two_people_are_kept_apart(desk: Desk, page: PeoplePage) -> None:
    alex = desk.person
    add(desk, "Kim")
    kim = desk.person
    desk.go("measure")
    desk.enter("calf_left", "35")
    desk.click(person_button(desk, "Alex"))
    desk.settle()
    assert desk.reading("calf_left").text() == ""
    desk.enter("calf_left", "40")
    assert desk.stored("calf_left", person=kim) == ["35 cm"]
    assert desk.stored("calf_left", person=alex) == ["40 cm"]
    desk.click(person_button(desk, "Kim"))
    desk.settle()
    assert desk.reading("calf_left").text() == "35"
    history = desk.go("history")
    assert history.model.rowCount() == 1


def test_days_of_the_scale_alone_are_counted_apart(desk: Desk, page: PeoplePage) -> None:
    desk.remember(TODAY, waist="84")
    assert page.count.text() == "1 check-in"
    for away in (1, 2):
        desk.remember(TODAY - timedelta(days=away), body_weight="80")
    desk.settle()
    assert page.count.text() == "1 check-in, 2 more days without the tape"


def test_who_was_looked_at_last_is_looked_at_again(desk: Desk, page: PeoplePage) -> None:
    add(desk, "Kim")
    from legwork.qt.core.view_state import ViewState

    assert ViewState(desk.program.paths.view_state).text("person") == desk.person.uid


def test_undoing_somebody_elses_value_shows_where_it_happened(desk: Desk, page: PeoplePage) -> None:
    """Undo works across people; the data is right whoever is looked at."""
    alex = desk.person
    desk.go("measure")
    desk.enter("calf_left", "40")
    desk.go("people")
    add(desk, "Kim")
    for _ in range(2):
        desk.undo()
        desk.settle()
    assert listed(page) == ["Alex"]
    desk.undo()
    assert desk.stored("calf_left", person=alex) == []


def test_people_are_copied_as_a_table_with_units(desk: Desk, page: PeoplePage) -> None:
    add(desk, "Kim")
    page.list.setFocus()
    desk.ctrl(Qt.Key.Key_C)
    head, alex, kim = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert head == ["Name", "Sex used for reference data", "Birth date", "Stature", "Units", "Check-in day"]
    assert alex[:4] == ["Alex", "Male", "14 May 1990", "180 cm"] and alex[4] == "Centimetres and kilograms"
    assert kim[:4] == ["Kim", "Neither: no reference data", "", ""]
