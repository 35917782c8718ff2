"""Reminders by the clock: once each, silent when done, after sleep and when the clock is changed, off by default."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from legwork.qt.core.notifications import BusNotifier
from legwork.qt.core.reminders import Reminders
from legwork.qt.core.session_bus import SessionBus
from legwork.services import settings
from legwork.services.people import ChangePerson
from legwork.services.settings import ChangeSetting
from notification_service import PretendedBus, settled
from program_driver import Desk

MONDAY = date(2025, 3, 10)
AT_EIGHT = "08:00"


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime.combine(MONDAY, time(6))

    def __call__(self) -> datetime:
        return self.now

    def set(self, hour: float, days: int = 0) -> None:
        """So many days after the Monday, at an hour of the day."""
        self.now = datetime.combine(MONDAY, time()) + timedelta(days=days, hours=hour)


class Room:
    """The program with its reminders, on a desktop whose notifications can be seen."""

    def __init__(self, desk: Desk, bus: PretendedBus) -> None:
        self.desk, self.bus, self.watch, self.in_front = desk, bus, Watch(), False
        self.asked: list[tuple[str, str]] = []
        self.refused: list[tuple[str, str, str]] = []
        self.begin()

    def begin(self) -> None:
        """Start the program's reminders, as after every start of the program."""
        window = self.desk.window
        self.wire = SessionBus(window)
        self.reminders = Reminders(BusNotifier(self.wire, window), self._is_in_front, window, self.watch)
        self.reminders.page_asked.connect(lambda *what: self.asked.append(what))
        self.reminders.not_shown.connect(lambda *what: self.refused.append(what))
        self.reminders.start(self.desk.context)

    def _is_in_front(self) -> bool:
        return self.in_front

    def switch(self, key: str, value: str = "yes") -> None:
        self.desk.context.runner.apply(ChangeSetting(key, value))

    def seen(self, hour: float, days: int = 0) -> list[str]:
        """The titles that were ever shown, once the clock says this."""
        self.watch.set(hour, days)
        self.reminders.look()
        self.settle()
        return [one.title for one in self.bus.asked()]

    def settle(self) -> None:
        settled(self.desk.qtbot, self.wire)

    @property
    def standing(self) -> list[str]:
        return [one.text for one in self.bus.standing()]


