"""The tape guide: a small drawing of the body that shows where tape, caliper or rule goes for one site.

Owns the drawing only. The words beside it are laid out elsewhere; what is shown for which site is in
`tape_guide_scenes`.
"""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from legwork.domain.sites import Side, Site, Spot, spot_label
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets.body_figure import TapeLine, View
from legwork.qt.widgets.body_map import faded, line_width, pen, spot_colour
from legwork.qt.widgets.landmark_figure import HEIGHT_MARKS, paint_body, paint_height
from legwork.qt.widgets.tape_guide_scenes import FOLDS, SCENES, Fold, Landmark, Scene

_TAPE = 10.0
"""How broad the tape is drawn, in pixels."""
_TICK = 5.0
"""How far its marks are apart at the front, in pixels."""


class TapeGuide(QWidget):
    """Shows the tape round one limb, a fold of skin or a height. Purely a picture: no focus, no clicks."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._site: Site | None = None
        self._spot: Spot | None = None
        self.setObjectName("tape_guide")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_site(None, None)
        theme.changed.connect(self._on_theme_changed)

    def show_site(self, site: Site | None, spot: Spot | None) -> None:
        """Draw `site` on the side of `spot` (on the left when a sided site comes without one)."""
        self._site = site
        self._spot = spot or (site.spots[0] if site else None)
        name = spot_label(site, self._spot.side) if site and self._spot else ""
        self.setAccessibleName(tr("Where the tape goes: {site}", site=name) if name else tr("Where the tape goes"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = line_width(self._theme, 1) / 2
        card = QPainterPath()
        radius = self._theme.px(8)
        card.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.fillPath(card, self._theme.colour("window"))
        painter.save()
        painter.setClipPath(card)
        if self._site is not None and self._spot is not None:
            paint_guide(painter, QRectF(self.rect()), self._theme, self._site, self._spot)
        painter.restore()
        painter.strokePath(card, pen(self._theme, self._theme.colour("border"), 1))
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_guide(painter: QPainter, rect: QRectF, theme: ThemeManager, site: Site, spot: Spot) -> None:
    """Paint the guide of one spot into `rect`; `theme` pixels as in `body_map.paint`."""
    scene = SCENES.get(spot.site)
    fold = FOLDS.get(spot.site)
    if scene is not None:
        _paint_scene(painter, rect, theme, scene, spot)
    elif fold is not None:
        _paint_fold_scene(painter, rect, theme, fold, spot)
    elif spot.site in HEIGHT_MARKS:
        paint_height(painter, rect, theme, spot.site)
    elif site.key == "body_weight":
        _paint_scale(painter, rect, theme)
    elif site.key == "body_fat":
        _paint_share(painter, rect, theme)
    else:
        _paint_plain(painter, rect, theme)


def _paint_scene(painter: QPainter, rect: QRectF, theme: ThemeManager, scene: Scene, spot: Spot) -> None:
    flexed = spot.site == "flexed_arm"
    view: View = "front" if flexed else figure.best_view(spot)
    way = figure.direction(view, spot.side)
    column = _label_width(theme, scene)
    to_rect = _close_up(rect, scene, view, spot.side, column)
    if flexed:
        silhouette, lines = figure.flexed_figure()
        line: TapeLine | None = figure.flexed_tape()
        # The bent arm is drawn once, as the left one; the right one is its mirror image.
        to_limb = QTransform(way, 0, 0, 1, figure.MIDDLE * (1 - way), 0) * to_rect
    else:
        silhouette, lines = figure.figure_path(view), figure.contours(view)
        line, to_limb = figure.tape_line(view, spot), to_rect
    paint_body(painter, to_limb, theme, silhouette, lines)
    if line is not None:
        _paint_tape(painter, to_limb, theme, line, spot)
    if flexed:
        corner = QPainterPath(QPointF(figure.MIDDLE + 50.2, 51.4))
        corner.lineTo(figure.MIDDLE + 50.2, 47.0)
        corner.lineTo(figure.MIDDLE + 54.6, 47.0)
        painter.strokePath(to_limb.map(corner), pen(theme, theme.colour("text"), 1.2))
    _paint_landmarks(painter, rect, theme, scene, view, spot.side, to_rect)


def _paint_fold_scene(painter: QPainter, rect: QRectF, theme: ThemeManager, fold: Fold, spot: Spot) -> None:
    to_rect = _close_up(rect, fold.scene, fold.view, spot.side, _label_width(theme, fold.scene))
    paint_body(painter, to_rect, theme, figure.figure_path(fold.view), figure.contours(fold.view))
    _paint_fold(painter, to_rect, theme, fold, spot)
    _paint_landmarks(painter, rect, theme, fold.scene, fold.view, spot.side, to_rect)


def _paint_fold(painter: QPainter, to_rect: QTransform, theme: ThemeManager, fold: Fold, spot: Spot) -> None:
    """A fold of skin lifted along the limb, and from either side the jaws that pinch it."""
    colour, way = spot_colour(theme, spot), figure.direction(fold.view, spot.side)
    middle = to_rect.map(figure.place(fold.view, spot.side, fold.at))
    painter.save()
    painter.translate(middle)
    painter.rotate(-way * fold.tilt)
    half, broad, tip, wing = (line_width(theme, length) for length in (26, 6, 6.5, 5))
    ridge = QPainterPath(QPointF(0, -half))
    ridge.cubicTo(QPointF(broad, -half / 3), QPointF(broad, half / 3), QPointF(0, half))
    ridge.cubicTo(QPointF(-broad, half / 3), QPointF(-broad, -half / 3), QPointF(0, -half))
    painter.fillPath(ridge, faded(colour, 0.35))
    painter.strokePath(ridge, pen(theme, colour, 2))
    for side in (-1, 1):
        jaw = [QPointF(side * x, y) for x, y in ((tip, 0), (tip + wing * 1.5, -wing), (tip + wing * 1.5, wing))]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(jaw)
    painter.restore()


def _close_up(rect: QRectF, scene: Scene, view: View, side: Side, column: float) -> QTransform:
    """From the figure to `rect`, the scene's middle in the part that the labels leave free."""
    way = figure.direction(view, side)
    scale = min(rect.height() / scene.height, (rect.width() - column) / scene.width)
    middle = figure.place(view, side, scene.middle)
    x, y = rect.center().x() - way * column / 2, rect.center().y()
    return QTransform(scale, 0, 0, scale, x - middle.x() * scale, y - middle.y() * scale)


