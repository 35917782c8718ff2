"""The real program opened offscreen on a profile of its own, and a desk from which a test uses its window by hand."""

from __future__ import annotations

import faulthandler
import gc
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from legwork.bootstrap import Program
from legwork.domain import units
from legwork.domain.sites import Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.paths import ProfilePaths
from legwork.qt.core.context import Context
from legwork.qt.dialogs.restore import RestoreDialog
from legwork.qt.main_window import MainWindow
from legwork.services import check_ins
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.people import AddPerson, Person
from legwork.services.profile import Profile

ALEX = AddPerson("Alex", "male", date(1990, 5, 14), Quantity(180.0, "cm", "180"))
LONGEST_DIALOG_MS = 8000
LONGEST_WORK_MS = 30_000
"""The first page of the first test loads all that the forecasts need, perhaps beside other work on the machine."""

W = TypeVar("W", bound=QWidget)


def fill(folder: Path, *people: AddPerson) -> None:
    """Make a profile with these people before the program starts."""
    profile = Profile(ProfilePaths(folder))
    for person in people:
        profile.apply(person)
    profile.close()


def readings(person: Person, day: date, **texts: str) -> RecordReadings:
    """The edit that records texts as typed; a keyword is a spot with _left or _right for its side."""
    entries = []
    for name, text in texts.items():
        spot = spot_of(name)
        entries.append(Entry(spot, units.parse_many(text, person.kind(spot), person.units)))
    return RecordReadings(person.id, (Day(day, tuple(entries)),))


def spot_of(name: str) -> Spot:
    """calf_left -> the left calf; waist -> the waist."""
    for side in ("left", "right"):
        if name.endswith(f"_{side}"):
            return Spot.parse(f"{name.removesuffix(f'_{side}')}:{side}")
    return Spot.parse(name)


