"""The whole program reminds: started at login with its window minimised, put away by closing it, brought back by a
click or a second start."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

import legwork
from legwork import session
from legwork.paths import ProfilePaths
from legwork.services import settings
from legwork.services.check_ins import DeleteCheckIns
from legwork.services.due import check_in_due, tape_days
from legwork.services.people import AddPerson, ChangePerson
from legwork.services.profile import Profile
from legwork.services.settings import ChangeSetting
from notification_service import PretendedBus
from program_driver import ALEX, Desk, fill, opened


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Reminders begin soon after the start, and nothing is written where this computer's desktop looks."""
    monkeypatch.setattr(session, "REMIND_MS", 20)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def bus(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendedBus]:
    one = PretendedBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
    yield one
    one.close()


def prepare(folder: Path, **chosen: str) -> None:
    """Two people who never measured and whose day is today, and what was chosen in the settings."""
    today = date.today().weekday()
    fill(folder, ALEX, AddPerson("Bo", check_in_weekday=today))
    profile = Profile(ProfilePaths(folder))
    for key, value in chosen.items():
        profile.apply(ChangeSetting(key, value))
    profile.close()


def started_again(folder: Path, *more: str) -> QProcess:
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", str(Path(legwork.__file__).parents[1]))
    environment.insert("QT_QPA_PLATFORM", "offscreen")
    process.setProcessEnvironment(environment)
    process.start(sys.executable, ["-m", "legwork", "--profile-dir", str(folder), *more])
    return process


def test_started_at_login_it_is_minimised_reminds_and_a_click_brings_the_page(
    qtbot: QtBot, folder: Path, bus: PretendedBus
) -> None:
    prepare(folder, **{settings.REMIND_CHECK_IN: "yes", settings.CHECK_IN_AT: "00:00"})
    with opened(qtbot, folder, minimised=True) as desk:
        assert desk.window.isMinimized()
        qtbot.waitUntil(lambda: len(bus.asked()) == 1)
        expected = "Bo" if date.today().weekday() else ""  # on Mondays it is everybody's day
        assert expected in bus.asked()[0].title
        desk.qtbot.wait(300)  # its number is on the way back
        bus.click(bus.asked()[0].number)
        qtbot.waitUntil(lambda: not desk.window.isMinimized())
        qtbot.waitUntil(lambda: desk.window.current_page().name == "measure")
        if expected:
            assert desk.person.name == "Bo"


def test_a_start_at_login_of_one_that_runs_already_ends_without_a_word(desk: Desk, folder: Path) -> None:
    forward: list[bool] = []
    desk.program.single.asked_forward.connect(lambda: forward.append(True))
    second = started_again(folder, "--minimised")
    with desk.qtbot.waitSignal(second.finished, timeout=20000) as ended:
        pass
    assert ended.args[0] == 0
    assert forward == []


def test_closing_ends_the_program_unless_it_was_asked_to_stay(qtbot: QtBot, folder: Path, bus: PretendedBus) -> None:
    prepare(folder, **{settings.STAY: "yes"})
    with opened(qtbot, folder) as desk:
        with qtbot.waitSignal(desk.window.closing, timeout=1000):
            desk.window.close()  # without a reminder there is nothing to stay for
        assert not ProfilePaths(folder).lock.exists()


def test_asked_to_stay_it_goes_on_reminding_until_it_is_ended(qtbot: QtBot, folder: Path, bus: PretendedBus) -> None:
    prepare(folder, **{settings.STAY: "yes", settings.REMIND_SESSIONS: "yes"})
    with opened(qtbot, folder) as desk:
        closed: list[bool] = []
        desk.window.closing.connect(lambda: closed.append(True))
        desk.window.close()
        qtbot.waitUntil(lambda: not desk.window.isVisible())
        assert closed == []
        second = started_again(folder)
        qtbot.waitUntil(desk.window.isVisible, timeout=20000)
        qtbot.waitUntil(lambda: second.state() is QProcess.ProcessState.NotRunning, timeout=20000)
        action = desk.window.findChild(QAction, "action_quit")
        assert action.shortcut().toString() == "Ctrl+Q"
        action.trigger()
        assert closed == [True]


