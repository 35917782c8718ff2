"""An icon is set once: it follows the theme, pales when disabled, and Qt may copy and drop it at will."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import CHOICES, ThemeManager


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    made = ThemeManager(resources_dir() / "themes")
    made.apply("light")
    yield made
    made.apply("light")
    qapp.setStyleSheet("")


@pytest.fixture
def icons(theme: ThemeManager) -> Icons:
    return Icons(theme)


def colours_in(image: QImage) -> set[str]:
    """The colours of a picture where it is opaque."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {one.name() for one in pixels if one.alpha() == 255}


def drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> QImage:
    return icon.pixmap(QSize(40, 40), 1.0, mode, state).toImage()


def test_a_set_icon_has_the_colour_of_each_theme(qtbot: QtBot, theme: ThemeManager, icons: Icons) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icons.icon("trash"))
    button.setIconSize(QSize(40, 40))
    button.show()
    for choice in CHOICES[1:]:
        theme.apply(choice)
        shown = colours_in(button.grab().toImage())
        assert theme.colour("secondary").name() in shown
        assert colours_in(drawn(button.icon())) == {theme.colour("secondary").name()}


def test_it_lasts_through_many_switches_and_cleanings(qtbot: QtBot, theme: ThemeManager, icons: Icons) -> None:
    buttons = [QPushButton() for _ in range(8)]
    for one in buttons:
        qtbot.addWidget(one)
        one.setIcon(icons.icon("plus"))
        one.show()
    for turn in range(30):
        theme.apply(("dark", "light")[turn % 2])
        gc.collect()
        if turn % 7 == 0:
            buttons[turn % 8].setIcon(icons.icon("x"))  # the one before goes, with all that was behind it
        assert {colour for one in buttons for colour in colours_in(drawn(one.icon()))} == {
            theme.colour("secondary").name()
        }


def test_nothing_but_the_drawing_is_seen(icons: Icons) -> None:
    for _ in range(20):
        image = drawn(icons.icon("gear"))
        assert [image.pixelColor(x, y).alpha() for x in (0, 39) for y in (0, 39)] == [0, 0, 0, 0]
        assert 30 < sum(image.pixelColor(x, y).alpha() > 127 for x in range(40) for y in range(40)) < 1000


def test_disabled_is_paler_and_switched_on_is_coloured(theme: ThemeManager, icons: Icons) -> None:
    icon = icons.icon("ruler")
    assert colours_in(drawn(icon, QIcon.Mode.Disabled)) == {theme.colour("disabled").name()}
    assert colours_in(drawn(icon, state=QIcon.State.On)) == {theme.colour("legs").name()}
    assert colours_in(drawn(icons.icon("ruler", "error"))) == {theme.colour("error").name()}


def test_a_copy_that_is_changed_leaves_the_first_as_it_is(theme: ThemeManager, icons: Icons) -> None:
    first = icons.icon("flag")
    for _ in range(50):
        copy = QIcon(first)
        copy.addPixmap(QPixmap(4, 4))  # makes Qt clone what is behind it
        gc.collect()
        assert drawn(copy) == drawn(first)
        del copy
        gc.collect()
    theme.apply("dark")
    assert colours_in(drawn(first)) == {theme.colour("secondary").name()}


def test_it_is_sharp_on_a_dense_screen(icons: Icons) -> None:
    pixmap = icons.icon("users").pixmap(QSize(20, 20), 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2
