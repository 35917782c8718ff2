"""Food on the first page: what is written down today beside what is meant for it.

Owns how it stands together. It praises and blames nothing; `services.food_view` words it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label
from legwork.qt.widgets.today_bars import BarRows, food_rows
from legwork.qt.widgets.today_card import OUTSIDE
from legwork.services.food_view import FoodToday


class FoodBars(QWidget):
    """A sentence and the rows."""

    opened = Signal()
    """A row was chosen."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("today_food_bars")
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("today_food_said")
        self.said.setContentsMargins(theme.px(OUTSIDE), 0, 0, 0)
        self.rows = BarRows(theme, "today_food_rows", tr("Food today"))
        self.rows.activated.connect(self.opened)
        self.setLayout(column(self.said, self.rows, spacing=theme.px(6)))

    def show_food(self, found: FoodToday) -> None:
        """Show it."""
        self.said.setText(found.said)
        self.said.setVisible(bool(found.said))
        self.rows.show_rows(food_rows(self._theme, found.rows))
