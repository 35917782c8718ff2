"""The table under a chart: one row a line, with start, now, change, rate and verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from legwork.domain.verdict import Call
from legwork.i18n import mark, pmark, ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.services.bar_facts import BLOCK_WEEKS
from legwork.services.measure_facts import MeasureFacts

Index = QModelIndex | QPersistentModelIndex

NAME, START, NOW, CHANGE, RATE, VERDICT = range(6)
_TITLES = (
    pmark("heading", "Measure"),
    pmark("heading", "Start"),
    pmark("heading", "Now"),
    pmark("heading", "Change"),
    pmark("heading", "Per month"),
    pmark("heading", "Verdict"),
)
_HINTS = (
    "",
    mark("Height of the line on the first day that is looked at; of weeks, the mean of the first {count} whole ones"),
    mark("Height of the line on the last day that is looked at; of weeks, the mean of the last {count} whole ones"),
    mark("From start to now; ± holds the truth 95 times in 100"),
    mark("The change as a rate; ± holds the truth 95 times in 100"),
    mark("What can be said at this tape error"),
)
_COLOURS = {Call.GROWING: "good", Call.SHRINKING: "caution"}
_NUMBERS = (START, NOW, CHANGE, RATE)


class MeasureTableModel(QAbstractTableModel):
    """Shows facts; changes nothing."""

    def __init__(self, theme: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.facts: list[MeasureFacts] = []

    def show_facts(self, facts: Sequence[MeasureFacts]) -> None:
        """Show other rows; rows of the same measures keep their place and the selection."""
        if [one.key for one in facts] == [one.key for one in self.facts]:
            self.facts = list(facts)
            if facts:
                self.dataChanged.emit(self.index(0, 0), self.index(len(facts) - 1, len(_TITLES) - 1))
            return
        self.beginResetModel()
        self.facts = list(facts)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.facts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_TITLES):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return ptr(*_TITLES[section])
        if role == Qt.ItemDataRole.ToolTipRole and _HINTS[section]:
            return tr(_HINTS[section], count=BLOCK_WEEKS)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        facts, column = self.facts[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(facts, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{ptr(*_TITLES[column])}: {self._text(facts, column) or tr('none')}"
        if role == Qt.ItemDataRole.ToolTipRole or (
            role == Qt.ItemDataRole.AccessibleDescriptionRole and column == NAME
        ):
            return facts.explanation or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and column == VERDICT:
            return QColor(self._theme.colour(_COLOURS.get(facts.call, "secondary")))
        return None

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    @staticmethod
    def _text(facts: MeasureFacts, column: int) -> str:
        if column == NAME:
            return f"{facts.name} ({facts.unit})" if facts.unit else facts.name
        if column == VERDICT:
            return f"{facts.sign} {facts.words}".strip()
        return {START: facts.start, NOW: facts.now, CHANGE: facts.change, RATE: facts.per_month}[column]
