"""The training of years as a calendar, with what was done on a day, and how much of the plan was kept.

Owns the controls and when something is read. Reading is `services.training_calendar` and `services.kept_training`, in
the background, a year at a time; the years that were seen are kept until the data changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QStackedWidget, QWidget

from legwork.i18n import tr
from legwork.qt.core.announcing import say
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.pages.charts.kept_card import KeptCard, Period
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import EmptyState, button, card, column, label, row, scrolled
from legwork.qt.widgets.picture_copy import copy_picture
from legwork.qt.widgets.picture_facts import year_numbers
from legwork.qt.widgets.picture_table import PictureTable
from legwork.qt.widgets.training_day_card import TrainingDayCard
from legwork.qt.widgets.training_year import TrainingYear
from legwork.qt.widgets.training_year_paint import paint_year, year_height
from legwork.qt.widgets.waiting_sign import PATIENCE_MS
from legwork.qt.widgets.wheel import calm
from legwork.services.calendar_words import day_words, year_table
from legwork.services.kept_training import KeptTraining, kept_training
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_calendar import CalendarBase, CalendarYear, calendar_base, calendar_year

_EMPTY, _CONTENT = 0, 1
_MOST_YEARS = 8
"""So many of the years that were seen are kept."""


@dataclass(frozen=True)
class _Read:
    """What the background found. base: None where it was known before."""

    base: CalendarBase
    year: CalendarYear
    kept: KeptTraining


class CalendarView(QWidget):
    """A year at a time; the arrows walk through its days."""

    tables = (
        "person", "workout", "workout_exercise", "workout_set", "plan", "plan_block", "plan_week", "plan_session",
        "plan_entry", "own_exercise", "choice", "check_in", "reading", "programme_change",
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked = Latest(context.worker, self)
        self._asked.done.connect(self._on_read)
        self.failed = self._asked.failed
        self.failed.connect(self._on_failed)
        self._person: Person | None = None
        self._base: CalendarBase | None = None
        self._years: dict[int, CalendarYear] = {}
        self._wanted = date.today()
        self.setObjectName("calendar_view")
        self.setAccessibleName(tr("Training calendar"))
        self.year = TrainingYear(context.theme)
        self.day = TrainingDayCard(context.theme)
        self.kept = KeptCard(context)
        self._build_bar()
        self._lay_out()
        self.year.pointed.connect(self._on_pointed)
        self.year.chosen.connect(self._on_chosen)
        self.year.left_year.connect(self._on_day)
        self.day.open_asked.connect(self._open)
        self.kept.period_chosen.connect(self._read)
        self._put_in_order()
        self.setFocusProxy(self.year)

    @property
    def busy(self) -> bool:
        """Whether something is still being read."""
        return self._asked.busy

    @property
    def shown_year(self) -> int:
        """The year that is shown, or that is being read."""
        return self._wanted.year

    def refresh(self) -> None:
        """Show what the data is now."""
        person = self._context.person
        if person is None:
            return
        if self._person is None or self._person.id != person.id:
            self._wanted = date.today()
        self._person, self._base = person, None
        self._years.clear()
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.year.setFocus()  # the arrows walk through the days at once

    def show_day(self, day: date) -> None:
        """Turn to a day, of whichever year."""
        self._on_day(day)

    def copy_table(self) -> None:
        """Put the year that is shown on the clipboard, as a table."""
        year = self._years.get(self.shown_year)
        if year is not None and self._person is not None:
            QGuiApplication.clipboard().setText(year_table(year, self._person.units))
            say(self.said, tr("The workouts of {year} are on the clipboard.", year=year.year))

    def copy_picture(self) -> None:
        """Put a picture of the year that is shown on the clipboard."""
        year, base, person = self._years.get(self.shown_year), self._base, self._person
        if year is None or base is None or person is None:
            return
        copy_picture(
            tr("{person}, training of {year}", person=person.name, year=year.year),
            lambda theme, width: year_height(theme, year, width, base.today),
            lambda painter, rect, theme: paint_year(painter, rect, theme, year, base.today),
        )
        say(self.said, tr("The picture is on the clipboard."))

    # How it is laid out

    def _build_bar(self) -> None:
        self.back = self._arrow("caret-left", "calendar_back", tr("The year before"), -1)
        self.forth = self._arrow("caret-right", "calendar_forth", tr("The year after"), 1)
        self.years = calm(QComboBox())
        self.years.setObjectName("calendar_year")
        name_chooser(self.years, tr("Year"))
        self.years.activated.connect(self._on_year)
        self.today = button(tr("Today"), "calendar_today")
        self.today.clicked.connect(self._on_today)
        self.copy = button(tr("Copy as table"), "calendar_copy", "quiet")
        self.copy.clicked.connect(self.copy_table)
        self.picture = button(tr("Copy picture"), "calendar_copy_picture", "quiet")
        self.picture.clicked.connect(self.copy_picture)
        self.said = label("", "small")
        self.said.setObjectName("calendar_said")

    def _arrow(self, icon: str, name: str, said: str, step: int) -> QPushButton:
        made = button("", name, "quiet")
        made.setAccessibleName(said)
        made.setToolTip(said)
        made.setIcon(self._context.icons.icon(icon))
        made.clicked.connect(partial(self._on_step, step))
        return made

    def _lay_out(self) -> None:
        theme = self._context.theme
        bar = row(
            self.back, self.years, self.forth, self.today, None, self.said, self.copy, self.picture, spacing=theme.px(4)
        )  # fmt: skip
        self.table = PictureTable(theme, tr("Training calendar"), self.year)
        calendar = card(bar, self.year, self.table, margin=theme.px(12), spacing=theme.px(8))
        below = row(self.day, self.kept, spacing=theme.px(16))
        below.setStretch(0, 1)
        below.setStretch(1, 2)
        self._content = content = QWidget()
        content.setLayout(column(calendar, below, None, spacing=theme.px(16)))
        empty = EmptyState(
            self._context,
            "barbell",
            tr("Each day you train is filled here: legs, upper body or both, stronger with more hard sets."),
            tr("To the training log"),
            partial(self._context.navigate.emit, "train"),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self._area = scrolled(content, "calendar_scroll", tr("Training calendar"))
        self.stack.addWidget(self._area)
        self.stack.setCurrentIndex(_CONTENT)
        self.setLayout(column(self.stack, spacing=0))

    def _put_in_order(self) -> None:
        """Tab goes from the top to the bottom."""
        bar = (self.back, self.years, self.forth, self.today, self.copy, self.picture)
        for one, other in pairwise((*bar, self.year, *self.table.stops, *self.day.buttons, *self.kept.stops)):
            QWidget.setTabOrder(one, other)

    # From the data to the screen

    def _read(self) -> None:
        """Read what is wanted and not known: the base, a year, what was kept."""
        person = self._person
        if person is None:
            return
        chosen = chosen_plan(self._context.view, person)
        known = self._years.get(self.shown_year)
        work = partial(
            _found, self._context.profile, person, self._base, known, self.shown_year, chosen, self.kept.period
        )
        self._asked.ask(tr("Reading the training calendar"), work)
        QTimer.singleShot(PATIENCE_MS, self, self._say_that_it_goes_on)

    def _say_that_it_goes_on(self) -> None:
        if self.busy:
            self.said.setText(f"{tr('Reading the training calendar')}…")

    def _on_failed(self) -> None:
        self.said.setText(tr("Not worked out yet."))

    def _on_read(self, found: _Read) -> None:
        if found.base is not self._base:
            self._years.clear()  # another day has begun, or it was all read anew
        self._base = found.base
        self._years[found.year.year] = found.year
        while len(self._years) > _MOST_YEARS:
            del self._years[next(iter(self._years))]
        self.stack.setCurrentIndex(_EMPTY if found.base.empty else _CONTENT)
        self.kept.show_kept(found.kept, found.base)
        self._show_year(found.year)

    def _show_year(self, year: CalendarYear) -> None:
        base = self._base
        assert base is not None
        numbers = range(base.last, base.first - 1, -1)
        if [self.years.itemData(place) for place in range(self.years.count())] != [*numbers]:
            self.years.clear()
            for number in numbers:
                self.years.addItem(str(number), number)
        self.years.setCurrentIndex(self.years.findData(year.year))
        self.back.setEnabled(year.year > base.first)
        self.forth.setEnabled(year.year < base.last)
        self.said.setText("")
        self.year.show_year(year, self._wanted, base.today)
        if self._person is not None:
            self.table.show_numbers(partial(year_numbers, year, self._person.units))
        self.kept.name_year(year.year, base.today)
        self._show_day()

    def _show_day(self) -> None:
        base, day = self._base, self.year.shown_day
        year = self._years.get(day.year)
        if base is None or year is None or self._person is None:
            return
        words = day_words(day, year, self._person.units, base.today, planned=base.dated > 0)
        found = year.days.get(day)
        workouts = found.workouts if found is not None else ()
        if self.day.show_day(words, workouts, passing=day != self.year.current):
            self._put_in_order()
        self.year.say(words.sentence)

    # What the person does

    def _on_pointed(self, day: date) -> None:
        if self.year.current.year == self.shown_year:
            self._wanted = self.year.current
        if day == self.year.current and self.year.hasFocus():
            place = self.year.mapTo(self._content, self.year.day_rect(day).center().toPoint())
            self._area.ensureVisible(place.x(), place.y(), 0, self._context.theme.px(32))
        self._show_day()

    def _on_day(self, day: date) -> None:
        base = self._base
        if base is None or not base.first <= day.year <= base.last:
            return
        other = day.year != self.shown_year
        self._wanted = day
        known = self._years.get(day.year)
        if known is not None:
            self._show_year(known)
        if known is None or (other and self.kept.by_year):
            self._read()

    def _on_step(self, years: int) -> None:
        self._on_day(_same_day(self._wanted, self.shown_year + years))

    def _on_year(self) -> None:
        self._on_day(_same_day(self._wanted, int(self.years.currentData())))

    def _on_today(self) -> None:
        self._on_day(date.today())
        self.year.setFocus()

    def _on_chosen(self, day: date) -> None:
        """Open the workout of a day; of several, the one that is picked."""
        year = self._years.get(day.year)
        found = year.days.get(day) if year is not None else None
        if found is None or not found.workouts:
            return
        if len(found.workouts) == 1:
            self._open(found.workouts[0].id)
            return
        menu = QMenu(self)
        menu.setObjectName("calendar_workouts")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in found.workouts:
            menu.addAction(one.title, partial(self._open, one.id)).setObjectName(f"calendar_workout_{one.id}")
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.year.mapToGlobal(self.year.day_rect(day).bottomLeft().toPoint() + QPoint(0, 2)))

    def _open(self, workout_id: int) -> None:
        self._context.navigate.emit(f"train/{workout_id}")


def _same_day(day: date, year: int) -> date:
    """That day in another year; the last of February where there is none."""
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _found(
    profile: Profile,
    person: Person,
    base: CalendarBase | None,
    known: CalendarYear | None,
    number: int,
    chosen: int,
    period: Period,
    task: Task,
) -> _Read:
    today = date.today()
    if base is None or base.today != today:
        base = calendar_base(profile, person, today, chosen, task.breathe)
        known = None
    year = known or calendar_year(profile, person, base, min(max(number, base.first), base.last))
    task.breathe()
    first, last = period(today, year.year)
    return _Read(base, year, kept_training(profile, person, base, first, last, task.breathe))
