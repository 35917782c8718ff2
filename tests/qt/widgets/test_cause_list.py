"""Likely causes as a person sees them, at the screen and through a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cause_cases import CASES
from legwork.domain.causes.diagnosis import Diagnosis, Support, diagnose
from legwork.domain.causes.evidence import Observed
from legwork.domain.standing import Legs
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.cause_list import CauseList
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import column
from legwork.qt.widgets.support_sign import SupportSign

TRAINED = "skips leg day"


class Shown:
    """A list on screen."""

    def __init__(self, qtbot: QtBot, theme: ThemeManager, diagnosis: Diagnosis, width: int = 620) -> None:
        self.qtbot, self.list = qtbot, CauseList(theme)
        self.host = QWidget()
        layout = column(self.list, None)
        self.host.setLayout(layout)
        qtbot.addWidget(self.host)
        self.list.show_diagnosis(diagnosis)
        self.host.resize(width, 100)
        self.host.show()
        self.host.activateWindow()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.host.resize(width, layout.heightForWidth(width))
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def headers(self) -> list[FoldHeader]:
        seen = [one for one in self.list.findChildren(FoldHeader) if one.isVisible()]
        return sorted(seen, key=lambda one: one.mapTo(self.list, QPoint(0, 0)).y())

    def spoken(self) -> list[str]:
        return [one.accessibleName() for one in self.headers()]

    def texts(self, name: str = "") -> list[str]:
        within: QWidget | None = self.list.findChild(QWidget, name) if name else self.list
        if within is None:
            return []
        return [one.text() for one in within.findChildren(QLabel) if one.isVisible() and one.text()]

    def y(self, text: str) -> int:
        [found] = [one for one in self.list.findChildren(QLabel) if one.isVisible() and one.text() == text]
        return found.mapTo(self.list, QPoint(0, 0)).y()

    @property
    def ask(self) -> QPushButton:
        [found] = [one for one in self.list.findChildren(QPushButton) if one.isVisible()]
        return found

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def press(self, key: Qt.Key) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        self.qtbot.keyClick(widget, key)
        self.settle()


def of(case: str) -> Diagnosis:
    return diagnose(CASES[case].answers, CASES[case].observed)


def test_the_sentence_then_the_causes_best_first_and_only_the_first_is_open(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of(TRAINED))
    assert shown.texts()[0] == of(TRAINED).sentence
    assert shown.spoken()[:3] == [
        "1. Legs get too little of the training: much speaks for it, open",
        "2. Leg sets are too easy, or do not progress: some speaks for it, folded",
        "3. Leg days are too rare: some speaks for it, folded",
    ]
    assert shown.texts().count("What to do about it") == 1
    assert shown.y(of(TRAINED).sentence) < shown.headers()[0].mapTo(shown.list, QPoint(0, 0)).y()


def test_reasons_stand_in_their_groups_the_heavier_first(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of("leg days without sets"))
    speaks_for = shown.texts("cause_for_split")
    assert speaks_for[:3] == ["Speaks for it", "+", "Fewer than one in ten of your hard sets go to the legs."]
    assert "Several days a week have leg work." in shown.texts("cause_against_split")
    assert shown.texts("cause_against_split")[:2] == ["Speaks against it", "−"]
    missing = shown.texts("cause_missing_split")
    assert missing[0] == "Not known yet"
    assert "How your training week is built." in missing, "what the heading says is not said again"
    first = shown.list.findChild(QWidget, "cause_for_split")
    second = shown.list.findChild(QWidget, "cause_against_split")
    assert first.mapTo(shown.list, QPoint(0, 0)).y() == second.mapTo(shown.list, QPoint(0, 0)).y(), "side by side"
    assert shown.texts("cause_body_split")[-1].startswith("Build up to 6 to 10 hard sets a week")


def test_a_long_list_of_gaps_is_cut_short(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, diagnose({"leg_days": ("none",)}, Observed(legs=Legs.BEHIND)))
    missing = shown.texts("cause_missing_split")
    assert missing.count("?") == 4
    assert missing[-1] == "and 2 things more"


def test_the_keyboard_reaches_and_toggles_each(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of(TRAINED))
    shown.headers()[0].setFocus()
    reached = []
    for _ in range(10):
        reached.append(shown.focused)
        shown.press(Qt.Key.Key_Tab)
    assert reached == [*(one.objectName() for one in shown.headers()), "cause_ask"]
    shown.headers()[1].setFocus()
    shown.press(Qt.Key.Key_Space)
    assert shown.spoken()[1].endswith(", open")
    assert "What is not written down is hard to raise on purpose." in shown.texts()
    shown.press(Qt.Key.Key_Return)
    assert shown.spoken()[1].endswith(", folded")
    assert "What is not written down is hard to raise on purpose." not in shown.texts()


def test_a_click_anywhere_on_the_header_toggles(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of(TRAINED))
    [name] = [one for one in shown.list.findChildren(QLabel) if one.text() == "Leg days are too rare"]
    qtbot.mouseClick(shown.host.windowHandle(), Qt.MouseButton.LeftButton, pos=name.mapTo(shown.host, QPoint(9, 9)))
    shown.settle()
    assert shown.spoken()[2].endswith(", open")


def test_what_was_opened_and_the_focus_stay_when_answers_change(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of(TRAINED))
    shown.headers()[0].setFocus()
    shown.press(Qt.Key.Key_Space)
    shown.press(Qt.Key.Key_Tab)
    shown.press(Qt.Key.Key_Space)
    shown.list.show_diagnosis(diagnose({**CASES[TRAINED].answers, "sitting": ("over_10",)}, CASES[TRAINED].observed))
    shown.settle()
    assert [one.rpartition(", ")[2] for one in shown.spoken()[:3]] == ["folded", "open", "folded"]
    assert QApplication.focusWidget() is shown.headers()[1], "and not on one that is gone"


def test_what_is_unlikely_stands_below_and_is_quieter(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of(TRAINED))
    border = shown.y("Less likely, or not known yet")
    for header in shown.headers():
        below = header.mapTo(shown.list, QPoint(0, 0)).y() > border
        quiet = header.accessibleName().startswith(("1", "2", "3")) is False
        assert below is quiet
    sizes = {one.text(): one.fontInfo().pixelSize() for one in shown.list.findChildren(QLabel)}
    assert sizes["Days spent sitting"] < sizes["Leg days are too rare"]


def test_nothing_answered_is_an_invitation_and_no_list_of_gaps(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, diagnose({}, Observed(legs=Legs.BEHIND)))
    assert "20 short questions, about two minutes. Each can be skipped." in shown.texts()
    assert shown.headers() == []
    assert shown.texts()[0].endswith("What may be behind it shows once you answer a few questions.")
    assert shown.ask.text() == "Answer questions"
    with qtbot.waitSignal(shown.list.asked):
        shown.ask.setFocus()
        shown.press(Qt.Key.Key_Return)


def test_nothing_answered_still_says_what_the_numbers_say(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, diagnose({}, CASES[TRAINED].observed))
    assert shown.spoken() == ["1. Legs get too little of the training: some speaks for it, open"]
    assert any("lowest quarter" in text for text in shown.texts("cause_for_split"))
    missing = [text for text in shown.texts() if text]
    assert not any("how your training week is built" in text.lower() for text in missing), "the invitation is for these"
    assert "What your numbers say so far" in shown.texts()


def test_no_gap_and_no_answers_lists_nothing(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, diagnose({}, Observed(legs=Legs.AHEAD)))
    assert shown.headers() == []
    assert shown.texts()[0].startswith("Your legs are ahead of your upper body")


def test_with_answers_they_can_be_changed(qtbot: QtBot, theme: ThemeManager) -> None:
    shown = Shown(qtbot, theme, of(TRAINED))
    assert shown.ask.text() == "Change answers"
    assert not any("Each can be skipped" in text for text in shown.texts())
    with qtbot.waitSignal(shown.list.asked):
        qtbot.mouseClick(shown.ask, Qt.MouseButton.LeftButton)


def test_signs_differ_without_colour(qtbot: QtBot, theme: ThemeManager) -> None:
    seen = []
    for support in Support:
        sign = SupportSign(theme, support)
        qtbot.addWidget(sign)
        grey = sign.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        assert all(grey != other for other in seen), f"{support} looks like another"
        seen.append(grey)


@pytest.mark.parametrize("width", [400, 620, 1000])
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("case", [TRAINED, "a torn ligament", "legs ahead"])
def test_no_word_is_cut_off(qtbot: QtBot, theme: ThemeManager, width: int, percent: int, case: str) -> None:
    theme.apply("light", percent)
    shown = Shown(qtbot, theme, of(case), width)
    assert shown.host.width() <= width
    for one in shown.list.findChildren(QLabel):
        if one.isVisible() and one.text():
            need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            assert one.height() >= need, one.text()
            assert one.wordWrap() or one.width() >= one.sizeHint().width(), one.text()
            assert one.visibleRegion().boundingRect().height() == one.height(), one.text()
