"""Light, dark, high contrast and text size: switched while open, as chosen or as the desktop is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.theme import CHOICES, TEXT_SCALES, ThemeManager
from legwork.services import settings


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_desktop_that_tells_no_scheme_is_followed_by_its_colours(theme: ThemeManager, name: str) -> None:
    theme.apply(name)  # stands for the palette of a desktop
    QApplication.instance().setStyleSheet("")
    started = ThemeManager(resources_dir() / "themes")
    started.apply("system")
    started.follow_system()
    assert started.colours.dark is (name == "dark")


def test_a_switch_repaints_what_is_open(qtbot: QtBot, qapp: QApplication, theme: ThemeManager) -> None:
    button = QPushButton("Measure")
    qtbot.addWidget(button)
    button.show()
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.colours.dark))
    light, light_sheet = button.grab().toImage(), qapp.styleSheet()
    theme.apply("dark")
    assert told == [True]
    assert qapp.styleSheet() != light_sheet
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#13171C")
    assert button.grab().toImage() != light
    theme.apply("light")
    assert button.grab().toImage() == light


def test_text_sizes_scale_fonts_and_lengths(qtbot: QtBot, qapp: QApplication, theme: ThemeManager) -> None:
    button = QPushButton("Measure")
    qtbot.addWidget(button)
    button.show()
    heights, letters = [], []
    for percent in TEXT_SCALES:
        theme.apply("light", percent)
        heights.append(button.sizeHint().height())
        letters.append(button.fontMetrics().height())
        assert qapp.font().pixelSize() == theme.px(13)
    assert heights == sorted(set(heights)), "each size is larger than the one before"
    assert letters == sorted(set(letters))
    assert heights[-1] >= 1.4 * heights[0]
    theme.apply("light", 100)
    assert button.sizeHint().height() == heights[0], "and back again"


def test_the_same_theme_twice_is_the_same_sheet(qapp: QApplication, theme: ThemeManager) -> None:
    first = qapp.styleSheet()
    theme.apply("dark", 150)
    theme.apply("light", 100)
    assert qapp.styleSheet() == first
    assert qapp.font().pixelSize() == theme.px(13)


class Dressings(QObject):
    """Counts how often widgets are given a style."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_a_switch_dresses_each_widget_but_twice(qtbot: QtBot, theme: ThemeManager) -> None:
    """Qt alone does it once for each widget around it: ten deep, a switch took ten times as long."""
    outer = inner = QWidget()
    qtbot.addWidget(outer)
    for _ in range(12):
        inner = QWidget(inner)
        QLabel("deep", inner)
    outer.show()
    seen = Dressings()
    for one in outer.findChildren(QWidget):
        one.installEventFilter(seen)
    theme.apply("dark")
    assert 0 < seen.count <= 2 * len(outer.findChildren(QWidget))


def test_the_pointer_waits_while_it_is_switched(qapp: QApplication, theme: ThemeManager) -> None:
    shapes: list[object] = []
    theme.changed.connect(lambda: shapes.append(getattr(qapp.overrideCursor(), "shape", lambda: None)()))
    theme.apply("dark")
    assert shapes == [Qt.CursorShape.WaitCursor]
    assert qapp.overrideCursor() is None


def test_each_choice_is_a_theme_of_its_own(theme: ThemeManager) -> None:
    looks = []
    for choice in CHOICES[1:]:
        theme.apply(choice)
        looks.append((theme.colours.contrast, theme.colours.dark))
        assert theme.choice == choice
    assert looks == [(False, False), (False, True), (True, False), (True, True)]
    assert settings.CHOICES[settings.THEME] == CHOICES, "what can be kept is what can be shown"


def test_a_desktop_that_asks_for_strong_contrast_gets_it(qapp: QApplication, theme: ThemeManager) -> None:
    theme.apply("system")
    theme.follow_system()
    asked = qapp.styleHints().accessibility().contrastPreferenceChanged
    asked.emit(Qt.ContrastPreference.HighContrast)
    assert theme.colours.contrast and qapp.palette().color(QPalette.ColorRole.WindowText) == QColor("#000000")
    theme.apply("dark")
    asked.emit(Qt.ContrastPreference.NoPreference)
    assert theme.colours.dark and not theme.colours.contrast, "what was chosen holds"
    theme.apply("system")
    assert not theme.colours.contrast
