"""What the two heads of the plan's grid have in common: sections that are chosen, dragged, opened and dropped upon.

Owns what a press, a drag and a double click begin. It must not carry anything out: it tells its signals.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_table import PlanTableModel

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class DropLooks(Protocol):
    """Looks where something carried would go, shows that place, and lets it go there."""

    def move(self, event: QDragMoveEvent, position: QPoint, *, over_cells: bool) -> None: ...
    def leave(self) -> None: ...
    def drop(self, event: QDropEvent, position: QPoint, *, over_cells: bool) -> None: ...
    def paint(self, widget: QWidget, painter: QPainter, theme: ThemeManager) -> None: ...


class Head(QHeaderView):
    """A head whose sections can be chosen, dragged and opened."""

    chosen = Signal(int, bool)
    """A section was pressed; and whether the choice is to reach to it from where it began (Shift)."""
    dragged = Signal(int, QPoint)
    """A section is being carried off; where it was taken hold of."""
    opened = Signal(int)
    """A section was double-clicked."""
    drops: DropLooks | None = None
    """Where things carried over the head would go."""

    def __init__(
        self, orientation: Qt.Orientation, theme: ThemeManager, model: PlanTableModel, parent: QWidget
    ) -> None:
        super().__init__(orientation, parent)
        self.theme, self.plan_model = theme, model
        self._pressed_at: QPoint | None = None
        self._sizing = False
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setMinimumSectionSize(1)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.hovered = -1
        theme.changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.viewport().update()

    def along(self, position: QPoint) -> int:
        """How far along the head a place lies."""
        return position.x() if self.orientation() is Qt.Orientation.Horizontal else position.y()

    def near_edge(self, position: QPoint) -> bool:
        """Whether a press here would change the width of a section."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._sizing = self.near_edge(position)
        if self._sizing:
            super().mousePressEvent(event)
            return
        self._pressed_at = position
        section = self.logicalIndexAt(self.along(position))
        if section >= 0:
            self.press(section, position, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def press(self, section: int, position: QPoint, reach: bool) -> None:
        """A section was pressed."""
        self.chosen.emit(section, reach)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if self._sizing or not event.buttons():
            super().mouseMoveEvent(event)
            section = self.logicalIndexAt(self.along(position))
            if section != self.hovered:
                self.hovered = section
                self.viewport().update()
            return
        start = self._pressed_at
        far = QApplication.startDragDistance()
        if start is not None and (position - start).manhattanLength() >= far:
            self._pressed_at = None
            section = self.logicalIndexAt(self.along(start))
            if section >= 0:
                self.dragged.emit(section, start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._sizing:
            self._sizing = False
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(self.along(event.position().toPoint()))
        if section >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(section)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.drops is not None:
            self.drops.move(event, self._in_cells(event), over_cells=False)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        if self.drops is not None:
            self.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.drops is not None:
            self.drops.drop(event, self._in_cells(event), over_cells=False)

    def _in_cells(self, event: QDropEvent) -> QPoint:
        """The place of an event in the viewport of the cells."""
        view = self.parentWidget()
        assert isinstance(view, QTableView)
        return view.viewport().mapFrom(view, self.viewport().mapTo(view, event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.paint_over(painter)
        if self.drops is not None:
            self.drops.paint(self.viewport(), painter, self.theme)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the sections."""

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered = -1
        self.viewport().update()

    def picked(self, section: int) -> bool:
        """Whether a section stands out: that of the current cell, and those of a choice that is not all of them."""
        model, none = self.selectionModel(), QModelIndex()
        current = model.currentIndex()
        if self.orientation() is Qt.Orientation.Horizontal:
            if current.column() == section:
                return True
            return model.columnIntersectsSelection(section, none) and not model.isRowSelected(current.row(), none)
        if current.row() == section:
            return True
        return model.rowIntersectsSelection(section, none) and not model.isColumnSelected(current.column(), none)
