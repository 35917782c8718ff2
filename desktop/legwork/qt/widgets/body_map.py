"""The body map: front and back of the drawn body, with tracked sites, the active one and those already done.

Owns how the body is painted (`paint`, for the window, for paper and for coloured zones) and the widget that a
click on a limb comes from. It must not know what a click leads to, nor where colours of zones come from.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from legwork.domain.sites import BUILT_IN_BY_KEY, Region, Side, Spot, spot_label
from legwork.i18n import ptr, tr
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets.body_figure import VIEWS, View

_MARGIN = 11.5
"""Empty margin of a view at either side that the map leaves out, in figure units."""
_TOP, _BOTTOM = 5.0, 216.0
_SPAN = figure.WIDTH - 2 * _MARGIN
_LETTER = (24.5, 176.0)
"""Where the side letters stand, beside the calves (half-body coordinates)."""


@dataclass(frozen=True)
class Marks:
    """What a painted body shows beside itself. `fills` colours whole zones, under everything else."""

    tracked: Sequence[Spot] = ()
    done: Collection[Spot] = frozenset()
    active: Spot | None = None
    hovered: Spot | None = None
    fills: Mapping[Spot, QColor] = field(default_factory=dict)


def paint(painter: QPainter, rect: QRectF, theme: ThemeManager, marks: Marks, views: Sequence[View] = VIEWS) -> None:
    """Paint the views side by side into `rect`. Lines and letters are `theme` pixels: scale a printer's painter."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for view in views:
        to_rect = placement(rect, theme, view, views)
        _paint_body(painter, to_rect, theme, view, marks)
        _paint_tapes(painter, to_rect, theme, view, marks)
        _paint_letters(painter, to_rect, theme, view)
    painter.restore()


def placement(rect: QRectF, theme: ThemeManager, view: View, views: Sequence[View] = VIEWS) -> QTransform:
    """From a view's figure coordinates to its place in `rect` among `views`, aspect kept, captions below."""
    caption = theme.px(22)
    scale = max(0.01, min(rect.width() / (len(views) * _SPAN), (rect.height() - caption) / (_BOTTOM - _TOP)))
    left = rect.center().x() + (views.index(view) - len(views) / 2) * _SPAN * scale
    top = rect.center().y() - ((_BOTTOM - _TOP) * scale + caption) / 2
    return QTransform(scale, 0, 0, scale, left - _MARGIN * scale, top - _TOP * scale)


def line_width(theme: ThemeManager, pixels: float) -> float:
    """A line width in pixels of this screen, not rounded to whole ones: the drawing is antialiased."""
    return theme.px(pixels * 100) / 100


def pen(theme: ThemeManager, colour: QColor, pixels: float) -> QPen:
    """A round pen."""
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(colour), line_width(theme, pixels), style, cap, join)


def faded(colour: QColor, opacity: float) -> QColor:
    """The same colour, `opacity` 0 to 1."""
    colour = QColor(colour)
    colour.setAlphaF(opacity)
    return colour


def spot_colour(theme: ThemeManager, spot: Spot) -> QColor:
    """Teal for legs, rust for the upper body, else plain."""
    site = BUILT_IN_BY_KEY.get(spot.site)
    return theme.region_colour(site.region if site else Region.WHOLE)


def _paint_body(painter: QPainter, to_rect: QTransform, theme: ThemeManager, view: View, marks: Marks) -> None:
    silhouette = to_rect.map(figure.figure_path(view))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(silhouette, theme.colour("skin"))
    for spot, colour in marks.fills.items():
        if zone := figure.zone(view, spot):
            painter.fillPath(to_rect.map(zone), colour)
    for lit, opacity in ((marks.hovered, 0.16), (marks.active, 0.34)):
        if lit and (zone := figure.zone(view, lit)):
            painter.fillPath(to_rect.map(zone), faded(spot_colour(theme, lit), opacity))
    line = theme.colour("skin_line")
    painter.strokePath(to_rect.map(figure.contours(view)), pen(theme, faded(line, 0.55), 1.0))
    painter.strokePath(silhouette, pen(theme, line, 1.5))


