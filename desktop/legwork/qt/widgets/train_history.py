"""The workouts that were done, newest first: open one to look at it or correct it, delete one.

Owns how they are listed. The words come from `services.train_history`; deleting is asked of whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.row_ground import paint_row_ground
from legwork.services.train_history import IMPORT_HINT, HistoryRow

_AGAIN = "Ctrl+D"
_ROW = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TrainHistory(QWidget):
    """A list; Enter opens, Delete deletes, Ctrl+D does the same exercises again today."""

    open_asked = Signal(int)
    delete_asked = Signal(int)
    again_asked = Signal(int)
    """The same exercises shall be done today."""
    more_asked = Signal()
    """Older workouts shall be listed as well."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("train_history")
        self.list = _Workouts(theme)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.list.delete_asked.connect(self.delete_asked)
        self.list.again_asked.connect(self.again_asked)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
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
        kept = chosen.data(_ROW).workout.id if chosen is not None else None
        self.list.clear()
        for one in rows:
            item = QListWidgetItem()
            item.setData(_ROW, one)
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

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.open_asked.emit(item.data(_ROW).workout.id)

    def _on_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        if item is None:
            return
        menu = QMenu(self)
        menu.addAction(tr("Open"), lambda: self._on_activated(item)).setObjectName("train_history_open")
        again = menu.addAction(tr("Do it again today"), lambda: self.again_asked.emit(item.data(_ROW).workout.id))
        again.setObjectName("train_history_again")
        again.setShortcut(QKeySequence(_AGAIN))
        again.setShortcutVisibleInContextMenu(True)
        delete = menu.addAction(tr("Delete"), lambda: self.delete_asked.emit(item.data(_ROW).workout.id))
        delete.setObjectName("train_history_delete")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))


class _Workouts(QListWidget):
    delete_asked = Signal(int)
    again_asked = Signal(int)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("train_workouts")
        self.setAccessibleName(tr("Workouts, newest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(theme, self))
        self.setMinimumHeight(theme.px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(item.data(_ROW).workout.id)
        elif item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.itemActivated.emit(item)
        elif item is not None and QKeySequence(event.keyCombination()) == QKeySequence(_AGAIN):
            self.again_asked.emit(item.data(_ROW).workout.id)
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Three lines: title and day, sums, exercises."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), self._theme.px(66))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, shown = self._theme, index.data(_ROW)
        painter.save()
        paint_row_ground(painter, QRectF(option.rect.adjusted(0, 1, 0, -1)), option.state, theme)
        inner = option.rect.adjusted(theme.px(8), theme.px(6), -theme.px(8), -theme.px(6))
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
        painter.restore()
