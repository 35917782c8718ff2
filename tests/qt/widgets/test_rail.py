"""The rail: one click to a page, one click to a person, and a fold that keeps both."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from legwork.qt.page_list import PAGES, PageEntry
from legwork.services.people import AddPerson, ChangePerson, DeletePerson
from program_driver import Desk


def people(desk: Desk) -> dict[str, QToolButton]:
    found = desk.window.rail.findChildren(QToolButton)
    return {one.accessibleName(): one for one in found if one.isVisible() and one.property("uid")}


@pytest.mark.parametrize("name", [one.name for one in PAGES])
def test_a_click_turns_to_the_page_and_marks_it(desk: Desk, name: str) -> None:
    desk.go(name)
    assert [key for key, one in desk.window.rail.buttons.items() if one.isChecked()] == [name]


@pytest.mark.parametrize("entry", PAGES, ids=[one.name for one in PAGES])
def test_the_keys_of_a_page_turn_to_it(desk: Desk, entry: PageEntry) -> None:
    desk.go("help" if entry.name != "help" else "measure")
    QTest.keySequence(desk.window, QKeySequence(entry.keys))
    assert desk.page.name == entry.name
    assert desk.window.rail.buttons[entry.name].isChecked()


def test_the_marked_page_stays_marked_when_it_is_clicked_again(desk: Desk) -> None:
    desk.go("measure")
    desk.click("rail_measure")
    assert desk.window.rail.buttons["measure"].isChecked()


def test_the_keyboard_reaches_every_page(desk: Desk) -> None:
    for name, one in desk.window.rail.buttons.items():
        one.setFocus(Qt.FocusReason.TabFocusReason)
        assert one.hasFocus()
        desk.press(Qt.Key.Key_Space)
        assert desk.page.name == name


def test_one_person_needs_no_buttons_and_several_have_one_each(desk: Desk) -> None:
    assert people(desk) == {}
    desk.context.runner.apply(AddPerson("Kim"))
    desk.settle()
    assert list(people(desk)) == ["Alex", "Kim"]
    assert people(desk)["Alex"].isChecked() and not people(desk)["Kim"].isChecked()


def test_one_click_turns_to_somebody_else(desk: Desk) -> None:
    desk.context.runner.apply(AddPerson("Kim"))
    desk.settle()
    desk.click(people(desk)["Kim"])
    desk.settle()
    assert desk.person.name == "Kim"
    assert people(desk)["Kim"].isChecked() and not people(desk)["Alex"].isChecked()
    assert desk.window.windowTitle().startswith("Kim")


def test_names_follow_and_the_deleted_go(desk: Desk) -> None:
    desk.context.runner.apply(AddPerson("Kim"))
    desk.context.runner.apply(ChangePerson(desk.person.id, "name", "Sandy", "Alex"))
    desk.settle()
    assert list(people(desk)) == ["Sandy", "Kim"]
    desk.context.runner.apply(DeletePerson(desk.person.id, "Sandy"))
    desk.settle()
    assert people(desk) == {}
    desk.undo()
    desk.settle()
    assert list(people(desk)) == ["Sandy", "Kim"]


def test_all_of_a_larger_household_can_be_reached(desk: Desk) -> None:
    for number in range(2, 11):
        desk.context.runner.apply(AddPerson(f"Person {number}"))
    desk.settle()
    reachable = set(people(desk))
    people_page = desk.go("people")
    reachable |= {people_page.list.item(place).text() for place in range(people_page.list.count())}
    assert reachable == {"Alex", *(f"Person {number}" for number in range(2, 11))}
    last = people_page.list.item(9)
    people_page.list.setCurrentItem(last)
    desk.settle()
    assert desk.person.name == "Person 10"


def test_folding_leaves_icons_with_their_names_as_tool_tips(desk: Desk) -> None:
    wide = desk.window.rail.width()
    desk.ctrl(Qt.Key.Key_B)
    desk.settle()
    assert desk.window.rail.width() < wide / 2
    assert desk.window.rail.buttons["history"].toolTip().strip() == "History"
    desk.go("history")
    desk.ctrl(Qt.Key.Key_B)
    desk.settle()
    assert desk.window.rail.width() == wide
