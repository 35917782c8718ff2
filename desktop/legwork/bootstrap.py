"""The composition root: the one place that knows every floor. Opens the window, then the data, then the rest."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from legwork import __version__
from legwork.bench_report import BenchReport
from legwork.errors import StoreError
from legwork.i18n import tr
from legwork.paths import ProfilePaths, default_profile_dir, resources_dir
from legwork.qt.core.language import AS_THE_COMPUTER, speak
from legwork.qt.core.single_instance import Answer, SingleInstance
from legwork.qt.core.theme import HAS_STYLE, STYLE, ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.main_window import MainWindow
from legwork.qt.page_list import FIRST
from legwork.screens import has_screen

if TYPE_CHECKING:
    from legwork.session import Session

WRITING_MS = 100
"""How long after the first page what the first edit needs is loaded."""

IDLE_MS = 1500
"""How long after the first page the rest is prepared: the copy of the data, the charts library."""


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    if not options.platform and not has_screen():
        print(tr("There is no screen here to open a window on. Start Legwork from your desktop."), file=sys.stderr)
        return 1
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")  # read before Qt does, which keeps it to itself
    app = Application(sys.argv[:1] + (["-platform", options.platform] if options.platform else []))
    paths = ProfilePaths(options.profile_dir or default_profile_dir())
    program = Program(
        paths, BenchReport.of(options), minimised=options.minimised, files=options.files, activation_token=token
    )
    app.file_opened.connect(program.take_file)
    if not program.start():
        return program.exit_code
    program.window.first_painted.connect(program.end_with_the_system)
    return app.exec()


class Application(QApplication):
    """Qt's, with its names set; hears of files that macOS opens with this program."""

    file_opened = Signal(object)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__([*arguments, "-style", STYLE])
        self.setProperty(HAS_STYLE, True)
        self.setApplicationName("legwork")
        self.setApplicationDisplayName("Legwork")
        self.setDesktopFileName("legwork")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


