"""What of a foreign log should be looked at, and what is not taken: a table of suspects, and rows under their reasons.

Owns how both are handed to a view. There may be hundreds of thousands of rows: none is made before it is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from legwork.formats.records import Skipped
from legwork.i18n import mark, tr
from legwork.qt.core.theme import ThemeManager
from legwork.services.training_words import Oddity, amount_words

Index = QModelIndex | QPersistentModelIndex

_SUSPECTS = (mark("Bring in"), mark("When"), mark("What"), mark("In the file"), mark("What is odd"), mark("Line"))
BRING, WHEN, WHAT, SHOWN, REASON, LINE = range(6)


class OdditiesModel(QAbstractTableModel):
    """A line for each suspect, with a tick for what comes in."""

    toggled = QtSignal(object, bool)
    """These places of lines shall come in, or not."""

    def __init__(self, theme: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: tuple[Oddity, ...] = ()
        self._out: frozenset[int] = frozenset()

    def show_rows(self, rows: Sequence[Oddity], out: Collection[int]) -> None:
        """Show suspects. out: the places of those that are left out."""
        same = tuple(rows) == self.rows
        if not same:
            self.beginResetModel()
        self.rows, self._out = tuple(rows), frozenset(out)
        if not same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(_SUSPECTS) - 1))

    def comes_in(self, row: int) -> bool:
        """Whether the suspect of a line is ticked."""
        return row not in self._out

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_SUSPECTS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_SUSPECTS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(_SUSPECTS[section])
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == BRING else usual

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggled.emit((index.row(),), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == BRING:
            return Qt.CheckState.Checked if self.comes_in(row) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self._text(row, column) or (tr("yes") if self.comes_in(row) else tr("no"))
            return f"{tr(_SUSPECTS[column])}: {said}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            loud = self.comes_in(row) and column in (WHAT, SHOWN)
            return self._theme.colour("text" if loud else "secondary")
        return None

    def _text(self, row: int, column: int) -> str:
        one = self.rows[row]
        return ("", one.day, one.what, one.shown, one.reason, str(one.line))[column]

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == LINE else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class SkippedModel(QAbstractItemModel):
    """Reasons, and below each the rows that are not taken for it. The id of a row is 1 + the place of its reason."""

    def __init__(self, theme: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reasons: tuple[str, ...] = ()
        self._rows: tuple[tuple[Skipped, ...], ...] = ()

    def show_groups(self, groups: Mapping[str, Iterable[Skipped]]) -> None:
        """Show rows by their reasons."""
        self.beginResetModel()
        self._reasons = tuple(groups)
        self._rows = tuple(tuple(rows) for rows in groups.values())
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index | None = None) -> Any:  # also QObject's, without an index
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if not parent.isValid():
            return len(self._reasons)
        return len(self._rows[parent.row()]) if parent.internalId() == 0 and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Why it is not taken, and what stands there"), tr("Line"))[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        of, row, column = index.internalId(), index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if of:
                one = self._rows[of - 1][row]
                return str(one.line) if column else one.text
            return amount_words(self._rows[row]) if column else self._reasons[row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("secondary" if of or column else "text")
        return None

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
