"""The exercise names of a foreign log as lines of a table: how often each comes, how it was found, what it comes in as.

Owns how they are handed to a view, sorted and searched. What becomes of a name is decided by whoever sets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from legwork.domain.exercise_names import Catalogue
from legwork.i18n import mark, tr
from legwork.numerals import number
from legwork.qt.core.theme import ThemeManager
from legwork.services.training_names import LEAVE_OUT, FoundName
from legwork.services.training_words import choice_words, how_words

Index = QModelIndex | QPersistentModelIndex

NAME, SETS, FOUND, BECOMES = range(4)
TITLES = (mark("In the file"), mark("Sets"), mark("How it was found"), mark("Comes in as"))


class ImportNamesModel(QAbstractTableModel):
    """A line a name. open: asked, and not yet answered by the person."""

    def __init__(self, theme: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalogue = Catalogue(())
        self._choices: dict[str, str] = {}
        self._said: frozenset[str] = frozenset()
        self.names: tuple[FoundName, ...] = ()

    def show_names(
        self, names: Sequence[FoundName], choices: Mapping[str, str], said: Iterable[str], catalogue: Catalogue
    ) -> None:
        """Show names with what becomes of them. said: those that the person decided here."""
        same = tuple(names) == self.names
        if not same:
            self.beginResetModel()
        self.names, self._choices, self._said = tuple(names), dict(choices), frozenset(said)
        self._catalogue = catalogue
        if not same:
            self.endResetModel()
        elif self.names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.names) - 1, len(TITLES) - 1))

    def choice(self, row: int) -> str:
        """What the name of a line comes in as."""
        return self._choices.get(self.names[row].name, LEAVE_OUT)

    def open(self, row: int) -> bool:
        """Whether the name of a line waits for an answer."""
        return self.names[row].asked and self.names[row].name not in self._said

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(TITLES):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(TITLES[column])}: {self._text(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(13, bold=column == NAME and self.open(row))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour(self._role(row, column))
        return None

    def _text(self, row: int, column: int) -> str:
        one = self.names[row]
        if column == NAME:
            return one.name
        if column == SETS:
            return number(one.sets)
        if column == FOUND:
            return tr("you say so") if one.name in self._said else how_words(one)
        return choice_words(one, self.choice(row), self._catalogue)

    def rank(self, row: int, column: int) -> tuple[Any, ...]:
        """What a line is sorted by. How names were found stays in its order while the person answers."""
        one = self.names[row]
        usual = (not one.asked, -one.sets, one.name.casefold())
        if column == SETS:
            return (-one.sets, one.name.casefold())
        if column == FOUND:
            return usual
        return (self._text(row, column).casefold(), *usual)

    def _role(self, row: int, column: int) -> str:
        if column == FOUND and self.open(row):
            return "caution"
        if column in (SETS, FOUND) or (column == BECOMES and self.choice(row) == LEAVE_OUT):
            return "secondary"
        return "text"

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == SETS else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class FoundNamesProxy(QSortFilterProxyModel):
    """The names in which each of the typed words begins somewhere, in the order of a column."""

    def __init__(self, names: ImportNamesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._names = names
        self._words: list[str] = []
        self.setSourceModel(names)
        self.setDynamicSortFilter(False)  # what was just answered stays where it is

    def search(self, text: str) -> None:
        """Show the names that have these words, or come in as what has them."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        if not self._words:
            return True
        texts = (self._names.index(row, column).data() for column in (NAME, FOUND, BECOMES))
        whole = " ".join(texts).casefold()
        return all(word in whole for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        column = left.column()
        return self._names.rank(left.row(), column) < self._names.rank(right.row(), column)