@pytest.fixture
def room(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    bus = PretendedBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    room = Room(desk, bus)
    yield room
    room.reminders.stop()
    bus.close()


@pytest.fixture
def reminding(room: Room) -> Room:
    """At eight on Mondays; the last check-in was a week before."""
    room.desk.remember(MONDAY - timedelta(days=7), waist="84")
    room.switch(settings.REMIND_CHECK_IN)
    return room


def test_nothing_comes_unasked(room: Room) -> None:
    assert [room.seen(hour, days) for days in range(3) for hour in (7, 8, 12, 23)] == [[]] * 12


def test_at_its_time_and_once(reminding: Room) -> None:
    assert reminding.seen(7.99) == []
    assert reminding.seen(8) == ["Check-in"]
    assert reminding.standing == ["Today is check-in day. The last one was 7 days ago."]
    assert len(reminding.seen(8.1)) == len(reminding.seen(23)) == len(reminding.seen(9, days=1)) == 1
    assert len(reminding.seen(8, days=7)) == 2, "the next week it comes again"


def test_it_is_not_said_again_after_a_restart(reminding: Room) -> None:
    reminding.seen(8)
    reminding.reminders.stop()
    reminding.desk.qtbot.waitUntil(lambda: reminding.standing == [])
    reminding.begin()
    assert len(reminding.seen(8.2)) == len(reminding.seen(9, days=2)) == 1


def test_what_is_done_is_not_said_and_what_is_said_goes_when_done(reminding: Room) -> None:
    reminding.desk.remember(MONDAY - timedelta(days=1), waist="84")
    assert reminding.seen(8) == []
    assert reminding.seen(8, days=7) == ["Check-in"]
    assert len(reminding.standing) == 1
    reminding.desk.remember(MONDAY + timedelta(days=7), body_weight="80")
    reminding.settle()
    assert len(reminding.standing) == 1, "the scale alone is no check-in"
    reminding.desk.remember(MONDAY + timedelta(days=7), waist="84")
    reminding.desk.qtbot.waitUntil(lambda: reminding.standing == [])


def test_after_sleep_it_comes_late_but_not_in_the_night(reminding: Room) -> None:
    assert reminding.seen(7) == []
    assert reminding.seen(6, days=1) == [], "the next morning, before the time that was asked for"
    assert reminding.seen(8.5, days=1) == ["Check-in"]
    assert reminding.standing == ["The check-in of Monday is still to do."]


def test_after_a_long_sleep_it_waits_for_the_next_check_in_day(reminding: Room) -> None:
    assert reminding.seen(9, days=5) == []
    assert reminding.seen(8, days=7) == ["Check-in"]


def test_a_clock_that_is_changed_says_nothing_twice_and_misses_nothing(reminding: Room) -> None:
    assert len(reminding.seen(8.5)) == 1
    assert len(reminding.seen(7.5)) == len(reminding.seen(8.5)) == 1, "back and forth over the hour"
    assert len(reminding.seen(8, days=700)) == 2, "set years ahead by mistake"
    assert len(reminding.seen(9)) == 2, "and back"
    assert len(reminding.seen(8, days=7)) == 3


def test_late_it_waits_while_the_person_looks_at_the_window(reminding: Room) -> None:
    reminding.in_front = True
    assert reminding.seen(10) == []
    reminding.in_front = False
    assert reminding.seen(10.01) == ["Check-in"]
    reminding.in_front = True
    assert len(reminding.seen(8, days=7)) == 2, "on time it comes all the same"


def test_who_switches_it_on_after_its_time_means_the_days_to_come(room: Room) -> None:
    room.watch.set(9)
    room.switch(settings.REMIND_CHECK_IN)
    assert room.seen(9.1) == []
    room.switch(settings.CHECK_IN_AT, "10:00")
    assert room.seen(10) == ["Check-in"]
    room.desk.undo()
    room.desk.undo()
    room.desk.qtbot.waitUntil(lambda: room.standing == [])  # switched off it is taken back
    assert len(room.seen(8, days=7)) == 1


def test_a_click_opens_the_page_of_the_person(reminding: Room) -> None:
    reminding.seen(8)
    reminding.bus.click(reminding.bus.asked()[0].number)
    reminding.desk.qtbot.waitUntil(lambda: reminding.asked == [("measure", reminding.desk.person.uid)])


def test_another_weekday_is_another_day(reminding: Room) -> None:
    reminding.desk.context.runner.apply(ChangePerson(reminding.desk.person.id, "check_in_weekday", 2))
    assert reminding.seen(9) == []
    assert reminding.seen(9, days=2) == ["Check-in"]


def test_where_the_desktop_shows_nothing_the_window_says_it(
    reminding: Room, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    reminding.bus.mute = True
    reminding.seen(8)
    said = "Check-in: Today is check-in day. The last one was 7 days ago."
    reminding.desk.qtbot.waitUntil(lambda: reminding.refused == [(said, "measure", reminding.desk.person.uid)])


def test_a_store_that_is_busy_is_asked_again(reminding: Room, qtbot: QtBot) -> None:
    from legwork.errors import StoreError, StoreFault

    profile = reminding.desk.context.profile
    reading, busy = profile.reading, [True]

    def refuses():  # type: ignore[no-untyped-def]
        if busy and threading.current_thread() is threading.main_thread():  # pages at work have it free
            raise StoreError(StoreFault.LOCKED, "locked")
        return reading()

    profile.reading = refuses  # type: ignore[method-assign]
    try:
        assert reminding.seen(8) == []
        busy.clear()
        assert reminding.seen(8.02) == ["Check-in"]
    finally:
        del profile.reading
