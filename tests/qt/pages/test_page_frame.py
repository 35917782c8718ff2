"""All pages are framed alike, and what is set once on them follows the theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QPushButton

from legwork.qt.page_list import PAGES
from legwork.services.settings import TEXT_PERCENT, THEME, ChangeSetting
from program_driver import Desk


@pytest.mark.parametrize("percent", ["100", "150"])
def test_titles_stand_at_one_height_with_and_without_buttons_beside_them(desk: Desk, percent: str) -> None:
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, percent))
    desk.window.resize(1280, 800)
    places = {}
    for one in PAGES:
        heading = desk.go(one.name).heading
        places[one.name] = heading.mapTo(desk.window, QPoint(0, 0)).y() + heading.height() / 2
    assert len(set(places.values())) == 1, places


def test_icons_of_buttons_follow_the_theme_on_open_and_on_hidden_pages(desk: Desk) -> None:
    page = desk.go("people")
    hidden = [one for one in desk.go("history").findChildren(QPushButton) if not one.icon().isNull()]
    shown = [one for one in page.findChildren(QPushButton) if not one.icon().isNull()]
    assert len(shown) >= 3 and len(hidden) >= 2
    theme = desk.program.theme
    for choice in ("dark", "contrast_light", "light"):
        desk.context.runner.apply(ChangeSetting(THEME, choice))
        assert theme.choice == choice
        for one in (*shown, *hidden):
            image = one.icon().pixmap(QSize(40, 40), 1.0).toImage()
            pixels = (image.pixelColor(x, y) for x in range(40) for y in range(40))
            assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {theme.colour("secondary").name()}


def test_pages_that_nobody_sees_are_not_dressed_for_a_text_size_but_made_anew(desk: Desk) -> None:
    before = desk.go("people")
    gone: list[bool] = []
    before.destroyed.connect(lambda: gone.append(True))
    desk.go("settings")
    desk.program.theme.resizing.connect(lambda: gone.append(False))
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "130"))
    assert gone[0] is True, "before the new sheet comes"
    desk.settle()
    heading = desk.go("people").heading
    assert heading.text() == "People"
    assert heading.fontMetrics().height() > 20 * 1.2
