"""The self-test's window: opened as at a first start, led through every page, an edit made and undone, and closed.

Owns the waiting, and what must not happen meanwhile: dialogs that nobody asked for, exceptions, warnings of Qt's.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QFontDatabase, QFontInfo, QImage, QImageReader
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from legwork.bootstrap import Application, Program
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.paths import ProfilePaths
from legwork.qt.page_list import PAGES
from legwork.self_test import data
from legwork.self_test.network import NetworkWatch
from legwork.self_test.telling import Broken, Telling, need
from legwork.services import check_ins
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.settings import THEME, ChangeSetting

LONGEST_WAIT_S = 300.0
SIZE = (1280, 800)
SETTLED = 3
"""So many turns of the event loop after the last work is done, all is painted."""

FEWEST_BYTES = 4000
"""Of a picture with charts on it."""

FEWEST_COLOURS, LEAST_DRAWN = 30, 0.02
"""Less on a page is an empty one: text alone brings more, its edges being smoothed."""


class Trial:
    """The open program, and what went wrong behind its back."""

    def __init__(self, folder: Path, network: NetworkWatch) -> None:
        self._network = network
        self.paths = ProfilePaths(folder / "profile of Zoë")
        self.troubles: list[str] = []
        self.warnings: list[str] = []
        named = os.environ.get("QT_QPA_PLATFORM")  # said as an argument too: not every Windows hands it on to Qt
        self.app = Application([sys.argv[0], *(["-platform", named] if named else [])])
        self.app.setQuitOnLastWindowClosed(False)
        qInstallMessageHandler(self._on_message)
        self._watch = QTimer()
        self._watch.timeout.connect(self._no_dialogs)
        self._watch.start(200)
        self.program = Program(self.paths)

    def start(self) -> str:
        """Open the window on a profile that is not there yet."""
        began = time.monotonic()
        need(self.program.start(), "the program did not start")
        self.program.window.resize(*SIZE)  # whatever the screen: a narrow window would leave parts out
        self.wait(lambda: self.program.window.context is not None, "the profile was not opened")
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        took = time.monotonic() - began
        page = self.program.window.current_page()
        need(page is not None and page.name == "welcome", "the first start does not welcome")
        return f"welcomes after {took:.2f} s"

    def sample(self) -> str:
        """Change over to the invented history."""
        session = self.program.session
        assert session is not None
        need(session.open_sample(), "the sample was not opened")
        person = session.context.person
        assert person is not None
        self.settle()
        return f"{person.name}, {len(check_ins.check_in_days(session.profile, person.id))} check-ins"

    def page(self, name: str) -> str:
        """Turn to a page and look whether something is drawn on it."""
        window = self.program.window
        window.show_page(name)
        page = window.current_page()
        assert page is not None
        need(page.name == name, f"{page.name} is shown instead")
        self.settle()
        self.untroubled()
        return drawn_on(page)

    def pictures(self) -> str:
        """The charts that are shown, as each kind of file that can be saved."""
        from legwork.qt.charts.board import ChartBoard
        from legwork.qt.charts.picture import FORMS, as_file

        self.page("charts")
        page = self.program.window.current_page()
        assert page is not None
        board = next(one for one in page.findChildren(ChartBoard) if one.isVisible())
        begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-"}
        sizes = []
        for form in FORMS:
            data = as_file(form, QSize(800, 500), board.snapshots(), "Legwork")()
            need(
                data.startswith(begins[form]) and len(data) > FEWEST_BYTES, f"{form}: {data[:20]!r}, {len(data)} bytes"
            )
            sizes.append(f"{form} {len(data) / 1e3:.0f} kB")
        return ", ".join(sizes)

    def theme(self, name: str) -> str:
        """Change the colours of the whole window."""
        assert self.program.session is not None
        self.program.session.context.runner.apply(ChangeSetting(THEME, name))
        self.settle()
        dark = self.program.theme.colours.dark
        need(dark == (name == "dark"), f"the theme {name} is not shown")
        return drawn_on(self.program.window)

    def edit(self) -> str:
        """Save a reading, take it back, and do it again; each time the database says so."""
        assert self.program.session is not None
        context = self.program.session.context
        assert context.person is not None
        person, day, spot = context.person, date.today(), Spot("calf", Side.LEFT)

        def stored() -> list[str]:
            there = check_ins.on_day(context.profile, person.id, day).readings.get(spot, ())
            return [one.entered for one in there]

        before = stored()
        context.runner.apply(RecordReadings(person.id, (Day(day, (Entry(spot, (Quantity(39.9, "cm", "39,9"),)),)),)))
        need(stored() == ["39,9"], f"saved, but there is {stored()}")
        context.runner.stack.undo()
        need(stored() == before, f"undone, but there is {stored()} instead of {before}")
        context.runner.stack.redo()
        need(stored() == ["39,9"], f"done again, but there is {stored()}")
        self.settle()
        self.untroubled()
        return f"39,9 cm saved, undone, done again; {context.runner.stack.undoText()}"

    def print(self, folder: Path) -> str:
        """Everything that can be printed of the sample's plan."""
        from legwork.self_test.paper import print_plan

        assert self.program.session is not None
        context = self.program.session.context
        assert context.person is not None
        folder.mkdir(exist_ok=True)
        return print_plan(context.profile, context.person, folder)

    def second_start(self) -> str:
        """Start the program once more: it must hand over to this window, and end."""
        own = [] if getattr(sys, "frozen", False) else ["-P", "-m", "legwork"]
        asked = [sys.executable, *own, "--profile-dir", str(self.paths.root), "-platform", QApplication.platformName()]
        second = subprocess.Popen(asked, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            self.wait(lambda: second.poll() is not None, "a second start did not end")
        finally:
            second.kill()
            said = second.communicate()[1].decode(errors="replace").strip()
        need(second.returncode == 0, f"a second start ended with {second.returncode}: {said}")
        self.untroubled()
        return "handed over to this window and ended"

    def close(self) -> str:
        """Close the window; nothing stays behind but the data, and the diary tells of no error."""
        window = self.program.window
        window.quit()
        self.settle()
        need(not window.isVisible(), "the window is still there")
        left = [one for one in (self.paths.lock, Path(f"{self.paths.database}-wal")) if one.exists()]
        need(not left, f"left behind: {', '.join(one.name for one in left)}")
        self.untroubled()
        bad = [line for line in self.paths.log.read_text(encoding="utf-8").splitlines() if " ERROR " in line]
        need(not bad, "the diary has errors: " + "; ".join(bad))
        return "closed, nothing left open, no error in the diary"

    def wait(self, condition: Callable[[], bool], else_what: str) -> None:
        """Let the program work until `condition` holds. Raises Broken after LONGEST_WAIT_S."""
        until = time.monotonic() + LONGEST_WAIT_S
        while not condition():
            if time.monotonic() > until:
                raise Broken(f"{else_what} within {LONGEST_WAIT_S:.0f} s")
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Until the page that is shown has all it shows."""
        page = self.program.window.current_page()
        for _ in range(SETTLED):
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            self.wait(lambda: not getattr(page, "busy", False), "the page was not filled")

    def untroubled(self) -> None:
        """Raise Broken when something went wrong behind the program's back since this was last asked."""
        troubles, self.troubles = self.troubles, []
        need(not troubles, "\n".join(troubles))

    def end(self) -> None:
        """Let go of the application's hooks."""
        self._watch.stop()
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def _no_dialogs(self) -> None:
        self._network.look()
        shown = QApplication.activeModalWidget()
        if shown is not None:
            said = " ".join(one.text() for one in shown.findChildren(QLabel))
            self.troubles.append(f"a dialog came up: {shown.objectName() or type(shown).__name__}: {said}")
            shown.close()

    def _on_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and text not in self.warnings:
            self.warnings.append(text)

    def _on_exception(self, kind: type[BaseException], error: BaseException, _trace: object) -> None:
        self.troubles.append("".join(traceback.format_exception(kind, error, error.__traceback__)))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, None)


