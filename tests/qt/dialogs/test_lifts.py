"""Typing in lifts: in seconds and by keys alone, with the estimate beside it, undo, and refusals in their place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLabel, QPushButton

from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.qt.dialogs.lifts import LiftsDialog
from legwork.qt.widgets.facts_table import FactsTable
from legwork.services.lifts import SetLift, lifts_of
from legwork.services.people import ChangePerson
from program_driver import IMPERIAL, Desk

TODAY = date.today()


class Lifts:
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.dialog = LiftsDialog(desk.context, desk.person, desk.window)
        self.dialog.open()
        self.dialog.activateWindow()
        desk.qtbot.waitUntil(self.dialog.isActiveWindow)

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""

    @property
    def said(self) -> str:
        return self.desk.child(QLabel, "lift_preview", self.dialog).text()

    @property
    def list(self) -> FactsTable:
        return self.desk.child(FactsTable, "lift_list", self.dialog)

    @property
    def listed(self) -> list[str]:
        return [" | ".join(one.cells) for one in self.list.facts.facts]

    @property
    def stored(self) -> list[tuple[str, Side, str, int, float | None]]:
        found = lifts_of(self.desk.context.profile, self.desk.person.id)
        return [(one.lift, one.side, f"{one.load.entered} {one.load.unit}", one.reps, one.rir) for one in found]

    def choose(self, name: str, text: str) -> None:
        combo = self.desk.child(QComboBox, name, self.dialog)
        self.desk.click(combo)
        if QApplication.activePopupWidget() is not None:
            self.desk.press(Qt.Key.Key_Escape)
        self.desk.write(text)
        assert combo.currentText().startswith(text)

    def type(self, load: str, reps: str) -> None:
        """From the load on: Tab to the reps."""
        self.desk.write(load)
        self.desk.press(Qt.Key.Key_Tab)
        self.desk.write(reps)


@pytest.fixture
def lifts(desk: Desk) -> Iterator[Lifts]:
    shown = Lifts(desk)
    yield shown
    shown.dialog.close()
    shown.dialog.deleteLater()
    desk.settle()


def noted(desk: Desk, lift: str, kg: float, ago: int, side: Side = Side.NONE) -> None:
    edit = SetLift(desk.person.id, TODAY - timedelta(days=ago), lift, side, Quantity(kg, "kg", f"{kg:g}"), 5, 2.0)
    desk.context.profile.apply(edit)


def test_a_lift_in_seconds_and_the_next_one(desk: Desk, lifts: Lifts) -> None:
    assert lifts.focused == "lift_load"
    lifts.type("102,5", "5")
    assert lifts.said == "At least 119 kg once, give or take 7 kg."
    desk.press(Qt.Key.Key_Tab)
    desk.write("2")
    assert lifts.said == "About 125 kg once, give or take 5 kg."
    desk.press(Qt.Key.Key_Return)
    assert lifts.stored == [("squat", Side.NONE, "102,5 kg", 5, 2.0)]
    assert lifts.said == "Squat is noted: 102.5 kg × 5, 2 left." and lifts.focused == "lift_load"
    lifts.choose("lift_name", "Bench")
    lifts.dialog.form.load.setFocus()
    lifts.type("225 lb", "3")
    desk.press(Qt.Key.Key_Return)
    assert lifts.stored[0] == ("bench_press", Side.NONE, "225 lb", 3, None)
    assert len(lifts.listed) == 2


def test_a_plain_number_is_in_the_persons_unit(desk: Desk) -> None:
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", IMPERIAL))
    lifts = Lifts(desk)
    lifts.type("225", "5")
    assert lifts.said == "At least 262 lb once, give or take 16 lb."
    desk.press(Qt.Key.Key_Return)
    assert lifts.stored == [("squat", Side.NONE, "225 lb", 5, None)]
    lifts.dialog.close()


def test_the_other_leg_follows(desk: Desk, lifts: Lifts) -> None:
    assert not lifts.dialog.form.side.isVisible()
    lifts.choose("lift_name", "Split")
    assert lifts.dialog.form.side.isVisible() and "both hands together" in lifts.dialog.form.counted.text()
    for load in ("40", "36"):
        lifts.dialog.form.load.setFocus()
        lifts.type(load, "8")
        desk.press(Qt.Key.Key_Return)
    assert [one[1:3] for one in lifts.stored] == [(Side.LEFT, "40 kg"), (Side.RIGHT, "36 kg")]


@pytest.mark.parametrize(
    ("load", "reps", "sentence", "field"),
    [
        ("", "5", "Type a number first.", "lift_load"),
        ("heavy", "5", "not a weight that can be read", "lift_load"),
        ("60 cm", "5", "no weight here", "lift_load"),
        ("1200", "5", "at most 1000 kg", "lift_load"),
        ("0", "5", "number above zero", "lift_load"),
        ("100", "", "how many reps", "lift_reps"),
        ("100", "5.5", "how many reps", "lift_reps"),
        ("100", "0", "from 1 to 50", "lift_reps"),
        ("100", "60", "from 1 to 50", "lift_reps"),
    ],
)
def test_what_is_no_set_is_said_beside_it(
    desk: Desk, lifts: Lifts, load: str, reps: str, sentence: str, field: str
) -> None:
    lifts.type(load, reps)
    assert sentence not in lifts.said  # still typing
    desk.press(Qt.Key.Key_Return)
    assert sentence in lifts.said and lifts.focused == field and lifts.stored == []
    desk.write("8")
    assert sentence not in lifts.said


def test_many_reps_are_kept_without_an_estimate(desk: Desk, lifts: Lifts) -> None:
    lifts.type("40", "12")
    assert "Rough" in lifts.said
    desk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.write("40")
    assert lifts.said.startswith("No estimate")
    desk.press(Qt.Key.Key_Return)
    assert lifts.listed[0].endswith("–")


def test_undo_works_while_it_is_open_but_not_further_back(desk: Desk) -> None:
    edit = SetLift(desk.person.id, TODAY, "row", Side.NONE, Quantity(60.0, "kg", "60"), 5, None)
    desk.context.runner.apply(edit)
    lifts = Lifts(desk)
    lifts.type("100", "5")
    desk.press(Qt.Key.Key_Return)
    assert len(lifts.stored) == 2
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert [one[0] for one in lifts.stored] == ["row"] and len(lifts.listed) == 1
    desk.ctrl(Qt.Key.Key_Z)
    assert [one[0] for one in lifts.stored] == ["row"]
    desk.ctrl(Qt.Key.Key_Y)
    desk.settle()
    assert len(lifts.stored) == len(lifts.listed) == 2
    lifts.dialog.close()


def test_the_list_newest_first_with_remove(desk: Desk) -> None:
    noted(desk, "squat", 100, 20)
    noted(desk, "deadlift", 140, 2)
    lifts = Lifts(desk)
    assert [one.split(" | ")[0] for one in lifts.listed] == ["Deadlift", "Squat"]
    remove = desk.child(QPushButton, "lift_remove", lifts.dialog)
    assert not remove.isEnabled()
    lifts.list.setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    desk.click(remove)
    assert [one[0] for one in lifts.stored] == ["squat"] and lifts.said.startswith("Deadlift of")
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert len(lifts.stored) == 2
    lifts.list.setFocus()
    lifts.list.choose(lifts.list.facts.facts[1].key)
    desk.press(Qt.Key.Key_Delete)
    assert [one[0] for one in lifts.stored] == ["deadlift"]
    lifts.dialog.close()


def test_a_set_is_taken_up_and_changed_in_its_place(desk: Desk) -> None:
    noted(desk, "split_squat", 40, 20, Side.RIGHT)
    lifts = Lifts(desk)
    lifts.list.setFocus()
    desk.press(Qt.Key.Key_Home)
    lifts.list.choose(lifts.list.facts.facts[0].key)
    desk.press(Qt.Key.Key_Return)
    assert lifts.focused == "lift_load"
    assert desk.child(QDateEdit, "lift_day", lifts.dialog).date().toPython() == TODAY - timedelta(days=20)
    desk.write("42")
    assert lifts.said.endswith("It takes the place of 40 kg × 5, 2 left on that day.")
    desk.press(Qt.Key.Key_Return)
    assert lifts.stored == [("split_squat", Side.RIGHT, "42 kg", 5, 2.0)]
    lifts.dialog.close()


def test_among_very_many_sets_the_first_one_is_reached_and_read(desk: Desk) -> None:
    for ago in range(60):
        noted(desk, "squat", 100 + ago, ago)
    lifts = Lifts(desk)
    shown = lifts.list
    assert (shown.facts.rowCount(), lifts.listed[59].split(" | ")[1]) == (60, "159 kg × 5, 2 left")
    shown.setFocus()
    desk.ctrl(Qt.Key.Key_End)
    desk.settle()
    last = shown.visualRect(shown.currentIndex())
    assert shown.currentIndex().row() == 59 and shown.viewport().rect().contains(last)
    desk.press(Qt.Key.Key_Delete)
    assert len(lifts.stored) == shown.facts.rowCount() == 59
    lifts.dialog.close()


def test_several_sets_are_removed_and_come_back_as_one_step(desk: Desk) -> None:
    noted(desk, "squat", 100, ago=3)
    noted(desk, "bench_press", 60, ago=2)
    lifts = Lifts(desk)
    lifts.list.setFocus()
    lifts.list.selectAll()
    desk.press(Qt.Key.Key_Delete)
    assert lifts.stored == [] and lifts.said == "2 sets are removed; Ctrl+Z brings them back."
    desk.ctrl(Qt.Key.Key_Z)
    assert len(lifts.stored) == len(lifts.listed) == 2
    lifts.dialog.close()
