"""The field in which one amount of a day is typed: what was there last stands in it in grey.

Owns reading what is typed, saying why something was not taken, and asking about what is hard to believe. It keeps
nothing: it says what shall stand there from now on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from legwork.domain.units import Quantity, same_typed
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.numerals import localised
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import set_role
from legwork.qt.widgets.typed_field import TypedField

_WIDE = 164
"""A sum of three amounts with its unit is seen as a whole: 1800+240+300 kcal."""


def _no_doubt(_quantity: Quantity) -> str:
    return ""


@dataclass(frozen=True)
class FoodReading:
    """How a field reads. unit: in which a bare number is meant. read: raises UserError. doubt: a question, or "".

    place: whose and which day's it is; what is typed in one place is never taken over into another.
    """

    place: object
    unit: str
    read: Callable[[str], Quantity]
    doubt: Callable[[Quantity], str] = _no_doubt


class FoodField(TypedField):
    """One amount. What was typed and not taken stays, with the reason in `told`."""

    taken = Signal(object)
    """Quantity, or None: this shall stand here."""
    went_on = Signal()
    """Enter, and nothing stands in its way."""
    told = Signal(str, str)
    """What is to be said beside it, "" for nothing; and its role: error or caution."""

    def __init__(self, theme: ThemeManager, name: str, said: str) -> None:
        """name: object name. said: its translated name for a screen reader."""
        super().__init__()
        self._how: FoodReading | None = None
        self._stored: Quantity | None = None
        self._asked = self._answered = ""
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setFixedWidth(theme.px(_WIDE))
        self.textEdited.connect(self._on_edited)

    @property
    def stored(self) -> Quantity | None:
        """What is kept here."""
        return self._stored

    def show_quantity(self, quantity: Quantity | None, how: FoodReading, ghost: str) -> None:
        """Stand for what a day holds. What is being typed stays, as long as it is the same day."""
        same = self._how is not None and how.place == self._how.place
        changed = quantity != self._stored or self._how is None or how.unit != self._how.unit
        self._how, self._stored = how, quantity
        self.setPlaceholderText(ghost)
        if self.isModified() and same and (self.hasFocus() or self._refused):
            return
        if not same or changed:
            self._asked = self._answered = ""
            self._forget()
            self._write()

    def commit(self) -> bool:
        """Take what is typed. False when it cannot be read or was not kept."""
        if not self.isModified() or self._how is None:
            return True
        text = self.text().strip()
        try:
            quantity = self._how.read(text) if text else None
        except UserError as fault:
            self.refuse(str(fault))
            return False
        self.setModified(False)
        self._clear()
        if not _same(quantity, self._stored):
            before, self._stored = self._stored, quantity
            self.taken.emit(quantity)
            if self._refused:
                self._stored = before
                return False
        self._write()
        doubt = self._how.doubt(quantity) if quantity is not None else ""
        self._asked = doubt and text
        if doubt and text != self._answered:
            set_role(self, "ask", "state")
            self._say(tr("{doubt} It counts already; Enter once more if it is right.", doubt=doubt), "caution")
        else:
            self._asked = ""
        return True

    def refuse(self, sentence: str) -> None:
        """What was typed is not taken, and stays; also told while `taken` is handled, when it could not be kept."""
        self._refused = True
        self.setModified(True)
        set_role(self, "error", "state")
        self._say(sentence, "error")

    def give_back(self) -> None:
        """Show again what is kept."""
        self._forget()
        self._write()
        self.selectAll()

    def _on_enter(self) -> None:
        was_asked = self._asked
        if not self.commit():
            self.selectAll()
            return
        if self._asked and self._asked != was_asked:
            self.selectAll()  # the question stands: what is typed next stands in its place
            return
        if was_asked and was_asked == self._asked:
            self._answered, self._asked = was_asked, ""
            self._forget()
        self.went_on.emit()

    def _on_edited(self) -> None:
        self._asked = ""
        self._clear()

    def _write(self) -> None:
        text = typed_text(self._stored, self._how.unit if self._how is not None else "")
        self.setModified(False)
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def _forget(self) -> None:
        self.setModified(False)
        self._clear()

    def _clear(self) -> None:
        self._refused = False
        set_role(self, "", "state")
        self._say("", "")

    def _say(self, sentence: str, role: str) -> None:
        self.told.emit(sentence, role)


def _same(one: Quantity | None, other: Quantity | None) -> bool:
    return one == other if one is None or other is None else same_typed(one, other)


def typed_text(quantity: Quantity | None, unit: str) -> str:
    """A quantity as it would be typed where a bare number means `unit`."""
    if quantity is None:
        return ""
    entered = localised(quantity.entered)
    return entered if quantity.unit == unit else f"{entered} {quantity.unit}"
