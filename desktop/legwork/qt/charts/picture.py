"""Charts on any painter and at any size: pictures to keep, to send and to print. Always the light theme.

Owns the layout of a picture and its file forms. Each panel is painted by the very layers that paint the window.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter

from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.paths import resources_dir
from legwork.qt.charts.axes import Axes
from legwork.qt.charts.backdrop import Backdrop
from legwork.qt.charts.end_labels import EndLabels
from legwork.qt.charts.fans import Fans
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.guides import GuideBands, GuideLines
from legwork.qt.charts.marks import Marks
from legwork.qt.charts.palette import looks_of
from legwork.qt.charts.series import Series
from legwork.qt.charts.sheet import Curve, Sheet
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.charts.value_axis import Scale
from legwork.qt.core.theme import ThemeManager

FORMS = {"png": mark("Picture (*.png)"), "svg": mark("Drawing (*.svg)"), "pdf": mark("Page (*.pdf)")}
"""File endings that can be written, with their names for a file dialog."""

SMALLEST, LARGEST = 200, 10_000
"""Sides of a picture in pixels (a convention; larger ones would not fit into memory everywhere)."""

_MARGIN, _HEADING = 16.0, 28.0
_DOTS_PER_INCH = 96


@dataclass(frozen=True, eq=False)
class Snapshot:
    """What one chart shows. title: of a panel; empty for a chart that stands alone. names: as `Sheet` has them."""

    title: str
    series: tuple[Series, ...]
    flags: tuple[Flag, ...]
    span: TimeSpan
    scales: tuple[Scale, ...]
    region: tuple[int, int] | None
    names: tuple[str, ...] = ()


def columns_for(count: int, width: float) -> int:
    """Panels side by side: three or fewer stand below each other, so that their time axes line up."""
    return 1 if count <= 3 or width < 560 else 2 if width < 1100 else 3


def paint(painter: QPainter, size: QSizeF, snapshots: Sequence[Snapshot], heading: str) -> None:
    """Paint a white sheet of `size` with a heading and all panels on it."""
    theme = ThemeManager(resources_dir() / "themes")
    painter.fillRect(QRectF(QPointF(0, 0), size), theme.colour("surface"))
    painter.setPen(theme.colour("text"))
    painter.setFont(theme.font(15, bold=True))
    room = size.width() - 2 * _MARGIN
    said = QFontMetricsF(painter.font()).elidedText(heading, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(_MARGIN, _MARGIN + 14), said)
    columns = columns_for(len(snapshots), size.width())
    rows = max(1, math.ceil(len(snapshots) / columns))
    width = (size.width() - _MARGIN * (columns + 1)) / columns
    height = (size.height() - _HEADING - _MARGIN * (rows + 1)) / rows
    for place, snapshot in enumerate(snapshots):
        row, column = divmod(place, columns)
        at = QPointF(_MARGIN + column * (width + _MARGIN), _HEADING + _MARGIN + row * (height + _MARGIN))
        painter.save()
        painter.translate(at)
        _paint_panel(painter, QRectF(0, 0, width, height), snapshot, theme)
        painter.restore()


def _paint_panel(painter: QPainter, place: QRectF, snapshot: Snapshot, theme: ThemeManager) -> None:
    sheet = Sheet(theme)
    sheet.title, sheet.names, sheet.as_vectors = snapshot.title, snapshot.names, True
    sheet.span, sheet.scales, sheet.region = snapshot.span, list(snapshot.scales), snapshot.region
    sheet.flags = list(snapshot.flags)
    units = [scale.unit for scale in snapshot.scales]
    looks = looks_of(snapshot.series, theme)
    sheet.curves = [Curve(one, look, units.index(one.unit)) for one, look in zip(snapshot.series, looks, strict=True)]
    if not sheet.curves:
        return
    sheet.arrange(place)
    Axes(sheet).paint(painter, None)
    painter.save()
    painter.setClipRect(sheet.plot)
    painter.translate(sheet.plot.topLeft())
    for layer in (Backdrop(sheet), GuideBands(sheet), Fans(sheet), Marks(sheet), GuideLines(sheet)):
        layer.paint(painter, None)
    painter.restore()
    EndLabels(sheet).paint(painter, None)


def as_image(size: QSize, snapshots: Sequence[Snapshot], heading: str) -> QImage:
    """The picture as pixels, with letters of their usual size. Raises UserError when it does not fit into memory."""
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise UserError(tr("A picture of this size does not fit into memory: choose a smaller one."))
    painter = QPainter(image)
    paint(painter, QSizeF(size), snapshots, heading)
    painter.end()
    return image


def as_file(form: str, size: QSize, snapshots: Sequence[Snapshot], heading: str) -> Callable[[], bytes]:
    """The picture as a file; form: a key of FORMS. It is painted now, in the window's thread.

    What comes back makes the bytes, which takes seconds for a very large one and may be done in another thread.
    Raises KeyError for another form, UserError when the picture does not fit into memory.
    """
    if form == "png":
        return partial(_encoded, as_image(size, snapshots, heading))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    {"svg": _write_svg, "pdf": _write_pdf}[form](buffer, size, snapshots, heading)
    return partial(bytes, buffer.data().data())


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise UserError(tr("A picture of this size cannot be written: choose a smaller one."))
    return bytes(buffer.data().data())


def _write_svg(buffer: QBuffer, size: QSize, snapshots: Sequence[Snapshot], heading: str) -> None:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setResolution(_DOTS_PER_INCH)
    generator.setTitle(heading)
    painter = QPainter(generator)
    paint(painter, QSizeF(size), snapshots, heading)
    painter.end()


def _write_pdf(buffer: QBuffer, size: QSize, snapshots: Sequence[Snapshot], heading: str) -> None:
    writer = QPdfWriter(buffer)
    points = QSizeF(size) * 72 / _DOTS_PER_INCH
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(heading)
    writer.setCreator("Legwork")
    painter = QPainter(writer)
    paint(painter, QSizeF(size), snapshots, heading)
    painter.end()
