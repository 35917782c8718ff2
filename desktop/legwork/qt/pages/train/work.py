"""One workout on screen: what it is, how far it is, its sheet, and beside it rest, plates and last times.

Owns how these stand together. What is typed and asked for is handed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.model import Workout
from legwork.domain.units import UnitSystem
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import button, column, label, row, scrolled
from legwork.qt.widgets.train_beside import Beside
from legwork.qt.widgets.train_sheet import TrainSheet
from legwork.qt.widgets.wheel import calm
from legwork.services.train_history import WorkoutSum, sum_words
from legwork.services.train_sheet import ExerciseFacts

_PANEL, _LEAST_SHEET = 300, 440


class Work(QWidget):
    """Shows a workout; `show_workout` brings each next state."""

    back_asked = Signal()
    finish_asked = Signal()
    day_asked = Signal(object)
    delete_asked = Signal()
    facts_wanted = Signal(int)
    """What stands beside the exercise at this place shall be shown anew; -1: the cursor is in none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._live = False
        self.setObjectName("train_work")
        self.sheet = TrainSheet(theme)
        self.beside = Beside(theme)
        self.sheet.current_changed.connect(self.facts_wanted)
        self.sheet.set_done.connect(self._on_set_done)
        self._facts: tuple[ExerciseFacts, ...] = ()
        self._build_bar()
        self.sheet.before = self.finish
        self._panel = scrolled(self.beside, "train_beside_area", tr("Rest, plates and last times"))
        self._panel.setFixedWidth(theme.px(_PANEL))
        content = row(self.sheet, self._panel, spacing=theme.px(16))
        content.setStretch(0, 1)
        self.setLayout(column(self._bar, content, spacing=theme.px(12)))

    def show_workout(
        self,
        workout: Workout,
        facts: Sequence[ExerciseFacts],
        units: UnitSystem,
        catalogue: Catalogue,
        done: WorkoutSum,
        *,
        live: bool,
        finished: bool,
    ) -> None:
        """Show a workout. done: what it adds up to. live: it is being done just now."""
        self._facts, self._live = tuple(facts), live
        self.sheet.show_workout(workout, facts, units, catalogue)
        planned = sum(about.wish.cell.sets for about in facts if about.wish.cell is not None)
        if planned and done.sets <= planned:
            told = ntr("{done} of {count} set", "{done} of {count} sets", planned, done=done.sets)
            rest = sum_words(done, workout.minutes, units).partition(" · ")[2]
            told = f"{told} · {rest}" if rest else told
        else:
            told = sum_words(done, workout.minutes, units)
        self.progress.setText(told)
        self.finish.setText(tr("Back to the week") if finished else tr("Finish"))
        self.finish.setToolTip("" if finished else tr("Finish this workout (Ctrl+Enter)"))
        self.finish.setAccessibleName(self.finish.text())
        with_signals = self.day.blockSignals(True)
        self.day.setMaximumDate(to_qdate(max(date.today(), workout.day)))
        self.day.setDate(to_qdate(workout.day))
        self.day.blockSignals(with_signals)
        self.beside.show_live(live)
        self.facts_wanted.emit(self.sheet.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._context.theme.px
        self._panel.setVisible(self.width() >= px(_PANEL) + px(_LEAST_SHEET))

    def _build_bar(self) -> None:
        theme = self._context.theme
        self.back = button(tr("Week"), "train_back", "quiet")
        self.back.setIcon(self._context.icons.icon("caret-left"))
        self.back.setToolTip(tr("Back to the week; what is logged stays"))
        self.back.clicked.connect(self.back_asked)
        self.day = calm(DayField())
        self.day.setObjectName("train_day")
        self.day.setAccessibleName(tr("Day of the workout"))
        self.day.setCalendarPopup(True)
        self.day.setKeyboardTracking(False)
        self.day.setDisplayFormat(tr("ddd d MMM yyyy"))
        self.day.dateChanged.connect(self._on_day)
        self.progress = label("", "secondary")
        self.progress.setObjectName("train_progress")
        self.finish = button(tr("Finish"), "train_finish", "primary")
        self.finish.clicked.connect(self.finish_asked)
        self.more = button("…", "train_more", "quiet")
        self.more.setAccessibleName(tr("More for this workout"))
        self.more.setStyleSheet("QPushButton::menu-indicator { image: none; width: 0; }")
        menu = QMenu(self)
        menu.addAction(tr("Own plates and bars…"), self.beside.plates.own_asked.emit).setObjectName(
            "train_plates_action"
        )
        menu.addAction(tr("Delete this workout"), self.delete_asked.emit).setObjectName("train_delete_action")
        self.more.setMenu(menu)
        self._bar = row(self.back, self.day, self.progress, None, self.more, self.finish, spacing=theme.px(12))

    def _on_day(self, day: QDate) -> None:
        self.day_asked.emit(to_date(day))

    def _on_set_done(self, place: int) -> None:
        if self._live:
            self.beside.rest.start(self._facts[place].rest_s)
