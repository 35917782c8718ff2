"""The field in which a day is typed as a whole, turned by the arrows or picked from the calendar.

Owns the typing: Qt's own field takes each letter for the part under the cursor and so makes another day of what was
meant. What the text means is read by `services.typed_days`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QToolTip

from legwork.domain.days import full_day
from legwork.errors import UserError
from legwork.i18n import language, tr
from legwork.place import weekdays
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.layout import set_role
from legwork.services.typed_days import names_a_year, read_typed_day

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class DayField(QDateEdit):
    """A QDateEdit that reads `3 Feb 2027`, `2027-02-03` or `3.2.2027` as they are typed.

    The day counts with Enter or as the field is left; with keyboard tracking a whole one counts at once.
    """

    told = Signal(str)
    """What is wrong with the text, "" once nothing is."""

    def __init__(self, day: date | None = None, *, bubble: bool = True) -> None:
        """bubble: say what is wrong below the field; else whoever listens to `told` says it."""
        super().__init__()
        self._typing = False
        self._before = QDate()
        self._bubble = bubble
        self._problem = ""
        self.setLocale(QLocale(language()))  # the names of months as everywhere else, in Vienna and Lisbon too
        if day is not None:
            self.setDate(to_qdate(day))
        self.dateChanged.connect(self._on_changed)

    def setCalendarPopup(self, enable: bool) -> None:
        """With a calendar whose weeks begin as they do in this place."""
        super().setCalendarPopup(enable)
        if enable:
            self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek(weekdays()[0] + 1))

    @property
    def problem(self) -> str:
        """Why what was typed last is not the day; "" when it is."""
        return self._problem

    def commit(self) -> bool:
        """Take over what is typed. False when it cannot be read: it stays, and the day is the one from before."""
        if not self._typing:
            return True
        try:
            day = self._read()
        except UserError as error:
            self._say(str(error))
            return False
        self._stop()
        self.setDate(to_qdate(day))
        self._say("")
        return True

    def give_back(self) -> None:
        """Show again the day from before."""
        if self._typing:
            self._stop()
            self.setDate(self._before)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        if self._typing:
            return QValidator.State.Acceptable, text, place
        return super().validate(text, place)

    def event(self, event: QEvent) -> bool:
        if (
            self._typing
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._typing:
            self.give_back()
            self._say("")
            return
        if key in _ENTER or key in _STEPS:
            typed = self._typing
            if not self.commit():
                self.lineEdit().selectAll()
                return
            if typed and key in _ENTER:  # Qt would say once more that the day has changed
                self.editingFinished.emit()
                event.ignore()  # the button that Enter presses may have it
                return
        elif self._typing or self._begins(event):
            self._type(event)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.commit()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._typing:
            QAbstractSpinBox.focusInEvent(self, event)
            return
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _PASSING and not self.commit():
            sentence = self._problem
            self.give_back()
            self._say(tr("{problem} {day} stands as before.", problem=sentence, day=full_day(to_date(self.date()))))
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._typing:  # there are no parts to go through now
            return QAbstractSpinBox.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    def _begins(self, event: QKeyEvent) -> bool:
        """Whether a key begins to type over the day."""
        letters = event.text()
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        typed = bool(letters) and letters.isprintable() and plain == Qt.KeyboardModifier.NoModifier
        return not self.isReadOnly() and (
            typed or event.key() in _ERASING or event.matches(QKeySequence.StandardKey.Paste)
        )

    def _type(self, event: QKeyEvent) -> None:
        line = self.lineEdit()
        if not self._typing:
            self._typing, self._before = True, self.date()
            line.blockSignals(True)  # Qt would read the text part by part
            start = line.selectionStart() if line.hasSelectedText() else line.cursorPosition()
            if start <= 0 and event.key() not in _ERASING:
                line.selectAll()  # from the start the whole is typed anew
        before = line.text()
        line.event(event)
        if line.text() != before:
            self._say("")
            self._count_early()

    def _count_early(self) -> None:
        """While a whole day stands there, it counts, for those who follow the typing."""
        line = self.lineEdit()
        text, place = line.text(), line.cursorPosition()
        if not self.keyboardTracking() or not names_a_year(text):
            return
        try:
            day = self._read()
        except UserError:
            return  # it may not be whole yet
        self.setDate(to_qdate(day))
        line.setText(text)
        line.setCursorPosition(place)

    def _read(self) -> date:
        pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
        month_first = pattern.find("M") < pattern.find("d")
        day = read_typed_day(self.lineEdit().text(), to_date(self._before), month_first=month_first)
        first, last = to_date(self.minimumDate()), to_date(self.maximumDate())
        if day > last:
            raise UserError(tr("The last day that can stand here is {day}.", day=full_day(last)))
        if day < first:
            raise UserError(tr("The first day that can stand here is {day}.", day=full_day(first)))
        return day

    def _stop(self) -> None:
        """End the typing; the text is that of the day again."""
        self._typing = False
        line = self.lineEdit()
        line.setText(self.textFromDateTime(self.dateTime()))
        line.blockSignals(False)

    def _on_changed(self) -> None:
        if not self._typing:
            self._say("")

    def _say(self, sentence: str) -> None:
        if sentence == self._problem:
            return
        self._problem = sentence
        set_role(self, "error" if sentence else "", "state")
        self.setAccessibleDescription(sentence)
        if self._bubble and sentence and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), sentence, self)
        self.told.emit(sentence)
