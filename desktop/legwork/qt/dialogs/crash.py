"""What a person sees when Legwork itself is at fault: the report, where the log is, and a promise that is true.

A store fault that nobody caught is not Legwork's own: it is handed on, to be asked about as such.
"""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from legwork import __version__
from legwork.errors import StoreError
from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.widgets.layout import button, column, label, row


class CrashDialog(QDialog):
    """One report, to read and to copy."""

    def __init__(self, report: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(tr("Legwork made a mistake"))
        self._report = report
        text = QPlainTextEdit(report)
        text.setObjectName("crash_report")
        text.setAccessibleName(tr("Report"))
        text.setReadOnly(True)
        text.setMinimumSize(620, 260)
        copy = button(tr("Copy the report"), "copy_report")
        copy.clicked.connect(self._on_copy)
        close = button(tr("Go on"), "crash_close", "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        said = tr(
            "Something went wrong that should not have. Every value that you confirmed is saved. "
            "The report below says what happened; it holds none of your measurements. It is also in {log}.",
            log=str(log_file),
        )
        layout = column(
            label(tr("Legwork made a mistake"), "section"),
            label(said, wrap=True),
            text,
            row(copy, None, close),
            spacing=12,
        )
        layout.setContentsMargins(24, 24, 24, 24)
        self.setLayout(layout)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class CrashHandler(QObject):
    """Catches what nobody caught, in any thread, and shows it in the window's."""

    store_refused = Signal(object)
    """A StoreError that nobody caught; it may be said in any thread."""
    _caught = Signal(str)

    def __init__(self, log_file: Path) -> None:
        super().__init__()
        self._log_file = log_file
        self._showing = False
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """From now on nothing fails silently."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def report(self, error: BaseException) -> None:
        """Show an exception that was caught elsewhere and that nobody expected."""
        self._hook(type(error), error, error.__traceback__)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, StoreError):
            # Where it was, without what SQLAlchemy would print along: the values of the row.
            logger.warning(
                "store fault: %s: %s\n%s", error.fault.value, error.detail, "".join(traceback.format_tb(trace))
            )
            # Qt writes the name of its own method into the message on the way.
            self.store_refused.emit(StoreError(error.fault, error.detail))
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        logger.error("unexpected: %s", text)
        sys.__excepthook__(kind, error, trace)
        self._caught.emit(f"Legwork {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n{text}")

    def _on_caught(self, report: str) -> None:
        if self._showing:
            return
        self._showing = True
        CrashDialog(report, self._log_file).exec()
        self._showing = False
