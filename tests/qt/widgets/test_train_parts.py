"""Small parts of the sheet: the rest timer, how it was felt, the field for an exercise, the plates."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from legwork.domain.log.plates import load_bar
from legwork.domain.plan.prescription import load_of
from legwork.domain.units import UnitSystem
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets import train_rest
from legwork.qt.widgets.train_add import AddExercise
from legwork.qt.widgets.train_felt import Felt
from legwork.qt.widgets.train_plates import PlatesPanel
from legwork.qt.widgets.train_rest import RestTimer
from legwork.services.catalogue import catalogue
from legwork.services.own_plates import gym_from


class Clock:
    """A clock that a test moves by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(train_rest.time, "monotonic", made)
    return made


def wait(rest: RestTimer, clock: Clock, seconds: float) -> str:
    """Let so much time go by, and look at the timer."""
    clock.now += seconds
    rest._timer.timeout.emit()
    return rest.big.text()


def test_the_rest_counts_down_and_says_how_long_it_is_over(qtbot: QtBot, theme: ThemeManager, clock: Clock) -> None:
    rest = RestTimer(theme)
    qtbot.addWidget(rest)
    rest.start(90)
    assert rest.big.text() == "1:30"
    assert wait(rest, clock, 29.5) == "1:01"
    assert wait(rest, clock, 60.5) == "+0:00" and "Ready" in rest.said.text()
    assert wait(rest, clock, 65) == "+1:05"
    rest.start(60)
    assert rest.big.text() == "1:00", "each set begins a new one"
    rest.plus.click()
    assert rest.big.text() == "1:15"
    for _ in range(8):
        rest.less.click()
    assert rest.big.text() == "0:15", "never less than one step"
    rest.toggle()
    assert not rest.running and rest.big.text() == "0:15"


def test_no_rest_is_wanted_where_the_plan_says_so(qtbot: QtBot, theme: ThemeManager) -> None:
    rest = RestTimer(theme)
    qtbot.addWidget(rest)
    rest.start(0)
    assert not rest.running


def test_a_sound_only_when_asked_for_and_once(
    qtbot: QtBot, theme: ThemeManager, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(1))
    rest = RestTimer(theme)
    qtbot.addWidget(rest)
    rest.start(10)
    wait(rest, clock, 11)
    assert heard == []
    rest.sound.setChecked(True)
    rest.start(10)
    wait(rest, clock, 9)
    assert heard == []
    wait(rest, clock, 2)
    wait(rest, clock, 2)
    assert heard == [1]


def test_felt_by_numbers_arrows_and_mouse(qtbot: QtBot, theme: ThemeManager) -> None:
    felt = Felt(theme)
    qtbot.addWidget(felt)
    felt.show()
    picked: list[object] = []
    felt.picked.connect(picked.append)
    for key in (Qt.Key.Key_3, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_5, Qt.Key.Key_0, Qt.Key.Key_Left):
        qtbot.keyClick(felt, key)
    assert picked == [3, 4, 0]
    assert felt.accessibleName() == "Felt in the target muscle"
    assert felt.accessibleDescription().startswith("0, not at all. ")
    qtbot.keyClick(felt, Qt.Key.Key_Backspace)
    assert felt.value is None
    middle = QPoint(theme.px(2 + 26 * 2 + 13), felt.height() // 2)
    qtbot.mouseClick(felt, Qt.MouseButton.LeftButton, pos=middle)
    assert felt.value == 2
    qtbot.mouseClick(felt, Qt.MouseButton.LeftButton, pos=middle)
    assert felt.value is None


def test_an_exercise_is_found_by_a_few_letters(qtbot: QtBot, theme: ThemeManager) -> None:
    add = AddExercise(theme)
    qtbot.addWidget(add)
    add.show_catalogue(catalogue(), first=True)
    add.show()
    chosen: list[str] = []
    add.chosen.connect(lambda key, _name: chosen.append(key))
    qtbot.keyClicks(add, "bulg")
    assert add.list.isVisible() and add.list.item(0).text() == "Bulgarian split squat"
    qtbot.keyClick(add, Qt.Key.Key_Return)
    assert chosen == ["bulgarian_split_squat"] and add.text() == "" and not add.list.isVisible()
    qtbot.keyClicks(add, "squat")
    qtbot.keyClick(add, Qt.Key.Key_Down)
    second = add.list.currentItem().text()
    qtbot.keyClick(add, Qt.Key.Key_Return)
    found = catalogue().get(chosen[-1])
    assert found is not None and found.label == second
    qtbot.keyClicks(add, "xyzzy")
    qtbot.keyClick(add, Qt.Key.Key_Return)
    assert len(chosen) == 2 and "No exercise fits" in add.bubble.text()


def test_plates_in_words_and_as_a_picture(qtbot: QtBot, theme: ThemeManager) -> None:
    panel = PlatesPanel(theme)
    qtbot.addWidget(panel)
    gym = gym_from({"own_plates": ("20 kg x 2", "2.5 kg x 2")}, UnitSystem.METRIC)
    panel.show_load(catalogue().get("squat"), load_of(65, "kg"), gym, UnitSystem.METRIC)
    panel.show()
    assert panel.words.text() == "20 + 2.5 kg on each end: 65 kg." and panel.picture.isVisible()
    before = panel.picture.grab().toImage()
    panel.show_load(catalogue().get("squat"), load_of(60, "kg"), gym, UnitSystem.METRIC)
    assert panel.picture.grab().toImage() != before
    panel.show_load(catalogue().get("squat"), load_of(20, "kg"), gym, UnitSystem.METRIC)
    assert panel.words.text().startswith("Nothing on it") and not panel.picture.isVisible()
    panel.show_load(catalogue().get("leg_extension"), load_of(60, "kg"), gym, UnitSystem.METRIC)
    assert not panel.isVisible()
    assert panel.loading == load_bar(20, gym.bars[0], gym.plates)
