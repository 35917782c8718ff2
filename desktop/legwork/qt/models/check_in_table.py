"""The table of all check-ins: one row a check-in, one column a spot. What is typed into a cell becomes an edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from legwork.errors import UserError
from legwork.services.check_in_cells import DAY, TableColumn, cell_day, parse_day, plain_text, shown_text
from legwork.services.check_ins import CheckIn, MoveCheckIn, RecordReadings
from legwork.services.edit import Edit
from legwork.services.people import Person

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class CheckInTableModel(QAbstractTableModel):
    """Rows are CheckIns, newest first. Editing a cell asks `apply` to run an edit."""

    refused = Signal(str)
    """The sentence that says why a typed cell was not taken."""

    def __init__(self, apply: Callable[[Edit], object], parent: QObject) -> None:
        super().__init__(parent)
        self._apply = apply
        self._person: Person | None = None
        self._rows: list[CheckIn] = []
        self.table_columns: list[TableColumn] = []

    def show_person(self, person: Person, columns: list[TableColumn], rows: list[CheckIn]) -> None:
        """Show another set of rows and columns."""
        self.beginResetModel()
        self._person, self.table_columns, self._rows = person, columns, rows
        self.endResetModel()

    def replace_rows(self, rows: list[CheckIn]) -> None:
        """The same table after a change: only what differs is told to the view, so that its selection stays."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        for line, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old != new:
                self._rows[line] = new
                self.dataChanged.emit(self.index(line, 0), self.index(line, self.columnCount() - 1))

    def check_in(self, line: int) -> CheckIn:
        """The check-in of a row."""
        return self._rows[line]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.table_columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table_columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(self.table_columns[section])
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._rows) or self._person is None:
            return None
        column, check_in = self.table_columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_text(self._person, check_in, column)
        if role == Qt.ItemDataRole.EditRole:
            return plain_text(self._person, check_in, column)
        if role == SORT_ROLE:
            return self._sort_value(check_in, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column.spot is not None:
            return plain_text(self._person, check_in, column) or None
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        column, check_in = self.table_columns[index.column()], self._rows[index.row()]
        text = str(value)
        assert self._person is not None
        if role != Qt.ItemDataRole.EditRole or text == plain_text(self._person, check_in, column):
            return False
        try:
            self._apply(self._edit_for(check_in, column, text))
        except UserError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _edit_for(self, check_in: CheckIn, column: TableColumn, text: str) -> Edit:
        assert self._person is not None and check_in.id is not None
        if column.key == DAY:
            return MoveCheckIn(check_in.id, parse_day(text))
        return RecordReadings(self._person.id, (cell_day(self._person, check_in.day, column, text),))

    def _sort_value(self, check_in: CheckIn, column: TableColumn) -> Any:
        if column.key == DAY:
            return check_in.day.toordinal()
        if column.spot is not None:
            value = check_in.value(column.spot)
            return -1.0 if value is None else value
        assert self._person is not None
        return shown_text(self._person, check_in, column).casefold()

    @staticmethod
    def _alignment(column: TableColumn) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.spot is not None else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
