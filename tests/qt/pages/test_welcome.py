"""The first start: a short welcome, sentences where something is missing, and the sample to look around in."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit

from legwork.services import check_ins
from program_driver import Desk


def errors(desk: Desk) -> list[str]:
    labels = desk.window.current_page().findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible() and one.property("role") == "error"]


def over(desk: Desk, name: str, text: str) -> None:
    desk.click(name)
    desk.child(QLineEdit, name).selectAll()
    desk.write(text)


def test_it_asks_for_the_name_first_and_says_where_data_stays(empty_desk: Desk) -> None:
    assert empty_desk.page.name == "welcome"
    assert empty_desk.has_focus("person_name")
    texts = " ".join(one.text() for one in empty_desk.window.findChildren(QLabel) if one.isVisible())
    assert "stays on this computer" in texts


def test_pages_wait_until_somebody_is_there(empty_desk: Desk) -> None:
    enabled = {name for name, one in empty_desk.window.rail.buttons.items() if one.isEnabled()}
    assert enabled == {"today", "data", "help"}
    empty_desk.ctrl(Qt.Key.Key_2)
    assert empty_desk.page.name == "welcome"


def test_help_can_be_read_and_left_again_before_anybody_is_there(empty_desk: Desk) -> None:
    empty_desk.go("help")
    empty_desk.ctrl(Qt.Key.Key_1)
    assert empty_desk.page.name == "welcome"


@pytest.mark.parametrize(
    ("field", "text", "part"),
    [
        ("person_name", "", "Type a name"),
        ("person_birth_date", "soon", "not a date"),
        ("person_birth_date", "1850-01-01", "between 1900 and today"),
        ("person_stature", "18", "A height from"),
    ],
)
def test_what_will_not_do_is_said_in_one_sentence(empty_desk: Desk, field: str, text: str, part: str) -> None:
    over(empty_desk, "person_name", "Kim")
    if text:
        over(empty_desk, field, text)
    else:
        empty_desk.child(QLineEdit, field).clear()
    empty_desk.click("welcome_start")
    [sentence] = errors(empty_desk)
    assert part in sentence and sentence.endswith(".")
    assert empty_desk.has_focus(field), "what is to be mended can be typed at once"
    assert empty_desk.page.name == "welcome"
    assert empty_desk.context.people == ()


def test_a_mended_start_goes_through(empty_desk: Desk) -> None:
    empty_desk.click("welcome_start")
    assert errors(empty_desk)
    over(empty_desk, "person_name", "Kim")
    over(empty_desk, "person_birth_date", "1850-01-01")
    empty_desk.click("welcome_start")
    over(empty_desk, "person_birth_date", "1994-05-14")
    over(empty_desk, "person_stature", "172")
    empty_desk.click("welcome_start")
    empty_desk.settle()
    assert empty_desk.page.name == "measure", "the button says so"
    assert (empty_desk.person.name, empty_desk.person.birth_date) == ("Kim", date(1994, 5, 14))
    assert empty_desk.has_focus("reading_body_weight"), "the first value can be typed at once"
    assert all(one.isEnabled() for one in empty_desk.window.rail.buttons.values())


def test_the_start_can_be_undone(empty_desk: Desk) -> None:
    over(empty_desk, "person_name", "Kim")
    empty_desk.click("welcome_start")
    empty_desk.undo()
    empty_desk.settle()
    assert empty_desk.page.name == "welcome"


def test_the_sample_is_clearly_marked_and_left_again(sample_desk: Desk) -> None:
    assert sample_desk.child(QFrame, "sample_banner").isVisible()
    assert sample_desk.person.name == "Sam Sample"
    assert len(check_ins.check_in_days(sample_desk.context.profile, sample_desk.person.id)) > 80
    sample_desk.click("leave_sample")
    sample_desk.settle()
    assert sample_desk.page.name == "welcome"
    assert sample_desk.context.people == ()
    assert not sample_desk.window.findChild(QFrame, "sample_banner").isVisible()


def test_a_file_dropped_on_the_welcome_says_what_comes_first(empty_desk: Desk, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "measurement_data.csv"
    file.write_bytes(b'date,weight_kg\n"14 Jan 2025, 00:00",82\n')
    empty_desk.window.files_dropped.emit((file,))
    empty_desk.qtbot.waitUntil(lambda: "Say first who is measured" in empty_desk.notice)


def test_enter_leads_through_the_form(empty_desk: Desk) -> None:
    empty_desk.write("Kim")
    visited = []
    for _ in range(6):
        empty_desk.press(Qt.Key.Key_Return)
        focused = QApplication.focusWidget()
        visited.append(focused.objectName() if focused is not None else "")
    assert visited == [
        "person_sex", "person_birth_date", "person_stature", "person_units", "person_check_in_weekday", "welcome_start",
    ]  # fmt: skip
