"""The table of all check-ins: one row a check-in, one column a spot. What is typed into a cell becomes an edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from legwork.errors import UserError
from legwork.services.check_in_cells import DAY, NOTE, TableColumn, cell_day, parse_day, plain_text, shown_text
from legwork.services.check_ins import CheckIn, ClearValues, MoveCheckIn, RecordReadings
from legwork.services.edit import Edit
from legwork.services.people import Person

Index = QModelIndex | QPersistentModelIndex

_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)

AHEAD = 32
"""Check-ins read at once when a row that was not read yet is about to be shown: two screens full."""


class CheckInTableModel(QAbstractTableModel):
    """Rows are check-ins, read only when they come into view: 20 years of them open as fast as one.

    load: reads check-ins by id. apply: runs the edit that a typed cell means.
    """

    refused = Signal(str)
    """The sentence that says why a typed cell was not taken."""

    def __init__(
        self,
        load: Callable[[Sequence[int]], dict[int, CheckIn]],
        apply: Callable[[Edit], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._load = load
        self._apply = apply
        self._person: Person | None = None
        self.days: dict[int, date] = {}
        self._ids: list[int] = []
        self._read: dict[int, CheckIn] = {}
        self.table_columns: list[TableColumn] = []
        self.cell_is_written = False
        self._sorted_by: tuple[int, Qt.SortOrder] = (0, Qt.SortOrder.DescendingOrder)

    def show_person(self, person: Person, columns: list[TableColumn], days: Mapping[int, date]) -> None:
        """Show another table; days: of its check-ins, by id."""
        self.beginResetModel()
        self._person, self.table_columns = person, columns
        self.days, self._ids, self._read = dict(days), list(days), {}
        if self._sorted_by[0] >= len(columns):
            self._sorted_by = (0, Qt.SortOrder.DescendingOrder)
        self._sort()
        self.endResetModel()

    def refresh_rows(self, changed: frozenset[int]) -> None:
        """Read these check-ins again: they were changed, and none came, went or moved."""
        for row_id in changed:
            self._read.pop(row_id, None)
        for line, row_id in enumerate(self._ids):
            if row_id in changed:
                self.dataChanged.emit(self.index(line, 0), self.index(line, self.columnCount() - 1))

    def check_in(self, line: int) -> CheckIn:
        """The check-in of a row."""
        if self._ids[line] not in self._read:
            near = self._ids[max(0, line - AHEAD // 2) : line + AHEAD]
            self._read |= self._load([row_id for row_id in near if row_id not in self._read])
        return self._read[self._ids[line]]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of one column; blank cells come last either way."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._ids[index.row()], index.column()) for index in before]
        self._sort()
        place = {row_id: line for line, row_id in enumerate(self._ids)}
        after = [self.index(place[row_id], index_column) for row_id, index_column in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sort(self) -> None:
        number, order = self._sorted_by
        down = order is Qt.SortOrder.DescendingOrder
        self._ids.sort(key=self.days.__getitem__, reverse=True)
        column = self.table_columns[number] if self.table_columns else None
        if column is None or column.key == DAY:
            self._ids = self._ids if down else self._ids[::-1]
            return
        self._read |= self._load([row_id for row_id in self._ids if row_id not in self._read])
        values = {row_id: self._sort_value(self._read[row_id], column) for row_id in self._ids}
        filled = [row_id for row_id in self._ids if values[row_id] is not None]
        filled.sort(key=values.__getitem__, reverse=down)
        self._ids = filled + [row_id for row_id in self._ids if values[row_id] is None]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.table_columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        shown = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole  # a narrow column cuts its title
        if orientation is Qt.Orientation.Horizontal and role in shown:
            return self.table_columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.table_columns[section])
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._ids) or self._person is None:
            return None
        column = self.table_columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role not in _TEXT_ROLES:
            return None
        check_in = self.check_in(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_text(self._person, check_in, column)
        if role == Qt.ItemDataRole.EditRole:
            return plain_text(self._person, check_in, column)
        if role == Qt.ItemDataRole.ToolTipRole and column.spot is not None:
            return plain_text(self._person, check_in, column) or None
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        column, check_in = self.table_columns[index.column()], self.check_in(index.row())
        text = str(value)
        assert self._person is not None
        if role != Qt.ItemDataRole.EditRole or text == plain_text(self._person, check_in, column):
            return False
        self.cell_is_written = True
        try:
            return self._apply(self._edit_for(check_in, column, text)) is not None
        except UserError as error:
            self.refused.emit(str(error))
            return False
        finally:
            self.cell_is_written = False

    def clear(self, cells: Sequence[Index]) -> None:
        """Take away what stands in these cells; the day, and what is only yes or no, stays."""
        assert self._person is not None
        days = []
        for cell in cells:
            column, check_in = self.table_columns[cell.column()], self.check_in(cell.row())
            if (column.spot is not None or column.key == NOTE) and plain_text(self._person, check_in, column):
                days.append(cell_day(self._person, check_in.day, column, ""))
        if days:
            self._apply(ClearValues(self._person.id, tuple(days)))

    def _edit_for(self, check_in: CheckIn, column: TableColumn, text: str) -> Edit:
        assert self._person is not None and check_in.id is not None
        if column.key == DAY:
            return MoveCheckIn(check_in.id, parse_day(text))
        return RecordReadings(self._person.id, (cell_day(self._person, check_in.day, column, text),))

    def _sort_value(self, check_in: CheckIn, column: TableColumn) -> Any:
        if column.spot is not None:
            return check_in.value(column.spot)
        assert self._person is not None
        return shown_text(self._person, check_in, column).casefold() or None

    @staticmethod
    def _alignment(column: TableColumn) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.spot is not None else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
