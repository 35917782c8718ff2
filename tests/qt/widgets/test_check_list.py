"""Pain, self-checks and hints from the lifts, as a person sees them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from legwork.domain.pain_holds import holds
from legwork.domain.questionnaire import Answers
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.check_list import CheckList
from legwork.qt.widgets.layout import column
from legwork.services.questionnaires import self_checks

SEEN = {"bridge_left": ("30_seconds",), "bridge_right": ("under_10",), "ankle_bend_left": ("pain",)}
HURTS = {"pain_now": ("knee_left", "lower_back"), "pain_signs": ("night",)}
NOTES = ("Beside your bench press your squat is in the lowest quarter of raw competitors. " * 2,)


class Shown:
    """A list on screen."""

    def __init__(
        self, qtbot: QtBot, theme: ThemeManager, answers: Answers, notes: tuple[str, ...] = (), width: int = 400
    ) -> None:
        self.list, self.host = CheckList(theme), QWidget()
        layout = column(self.list, None)
        self.host.setLayout(layout)
        qtbot.addWidget(self.host)
        self.show(answers, notes)
        self.host.resize(width, 100)
        self.host.show()
        self.host.activateWindow()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.host.resize(width, layout.heightForWidth(width))
        self.settle()

    def show(self, answers: Answers, notes: tuple[str, ...] = ()) -> None:
        self.list.show_checks(self_checks(), answers, holds(answers), notes)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def text(self, name: str) -> str:
        found = [one for one in self.list.findChildren(QLabel, name) if one.isVisible()]
        return found[0].text() if found else ""

    def y(self, name: str) -> int:
        [found] = [one for one in self.list.findChildren(QWidget, name) if one.isVisible()]
        return found.mapTo(self.list, QPoint(0, 0)).y()

    def button(self, name: str) -> QPushButton:
        [found] = [one for one in self.list.findChildren(QPushButton, name) if one.isVisible()]
        return found


def test_pain_comes_first_with_what_goes_on_meanwhile(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, HURTS)
    knee, back = holds(HURTS)
    assert shown.text("hold_sentence_knee") == knee.sentence
    assert knee.sentence.startswith("Your left knee hurts.")
    assert shown.text("hold_meanwhile_knee") == knee.meanwhile
    assert shown.text("hold_sentence_lower_back") == back.sentence
    assert shown.y("hold_knee") < shown.y("hold_lower_back") < shown.y("check_hip_flexors")
    assert shown.button("pain_ask").text() == "Change what hurts"


@pytest.mark.parametrize(
    "signs, urgency",
    [
        ((), "Have it looked at within two weeks"),
        (("night",), "Have it looked at before you load it again"),
        (("saddle",), "Have it looked at today"),
    ],
)
def test_how_soon_is_said_in_words(qtbot: QtBot, theme: ThemeManager, signs: tuple[str, ...], urgency: str) -> None:
    shown = Shown(qtbot, theme, {"pain_now": ("hip",), "pain_signs": signs})
    assert urgency in [one.text() for one in shown.list.findChildren(QLabel)]


def test_without_pain_it_is_said_or_asked(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, {})
    assert shown.text("pain_unasked").startswith("Say first whether anything hurts")
    assert shown.button("pain_ask").text() == "Say what hurts"
    shown.show({"pain_now": ("none",)})
    shown.settle()
    assert shown.text("no_pain") == "Nothing hurts at the moment, you said."
    assert shown.text("pain_unasked") == ""


def test_each_check_says_what_was_seen_on_each_side(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, SEEN)
    assert shown.text("check_seen_bridge_left") == "Left: 30 seconds, pelvis level"
    assert shown.text("check_seen_bridge_right") == "Right: Less than 10 seconds, or the pelvis drops at once"
    assert shown.text("check_state_bridge") == "The sides came out differently: look again on another day."
    assert shown.text("check_state_ankle_bend") == "One side is still to do."
    assert shown.text("check_state_hip_flexors") == "Not done yet"
    assert shown.button("check_bridge").text() == "Look again"
    assert shown.button("check_hip_flexors").text() == "Do it"
    assert shown.button("check_hip_flexors").accessibleName() == "Do it: Front of the hip: thigh hang"


def test_buttons_say_which_check_or_pain(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, SEEN)
    for check in self_checks():
        with qtbot.waitSignal(shown.list.asked) as told:
            qtbot.mouseClick(shown.button(f"check_{check.key}"), Qt.MouseButton.LeftButton)
        assert told.args == [check.key]
    with qtbot.waitSignal(shown.list.pain_asked):
        qtbot.mouseClick(shown.button("pain_ask"), Qt.MouseButton.LeftButton)


def test_the_focus_stays_on_a_check_that_was_just_done(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, {})
    shown.button("check_bridge").setFocus()
    shown.show(SEEN)
    shown.settle()
    focused = QApplication.focusWidget()
    assert focused is shown.button("check_bridge")


def test_notes_about_lifts_come_last_and_only_when_there_are_some(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, SEEN, NOTES)
    assert shown.text("strength_note_1") == NOTES[0]
    assert shown.y("strength_note_1") > shown.y("check_sit_to_stand")
    shown.show(SEEN)
    shown.settle()
    assert "From your lifts" not in [one.text() for one in shown.list.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("width", [380, 700, 1000])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut_off(qtbot: QtBot, theme: ThemeManager, width: int, percent: int) -> None:
    theme.apply("dark", percent)
    shown = Shown(qtbot, theme, {**SEEN, **HURTS}, NOTES, width)
    assert shown.host.width() <= width
    for one in shown.list.findChildren(QLabel):
        if one.isVisible() and one.text():
            need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            assert one.height() >= need, one.text()
            assert one.visibleRegion().boundingRect().height() == one.height(), one.text()