def test_the_sample_reminds_of_nothing(sample_desk: Desk, bus: PretendedBus) -> None:
    for key, value in ((settings.REMIND_CHECK_IN, "yes"), (settings.STAY, "yes"), (settings.CHECK_IN_AT, "00:00")):
        sample_desk.context.runner.apply(ChangeSetting(key, value))
    profile, person = sample_desk.context.profile, sample_desk.person
    recent = tape_days(profile, person, date.today() - timedelta(days=8))
    sample_desk.context.runner.apply(DeleteCheckIns(tuple(recent), tuple(recent.values())))
    sample_desk.context.runner.apply(ChangePerson(person.id, "check_in_weekday", date.today().weekday()))
    assert not check_in_due(profile, sample_desk.person, date.today()).done
    sample_desk.window.showMinimized()  # while it is in front a late reminder waits
    sample_desk.program.session.open_own()
    sample_desk.program.session.open_sample()
    sample_desk.qtbot.wait(200)
    assert bus.asked() == []
    assert not sample_desk.window.stays_when_closed
    sample_desk.window.bring_forward()
    sample_desk.go("settings")
    assert not sample_desk.child(QCheckBox, "start_at_login").isEnabled()


# The card on the settings page


def test_one_is_shown_to_try_it(desk: Desk, bus: PretendedBus) -> None:
    desk.go("settings")
    desk.click("reminder_trial")
    desk.qtbot.waitUntil(lambda: len(bus.asked()) == 1)
    assert bus.asked()[0].text == "This is how Legwork reminds you."


def test_a_desktop_that_shows_none_is_said_in_the_window(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    desk.go("settings")
    desk.click("reminder_trial")
    desk.qtbot.waitUntil(lambda: desk.notice.startswith("This desktop shows no notifications."))


def test_what_the_desktop_refused_is_said_once_the_window_is_looked_at_and_leads_to_whose_it_is(
    qtbot: QtBot, folder: Path, bus: PretendedBus
) -> None:
    prepare(folder, **{settings.REMIND_CHECK_IN: "yes", settings.CHECK_IN_AT: "00:00"})
    bus.mute = True
    with opened(qtbot, folder, minimised=True) as desk:
        qtbot.wait(600)
        assert desk.notice == "", "nobody would see it"
        desk.window.bring_forward()
        qtbot.waitUntil(lambda: "check-in" in desk.notice.lower())
        desk.click("notice_action")
        qtbot.waitUntil(lambda: desk.window.current_page().name == "measure")
        if date.today().weekday():  # on Mondays it is everybody's day
            assert desk.person.name == "Bo"


def test_reminders_by_the_keyboard_with_a_time_as_it_is_typed_and_undone(desk: Desk) -> None:
    desk.go("settings")
    check, field = desk.child(QCheckBox, settings.REMIND_CHECK_IN), desk.child(QLineEdit, settings.CHECK_IN_AT)
    assert not check.isChecked()
    assert not field.isEnabled()
    check.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field
    field.selectAll()
    desk.write("6.45")
    desk.press(Qt.Key.Key_Return)
    now = settings.read(desk.context.profile)
    assert (now[settings.REMIND_CHECK_IN], now[settings.CHECK_IN_AT], field.text()) == ("yes", "06:45", "06:45")
    desk.undo()
    assert field.text() == "08:00"
    desk.undo()
    assert not check.isChecked()


def test_a_time_that_makes_no_sense_is_said_and_not_kept(desk: Desk) -> None:
    desk.go("settings")
    desk.click(settings.REMIND_SESSIONS)
    field = desk.child(QLineEdit, settings.SESSIONS_AT)
    desk.click(field)
    field.selectAll()
    desk.write("noon")
    desk.press(Qt.Key.Key_Tab)
    said = desk.child(QLabel, "reminder_error")
    assert said.text().startswith("This is not a time of the day")
    assert field.property("state") == "error" and said.parent() is field.parent(), "it stands beside what it is about"
    assert field.accessibleDescription() == said.text()
    assert settings.read(desk.context.profile)[settings.SESSIONS_AT] == "16:00"
    desk.click(field)
    field.selectAll()
    desk.write("18")
    desk.go("measure")
    assert settings.read(desk.context.profile)[settings.SESSIONS_AT] == "18:00", "taken over by leaving the page"
    assert field.property("state") != "error"


def test_start_at_login_shows_what_the_desktop_really_has(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "config" / "autostart" / "legwork.desktop"
    desk.go("settings")
    login = desk.child(QCheckBox, "start_at_login")
    assert not login.isChecked()
    assert not file.exists()
    desk.click(login)
    assert login.isChecked()
    assert "--minimised" in file.read_text(encoding="utf-8")
    desk.go("measure")
    file.unlink()
    desk.go("settings")
    assert not login.isChecked()
    desk.click(login)
    desk.click(login)
    assert not file.exists()


def test_staying_needs_a_reminder(desk: Desk) -> None:
    desk.go("settings")
    stay = desk.child(QCheckBox, settings.STAY)
    assert not stay.isEnabled()
    desk.click(settings.REMIND_CHECK_IN)
    desk.click(stay)
    assert desk.window.stays_when_closed
    desk.click(settings.REMIND_CHECK_IN)
    assert not desk.window.stays_when_closed
    assert not stay.isChecked()
