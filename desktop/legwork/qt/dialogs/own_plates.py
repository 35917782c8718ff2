"""What plates and bars a person has: how many of each, in kilograms and pounds.

Owns the form. How it is kept is `services.own_plates`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QSpinBox, QTabWidget, QWidget

from legwork.domain.log.plates import BARS, COMMON, Bar, Plates
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import load_of, plain
from legwork.domain.sites import Kind
from legwork.domain.units import parse, typed_text, unit_of
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.numerals import decimal_sign, localised, short_number
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.own_plates import MOST_BARS, MOST_COUNT, Gym, keep_gym
from legwork.services.people import Person


class OwnPlatesDialog(QDialog):
    """Keeps at once what is said, when it can be read."""

    def __init__(self, context: Context, person: Person, gym: Gym, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._person, self._gym = context, person, gym
        theme = context.theme
        self._unit = unit_of(Kind.MASS, person.units)
        self.counts: dict[tuple[float, str], QSpinBox] = {}
        self.setObjectName("own_plates_dialog")
        self.setWindowTitle(tr("Own plates and bars"))
        self.units = QTabWidget()
        self.units.setObjectName("own_plates_units")
        self.units.setAccessibleName(self.windowTitle())
        for unit in sorted(COMMON, key=lambda one: one != self._unit):
            self.units.addTab(self._plates(unit), tr("Plates in {unit}", unit=unit))
        self.bars = QLineEdit(_SEPARATORS[decimal_sign()].join(_bar_text(one, self._unit) for one in gym.bars))
        self.bars.setObjectName("own_bars")
        self.bars.setAccessibleName(tr("Bars by weight"))
        self.bars.setPlaceholderText(tr("like 20, 15, 10"))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("own_plates_refusal")
        self.refusal.hide()
        cancel = button(tr("Cancel"), "own_plates_cancel")
        cancel.clicked.connect(self.reject)
        keep = button(tr("Keep"), "own_plates_keep", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self._on_keep)
        usual = "" if gym.own else tr("Until you say what you have, these are what most gyms have around one rack.")
        layout = column(
            label(tr("Own plates and bars"), "section"),
            label(tr("How many there are of each, both sides together.") + (f" {usual}" if usual else ""),
                  "secondary", wrap=True),
            self.units,
            label(tr("Bars, each with its weight ({unit} where nothing else is said)", unit=self._unit), wrap=True),
            self.bars, self.refusal, row(None, cancel, keep), spacing=theme.px(12),
        )  # fmt: skip
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.setMinimumWidth(theme.px(440))

    def _plates(self, unit: str) -> QWidget:
        theme = self._context.theme
        grid = QGridLayout()
        grid.setContentsMargins(0, theme.px(12), 0, theme.px(4))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        own = {(one.weight.entered, one.weight.unit): one.count for one in self._gym.plates}
        sizes = list(COMMON[unit])
        sizes += sorted(
            {float(entered) for entered, other in own if other == unit} - set(sizes), reverse=True
        )  # fmt: skip
        for at, size in enumerate(sizes):
            box = QSpinBox()
            box.setRange(0, MOST_COUNT)
            box.setValue(own.get((plain(size), unit), 0))
            box.setObjectName(f"own_plate_{plain(size)}_{unit}")
            name = f"{short_number(size)} {unit}"
            box.setAccessibleName(tr("How many of {weight}", weight=name))
            box.setFixedWidth(theme.px(64))
            line, place = at // 2, at % 2 * 2
            grid.addWidget(label(name), line, place)
            grid.addWidget(box, line, place + 1)
            self.counts[size, unit] = box
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        held = QWidget()
        held.setLayout(grid)
        return held

    def _on_keep(self) -> None:
        try:
            bars = _bars(self.bars.text(), self._person)
            plates = [
                Plates(load_of(size, unit), box.value()) for (size, unit), box in self.counts.items() if box.value()
            ]
            done = self._context.runner.apply(keep_gym(self._person.id, plates, bars, date.today()))
        except UserError as error:
            self.refusal.setText(str(error))
            self.refusal.show()
            self.bars.setFocus()
            return
        if done is not None:
            self.accept()


def _bars(text: str, person: Person) -> Sequence[Bar]:
    """The bars that are listed. Raises UserError for a weight that cannot be read."""
    found = []
    listed = text if decimal_sign() == "," and ";" in text else text.replace(", ", "; ")
    listed = listed.replace(",", ";") if decimal_sign() == "." else listed
    for part in (one.strip() for one in listed.split(";")):
        if not part:
            continue
        weight = parse(part, Kind.MASS, person.units)
        unit = weight.unit if weight.unit in BARS else unit_of(Kind.MASS, person.units)
        number = number_in(weight.value, unit)
        if not 0 < number <= 100:
            raise UserError(tr("A bar weighs up to 100 {unit}: list the weights like 20, 15, 10.", unit=unit))
        made = load_of(number, unit)
        found.append(Bar(f"{made.entered} {unit}", made))
    if len(found) > MOST_BARS:
        raise UserError(tr("Up to {most} bars can be kept.", most=MOST_BARS))
    return found


_SEPARATORS = {".": ", ", ",": "; "}
"""Between the weights of a list: where a comma is the decimal sign, it parts no weights."""


def _bar_text(bar: Bar, unit: str) -> str:
    if bar.weight is None:
        return ""
    return localised(bar.weight.entered) if bar.weight.unit == unit else typed_text(bar.weight)
