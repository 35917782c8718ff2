"""The close-up drawings: one for each site, on the right side, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, Kind, Side, Site, Spot, own_site
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.tape_guide import TapeGuide
from legwork.qt.widgets.tape_guide_scenes import SCENES

OWN = own_site("own-1", "Left scar", False)


@pytest.fixture
def guide(qtbot: QtBot, theme: ThemeManager) -> TapeGuide:
    widget = TapeGuide(theme)
    qtbot.addWidget(widget)
    widget.resize(200, 168)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def picture(guide: TapeGuide, site: Site | None, spot: Spot | None) -> QImage:
    guide.show_site(site, spot)
    return guide.grab().toImage()


def amount(image: QImage, colour: int) -> int:
    return sum(image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_every_girth_has_a_scene() -> None:
    assert set(SCENES) == {site.key for site in BUILT_IN if site.kind is Kind.GIRTH}


def test_every_site_has_a_drawing_of_its_own(guide: TapeGuide) -> None:
    empty = picture(guide, None, None)
    drawings = [picture(guide, site, site.spots[0]) for site in (*BUILT_IN, OWN)]
    for number, drawing in enumerate(drawings):
        assert drawing != empty
        assert all(drawing != other for other in drawings[number + 1 :])


@pytest.mark.parametrize("key", [site.key for site in BUILT_IN if site.sided])
def test_left_and_right_differ(guide: TapeGuide, key: str) -> None:
    site = BUILT_IN_BY_KEY[key]
    assert picture(guide, site, Spot(key, Side.LEFT)) != picture(guide, site, Spot(key, Side.RIGHT))


@pytest.mark.parametrize(
    ("key", "role"),
    [("calf", "legs"), ("mid_thigh", "legs"), ("flexed_arm", "upper"), ("waist", "secondary")],
)
def test_the_tape_wears_the_hue_of_its_region(guide: TapeGuide, theme: ThemeManager, key: str, role: str) -> None:
    site = BUILT_IN_BY_KEY[key]
    assert amount(picture(guide, site, site.spots[0]), theme.colour(role).rgba()) > 60


def test_an_own_site_shows_no_tape(guide: TapeGuide, theme: ThemeManager) -> None:
    image = picture(guide, OWN, OWN.spots[0])
    for role in ("legs", "upper", "secondary"):
        assert amount(image, theme.colour(role).rgba()) == 0


def test_a_sided_site_without_a_spot_is_drawn_on_the_left(guide: TapeGuide) -> None:
    site = BUILT_IN_BY_KEY["calf"]
    assert picture(guide, site, None) == picture(guide, site, Spot("calf", Side.LEFT))


def test_it_says_what_it_shows(guide: TapeGuide) -> None:
    guide.show_site(BUILT_IN_BY_KEY["ankle"], Spot("ankle", Side.RIGHT))
    assert guide.accessibleName() == "Where the tape goes: Ankle, right"


def test_it_follows_theme_and_text_size(guide: TapeGuide, theme: ThemeManager) -> None:
    site = BUILT_IN_BY_KEY["knee"]
    light = picture(guide, site, None)
    theme.apply("dark")
    assert guide.grab().toImage() != light
    before = guide.minimumSizeHint().width()
    theme.apply("light", 150)
    assert guide.minimumSizeHint().width() > before
