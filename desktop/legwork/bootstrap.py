"""The composition root: the one place that knows every floor. Opens the window, then the data, then the rest."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from legwork.bench_report import BenchReport
from legwork.errors import StoreError, StoreFault
from legwork.i18n import tr, use_language
from legwork.paths import ProfilePaths, default_profile_dir, resources_dir
from legwork.qt.core.single_instance import SingleInstance
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.main_window import MainWindow

if TYPE_CHECKING:
    from legwork.session import Session

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""One of these names a screen, or Qt would end the program with an abort."""

WRITING_MS = 100
"""How long after the first page what the first edit needs is loaded."""

IDLE_MS = 1500
"""How long after the first page the rest is prepared: the copy of the data, the charts library."""


def run_window(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _SCREENS)):
        print(tr("There is no screen here to open a window on. Start Legwork from your desktop."), file=sys.stderr)
        return 1
    app = QApplication(sys.argv[:1])
    app.setApplicationName("legwork")
    app.setApplicationDisplayName("Legwork")
    app.setDesktopFileName("legwork")
    paths = ProfilePaths(options.profile_dir or default_profile_dir())
    program = Program(paths, BenchReport.of(options), minimised=options.minimised)
    if not program.start():
        return program.exit_code
    return app.exec()


class Program(QObject):
    """Ties window, theme and data together for one run."""

    def __init__(self, paths: ProfilePaths, bench: BenchReport | None = None, *, minimised: bool = False) -> None:
        """minimised: nobody asked for the window just now; the desktop starts the program at login."""
        super().__init__()
        self._minimised = minimised
        self.paths = paths
        self.exit_code = 0
        self._bench = bench
        self.session: Session | None = None
        self.theme = ThemeManager(resources_dir() / "themes", self)

    def start(self) -> bool:
        """Show the window. False when this start is at its end already; then `exit_code` says how."""
        use_language(resources_dir() / "i18n", ["en"])
        self.single = SingleInstance(self.paths.lock)
        if not self._become_first():
            return False
        self.view = ViewState(self.paths.view_state)
        self.theme.apply(self.view.text("theme", "system"), self.view.number("text_percent", 100))
        self.theme.follow_system()
        self.window = MainWindow(self.theme, self.view)
        self.window.first_painted.connect(self._on_first_painted)
        self.window.closing.connect(self._on_closing)
        self.single.asked_forward.connect(self.window.bring_forward)
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
            if not self.single.ask_first_forward():
                self.theme.apply()
                QMessageBox.warning(
                    None,
                    "Legwork",
                    tr("Legwork is running already, but its window does not answer. Close it, then start again."),
                )
                self.exit_code = 1
            return False

    def _ask_retry_folder(self, error: OSError) -> bool:
        from legwork.qt.dialogs import store_fault

        self.theme.apply()
        fault = StoreError(StoreFault.READ_ONLY, str(error))
        return store_fault.ask(None, fault, opening=True) is store_fault.Choice.RETRY

    def _on_first_painted(self) -> None:
        if self._bench is not None:
            self._bench.event("window_painted")
        from legwork import log
        from legwork.session import Session

        if not self.window.isVisible() or self.session is not None:
            return  # closed again before it was painted, or a minimised one that is painted after all
        log.start(self.paths.log)
        session = self.session = Session(self.window, self.theme, self.view, self.paths)
        session.quit_asked.connect(self.window.quit)
        session.install_crash_handler(self.paths.log)
        if not session.open_own():
            return
        if self._bench is not None:
            QApplication.processEvents()
            self._bench.first_page_filled(self.window)
            return
        self.single.listen()
        QTimer.singleShot(WRITING_MS, session.prepare_writing)
        QTimer.singleShot(IDLE_MS, session.prepare_rest)

    def _on_closing(self) -> None:
        from legwork import log

        if self.session is not None:
            self.session.close()
        self.single.release()
        log.stop()