def _label_width(theme: ThemeManager, scene: Scene) -> float:
    metrics = QFontMetricsF(theme.font(12))
    widths = [metrics.horizontalAdvance(tr(mark.text)) for mark in scene.landmarks if mark.label is None]
    return max(widths) + theme.px(20) if widths else 0.0


def _paint_tape(painter: QPainter, to_rect: QTransform, theme: ThemeManager, line: TapeLine, spot: Spot) -> None:
    colour, scale = spot_colour(theme, spot), to_rect.m22()
    breadth = line_width(theme, _TAPE) / scale
    painter.fillPath(to_rect.map(line.back(breadth)), faded(colour, 0.28))
    painter.fillPath(to_rect.map(line.front(breadth)), colour)
    ticks = QPainterPath()
    to_figure = line.to_figure() * to_rect
    # The marks are even round the limb, so they crowd where the tape turns away.
    step = line_width(theme, _TICK) / (line.half_width * scale)
    count = int(pi / 2 / step)
    for number in range(-count, count + 1):
        turn = number * step
        x, y = line.half_width * sin(turn), line.half_depth * cos(turn) - breadth / 2
        ticks.moveTo(to_figure.map(QPointF(x, y)))
        ticks.lineTo(to_figure.map(QPointF(x, y + breadth * (0.7 if number % 5 == 0 else 0.4))))
    tick_pen = pen(theme, theme.colour("surface"), 1)
    tick_pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.strokePath(ticks, tick_pen)


def _paint_landmarks(
    painter: QPainter,
    rect: QRectF,
    theme: ThemeManager,
    scene: Scene,
    view: View,
    side: Side,
    to_rect: QTransform,
) -> None:
    way = figure.direction(view, side)
    dots = [to_rect.map(figure.place(view, side, mark.at)) for mark in scene.landmarks]
    boxes = [
        _label_box(rect, theme, mark, dot, way, to_rect.map(figure.place(view, side, mark.label or mark.at)))
        for mark, dot in zip(scene.landmarks, dots, strict=True)
    ]
    leader = pen(theme, theme.colour("text"), 1)
    painter.setPen(leader)
    for mark, dot, box in zip(scene.landmarks, dots, boxes, strict=True):
        if mark.label is None:
            near = box.left() if way > 0 else box.right()
            painter.drawLine(dot, QPointF(near, box.center().y()))
        else:
            painter.drawLine(dot, QPointF(box.center().x(), box.bottom()))
    if scene.halved:
        near = max(box.width() for box in boxes) + theme.px(14)
        _paint_halves(painter, theme, rect.right() - near if way > 0 else rect.left() + near, dots, leader)
    for mark, dot, box in zip(scene.landmarks, dots, boxes, strict=True):
        painter.setPen(pen(theme, theme.colour("window"), 1.5))
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(dot, line_width(theme, 3.2), line_width(theme, 3.2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(theme.colour("window"), 0.88))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr(mark.text))