class Desk:
    """The open window, and a person's hands on its keyboard and mouse."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self._closed = False
        self._had_fault_handler = faulthandler.is_enabled()

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def context(self) -> Context:
        return self.program.session.context

    @property
    def person(self) -> Person:
        person = self.context.person
        assert person is not None
        return person

    @property
    def page(self) -> object:
        """The page on screen; its public attributes are the test's to know."""
        return self.window.current_page()

    @property
    def notice(self) -> str:
        """The sentence in the notice bar; empty while the bar is not there."""
        return self.window.notices.text.text() if self.window.notices.isVisible() else ""

    def child(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """The one widget of that name that is on screen."""
        found = [one for one in (within or self.window).findChildren(kind, name) if one.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are named {name}"
        return found[0]

    def reading(self, name: str) -> QLineEdit:
        """The field of a spot on the Measure page."""
        return self.child(QLineEdit, f"reading_{spot_of(name)}")

    def message(self, name: str) -> str:
        """What is said beside the field of a spot."""
        label = self.window.findChild(QLabel, f"message_{spot_of(name)}")
        return label.text() if label is not None and label.isVisible() else ""

    def stored(self, name: str, day: date | None = None, person: Person | None = None) -> list[str]:
        """The readings of a spot as the profile holds them, as typed, with their units."""
        owner = person or self.person
        there = check_ins.on_day(self.context.profile, owner.id, day or date.today())
        return [f"{one.entered} {one.unit}" for one in there.readings.get(spot_of(name), ())]

    def remember(self, day: date, **texts: str) -> None:
        """Put readings into the profile as if they had been entered some other time; nothing to undo."""
        self.context.profile.apply(readings(self.person, day, **texts))
        self.context.runner.reload_everything()

    def go(self, page: str) -> object:
        """Click a page in the rail."""
        self.click(f"rail_{page}")
        self.qtbot.waitUntil(lambda: self.window.current_page().name == page)
        self.settle()
        return self.page

    def click(self, target: QWidget | str, at: QPoint | None = None) -> None:
        """A click with the left button, which takes the focus where a real one would."""
        widget = self.child(QWidget, target) if isinstance(target, str) else target
        if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
        if at is None:
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        else:
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the focus."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def press_standard(self, key: QKeySequence.StandardKey) -> None:
        """The keys that this platform has for Redo, Copy and the like."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(key))

    def settle(self) -> None:
        """Let what was posted happen: new widgets appear, those on their way out go, and the page has all it shows."""
        self._settle_once()
        if not self._closed and getattr(self.page, "busy", False):
            self.qtbot.waitUntil(lambda: not getattr(self.page, "busy", False), timeout=LONGEST_WORK_MS)
            self._settle_once()

    @staticmethod
    def _settle_once() -> None:
        for _ in range(3):
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        self.qtbot.keyClicks(target, text)

    def enter(self, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type over a field of the Measure page, turning to it, and press Enter (or Tab)."""
        if self.window.current_page().name != "measure":
            self.go("measure")
        self.click(self.reading(name))
        self.reading(name).selectAll()
        self.write(text)
        self.press(key)

    def has_focus(self, name: str) -> bool:
        """Whether the widget with that object name has the focus."""
        focused = self.window.focusWidget()
        return focused is not None and focused.objectName() == name

    def menu_action(self, name: str) -> QAction:
        """An action of the menus by object name."""
        found = [one for menu in self.window.menuBar().actions() for one in menu.menu().actions()]
        return next(one for one in found if one.objectName() == name)

    def close(self) -> None:
        """Close the window as a person does, and let go of everything."""
        if self._closed:
            return
        self._closed = True
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        program = self.program
        program.window.close()
        for one in (program.window, program.single, program.theme, program):
            one.deleteLater()
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.setStyleSheet("")
        gc.enable()  # switched off while starting
        gc.collect(0)
        if self._had_fault_handler and not faulthandler.is_enabled():
            faulthandler.enable(sys.__stderr__)  # the program switches it off for good, pytest's too
        assert not program.paths.lock.exists(), "the lock is still held"
        wal = program.paths.database.with_name("legwork.sqlite3-wal")
        assert not wal.exists(), "a connection to the database is still open"

    def undo_action(self) -> QAction:
        """The first entry of the Edit menu."""
        return self.window.menuBar().actions()[1].menu().actions()[0]

    def redo_action(self) -> QAction:
        """The second entry of the Edit menu."""
        return self.window.menuBar().actions()[1].menu().actions()[1]

    def undo(self) -> None:
        """Edit > Undo."""
        action = self.undo_action()
        assert action.isEnabled()
        action.trigger()

    def redo(self) -> None:
        """Edit > Redo."""
        action = self.redo_action()
        assert action.isEnabled()
        action.trigger()


@contextmanager
def opened(
    qtbot: QtBot, folder: Path, *, minimised: bool = False, files: Sequence[Path] = (), small_screen: bool = False
) -> Iterator[Desk]:
    """The program on the profile in `folder`, open until the block ends, then closed without a trace.

    small_screen: leave the first window as small as the screen there is offscreen; else it is as on a usual one.
    """
    hooks = sys.excepthook, threading.excepthook
    QApplication.setPalette(QApplication.style().standardPalette())  # not what a test before left as the desktop's
    program = Program(ProfilePaths(folder), minimised=minimised, files=files)
    desk = Desk(qtbot, program)
    assert program.start(), "the program did not start"
    if not small_screen and program.view.blob("window").isEmpty():
        program.window.resize(1280, 800)
    with _no_dialog_for_ever():
        try:
            qtbot.waitUntil(lambda: program.window.context is not None, timeout=LONGEST_WORK_MS)
            # What nobody catches fails the test instead of opening the crash dialog; its own test puts it back.
            sys.excepthook, threading.excepthook = hooks
            if not minimised:
                program.window.activateWindow()
                qtbot.waitUntil(program.window.isActiveWindow, timeout=LONGEST_WORK_MS)
            desk.settle()
            yield desk
        finally:
            sys.excepthook, threading.excepthook = hooks
            desk.close()


@contextmanager
def _no_dialog_for_ever() -> Iterator[None]:
    """A dialog that nobody expected must not stop the run: close it after a while and fail."""
    seen: list[QWidget | None] = [None, None]
    failed: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if shown is not None and shown is seen[0] is seen[1]:
            text = " ".join(one.text() for one in shown.findChildren(QLabel))
            failed.append(f"{shown.objectName() or type(shown).__name__}: {text}")
            shown.close()
        seen[:] = [shown, seen[0]]

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LONGEST_DIALOG_MS // 2)
    try:
        yield
    finally:
        timer.stop()
    assert not failed, f"a dialog stayed open: {failed}"


@contextmanager
def answering(name: str, answer: Callable[[QDialog], object]) -> Iterator[list[QWidget]]:
    """While the block runs, hand the next modal dialog of that object name to `answer`; it must come once."""
    shown: list[QWidget] = []
    window = QApplication.activeWindow()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog.objectName() != name or not dialog.isVisible():
            return
        timer.stop()
        shown.append(dialog)
        try:
            answer(dialog)
        except BaseException:
            dialog.reject()
            raise

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    try:
        yield shown
    finally:
        timer.stop()
    assert shown, f"no dialog named {name} was shown"
    if window is not None and isValid(window) and window.isVisible():  # a desktop does this by itself
        QApplication.processEvents()
        window.activateWindow()
        until = time.monotonic() + 3
        while QApplication.activeWindow() is not window and time.monotonic() < until:
            QTest.qWait(1)
        assert QApplication.activeWindow() is window


@contextmanager
def restoring() -> Iterator[list[str]]:
    """While the block runs, confirm the preview of a restore as soon as it has looked; gives what it said."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RestoreDialog) and not dialog.busy and not said:
            said.append(dialog.said.text())
            dialog.accept_button.click()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    try:
        yield said
    finally:
        timer.stop()
    assert said, "no preview of a restore was shown"


def restore_shown(desk: Desk) -> RestoreDialog:
    """The preview of a copy, when it has looked at it."""

    def ready() -> bool:
        one = QApplication.activeModalWidget()
        return isinstance(one, RestoreDialog) and not one.busy

    desk.qtbot.waitUntil(ready, timeout=LONGEST_WORK_MS)
    found = QApplication.activeModalWidget()
    assert isinstance(found, RestoreDialog)
    return found


IMPERIAL, METRIC = UnitSystem.IMPERIAL, UnitSystem.METRIC
