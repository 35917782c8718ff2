"""The workouts that were done, newest first: open one to look at it or correct it, delete one.

Owns how they are listed. The words come from `services.train_history`; deleting is asked of whoever listens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
    QWidget,
)

from legwork.i18n import tr
from legwork.qt.core.commands import name_part
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.row_actions import chosen_rows, offer_copy, offer_rows, put_table, selected_rows
from legwork.qt.widgets.row_list import KEPT, RowDelegate, RowList
from legwork.services.train_history import IMPORT_HINT, HistoryRow

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrainHistory(QWidget):
    """A list; Enter opens, Delete deletes all selected, Ctrl+D does the same exercises again today."""

    open_asked = Signal(int)
    delete_asked = Signal(object)
    """The ids of several, a tuple."""
    again_asked = Signal(int)
    """The same exercises shall be done today."""
    more_asked = Signal()
    """Older workouts shall be listed as well."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("train_history")
        self.list = _Workouts(theme)
        self.list.itemClicked.connect(self._on_clicked)
        offer_rows(self.list, "open", tr("Open the workout"), ("Enter", "Return"), self._on_open)
        offer_rows(self.list, "again", tr("Do the workout again today"), "Ctrl+D", self._on_again)
        offer_rows(self.list, "delete", tr("Delete the workout"), "Del", self._on_delete)
        offer_copy(self.list, self.copy)
        self.none = label("", "secondary", wrap=True)
        self.none.setObjectName("train_history_none")
        self.more = button(tr("Show older ones"), "train_history_more", "link")
        self.more.clicked.connect(self.more_asked)
        layout = column(self.none, self.list, row(self.more, None), spacing=theme.px(8))
        layout.setStretch(1, 1)
        layout.addStretch()
        self.setLayout(layout)

    def show_rows(self, rows: Sequence[HistoryRow], *, more: bool, last: str = "") -> None:
        """List workouts. more: whether there may be older ones. last: the day of the newest of those, in words."""
        chosen = self.list.currentItem()
        kept = chosen.data(KEPT).workout.id if chosen is not None else None
        self.list.clear()
        for one in rows:
            item = QListWidgetItem()
            item.setData(KEPT, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.day}, {one.title}: {one.facts}. {one.what}")
            item.setToolTip(one.what)
            self.list.addItem(item)
            if one.workout.id == kept:
                self.list.setCurrentItem(item)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if last:
            self.none.setText(tr("Last workout {day}.", day=last))
        else:
            nothing = tr("Nothing yet. What you train stands here, newest first.")
            self.none.setText(f"{nothing} {tr(IMPORT_HINT)}")
        self.more.setText(tr("Show it") if last and not rows else tr("Show older ones"))
        self.more.setVisible(more)

    def copy(self) -> None:
        """Put the selected workouts, or all that are listed, on the clipboard."""
        shown = self._shown(selected_rows(self.list) or range(self.list.count()))
        cells = [(one.workout.day.isoformat(), one.title, one.facts, one.what) for one in shown]
        put_table((tr("Day"), tr("Workout"), tr("Sets"), tr("Exercises")), cells)

    def _shown(self, rows: Iterable[int]) -> list[HistoryRow]:
        return [self.list.item(row).data(KEPT) for row in rows]

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if not self.list.selects:
            self.open_asked.emit(item.data(KEPT).workout.id)

    def _on_open(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.open_asked.emit(item.data(KEPT).workout.id)

    def _on_again(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.again_asked.emit(item.data(KEPT).workout.id)

    def _on_delete(self) -> None:
        if shown := self._shown(chosen_rows(self.list)):
            self.delete_asked.emit(tuple(one.workout.id for one in shown))


class _Workouts(RowList):
    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(theme, "train_workouts", tr("Workouts, newest first"))
        name_part(self, tr("In the list of workouts"))
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setItemDelegate(_Delegate(theme, self))
        self.setMinimumHeight(theme.px(200))
        self.selects = False
        """Whether the last click was to select several, and not to open one."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self.selects = bool(event.modifiers() & several) or event.button() is not Qt.MouseButton.LeftButton
        super().mousePressEvent(event)


class _Delegate(RowDelegate):
    """Three lines: title and day, sums, exercises."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self._theme.px(66))

    def paint_row(self, painter: QPainter, place: QRect, shown: HistoryRow, _chosen: bool) -> None:
        theme = self._theme
        inner = place.adjusted(theme.px(8), theme.px(5), -theme.px(8), -theme.px(5))
        high = inner.height() // 3
        first = QRect(inner.x(), inner.y(), inner.width(), high)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(first, _RIGHT, shown.day)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(shown.day) - theme.px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(first, _LEFT, painter.fontMetrics().elidedText(shown.title, Qt.TextElideMode.ElideRight, room))
        painter.setFont(theme.font(13))
        painter.drawText(first.translated(0, high), _LEFT, shown.facts)
        painter.setPen(theme.colour("secondary"))
        painter.setFont(theme.font(12))
        what = painter.fontMetrics().elidedText(shown.what, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(first.translated(0, 2 * high), _LEFT, what)
