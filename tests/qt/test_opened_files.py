"""Files that the program is opened with, that are dropped on it, or that a second start hands over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import legwork
from legwork.domain.plan.prescription import Weight
from legwork.domain.units import UnitSystem
from legwork.paths import ProfilePaths
from legwork.qt.dialogs.beside import BesideDialog
from legwork.qt.dialogs.weekly_review import show_review
from legwork.services import check_ins
from legwork.services.people import ChangePerson, everybody
from legwork.services.plans import plan_of, plans_of
from legwork.services.profile import Profile
from program_driver import ALEX, LONGEST_WORK_MS, Desk, answering, fill, opened

WEIGHTS = b'date,weight_kg\n"14 Jan 2025, 00:00",82\n'


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    file = tmp_path / "measurement_data.csv"
    file.write_bytes(WEIGHTS)
    return file


@pytest.fixture
def backup(folder: Path, tmp_path: Path) -> Path:
    """A copy of the profile under a name of the person's own."""
    fill(folder, ALEX)
    profile = Profile(ProfilePaths(folder))
    made = profile.back_up()
    profile.close()
    assert made is not None
    file = tmp_path / "stick" / "my data.legwork"
    file.parent.mkdir()
    shutil.copy(made.file, file)
    return file


def cancel(dialog: QDialog) -> None:
    found = dialog.findChild(QPushButton, "import_cancel") or dialog.findChild(QPushButton, "restore_cancel")
    assert found is not None
    found.click()


def test_several_files_are_several_turns(desk: Desk, weights: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_bytes(WEIGHTS.replace(b"82", b"83"))
    titles: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.objectName() == "import_preview":
            titles.append(dialog.windowTitle())
            cancel(dialog)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    drop_on(desk.window, weights, other)
    desk.qtbot.waitUntil(lambda: len(titles) == 2, timeout=LONGEST_WORK_MS)
    timer.stop()
    assert "measurement_data.csv" in titles[0] and "1 of 2" in titles[0]
    assert "other.csv" in titles[1] and "2 of 2" in titles[1]


@pytest.mark.parametrize(("units", "load"), [(UnitSystem.METRIC, "60 kg"), (UnitSystem.IMPERIAL, "60 lb")])
def test_a_plan_saved_as_text_comes_in_as_one(desk: Desk, tmp_path: Path, units: UnitSystem, load: str) -> None:
    """Legwork's own text; loads without a unit are in that of whoever opens it."""
    desk.context.runner.apply(ChangePerson(desk.person.id, "units", units))
    text = tmp_path / "from a friend.txt"
    text.write_text("Plan: Legs first\nWeek 1\nSession: Legs A\nBack squat: 3x8 60\n", "utf-8")
    desk.program.take_file(text)
    desk.qtbot.waitUntil(lambda: bool(plans_of(desk.context.profile, desk.person.id)), timeout=LONGEST_WORK_MS)
    [info] = plans_of(desk.context.profile, desk.person.id)
    stored = plan_of(desk.context.profile, info.id)
    assert stored is not None and info.name == "Legs first"
    [entry] = stored.plan.blocks[0].weeks[0].sessions[0].entries
    asked = entry.prescription.load
    assert isinstance(asked, Weight) and f"{asked.quantity.entered} {asked.quantity.unit}" == load


def test_a_backup_leads_to_the_preview_of_its_restoring(qtbot: QtBot, folder: Path, backup: Path) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog.windowTitle())
        cancel(dialog)

    with opened(qtbot, folder) as desk:
        with answering("restore_dialog", look):
            desk.program.take_file(backup)
            qtbot.waitUntil(lambda: bool(seen), timeout=LONGEST_WORK_MS)
        desk.settle()


