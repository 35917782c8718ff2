"""The facts about a person, asked the same way in the welcome and on the People page."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from legwork.domain import units
from legwork.domain.days import WEEKDAYS, full_day
from legwork.domain.units import UnitSystem, typed_text
from legwork.errors import UserError
from legwork.i18n import at_start, mark, tr
from legwork.numerals import localised
from legwork.place import weekdays
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label, leaves_undo_to_window, set_role
from legwork.qt.widgets.wheel import calm
from legwork.services.people import AddPerson, Person, parse_birth_date

_SEXES = ((mark("Male"), "male"), (mark("Female"), "female"), (mark("Neither: no reference data"), None))
_UNITS = (
    (mark("Centimetres and kilograms"), UnitSystem.METRIC),
    (mark("Inches and pounds"), UnitSystem.IMPERIAL),
)
FACTS = {
    "name": mark("Name"),
    "sex": mark("Sex used for reference data"),
    "birth_date": mark("Birth date"),
    "stature": mark("Stature"),
    "units": mark("Units"),
    "check_in_weekday": mark("Check-in day"),
}
"""What is asked, by the field of `Person`; marked for translation."""


class PersonForm(QWidget):
    """Fields for name, sex used for reference data, birth date, stature, units and check-in weekday."""

    changed = Signal(str, object)
    """A fact was changed: field of `Person`, and its value."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._person: Person | None = None
        self.name = QLineEdit()
        self.birth_date = QLineEdit()
        self.stature = QLineEdit()
        self.sex, self.units, self.weekday = calm(QComboBox()), calm(QComboBox()), calm(QComboBox())
        for text, sex in _SEXES:
            self.sex.addItem(tr(text), sex)
        for text, system in _UNITS:
            self.units.addItem(tr(text), system)
        for number in weekdays():
            self.weekday.addItem(at_start(tr(WEEKDAYS[number])), number)
        self.weekday.setCurrentIndex(self.weekday.findData(date.today().weekday()))
        self.birth_date.setPlaceholderText(tr("for example {day}", day=full_day(date(1994, 5, 14))))
        self._whys: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        fields = (self.name, self.sex, self.birth_date, self.stature, self.units, self.weekday)
        whys = {
            "sex": tr("Comparisons with other people, and body fat by tape, need it."),
            "stature": tr("Your height without shoes: 180, 1.80 m or 5'11\"."),
            "units": tr("You may type either unit anywhere: 15 1/4 in, 38.7 cm."),
        }
        for line, ((key, text), field) in enumerate(zip(FACTS.items(), fields, strict=True)):
            self._add_row(grid, line, key, tr(text), field, whys.get(key, ""), theme)
        grid.setColumnStretch(1, 1)

    def show_person(self, person: Person) -> None:
        """Show somebody's facts; from now on each change is said by `changed`."""
        same = self._person is not None and self._person.id == person.id
        self._person = None
        stature = person.stature
        own = "cm" if person.units is UnitSystem.METRIC else "in"
        shown = ""
        if stature is not None:
            shown = localised(stature.entered) if stature.unit == own else typed_text(stature).replace(" ft", "")
        born = full_day(person.birth_date) if person.birth_date else ""
        for key, text in (("name", person.name), ("birth_date", born), ("stature", shown)):
            field: QLineEdit = getattr(self, key)
            if not (same and (field.property("state") == "error" or field.isModified())):
                field.setText(text)  # what was refused, or is being typed, stays to be mended
                self._refuse(key, "")
        self.sex.setCurrentIndex(self.sex.findData(person.sex))
        self.units.setCurrentIndex(0 if person.units is UnitSystem.METRIC else 1)
        self.weekday.setCurrentIndex(self.weekday.findData(person.check_in_weekday))
        self._person = person

    def edit(self) -> AddPerson | None:
        """The edit that adds the person described; None when a field was refused: the first one has the focus then."""
        values: dict[str, Any] = {}
        refused = ""
        for key in ("name", "birth_date", "stature"):
            try:
                values[key] = self._value(key)
                self._refuse(key, "")
            except UserError as error:
                self._refuse(key, str(error))
                refused = refused or key
        if refused:
            getattr(self, refused).setFocus()
            getattr(self, refused).selectAll()
            return None
        return AddPerson(
            **values,
            sex=self.sex.currentData(),
            units=UnitSystem(self.units.currentData()),
            check_in_weekday=self.weekday.currentData(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QLineEdit) and watched.isModified():
            self._take(watched.objectName().removeprefix("person_"))
        if isinstance(watched, QLineEdit) and not watched.isModified() and leaves_undo_to_window(event):
            return True
        if (
            isinstance(watched, QComboBox)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.focusNextChild()  # Enter goes on from a chooser as from a field
            return True
        return super().eventFilter(watched, event)

    def take_all(self) -> None:
        """Take over what is typed and not left yet."""
        for key in ("name", "birth_date", "stature"):
            field: QLineEdit = getattr(self, key)
            if field.isModified():
                self._take(key)

    def refuse(self, key: str, sentence: str) -> None:
        """Say why a field was not taken; an empty sentence clears it."""
        self._refuse(key, sentence)

    def _add_row(
        self, grid: QGridLayout, line: int, key: str, text: str, field: QWidget, why: str, theme: ThemeManager
    ) -> None:
        name = label(text, wrap=True)
        name.setMinimumHeight(theme.px(32))
        name.setBuddy(field)
        field.setObjectName(f"person_{key}")
        field.setAccessibleName(text)
        field.setAccessibleDescription(why)
        under = label(why, "small", wrap=True)
        under.setProperty("why", why)
        self._whys[key] = under
        grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(column(field, under, spacing=2), line, 1)
        under.setVisible(bool(why))  # not sooner: a label that has no place yet would open a window of its own
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self._on_return)
        elif isinstance(field, QComboBox):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(12)
            field.activated.connect(self._on_activated)

    def _value(self, key: str) -> object:
        if key == "name":
            text = self.name.text().strip()
            if not text:
                raise UserError(tr("Type a name, so that you can tell people apart."))
            return text
        if key == "birth_date":
            text = self.birth_date.text().strip()
            return parse_birth_date(text) if text else None
        text = self.stature.text().strip()
        return units.parse_stature(text, UnitSystem(self.units.currentData())) if text else None

    def _take(self, key: str) -> None:
        try:
            value = self._value(key)
        except UserError as error:
            self._refuse(key, str(error))
            return
        self._refuse(key, "")
        field: QLineEdit = getattr(self, key)
        field.setModified(False)
        if self._person is not None and getattr(self._person, key) != value:
            self.changed.emit(key, value)

    def _refuse(self, key: str, sentence: str) -> None:
        under = self._whys[key]
        text = sentence or under.property("why")
        under.setText(text)
        under.setVisible(bool(text))
        set_role(under, "error" if sentence else "small")
        set_role(getattr(self, key), "error" if sentence else "", "state")

    def _on_return(self) -> None:
        field = self.sender()
        assert isinstance(field, QLineEdit)
        self._take(field.objectName().removeprefix("person_"))
        self.focusNextChild()

    def _on_activated(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        key = box.objectName().removeprefix("person_")
        value = UnitSystem(box.currentData()) if key == "units" else box.currentData()
        if self._person is not None and getattr(self._person, key) != value:
            self.changed.emit(key, value)


def facts_of(person: Person) -> list[str]:
    """What the fields say of somebody, each with its unit, in the order of `FACTS`."""
    return [
        person.name,
        next(tr(text) for text, sex in _SEXES if sex == person.sex),
        full_day(person.birth_date) if person.birth_date else "",
        typed_text(person.stature) if person.stature is not None else "",
        next(tr(text) for text, system in _UNITS if system is person.units),
        at_start(tr(WEEKDAYS[person.check_in_weekday])),
    ]
