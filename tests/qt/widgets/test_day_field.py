"""The field of a day, typed in by hand: what is typed counts as a whole, and nothing changes in silence."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_qdate

STANDS = date(2026, 5, 27)


class Form:
    """A text field, the day, a text field."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.before, self.field, self.after = QLineEdit(), DayField(STANDS), QLineEdit()
        layout = QVBoxLayout(self.window)
        for one in (self.before, self.field, self.after):
            layout.addWidget(one)
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat("d MMM yyyy")
        self.field.setMaximumDate(to_qdate(date(2050, 1, 1)))
        self.seen: list[date] = []
        self.told: list[str] = []
        self.field.dateChanged.connect(lambda day: self.seen.append(day.toPython()))
        self.field.told.connect(self.told.append)
        self.window.show()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.before.setFocus()

    @property
    def day(self) -> date:
        day = self.field.date().toPython()
        assert isinstance(day, date)
        return day

    def come(self, how: str) -> None:
        """Into the field: by Tab, to its start, or with all of it selected."""
        if how == "tab":
            self.press(Qt.Key.Key_Tab)
            return
        self.field.setFocus()
        if how == "home":
            self.press(Qt.Key.Key_Home)
        else:
            self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, keys)

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form(qtbot)


@pytest.mark.parametrize("how", ["tab", "home", "all"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03 Feb 2027", date(2027, 2, 3)),
        ("03 Feb 2046", date(2046, 2, 3)),
        ("2029-04-05", date(2029, 4, 5)),
        ("3.2.2027", date(2027, 2, 3)),
        ("15", date(2026, 5, 15)),
    ],
)
@pytest.mark.parametrize("leaving", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_day_is_typed_as_a_whole(form: Form, how: str, text: str, day: date, leaving: Qt.Key) -> None:
    form.come(how)
    form.write(text)
    assert form.field.text() == text, "what is typed is seen as it is typed"
    form.press(leaving)
    assert form.day == day
    assert form.field.text() == f"{day.day} {form.field.locale().toString(to_qdate(day), 'MMM')} {day.year}"
    assert form.seen[-1] == day and not any(form.told)
    assert form.field.hasFocus() == (leaving == Qt.Key.Key_Return)


def test_who_follows_the_typing_hears_of_whole_days_only(form: Form) -> None:
    form.come("all")
    form.write("3 Feb 2027")
    assert form.seen == [date(2027, 2, 3)], "not of the days on the way to it"
    form.press(Qt.Key.Key_Return)
    assert form.seen == [date(2027, 2, 3)], "nor twice"


def test_without_tracking_a_day_counts_once_it_is_entered(form: Form) -> None:
    form.field.setKeyboardTracking(False)
    form.come("all")
    form.write("3 Feb 2027")
    assert form.day == STANDS and form.seen == []
    form.press(Qt.Key.Key_Return)
    assert form.seen == [date(2027, 2, 3)]


def test_what_cannot_be_read_is_said_and_stays_to_be_mended(form: Form) -> None:
    form.come("all")
    form.write("3 Foo 2027")
    form.press(Qt.Key.Key_Return)
    assert form.told == ["“3 Foo 2027” is not a day that can be read: type it as 3 Feb 2027 or 2027-02-03."]
    assert (form.field.text(), form.day, form.field.property("state")) == ("3 Foo 2027", STANDS, "error")
    assert form.field.accessibleDescription() == form.told[0]
    form.write("4 Feb 2027")
    form.press(Qt.Key.Key_Return)
    assert (form.day, form.field.problem, form.field.property("state")) == (date(2027, 2, 4), "", "")


def test_leaving_it_unreadable_says_which_day_stands(form: Form) -> None:
    form.come("tab")
    form.write("soon")
    form.press(Qt.Key.Key_Tab)
    assert form.after.hasFocus()
    assert (form.field.text()[:2], form.day) == ("27", STANDS)
    assert form.told[-1].endswith("27 May 2026 stands as before.") and form.seen == []


def test_a_day_beyond_the_last_is_said_and_not_bent(form: Form) -> None:
    form.come("all")
    form.write("2 Jan 2050")
    form.press(Qt.Key.Key_Return)
    assert form.told == ["The last day that can stand here is 1 Jan 2050."]
    assert form.day == STANDS


def test_escape_gives_the_day_back(form: Form) -> None:
    form.come("all")
    form.write("3 Feb 2027")
    form.press(Qt.Key.Key_Escape)
    assert (form.day, form.seen[-1]) == (STANDS, STANDS)
    assert form.field.text().startswith("27")


def test_the_arrows_still_turn_it_also_after_typing(form: Form) -> None:
    form.come("tab")
    form.press(Qt.Key.Key_Up)
    assert form.day == date(2026, 5, 28)
    form.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    form.write("2029-04-05")
    form.press(Qt.Key.Key_Down)
    assert form.day in (date(2029, 4, 4), date(2029, 3, 5), date(2028, 4, 5)), "a step from what was typed"


def test_a_figure_is_mended_in_its_place(form: Form) -> None:
    form.come("home")
    form.press(Qt.Key.Key_End)
    form.press(Qt.Key.Key_Backspace)
    form.write("9")
    form.press(Qt.Key.Key_Return)
    assert form.day == date(2029, 5, 27)


def test_a_day_is_pasted(form: Form) -> None:
    QApplication.clipboard().setText("2029-04-05")
    form.come("all")
    form.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    form.press(Qt.Key.Key_Return)
    assert form.day == date(2029, 4, 5)
