"""What a search of the help found: one row for each passage, with its place and the words around what was found.

Owns the list and how its rows are drawn. The search itself is a service.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services.help_search import Found

_FOUND = int(Qt.ItemDataRole.UserRole)


class Answers(QListWidget):
    """The passages that were found, the best first."""

    chosen = Signal(object)
    """A passage that one stands on; a `Found`."""
    taken = Signal()
    """It was clicked, or Enter was pressed on it: now it will be read."""
    left_upwards = Signal()
    """Up was pressed on the first."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("help_found")
        self.setAccessibleName(tr("Found in the help"))
        self.setItemDelegate(_Passage(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)  # a single letter finds a hundred passages
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_clicked)
        offer_rows(self, "read", tr("Read the topic"), ("Enter", "Return"), self.taken.emit)
        offer_rows(self, "copy", tr("Copy"), "Ctrl+C", self._on_copy)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these, none chosen."""
        self.clear()
        for one in found:
            item = QListWidgetItem(f"{place_of(one)}. {one.excerpt}")
            item.setData(_FOUND, one)
            self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_current(self, now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(now.data(_FOUND))

    def _on_copy(self) -> None:
        found: Found = self.currentItem().data(_FOUND)
        QGuiApplication.clipboard().setText(f"{place_of(found)}\n{found.excerpt}\n")

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FOUND))
        self.taken.emit()


def place_of(found: Found) -> str:
    """Topic and heading, as the place is told."""
    return f"{found.title} › {found.heading}" if found.heading else found.title


class _Passage(QStyledItemDelegate):
    """The place in bold, below it the passage with the found words in bold."""

    def __init__(self, theme: ThemeManager, view: Answers) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the passage is at the width of the list."""
        width = self._view.viewport().width()
        return QSize(width, round(self._document(index, width).size().height()) + self._theme.px(12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Row, ground and text."""
        self.initStyleOption(option, index)
        option.text = ""
        style, rect = self._view.style(), option.rect
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        document = self._document(index, rect.width())
        painter.save()
        painter.translate(rect.left(), rect.top() + self._theme.px(6))
        document.drawContents(painter, QRectF(0, 0, rect.width(), rect.height()))
        painter.restore()

    def _document(self, index: QModelIndex | QPersistentModelIndex, width: int) -> QTextDocument:
        found = index.data(_FOUND)
        document = QTextDocument()
        document.setDefaultFont(self._theme.font(13))
        document.setDocumentMargin(0)
        small, text, quiet = self._theme.px(12), self._theme.colours.text, self._theme.colours.secondary
        edge = self._theme.px(8)
        document.setHtml(
            f'<div style="margin-left:{edge}px; margin-right:{edge}px; color:{text}; font-weight:600">'
            f"{escape(place_of(found))}</div>"
            f'<div style="margin-left:{edge}px; margin-right:{edge}px; color:{quiet}; font-size:{small}px">'
            f"{self._marked(found)}</div>"
        )
        document.setTextWidth(width)
        return document

    def _marked(self, found: Found) -> str:
        parts, end = [], 0
        for start, length in found.marked:
            parts.append(escape(found.excerpt[end:start]))
            end = start + length
            word = escape(found.excerpt[start:end])
            parts.append(f'<span style="color:{self._theme.colours.text}; font-weight:700">{word}</span>')
        return "".join([*parts, escape(found.excerpt[end:])])