class Program(QObject):
    """Ties window, theme and data together for one run."""

    def __init__(
        self,
        paths: ProfilePaths,
        bench: BenchReport | None = None,
        *,
        minimised: bool = False,
        files: Sequence[Path] = (),
        activation_token: str = "",
    ) -> None:
        """minimised: nobody asked for the window just now; the desktop starts the program at login.

        files: absolute, taken in as if dropped on the window. activation_token: what the desktop gave this start.
        """
        super().__init__()
        self._minimised = minimised and not files
        self._files = list(files)
        self._token = activation_token
        self._ready = False
        self.paths = paths
        self.exit_code = 0
        self._bench = bench
        self.session: Session | None = None
        self.theme = ThemeManager(resources_dir() / "themes", self)

    def start(self) -> bool:
        """Show the window. False when this start is at its end already; then `exit_code` says how."""
        speak()
        self.single = SingleInstance(self.paths.lock)
        if not self._become_first():
            return False
        self.view = ViewState(self.paths.view_state)
        if (language := self.view.text("language", AS_THE_COMPUTER)) != AS_THE_COMPUTER:
            speak(language)
        self.theme.apply(self.view.text("theme", "system"), self.view.number("text_percent", 100))
        self.window = MainWindow(self.theme, self.view)
        self.window.first_painted.connect(self._on_first_painted)
        self.window.closing.connect(self._on_closing)
        self.single.asked_forward.connect(self.window.bring_forward)
        self.single.files_asked.connect(self._take_files)
        if self._minimised:
            self.window.showMinimized()
            QTimer.singleShot(0, self._on_first_painted)  # a minimised window need not be painted at all
        else:
            self.window.show()
        return True

    def _become_first(self) -> bool:
        while True:
            try:
                self.paths.make()
                if self.single.acquire():
                    return True
            except OSError as error:
                if not self._ask_retry_folder(error):
                    self.exit_code = 1
                    return False
                continue
            if self._minimised:
                return False  # it runs already, and nobody wants to see it
            refused = self._ask_first()
            if refused:
                from PySide6.QtWidgets import QMessageBox

                self.theme.apply()
                QMessageBox.warning(None, "Legwork", refused)
                self.exit_code = 1
            return False

    def _ask_first(self) -> str:
        """Have the running program answer this start. A sentence where it did not."""
        answer = self.single.ask_first(self._files, self._token)
        computer = self.single.other_computer() if answer is Answer.NONE else ""
        if computer:
            return tr(
                "Legwork has this data open on another computer, {computer}, or was cut off there. Close it there, "
                "then start again. If it runs nowhere any more, delete this file, then start again: {file}",
                computer=computer,
                file=str(self.paths.lock),
            )
        if answer is Answer.NONE:
            return tr("Legwork is running already, but its window does not answer. Close it, then start again.")
        if answer is Answer.OLDER and self._files:
            return tr(
                "An older Legwork is running, and a file cannot be handed to it. Close it, then open {file} again.",
                file=self._files[0].name,
            )
        return ""

    def end_with_the_system(self) -> None:
        """Close the window, with all that is typed in it, when the system asks for the end."""
        from legwork.qt.core.system_end import SystemEnd

        self._system_end = SystemEnd(self)
        self._system_end.asked.connect(self.window.quit)

    def take_file(self, file: Path) -> None:
        """Take a file in as if it was dropped on the window; it waits until there is one."""
        self._take_files([file])

    def _take_files(self, files: Sequence[Path]) -> None:
        self._files += files
        if self._ready and self.session is not None:
            files, self._files = self._files, []
            self.session.take_files(files)

    def _ask_retry_folder(self, error: OSError) -> bool:
        from legwork.qt.dialogs import store_fault
        from legwork.services.profile import disk_fault

        self.theme.apply()
        fault = StoreError(disk_fault(error), str(error))
        return store_fault.ask(None, self.theme, fault, opening=True) is store_fault.Choice.RETRY

    def _on_first_painted(self) -> None:
        if self._bench is not None:
            self._bench.event("window_painted")
        from legwork import log
        from legwork.session import Session

        if not self.window.isVisible() or self.session is not None:
            return  # closed again before it was painted, or a minimised one that is painted after all
        self.theme.follow_system()
        session = self.session = Session(self.window, self.theme, self.view, self.paths)
        session.quit_asked.connect(self.window.quit)
        session.install_crash_handler(self.paths.log)
        trouble = log.start(self.paths.log)
        log.logger.info("started %s on %s", __version__, sys.platform)
        if log.report_file(self.paths.log).exists() and self._bench is None:
            self._show_last_end(session)
        if self._bench is None:
            # While anything is asked or waited for before the data is open; what is handed over waits as well.
            QTimer.singleShot(0, session, self.single.listen)
        if not session.open_own():
            return
        if trouble is not None:
            said = tr(
                "Legwork cannot write its log this time: {reason}. Your data is not touched by that.", reason=trouble
            )
            self.window.notices.say(said)
        if self._bench is not None:
            QApplication.processEvents()
            self._bench.first_page_filled(self.window)
            return
        self.single.listen()
        self._ready = True
        self._take_files([])
        QTimer.singleShot(WRITING_MS, self._show_icon)
        QTimer.singleShot(WRITING_MS, session.prepare_writing)
        QTimer.singleShot(IDLE_MS, session.prepare_rest)

    def _show_icon(self) -> None:
        from legwork.qt.core.icons import show_app_icon

        show_app_icon()

    def _show_last_end(self, session: Session) -> None:
        """Before anything is opened, for that may be what it died of; and not at the page where it did."""
        self.single.listen()
        self.view.set_text("page", FIRST)
        session.show_last_end()

    def _on_closing(self) -> None:
        from legwork import log

        if self.session is not None:
            self.session.close()
        self.single.release()
        log.stop()
