"""Pictures that widgets paint: in an image with a margin, and on screen with something to tab to beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

MARGIN = 20
BESIDE = 60
"""Room for the button above, in pixels."""

W = TypeVar("W", bound=QWidget)


def painted(
    ground: QColor, width: int, height: int, paint: Callable[[QPainter, QRectF], object]
) -> tuple[QImage, QRect]:
    """A picture in a larger image, so that it shows when something leaves its place; and that place."""
    image = QImage(width + 2 * MARGIN, height + 2 * MARGIN, QImage.Format.Format_RGB32)
    image.fill(ground)
    place = QRect(MARGIN, MARGIN, width, height)
    painter = QPainter(image)
    paint(painter, QRectF(place))
    painter.end()
    return image, place


def assert_painted_inside(image: QImage, place: QRect, ground: QColor) -> None:
    """Nothing of a picture that was `painted` on that ground leaves its place."""
    plain = ground.rgb()
    for y in range(image.height()):
        for x in range(image.width()):
            if not place.contains(x, y):
                assert image.pixel(x, y) == plain, f"something is painted at {x}, {y}, outside {place}"


def columns_of(image: QImage, colour: QColor, place: QRect) -> list[int]:
    """The x of every pixel of exactly that colour."""
    found = []
    for y in range(place.top(), place.bottom()):
        found += [x for x in range(place.left(), place.right()) if image.pixelColor(x, y) == colour]
    return found


@contextmanager
def on_screen(qtbot: QtBot, widget: W, size: QSize) -> Iterator[W]:
    """While the block runs, the widget stands below a button, which has the focus."""
    host = QWidget()
    qtbot.addWidget(host)
    other = QPushButton("before", host)
    widget.setParent(host)
    QWidget.setTabOrder(other, widget)
    widget.setGeometry(QRect(QPoint(0, BESIDE), size))
    host.resize(size.width() + 20, size.height() + BESIDE + 20)
    with qtbot.waitExposed(host):
        host.show()
    other.setFocus()
    yield widget