def try_window(telling: Telling, folder: Path, network: NetworkWatch) -> None:
    """All steps that need the window, and those that need what it leaves behind."""
    trials: list[Trial] = []

    def begin() -> str:
        trials.append(Trial(folder, network))
        return _surroundings()

    if not telling.step("Qt", begin):
        return
    trial = trials[0]
    try:
        if telling.step("window", trial.start) and telling.step("sample", trial.sample):
            for one in PAGES:
                telling.step(f"page {one.name}", partial(trial.page, one.name))
            telling.step("pictures of charts", trial.pictures)
            telling.step("dark", partial(trial.theme, "dark"))
            telling.step("edit and undo", trial.edit)
            telling.step("print", partial(trial.print, folder / "paper"))
            telling.step("second start", trial.second_start)
        telling.step("closing", trial.close)
    finally:
        trial.end()
    for text in trial.warnings:
        telling.say(f"       Qt says: {text}")
    telling.step("export and import", partial(data.out_and_in, trial.paths.sample, folder))
    telling.step("other programs' files", partial(data.foreign_files, folder))
    telling.step("workbook", data.workbook)
    telling.step("copies", partial(data.copies, trial.paths.sample))


def _surroundings() -> str:
    families = QFontDatabase.families()
    need(families, "no font is installed, so nothing can be written: install one, fonts-inter for instance")
    formats = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    need({"png", "svg"} <= formats, f"pictures cannot be read: only {sorted(formats)}")
    font = QFontInfo(QApplication.font()).family()
    return f"Qt {qVersion()}, {QApplication.platformName()}, {len(families)} font families, {font} is used"


def drawn_on(widget: QWidget) -> str:
    """How much is drawn on a widget. Raises Broken when it is as good as empty."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = Counter(memoryview(image.constBits()).cast("I"))
    total = image.width() * image.height()
    drawn = 1 - colours.most_common(1)[0][1] / total
    said = f"{image.width()}x{image.height()}, {len(colours)} colours, {drawn:.0%} drawn"
    need(len(colours) >= FEWEST_COLOURS and drawn >= LEAST_DRAWN, f"the page is empty: {said}")
    return said
