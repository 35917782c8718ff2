"""This week's hard sets on the first page: a sentence, the bars, and what their signs mean.

Owns how they stand together.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.count_rows import BarKey
from legwork.qt.widgets.layout import column, label
from legwork.qt.widgets.plan_volume_bars import Bar
from legwork.qt.widgets.today_bars import BarRows, week_rows
from legwork.qt.widgets.today_card import OUTSIDE
from legwork.services.today_week import WeekGlance


class WeekBars(QWidget):
    """Legs and upper body, then the leg muscles."""

    opened = Signal()
    """A row was chosen."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("today_week_bars")
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("today_week_said")
        self.said.setContentsMargins(theme.px(OUTSIDE), 0, 0, 0)
        self.rows = BarRows(theme, "today_week_rows", tr("Hard sets this week"))
        self.rows.activated.connect(self.opened)
        self.key = BarKey(theme, "today_week_key")
        self.setLayout(column(self.said, self.rows, self.key, spacing=theme.px(6)))

    def show_week(self, found: WeekGlance) -> None:
        """Show it."""
        self.said.setText(found.said)
        self.rows.show_rows(week_rows(self._theme, found.lines))
        self.key.show_bars(
            [Bar(one.region, one.done, one.indirect, one.band, one.holds, one.planned) for one in found.lines]
        )
