"""The coloured body map as a user meets it: colours by place, numbers beside the zones, clicks, keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from drawn_texts import drawn, overlapping
from legwork.domain.sites import Side, Spot
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.zone_map import ZoneMap, paint_zone_map, ramp_colour
from legwork.services.balance_rows import ZoneMark
from painted_pictures import assert_painted_inside, on_screen, painted

L, R = Side.LEFT, Side.RIGHT
CALF, OTHER_CALF, CHEST = Spot("calf", L), Spot("calf", R), Spot("chest")
CAPTION = "How many of 100 people built like you have a smaller one"


def zone(site: str, place: float, side: Side = Side.NONE, legs: bool = True) -> ZoneMark:
    return ZoneMark(Spot(site, side), place, legs, f"{place:.0f}")


ZONES = [
    zone("neck", 70, legs=False),
    zone("shoulders", 81, legs=False),
    zone("chest", 92, legs=False),
    zone("flexed_arm", 88, L, legs=False),
    zone("flexed_arm", 85, R, legs=False),
    zone("forearm", 55, L, legs=False),
    zone("forearm", 60, R, legs=False),
    zone("upper_thigh", 12, L),
    zone("upper_thigh", 15, R),
    zone("calf", 4, L),
    zone("calf", 99, R),
]
CROWDED = [
    *ZONES,
    zone("waist", 41, legs=False),
    zone("hips", 42, legs=False),
    *(zone(site, 43, side) for site in ("mid_thigh", "lower_thigh", "knee", "ankle") for side in (L, R)),
    ZoneMark(Spot("wrist", L), 0.2, False, "under 1"),
]


@pytest.fixture
def zone_map(qtbot: QtBot, theme: ThemeManager) -> Iterator[ZoneMap]:
    widget = ZoneMap(theme)
    widget.show_zones(ZONES, CAPTION)
    with on_screen(qtbot, widget, QSize(460, 500)) as shown:
        yield shown


def picture(zone_map: ZoneMap) -> QImage:
    return zone_map.grab().toImage()


def beside(zone_map: ZoneMap, spot: Spot) -> QPoint:
    """A place in a zone, next to the dot of its label."""
    at = zone_map.place_of(spot)
    assert at is not None
    return (at + QPointF(0, 9)).toPoint()


def clicked(qtbot: QtBot, zone_map: ZoneMap, at: QPoint) -> list[Spot]:
    heard: list[Spot] = []
    zone_map.spot_clicked.connect(heard.append)
    qtbot.mouseClick(zone_map, Qt.MouseButton.LeftButton, pos=at)
    zone_map.spot_clicked.disconnect(heard.append)
    return heard


def texts(theme: ThemeManager, zones: list[ZoneMark], width: int = 460, height: int = 500) -> list[tuple[str, QRectF]]:
    return drawn(width, height, lambda painter, rect: paint_zone_map(painter, rect, theme, zones, CAPTION))


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("legs", [True, False])
def test_the_ramp_moves_away_from_the_ground_in_lightness_alone(theme: ThemeManager, look: str, legs: bool) -> None:
    theme.apply(look)
    colours = [ramp_colour(theme, place, legs) for place in range(0, 101, 5)]
    steps = [luminance(other) - luminance(one) for one, other in pairwise(colours)]
    assert all(step > 0 for step in steps) if look == "dark" else all(step < 0 for step in steps)
    full = theme.colour("legs" if legs else "upper")
    assert colours[-1].rgb() == full.rgb()
    assert ramp_colour(theme, 140, legs) == colours[-1] and ramp_colour(theme, -3, legs) == colours[0]


def test_zones_wear_the_colour_of_their_place(zone_map: ZoneMap, theme: ThemeManager) -> None:
    image = picture(zone_map)
    assert image.pixelColor(beside(zone_map, OTHER_CALF)).rgb() == ramp_colour(theme, 99, True).rgb()
    assert image.pixelColor(beside(zone_map, CALF)).rgb() == ramp_colour(theme, 4, True).rgb()
    assert image.pixelColor(beside(zone_map, Spot("forearm", L))).rgb() == ramp_colour(theme, 55, False).rgb()


def test_every_number_stands_on_its_side_of_the_body(theme: ThemeManager) -> None:
    boxes = dict(texts(theme, ZONES))
    assert boxes.keys() >= {one.text for one in ZONES} | {"Neck", "Chest", "Calf", "Legs", "Upper body", "50 of 100"}
    for left, right in (("4", "99"), ("12", "15"), ("55", "60"), ("88", "85")):
        assert boxes[left].left() > 230 > boxes[right].right()  # a front view: the person's left is on the right
    assert boxes["70"].top() < boxes["92"].top() < boxes["55"].top() < boxes["12"].top() < boxes["4"].top()
    assert boxes["0"].left() < boxes["50 of 100"].left() < boxes["100"].left()


def test_only_the_ramps_that_are_used_are_explained(theme: ThemeManager) -> None:
    written = dict(texts(theme, [zone("calf", 4, L)]))
    assert "Legs" in written and "Upper body" not in written
    assert "50 of 100" not in dict(texts(theme, []))


def test_a_sided_site_without_a_side_colours_both_legs(zone_map: ZoneMap, theme: ThemeManager) -> None:
    both = {spot: beside(zone_map, spot) for spot in (CALF, OTHER_CALF)}
    zone_map.show_zones([zone("neck", 70, legs=False), zone("calf", 25)], CAPTION)
    image = picture(zone_map)
    for at in both.values():
        assert image.pixelColor(at + QPoint(0, 3)).rgb() == ramp_colour(theme, 25, True).rgb()
    assert [text for text, _ in texts(theme, [zone("calf", 25)])].count("25") == 1


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(260, 460), (360, 560), (460, 600), (900, 700)])
@pytest.mark.parametrize("zones", [ZONES, CROWDED, [], [zone("calf", 25)]], ids=["usual", "crowded", "none", "one"])
def test_it_stays_in_its_place_and_no_text_covers_another(
    theme: ThemeManager, zones: list[ZoneMark], size: tuple[int, int], percent: int
) -> None:
    theme.apply("light", percent)
    image, place = painted(
        theme.colour("surface"), *size, lambda painter, at: paint_zone_map(painter, at, theme, zones, CAPTION)
    )
    assert_painted_inside(image, place, theme.colour("surface"))
    written = texts(theme, zones, *size)
    assert overlapping(written) == []
    assert [text for text, _ in written if text in {one.text for one in zones}] != [] or not zones


def test_a_click_on_a_zone_or_on_its_number_names_the_spot(qtbot: QtBot, zone_map: ZoneMap) -> None:
    for spot in (CALF, OTHER_CALF, CHEST, Spot("flexed_arm", L)):
        assert clicked(qtbot, zone_map, beside(zone_map, spot)) == [spot]
        assert clicked(qtbot, zone_map, zone_map.label_rect(spot).center().toPoint()) == [spot]
    assert clicked(qtbot, zone_map, QPoint(3, 3)) == []


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)")
def test_the_tool_tip_says_what_the_zone_means(zone_map: ZoneMap) -> None:
    at = beside(zone_map, CALF)
    QApplication.sendEvent(zone_map, QHelpEvent(QEvent.Type.ToolTip, at, zone_map.mapToGlobal(at)))
    assert QToolTip.text() == "Calf, left: 4 of 100."
    QToolTip.hideText()


def test_a_screen_reader_hears_all_zones_and_keys_walk_them(qtbot: QtBot, zone_map: ZoneMap) -> None:
    assert zone_map.objectName() == "zone_map" and zone_map.accessibleName()
    said = zone_map.accessibleDescription()
    assert said.startswith("Neck: 70 of 100. Shoulders: 81 of 100.") and "Calf, right: 99 of 100." in said
    heard: list[Spot] = []
    zone_map.spot_clicked.connect(heard.append)
    before = picture(zone_map)
    zone_map.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(zone_map, Qt.Key.Key_End)
    assert zone_map.accessibleDescription() == "Calf, right: 99 of 100."
    assert picture(zone_map) != before
    qtbot.keyClick(zone_map, Qt.Key.Key_Return)
    assert heard == [OTHER_CALF]


def test_it_follows_the_theme(zone_map: ZoneMap, theme: ThemeManager) -> None:
    light = picture(zone_map)
    theme.apply("dark")
    assert picture(zone_map) != light
    theme.apply("light", 150)
    assert picture(zone_map) != light
    theme.apply("light")
    assert picture(zone_map) == light
