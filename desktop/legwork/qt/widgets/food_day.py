"""A day's food: which day, a line for each amount, and the quick items below.

Owns how these stand together, and the way of the keys from line to line. What is typed is kept by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from legwork.domain.days import near_day
from legwork.domain.food.amounts import NAMES, Nutrient
from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.food_items import FoodItems
from legwork.qt.widgets.food_row import FoodRow
from legwork.qt.widgets.layout import button, column, row
from legwork.qt.widgets.wheel import calm

WEIGHT = "weight"
"""The key of the line of the scale; the others have that of their nutrient."""


class FoodDayCard(QFrame):
    """Enter goes on to the next number, Tab and the arrows from line to line; what is typed is taken as it is left."""

    taken = Signal(str, object)
    """key, and the Quantity or None that shall stand there."""
    day_chosen = Signal(object)
    stepped = Signal(int)
    """So many days on, or back."""
    repeat_asked = Signal()

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._usual: frozenset[str] = frozenset()
        self.setObjectName("food_day_card")
        self.setProperty("role", "card")
        self._build_day()
        self.rows = {WEIGHT: FoodRow(theme, WEIGHT, tr("Weight"))}
        self.rows |= {one.value: FoodRow(theme, one.value, tr(NAMES[one])) for one in Nutrient}
        for one in self.rows.values():
            one.taken.connect(self.taken)
            one.went_on.connect(self._on_went_on)
            one.stepped.connect(self._on_stepped)
            one.edit.installEventFilter(self)
        self.items = FoodItems(theme)
        rule = QFrame()
        rule.setProperty("role", "line")
        lines = column(*self.rows.values(), spacing=theme.px(2))
        whole = column(self._head, lines, rule, self.items, spacing=theme.px(8))
        margin = theme.px(16)
        whole.setContentsMargins(margin, theme.px(12), margin, margin)
        self.setLayout(whole)

    @property
    def shown_keys(self) -> list[str]:
        """The lines that are there, from top to bottom."""
        return [key for key, one in self.rows.items() if not one.isHidden()]

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order: the day is reached by Shift+Tab from the first line, the items from the last."""
        day = (self.back, self.date, self.forth, self.today, self.repeat)
        return [*day, *(one.edit for one in self.rows.values()), *self.items.stops]

    def show_day(self, day: date, today: date, source: date | None) -> None:
        """Show which day it is. source: the day that may be repeated, None for none."""
        blocked = self.date.blockSignals(True)
        self.date.setMaximumDate(to_qdate(today))
        self.date.setDate(to_qdate(day))
        self.date.blockSignals(blocked)
        self.forth.setEnabled(day < today)
        self.today.setVisible(day != today)
        self.repeat.setEnabled(source is not None)
        if source is None or (day - source).days == 1:
            self.repeat.setText(tr("As yesterday") if day == today else tr("As the day before"))
        else:
            self.repeat.setText(tr("As on {day}", day=near_day(source, today)))
        self.repeat.setAccessibleName(self.repeat.text())
        tip = tr(
            "Fill in what was eaten and drunk that day, in the place of what stands here; never the weight (Ctrl+D)"
        )
        self.repeat.setToolTip(tip if source is not None else tr("Nothing was written down in the two weeks before."))

    def show_energy(self, shown: bool) -> None:
        """Whether energy is asked for."""
        line = self.rows[Nutrient.ENERGY.value]
        if shown == line.isHidden():
            if not shown and line.edit.hasFocus():
                self.rows[Nutrient.PROTEIN.value].edit.setFocus()
            line.setVisible(shown)

    def commit(self) -> bool:
        """Take over what is typed. False when something cannot be read."""
        taken = [one.edit.commit() for one in self.rows.values()]  # all of them, also behind one that cannot be read
        return all(taken)

    def expect(self, usual: Sequence[str]) -> None:
        """Which lines are usually filled in: the cursor goes from one to the next of them."""
        self._usual = frozenset(usual)

    def focus_first(self) -> None:
        """Put the cursor where the next number goes: the first empty line of those usually filled in, else of all."""
        keys = self.shown_keys
        empty = [key for key in keys if not self.rows[key].edit.text()]
        for key in [*(one for one in empty if one in self._usual), *empty, *keys]:
            self.rows[key].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._bring_into_sight(watched.parentWidget())
        return super().eventFilter(watched, event)

    def _build_day(self) -> None:
        theme = self._theme
        self.date = calm(DayField())
        self.date.setObjectName("food_date")
        self.date.setAccessibleName(tr("Day"))
        self.date.setCalendarPopup(True)
        self.date.setKeyboardTracking(False)  # a day half typed is not yet the day meant
        self.date.setDisplayFormat(tr("ddd d MMM yyyy"))
        self.date.setMinimumWidth(theme.px(168))
        self.date.dateChanged.connect(self._on_date_changed)
        self.back = self._arrow("food_back", tr("A day back"), -1)
        self.forth = self._arrow("food_forth", tr("A day on"), 1)
        self.today = button(tr("Today"), "food_today", "quiet")
        self.today.setToolTip(tr("Back to today"))
        self.today.clicked.connect(self._on_today)
        self.repeat = button(tr("As yesterday"), "food_repeat")
        self.repeat.clicked.connect(self.repeat_asked)
        self._head = row(self.back, self.date, self.forth, self.today, None, self.repeat, spacing=theme.px(4))
        self.back.setIcon(self._icons.icon("caret-left"))
        self.forth.setIcon(self._icons.icon("caret-right"))

    def _arrow(self, name: str, said: str, step: int) -> QPushButton:
        made = button("", name, "quiet")
        made.setAccessibleName(said)
        made.clicked.connect(lambda: self.stepped.emit(step))
        return made

    def _bring_into_sight(self, line: QWidget | None) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and line is not None:
            area.ensureWidgetVisible(line, 0, self._theme.px(24))

    def _on_went_on(self, key: str) -> None:
        """Past lines that are never filled in; the arrows and Tab reach them."""
        below = self.shown_keys[self.shown_keys.index(key) + 1 :]
        wanted = (one for one in below if one in self._usual and not self.rows[one].edit.text())
        line = next(wanted, next(iter(below), None))
        target = self.rows[line].edit if line is not None else self.items.stops[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_stepped(self, key: str, by: int) -> None:
        keys = self.shown_keys
        place = keys.index(key) + by
        if 0 <= place < len(keys):
            self.rows[keys[place]].edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_date_changed(self, day: QDate) -> None:
        self.day_chosen.emit(to_date(day))

    def _on_today(self) -> None:
        self.day_chosen.emit(date.today())
