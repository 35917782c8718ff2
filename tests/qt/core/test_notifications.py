"""Notifications reach the desktop over its bus, come back as a click, and are refused where there is no desktop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from legwork.qt.core.notifications import BusNotifier, Notification, TrayNotifier
from legwork.qt.core.session_bus import LONGEST, PATIENCE_MS, SessionBus, session_place
from notification_service import BUSES, PretendedBus, RealBus, settled

NOTE = Notification("check_in", "Check-in", "Today is check-in day. Legs < arms & so on.", "Measure now")

Bus = PretendedBus | RealBus


@pytest.fixture(params=BUSES)
def bus(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Bus]:
    """The desktop's bus, where the program looks for it."""
    found = BUSES[request.param](tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
    yield found
    found.close()


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    one = QObject()
    yield one
    one.deleteLater()


class Wired(BusNotifier):
    """A notifier whose bus can be waited for."""

    def __init__(self, owner: QObject, qtbot: QtBot) -> None:
        self.wire = SessionBus(owner)
        self.qtbot = qtbot
        super().__init__(self.wire, owner)

    def settle(self) -> None:
        settled(self.qtbot, self.wire)


def test_a_notification_stands_on_the_desktop_as_the_specification_has_it(
    qtbot: QtBot, bus: Bus, owner: QObject
) -> None:
    Wired(owner, qtbot).show(NOTE)
    qtbot.waitUntil(lambda: len(bus.asked()) == 1)
    [shown] = bus.asked()
    assert shown.signature == "susssasa{sv}i"
    assert (shown.app, shown.title, shown.text) == ("Legwork", NOTE.title, NOTE.text)
    assert shown.actions == ["default", "Measure now"]
    assert shown.entry == "legwork"


def test_a_click_comes_back_once(qtbot: QtBot, bus: Bus, owner: QObject) -> None:
    notifier = Wired(owner, qtbot)
    chosen: list[str] = []
    notifier.chosen.connect(chosen.append)
    notifier.show(NOTE)
    notifier.settle()
    bus.click(bus.asked()[0].number + 7)  # of another program
    bus.click(bus.asked()[0].number)
    qtbot.waitUntil(lambda: chosen == ["check_in"])
    bus.click(bus.asked()[0].number)
    notifier.settle()
    assert chosen == ["check_in"]


def test_a_second_of_the_same_key_takes_the_place_of_the_first(qtbot: QtBot, bus: Bus, owner: QObject) -> None:
    notifier = Wired(owner, qtbot)
    notifier.show(NOTE)
    notifier.settle()
    notifier.show(Notification("check_in", "Check-in", "Still to do.", "Measure now"))
    qtbot.waitUntil(lambda: len(bus.asked()) == 2)
    assert [one.text for one in bus.standing()] == ["Still to do."]


def test_one_that_is_withdrawn_is_gone(qtbot: QtBot, bus: Bus, owner: QObject) -> None:
    notifier = Wired(owner, qtbot)
    notifier.show(NOTE)
    notifier.settle()
    notifier.withdraw("sessions")  # that one was never shown
    notifier.settle()
    assert len(bus.standing()) == 1
    notifier.withdraw("check_in")
    qtbot.waitUntil(lambda: bus.standing() == [])


def test_a_bus_that_went_away_refuses_and_a_new_one_is_found(
    qtbot: QtBot, bus: Bus, owner: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notifier = Wired(owner, qtbot)
    notifier.show(NOTE)
    qtbot.waitUntil(lambda: len(bus.asked()) == 1)
    bus.close()
    with qtbot.waitSignal(notifier.refused) as refused:
        notifier.show(NOTE)
    assert refused.args == ["check_in"]
    folder = tmp_path / "later"
    folder.mkdir()
    other = PretendedBus(folder)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", other.address)
    notifier.show(NOTE)
    qtbot.waitUntil(lambda: len(other.asked()) == 1)
    other.close()


def test_markup_is_kept_from_a_desktop_that_reads_it(
    qtbot: QtBot, tmp_path: Path, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    bus = PretendedBus(tmp_path)
    bus.desktop.capabilities = ["body", "body-markup"]
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    Wired(owner, qtbot).show(NOTE)
    qtbot.waitUntil(lambda: len(bus.asked()) == 1)
    assert bus.asked()[0].text == "Today is check-in day. Legs &lt; arms &amp; so on."
    bus.close()


def test_a_bus_without_such_a_service_refuses(
    qtbot: QtBot, tmp_path: Path, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    bus = PretendedBus(tmp_path)
    bus.mute = True
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    notifier = Wired(owner, qtbot)
    with qtbot.waitSignal(notifier.refused):
        notifier.show(NOTE)
    bus.close()


HEAD = b"l\x02\x01\x01" + b"\0\0\0\0" + b"\x01\0\0\0"
"""How an answer begins, up to the length of its fields."""


@pytest.mark.parametrize(
    "nonsense",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        HEAD.replace(b"l\x02", b"l\x07") + b"\0\0\0\0",
        HEAD + b"\x07\0\0\0" + b"\x08\x01g\0\x01z\0\0",
        HEAD + b"\x07\0\0\0" + b"\x08\x01g\0\x01u\0\0",
        HEAD + b"\x07\0\0\0" + b"\x08\x01g\0\x01(\0\0",
        HEAD + b"\x0a\0\0\0" + b"\x03\x01s\0\x01\0\0\0\xff\0" + b"\0" * 6,
        HEAD + b"\x0a\0\0\0" + b"\x03\x01s\0\x01\0\0\0ab" + b"\0" * 6,
        HEAD + (2 * LONGEST).to_bytes(4, "little"),
    ],
    ids=["words", "kind", "type", "values", "structure", "letters", "end", "length"],
)
def test_a_bus_that_answers_nonsense_refuses_and_is_asked_again(
    qtbot: QtBot, tmp_path: Path, owner: QObject, monkeypatch: pytest.MonkeyPatch, nonsense: bytes
) -> None:
    bus = PretendedBus(tmp_path)
    bus.nonsense = nonsense
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    notifier = Wired(owner, qtbot)
    with qtbot.waitSignal(notifier.refused, timeout=PATIENCE_MS // 2):  # at once
        notifier.show(NOTE)
    bus.nonsense = b""
    notifier.show(NOTE)
    qtbot.waitUntil(lambda: len(bus.asked()) == 1)
    bus.close()


@pytest.mark.parametrize("greeting", [b"REJECTED EXTERNAL\r\n", b"OK 0123\r\nmore", b"?" * 9000])
def test_a_bus_that_does_not_let_us_in_refuses(
    qtbot: QtBot, tmp_path: Path, owner: QObject, monkeypatch: pytest.MonkeyPatch, greeting: bytes
) -> None:
    bus = PretendedBus(tmp_path)
    bus.greeting = greeting
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    notifier = Wired(owner, qtbot)
    with qtbot.waitSignal(notifier.refused, timeout=PATIENCE_MS // 2):
        notifier.show(NOTE)
    bus.close()


@pytest.mark.parametrize(
    "address", ["", "unix:path=/nowhere/at/all", "tcp:host=localhost,port=1", "nonsense;;", "unix:"]
)
def test_no_bus_at_all_refuses(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    notifier = Wired(owner, qtbot)
    with qtbot.waitSignal(notifier.refused) as refused:
        notifier.show(NOTE)
    assert refused.args == ["check_in"]


def test_where_the_bus_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    for address, place in (
        ("unix:path=/run/user/1000/bus", "/run/user/1000/bus"),
        ("unix:abstract=/tmp/dbus-8Xy,guid=00ff", "\0/tmp/dbus-8Xy"),
        ("tcp:host=there,port=1;unix:path=/tmp/a%20b%2cc", "/tmp/a b,c"),
        ("tcp:host=there,port=1", None),
        ("", None),
    ):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert session_place() == place, address
    (tmp_path / "bus").touch()
    assert session_place() == str(tmp_path / "bus")


def test_a_desktop_without_a_tray_refuses(qtbot: QtBot, owner: QObject) -> None:
    notifier = TrayNotifier(QIcon, owner)
    with qtbot.waitSignal(notifier.refused) as refused:
        notifier.show(NOTE)
    assert refused.args == ["check_in"]
    notifier.withdraw("check_in")
