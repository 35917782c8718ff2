"""Light, dark and text size: switched while open, and legible by the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.theme import TEXT_SCALES, ThemeManager

TEXTS = ("text", "secondary", "legs", "upper", "good", "caution", "error")
GROUNDS = ("window", "surface", "raised")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    manager = ThemeManager(resources_dir() / "themes")
    manager.apply("light", 100)
    yield manager
    manager.apply("light", 100)
    qapp.setStyleSheet("")


def luminance(colour: QColor) -> float:
    """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    parts = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3])
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_knows_its_ends() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("role", "ground"), list(product(TEXTS, GROUNDS)))
def test_every_text_can_be_read_on_every_ground(theme: ThemeManager, name: str, role: str, ground: str) -> None:
    theme.apply(name)
    assert contrast(theme.colour(role), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("role", "ground"), [("on_legs", "legs"), ("text", "legs_soft"), ("text", "upper_soft")])
def test_text_on_coloured_grounds_can_be_read(theme: ThemeManager, name: str, role: str, ground: str) -> None:
    theme.apply(name)
    assert contrast(theme.colour(role), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_field_stands_out_from_its_ground(theme: ThemeManager, name: str) -> None:
    """Source: WCAG 2.2, 1.4.11: 3:1 for the outline of a control."""
    theme.apply(name)
    assert contrast(theme.colour("field_border"), theme.colour("surface")) >= 3


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
