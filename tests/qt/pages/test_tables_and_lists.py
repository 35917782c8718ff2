"""Every table and every list, on every page and in every dialog: a menu by mouse and keys, and Ctrl+C for a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView, QTreeView, QWidget

from accessible import described
from legwork.qt.core.commands import keys_of
from page_views import all_dialogs, all_views
from program_driver import Desk

FIELDS = {"mapper_table"}
"""Tables of fields, of which the fields have the focus."""
COPIED = {"people_list", "site_list", "exercise_rows"}
"""Lists whose lines say more than their text, and go to a spreadsheet."""


def rows_of(root: QWidget) -> list[QAbstractItemView]:
    """What lists rows and is seen."""
    views = [one for kind in (QTableView, QTreeView, QListView) for one in root.findChildren(kind)]
    seen = [one for one in views if one.isVisible() and one.window() is root.window()]
    return [one for one in seen if one.objectName() in FIELDS or one.focusPolicy() != Qt.FocusPolicy.NoFocus]


def lacking(view: QAbstractItemView) -> list[str]:
    """What one would look for in vain."""
    keys = {key for action in view.findChildren(QAction) for key in keys_of(action)}
    wanted = {"Shift+F10", "Ctrl+C"} if isinstance(view, QTableView) or view.objectName() in COPIED else {"Shift+F10"}
    menu = [] if view.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu else ["a menu"]
    return [f"{described(view)}: {one}" for one in (*menu, *sorted(wanted - keys))]


def test_each_has_a_menu_by_mouse_and_keys_and_tables_are_copied(sample: Desk) -> None:
    found: dict[str, None] = {}
    seen = set()
    for _ in all_views(sample):
        for view in rows_of(sample.window):
            seen.add(view.objectName())
            found.update(dict.fromkeys(lacking(view)))
    for _, dialog in all_dialogs(sample):
        for view in rows_of(dialog):
            seen.add(view.objectName())
            found.update(dict.fromkeys(lacking(view)))
    assert list(found) == []
    assert {"chart_table", "goal_list", "train_workouts", "help_topics", *FIELDS, *COPIED} <= seen
