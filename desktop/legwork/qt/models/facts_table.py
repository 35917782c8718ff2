"""Facts in a table to be read: cells side by side, and below some of them a sentence across the whole width.

Owns how lines are handed to a view. It knows nothing of what they say, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from legwork.qt.core.theme import ThemeManager
from legwork.services.copying import table_text

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """A translated title with its hint for the hover. number: its cells stand right.

    folds: where there is not enough room its cells go into a line of their own, below the others.
    """

    title: str
    hint: str = ""
    number: bool = False
    folds: bool = False


@dataclass(frozen=True)
class Fact:
    """One fact. cells: a text for each column. note: the sentence below them, may be empty. spoken: all in words.

    role: the theme's colour of the first cell. hints: column -> what is said when the mouse rests on its cell.
    """

    key: str
    cells: tuple[str, ...]
    note: str = ""
    spoken: str = ""
    role: str = "text"
    hints: tuple[tuple[int, str], ...] = ()


class FactsOnDemand(Sequence[Fact]):
    """Facts that are worked out when they are asked for, once each. Only their keys are known; none has a note."""

    def __init__(self, keys: Sequence[str], make: Callable[[str], Fact]) -> None:
        """make: works out the fact of a key."""
        self.keys = tuple(keys)
        self._make = make
        self._made: dict[str, Fact] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Fact: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Fact]: ...
    def __getitem__(self, place: int | slice) -> Fact | Sequence[Fact]:
        if isinstance(place, slice):
            return [self._fact(key) for key in self.keys[place]]
        return self._fact(self.keys[place])

    def _fact(self, key: str) -> Fact:
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]


_CELLS, _FOLDED, _NOTE = range(3)


class FactsTableModel(QAbstractTableModel):
    """A fact has a line with its cells, perhaps one with those that were folded, and perhaps one with its note."""

    def __init__(self, theme: ThemeManager, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns = tuple(columns)
        self.facts: Sequence[Fact] = ()
        self.folded = False
        self._keys: tuple[str, ...] = ()
        self._lines: list[tuple[int, int]] = []
        """Of each line the place of its fact, and which part of it stands there."""

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts; where the lines stay the same ones, the selection stays too."""
        if not isinstance(facts, FactsOnDemand):
            facts = tuple(facts)
        keys, lines = _keys_of(facts), self._lines_of(facts)
        same = keys == self._keys and lines == self._lines
        if not same:
            self.beginResetModel()
        self.facts, self._keys, self._lines = facts, keys, lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.columns) - 1))

    def fold(self, folded: bool) -> None:
        """Take the columns that can be folded out of the first line of each fact, or put them back."""
        if folded != self.folded:
            self.beginResetModel()
            self.folded = folded
            self._lines = self._lines_of(self.facts)
            self.endResetModel()

    def line_text(self, line: int) -> str:
        """The text of a line that goes across."""
        fact, part = self.fact(line), self._lines[line][1]
        if part == _NOTE:
            return fact.note
        pairs = zip(self.columns, fact.cells, strict=True)
        return " · ".join(cell for column, cell in pairs if column.folds and cell)

    def fact(self, line: int) -> Fact:
        """The fact that a line belongs to."""
        return self.facts[self._lines[line][0]]

    def key(self, line: int) -> str:
        """The key of the fact that a line belongs to."""
        return self._keys[self._lines[line][0]]

    def line_of(self, key: str) -> int | None:
        """The first line of the fact with that key."""
        return next((line for line, (place, _) in enumerate(self._lines) if self._keys[place] == key), None)

    def is_note(self, line: int) -> bool:
        """Whether a line stands below the cells and goes across."""
        return self._lines[line][1] != _CELLS

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].hint or self.columns[section].title  # a narrow column cuts its title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        fact, part, column = self.fact(index.row()), self._lines[index.row()][1], index.column()
        note = part != _CELLS
        if role == Qt.ItemDataRole.DisplayRole:
            return ("" if column else self.line_text(index.row())) if note else fact.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if note:
                return self.line_text(index.row())
            cell = fact.cells[column]
            return f"{self.columns[column].title}: {cell}" if column else fact.spoken or cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return None if note else dict(fact.hints).get(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop if note else self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("secondary" if part == _NOTE else "text" if column or part else fact.role)
        return None

    def as_text(self, keys: Sequence[str] = ()) -> str:
        """Facts (all without keys) with a heading, as spreadsheets take them; the note last."""
        wanted = set(keys or self._keys)
        found = (self.facts[place] for place, key in enumerate(self._keys) if key in wanted)
        cells = ((*one.cells, one.note) if one.note else one.cells for one in found)
        return table_text([one.title for one in self.columns], cells)

    def _lines_of(self, facts: Sequence[Fact]) -> list[tuple[int, int]]:
        parts = [_CELLS, _FOLDED] if self.folded else [_CELLS]
        if isinstance(facts, FactsOnDemand):
            return [(place, part) for place in range(len(facts)) for part in parts]
        return [(place, part) for place, one in enumerate(facts) for part in ([*parts, _NOTE] if one.note else parts)]

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[column].number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def _keys_of(facts: Sequence[Fact]) -> tuple[str, ...]:
    return facts.keys if isinstance(facts, FactsOnDemand) else tuple(one.key for one in facts)
