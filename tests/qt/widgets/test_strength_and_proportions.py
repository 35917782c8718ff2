"""The cards of strength and of the classical ideals: what they show, by keys and mouse, wide and narrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.ideals import Ideals
from legwork.domain.sites import Side
from legwork.domain.strength_balance import RatioCall
from legwork.domain.units import Quantity
from legwork.numerals import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.proportions_card import ProportionsCard
from legwork.qt.widgets.strength_card import StrengthCard
from legwork.services.lifts import SetLift
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from legwork.services.proportion_rows import all_proportions
from legwork.services.spot_readings import SpotReadings
from legwork.services.strength import strength_of
from legwork.services.strength_rows import StrengthRows, strength_rows
from program_driver import readings

TODAY = date(2025, 6, 2)


@pytest.fixture
def rows(profile: Profile) -> StrengthRows:
    profile.apply(AddPerson("Alex", "male"))
    person = everybody(profile)[0]
    for lift, kg, rir in (("squat", 120.0, None), ("bench_press", 100.0, 0.0)):
        profile.apply(SetLift(person.id, TODAY, lift, Side.NONE, Quantity(kg, "kg", f"{kg:g}"), 1, rir))
    return strength_rows(strength_of(profile, person, TODAY, SpotReadings(profile, person)), person)


def seen(card: QWidget, kind: type[QWidget], name: str) -> bool:
    found = card.findChild(kind, name)
    assert isinstance(found, QWidget)
    return found.isVisible()


def first_cells(table: FactsTable) -> list[str]:
    return [str(table.facts.index(line, 0).data()) for line in range(table.facts.rowCount())]


def show(qtbot: QtBot, card: QWidget, width: int = 900) -> None:
    qtbot.addWidget(card)
    card.resize(width, 900)
    with qtbot.waitExposed(card):
        card.show()


def test_without_lifts_there_is_a_line_and_a_button(qtbot: QtBot, theme: ThemeManager) -> None:
    card = StrengthCard(theme)
    show(qtbot, card)
    assert seen(card, QLabel, "strength_empty") and not seen(card, FactsTable, "strength_lifts")
    with qtbot.waitSignal(card.edit_asked):
        qtbot.mouseClick(card.findChild(QPushButton, "strength_add"), Qt.MouseButton.LeftButton)


def test_lifts_and_ratios_stand_in_two_tables(qtbot: QtBot, theme: ThemeManager, rows: StrengthRows) -> None:
    card = StrengthCard(theme)
    show(qtbot, card)
    card.show_rows(rows)
    assert not seen(card, QLabel, "strength_empty") and not seen(card, QPushButton, "strength_add")
    assert first_cells(card.lifts) == ["Squat", rows.lifts[0].note, "Bench press"]
    assert first_cells(card.ratios)[1].startswith("~ On the low side, but that is not sure")
    assert card.lifts.facts.index(0, 3).data(int(Qt.ItemDataRole.ToolTipRole)) == rows.lifts[0].formulas
    assert f"1{GROUP}546 men" in card.compared.text()
    with qtbot.waitSignal(card.edit_asked):
        qtbot.keyClick(card.findChild(QPushButton, "strength_edit"), Qt.Key.Key_Space)
    card.show_rows(StrengthRows((), (), "", ""))
    assert seen(card, QLabel, "strength_empty") and not seen(card, FactsTable, "strength_ratios")


@pytest.mark.parametrize(
    ("call", "sign"),
    [(RatioCall.LOW, "▼ "), (RatioCall.MAYBE_HIGH, "~ "), (RatioCall.HIGH, "▲ "), (RatioCall.NO_REFERENCE, "")],
)
def test_what_a_ratio_says_has_a_sign(
    qtbot: QtBot, theme: ThemeManager, rows: StrengthRows, call: RatioCall, sign: str
) -> None:
    card = StrengthCard(theme)
    show(qtbot, card)
    card.show_rows(replace(rows, ratios=(replace(rows.ratios[0], call=call, words="It says this."),)))
    assert first_cells(card.ratios)[1] == f"{sign}It says this."


def test_a_table_is_as_high_as_its_lines_and_folds_when_narrow(
    qtbot: QtBot, theme: ThemeManager, rows: StrengthRows
) -> None:
    card = StrengthCard(theme)
    card.show_rows(rows)
    show(qtbot, card)
    lifts = card.lifts
    last = lifts.visualRect(lifts.facts.index(lifts.facts.rowCount() - 1, 0))
    assert abs(lifts.viewport().height() - last.bottom() - 1) <= 1
    card.resize(300, 900)
    qtbot.waitUntil(lambda: lifts.facts.folded)
    assert first_cells(lifts)[:2] == ["Squat", "120 kg × 1 · 2 Jun"]
    qtbot.waitUntil(lambda: lifts.horizontalScrollBar().maximum() == lifts.verticalScrollBar().maximum() == 0)
    card.resize(900, 900)
    qtbot.waitUntil(lambda: not lifts.facts.folded)


def test_it_is_walked_with_keys_and_copied(qtbot: QtBot, theme: ThemeManager, rows: StrengthRows) -> None:
    card = StrengthCard(theme)
    card.show_rows(rows)
    show(qtbot, card)
    card.lifts.setFocus()
    qtbot.keyClick(card.lifts, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == 3
    for _ in range(3):
        qtbot.keyClick(card.lifts, Qt.Key.Key_Down)
    qtbot.keyClick(card.lifts, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (
        QGuiApplication.clipboard().text()
        == "Lift\tBest set\tDay\tOnce\nBench press\t100 kg × 1, none left\t2 Jun\t100 ± 3 kg\n"
    )


def test_a_writer_is_chosen_and_stays(qtbot: QtBot, theme: ThemeManager, profile: Profile) -> None:
    profile.apply(AddPerson("Alex", "male"))
    person = everybody(profile)[0]
    card = ProportionsCard(theme)
    show(qtbot, card)
    card.show_rows(all_proportions(profile, person, TODAY))
    assert card.writer is Ideals.MCCALLUM and "measure your wrist" in card.missing.text()
    with qtbot.waitSignal(card.writer_chosen) as told:
        qtbot.mouseClick(card.findChild(QPushButton, "ideals_adonis"), Qt.MouseButton.LeftButton)
    assert told.args == ["adonis"]
    assert first_cells(card.rows) == ["Shoulders", "needs your waist"] and "fashion" in card.about.text()
    profile.apply(readings(person, TODAY, waist="80", shoulders="118"))
    card.show_rows(all_proportions(profile, person, TODAY))
    assert card.writer is Ideals.ADONIS
    assert first_cells(card.rows)[1] == "1.618 × waist 80.0 cm = 129.4 cm"
    assert not card.missing.isVisible()


def test_who_is_no_man_is_not_offered_butt(qtbot: QtBot, theme: ThemeManager, profile: Profile) -> None:
    profile.apply(AddPerson("Eve", "female"))
    card = ProportionsCard(theme)
    show(qtbot, card)
    card.show_rows(all_proportions(profile, everybody(profile)[0], TODAY), Ideals.BUTT)
    assert not seen(card, QPushButton, "ideals_butt") and seen(card, QPushButton, "ideals_reeves")
    assert card.writer is Ideals.MCCALLUM
