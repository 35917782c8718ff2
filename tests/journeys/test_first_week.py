"""Week one and week two of somebody new, by keyboard from the first start to the second week's chart."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from program_driver import Desk, opened, spot_of

TODAY = date.today()
LAST_WEEK = TODAY - timedelta(days=7)
FIRST = {
    "body_weight": "82.5", "neck": "39", "shoulders": "125", "chest": "108", "waist": "84", "hips": "98",
    "flexed_arm_left": "40", "flexed_arm_right": "40.5", "upper_thigh_left": "58", "upper_thigh_right": "58.4",
    "calf_left": "36.5", "calf_right": "36.8",
}  # fmt: skip
SECOND = FIRST | {"body_weight": "83.1", "upper_thigh_left": "60.1", "calf_left": "36.7"}


class Counter:
    """A desk whose keys are counted, as the keyboard would."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.keys = 0

    def write(self, text: str) -> None:
        self.keys += len(text)
        self._desk.write(text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        self._desk.press(key, modifier)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def check_in(hand: Counter, values: dict[str, str]) -> None:
    """Value, Enter, value, Enter, with the eyes on the tape: nothing but digits and Enter."""
    for value in values.values():
        hand.write(value)
        hand.press(Qt.Key.Key_Return)


def tab_to(hand: Counter, name: str) -> None:
    for _ in range(40):
        if focused() == name:
            return
        hand.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}")


def start_measuring(desk: Desk) -> None:
    """The welcome by keyboard: a name, a birth date, a stature, and the button."""
    hand = Counter(desk)
    assert focused() == "person_name"
    hand.write("Alex")
    tab_to(hand, "person_birth_date")
    hand.write("1990-05-14")
    tab_to(hand, "person_stature")
    hand.write("180")
    tab_to(hand, "welcome_start")
    hand.press(Qt.Key.Key_Space)
    desk.settle()
    assert desk.page.name == "measure"


def test_from_an_empty_profile_to_the_second_weeks_chart(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as desk:
        start_measuring(desk)
        assert focused() == "reading_body_weight"
        desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)  # the tape was read a week ago
        assert desk.page.day == LAST_WEEK
        hand = Counter(desk)
        tab_to(hand, "reading_body_weight")
        check_in(hand, FIRST)
        assert focused() == "check_in_note"
        assert desk.page.summary.text().startswith("12 of 12 values")
    with opened(qtbot, folder) as desk:
        assert desk.page.name == "measure" and desk.page.day == TODAY
        assert focused() == "reading_body_weight"
        for name, value in FIRST.items():
            assert desk.stored(name, LAST_WEEK)[0].startswith(value)
            assert float(desk.reading(name).placeholderText().split(" on ")[0]) == float(value)
        check_in(Counter(desk), SECOND)
        assert desk.message("upper_thigh_left") == "▲ +2.1 cm, beyond the error ±1.6"
        assert desk.message("calf_left") == "~ +0.2 cm, within the error ±1.0"
        desk.ctrl(Qt.Key.Key_4)
        assert desk.page.name == "charts"
        desk.settle()
        summary = desk.page.over_time.board.summary()
        assert "Upper thigh, left: 58.0 to 60.1" in summary
        assert "Upper thigh, right: 58.4 to 58.4" in summary
        assert summary.count("2 readings") == 2
        verdict = desk.page.over_time.table.model().index(0, 5).data()
        assert verdict.startswith("… too early"), "two readings prove nothing yet, and nobody claims it"
        history = (desk.ctrl(Qt.Key.Key_3), desk.page)[1]
        assert history.model.rowCount() == 2


def test_a_check_in_of_twelve_values_costs_only_its_digits_and_enter(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as desk:
        start_measuring(desk)
        hand = Counter(desk)
        check_in(hand, FIRST)
        assert [desk.stored(name)[0].split()[0] for name in FIRST] == list(FIRST.values())
        digits = sum(len(value) for value in FIRST.values())
        assert hand.keys == digits + len(FIRST)
        assert hand.keys <= 60, "under two minutes leaves no time for more"
        assert spot_of("calf_left") in desk.page.fields
