"""The body map as a user meets it: clicks, hover, tool tips, colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from legwork.domain.sites import BUILT_IN, Side, Spot
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import BodyMap

CALF, OTHER_CALF = Spot("calf", Side.LEFT), Spot("calf", Side.RIGHT)
TRACKED = [CALF, OTHER_CALF, Spot("waist"), Spot("upper_thigh", Side.LEFT)]


@pytest.fixture
def body_map(qtbot: QtBot, theme: ThemeManager) -> BodyMap:
    widget = BodyMap(theme)
    qtbot.addWidget(widget)
    widget.resize(420, 520)
    widget.set_spots(TRACKED)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def place(body_map: BodyMap, spot: Spot) -> QPoint:
    at = body_map.place_of(spot)
    assert at is not None
    return at.toPoint()


def picture(body_map: BodyMap) -> QImage:
    return body_map.grab().toImage()


def clicked(qtbot: QtBot, body_map: BodyMap, at: QPoint) -> list[Spot]:
    heard: list[Spot] = []
    body_map.spot_clicked.connect(heard.append)
    qtbot.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=at)
    body_map.spot_clicked.disconnect(heard.append)
    return heard


@pytest.mark.parametrize("spot", TRACKED, ids=str)
def test_a_click_on_a_limb_names_its_spot(qtbot: QtBot, body_map: BodyMap, spot: Spot) -> None:
    assert clicked(qtbot, body_map, place(body_map, spot)) == [spot]


@pytest.mark.parametrize("size", [(200, 300), (700, 420), (900, 1200)])
def test_clicks_meet_the_limb_at_any_size(qtbot: QtBot, body_map: BodyMap, size: tuple[int, int]) -> None:
    body_map.resize(*size)
    assert clicked(qtbot, body_map, place(body_map, CALF)) == [CALF]


def test_a_click_beside_the_body_names_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    assert clicked(qtbot, body_map, QPoint(4, 4)) == []
    assert clicked(qtbot, body_map, QPoint(210, 30)) == []


def test_a_click_on_an_untracked_limb_names_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    assert clicked(qtbot, body_map, place(body_map, Spot("forearm", Side.LEFT))) == []


def test_the_right_button_names_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    heard: list[Spot] = []
    body_map.spot_clicked.connect(heard.append)
    qtbot.mouseClick(body_map, Qt.MouseButton.RightButton, pos=place(body_map, CALF))
    assert heard == []


def test_hovering_lights_the_limb_and_shows_a_hand(qtbot: QtBot, body_map: BodyMap) -> None:
    before = picture(body_map)
    qtbot.mouseMove(body_map, place(body_map, CALF))
    assert body_map.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert picture(body_map) != before
    qtbot.mouseMove(body_map, QPoint(4, 4))
    assert body_map.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert picture(body_map) == before


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_the_tool_tip_names_site_and_side(body_map: BodyMap) -> None:
    at = place(body_map, CALF)
    event = QHelpEvent(QEvent.Type.ToolTip, at, body_map.mapToGlobal(at))
    QApplication.sendEvent(body_map, event)
    assert QToolTip.text() == "Calf, left"
    QToolTip.hideText()


def test_the_active_limb_is_lit_in_its_own_hue(body_map: BodyMap, theme: ThemeManager) -> None:
    dark = picture(body_map)
    body_map.set_active(CALF)
    lit = picture(body_map)
    assert lit != dark
    below = place(body_map, CALF) + QPoint(0, 20)
    ratio = lit.devicePixelRatio()
    pixel = lit.pixelColor(int(below.x() * ratio), int(below.y() * ratio))
    skin, legs = theme.colour("skin"), theme.colour("legs")
    assert abs(pixel.hslHue() - legs.hslHue()) < 20
    assert legs.lightness() < pixel.lightness() < skin.lightness()
    body_map.set_active(None)
    assert picture(body_map) == dark


def test_what_is_done_is_marked(body_map: BodyMap) -> None:
    before = picture(body_map)
    body_map.set_done({Spot("waist")})
    assert picture(body_map) != before
    body_map.set_done(())
    assert picture(body_map) == before


def test_every_site_can_be_active_even_those_that_are_not_drawn(body_map: BodyMap) -> None:
    for spot in (*(spot for site in BUILT_IN for spot in site.spots), Spot("own-1", Side.LEFT)):
        body_map.set_active(spot)
        assert not picture(body_map).isNull()


def test_a_screen_reader_hears_what_is_active(body_map: BodyMap) -> None:
    assert body_map.accessibleName() == "Body map"
    body_map.set_active(CALF)
    assert body_map.accessibleDescription() == "Body map. Active: Calf, left"
    body_map.set_active(None)
    assert "Calf" not in body_map.accessibleDescription()


def test_the_keyboard_passes_it_by(body_map: BodyMap) -> None:
    assert body_map.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_follows_the_theme(body_map: BodyMap, theme: ThemeManager) -> None:
    light = picture(body_map)
    theme.apply("dark")
    assert picture(body_map) != light
    theme.apply("light")
    assert picture(body_map) == light
