"""The balance page: what it says of real check-ins, what can be chosen on it, and that it follows every edit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from balance_driver import BUILD, LARGE, SMALL, TODAY, balance, said
from legwork.domain.units import Quantity, UnitSystem
from legwork.qt.pages.balance.page import BalancePage
from legwork.qt.printing.preview import PreviewDialog
from legwork.services.choices import SetChoices
from legwork.services.people import AddPerson, ChangePerson
from legwork.services.report import as_json
from program_driver import ALEX, Desk, answering, fill, opened


def shown(desk: Desk) -> str:
    """All that stands on the page in labels, and what the drawings tell a screen reader."""
    page = desk.window.current_page()
    texts = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    texts += [one.accessibleDescription() for one in page.findChildren(QWidget) if one.isVisible()]
    return "\n".join(texts)


def bars(page: BalancePage) -> str:
    page.standing.target.setFocus()  # with the focus, a drawing tells one row only
    return page.standing.bars.accessibleDescription()


def test_the_sentence_that_a_person_wants_to_read(desk: Desk) -> None:
    """SCIENCE section 1: middle 62.303 cm, ln-sd .04256: 57.8 is at Phi(-1.763) = 3.9 %, so 96 of 100 have more."""
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    assert said(desk, "balance_said") == (
        "Of 100 men with your height, waist and upper body, about 96 have bigger thighs."
    )
    assert (
        said(desk, "balance_numbers")
        == "Middle: 62.3\N{NO-BREAK SPACE}cm, yours 57.8\N{NO-BREAK SPACE}cm: 4.5\N{NO-BREAK SPACE}cm to go."
    )
    assert "4.5\N{NO-BREAK SPACE}cm to go" in bars(page)
    assert said(desk, "balance_index").startswith("93.4")  # 100 sqrt(57.8 / 62.303 x 37 / 39.342)
    assert "US Army" in said(desk, "balance_rests_on") and "not lifters" in said(desk, "balance_rests_on")


def test_legs_that_lead_are_said_just_as_plainly(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **LARGE)
    page = balance(desk)
    assert "ahead" in said(desk, "balance_numbers")
    assert "ahead" in bars(page)
    assert "Your legs are ahead of your upper body" in shown(desk)
    assert "Your legs lead" in said(desk, "balance_step_3")


def test_nothing_measured_leads_to_measuring(desk: Desk) -> None:
    page = balance(desk)
    assert not page.print_button.isEnabled()
    desk.click("empty_state_action")
    assert desk.window.current_page().name == "measure"


def test_what_is_missing_is_named(desk: Desk) -> None:
    desk.remember(TODAY, upper_thigh_left="58", chest="110")
    balance(desk)
    assert said(desk, "balance_said") == "Not enough to compare yet."
    assert "waist" in said(desk, "balance_numbers")
    desk.click("balance_measure")
    assert desk.window.current_page().name == "measure"


@pytest.fixture
def unsaid(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """Somebody who did not say whom to compare with."""
    fill(folder, AddPerson("Kim"))
    with opened(qtbot, folder) as desk:
        yield desk


def test_without_a_sex_the_page_asks_and_still_compares_the_sides(unsaid: Desk) -> None:
    unsaid.remember(TODAY, **BUILD, **(SMALL | {"calf_right": "39"}))
    balance(unsaid)
    assert "compared with" in said(unsaid, "balance_said")
    assert "right larger by 2.0\N{NO-BREAK SPACE}cm" in shown(unsaid)
    unsaid.click("balance_people")
    assert unsaid.window.current_page().name == "people"
    unsaid.context.runner.apply(ChangePerson(unsaid.person.id, "sex", "male"))
    unsaid.context.runner.apply(ChangePerson(unsaid.person.id, "stature", Quantity(180, "cm", "180")))
    balance(unsaid)
    assert "about 96 have bigger thighs" in said(unsaid, "balance_said")


def test_a_target_is_chosen_kept_and_undone(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    box = desk.child(QComboBox, "balance_target")
    box.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.settle()
    # SCIENCE section 1: the 75th percentile is exp(4.13201 + .67449 x .04256) = 64.12.
    assert "6.3\N{NO-BREAK SPACE}cm to go" in bars(page)
    assert "4.5" in said(desk, "balance_numbers"), "the headline stays with the middle"
    desk.undo()
    desk.undo()
    desk.settle()
    assert "4.5\N{NO-BREAK SPACE}cm to go" in bars(page)
    assert box.currentData() == "50"


def test_answers_change_the_causes_and_can_be_undone(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    before = page.view.diagnosis.hypotheses[0].support

    def answer(dialog: QDialog) -> None:
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        for _ in range(20):
            desk.press(Qt.Key.Key_1)
        dialog.reject()

    with answering("questionnaire_dialog", answer):
        desk.click("cause_ask")
    desk.settle()
    assert page.view.answers, "what was answered is kept without saving"
    assert page.view.diagnosis.hypotheses[0].support != before
    for _ in range(len(page.view.answers)):
        desk.undo()
    desk.settle()
    assert not page.view.answers
    assert page.view.diagnosis.hypotheses[0].support == before


def test_pain_is_said_first_and_its_lifts_are_held_back(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    balance(desk)
    assert "back squat" in shown(desk)
    desk.context.runner.apply(SetChoices(desk.person.id, (("pain_now", ("knee_right",)),), TODAY, "Answer"))
    desk.settle()
    assert said(desk, "balance_step_1").startswith("Your right knee hurts.")
    assert "back squat" not in shown(desk).replace("Choose a squat", "")


def test_a_lift_is_typed_in_and_stands_on_the_page(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)

    def type_in(dialog: QDialog) -> None:
        for name, text in (("lift_load", "100"), ("lift_reps", "5")):
            field = dialog.findChild(QLineEdit, name)
            assert field is not None, [one.objectName() for one in dialog.findChildren(QLineEdit)]
            field.setFocus()
            desk.qtbot.keyClicks(field, text)
        desk.qtbot.keyClick(field, Qt.Key.Key_Return)
        dialog.reject()

    page.findChild(QWidget, "balance_area").ensureWidgetVisible(page.strength)
    asks = [one for one in page.strength.findChildren(QPushButton) if one.isVisible()]
    with answering("lifts_dialog", type_in):
        desk.click(asks[0])
    desk.settle()
    assert [one.name for one in page.view.strength.lifts] == ["Squat"]
    desk.undo()
    desk.settle()
    assert page.view.strength.lifts == ()


def test_ctrl_p_shows_the_sheet(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    page.print_button.setFocus()
    words = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, PreviewDialog)
        words.append(" ".join(sheet.words for sheet in dialog.pages.sheets))
        assert len(dialog.pages.sheets) == 1
        dialog.reject()

    with answering("print_preview", look):
        desk.ctrl(Qt.Key.Key_P)
    assert "about 96 have bigger thighs" in words[0]
    assert "Of 100" in words[0] and "2 or 3 days a week" in words[0]


def test_the_page_follows_a_new_reading_and_its_undo(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    balance(desk)
    desk.go("measure")
    for side in ("left", "right"):
        desk.enter(f"upper_thigh_{side}", "66")
    balance(desk)
    assert "ahead" in said(desk, "balance_numbers")
    desk.undo()
    desk.undo()
    desk.settle()
    balance(desk)
    assert "4.5" in said(desk, "balance_numbers")


def test_nobody_sees_the_numbers_of_another(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX, AddPerson("Bea", "female", date(1995, 1, 1), Quantity(165, "cm", "165")))
    with opened(qtbot, folder) as desk:
        desk.remember(TODAY, **BUILD, **SMALL)
        balance(desk)
        bea = next(one for one in desk.context.people if one.name == "Bea")
        desk.context.look_at(bea.uid)
        assert "about 96" not in shown(desk), "not even until the new answer is there"
        desk.settle()
        assert "about 96" not in shown(desk)
        desk.remember(TODAY, chest="88", waist="70", upper_thigh_left="57")
        desk.settle()
        assert "women with your height" in said(desk, "balance_said")


def test_the_history_stands_here_and_in_the_charts(desk: Desk) -> None:
    for week in range(8):
        legs = {name: f"{float(text) + 0.2 * week:.1f}" for name, text in SMALL.items()}
        desk.remember(TODAY - timedelta(weeks=7 - week), **BUILD, **legs)
    page = balance(desk)
    assert page.chart.isVisible()
    assert "Leg balance: 93.4 to" in page.chart.summary()
    assert "8 readings" in page.chart.summary()


def test_units_change_the_numbers_and_nothing_else(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    balance(desk)
    before = json.loads(as_json(desk.context.profile, [desk.person], TODAY))["people"][0]["balance"]
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", UnitSystem.IMPERIAL))
    desk.settle()
    assert "about 96 have bigger thighs" in said(desk, "balance_said")
    assert (
        said(desk, "balance_numbers")
        == "Middle: 24.53\N{NO-BREAK SPACE}in, yours 22.76\N{NO-BREAK SPACE}in: 1.77\N{NO-BREAK SPACE}in to go."
    )
    after = json.loads(as_json(desk.context.profile, [desk.person], TODAY))["people"][0]["balance"]
    assert after["index"] == before["index"]


def test_the_page_reaches_its_width_and_stacks_when_narrow(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    desk.window.resize(1280, 800)
    desk.settle()
    bars_at = page.standing.bars.mapTo(page, page.standing.bars.rect().topLeft())
    map_at = page.map.mapTo(page, page.map.rect().topLeft())
    assert map_at.x() > bars_at.x() + page.standing.bars.width()
    desk.window.resize(900, 800)
    desk.settle()
    area = page.findChild(QWidget, "balance_area")
    assert page.map.mapTo(page, page.map.rect().topLeft()).x() < 300
    assert area.widget().width() <= area.viewport().width(), "nothing hangs out to the right"


def test_the_wheel_over_a_choice_and_over_the_chart_scrolls_the_page(desk: Desk) -> None:
    for week in range(3):
        desk.remember(TODAY - timedelta(weeks=week), **BUILD, **SMALL)
    page = balance(desk)
    box, bar = desk.child(QComboBox, "balance_target"), page.area.verticalScrollBar()
    box.setFocus()
    span = page.chart.span
    for target in (box, page.chart.surface()):
        page.area.ensureWidgetVisible(target)
        desk.settle()
        before = bar.value()
        where = QPointF(target.mapTo(desk.window, target.rect().center()))
        QTest.wheelEvent(desk.window.windowHandle(), where, QPoint(0, -120))
        desk.settle()
        assert bar.value() > before, target.objectName()
    assert box.currentData() == "50" and page.chart.span == span


def test_page_down_turns_the_page_at_once(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    desk.press(Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 100


def test_the_focus_returns_to_what_opened_a_dialog(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    balance(desk)

    def answer(dialog: QDialog) -> None:
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        desk.press(Qt.Key.Key_1)
        dialog.reject()

    with answering("questionnaire_dialog", answer):
        desk.click("cause_ask")
    desk.settle()
    assert desk.has_focus("cause_ask"), desk.window.focusWidget()


def test_tab_follows_the_eye(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    page = balance(desk)
    order = ["balance_target", "gap_bars", "side_strip", "cause_ask", "zone_map", "pain_ask"]
    page.area.setFocus()
    seen = []
    for _ in range(60):
        desk.press(Qt.Key.Key_Tab)
        focused = desk.window.focusWidget()
        if focused is not None and focused.objectName() in order:
            seen.append(focused.objectName())
        if len(seen) == len(order):
            break
    assert seen == order


def test_what_needs_a_doctor_today_stands_on_top(desk: Desk) -> None:
    desk.remember(TODAY, **BUILD, **SMALL)
    balance(desk)
    picks = (("pain_now", ("lower_back",)), ("pain_signs", ("saddle",)))
    desk.context.runner.apply(SetChoices(desk.person.id, picks, TODAY, "Answer"))
    desk.settle()
    assert "emergency care" in said(desk, "balance_first")
    assert "hard sets" not in said(desk, "balance_step_1")
    assert (
        desk.window.findChild(QLabel, "balance_step_2") is None
        or not desk.window.findChild(QLabel, "balance_step_2").isVisible()
    )
