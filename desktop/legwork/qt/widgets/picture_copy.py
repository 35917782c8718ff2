"""A picture that a widget can paint, put on the clipboard: on white, with a heading, whatever theme the window has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPainter

from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager

WIDTH = 1280
"""Of the picture, in pixels."""

_MARGIN = 20.0


def copy_picture(
    heading: str,
    height_of: Callable[[ThemeManager, float], float],
    paint: Callable[[QPainter, QRectF, ThemeManager], None],
) -> None:
    """height_of: how high it is at a width; paint: paints it into a box, both with a theme of its own."""
    theme = ThemeManager(resources_dir() / "themes")
    font = theme.font(15, bold=True)
    above = QFontMetricsF(font).height() + 12
    wide = WIDTH - 2 * _MARGIN
    high = height_of(theme, wide)
    image = QImage(WIDTH, round(high + above + 2 * _MARGIN), QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(_MARGIN, _MARGIN, wide, above), Qt.AlignmentFlag.AlignLeft, heading)
    paint(painter, QRectF(_MARGIN, _MARGIN + above, wide, high), theme)
    painter.end()
    QGuiApplication.clipboard().setImage(image)
