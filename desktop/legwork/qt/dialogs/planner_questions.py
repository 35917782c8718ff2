"""The questions of the planner: days, time, equipment, experience, what to leave out, and when it begins.

Owns the fields only. What follows from the answers is `services.planner`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QWidget

from legwork.domain.days import full_day
from legwork.domain.exercise import EQUIPMENT, Equipment
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import PATTERNS, Pattern
from legwork.domain.plan_brief import LIFT_OF
from legwork.domain.planner.wishes import EXPERIENCES, GYM, HOME, LEAST_WEEKS, MOST_WEEKS, NOTHING, Experience, Wishes
from legwork.i18n import listed, mark, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs.planner_picks import ExercisePicks
from legwork.qt.widgets.choices import OneOf, name_chooser
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.wheel import calm

DAYS, MINUTES = (2, 3, 4, 5, 6), (30, 45, 60, 75, 90)
"""What is offered; the planner takes more (conventions)."""

_SETS = ((mark("Full gym"), GYM), (mark("Dumbbells"), HOME), (mark("None"), NOTHING))


class Segments(QWidget):
    """A few values side by side, one of them chosen; arrow keys go through them."""

    chosen = Signal(object)

    def __init__(self, name: str, said: str, values: Sequence[tuple[str, object]], theme: ThemeManager) -> None:
        """name: object name. said: translated name for a screen reader. values: translated text and value."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said)
        self._values = [value for _, value in values]
        self._group = OneOf(self)
        layout = FlowLayout(spacing=theme.px(4))
        for place, (text, _) in enumerate(values):
            one = button(text, f"{name}_{place}", "segment")
            one.setAutoDefault(False)
            one.setCheckable(True)
            one.setAccessibleName(tr("{what}: {value}", what=said, value=text))
            self._group.addButton(one, place)
            layout.addWidget(one)
        self.setLayout(layout)
        self._group.idClicked.connect(self._on_clicked)
        self.setFocusProxy(self._group.button(0))

    @property
    def value(self) -> object:
        """The chosen value; None when there is none."""
        return self._values[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def choose(self, value: object) -> None:
        """Show a value as chosen; none when it is not offered."""
        self._group.setExclusive(False)
        for place, one in enumerate(self._values):
            self._group.button(place).setChecked(one == value)
        self._group.setExclusive(value in self._values)
        self.setFocusProxy(self._group.button(max(0, self._group.checkedId())))

    def _on_clicked(self, place: int) -> None:
        self.choose(self._values[place])
        self.chosen.emit(self._values[place])


class PlannerQuestions(QWidget):
    """All questions, one below the other; every one has an answer from the start."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, catalogue: Catalogue, wishes: Wishes, today: date) -> None:
        super().__init__()
        self._theme, self._wishes = theme, wishes
        self.setObjectName("planner_questions")
        self.days = Segments("planner_days", tr("Days a week"), [(str(one), one) for one in DAYS], theme)
        self.minutes = Segments("planner_minutes", tr("Minutes a session"), [(str(one), one) for one in MINUTES], theme)
        self.weeks = calm(QSpinBox())
        self.weeks.setObjectName("planner_weeks")
        self.weeks.setAccessibleName(tr("How many weeks"))
        self.weeks.setRange(LEAST_WEEKS, MOST_WEEKS)
        self.weeks.setSuffix(" " + tr("weeks"))
        self.weeks.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)  # as far in as in the fields beside it
        self.experience = calm(QComboBox())
        self.experience.setObjectName("planner_experience")
        name_chooser(self.experience, tr("Experience"))
        for one, text in EXPERIENCES.items():
            self.experience.addItem(tr(text), one)
        self.start = calm(DayField(_monday_from(today)))
        self.start.setObjectName("planner_start")
        self.start.setAccessibleName(tr("First week"))
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat(tr("ddd d MMM yyyy"))
        self.equipment = Segments("planner_sets", tr("Equipment"), [(tr(text), one) for text, one in _SETS], theme)
        self.liked = ExercisePicks(theme, catalogue, "planner_liked", tr("Have in it"))
        self.avoided = ExercisePicks(theme, catalogue, "planner_avoided", tr("Leave out"))
        self._show(wishes)
        self._lay_out()
        self._connect()

    @property
    def wishes(self) -> Wishes:
        """The answers as they stand."""
        days, minutes = self.days.value, self.minutes.value
        return replace(
            self._wishes,
            days=days if isinstance(days, int) else self._wishes.days,
            minutes=minutes if isinstance(minutes, int) else self._wishes.minutes,
            weeks=self.weeks.value(),
            equipment=frozenset(one for one, box in self._boxes.items() if box.isChecked()) | {Equipment.BODY},
            experience=Experience(self.experience.currentData()),
            liked=self.liked.keys,
            avoided=frozenset(self.avoided.keys),
        )

    @property
    def starts_on(self) -> date:
        """The Monday of the first week."""
        day = to_date(self.start.date())
        return day - timedelta(days=day.weekday())

    def _show(self, wishes: Wishes) -> None:
        self.days.choose(wishes.days)
        self.minutes.choose(wishes.minutes)
        self.weeks.setValue(wishes.weeks)
        self.experience.setCurrentIndex(self.experience.findData(wishes.experience))
        self._boxes = {
            one: QCheckBox(_capital(tr(text))) for one, text in EQUIPMENT.items() if one is not Equipment.BODY
        }
        for one, box in self._boxes.items():
            box.setObjectName(f"planner_equipment_{one.value}")
            box.setAccessibleName(box.text())
            box.setChecked(one in wishes.equipment)

    def _lay_out(self) -> None:
        theme = self._theme
        self._count = label("", "secondary")
        self.details = FoldHeader(theme, "planner_equipment_fold", tr("What is there"), row(self._count, None))
        self._list = QWidget()
        grid = QGridLayout(self._list)
        grid.setContentsMargins(theme.px(4), 0, 0, 0)
        grid.setSpacing(0)
        half = (len(self._boxes) + 1) // 2
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place % half, place // half)
        self._list.hide()
        self.said = label("", "small", wrap=True)
        self.said.setObjectName("planner_start_said")
        held = label(_held_sentence(self._wishes.held), "caution", wrap=True)
        held.setObjectName("planner_held")
        held.setVisible(bool(self._wishes.held))
        equipment = column(self.equipment, self.details, self._list, spacing=theme.px(2))
        start = column(self.start, self.said, spacing=theme.px(4))
        parts = (
            (tr("Days a week"), self.days),
            (tr("Minutes a session"), self.minutes),
            (tr("Length"), self.weeks),
            (tr("First week"), start),
            (tr("Experience"), self.experience),
            (tr("Equipment"), equipment),
            (tr("Have in it"), self.liked),
            (tr("Leave out"), self.avoided),
        )
        asked = [column(label(text, "small"), part, spacing=theme.px(4)) for text, part in parts]
        self.setLayout(column(*asked, held, None, spacing=theme.px(12)))
        self._on_boxes()
        self._on_day(self.start.date())

    def _connect(self) -> None:
        for one in (self.days, self.minutes):
            one.chosen.connect(self._on_answer)
        self.weeks.valueChanged.connect(self._on_answer)
        self.experience.currentIndexChanged.connect(self._on_answer)
        self.equipment.chosen.connect(self._on_set)
        for box in self._boxes.values():
            box.toggled.connect(self._on_box)
        self.details.toggled.connect(self._list.setVisible)
        for picks in (self.liked, self.avoided):
            picks.changed.connect(self._on_answer)
        self.start.dateChanged.connect(self._on_day)

    def _on_answer(self, _value: object = None) -> None:
        self.changed.emit()

    def _on_set(self, chosen: object) -> None:
        """One of the usual sets of equipment."""
        if not isinstance(chosen, frozenset):
            return
        for one, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(one in chosen)
            box.blockSignals(False)
        self._on_boxes()
        self.changed.emit()

    def _on_box(self, _checked: bool) -> None:
        self._on_boxes()
        self.changed.emit()

    def _on_boxes(self) -> None:
        there = self.wishes.equipment
        self.equipment.choose(next((one for _, one in _SETS if one | {Equipment.BODY} == there), None))
        some = [tr(EQUIPMENT[one]) for one in self._boxes if one in there]
        self._count.setText(tr("{count} of {all} kinds", count=len(some), all=len(self._boxes)))
        self._count.setToolTip(_capital(listed(some)))

    def _on_day(self, _day: QDate) -> None:
        if to_date(self.start.date()).weekday():
            self.said.setText(tr("Begins on Monday, {day}.", day=full_day(self.starts_on)))
        self.said.setVisible(bool(to_date(self.start.date()).weekday()))


def _held_sentence(held: Iterable[Pattern]) -> str:
    """What pain holds back, by the large lifts of it."""
    names = [tr(PATTERNS[one]) for one in LIFT_OF if one in set(held)]
    return tr("Held back by your answers about pain: {lifts}.", lifts=listed(names)) if names else ""


def _monday_from(today: date) -> date:
    return today + timedelta(days=-today.weekday() % 7)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
