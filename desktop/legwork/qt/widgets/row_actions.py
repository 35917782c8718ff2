"""What can be done with the rows of a table or a list: by key, and by a menu that is made from the same actions.

Owns that menu (right button, menu key, Shift+F10) and the copying of rows as a table. What else is done with rows is
for whoever offers it; what stands in them is their model's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView, QTreeView

from legwork.i18n import tr
from legwork.qt.core.commands import offer, tell
from legwork.services.copying import table_text

_NEEDS_ROW = "needs_row"
_HEAD, _SHOWN = Qt.Orientation.Horizontal, int(Qt.ItemDataRole.DisplayRole)


def offer_rows(
    view: QAbstractItemView,
    name: str,
    text: str,
    keys: str | Sequence[str],
    run: Callable[[], object],
    *,
    needs_row: bool = True,
) -> QAction:
    """Let something be done with the chosen rows: by its keys, and from the menu of the view, in this order.

    name: "delete" for what takes them away. text: translated, and understood without its place. needs_row: only where
    a row is the current one.
    """
    action = offer(view, name, text, keys, run, repeat=False)
    action.setProperty(_NEEDS_ROW, needs_row)
    action.setShortcutVisibleInContextMenu(True)
    offer_menu(view, partial(_open_menu, view))
    return action


def offer_copy(view: QAbstractItemView, copy: Callable[[], object]) -> QAction:
    """Ctrl+C and an entry of the menu; without a chosen row all are meant."""
    return offer_rows(view, "copy", tr("Copy the table"), "Ctrl+C", copy, needs_row=False)


def offer_menu(view: QAbstractItemView, menu: Callable[[QPoint], object]) -> None:
    """Open a menu over a view: by the right button, the menu key and Shift+F10, which Qt knows on Windows alone.

    menu: gets the place, in the viewport. Called again, the first one stays. Where the view itself never has the focus,
    the keys hold in the fields that stand in it.
    """
    if view.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu:
        return
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(lambda place: None if _is_open() else menu(place))
    only, inside = Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
    focused = view.focusPolicy() is not Qt.FocusPolicy.NoFocus
    opener = QShortcut(QKeySequence("Shift+F10"), view, context=only if focused else inside)
    opener.activated.connect(lambda: menu(_place(view)))
    tell(view, "Shift+F10", tr("Open the menu of the row"))


def selected_rows(view: QAbstractItemView) -> list[int]:
    """Those with a selected cell, from above."""
    return sorted({one.row() for one in view.selectionModel().selectedIndexes()})


def chosen_rows(view: QAbstractItemView) -> list[int]:
    """The selected rows from above, else the current one."""
    current = view.currentIndex()
    return selected_rows(view) or ([current.row()] if current.isValid() else [])


def copy_rows(view: QTableView | QTreeView) -> None:
    """Put the selected rows, or all of them, on the clipboard: as they are shown, with their headings."""
    model, header = view.model(), view.header() if isinstance(view, QTreeView) else view.horizontalHeader()
    columns = _columns(header)
    heads = [_text(model.headerData(one, _HEAD, _SHOWN)) for one in columns]
    chosen = {_place_of(one) for one in view.selectionModel().selectedIndexes()}
    rows = [one for one in _rows(model, QModelIndex()) if not chosen or _place_of(one) in chosen]
    put_table(heads, [[_cell(row.siblingAtColumn(one)) for one in columns] for row in rows])


def put_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Put a table on the clipboard as spreadsheets take it, with nothing that one would carry out."""
    QGuiApplication.clipboard().setText(table_text(header, rows))


def _open_menu(view: QAbstractItemView, place: QPoint) -> None:
    """Show what can be done now; nothing where that is nothing."""
    menu = QMenu(view)
    menu.setObjectName("rows_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in sorted(view.actions(), key=_order):
        needs_row = action.property(_NEEDS_ROW)
        if needs_row is not None and action.isVisible() and (view.currentIndex().isValid() or not needs_row):
            if _order(action) == 1 and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(action)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(view.viewport().mapToGlobal(place))


def _order(action: QAction) -> int:
    """What is done with the row alone first, then copying, then what takes it away."""
    return {"action_copy": 1, "action_delete": 2}.get(action.objectName(), 0)


def _is_open() -> bool:
    """Whether a menu is open: where Qt knows the same keys, it asks a second time."""
    return QApplication.activePopupWidget() is not None


def _place(view: QAbstractItemView) -> QPoint:
    """Where the menu opens by a key: inside the current row."""
    row = view.visualRect(view.currentIndex()).intersected(view.viewport().rect())
    return row.center() if row.isValid() else view.viewport().rect().topLeft()


def _columns(header: QHeaderView) -> list[int]:
    """Those that are shown, from left to right."""
    places = (header.logicalIndex(place) for place in range(header.count()))
    return [one for one in places if not header.isSectionHidden(one)]


def _rows(model: QAbstractItemModel, above: QModelIndex) -> Iterator[QModelIndex]:
    """The first cell of every row, each followed by what lies below it."""
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from _rows(model, index)


def _place_of(index: QModelIndex) -> tuple[int, int]:
    return index.parent().row(), index.row()


def _text(shown: object) -> str:
    return "" if shown is None else str(shown)


def _cell(index: QModelIndex) -> str:
    """Its text; of a box without one, whether it is ticked."""
    text, box = _text(index.data()), index.data(Qt.ItemDataRole.CheckStateRole)
    if text or box is None:
        return text
    return tr("yes") if Qt.CheckState(box) == Qt.CheckState.Checked else tr("no")
