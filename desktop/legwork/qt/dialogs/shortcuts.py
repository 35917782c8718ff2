"""The overview of keys: of the page that is shown, of the menus, all other pages and dialogs; to search and to print.

Owns the dialog only: each line is read from the commands themselves, so what it says is what the keys do. Pages that
nobody visited yet are built for it, out of sight, one after the other while nothing else is to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)
from shiboken6 import isValid

from legwork.domain.word_match import begun_by, words_of
from legwork.i18n import ntr, tr
from legwork.qt.core.commands import commands_in, commands_in_menus
from legwork.qt.core.context import Context
from legwork.qt.core.dialog_keys import IN_DIALOGS, KEYS_FIND, KEYS_PRINT
from legwork.qt.widgets.keys import said_keys
from legwork.qt.widgets.layout import Page, button, card, column, label, row
from legwork.qt.widgets.row_actions import copy_rows, offer_copy

_BETWEEN_MS = 30
"""So much time the window has for what the person does, between two pages that are built."""

_KEYS_SHARE = 0.4
"""Of the width of the list, for the keys at most; longer ones stand in two lines."""


class ShortcutsDialog(QDialog):
    """Stands beside the window; Esc closes it and gives the focus back."""

    def __init__(
        self, context: Context, window: QMainWindow, names: Sequence[str], build: Callable[[str], Page]
    ) -> None:
        """names: of the pages to tell of, that which is shown first. build: gives one, also one that nobody sees."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._window, self._build = context, window, build
        self._left = list(names)
        self._before = QApplication.focusWidget()
        self._keys: dict[str, dict[str, list[str]]] = {}
        theme = context.theme
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(self.windowTitle())
        self.field = QLineEdit()
        self.field.setObjectName("shortcuts_search")
        self.field.setAccessibleName(tr("Search the keys"))
        self.field.setPlaceholderText(tr("Search the keys"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.list = self._make_list()
        self.told = label("", "secondary")
        self.told.setObjectName("shortcuts_told")
        self.print_button = button(tr("Print…"), "shortcuts_print")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setEnabled(False)
        close = button(tr("Close"), "shortcuts_close")
        close.clicked.connect(self.reject)
        for one in (self.print_button, close):
            one.setAutoDefault(False)  # Enter in the search field must not press one
        layout = column(
            label(self.windowTitle(), "title"), self.field, card(self.list, margin=theme.px(8)),
            row(self.told, None, self.print_button, close, spacing=theme.px(8)), spacing=theme.px(12),
        )  # fmt: skip
        layout.setStretch(2, 1)
        layout.setContentsMargins(*[theme.px(24)] * 4)
        self.setLayout(layout)
        KEYS_FIND.offer(self, self._on_find)
        KEYS_PRINT.offer(self, self._on_print)
        room = window.size() - QSize(theme.px(32), theme.px(32))
        self.resize(QSize(theme.px(680), theme.px(680)).boundedTo(room))
        self._timer = QTimer(self, singleShot=True, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._on_next)
        self._read_page()
        self._take((one.group, one.whole, one.keys) for one in commands_in_menus(window.menuBar()))
        self._fill()
        self._go_on()
        self.field.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the keys of some pages are still to be read."""
        return bool(self._left)

    @property
    def keys(self) -> dict[str, dict[str, list[str]]]:
        """By the title of a page, a menu or a part: what is done, and its keys as QKeySequence reads them."""
        return self._keys

    def groups(self) -> dict[str, dict[str, str]]:
        """As `keys`, in words."""
        return {
            title: {text: said_keys(keys) for text, keys in rows.items()} for title, rows in self._keys.items()
        }  # fmt: skip

    def done(self, result: int) -> None:
        self._timer.stop()
        super().done(result)
        self._window.activateWindow()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    # What there is

    def _read_page(self) -> None:
        page = self._build(self._left.pop(0))
        page.build_whole()
        self._take((one.group, one.whole, one.keys) for one in commands_in(page, page.accessibleName(), hidden=True))
        if not self._left:
            self._take((tr(one.part), tr(one.text), one.keys) for one in IN_DIALOGS)

    def _take(self, told: Iterable[tuple[str, str, Sequence[str]]]) -> None:
        """Group, what is done, and its keys."""
        for group, text, keys in told:
            if keys:
                kept = self._keys.setdefault(group, {}).setdefault(text, [])
                kept += [key for key in keys if key not in kept]

    def _go_on(self) -> None:
        if self._left:
            self.told.setText(tr("Reading the keys of all pages…"))
            self._timer.start()
            return
        count = sum(len(rows) for rows in self._keys.values())
        self.told.setText(ntr("{count} command with keys", "{count} commands with keys", count))
        self.print_button.setEnabled(True)

    def _on_next(self) -> None:
        self._read_page()
        self._fill()
        self._go_on()

    # How it is shown

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("shortcuts_list")
        made.setAccessibleName(tr("Keys, page by page"))
        made.setColumnCount(2)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setItemsExpandable(False)
        made.setIndentation(self._context.theme.px(12))
        made.setWordWrap(True)
        made.setItemDelegate(_Wrapping(made))
        made.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        made.header().sectionResized.connect(made.scheduleDelayedItemsLayout)
        offer_copy(made, lambda: copy_rows(made))
        return made

    def _fill(self) -> None:
        """Add what is new below the groups; what is there already stays where it is."""
        theme = self._context.theme
        there = {one.text(0): one for one in self._groups()}
        for title, rows in self.groups().items():
            group = there.get(title)
            if group is None:
                group = QTreeWidgetItem([title])
                group.setFont(0, theme.font(13, bold=True))
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.list.addTopLevelItem(group)
                group.setFirstColumnSpanned(True)
            known = {one.text(0) for one in _rows(group)}
            new = [QTreeWidgetItem([text, keys]) for text, keys in rows.items() if text not in known]
            for one in new:
                one.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            group.addChildren(new)
            group.setExpanded(True)
        self._filter()
        self._fit()

    def _fit(self) -> None:
        """The keys have as much room as they need, but never so much that what they do has little."""
        widest = max(
            self.list.fontMetrics().horizontalAdvance(one.text(1)) for group in self._groups() for one in _rows(group)
        )
        most = self.list.viewport().width() * _KEYS_SHARE
        self.list.setColumnWidth(1, round(min(widest + self._context.theme.px(16), most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _groups(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [one for one in items if one is not None]

    def _filter(self) -> None:
        """Hide what has not every word that is typed, in what it does, where, or by which keys."""
        pieces = words_of(self.field.text())
        for group in self._groups():
            rows = _rows(group)
            for one in rows:
                one.setHidden(not begun_by(pieces, words_of(f"{one.text(0)} {one.text(1)} {group.text(0)}")))
            group.setHidden(all(one.isHidden() for one in rows))

    def _on_find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_print(self) -> None:
        if self.busy:
            return
        from legwork.qt.printing.keys_sheet import keys_document
        from legwork.qt.printing.preview import PreviewDialog

        preview = PreviewDialog(self._context, keys_document(self.groups()), self)
        preview.exec()
        preview.deleteLater()


class _Wrapping(QStyledItemDelegate):
    """Rows as high as their texts need lines, for Qt's own are one line high."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        if index.parent().isValid():
            metrics = QFontMetrics(option.font)
            taken = self._tree.indentation() if index.column() == 0 else 0
            room = self._tree.columnWidth(index.column()) - taken - metrics.height() // 2
            lines = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, index.data()).height()
            hint.setHeight(hint.height() + lines - metrics.height())
        return hint


def _rows(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (group.child(at) for at in range(group.childCount()))
    return [one for one in children if one is not None]
