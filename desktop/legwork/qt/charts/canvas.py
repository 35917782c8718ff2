"""The drawing surface of a chart: its layers, and what hands do on it as plain signals.

Owns the pyqtgraph view, the view box that clips what lies in the plot, and the mouse. It decides nothing: which window
is shown is the chart's affair. The mouse is read here and not through pyqtgraph's scene, which asks every item of the
scene for its shape on each move.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from legwork.qt.charts.axes import Axes
from legwork.qt.charts.backdrop import Backdrop
from legwork.qt.charts.bar_marks import curve_at
from legwork.qt.charts.end_labels import EndLabels
from legwork.qt.charts.fans import Fans
from legwork.qt.charts.guides import GuideBands, GuideLines
from legwork.qt.charts.marks import Marks
from legwork.qt.charts.read_out import ReadOut
from legwork.qt.charts.sheet import Sheet
from legwork.qt.core.spoken_roles import BESIDE_WORDS

PLOT, LEFT_AXIS, RIGHT_AXIS = "plot", "left axis", "right axis"


class Canvas(pg.GraphicsView):  # type: ignore[misc]
    """Layers over one sheet. Positions in signals are canvas pixels.

    wheel_scrolls: the wheel alone belongs to whatever this lies in, and zooms only with Ctrl.
    """

    spoken_role = BESIDE_WORDS  # its chart tells what is seen

    dragged = Signal(str, float, float)
    """Zone where the drag began (PLOT, LEFT_AXIS, RIGHT_AXIS), and pixels since the last one."""

    wheeled = Signal(QPointF, float, bool)
    """Where, notches (up is positive), with Ctrl."""

    slid = Signal(float)
    """Sideways scrolling, notches."""

    marked = Signal(float, float)
    """A stretch was drawn with Shift held: from x to x."""

    pinched = Signal(QPointF, float)
    """Two fingers on a touchpad: where, and how many times as much is to be shown."""

    clicked = Signal(QPointF)
    """The left button was pressed and let go at one place of the plot, and no second click came."""

    hovered = Signal(QPointF)
    pointer_left = Signal()
    double_clicked = Signal()
    resized = Signal()

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=sheet.theme.colour("surface"))
        self._sheet = sheet
        self._pressed: QPoint | None = None
        self._marking: float | None = None
        self.wheel_scrolls = False
        self._dragging = False
        self._zone = PLOT
        self._clicked_at = QPointF()
        self._sure = QTimer(self, singleShot=True)
        self._sure.timeout.connect(self._on_sure)
        self.setObjectName("chart_canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self.box.disableAutoRange()
        self.axes, self.backdrop, self.marks = Axes(sheet), Backdrop(sheet), Marks(sheet)
        self.end_labels, self.read_out = EndLabels(sheet), ReadOut(sheet)
        self.bands, self.lines = GuideBands(sheet), GuideLines(sheet)
        self.fans = Fans(sheet)
        self.box_layers = (self.backdrop, self.bands, self.fans, self.marks, self.lines)
        for layer in self.box_layers:
            layer.setParentItem(self.box)
        self._layers = (self.axes, self.box, self.end_labels, self.read_out)
        for depth, layer in enumerate(self._layers):
            layer.setZValue(depth)
            self.scene().addItem(layer)
        self.show_layers(False)

    def show_layers(self, shown: bool) -> None:
        """Show the chart, or a bare surface."""
        for layer in self._layers:
            layer.setVisible(shown)

    def restyle(self) -> None:
        """The theme has changed; the sheet knows already."""
        self.setBackground(self._sheet.theme.colour("surface"))
        self.marks.forget_pictures()

    def arrange(self) -> None:
        """Give everything its place: after a change of size, of type or of what is named."""
        for layer in (*self.box_layers, self.axes, self.end_labels, self.read_out):
            layer.prepareGeometryChange()
        self._sheet.arrange(QRectF(self.viewport().rect()))
        self.box.setGeometry(self._sheet.plot)

    def refresh(self) -> None:
        """The sheet shows another window: follow it and paint."""
        sheet = self._sheet
        if sheet.scales:
            left = sheet.scales[0]
            self.box.setRange(xRange=(sheet.span.start, sheet.span.end), yRange=(left.low, left.high), padding=0)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._dragging = False
            self._zone = self._zone_at(event.position())
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._marking = event.position().x() if shifted and self._zone == PLOT else None
        # Not accepted on purpose: the chart around takes the focus.
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._pressed = None
            self._point(event.position())
            self.hovered.emit(event.position())
            return
        if self._marking is not None:
            self.marked.emit(self._marking, event.position().x())
            return
        step = where - self._pressed
        if not self._dragging and step.manhattanLength() < QApplication.startDragDistance():
            return
        if not self._dragging and self._zone == PLOT:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._dragging = True
        self._pressed = where
        self.dragged.emit(self._zone, float(step.x()), float(step.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        still = self._pressed is not None and self._marking is None and not self._dragging
        if event.button() == Qt.MouseButton.LeftButton and still and self._zone == PLOT:
            self._clicked_at = event.position()
            self._sure.start(QApplication.doubleClickInterval())
        self._pressed = self._marking = None
        self._dragging = False
        self._point(event.position())
        self.hovered.emit(event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._sure.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.wheel_scrolls and not held:
            event.ignore()  # the panels around are longer than the window: the wheel turns over them
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if abs(turn.x()) > abs(turn.y()) or shifted:
            self.slid.emit((turn.x() or turn.y()) / 120)
        elif turn.y():
            self.wheeled.emit(event.position(), turn.y() / 120, held and not self.wheel_scrolls)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointer_left.emit()
        elif isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.pinched.emit(event.position(), 1 / max(1 + event.value(), 0.1))
            return True
        return bool(super().viewportEvent(event))

    def _on_sure(self) -> None:
        self.clicked.emit(self._clicked_at)

    def _zone_at(self, where: QPointF) -> str:
        if where.x() < self._sheet.plot.left():
            return LEFT_AXIS
        return RIGHT_AXIS if where.x() > self._sheet.axis_right else PLOT

    def _point(self, where: QPointF) -> None:
        on_axis = self._zone_at(where) != PLOT and bool(self._sheet.scales)
        shape = Qt.CursorShape.SizeVerCursor if on_axis else Qt.CursorShape.ArrowCursor
        if curve_at(self._sheet, where) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
