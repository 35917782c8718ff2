"""The drawings of the help by name, made when a text is shown: in the theme's colours, as sharp as the screen.

Owns which there are and how one becomes an image; how each is painted stands in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from legwork.domain.sites import BUILT_IN_BY_KEY
from legwork.qt.core.theme import ThemeManager
from legwork.qt.pages.help import drawings_measuring as about_measuring
from legwork.qt.pages.help import drawings_plan as about_plans
from legwork.qt.pages.help.drawing import WIDE
from legwork.qt.widgets.body_map import line_width, pen
from legwork.qt.widgets.tape_guide import paint_guide
from legwork.services.help_topics import SITE_PICTURE

Paint = Callable[[QPainter, QRectF, ThemeManager], None]


class Picture(NamedTuple):
    """A drawing and how wide and high it is made, in unscaled pixels; or its height follows from its width.

    ground: the colour role that it stands on.
    """

    paint: Paint
    width: int
    height: int | Callable[[ThemeManager, float], float]
    ground: str = "window"

    def high(self, theme: ThemeManager, width: float) -> int:
        """Its height in pixels at a width in pixels."""
        return theme.px(self.height) if isinstance(self.height, int) else ceil(self.height(theme, width))


_SITE = 200, 168
_SMALLEST = 10
"""So large, in pixels, are the letters of a drawing for which there is little room; with still less its words wrap."""

PICTURES = {
    "loop": Picture(about_measuring.loop, WIDE, 142),
    "error": Picture(about_measuring.error, WIDE, 140),
    "trend": Picture(about_measuring.trend, WIDE, 210),
    "cones": Picture(about_measuring.cones, WIDE, 270),
    "road": Picture(about_measuring.road, WIDE, 210),
    "ranges": Picture(about_plans.ranges, WIDE, about_plans.ranges_height, "surface"),
    "cell": Picture(about_plans.cell, WIDE, 132),
    "sets": Picture(about_plans.sets, WIDE, about_plans.sets_height, "surface"),
    "planner": Picture(about_plans.planner, WIDE, 176),
    "sheet": Picture(about_plans.sheet, WIDE, 150),
    "moving": Picture(about_plans.moving, WIDE, 124),
}
"""All but those of the sites, by the name that texts give them."""


def has_picture(name: str) -> bool:
    """Whether there is a drawing of that name."""
    return name in PICTURES or name.removeprefix(SITE_PICTURE) in BUILT_IN_BY_KEY


def image_of(name: str, theme: ThemeManager, room: int, ratio: float) -> QImage:
    """A drawing on a ground with round corners. room: pixels that it may be wide. ratio: of the screen."""
    picture = PICTURES.get(name) or _of_site(name.removeprefix(SITE_PICTURE))
    width = min(theme.px(picture.width), room)
    scale = _scale(theme, picture, width)
    high = picture.high(theme, width / scale)
    height = ceil(high * scale)
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = line_width(theme, 1) / 2
    whole = QRectF(0, 0, width, height)
    ground = QPainterPath()
    ground.addRoundedRect(whole.adjusted(half, half, -half, -half), theme.px(8), theme.px(8))
    painter.fillPath(ground, theme.colour(picture.ground))
    painter.save()
    painter.setClipPath(ground)
    painter.scale(scale, scale)
    picture.paint(painter, QRectF(0, 0, width / scale, high), theme)
    painter.restore()
    painter.strokePath(ground, pen(theme, theme.colour("border"), 1))
    painter.end()
    return image


def _scale(theme: ThemeManager, picture: Picture, width: int) -> float:
    """How much smaller a drawing is painted than it is made for, for want of room; its words stay readable by that."""
    return min(1.0, max(width / theme.px(picture.width), _SMALLEST / theme.px(12)))


def _of_site(key: str) -> Picture:
    site = BUILT_IN_BY_KEY[key]

    def paint(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        paint_guide(painter, rect, theme, site, site.spots[0])

    return Picture(paint, *_SITE)
