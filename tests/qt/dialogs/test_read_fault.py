"""The data cannot be read under the open window: said as what it is, with a way back, never as a mistake of ours."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from fault_driver import press, sentence
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.export import ExportDialog
from legwork.services import check_ins
from legwork.services.people import everybody
from legwork.services.profile import Profile
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened, readings, restoring

pytestmark = pytest.mark.qt_no_exception_capture
PAGE = 4096
TODAY = date.today()


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """Somebody with two months of readings and a copy of them; the program's own handler in place of pytest-qt's."""
    fill(folder, ALEX)
    profile = Profile(ProfilePaths(folder))
    person = everybody(profile)[0]
    for number in range(60):
        day = TODAY - timedelta(days=number + 1)
        profile.apply(readings(person, day, waist="84", calf_left="38.2", calf_right="38.4", hips="98"))
    profile.back_up()
    profile.close()
    hooks = sys.excepthook, threading.excepthook
    with opened(qtbot, folder) as desk:
        desk.program.session.install_crash_handler(desk.program.paths.log)
        yield desk
        sys.excepthook, threading.excepthook = hooks


@contextmanager
def damaged(desk: Desk) -> Iterator[bytes]:
    """All but the first page of the file is overwritten; gives what it was."""
    file = desk.program.paths.database
    sound = file.read_bytes()
    file.write_bytes(sound[:PAGE] + b"\xa5" * (len(sound) - PAGE))
    store = desk.context.profile._store
    while store._idle:
        store._idle.pop().close()  # what SQLite holds of the file in memory would hide the damage
    yield sound


@contextmanager
def dialogs() -> Iterator[list[str]]:
    """Close every dialog that comes while the block runs, as with Escape; gives their names."""
    seen: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, QDialog) and shown.isVisible() and shown.objectName() != "waiting":
            seen.append(shown.objectName())
            shown.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield seen
    timer.stop()


def days(desk: Desk) -> int:
    return len(check_ins.check_in_days(desk.context.profile, desk.person.id))


@pytest.mark.parametrize("page", ["history", "charts", "balance"])
def test_the_copy_is_offered_and_brings_everything_back(
    desk: Desk, page: str, capfd: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.append(sentence(dialog))
        press(dialog, "Restore this copy")

    before = desk.context
    with damaged(desk), restoring(), answering("store_fault", look) as shown:
        desk.click(f"rail_{page}")
        desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONGEST_WORK_MS)
        desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    assert said == ["The file with your data is damaged."]
    assert "Error calling" not in capfd.readouterr().err
    assert days(desk) == 60
    desk.settle()
    assert desk.page.name == page
    desk.go("measure")
    desk.enter("waist", "85")
    assert desk.stored("waist") == ["85 cm"], "the window goes on"


def test_try_again_reads_afresh_once_the_file_is_sound(desk: Desk) -> None:
    before = desk.context
    with damaged(desk) as sound:

        def look(dialog: QDialog) -> None:
            desk.program.paths.database.write_bytes(sound)
            press(dialog, "Try again")

        with answering("store_fault", look) as shown:
            desk.click("rail_history")
            desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONGEST_WORK_MS)
            desk.qtbot.waitUntil(lambda: desk.window.context not in (None, before), timeout=LONGEST_WORK_MS)
    with dialogs() as seen:
        desk.go("charts")
        desk.go("history")
    assert seen == []
    assert days(desk) == 60


def test_not_now_is_taken_for_an_answer(desk: Desk) -> None:
    with damaged(desk) as sound:
        with dialogs() as seen:
            desk.click("rail_balance")
            desk.qtbot.waitUntil(lambda: bool(seen), timeout=LONGEST_WORK_MS)
            desk.window.activateWindow()
            desk.qtbot.wait(300)
        assert seen == ["store_fault"]
        desk.program.paths.database.write_bytes(sound)


def test_an_export_of_damaged_data_says_so_in_a_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(file), ""))
    with damaged(desk) as sound:
        desk.menu_action("action_export").trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        desk.qtbot.waitUntil(lambda: not dialog.busy, timeout=LONGEST_WORK_MS)
        desk.click(dialog.save)
        desk.qtbot.waitUntil(lambda: not dialog.busy, timeout=LONGEST_WORK_MS)
        assert dialog.told.text() == "Nothing was exported. The file with your data is damaged."
        dialog.reject()
        assert not file.exists()
        desk.program.paths.database.write_bytes(sound)


def test_a_copy_that_cannot_be_made_says_so_in_a_sentence(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    ProfilePaths(folder).backups.write_text("not a folder")
    with opened(qtbot, folder) as desk:
        qtbot.waitUntil(lambda: desk.notice.startswith("Today's copy"), timeout=LONGEST_WORK_MS)
        assert desk.notice == (
            "Today's copy of your data could not be made. "
            "The folder for the copies, or the file with your data, cannot be reached."
        )
