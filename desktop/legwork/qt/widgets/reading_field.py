"""The field that takes one spot's readings: a ghost of last time, the change in words, refusals and questions inline.

Owns parsing and judging what is typed. It stores nothing: it says `committed`, and the page makes the edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from legwork.domain import plausibility, units
from legwork.domain.days import near_day
from legwork.domain.plausibility import Correction
from legwork.domain.sites import Region, Side, Site, Spot
from legwork.domain.tape import brief_change, describe_change, judge_change, median
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.i18n import titled, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, leaves_undo_to_window, row, set_role
from legwork.services.check_ins import Previous, Reading


class ReadingField(QWidget):
    """One to three readings of one spot, joined by "+"; the median counts."""

    committed = Signal(object, object)
    """Spot, and the tuple of Quantity that shall stand there from now on."""
    advance = Signal(object)
    """Enter was pressed and nothing stands in the way of the next field."""
    focused = Signal(object)

    def __init__(self, theme: ThemeManager, site: Site, spot: Spot, name: str) -> None:
        super().__init__()
        self.spot = spot
        self.site = site
        self._units = UnitSystem.METRIC
        self._previous: Previous | None = None
        self._day = date.today()
        self._stored: tuple[Quantity, ...] = ()
        self._question_answered = ""
        self._saved = True
        self.edit = QLineEdit()
        self.edit.setObjectName(f"reading_{spot}")
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(
            tr("Measured twice or three times? Join the readings with +, as in 38.2 + 38.4: the median counts.")
        )
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_text_edited)
        self.unit = label("", "small")
        self.unit.setFixedWidth(theme.px(22))
        self.edit.setFixedWidth(theme.px(175))
        self.message = label("", "small", wrap=True)
        self.message.setObjectName(f"message_{spot}")
        self._corrections = row(None, spacing=4)
        self._line = row(self.edit, self.unit, spacing=4)
        if spot.side is Side.NONE:  # there is room beside the field; left and right share a row
            self._line.addWidget(self.message, 1)
            self.setLayout(column(self._line, self._corrections, spacing=2))
        else:
            self._line.addStretch(1)
            self.message.setMinimumHeight(theme.px(16))
            self.setLayout(column(self._line, self.message, self._corrections, spacing=2))
        self._name = name

    def add_beside(self, widget: QWidget) -> None:
        """Put something to the right of the field."""
        self._line.insertWidget(2, widget)

    def show_day(self, day: date, readings: Sequence[Reading], previous: Previous | None, system: UnitSystem) -> None:
        """Stand for another day, or for the same one after a change; text that was refused stays to be mended."""
        same = day == self._day and system is self._units
        refused = self.edit.property("state") == "error" and same and not readings
        stored = tuple(one.quantity for one in readings)
        changed = stored != self._stored
        self._day, self._previous, self._units, self._stored = day, previous, system, stored
        unit = units.unit_of(self.site.kind, system)
        self.unit.setText(unit)
        self.edit.setPlaceholderText(self._ghost())
        if refused or (same and self.edit.isModified()):
            return
        if not same:
            self._question_answered = ""
        if not (same and not changed and self.edit.property("state") == "ask"):
            self.edit.setText(self._text_of(stored))
            self._say_change(stored)

    def commit(self) -> bool:
        """Take over what is typed. False when it was refused."""
        try:
            quantities = self._parsed()
        except UserError as error:
            self._say(str(error), "error")
            return False
        if not units.all_same_typed(quantities, self._stored):
            before, self._stored = self._stored, quantities
            self._saved = True
            self.committed.emit(self.spot, quantities)
            if not self._saved:
                self._stored = before
                self._say(tr("Not saved yet: press Enter to try again."), "error")
                self.edit.setModified(True)
                return False
        self.edit.setModified(False)
        return True

    def saving_failed(self) -> None:
        """Told while `committed` is handled: what was typed could not be kept, and stays to be tried again."""
        self._saved = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.spot)
            self.edit.selectAll()
        elif event.type() == QEvent.Type.FocusOut:
            if self.edit.isModified() and self.commit() and not self._asks():
                self.edit.setText(self._text_of(self._stored))
                self._say_change(self._stored)
        elif not self.edit.isModified() and leaves_undo_to_window(event):
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.on_enter()
                return True
            if event.key() == Qt.Key.Key_Escape and self.edit.isModified():
                self.edit.setText(self._text_of(self._stored))
                self.edit.setModified(False)
                self._say_change(self._stored)
                return True
        return super().eventFilter(watched, event)

    def on_enter(self) -> None:
        """Take over what is typed and go on; stay where something was refused or is asked."""
        asked_before = self.edit.property("state") == "ask"
        if not self.commit():
            self.edit.selectAll()
            return
        if self._asks() and not asked_before:
            return
        if asked_before:
            self._question_answered = self.edit.text()
            self._say_change(self._stored)
        self.advance.emit(self.spot)

    def _asks(self) -> bool:
        """Ask, once for each text, when the value jumps as no body does; the value is kept meanwhile."""
        if not self._stored or self._previous is None or self.edit.text() == self._question_answered:
            return False
        middle = median([one.value for one in self._stored])
        nearest = min(self._stored, key=lambda one: abs(one.value - middle))
        question = plausibility.question_jump(
            self.site,
            nearest,
            median(self._previous.values),
            (self._day - self._previous.day).days,
            self._units,
        )
        if question is None:
            return False
        if self.edit.property("state") != "ask":
            self._say(question.sentence, "ask")
            self._offer(question.corrections)
        return True

    def _offer(self, corrections: Sequence[Correction]) -> None:
        for position, correction in enumerate(corrections):
            choice = button(correction.label, f"correct_{self.spot}_{position}")
            choice.setProperty("correction", (correction.quantity.entered, correction.quantity.unit))
            choice.clicked.connect(self._on_correction)
            self._corrections.insertWidget(position, choice)
        keep = button(tr("Keep {value}", value=self.edit.text().strip()), f"keep_{self.spot}")
        keep.clicked.connect(self._on_keep)
        self._corrections.insertWidget(len(corrections), keep)

    def _on_correction(self) -> None:
        entered, unit = self.sender().property("correction")
        self.edit.setText(self._text_of([Quantity(0.0, unit, entered)]))
        self.edit.setModified(True)
        self.commit()
        self._question_answered = self.edit.text()
        self._say_change(self._stored)
        self.advance.emit(self.spot)

    def _on_keep(self) -> None:
        self._question_answered = self.edit.text()
        self._say_change(self._stored)
        self.advance.emit(self.spot)

    def _parsed(self) -> tuple[Quantity, ...]:
        if not self.edit.text().strip():
            return ()
        quantities = units.parse_many(self.edit.text(), self.site.kind, self._units)
        for quantity in quantities:
            plausibility.require_human(self.site, quantity, self._units)
        return quantities

    def _on_text_edited(self) -> None:
        try:
            quantities = self._parsed()
        except UserError:
            self._say("", "")  # still typing: a refusal waits until Enter or Tab
        else:
            self._say_change(quantities)

    def _ghost(self) -> str:
        if self._previous is None:
            return ""
        value = units.format_value(median(self._previous.values), self.site.kind, self._units)
        return tr("{value} on {day}", value=value, day=near_day(self._previous.day, self._day))

    def _text_of(self, quantities: Sequence[Quantity]) -> str:
        return units.readings_text(quantities, self.site.kind, self._units)

    def _say_change(self, quantities: Sequence[Quantity]) -> None:
        values = [one.value for one in quantities]
        if not values:
            self._say("", "")
            return
        own_unit = units.unit_of(self.site.kind, self._units)
        value = units.format_value(median(values), self.site.kind, self._units)
        middle = ""
        if len(values) > 1:
            middle = tr("Median {value} {unit}", value=value, unit=own_unit)
        elif quantities[0].unit != own_unit:  # typed in the other unit: said in the person's own
            middle = tr("{value} {unit}", value=value, unit=own_unit)
        if self._previous is None:
            self._say(middle, "")
            return
        change = judge_change(self.site, values, self._previous.values)
        brief = brief_change(change, self.site.kind, self._units)
        wanted = self.site.region in (
            Region.LOWER,
            Region.UPPER,
        )  # of waist and weight, neither is the good news
        told = ("good" if change.delta > 0 else "caution") if change.beyond and wanted else ""
        full = describe_change(change, self.site.kind, self._units)
        self._say(titled(middle, brief) if middle else brief, told, full)

    def _say(self, sentence: str, state: str, full: str = "") -> None:
        """state: "" plain, good, caution, error (refused) or ask (a question stands open). full: for the hover."""
        while self._corrections.count() > 1:
            item = self._corrections.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.message.setText(sentence)
        set_role(self.message, {"": "small", "ask": "caution"}.get(state, state))
        set_role(self.edit, state if state in ("error", "ask") else "", "state")
        self.message.setToolTip(full)
        self.edit.setAccessibleDescription(full or sentence)
