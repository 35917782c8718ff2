"""The numbers of a picture as a table below it, folded until somebody opens it.

Owns the fold and when the table is filled: only while it is seen. What stands in it is told by who shows the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import column, label, row

_HIGH = 320
"""A table of many rows, in unscaled pixels."""


@dataclass(frozen=True)
class Numbers:
    """What a picture shows, as a table. name: of the table as an object. said: its translated name."""

    name: str
    said: str
    columns: tuple[Column, ...]
    facts: Sequence[Fact]
    few: bool = True
    """Whether the table is as high as all its rows; else it scrolls by itself."""


class PictureTable(QWidget):
    """Stands below one picture, or below several that belong together."""

    def __init__(self, theme: ThemeManager, said: str, *pictures: QWidget) -> None:
        """said: the translated name of what is shown. pictures: those whose numbers stand here."""
        super().__init__()
        self._theme, self.pictures = theme, pictures
        self._work: tuple[Callable[[], Numbers], ...] = ()
        self.tables: dict[str, FactsTable] = {}
        name = pictures[0].objectName()
        self.setObjectName(f"{name}_as_table")
        told = tr("{what}: {value}", what=said, value=tr("As a table"))
        self.fold = FoldHeader(theme, f"{name}_table_fold", told, row(label(tr("As a table"), "small"), None))
        self._column = column(self.fold, spacing=theme.px(4))
        self.setLayout(self._column)
        self.fold.toggled.connect(self._fill)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.fold, *self.tables.values())

    def show_numbers(self, *work: Callable[[], Numbers]) -> None:
        """From now on these are its numbers, worked out when they are seen; nothing at all: there is no picture."""
        self._work = work
        self._fill()
        self.setVisible(bool(work))

    def _fill(self) -> None:
        shown = [one() for one in self._work] if self.fold.isChecked() else []
        kept = {one.name: one.columns for one in shown}
        for name, table in [*self.tables.items()]:
            if kept.get(name) != table.facts.columns:
                self._column.removeWidget(table)
                table.hide()
                table.deleteLater()
                del self.tables[name]
        before: QWidget = self.fold
        for place, one in enumerate(shown, 1):
            if one.name not in self.tables:
                self.tables[one.name] = FactsTable(self._theme, one.name, one.said, one.columns, grows=one.few)
                self._column.insertWidget(place, self.tables[one.name])
                QWidget.setTabOrder(before, self.tables[one.name])
            before = table = self.tables[one.name]
            if not one.few:
                table.setFixedHeight(self._theme.px(_HIGH))
            table.show_facts(one.facts)