def _label_box(rect: QRectF, theme: ThemeManager, mark: Landmark, dot: QPointF, way: int, centre: QPointF) -> QRectF:
    """Where a landmark's text stands: at the outer edge, level with its dot, or where the scene says."""
    metrics = QFontMetricsF(theme.font(12))
    box = QRectF(0, 0, metrics.horizontalAdvance(tr(mark.text)) + theme.px(8), metrics.height() + theme.px(2))
    box.moveCenter(centre)
    edge = theme.px(6)
    if mark.label is None:
        box.moveLeft(rect.right() - edge - box.width() if way > 0 else rect.left() + edge)
    box.moveTop(min(max(box.top(), rect.top() + edge), rect.bottom() - edge - box.height()))
    return box


def _paint_halves(painter: QPainter, theme: ThemeManager, x: float, dots: list[QPointF], leader: QPen) -> None:
    """A measure line beside the limb from the first dot's height to the last one's, halves marked equal."""
    dashes = QPen(leader)
    dashes.setDashPattern([3, 3])
    dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(dashes)
    painter.drawLine(QPointF(x, dots[0].y()), QPointF(x, dots[-1].y()))
    painter.setPen(leader)
    tick = line_width(theme, 3)
    for upper, lower in ((dots[0], dots[1]), (dots[1], dots[-1])):
        y = (upper.y() + lower.y()) / 2
        for dy in (-1.5, 1.5):
            painter.drawLine(QPointF(x - tick, y + dy), QPointF(x + tick, y + dy))


def _paint_scale(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """Feet on a scale."""
    scale = min(rect.height() / 62, rect.width() / 72)
    to_rect = QTransform(scale, 0, 0, scale, rect.center().x() - figure.MIDDLE * scale, rect.center().y() - 197 * scale)
    line = theme.colour("skin_line")
    body, top, window = QPainterPath(), QPainterPath(), QPainterPath()
    body.addRoundedRect(QRectF(20, 213, 60, 9), 3, 3)
    top.addPolygon([QPointF(26, 203), QPointF(74, 203), QPointF(80, 216), QPointF(20, 216)])
    top.closeSubpath()
    window.addRoundedRect(QRectF(44.4, 204.6, 11.2, 4.4), 1.4, 1.4)
    for path, role in ((body, "border"), (top, "raised"), (window, "surface")):
        painter.fillPath(to_rect.map(path), theme.colour(role))
        painter.strokePath(to_rect.map(path), pen(theme, line, 1.4))
    paint_body(painter, to_rect, theme, figure.figure_path("front"), figure.contours("front"))


def _paint_share(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """The figure, and a ring of which a part is filled: a share of the body."""
    scale = rect.height() * 0.9 / figure.HEIGHT
    middle = rect.left() + rect.width() * 0.32
    to_rect = QTransform(
        scale, 0, 0, scale, middle - figure.MIDDLE * scale, rect.center().y() - figure.HEIGHT / 2 * scale
    )
    paint_body(painter, to_rect, theme, figure.figure_path("front"), figure.contours("front"))
    size = min(rect.height(), rect.width()) * 0.34
    ring = QRectF(0, 0, size, size)
    ring.moveCenter(QPointF(rect.left() + rect.width() * 0.72, rect.center().y()))
    broad = pen(theme, theme.colour("border"), 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(broad)
    painter.drawEllipse(ring)
    broad.setColor(theme.colour("secondary"))
    painter.setPen(broad)
    painter.drawArc(ring, 90 * 16, -70 * 16)
    painter.setPen(theme.colour("text"))
    painter.setFont(theme.font(20))
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "%")


def _paint_plain(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """Both views without a tape: the place is the person's own."""
    scale = rect.height() * 0.9 / figure.HEIGHT
    for view, part in (("front", 0.3), ("back", 0.7)):
        shown: View = "front" if view == "front" else "back"
        x = rect.left() + rect.width() * part - figure.MIDDLE * scale
        to_rect = QTransform(scale, 0, 0, scale, x, rect.center().y() - figure.HEIGHT / 2 * scale)
        paint_body(painter, to_rect, theme, figure.figure_path(shown), figure.contours(shown))
