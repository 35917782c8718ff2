"""The head above the plan's grid: a band for each block, below it its weeks.

Owns how they are painted, and which of the two a press meant.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from legwork.domain.plan.model import BlockKind
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_table import PlanTableModel, block_title, monday_text
from legwork.qt.widgets.plan_grid_delegate import mixed
from legwork.qt.widgets.plan_grid_heads import LEFT, Head

_GRIP = 4
"""So near to the edge of a week a press changes the width."""


class WeekHead(Head):
    """Blocks above, their weeks below."""

    block_chosen = Signal(int)
    """The place of a block whose band was pressed."""
    block_dragged = Signal(int, QPoint)
    block_opened = Signal(int)
    sized = Signal(int)
    """A person gave a week another width."""

    def __init__(self, theme: ThemeManager, model: PlanTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, theme, model, parent)
        self.setObjectName("plan_week_head")
        self.setAccessibleName(tr("Weeks of the plan"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    @property
    def band(self) -> int:
        """How high the bands of the blocks are."""
        return self.theme.px(30)

    def sizeHint(self) -> QSize:
        dated = self.plan_model.starts_on is not None
        return QSize(0, self.band + self.theme.px(44 if dated else 30))

    def near_edge(self, position: QPoint) -> bool:
        if position.y() < self.band:
            return False
        section = self.logicalIndexAt(position.x())
        left = self.sectionViewportPosition(section) if section >= 0 else self.length() - self.offset()
        right = left + self.sectionSize(section) if section >= 0 else left
        return (section > 0 and position.x() - left < _GRIP) or (abs(right - position.x()) <= _GRIP)

    def in_band(self, position: QPoint) -> bool:
        """Whether a place lies on the band of a block."""
        return position.y() < self.band

    def block_at(self, section: int) -> int:
        """The place of the block of a week."""
        grid = self.plan_model.grid
        return next(at for at, one in enumerate(grid.plan.blocks) if one is grid.columns[section].block)

    def press(self, section: int, position: QPoint, reach: bool) -> None:
        if self.in_band(position):
            self.block_chosen.emit(self.block_at(section))
        else:
            super().press(section, position, reach)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is not None and event.buttons() and self.in_band(start):
            if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed_at = None
                section = self.logicalIndexAt(start)
                if section >= 0:
                    self.block_dragged.emit(self.block_at(section), start)
            return
        super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        section = self.logicalIndexAt(position)
        if section >= 0 and self.in_band(position):
            self.block_opened.emit(self.block_at(section))
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        sizing, before = self._sizing, self.defaultSectionSize()
        super().mouseReleaseEvent(event)
        if sizing:
            changed = [size for at in range(self.count()) if (size := self.sectionSize(at)) != before]
            if changed:
                self.sized.emit(changed[0])

    def block_text(self, place: int) -> str:
        """What stands on the band of a block."""
        return block_title(self.plan_model.grid.plan.blocks[place])

    def block_rect(self, place: int) -> QRect:
        """Where the band of a block lies, in the head's own viewport; empty for one without weeks."""
        grid = self.plan_model.grid
        block = grid.plan.blocks[place]
        sections = [at for at, one in enumerate(grid.columns) if one.block is block]
        if not sections:
            return QRect()
        left = self.sectionViewportPosition(sections[0])
        right = self.sectionViewportPosition(sections[-1]) + self.sectionSize(sections[-1])
        return QRect(left, 0, right - left, self.band)

    def paintSection(self, painter: QPainter, rect: QRect, section: int | QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(section, int)
        model, theme = self.plan_model, self.theme
        if section >= len(model.grid.columns):
            return
        column = model.grid.columns[section]
        deload = column.block.kind is BlockKind.DELOAD
        ground = theme.colour("surface")
        if deload:
            ground = mixed(ground, theme.colour("raised"), 0.6)
        picked = self.picked(section)
        if picked:
            ground = theme.colour("legs_soft")
        elif section == self.hovered:
            ground = theme.colour("raised")
        room = rect.adjusted(0, self.band, 0, 0)
        painter.fillRect(room, ground)
        starts = section > 0 and model.grid.columns[section - 1].block is not column.block
        edge = mixed(theme.colour("border"), theme.colour("field_border"), 0.7)
        painter.setPen(edge if starts else mixed(theme.colour("surface"), theme.colour("border"), 0.55))
        painter.drawLine(room.left(), room.top(), room.left(), room.bottom())
        painter.setPen(theme.colour("border"))
        painter.drawLine(room.left(), room.bottom(), room.right(), room.bottom())
        pad = theme.px(8)
        text = room.adjusted(pad, theme.px(5), -pad, -theme.px(5))
        monday = model.monday(section)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.colour("legs" if picked else "text"))
        upper = text if monday is None else QRect(text.left(), text.top(), text.width(), text.height() // 2)
        title = str(model.headerData(section, Qt.Orientation.Horizontal))
        metrics = QFontMetrics(painter.font())
        painter.drawText(upper, LEFT, metrics.elidedText(title, Qt.TextElideMode.ElideRight, text.width()))
        if monday is not None:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("secondary"))
            lower = QRect(text.left(), upper.bottom() + 1, text.width(), text.height() - upper.height())
            painter.drawText(lower, LEFT, monday_text(monday))

    def paint_over(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(0, 0, self.viewport().width(), self.band), self.theme.colour("surface"))
        for place in range(len(self.plan_model.grid.plan.blocks)):
            rect = self.block_rect(place)
            if not rect.isEmpty() and rect.intersects(self.viewport().rect()):
                self._paint_band(painter, place, rect)

    def _paint_band(self, painter: QPainter, place: int, rect: QRect) -> None:
        theme = self.theme
        block = self.plan_model.grid.plan.blocks[place]
        inset = theme.px(2)
        pill = QRectF(rect).adjusted(inset, inset + 1, -inset, -inset - 1)
        ground, edge = theme.colour("raised"), theme.colour("border")
        if block.kind is BlockKind.INTENSIFY:
            ground = mixed(ground, theme.colour("field_border"), 0.3)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme.colour("surface") if block.kind is BlockKind.DELOAD else ground)
        painter.drawRoundedRect(pill, theme.px(6), theme.px(6))
        if block.kind is BlockKind.DELOAD:
            painter.setBrush(QBrush(edge, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(pill, theme.px(6), theme.px(6))
        seen = pill.intersected(QRectF(self.viewport().rect())).toRect()
        text = seen.adjusted(theme.px(8), 0, -theme.px(6), 0)
        side = theme.px(9)
        if text.width() < side:
            return
        painter.setFont(theme.font(12, bold=True))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(
            block_title(block), Qt.TextElideMode.ElideRight, max(0, text.width() - side - theme.px(6))
        )
        if block.kind is BlockKind.DELOAD:  # a quiet ground under the words, which hatching would make hard to read
            wide = side + theme.px(6) + metrics.horizontalAdvance(title)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            high = theme.px(18)
            under = QRectF(text.left() - theme.px(4), pill.center().y() - high / 2, wide + theme.px(8), high)
            painter.drawRoundedRect(under.intersected(pill), theme.px(4), theme.px(4))
        mark_rect = QRectF(text.left(), pill.center().y() - side / 2, side, side)
        _paint_kind(painter, mark_rect, block.kind, theme.colour("secondary"))
        painter.setPen(theme.colour("text"))
        painter.drawText(text.adjusted(side + theme.px(6), 0, 0, 0), LEFT, title)


def _paint_kind(painter: QPainter, rect: QRectF, kind: BlockKind, colour: QColor) -> None:
    """Bars that grow for more work, a filled triangle for heavier work, one pointing down for less."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if kind is BlockKind.ACCUMULATE:
        wide = rect.width() / 4
        for at in range(3):
            high = rect.height() * (0.4 + 0.3 * at)
            painter.drawRect(QRectF(rect.left() + at * wide * 1.45, rect.bottom() - high, wide, high))
    elif kind is BlockKind.INTENSIFY:
        painter.drawPolygon([QPointF(rect.center().x(), rect.top()), rect.bottomRight(), rect.bottomLeft()])
    else:
        painter.drawPolygon([QPointF(rect.center().x(), rect.bottom()), rect.topRight(), rect.topLeft()])