def _paint_tapes(painter: QPainter, to_rect: QTransform, theme: ThemeManager, view: View, marks: Marks) -> None:
    on_top = [spot for spot in dict.fromkeys((marks.hovered, marks.active)) if spot]
    for spot in (*(spot for spot in marks.tracked if spot not in on_top), *on_top):
        line = figure.tape_line(view, spot)
        if line is None:
            continue
        colour = spot_colour(theme, spot)
        if spot == marks.active:
            painter.fillPath(to_rect.map(line.back(1.4)), faded(colour, 0.4))
            painter.fillPath(to_rect.map(line.front(2.2)), colour)
        elif spot == marks.hovered:
            painter.fillPath(to_rect.map(line.front(1.7)), faded(colour, 0.8))
        else:
            strength = 0.85 if spot in marks.done else 0.42
            painter.fillPath(to_rect.map(line.front(1.0)), faded(colour, strength))
        if spot in marks.done and view == figure.best_view(spot):
            right = figure.direction(view, spot.side)
            _paint_check(painter, to_rect.map(line.end(right)), theme, colour)


def _paint_check(painter: QPainter, at: QPointF, theme: ThemeManager, colour: QColor) -> None:
    r = line_width(theme, 5)
    painter.setPen(pen(theme, theme.colour("surface"), 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(at, r, r)
    painter.setPen(pen(theme, theme.colour("surface"), 1.4))
    painter.drawPolyline([at + QPointF(x * r, y * r) for x, y in ((-0.45, 0.02), (-0.1, 0.38), (0.48, -0.34))])


def _paint_letters(painter: QPainter, to_rect: QTransform, theme: ThemeManager, view: View) -> None:
    painter.setPen(theme.colour("secondary"))
    painter.setFont(theme.font(12, bold=True))
    box = QRectF(0, 0, theme.px(60), theme.px(20))
    for side, letter in ((Side.LEFT, tr("L")), (Side.RIGHT, tr("R"))):
        box.moveCenter(to_rect.map(figure.place(view, side, _LETTER)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.setFont(theme.font(12))
    box.setWidth(theme.px(140))
    box.moveCenter(to_rect.map(QPointF(figure.MIDDLE, _BOTTOM)) + QPointF(0, theme.px(12)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ptr("side of the body", "Front" if view == "front" else "Back"))


class BodyMap(QWidget):
    """The map beside the form. A click on a tracked limb says which spot it means."""

    spoken_role = PICTURE

    spot_clicked = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = Marks()
        self.setObjectName("body_map")
        self.setAccessibleName(tr("Body map"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()
        theme.changed.connect(self._on_theme_changed)

    def set_spots(self, spots: Sequence[Spot]) -> None:
        """Show these spots as tracked, and let clicks lead to them."""
        self._show(replace(self._marks, tracked=tuple(spots), hovered=None))

    def set_active(self, spot: Spot | None) -> None:
        """Light up the spot that is being entered."""
        self._show(replace(self._marks, active=spot))
        self._describe()

    def set_done(self, spots: Collection[Spot]) -> None:
        """Tick the spots that this check-in already has."""
        self._show(replace(self._marks, done=frozenset(spots)))

    def place_of(self, spot: Spot) -> QPointF | None:
        """Where a spot's tape is in this widget, in the view that shows it best; None when it has none."""
        view = figure.best_view(spot)
        line = figure.tape_line(view, spot)
        return placement(QRectF(self.rect()), self._theme, view).map(line.centre) if line else None

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(340), self._theme.px(500))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._theme, self._marks)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None:
            self.spot_clicked.emit(spot)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self._spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._name(spot), self)
            return True
        return super().event(event)

    def _spot_at(self, position: QPointF) -> Spot | None:
        for view in VIEWS:
            inverse, _ = placement(QRectF(self.rect()), self._theme, view).inverted()
            if spot := figure.spot_at(view, inverse.map(position), self._marks.tracked):
                return spot
        return None

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._marks.hovered:
            self._show(replace(self._marks, hovered=spot))
        if spot is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        self.update()

    def _describe(self) -> None:
        name = self._name(self._marks.active)
        self.setAccessibleDescription(
            tr("Body map. Active: {site}", site=name) if name else tr("Body map. No site active.")
        )

    @staticmethod
    def _name(spot: Spot | None) -> str:
        site = BUILT_IN_BY_KEY.get(spot.site) if spot else None
        return spot_label(site, spot.side) if site and spot else ""

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
