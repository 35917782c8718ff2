"""Exercises in groups as lines of a list: headings that cannot be chosen, and below each its exercises.

Owns how they are handed to a view. It must not search, nor know how a line is painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from legwork.domain.exercise import Exercise
from legwork.services.exercise_search import Group
from legwork.services.exercise_words import short_words, spoken_words

Index = QModelIndex | QPersistentModelIndex


class ExerciseListModel(QAbstractListModel):
    """A line is a heading (a text) or an exercise."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[str | Exercise] = []
        self._rows: dict[str, int] = {}

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these in the place of what was there."""
        lines: list[str | Exercise] = []
        for group in groups:
            lines += [group.title] if group.title else []
            lines += group.exercises
        self.beginResetModel()
        self._lines = lines
        self._rows = {one.key: row for row, one in enumerate(lines) if isinstance(one, Exercise)}
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many exercises there are."""
        return len(self._rows)

    def exercise(self, row: int) -> Exercise | None:
        """The exercise of a line; None for a heading, or where there is no line."""
        found = self._lines[row] if 0 <= row < len(self._lines) else None
        return found if isinstance(found, Exercise) else None

    def row_of(self, key: str) -> int:
        """The line of an exercise; -1 when it is not there."""
        return self._rows.get(key, -1)

    def step(self, row: int, by: int) -> int:
        """The line of the exercise that is so many further down (or up, below 0); the last one before the end."""
        rows = list(self._rows.values())
        if not rows:
            return -1
        here = rows.index(row) if row in rows else -1 if by > 0 else len(rows)
        return rows[min(max(here + by, 0), len(rows) - 1)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.exercise(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        found = self._lines[index.row()]
        if isinstance(found, str):
            return found if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return found.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{found.label}\n{short_words(found)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(found)
        if role == Qt.ItemDataRole.UserRole:
            return found.key
        return None
