"""A couple shares one profile: each has their own numbers, units and sites, one click apart."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from program_driver import ALEX, IMPERIAL, Desk, fill, opened

LAST_WEEK = date.today() - timedelta(days=7)


def turn_to(desk: Desk, name: str) -> None:
    desk.settle()
    buttons = desk.window.rail.findChildren(QToolButton)
    [button] = [one for one in buttons if one.isVisible() and one.property("uid") and one.accessibleName() == name]
    desk.click(button)
    desk.settle()
    assert desk.person.name == name


def test_two_people_share_a_profile_and_nothing_else(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        alex = desk.person
        desk.go("people")
        desk.click("add_person")
        desk.settle()
        desk.write("Kim")
        desk.press(Qt.Key.Key_Return)
        desk.settle()
        units = desk.page.form.units
        units.setFocus()
        desk.press(Qt.Key.Key_Down)
        assert (desk.person.name, desk.person.units) == ("Kim", IMPERIAL)
        kim = desk.person
        desk.go("measure")
        desk.click("day_back")
        desk.enter("calf_left", "14 1/2")
        turn_to(desk, "Alex")
        desk.go("measure")
        desk.click("day_back") if desk.page.day != LAST_WEEK else None
        assert desk.reading("calf_left").text() == ""
        desk.enter("calf_left", "38")
        assert desk.stored("calf_left", LAST_WEEK, alex) == ["38 cm"]
        assert desk.stored("calf_left", LAST_WEEK, kim) == ["14 1/2 in"]
    with opened(qtbot, folder) as desk:
        assert desk.person.name == "Alex", "who was measured last"
        assert desk.reading("calf_left").placeholderText().startswith("38.0 on ")
        turn_to(desk, "Kim")
        assert desk.reading("calf_left").placeholderText().startswith("14.50 on ")
        charts = desk.go("charts")
        assert charts.over_time.board.summary().startswith("Calf, left: 14.50")
        turn_to(desk, "Alex")
        assert charts.over_time.board.summary().startswith("Calf, left: 38.0")
        desk.go("people")
        desk.click("delete_person")
        desk.settle()
        assert desk.person.name == "Kim"
        desk.undo()
        desk.settle()
        assert [one.name for one in desk.context.people] == ["Alex", "Kim"]
        assert desk.stored("calf_left", LAST_WEEK, alex) == ["38 cm"]
        assert desk.child(QLineEdit, "person_name").text() in ("Alex", "Kim")
