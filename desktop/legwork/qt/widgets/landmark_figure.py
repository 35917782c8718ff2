"""The landmark figure: the whole standing body, and how high over the floor one of its landmarks lies.

Owns where the landmarks of the height sites are on the drawn body, and how their height is painted, large beside the
form or small in the tape guide. It must not know of readings, nor of what a height is good for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.domain.sites import BUILT_IN_BY_KEY, Spot
from legwork.i18n import mark, tr
from legwork.qt.core.spoken_roles import BESIDE_WORDS, PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets.body_figure import View
from legwork.qt.widgets.body_map import faded, line_width, pen, spot_colour

_SIDE, _LINE = 38.0, 42.0
"""How far the body reaches from its middle, and where the measure line stands: past the hand, in figure units."""
_TOP, _FLOOR = 7.0, 213.9


@dataclass(frozen=True)
class HeightMark:
    """A landmark of the standing body. text: its short name. behind: where it is seen from the back, if there best."""

    text: str
    front: tuple[float, float]
    behind: tuple[float, float] | None = None

    @property
    def view(self) -> View:
        """The view that shows it."""
        return "back" if self.behind else "front"

    def at(self, view: View) -> QPointF:
        """Its place in a view's figure coordinates, on the viewer's right."""
        x, y = self.behind if view == "back" and self.behind else self.front
        return QPointF(figure.MIDDLE + x, y)


HEIGHT_MARKS: Final[dict[str, HeightMark]] = {
    "gluteal_fold_height": HeightMark(mark("gluteal fold"), (0.0, 115.4), behind=(10.0, 117.0)),
    "knee_height": HeightMark(mark("kneecap"), (10.4, 154.2)),
    "ankle_height": HeightMark(mark("ankle bone"), (13.9, 203.8)),
    "shoulder_height": HeightMark(mark("shoulder tip"), (22.6, 47.8)),
    "elbow_height": HeightMark(mark("elbow gap"), (29.8, 85.2)),
    "wrist_height": HeightMark(mark("wrist bone"), (28.8, 111.0)),
}
"""By height site. From the front the crotch stands for the gluteal fold, as it may when measuring."""


def paint_body(
    painter: QPainter, to_rect: QTransform, theme: ThemeManager, silhouette: QPainterPath, lines: QPainterPath
) -> None:
    """Paint a drawn body without anything on it."""
    line = theme.colour("skin_line")
    painter.fillPath(to_rect.map(silhouette), theme.colour("skin"))
    painter.strokePath(to_rect.map(lines), pen(theme, faded(line, 0.6), 1.2))
    painter.strokePath(to_rect.map(silhouette), pen(theme, line, 1.8))


def paint_height(
    painter: QPainter, rect: QRectF, theme: ThemeManager, site: str | None, ground: str = "window"
) -> None:
    """Paint the body into `rect` with the height of one landmark; with None, only where the landmarks are.

    ground: the colour role it is painted on. `theme` pixels as in `body_map.paint`.
    """
    active = HEIGHT_MARKS.get(site or "")
    view: View = active.view if active else "front"
    to_rect = _placement(rect, theme)
    paint_body(painter, to_rect, theme, figure.figure_path(view), figure.contours(view))
    floor = pen(theme, theme.colour("skin_line"), 1.5)
    painter.setPen(floor)
    left, right = (to_rect.map(QPointF(figure.MIDDLE + x, _FLOOR)) for x in (-_SIDE, _LINE))
    painter.drawLine(left, right + QPointF(line_width(theme, 8), 0))
    for key, one in HEIGHT_MARKS.items():
        if key != site:
            colour = faded(spot_colour(theme, Spot(key)), 0.5)
            _paint_dot(painter, to_rect.map(one.at(view)), theme, colour, 3.0, ground)
    if site is not None and active is not None:
        _paint_measure(painter, to_rect, theme, active, spot_colour(theme, Spot(site)), ground)


def _placement(rect: QRectF, theme: ThemeManager) -> QTransform:
    """From the figure to `rect`: as large as body, measure line and the longest name allow, the same for all sites."""
    edge = theme.px(8)
    column = _names_width(theme) + theme.px(12)
    high, wide = _FLOOR - _TOP, _SIDE + _LINE
    scale = max(0.01, min((rect.height() - 2 * edge) / high, (rect.width() - 2 * edge - column) / wide))
    left = rect.center().x() - (wide * scale + column) / 2
    top = rect.center().y() - high * scale / 2
    return QTransform(scale, 0, 0, scale, left - (figure.MIDDLE - _SIDE) * scale, top - _TOP * scale)


def _names_width(theme: ThemeManager) -> float:
    metrics = QFontMetricsF(theme.font(12, bold=True))
    return max(metrics.horizontalAdvance(tr(one.text)) for one in HEIGHT_MARKS.values())


def _paint_dot(painter: QPainter, at: QPointF, theme: ThemeManager, colour: QColor, radius: float, ground: str) -> None:
    painter.setPen(pen(theme, theme.colour(ground), 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(at, line_width(theme, radius), line_width(theme, radius))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_measure(
    painter: QPainter, to_rect: QTransform, theme: ThemeManager, active: HeightMark, colour: QColor, ground: str
) -> None:
    dot = to_rect.map(active.at(active.view))
    foot = to_rect.map(QPointF(figure.MIDDLE + _LINE, _FLOOR))
    head = QPointF(foot.x(), dot.y())
    level = QPen(colour, line_width(theme, 1.2))
    level.setDashPattern([3, 3])
    level.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(level)
    painter.drawLine(dot, head)
    line = pen(theme, colour, 2)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(line)
    painter.drawLine(head, foot)
    tick = QPointF(line_width(theme, 5), 0)
    for end in (head, foot):
        painter.drawLine(end - tick, end + tick)
    _paint_dot(painter, dot, theme, colour, 5.0, ground)
    painter.setPen(colour)
    painter.setFont(theme.font(12, bold=True))
    height = QFontMetricsF(painter.font()).height()
    box = QRectF(head.x() + theme.px(10), head.y() - height / 2, _names_width(theme) + theme.px(4), height)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tr(active.text))


class LandmarkFigure(QWidget):
    """Shows where one height ends. Purely a picture: no focus, no clicks."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._site: str | None = None
        self.setObjectName("landmark_figure")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_site(None)
        theme.changed.connect(self._on_theme_changed)

    def show_site(self, key: str | None) -> None:
        """Show the height of that site; with None, only where the landmarks are."""
        self._site = key
        site = BUILT_IN_BY_KEY.get(key or "")
        name = tr("From the floor up to: {landmark}", landmark=tr(HEIGHT_MARKS[site.key].text)) if site else ""
        self.setAccessibleName(name or tr("Landmarks of the body"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_height(painter, QRectF(self.rect()), self._theme, self._site, "surface")
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class LandmarkDot(QWidget):
    """A dot in the hue of a limb: full when its length was measured, a ring while it is not."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager, site: str) -> None:
        super().__init__()
        self._theme, self._spot, self._full = theme, Spot(site), False
        self.setFixedSize(theme.px(14), theme.px(14))

    def fill(self, full: bool) -> None:
        """Measured or not."""
        self._full = full
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = spot_colour(self._theme, self._spot)
        painter.setPen(pen(self._theme, colour, 2))
        painter.setBrush(colour if self._full else Qt.BrushStyle.NoBrush)
        radius = line_width(self._theme, 4)
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)
        painter.end()
