"""Reminders while the program runs: looks at the clock, says once what is due, takes it back once it is done.

Owns when it is looked, and what was told already. What there is to say is `services.reminders`, the way to the desktop
`notifications`. Nothing runs while no reminder is switched on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from legwork.errors import StoreError
from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.context import Context
from legwork.qt.core.notifications import Notification, Notifier
from legwork.services import settings
from legwork.services.edit import Changes
from legwork.services.reminders import Kind, Reminder, reminder_of, times_of, was_late

LOOK_MS = 20_000
"""The clock is looked at anew so often: one timer to the right moment would oversleep, or miss that the clock was
changed."""

TRIAL = "trial"
"""The key of the notification that is shown to try it out."""

_TABLES = ("check_in", "reading", "workout", "person", "plan", "plan_session")

_REMEMBERED = 200
"""So many tellings are kept: by number and not by day, for the clock may have been wrong."""


class Reminders(QObject):
    """For one window, on the profile that it shows."""

    page_asked = Signal(str, str)
    """A notification was clicked: the page, and whose (uid, or nothing)."""
    not_shown = Signal(str, str, str)
    """The desktop shows no notifications: the sentence that would have stood there, the page that it is about, and
    whose (uid, or nothing)."""

    def __init__(
        self,
        notifier: Notifier,
        in_front: Callable[[], bool],
        parent: QObject,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        """in_front: whether the person looks at the window."""
        super().__init__(parent)
        self._notifier, self._in_front, self._clock = notifier, in_front, clock
        self._context: Context | None = None
        self._times: dict[Kind, time] = {}
        self._looked: set[tuple[Kind, date]] = set()
        self._shown: dict[str, Reminder] = {}
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        notifier.chosen.connect(self._on_chosen)
        notifier.refused.connect(self._on_refused)

    def start(self, context: Context) -> None:
        """Remind of what is due in this profile from now on; what came due while nothing ran is said now."""
        self.stop()
        self._context = context
        context.bus.changed.connect(self._on_changed)
        context.copy_taken.connect(self._on_copy_taken)
        self._times = times_of(settings.read(context.profile))
        self._run()
        self.look()

    def stop(self) -> None:
        """The profile is about to be closed: take back what is shown."""
        context, self._context = self._context, None
        self._timer.stop()
        self._looked.clear()
        if context is not None:
            context.bus.changed.disconnect(self._on_changed)
            context.copy_taken.disconnect(self._on_copy_taken)
        for key in tuple(self._shown):
            self._withdraw(key)

    def show_trial(self) -> None:
        """Show one now, to see that this desktop does."""
        text = tr("This is how Legwork reminds you.")
        self._notifier.show(Notification(TRIAL, tr("Reminder"), text, tr("Open Legwork")))

    def look(self) -> None:
        """Say what is due now and was not said."""
        if self._context is None:
            return
        now = self._clock()
        for kind, at in self._times.items():
            moment = kind, now.date()
            if moment in self._looked or now.time() < at or (was_late(now, at) and self._in_front()):
                continue  # who looks at the window reads there what is due; it is said when they turn away
            try:
                reminder = self._due(kind, now.date(), self._told(kind))
            except StoreError as error:
                logger.warning("no reminder: %s", error)
                continue  # the next look may find the data free
            self._looked = {one for one in self._looked if one[1] == now.date()} | {moment}
            if reminder is not None:
                self._say(reminder)

    # Within

    def _run(self) -> None:
        if self._times:
            self._timer.start()
        else:
            self._timer.stop()

    def _due(self, kind: Kind, today: date, told: list[str]) -> Reminder | None:
        context = self._context
        assert context is not None
        plan = partial(chosen_plan, context.view)
        return reminder_of(context.profile, context.people, kind, today, told, plan)

    def _say(self, reminder: Reminder) -> None:
        self._shown[reminder.kind.value] = reminder
        self._remember(reminder)
        self._notifier.show(Notification(reminder.kind.value, reminder.title, reminder.text, reminder.action))

    def _told(self, kind: Kind) -> list[str]:
        assert self._context is not None
        return self._context.view.names(_key(kind)) or []

    def _remember(self, reminder: Reminder) -> None:
        assert self._context is not None
        told = [*self._told(reminder.kind), *reminder.told]
        self._context.view.set_names(_key(reminder.kind), told[-_REMEMBERED:])
        self._context.view.sync()  # a program that is ended by the desktop must not say it again

    def _withdraw(self, key: str) -> None:
        if self._shown.pop(key, None) is not None:
            self._notifier.withdraw(key)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        context = self._context
        if context is None:
            return
        if changes.touches("setting"):
            self._follow(times_of(settings.read(context.profile)))
        if self._shown and changes.touches(*_TABLES):
            today = self._clock().date()
            for key, reminder in tuple(self._shown.items()):
                still = self._due(reminder.kind, today, [])
                if still is None or not set(reminder.told) & set(still.told):
                    self._withdraw(key)

    def _on_copy_taken(self) -> None:
        self._withdraw(Kind.COPY.value)

    def _follow(self, times: dict[Kind, time]) -> None:
        """Take over what was switched. Who sets a time that has gone by today means the days to come."""
        now = self._clock()
        for kind, at in times.items():
            if self._times.get(kind) != at:
                moment = kind, now.date()
                self._looked.discard(moment)
                if at <= now.time():
                    self._looked.add(moment)
        for kind in self._times.keys() - times.keys():
            self._withdraw(kind.value)
        self._times = times
        self._run()

    def _on_chosen(self, key: str) -> None:
        reminder = self._shown.pop(key, None)
        self.page_asked.emit(reminder.page if reminder else "", reminder.person_uid if reminder else "")

    def _on_refused(self, key: str) -> None:
        reminder = self._shown.pop(key, None)
        if reminder is not None:
            said = tr("{title}: {text}", title=reminder.title, text=reminder.text)
            self.not_shown.emit(said, reminder.page, reminder.person_uid)
        elif key == TRIAL:
            said = tr("This desktop shows no notifications. Legwork will say it here, at the bottom of its window.")
            self.not_shown.emit(said, "", "")


def _key(kind: Kind) -> str:
    return f"reminded/{kind.value}"
