"""Of what Legwork reminds and when, whether it starts at login, and whether it stays when its window is closed.

Owns the form. What is switched on is kept by whoever shows it; of the login the desktop itself is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from legwork.domain.days import WEEKDAYS
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.login_start import State
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.services import settings
from legwork.services.people import Person

_AT = {settings.REMIND_CHECK_IN: settings.CHECK_IN_AT, settings.REMIND_SESSIONS: settings.SESSIONS_AT}


class ReminderChoices(QWidget):
    """The choices, one below the other."""

    chosen = Signal(str, str)
    """A setting and its new value."""
    login_switched = Signal(bool)
    trial_asked = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._now: Mapping[str, str] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.times: dict[str, QLineEdit] = {}
        self.error = label("", "error", wrap=True)  # stands beside the time that it is about
        self.error.setObjectName("reminder_error")
        self.error.hide()
        self._lines: dict[str, QHBoxLayout] = {}
        check_in = self._timed(theme, settings.REMIND_CHECK_IN, tr("On check-in day, at"), tr("Time of the reminder"))
        self._weekday = _note("reminder_weekday")
        sessions = self._timed(
            theme, settings.REMIND_SESSIONS, tr("On session days, at"), tr("Time of the session reminder")
        )
        self._sessions = _note("reminder_sessions", tr("Sessions of the plan that have a day of the week."))
        self.login = _check("start_at_login", tr("Start at login, minimised"), self._on_login)
        self._login_note = _note("login_note")
        self.stay = _check(settings.STAY, tr("Remind with the window closed"), self._on_switch)
        self._stay_note = _note("stay_note")
        self.trial = button(tr("Show one now"), "reminder_trial")
        self.trial.clicked.connect(self.trial_asked)
        intro = tr(
            "Through the notifications of your desktop, while Legwork runs. Each comes once, and none for what is done."
        )
        indent = theme.px(26)
        self.setLayout(
            column(
                label(intro, "secondary", wrap=True), 4,
                check_in, _indented(self._weekday, indent), sessions, _indented(self._sessions, indent), 4,
                self.login, _indented(self._login_note, indent), self.stay, _indented(self._stay_note, indent), 4,
                row(self.trial, None),
                spacing=4,
            )
        )  # fmt: skip

    def show_choices(self, now: Mapping[str, str], person: Person | None) -> None:
        """Show the settings as they are. person: whose check-in day is named."""
        self._now = now
        for field in self.times.values():
            self._refuse(field, "")
        for key, check in self.switches.items():
            on = now[key] == settings.YES
            check.setChecked(on)
            self.times[_AT[key]].setText(now[_AT[key]])
            self.times[_AT[key]].setEnabled(on)
        self._weekday.setVisible(person is not None)
        if person is not None:
            day = tr(WEEKDAYS[person.check_in_weekday])
            self._weekday.setText(
                tr("{name}'s day is {weekday}. It is set under People.", name=person.name, weekday=day)
            )
        of_copies = now[settings.REMIND_COPY] != settings.NO  # switched on with the data
        reminds = of_copies or any(check.isChecked() for check in self.switches.values())
        self.stay.setEnabled(reminds)
        self.stay.setChecked(reminds and now[settings.STAY] == settings.YES)
        self._stay_note.setText(
            tr("Starting Legwork again brings the window back. To end it, bring the window back, then press Ctrl+Q.")
            if reminds
            else tr("Needs a reminder that is switched on.")
        )

    def show_login(self, state: State, refused: str = "", *, sample: bool = False) -> None:
        """Show what the desktop says. refused: why it could not be switched."""
        self.login.setChecked(state is State.ON)
        self.login.setEnabled(not sample)
        words = {
            State.OFF: tr("Nothing is started now. This is written into your desktop's own list."),
            State.ON: tr("It stands in your desktop's own list and is taken out again from here."),
            State.OTHER: tr("Another copy of Legwork stands in your desktop's list. Switched on here, it is this one."),
        }
        self._login_note.setText(tr("Not from the sample history.") if sample else refused or words[state])

    def commit(self) -> None:
        """Take over a time that is still being typed."""
        for key, field in self.times.items():
            if field.isEnabled() and field.text() != self._now.get(key, field.text()):
                self._take(key, field)

    # Within

    def _timed(self, theme: ThemeManager, key: str, text: str, said: str) -> QWidget:
        check = self.switches[key] = _check(key, text, self._on_switch)
        field = self.times[_AT[key]] = QLineEdit()
        field.setObjectName(_AT[key])
        field.setAccessibleName(said)
        field.setFixedWidth(theme.px(72))
        field.setMaxLength(10)
        field.editingFinished.connect(self._on_time)
        holder = QWidget()
        line = self._lines[_AT[key]] = row(check, field)
        line.addStretch(1)
        holder.setLayout(line)
        return holder

    def _on_switch(self) -> None:
        check = self.sender()
        assert isinstance(check, QCheckBox)
        self.chosen.emit(check.objectName(), settings.YES if check.isChecked() else settings.NO)

    def _on_login(self) -> None:
        self.login_switched.emit(self.login.isChecked())

    def _on_time(self) -> None:
        field = self.sender()
        assert isinstance(field, QLineEdit)
        if field.text() != self._now.get(field.objectName()):
            self._take(field.objectName(), field)

    def _take(self, key: str, field: QLineEdit) -> None:
        try:
            value = settings.parse_time(field.text())
        except UserError as error:
            self._refuse(field, str(error))
            return
        self._refuse(field, "")
        field.setText(value)
        if value != self._now.get(key):
            self.chosen.emit(key, value)

    def _refuse(self, field: QLineEdit, sentence: str) -> None:
        """Mark a time that cannot be read, and say why beside it; "" when nothing is wrong with it."""
        line = self._lines[field.objectName()]
        if sentence:
            line.insertWidget(2, self.error, 1000)  # before the stretch; all the room is its own
            self.error.setText(sentence)
            self.error.show()
        elif line.indexOf(self.error) >= 0:
            self.error.hide()
        set_role(field, "error" if sentence else "", "state")
        field.setAccessibleDescription(sentence)


def _check(name: str, text: str, run: Callable[[], None]) -> QCheckBox:
    check = QCheckBox(text)
    check.setObjectName(name)
    check.setAccessibleName(text)
    check.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # no wider than where it can be clicked
    check.clicked.connect(run)
    return check


def _note(name: str, text: str = "") -> QLabel:
    made = label(text, "small", wrap=True)
    made.setObjectName(name)
    return made


def _indented(part: QWidget, by: int) -> QWidget:
    holder = QWidget()
    layout = row(part)
    layout.setContentsMargins(by, 0, 0, 4)
    holder.setLayout(layout)
    return holder
