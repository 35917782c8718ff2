"""What a day of the calendar was, in words, with a button for each of its workouts.

Owns the card. The words come from `services.calendar_words`; it opens nothing, it says what was asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label
from legwork.services.calendar_words import DayWords
from legwork.services.training_calendar import DoneWorkout


class TrainingDayCard(QFrame):
    """Shows one day. While the mouse passes over another one, its words are shown and the buttons stay."""

    open_asked = Signal(int)
    """A workout, by its id."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("training_day_card")
        self.title = label("", "section", wrap=True)
        self.title.setObjectName("training_day")
        self.told = label("", wrap=True)
        self.told.setObjectName("training_day_told")
        self._buttons = QWidget()
        self._flow = FlowLayout(spacing=theme.px(8))
        self._buttons.setLayout(self._flow)
        self._shown: tuple[tuple[int, str], ...] = ()
        self._made: list[QPushButton] = []
        layout = column(self.title, self.told, self._buttons, None, spacing=theme.px(8))
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.setMinimumHeight(theme.px(190))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """One for each workout."""
        return tuple(self._made)

    def show_day(self, words: DayWords, workouts: Sequence[DoneWorkout], *, passing: bool) -> bool:
        """Show a day. passing: the mouse only passes over it; the buttons are those of the day that was chosen.

        True when there are other buttons than before."""
        self.title.setText(words.head)
        self.told.setText("\n".join(line[:1].upper() + line[1:] for line in words.lines))
        if passing:
            return False
        shown = tuple((one.id, one.title) for one in workouts)
        if shown == self._shown:
            return False
        self._shown = shown
        for gone in self._made:
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._made = []
        for workout_id, title in shown:
            made = button(tr("Open {title}", title=title), f"training_day_open_{workout_id}")
            made.clicked.connect(partial(self.open_asked.emit, workout_id))
            self._flow.addWidget(made)
            self._made.append(made)
        self._buttons.setVisible(bool(shown))
        return True
