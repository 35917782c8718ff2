"""Which day is measured: today, a week back, any past date; one check-in a day; notes and switches."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from legwork.services import check_ins
from legwork.services.people import AddPerson, ChangePerson, DeletePerson, TrackSites
from program_driver import Desk, opened

TODAY = date.today()
LAST_WEEK = TODAY - timedelta(days=7)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """On the Measure page."""
    desk.go("measure")
    return desk


def type_day(desk: Desk, day: date) -> None:
    """Over all that stands there, in the form of the field; then Enter."""
    edit = desk.child(QDateEdit, "check_in_day")
    edit.setFocus()
    desk.ctrl(Qt.Key.Key_A)
    desk.write(f"{day.day:02} {edit.locale().toString(QDate(day.year, day.month, day.day), 'MMM')} {day.year}")
    desk.press(Qt.Key.Key_Return)


def there(desk: Desk, day: date) -> check_ins.CheckIn:
    return check_ins.on_day(desk.context.profile, desk.person.id, day)


def days(desk: Desk) -> list[date]:
    return list(check_ins.check_in_days(desk.context.profile, desk.person.id).values())


def test_it_starts_today(desk: Desk) -> None:
    assert desk.page.day == TODAY
    assert str(TODAY.year) in desk.page.heading.text()
    assert not desk.page.forth.isEnabled(), "nobody can measure the future"
    assert not desk.page.today.isVisible()


def test_a_week_back_and_on_and_today(desk: Desk) -> None:
    desk.click("day_back")
    desk.click("day_back")
    assert desk.page.day == TODAY - timedelta(days=14)
    desk.click("day_forth")
    assert desk.page.day == LAST_WEEK
    desk.click("day_today")
    assert desk.page.day == TODAY


def test_the_arrows_stop_at_check_ins_on_the_way(desk: Desk) -> None:
    for away in (5, 9):
        desk.remember(TODAY - timedelta(days=away), waist="84")
    seen = []
    for _ in range(3):
        desk.click("day_back")
        seen.append((TODAY - desk.page.day).days)
    assert seen == [5, 9, 16]
    for _ in range(2):
        desk.click("day_forth")
    assert (TODAY - desk.page.day).days == 5


def test_the_arrows_pass_over_days_of_the_scale_alone(desk: Desk) -> None:
    for away in range(1, 14):
        desk.remember(TODAY - timedelta(days=away), body_weight="80")
    desk.remember(TODAY - timedelta(days=9), waist="84")
    seen = []
    for _ in range(3):
        desk.click("day_back")
        seen.append((TODAY - desk.page.day).days)
    assert seen == [7, 9, 16]


def test_a_past_date_is_typed_and_its_values_entered(desk: Desk) -> None:
    day = date(TODAY.year - 2, 11, 23)
    type_day(desk, day)
    assert desk.page.day == day
    assert str(day.year) in desk.page.heading.text()
    desk.enter("calf_left", "37.5")
    assert desk.stored("calf_left", day) == ["37.5 cm"]
    assert days(desk) == [day]


def test_the_arrow_keys_turn_single_days(desk: Desk) -> None:
    edit = desk.child(QDateEdit, "check_in_day")
    edit.setFocus()
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    for _ in range(3):
        desk.press(Qt.Key.Key_Down)
    assert desk.page.day == TODAY - timedelta(days=3) or TODAY.day <= 3
    desk.enter("waist", "84")
    assert days(desk) == [desk.page.day]


def test_typing_a_date_passes_through_no_other_check_in(desk: Desk) -> None:
    """A half-typed value belongs to the day it was typed on, and only whole dates are turned to."""
    desk.enter("waist", "84")
    type_day(desk, date(TODAY.year - 1, 12, 31))
    assert desk.page.day == date(TODAY.year - 1, 12, 31)
    assert days(desk) == [TODAY]


def test_a_future_date_is_not_to_be_had(desk: Desk) -> None:
    type_day(desk, TODAY + timedelta(days=40))
    assert desk.page.day <= TODAY
    assert desk.child(QDateEdit, "check_in_day").maximumDate() == QDate(TODAY.year, TODAY.month, TODAY.day)


def test_the_same_day_again_opens_what_is_there(desk: Desk) -> None:
    desk.remember(LAST_WEEK, calf_left="38.2")
    desk.click("day_back")
    assert desk.reading("calf_left").text() == "38.2"
    desk.enter("waist", "84")
    desk.click("day_today")
    type_day(desk, LAST_WEEK)
    assert desk.reading("calf_left").text() == "38.2"
    assert desk.reading("waist").text() == "84"
    assert days(desk) == [LAST_WEEK], "one check-in a day"


def test_a_typed_value_stays_with_the_day_it_was_typed_on(desk: Desk) -> None:
    desk.click(desk.reading("calf_left"))
    desk.write("38.2")
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.page.day == LAST_WEEK
    assert desk.reading("calf_left").text() == ""
    assert desk.stored("calf_left", TODAY) == ["38.2 cm"]
    assert desk.stored("calf_left", LAST_WEEK) == []


def test_a_refused_text_does_not_follow_to_another_day(desk: Desk) -> None:
    desk.enter("calf_left", "abc")
    desk.click("day_back")
    assert desk.reading("calf_left").text() == ""
    assert desk.message("calf_left") == ""
    assert desk.stored("calf_left", LAST_WEEK) == []


def test_the_summary_counts_and_names_the_one_before(desk: Desk) -> None:
    desk.remember(LAST_WEEK, waist="84")
    desk.enter("waist", "84.2")
    summary = desk.child(QLabel, "check_in_summary").text()
    assert summary.startswith("1 of 12 values") and "7 days ago" in summary


def test_a_note_is_kept_when_the_cursor_leaves_it(desk: Desk) -> None:
    desk.click("check_in_note")
    desk.write("Holiday, sore knee")
    assert there(desk, TODAY).note == ""
    desk.click(desk.reading("waist"))
    assert there(desk, TODAY).note == "Holiday, sore knee"
    assert desk.undo_action().text() == "Undo Note"
    desk.undo()
    assert desk.child(QPlainTextEdit, "check_in_note").toPlainText() == ""
    desk.redo()
    assert desk.child(QPlainTextEdit, "check_in_note").toPlainText() == "Holiday, sore knee"


def test_a_note_with_blank_lines_around_it_is_kept_once(desk: Desk) -> None:
    desk.click("check_in_note")
    desk.write("sore knee ")
    desk.click(desk.reading("waist"))
    desk.click("check_in_note")
    desk.click(desk.reading("waist"))
    assert desk.context.runner.stack.count() == 1


def test_a_note_stays_with_its_day(desk: Desk) -> None:
    desk.click("check_in_note")
    desk.write("today's")
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert there(desk, TODAY).note == "today's"
    desk.click(desk.reading("waist"))
    assert desk.child(QPlainTextEdit, "check_in_note").toPlainText() == ""
    assert there(desk, LAST_WEEK).id is None, "nothing was entered a week ago"


@pytest.mark.parametrize(("name", "label"), [("morning", "Morning: yes"), ("trained_legs", "Trained legs within 48 h")])
def test_a_switch_is_kept_at_once_and_undone(desk: Desk, name: str, label: str) -> None:
    desk.click(name)
    assert getattr(there(desk, TODAY), name) is True
    assert label in desk.undo_action().text()
    desk.click(name)
    assert getattr(there(desk, TODAY), name) is False
    desk.undo()
    assert desk.child(QCheckBox, name).isChecked()
    desk.undo()
    assert not desk.child(QCheckBox, name).isChecked()
    assert there(desk, TODAY).id is None


def test_switches_belong_to_their_day(desk: Desk) -> None:
    desk.click("morning")
    desk.click("day_back")
    assert not desk.child(QCheckBox, "morning").isChecked()
    desk.click("day_today")
    assert desk.child(QCheckBox, "morning").isChecked()


def test_turning_to_another_page_takes_over_what_is_typed(desk: Desk) -> None:
    desk.click(desk.reading("calf_left"))
    desk.write("38.2")
    desk.ctrl(Qt.Key.Key_3)
    assert desk.page.name == "history"
    assert desk.stored("calf_left") == ["38.2 cm"]
    desk.go("measure")
    assert desk.reading("calf_left").text() == "38.2"


@pytest.mark.parametrize("target", ["field", "note"])
def test_closing_the_window_takes_over_what_is_typed(qtbot: QtBot, desk: Desk, folder: Path, target: str) -> None:
    if target == "field":
        desk.click(desk.reading("calf_left"))
        desk.write("38.2")
    else:
        desk.click("check_in_note")
        desk.write("sore knee")
    desk.close()
    with opened(qtbot, folder) as again:
        if target == "field":
            assert again.stored("calf_left") == ["38.2 cm"]
            assert again.reading("calf_left").text() == "38.2"
        else:
            assert there(again, TODAY).note == "sore knee"


def body_fat(desk: Desk) -> QPushButton:
    desk.context.runner.apply(TrackSites(desk.person.id, (*desk.person.tracked, "body_fat")))
    desk.settle()
    return desk.child(QPushButton, "body_fat_by_tape")


def test_body_fat_by_tape_says_what_is_missing_then_works_it_out(desk: Desk) -> None:
    offer = body_fat(desk)
    assert not offer.isEnabled()
    assert offer.toolTip() == "Measure first: Neck, Waist."
    desk.enter("neck", "38")
    desk.enter("waist", "84")
    assert offer.isEnabled()
    assert "= 15.3 %" in offer.toolTip(), "the arithmetic is shown"
    desk.click(offer)
    assert desk.reading("body_fat").text() == "15.3"
    assert desk.stored("body_fat") == ["15.3 %"]
    assert there(desk, TODAY).readings[check_ins.Spot("body_fat")][0].source == "navy"
    assert "Body fat by tape: 15.3 %" in desk.undo_action().text()
    desk.undo()
    assert desk.stored("body_fat") == []


def test_body_fat_by_tape_needs_a_sex(desk: Desk) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "sex", None))
    offer = body_fat(desk)
    assert not offer.isEnabled()
    assert "choose a sex" in offer.toolTip()


def test_what_is_typed_stays_with_whom_it_was_typed_for(desk: Desk) -> None:
    """The other person is one click away, and the click does not take the focus from the field."""
    alex = desk.person
    desk.context.runner.apply(AddPerson("Kim"))
    desk.settle()
    kim = desk.context.people[1]
    desk.click(desk.reading("calf_left"))
    desk.write("38.2")
    desk.click(f"rail_person_{kim.id}")
    desk.settle()
    assert desk.person.name == "Kim"
    assert desk.stored("calf_left", person=kim) == []
    assert desk.stored("calf_left", person=alex) == ["38.2 cm"]
    assert desk.reading("calf_left").text() == ""


def test_a_note_stays_with_whom_it_was_written_for(desk: Desk) -> None:
    alex = desk.person
    desk.context.runner.apply(AddPerson("Kim"))
    desk.settle()
    kim = desk.context.people[1]
    desk.click("check_in_note")
    desk.write("sore knee")
    desk.click(f"rail_person_{kim.id}")
    desk.settle()
    desk.click(desk.reading("waist"))
    assert check_ins.on_day(desk.context.profile, kim.id, TODAY).note == ""
    assert check_ins.on_day(desk.context.profile, alex.id, TODAY).note == "sore knee"


def test_looking_at_a_day_changes_nothing(desk: Desk) -> None:
    """A note may hold what a text field cannot: it is only written when somebody typed."""
    desk.context.runner.apply(check_ins.RecordReadings(desk.person.id, (check_ins.Day(TODAY, note="a\u00a0b\r\nc"),)))
    desk.settle()
    before = desk.context.runner.stack.count()
    desk.go("history")
    desk.go("measure")
    desk.click("day_back")
    assert desk.context.runner.stack.count() == before


def test_what_is_typed_for_somebody_who_goes_is_nobody_elses(desk: Desk) -> None:
    alex = desk.person
    desk.context.runner.apply(AddPerson("Kim"))
    desk.reading("waist").setFocus()
    desk.write("84")
    desk.context.runner.apply(DeletePerson(alex.id, alex.name))
    desk.settle()
    assert desk.person.name == "Kim"
    assert days(desk) == []
