"""The exercises of one session of one week, each with its cell, progression, superset and note, edited in place.

Owns the table with its keys and drops. What stands around it is `plan_session`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QStyleOptionViewItem, QTableView

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_session_table import TITLES, Part, SessionTableModel
from legwork.qt.widgets.line_editor import LineEditor, Typing
from legwork.qt.widgets.plan_grid_asks import cell_typing, group_typing, note_typing, rule_typing
from legwork.qt.widgets.plan_grid_delegate import TypingDelegate, TypingView
from legwork.qt.widgets.plan_grid_drag import EXERCISE_MIME, PART_MIME, carry, part_data
from legwork.qt.widgets.plan_grid_keys import Stroke, Told, stroke, taken_by
from legwork.qt.widgets.plan_grid_line_head import paint_region
from legwork.qt.widgets.row_actions import copy_rows, offer_menu

Index = QModelIndex | QPersistentModelIndex

_BEFORE_NOTE = (Part.EXERCISE, Part.CELL, Part.RULE, Part.GROUP)
_EDGE, _CHIP = 8, 18
"""Lengths, unscaled: the margin of a cell, and the sign of a region."""


class SessionList(TypingView):
    """A table of entries."""

    moved = Signal(int, int)
    """An entry (its id) was let go in a gap between the entries, counted from 0."""
    dropped = Signal(str, int)
    """An exercise (its key) was let go in a gap."""
    removed = Signal(list)
    """Entries (their ids) shall go."""
    add_asked = Signal()
    swap_asked = Signal(int)
    """The row whose exercise shall be swapped."""

    def __init__(self, theme: ThemeManager, table: SessionTableModel) -> None:
        super().__init__()
        self.theme, self.table = theme, table
        self._gap: int | None = None
        self.setObjectName("plan_session_list")
        self.setAccessibleName(tr("Exercises of the session"))
        self.setModel(table)
        self.setItemDelegate(_SessionDelegate(theme, table, self._typing, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        self.delegate.stepped.connect(self._on_stepped)
        self.doubleClicked.connect(self._on_double_clicked)
        self._keys = self._key_table()
        theme.changed.connect(self.lay_out)
        for changed in (table.modelReset, table.dataChanged, table.rowsInserted):
            changed.connect(self.lay_out)
        self.lay_out()

    @property
    def delegate(self) -> _SessionDelegate:
        """What paints the cells and opens them."""
        found = self.itemDelegate()
        assert isinstance(found, _SessionDelegate)
        return found

    def lay_out(self) -> None:
        """Give rows and columns their room: what they need, the sets first; the note has what the others leave."""
        px = self.theme.px
        self.verticalHeader().setDefaultSectionSize(px(36))
        self.horizontalHeader().setFixedHeight(px(32))
        whole = self.viewport().width()
        widths = dict(zip(_BEFORE_NOTE, (px(150), px(150), px(112), px(76)), strict=True))
        least = min(max(px(56), self.delegate.needed(Part.NOTE)), px(110))
        for column in (Part.CELL, Part.EXERCISE, Part.RULE):
            left = whole - least - sum(widths.values())
            widths[column] += max(0, min(left, self.delegate.needed(column) - widths[column]))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Part.NOTE, max(least, whole - sum(widths.values())))

    def step_line(self, by: int) -> None:
        """Move the current entry up or down."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + by < len(self.table.entries):
            self.moved.emit(self.table.entries[row].id, row + by + (by > 0))

    def clear(self) -> None:
        """Take out what is chosen: entries by their exercise or cell; of the others what stands there."""
        chosen = [one for one in self.selectedIndexes() if one.isValid()]
        gone = {one.row() for one in chosen if one.column() in (Part.EXERCISE, Part.CELL)}
        for one in chosen:
            if one.row() not in gone:
                self.table.setData(one, "fixed" if one.column() == Part.RULE else "", Qt.ItemDataRole.EditRole)
        if gone:
            self.removed.emit([self.table.entries[row].id for row in sorted(gone)])

    def edit_current(self) -> None:
        """Type into the current cell; on an exercise ask for another one."""
        current = self.currentIndex()
        if current.isValid() and current.column() == Part.EXERCISE:
            self.swap_asked.emit(current.row())
        elif current.isValid():
            self.edit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self._keys.get(stroke(event))
        if run is None:
            super().keyPressEvent(event)
        else:
            run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def startDrag(self, _actions: Qt.DropAction) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            carry(self.theme, self, part_data("entry", self.table.entries[row].id), self.table.name(row))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        gap = self._gap_at(event.position().toPoint(), event.mimeData())
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()
        event.setAccepted(gap is not None)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._gap = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        data, gap = event.mimeData(), self._gap_at(event.position().toPoint(), event.mimeData())
        self._gap = None
        self.viewport().update()
        event.setAccepted(gap is not None)
        if gap is None:
            return
        if data.hasFormat(EXERCISE_MIME):
            self.dropped.emit(bytes(data.data(EXERCISE_MIME).data()).decode(errors="replace"), gap)
        elif (entry_id := entry_carried(data)) is not None:
            self.moved.emit(entry_id, gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        high, thick = self.theme.px(36), self.theme.px(3)
        y = self._gap * high - self.verticalScrollBar().value()
        painter.fillRect(QRect(0, y - thick // 2, self.viewport().width(), thick), self.theme.colour("legs"))
        painter.end()

    def _gap_at(self, position: QPoint, data: QMimeData) -> int | None:
        """The gap between entries at a place; None for what cannot be dropped here."""
        known = entry_carried(data)
        mine = known is not None and self.table.row_of(known) is not None
        if self.table.session is None or not (mine or data.hasFormat(EXERCISE_MIME)):
            return None
        row = self.rowAt(position.y())
        if row < 0:
            return len(self.table.entries)
        rect = self.visualRect(self.table.index(row, 0))
        return row + (position.y() > rect.center().y())

    def _key_table(self) -> dict[Stroke, Callable[[], object]]:
        told: tuple[Told, ...] = (
            (("F2", "Enter"), tr("Open the cell"), self.edit_current),
            (("Del", "Backspace"), tr("Clear the cells"), self.clear),
            (("Ins",), tr("Add an exercise"), self.add_asked.emit),
            (("Alt+S",), tr("Put another exercise in its place"),
             lambda: self.swap_asked.emit(self.currentIndex().row())),
            (("Alt+Up",), tr("Move the exercise up"), lambda: self.step_line(-1)),
            (("Alt+Down",), tr("Move the exercise down"), lambda: self.step_line(1)),
            (("Ctrl+C",), tr("Copy the table"), lambda: copy_rows(self)),
        )  # fmt: skip
        offer_menu(self, partial(self._open_menu, told))
        return taken_by(self, tr("In a session of the plan"), told)

    def _open_menu(self, told: Sequence[Told], place: QPoint) -> None:
        """What keys do with the current entry."""
        menu = QMenu(self)
        menu.setObjectName("rows_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for keys, text, run in told:
            entry = menu.addAction(text, run)
            entry.setShortcut(QKeySequence(keys[0]))
            entry.setShortcutVisibleInContextMenu(True)
            entry.setEnabled(self.currentIndex().isValid() or keys[0] in ("Ins", "Ctrl+C"))
        menu.popup(self.viewport().mapToGlobal(place))

    def _typing(self, index: Index) -> Typing:
        said = f"{self.table.name(index.row())}: {tr(TITLES[index.column()])}"
        match Part(index.column()):
            case Part.RULE:
                return rule_typing(said)
            case Part.GROUP:
                return group_typing(said)
            case Part.NOTE:
                return note_typing(said)
        return cell_typing(said, self.table.units)

    def hold_typing(self) -> tuple[LineEditor, int, int, str] | None:
        """What is being typed, of which entry and in which column, before the session changes under it."""
        held = self.hold_typed()
        if held is None:
            return None
        editor, index = held
        return editor, self.table.entries[index.row()].id, index.column(), editor.text()

    def type_on(self, editor: LineEditor, entry_id: int, column: int, text: str) -> None:
        """Go on typing where it was held; an entry that has gone takes its text along."""
        if self.open_editor() is editor:
            editor.closing = False
            return
        row = self.table.row_of(entry_id)
        if row is None:
            return
        self.type_again(text, self.table.index(row, column))

    def _on_stepped(self, step: QPoint) -> None:
        current = self.currentIndex()
        there = self.table.index(current.row() + step.y(), current.column() + step.x())
        if there.isValid():
            self.setCurrentIndex(there)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == Part.EXERCISE:
            self.swap_asked.emit(index.row())


def entry_carried(data: QMimeData) -> int | None:
    """The id of the entry that is carried, or None."""
    raw = bytes(data.data(PART_MIME).data()).decode(errors="replace") if data.hasFormat(PART_MIME) else ""
    kind, _, number = raw.strip("[]").partition(", ")
    return int(number) if kind == '"entry"' and number.isdigit() else None


class _SessionDelegate(TypingDelegate):
    """Paints an entry: its region beside its exercise, what was typed, and what was left open quietly."""

    def __init__(
        self, theme: ThemeManager, table: SessionTableModel, typing: Callable[[Index], Typing], parent: QTableView
    ) -> None:
        super().__init__(theme, typing, parent)
        self._table = table

    def needed(self, column: int) -> int:
        """How wide a column must be to show each of its texts whole, in pixels."""
        metrics = QFontMetrics(self._font(column))
        texts = (str(self._table.index(row, column).data() or "") for row in range(self._table.rowCount()))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        beside = 2 * _EDGE + (_CHIP + _EDGE + 4 if column == Part.EXERCISE else 0)
        return widest + self.theme.px(beside + 2)

    def _font(self, column: int) -> QFont:
        return self.theme.font(13 if column in (Part.EXERCISE, Part.CELL) else 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("legs_soft" if selected else "surface"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        room = rect.adjusted(theme.px(_EDGE), 0, -theme.px(_EDGE), 0)
        colour = "text" if index.column() in (Part.EXERCISE, Part.CELL) else "secondary"
        if index.column() == Part.EXERCISE:
            exercise = self._table.exercise(index.row())
            side = theme.px(_CHIP)
            chip = QRectF(room.left() + theme.px(4), rect.center().y() - side / 2 + 0.5, side, side)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_region(painter, chip, exercise, theme)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            room.setLeft(round(chip.right()) + theme.px(_EDGE))
            if exercise is None:
                colour = "caution"
        painter.setFont(self._font(index.column()))
        painter.setPen(theme.colour(colour))
        text = QFontMetrics(painter.font()).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if state & QStyle.StateFlag.State_HasFocus:
            thick = theme.px(2)
            painter.setPen(QPen(theme.colour("legs"), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(thick // 2, thick // 2, -((thick + 1) // 2), -((thick + 1) // 2)))
