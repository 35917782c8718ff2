"""Dragging in the plan's grid: exercises, sessions, weeks and blocks, and exercises out of a list of them.

Owns what is carried, where it may be let go, and the line that shows that place. It must not change the plan: the
commands do.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDrag, QDragMoveEvent, QDropEvent, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from legwork.domain.plan import line_edits
from legwork.domain.plan.lines import LineKey
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_rows import RowKind
from legwork.qt.models.plan_table import PlanTableModel
from legwork.qt.widgets.plan_grid_commands import Ask, ExerciseWanted, GridCommands
from legwork.qt.widgets.plan_grid_parts import PartCommands

EXERCISE_MIME = "application/x-legwork-exercise"
"""An exercise out of a list: its key in UTF-8."""

PART_MIME = "application/x-legwork-plan-part"
"""A part of the plan on its way within the grid."""

_EDGE, _STEP_MS = 28, 60


@dataclass(frozen=True)
class Target:
    """Where something would be dropped. run: drops it there (True for a copy).

    down: the line that shows the place stands upright. at: where, in the viewport of the grid.
    """

    run: Callable[[bool], None]
    down: bool
    at: int


@dataclass(frozen=True)
class Hands:
    """Who carries out what is dropped."""

    commands: GridCommands
    parts: PartCommands
    ask: Ask
    put: Callable[[ExerciseWanted, str], None]


def part_data(kind: str, *values: object) -> QMimeData:
    """What is carried for a part. values: for a line its `LineKey`, else a place or an id."""
    data = QMimeData()
    data.setData(PART_MIME, json.dumps([kind, *values]).encode())
    return data


def carry(theme: ThemeManager, source: QWidget, data: QMimeData, text: str) -> None:
    """Carry something until it is let go. text: translated, shown beside the pointer."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_picture(theme.font(13, bold=True), text, theme.colour("surface"), theme.colour("legs"), theme.px))
    drag.setHotSpot(QPoint(-theme.px(8), -theme.px(4)))
    drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)


def _picture(font: QFont, text: str, ground: QColor, colour: QColor, px: Callable[[float], int]) -> QPixmap:
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, px(220))
    picture = QPixmap(metrics.horizontalAdvance(shown) + px(20), px(28))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRect(0, 0, picture.width() - 1, picture.height() - 1), px(6), px(6))
    painter.setFont(font)
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture


