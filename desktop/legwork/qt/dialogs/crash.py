"""What a person sees when Legwork itself is at fault: the report, where the log is, and a promise that is true.

A store fault that nobody caught is not Legwork's own: it is handed on, to be asked about as such. A report stays on
the disk until it was read, so that one of a program that died is shown at the next start.
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from legwork.errors import StoreError
from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core import crash_reports
from legwork.qt.core.icons import show_app_icon
from legwork.qt.core.opening import show_folder
from legwork.qt.core.own_file import OwnFile, standalone
from legwork.qt.widgets.layout import button, column, fixed_width, label, row

QUIET_SECONDS = 10.0
"""For so long after its dialog was closed the same mistake is not shown again: a page may make it with every frame."""

MOST_KINDS = 100
"""Of mistakes that are told apart in one run; a diary must not fill the disk."""


class CrashDialog(QDialog):
    """One report, to read and to copy."""

    quit_asked = Signal()

    def __init__(self, report: str, log_file: Path, parent: QWidget | None = None, *, ended: bool = False) -> None:
        """ended: the report is of an earlier run, which ended without being asked to."""
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        title = tr("Legwork ended unexpectedly") if ended else tr("Legwork made a mistake")
        self.setWindowTitle(title)
        self._report, self._folder = report, log_file.parent
        text = QPlainTextEdit(report)
        text.setObjectName("crash_report")
        text.setAccessibleName(tr("Report"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fixed_width(text)
        text.setMinimumSize(620, 260)
        self._copy = button(tr("Copy the report"), "copy_report")
        self._copy.clicked.connect(self._on_copy)
        folder = button(tr("Open the folder"), "crash_folder", "quiet")
        folder.setToolTip(str(self._folder))
        folder.clicked.connect(self._on_folder)
        close = button(tr("Go on"), "crash_close", "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        leave = button(tr("Quit Legwork"), "crash_quit", "quiet")
        leave.clicked.connect(self._on_quit)
        leave.setVisible(not ended)
        heading, said = label(title, "section"), label(_said(log_file, ended=ended), wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = column(heading, said, text, row(self._copy, folder, None, leave, close), spacing=12)
        layout.setContentsMargins(24, 24, 24, 24)
        self.setLayout(layout)
        close.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(tr("Copied"))
        self._copy.setAccessibleName(self._copy.text())

    def _on_folder(self) -> None:
        show_folder(self._folder)

    def _on_quit(self) -> None:
        self.accept()
        self.quit_asked.emit()


class UpdatedDialog(QDialog):
    """Another version has taken the place of this one, which is why something failed."""

    quit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("updated_dialog")
        title = tr("Legwork was updated")
        self.setWindowTitle(title)
        said = label(
            tr(
                "A newer version has taken the place of this one while it was running, so not everything works until "
                "you start it again. Every value that you confirmed is saved."
            ),
            wrap=True,
        )
        said.setMinimumWidth(420)
        leave = button(tr("Quit Legwork"), "updated_quit", "primary")
        leave.clicked.connect(self._on_quit)
        leave.setDefault(True)
        close = button(tr("Not yet"), "updated_close", "quiet")
        close.clicked.connect(self.reject)
        layout = column(label(title, "section"), said, row(None, close, leave), spacing=12)
        layout.setContentsMargins(24, 24, 24, 24)
        self.setLayout(layout)
        leave.setFocus()

    def _on_quit(self) -> None:
        self.accept()
        self.quit_asked.emit()


class CrashHandler(QObject):
    """Catches what nobody caught, in any thread, and shows it in the window's."""

    store_refused = Signal(object)
    """A StoreError that nobody caught; it may be said in any thread."""
    quit_asked = Signal()
    _caught = Signal(str, str)

    def __init__(self, log_file: Path, program: Path | None = None) -> None:
        """program: the file of a standalone program, which an update may replace; its own one when not given."""
        super().__init__()
        self._log_file = log_file
        self._program = OwnFile(program or standalone())
        self._showing = False
        self._times: dict[str, int] = {}
        self._closed: dict[str, float] = {}
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """From now on nothing fails silently."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def report(self, error: BaseException) -> None:
        """Show an exception that was caught elsewhere and that nobody expected."""
        self._hook(type(error), error, error.__traceback__)

    def show_kept(self, parent: QWidget) -> None:
        """Show the report of an earlier run that nobody has read yet, if there is one."""
        report = crash_reports.kept(self._log_file)
        if report:
            logger.warning("the last run ended without being asked to; its report is shown")
            dialog = CrashDialog(report, self._log_file, parent, ended=True)
            self._show(dialog)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, StoreError):
            # Where it was, without what SQLAlchemy would print along: the values of the row.
            place = crash_reports.without_home("".join(traceback.format_tb(trace)))
            logger.warning("store fault: %s: %s\n%s", error.fault.value, error.detail, place)
            # Qt writes the name of its own method into the message on the way.
            self.store_refused.emit(StoreError(error.fault, error.detail))
            return
        told = crash_reports.of(kind, error, trace)
        times = self._times[told] = self._times.get(told, 0) + 1
        if len(self._times) > MOST_KINDS:
            del self._times[told]
            return
        report = crash_reports.report(told, self._log_file)
        if times == 1:
            logger.error("unexpected: %s", told)
            sys.__excepthook__(kind, error, trace)
        elif times in (10, 100, 1000, 10_000):
            logger.error("unexpected, for the %dth time: %s", times, kind.__name__)
        self._caught.emit(report, told)

    def _on_caught(self, report: str, told: str) -> None:
        now = time.monotonic()
        if self._showing or now - self._closed.get(told, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        if self._program.replaced:  # no mistake of the program: it could not load what is there no more
            updated = UpdatedDialog(_in_front())
            updated.quit_asked.connect(self.quit_asked)
            self._run(updated)
            self._closed[told] = time.monotonic()
            return
        # Kept before it is shown: what follows a mistake may be the end of the program.
        crash_reports.keep(self._log_file, report)
        told_all = crash_reports.kept(self._log_file) or report  # with one that nobody has read yet
        dialog = CrashDialog(told_all, self._log_file, _in_front())
        dialog.quit_asked.connect(self.quit_asked)
        self._show(dialog)
        self._closed[told] = time.monotonic()

    def _show(self, dialog: CrashDialog) -> None:
        self._run(dialog)
        crash_reports.forget(self._log_file)

    def _run(self, dialog: QDialog) -> None:
        self._showing = True
        show_app_icon()
        try:
            dialog.exec()
        finally:
            self._showing = False
        dialog.deleteLater()


def _in_front() -> QWidget | None:
    """The window that a dialog belongs to; none that was just closed, for that would take the dialog along."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    return found if found is not None and found.isVisible() else None


def _said(log_file: Path, *, ended: bool) -> str:
    if ended:
        return tr(
            "The last time, Legwork ended without being asked to. Every value that you confirmed before is saved. "
            "The report below says what is known of it; it holds none of your measurements. The log is {log}.",
            log=str(log_file),
        )
    return tr(
        "Something went wrong that should not have. Every value that you confirmed is saved. "
        "The report below says what happened; it holds none of your measurements. It is also in {log}.",
        log=str(log_file),
    )
