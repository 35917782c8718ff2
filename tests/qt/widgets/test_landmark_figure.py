"""The landmark figure: every height has its landmark on the drawn body, at the right height, in the right hue."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from legwork.domain.limb import HEIGHTS_OF
from legwork.domain.sites import BUILT_IN_BY_KEY, HEIGHTS, Region
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets.landmark_figure import HEIGHT_MARKS, LandmarkDot, LandmarkFigure
from legwork.qt.widgets.tape_guide import TapeGuide


@pytest.fixture
def shown(qtbot: QtBot, theme: ThemeManager) -> LandmarkFigure:
    widget = LandmarkFigure(theme)
    qtbot.addWidget(widget)
    widget.resize(260, 340)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def picture(shown: LandmarkFigure, key: str | None) -> QImage:
    shown.show_site(key)
    return shown.grab().toImage()


def rows_of(image: QImage, colour: int) -> dict[int, int]:
    """How many pixels of exactly that colour each row of the picture has, empty rows left out."""
    found = {y: sum(image.pixel(x, y) == colour for x in range(image.width())) for y in range(image.height())}
    return {y: count for y, count in found.items() if count}


def hue(theme: ThemeManager, key: str) -> int:
    return theme.colour("legs" if BUILT_IN_BY_KEY[key].region is Region.LOWER else "upper").rgba()


def test_every_height_has_a_landmark_on_the_body() -> None:
    assert set(HEIGHT_MARKS) == set(HEIGHTS)
    for one in HEIGHT_MARKS.values():
        assert figure.figure_path(one.view).contains(one.at(one.view))


def test_upper_landmarks_lie_above_lower_ones() -> None:
    for upper, lower in HEIGHTS_OF.values():
        for view in figure.VIEWS:
            assert HEIGHT_MARKS[upper].at(view).y() < HEIGHT_MARKS[lower].at(view).y()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("key", HEIGHTS)
def test_a_line_rises_from_the_floor_to_the_landmark(
    shown: LandmarkFigure, theme: ThemeManager, key: str, look: str, percent: int
) -> None:
    theme.apply(look, percent)
    shown.resize(shown.sizeHint())
    rows = rows_of(picture(shown, key), hue(theme, key))
    ankle = max(rows_of(picture(shown, "ankle_height"), hue(theme, "ankle_height")))
    assert max(rows) == pytest.approx(ankle, abs=1), "all stand on the same floor"
    mark = HEIGHT_MARKS[key]
    share = (213.9 - mark.at(mark.view).y()) / (213.9 - HEIGHT_MARKS["shoulder_height"].front[1])
    tallest = rows_of(picture(shown, "shoulder_height"), hue(theme, "shoulder_height"))
    letters = 10 * percent / 100  # dot and name stand out over the end of the line
    assert max(rows) - min(rows) == pytest.approx(share * (max(tallest) - min(tallest)), abs=letters)


@pytest.mark.parametrize("key", HEIGHTS)
def test_it_wears_the_hue_of_its_limb_and_no_other(shown: LandmarkFigure, theme: ThemeManager, key: str) -> None:
    image = picture(shown, key)
    other = {theme.colour("legs").rgba(), theme.colour("upper").rgba()} - {hue(theme, key)}
    assert sum(rows_of(image, hue(theme, key)).values()) > 60
    assert rows_of(image, other.pop()) == {}, "the other landmarks are faint"


def test_each_height_has_a_picture_of_its_own(shown: LandmarkFigure) -> None:
    pictures = [picture(shown, key) for key in (None, *HEIGHTS)]
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])


def test_the_names_are_not_cut_off(shown: LandmarkFigure, theme: ThemeManager) -> None:
    for percent in (100, 150):
        theme.apply("light", percent)
        shown.resize(shown.minimumSizeHint().width(), theme.px(400))
        for key in HEIGHTS:
            image = picture(shown, key)
            ground = image.pixel(image.width() - 1, 0)
            assert all(image.pixel(image.width() - 1, y) == ground for y in range(image.height())), key


def test_it_says_what_it_shows(shown: LandmarkFigure) -> None:
    shown.show_site("knee_height")
    assert shown.accessibleName() == "From the floor up to: kneecap"
    shown.show_site(None)
    assert shown.accessibleName() == "Landmarks of the body"


def test_the_tape_guide_draws_the_same_for_a_height(qtbot: QtBot, theme: ThemeManager) -> None:
    guide = TapeGuide(theme)
    qtbot.addWidget(guide)
    guide.resize(200, 168)
    for key in HEIGHTS:
        guide.show_site(BUILT_IN_BY_KEY[key], None)
        assert sum(rows_of(guide.grab().toImage(), hue(theme, key)).values()) > 40


@pytest.mark.parametrize("key", ["knee_height", "elbow_height"])
def test_the_dot_is_full_once_measured(qtbot: QtBot, theme: ThemeManager, key: str) -> None:
    dot = LandmarkDot(theme, key)
    qtbot.addWidget(dot)
    middle = dot.rect().center()
    assert dot.grab().toImage().pixel(middle) != hue(theme, key)
    dot.fill(True)
    assert dot.grab().toImage().pixel(middle) == hue(theme, key)