class DropPlace(QObject):
    """Looks where something carried over the grid or its heads would go, and lets it go there."""

    changed = Signal()
    """The place that is shown is another one."""

    def __init__(self, view: QTableView, model: PlanTableModel, hands: Hands) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._commands, self._parts, self._ask, self._put = hands.commands, hands.parts, hands.ask, hands.put
        self.target: Target | None = None
        self._position = QPoint()
        self._scroll = QTimer(self)
        self._scroll.setInterval(_STEP_MS)
        self._scroll.timeout.connect(self._on_scroll)

    def takes(self, data: QMimeData) -> bool:
        """Whether what is carried can be dropped in the grid at all."""
        return data.hasFormat(PART_MIME) or data.hasFormat(EXERCISE_MIME)

    def move(self, event: QDragMoveEvent, position: QPoint, *, over_cells: bool) -> None:
        """Something is carried over a place of the viewport (or, over a head, beside it)."""
        self._set(self._look(event.mimeData(), position, over_cells))
        if self.target is None:
            event.ignore()
            return
        copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or event.mimeData().hasFormat(
            EXERCISE_MIME
        )
        event.setDropAction(Qt.DropAction.CopyAction if copy else Qt.DropAction.MoveAction)
        event.accept()
        self._position = position
        if not self._scroll.isActive():
            self._scroll.start()

    def leave(self) -> None:
        """It is carried somewhere else."""
        self._scroll.stop()
        self._set(None)

    def drop(self, event: QDropEvent, position: QPoint, *, over_cells: bool) -> None:
        """It is let go."""
        target = self._look(event.mimeData(), position, over_cells)
        self.leave()
        if target is None:
            event.ignore()
            return
        copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        event.setDropAction(Qt.DropAction.CopyAction if copy else Qt.DropAction.MoveAction)
        event.accept()
        target.run(copy)

    def paint(self, widget: QWidget, painter: QPainter, theme: ThemeManager) -> None:
        """The line that shows the place, in the viewport of the grid or one of its heads."""
        if self.target is None:
            return
        place = self._view.viewport().mapTo(self._view, QPoint(self.target.at, self.target.at))
        inside = widget.mapFrom(self._view, place)
        thick = theme.px(3)
        if self.target.down:
            line = QRect(inside.x() - thick // 2, 0, thick, widget.height())
        else:
            line = QRect(0, inside.y() - thick // 2, widget.width(), thick)
        painter.fillRect(line, theme.colour("legs"))

    def _set(self, target: Target | None) -> None:
        before, self.target = self.target, target
        if (before and (before.down, before.at)) != (target and (target.down, target.at)):
            self.changed.emit()

    def _on_scroll(self) -> None:
        for bar, at, length in (
            (self._view.verticalScrollBar(), self._position.y(), self._view.viewport().height()),
            (self._view.horizontalScrollBar(), self._position.x(), self._view.viewport().width()),
        ):
            if at < _EDGE:
                bar.setValue(bar.value() - _EDGE)
            elif at > length - _EDGE:
                bar.setValue(bar.value() + _EDGE)

    def _look(self, data: QMimeData, position: QPoint, over_cells: bool) -> Target | None:
        if not self._model.grid.columns:
            return None
        if data.hasFormat(EXERCISE_MIME):
            return self._exercise(bytes(data.data(EXERCISE_MIME).data()), position, over_cells)
        if not data.hasFormat(PART_MIME):
            return None
        try:
            kind, *values = json.loads(bytes(data.data(PART_MIME).data()))
        except ValueError:
            return None
        match kind, values:
            case "line", [int(place), str(exercise), int(nth)]:
                return self._line(LineKey(place, exercise, nth), position)
            case "session", [int(place)]:
                return self._session(place, position)
            case "week", [int(week_id)]:
                return self._week(week_id, position)
            case "block", [int(block_id)]:
                return self._block(block_id, position)
        return None

    def _gap(self, y: int) -> tuple[int, int, int] | None:
        """The session, the gap between its lines, and where that lies."""
        head = self._view.verticalHeader()
        model = self._model
        if not model.grid.places:
            return None
        section = head.logicalIndexAt(y)
        if section < 0 or model.rows[section].kind is RowKind.NEW:
            section = len(model.rows) - 2
        row = model.rows[section]
        top = head.sectionViewportPosition(section)
        size = head.sectionSize(section)
        if row.kind is RowKind.HEAD:
            return row.place, 0, top + size
        if row.kind is RowKind.ADD:
            return row.place, row.at, top
        below = y - top > size // 2
        return row.place, row.at + below, top + size * below

    def _exercise(self, raw: bytes, position: QPoint, over_cells: bool) -> Target | None:
        found = self._gap(position.y())
        if found is None:
            return None
        place, gap, y = found
        model = self._model
        column = self._view.horizontalHeader().logicalIndexAt(position.x()) if over_cells else -1
        if column < 0:
            column = max(0, self._view.currentIndex().column()) if over_cells else 0
        wanted: ExerciseWanted = self._commands.wanted_at(place, gap, model.grid.columns[column].week.id)
        key = raw.decode(errors="replace")
        return Target(lambda _copy: self._put(wanted, key), False, y)

    def _line(self, key: LineKey, position: QPoint) -> Target | None:
        found = self._gap(position.y())
        if found is None or self._model.grid.line_of(key) is None:
            return None
        place, gap, y = found
        fresh = self._model.fresh

        def run(copy: bool) -> None:
            label = tr("Copy exercise") if copy else tr("Move exercise")
            self._ask(lambda plan: line_edits.line_moved(plan, key, place, gap, fresh, copy=copy), label)

        return Target(run, False, y)

    def _session(self, moved: int, position: QPoint) -> Target | None:
        found = self._gap(position.y())
        if found is None or moved >= len(self._model.grid.places):
            return None
        place = found[0]
        head = self._view.verticalHeader()
        rows = [at for at, one in enumerate(self._model.rows) if one.place == place and one.kind is not RowKind.NEW]
        top = head.sectionViewportPosition(rows[0])
        end = head.sectionViewportPosition(rows[-1]) + head.sectionSize(rows[-1])
        below = position.y() > (top + end) // 2
        gap = place + below

        def run(copy: bool) -> None:
            if copy:
                self._parts.copy_session(moved, gap)
            elif gap not in (moved, moved + 1):
                self._parts.move_session(moved, gap)

        return Target(run, False, end if below else top)

    def _week(self, week_id: int, position: QPoint) -> Target | None:
        head = self._view.horizontalHeader()
        grid = self._model.grid
        section, left, size = _section(head, position.x())
        after = position.x() - left > size // 2
        beside = grid.columns[section].week.id
        return Target(
            lambda copy: self._parts.move_week(week_id, beside, after=after, copy=copy), True, left + size * after
        )

    def _block(self, block_id: int, position: QPoint) -> Target | None:
        head = self._view.horizontalHeader()
        grid = self._model.grid
        section, _, _ = _section(head, position.x())
        block = grid.columns[section].block
        own = [at for at, one in enumerate(grid.columns) if one.block is block]
        left = head.sectionViewportPosition(own[0])
        right = head.sectionViewportPosition(own[-1]) + head.sectionSize(own[-1])
        after = position.x() > (left + right) // 2
        gap = grid.plan.blocks.index(block) + after
        return Target(lambda copy: self._parts.move_block(block_id, gap, copy=copy), True, right if after else left)


def _section(head: QHeaderView, x: int) -> tuple[int, int, int]:
    """The section at a place, or the last or first one; where it begins and how wide it is."""
    section = head.logicalIndexAt(x)
    if section < 0:
        section = 0 if x < 0 else head.count() - 1
    return section, head.sectionViewportPosition(section), head.sectionSize(section)
