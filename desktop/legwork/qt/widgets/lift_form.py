"""The fields of one set: lift, leg, day, load, reps and what was left in reserve.

Owns the fields and reading them. It keeps nothing: who shows it takes the set that was typed.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from legwork.domain import units
from legwork.domain.sites import Kind, Side
from legwork.domain.strength import LIFTS, LIFTS_BY_KEY
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.numerals import short_number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import label, leaves_undo_to_window, set_role
from legwork.qt.widgets.wheel import calm
from legwork.services.lifts import Lift

_SIDES = {Side.LEFT: mark("Left"), Side.RIGHT: mark("Right")}
_MOST_LEFT = 5


class LiftForm(QWidget):
    """Two lines of fields under their names, so that it also fits a narrow window with large text."""

    edited = Signal()
    """Something in it is different now."""

    def __init__(self, theme: ThemeManager, system: UnitSystem, add: QPushButton) -> None:
        """add: the button that stands at its end; who shows it connects it."""
        super().__init__()
        self._system = system
        unit = units.unit_of(Kind.MASS, system)
        self.lift = _combo("lift_name", tr("Lift"))
        for known in LIFTS:
            self.lift.addItem(tr(known.name), known.key)
        self.side = _combo("lift_side", tr("Which leg"))
        for side, text in _SIDES.items():
            self.side.addItem(tr(text), side.value)
        self.load = _line("lift_load", tr("Load in {unit}", unit=unit), tr("100 {unit}", unit=unit), theme.px(84))
        self.load.setToolTip(tr("A number alone is in {unit}; 100 kg and 225 lb are understood too", unit=unit))
        self.reps = _line("lift_reps", tr("Reps"), tr("5"), theme.px(56))
        self.left = _combo("lift_left", tr("Reps left in reserve"))
        self.left.setToolTip(
            tr("Reps you could still have done after the last one; knowing them makes the estimate better")
        )
        self.left.addItem(tr("not sure"), None)
        for count in range(_MOST_LEFT + 1):
            self.left.addItem(_left_text(count), float(count))
        self.day = DayField(date.today())
        self.day.setObjectName("lift_day")
        self.day.setAccessibleName(tr("Day"))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(tr("d MMM yyyy"))
        self.day.setMaximumDate(to_qdate(date.today()))
        self.counted = label("", "small", wrap=True)
        self.counted.setObjectName("lift_counted")
        self._lay_out(theme, add)
        for field in (self.load, self.reps):
            field.installEventFilter(self)
            field.textChanged.connect(self._on_edited)
        self.lift.currentIndexChanged.connect(self._on_lift)
        for combo in (self.side, self.left):
            combo.currentIndexChanged.connect(self._on_edited)
        self.day.dateChanged.connect(self._on_edited)
        self._on_lift()

    @property
    def key(self) -> str:
        """The lift that is chosen."""
        return str(self.lift.currentData())

    @property
    def chosen_side(self) -> Side:
        """The leg that is chosen; NONE for lifts that are done with both."""
        return Side(self.side.currentData()) if LIFTS_BY_KEY[self.key].sided else Side.NONE

    @property
    def chosen_day(self) -> date:
        """The day that is chosen."""
        return to_date(self.day.date())

    @property
    def rir(self) -> float | None:
        """Reps left in reserve; None for not sure."""
        left: float | None = self.left.currentData()
        return left

    def typed_load(self) -> Quantity:
        """The load. Raises UserError when it cannot be read."""
        return units.parse(self.load.text(), Kind.MASS, self._system)

    def typed_reps(self) -> int:
        """The reps. Raises UserError when they are no whole number."""
        text = self.reps.text().strip()
        if not (text.isascii() and text.isdigit()) or len(text) > 4:
            raise UserError(tr("Type how many reps the set had: a whole number like 5."))
        return int(text)

    def refuse(self, field: QLineEdit) -> None:
        """Show which field is not right, until something is typed."""
        set_role(field, "error", "state")
        field.setFocus()
        field.selectAll()

    def next_set(self) -> None:
        """Make room for the next one: same lift and day, the other leg after the left one."""
        if self.chosen_side is Side.LEFT:
            self.side.setCurrentIndex(self.side.findData(Side.RIGHT.value))
        self.load.clear()
        self.reps.clear()
        self.left.setCurrentIndex(0)
        self.load.setFocus()

    def take_up(self, one: Lift) -> None:
        """Put a set into the fields, to change it; one of a lift that is not known here is left alone."""
        if one.lift not in LIFTS_BY_KEY:
            return
        self.lift.setCurrentIndex(self.lift.findData(one.lift))
        self.side.setCurrentIndex(max(0, self.side.findData(one.side.value)))
        self.day.setDate(to_qdate(one.day))
        if one.rir is not None and self.left.findData(one.rir) < 0:
            self.left.addItem(_left_text(one.rir), one.rir)
        self.left.setCurrentIndex(0 if one.rir is None else self.left.findData(one.rir))
        self.load.setText(units.readings_text((one.load,), Kind.MASS, self._system))
        self.reps.setText(str(one.reps))
        self.load.setFocus()
        self.load.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field with nothing typed leaves Ctrl+Z to the window."""
        empty = isinstance(watched, QLineEdit) and not watched.text()
        return (empty and leaves_undo_to_window(event)) or super().eventFilter(watched, event)

    def _lay_out(self, theme: ThemeManager, add: QPushButton) -> None:
        form = QGridLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.px(8))
        form.setVerticalSpacing(theme.px(4))
        self.side_name = label(tr("Leg"), "small")
        places = (
            (label(tr("Lift"), "small"), self.lift, 0, 0, 2), (self.side_name, self.side, 0, 2, 1),
            (label(tr("Day"), "small"), self.day, 0, 3, 1), (label(tr("Load"), "small"), self.load, 3, 0, 1),
            (label(tr("Reps"), "small"), self.reps, 3, 1, 1),
            (label(tr("Left in reserve"), "small"), self.left, 3, 2, 1),
        )  # fmt: skip
        for name, field, line, place, span in places:
            form.addWidget(name, line, place, 1, span)
            form.addWidget(field, line + 1, place, 1, span)
            name.setBuddy(field)
        form.addWidget(self.counted, 2, 0, 1, 4)
        form.addWidget(add, 4, 3)
        self.counted.setContentsMargins(0, 0, 0, theme.px(8))
        for place, stretch in enumerate((3, 2, 3, 3)):
            form.setColumnStretch(place, stretch)
        self.setLayout(form)
        for one, other in pairwise((self.lift, self.side, self.day, self.load, self.reps, self.left, add)):
            QWidget.setTabOrder(one, other)

    def _on_lift(self) -> None:
        known = LIFTS_BY_KEY[self.key]
        for part in (self.side, self.side_name):
            part.setVisible(known.sided)
        self.counted.setText(tr("Load: {counted}", counted=tr(known.counted)))
        self._on_edited()

    def _on_edited(self) -> None:
        for field in (self.load, self.reps):
            set_role(field, "", "state")
        self.edited.emit()


def _left_text(count: float) -> str:
    return tr("none left") if count == 0 else tr("{count} left", count=short_number(count))


def _combo(name: str, said: str) -> QComboBox:
    combo = calm(QComboBox())
    combo.setObjectName(name)
    combo.setAccessibleName(said)
    return combo


def _line(name: str, said: str, example: str, width: int) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(said)
    line.setPlaceholderText(example)
    line.setMinimumWidth(width)
    return line
