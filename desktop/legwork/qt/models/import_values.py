"""The newest days of a foreign table as a model: a line a day, the day first, then a column for each measure, and an
empty one at the end that takes what room is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.services.import_values import NewestDays, ShownCell

Index = QModelIndex | QPersistentModelIndex

_NOTHING = NewestDays((), (), (), (), 0)
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class NewestDaysModel(QAbstractTableModel):
    """Read only. Where a number was turned into another unit, its tip says how it stands in the file."""

    def __init__(self, theme: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = _NOTHING

    def show_days(self, shown: NewestDays) -> None:
        """Show other days."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown.days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 2 + len(self._shown.titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("Day"), *self._shown.titles, "")[section]
        if role == Qt.ItemDataRole.ToolTipRole and 0 < section <= len(self._shown.names):
            in_file = tr("“{name}” in the file", name=self._shown.names[section - 1])
            return f"{self._shown.titles[section - 1]}\n{in_file}"
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        cell = (ShownCell(self._shown.days[row]), *self._shown.cells[row], ShownCell(""))[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("{value} in the file", value=cell.as_written) if cell.as_written else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{title}: {cell.text or tr('nothing')}" if title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("text" if column else "secondary")
        return None

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        return (_RIGHT if column else _LEFT) | Qt.AlignmentFlag.AlignVCenter