def test_a_new_computer_takes_a_backup_at_once(
    qtbot: QtBot, folder: Path, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is here yet: Bring data from a file is enough."""
    asked: list[str] = []

    def choose(*told: str) -> tuple[list[str], str]:
        asked.append(told[-1])
        return [str(backup)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    with opened(qtbot, tmp_path / "new computer") as desk:
        assert desk.page.name == "welcome"
        desk.go("data")
        desk.window.show_page("welcome")

        def restore(dialog: QDialog) -> None:
            accept = dialog.findChild(QPushButton, "restore_accept")
            assert accept is not None
            qtbot.waitUntil(accept.isEnabled, timeout=LONGEST_WORK_MS)
            accept.click()

        with answering("restore_dialog", restore):
            desk.menu_action("action_import").trigger()
            assert asked[0].startswith("Exports, tables, plans and copies ("), "as they are called everywhere"
            qtbot.waitUntil(
                lambda: desk.program.session._context is not None and bool(desk.context.people), timeout=LONGEST_WORK_MS
            )
        desk.settle()
        assert [one.name for one in desk.context.people] == ["Alex"]
        assert desk.page.name != "welcome"


def test_a_backup_after_a_table_waits_for_it(qtbot: QtBot, folder: Path, backup: Path, weights: Path) -> None:
    order: list[str] = []

    def look(dialog: QDialog) -> None:
        order.append(dialog.objectName())
        cancel(dialog)

    with opened(qtbot, folder) as desk:
        with answering("import_preview", look):
            drop_on(desk.window, backup, weights)
            qtbot.waitUntil(lambda: len(order) == 1, timeout=LONGEST_WORK_MS)
        with answering("restore_dialog", look):
            qtbot.waitUntil(lambda: len(order) == 2, timeout=LONGEST_WORK_MS)
        desk.settle()
    assert order == ["import_preview", "restore_dialog"]


def test_what_is_open_comes_first(desk: Desk, weights: Path) -> None:
    box = QMessageBox(desk.window)
    box.setObjectName("something_open")
    box.setText("A question")
    box.open()
    desk.program.take_file(weights)
    desk.qtbot.waitUntil(lambda: "as soon as the dialog is closed" in desk.notice, timeout=LONGEST_WORK_MS)
    assert QApplication.activeModalWidget() is box
    shown: list[str] = []
    with answering("import_preview", lambda dialog: (shown.append(dialog.windowTitle()), cancel(dialog))):
        box.reject()
        desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONGEST_WORK_MS)


@pytest.mark.parametrize("name", ["gone.csv", "a folder", "nonsense.legwork", "empty.legwork"])
def test_what_cannot_be_read_is_said(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "nonsense.legwork").write_bytes(b"SQLite format 3\0" + b"nonsense" * 500)
    (tmp_path / "empty.legwork").write_bytes(b"")
    desk.program.take_file(tmp_path / name)
    desk.qtbot.waitUntil(
        lambda: desk.notice.endswith(".") and not desk.notice.startswith("Reading"), timeout=LONGEST_WORK_MS
    )
    assert QApplication.activeModalWidget() is None


def drop_on(target: QWidget, *files: Path) -> QDropEvent:
    """Let files go over a widget, as the desktop does it: through the window's handle."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    mime.setText(" ".join(one.as_uri() for one in files))  # many file managers offer this too
    window = target.window()
    place = target.mapTo(window, target.rect().center())
    rest = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window.windowHandle(), QDragEnterEvent(place, *rest))
    event = QDropEvent(QPointF(place), *rest)
    QApplication.sendEvent(window.windowHandle(), event)
    return event


def test_a_field_under_the_pointer_does_not_take_the_name_of_a_file(desk: Desk, weights: Path) -> None:
    desk.go("measure")
    field = desk.reading("waist")
    shown: list[str] = []
    with answering("import_preview", lambda dialog: (shown.append(dialog.windowTitle()), cancel(dialog))):
        assert drop_on(field, weights).isAccepted()
        desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONGEST_WORK_MS)
    assert field.text() == ""


def test_a_dialog_beside_the_window_takes_a_file(desk: Desk, weights: Path) -> None:
    show_review(desk.context, desk.window)
    desk.settle()
    [beside] = [one for one in QApplication.topLevelWidgets() if isinstance(one, BesideDialog) and one.isVisible()]
    desk.qtbot.waitUntil(beside.isActiveWindow)
    shown: list[str] = []
    with answering("import_preview", lambda dialog: (shown.append(dialog.windowTitle()), cancel(dialog))):
        assert drop_on(beside, weights).isAccepted()
        desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONGEST_WORK_MS)
    beside.close()


def test_a_text_may_still_be_dropped_on_a_field(desk: Desk) -> None:
    desk.go("people")
    [field, *_] = [one for one in desk.window.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()]
    field.clear()
    mime = QMimeData()
    mime.setText("Kim")
    place = field.mapTo(desk.window, field.rect().center())
    rest = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.window.windowHandle(), QDragEnterEvent(place, *rest))
    QApplication.sendEvent(desk.window.windowHandle(), QDropEvent(QPointF(place), *rest))
    assert field.text() == "Kim"


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from legwork.bootstrap import Application, Program
from legwork.paths import ProfilePaths

app = Application(["legwork"])
named = [Path(one) for one in sys.argv[3:]]
program = Program(ProfilePaths(Path(sys.argv[1])), minimised=bool(named), files=named)
app.file_opened.connect(program.take_file)
if not named:
    QApplication.sendEvent(app, QFileOpenEvent(sys.argv[2]))  # macOS does so before there is a window
assert program.start()

def look():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        print(dialog.windowTitle(), flush=True)
        dialog.reject()
        program.window.close()
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
sys.exit(app.exec())
"""


@pytest.mark.parametrize("named", [True, False], ids=["named at the start", "opened by macOS"])
def test_a_file_that_the_program_is_started_with(folder: Path, weights: Path, *, named: bool) -> None:
    """Shown before it is taken in, on top of a window that a start at login would have left minimised."""
    fill(folder, ALEX)
    assert QFileOpenEvent(str(weights)).file() == str(weights)
    around = os.environ | {"PYTHONPATH": str(Path(legwork.__file__).parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHILD, str(folder), str(weights), *([str(weights)] if named else [])]
    ended = subprocess.run(command, env=around, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "measurement_data.csv" in ended.stdout
    profile = Profile(ProfilePaths(folder))
    [alex] = everybody(profile)
    assert check_ins.measured_spots(profile, alex.id) == set()
    profile.close()


def test_opening_a_file_is_one_step_of_undo(desk: Desk, weights: Path) -> None:
    with answering("import_preview", lambda dialog: dialog.accept()):
        desk.program.take_file(weights)
        desk.qtbot.waitUntil(lambda: desk.undo_action().isEnabled(), timeout=LONGEST_WORK_MS)
    desk.settle()
    assert [one.name for one in everybody(desk.context.profile)] == ["Alex"]
    assert desk.context.runner.stack.count() == 1
