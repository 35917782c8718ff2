"""The data side of the window: opening a profile, changing over to another, and closing it without losing a thing."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from legwork.errors import StoreError, StoreFault, UserError
from legwork.i18n import ntr, tr
from legwork.log import logger
from legwork.paths import ProfilePaths
from legwork.qt.core.bus import ChangeBus
from legwork.qt.core.context import Context
from legwork.qt.core.icons import Icons
from legwork.qt.core.runner import CommandRunner
from legwork.qt.core.tasks import BackgroundWorker, Task
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.dialogs.crash import CrashHandler
from legwork.qt.dialogs.store_fault import Choice, ask
from legwork.qt.main_window import MainWindow
from legwork.services import profile as profiles
from legwork.services import settings
from legwork.services.edit import Changes
from legwork.services.profile import Profile

if TYPE_CHECKING:
    from legwork.qt.dialogs.importer import Importer


class Session(QObject):
    """One open profile at a time, in one window."""

    quit_asked = Signal()

    def __init__(self, window: MainWindow, theme: ThemeManager, view: ViewState, paths: ProfilePaths) -> None:
        """paths: of the person's own profile; the sample has a profile of its own inside it."""
        super().__init__(window)
        self._paths = paths
        self._window, self._theme, self._icons, self._view = window, theme, Icons(theme), view
        self._context: Context | None = None
        self._importer: Importer | None = None
        self._crashes: CrashHandler | None = None
        window.sample_asked.connect(self.open_sample)
        window.own_data_asked.connect(self.open_own)
        window.import_asked.connect(self._on_import)
        window.file_dropped.connect(self._on_file)
        window.export_asked.connect(self._on_export)

    @property
    def context(self) -> Context:
        """What the pages are handed."""
        assert self._context is not None
        return self._context

    @property
    def profile(self) -> Profile:
        """The open profile."""
        return self.context.profile

    @property
    def importer(self) -> Importer:
        """Imports into the open profile; made when it is first asked for."""
        if self._importer is None:
            from legwork.qt.dialogs.importer import Importer

            self._importer = Importer(self.context, self._window)
            self._importer.said.connect(self._window.notices.say)
            self._importer.unexpected.connect(self._on_unexpected)
        return self._importer

    def install_crash_handler(self, log_file: Path) -> None:
        """Show what nobody caught."""
        self._crashes = CrashHandler(log_file)
        self._crashes.install()

    def open_own(self) -> bool:
        """Change over to the person's own data; as `open`."""
        return self.open(self._paths, sample=False)

    def open_sample(self) -> bool:
        """Change over to the sample history; as `open`."""
        return self.open(self._paths.sample, sample=True)

    def open(self, paths: ProfilePaths, *, sample: bool) -> bool:
        """Change over to the profile at `paths`. False when the person gave up; the window then closes."""
        self.close()
        profile = self._open_profile(paths, sample)
        if profile is None:
            self.quit_asked.emit()
            return False
        bus = ChangeBus(self)
        runner = CommandRunner(profile, bus, self._ask_retry, self)
        worker = BackgroundWorker(self)
        context = Context(profile, self._theme, self._icons, bus, runner, worker, self._view, sample=sample)
        self._context = context
        bus.changed.connect(self._on_changed)
        self._apply_look()
        self._window.attach(context)
        logger.info("opened %s", "the sample" if sample else "the profile")
        return True

    def close(self) -> None:
        """Take over what is typed, let the background work end, close the database."""
        context, self._context = self._context, None
        if context is None:
            return
        if self._importer is not None:
            self._importer.close()
            self._importer = None
        self._window.detach()
        context.worker.wait()
        context.profile.close()
        context.deleteLater()

    def prepare_writing(self) -> None:
        """Load what the first edit needs while the person looks at their first page."""
        if self._context is not None:
            task = Task("writing", self._load_writing)
            task.failed.connect(self._on_unexpected)
            self._context.worker.start(task, visible=False)

    def prepare_rest(self) -> None:
        """What can wait until the person has their first page: the copy of the data, the charts library."""
        if self._context is None:
            return
        task = Task(tr("Keeping a copy"), self._back_up)
        task.failed.connect(self._on_backup_failed)
        self._context.worker.start(task, visible=False)
        warm = Task("charts", _warm_charts)
        self._context.worker.start(warm, visible=False)

    def _open_profile(self, paths: ProfilePaths, is_sample: bool) -> Profile | None:
        while True:
            try:
                profile = Profile(paths)
                if is_sample:
                    from legwork.services import sample

                    sample.ensure_sample(profile, date.today())
                return profile
            except StoreError as error:
                logger.warning("cannot open: %s", error.fault.value)
                if not self._handle_fault(paths, error, opening=True):
                    return None

    def _handle_fault(self, paths: ProfilePaths, error: StoreError, *, opening: bool) -> bool:
        """Ask what to do about a fault, and do it. True: try again."""
        copy = profiles.newest_backup(paths) if error.fault is StoreFault.DAMAGED else None
        choice = ask(self._window, error, copy.made_at if copy else None, opening=opening)
        if choice is Choice.RESTORE and copy is not None:
            if opening:
                profiles.restore(paths, copy.file)
                return True
            # The database is open: it must be closed before it can be replaced.
            QTimer.singleShot(0, self._on_restore)
            return False
        return choice is Choice.RETRY

    def _ask_retry(self, error: StoreError) -> bool:
        return self._handle_fault(self.profile.paths, error, opening=False)

    def _on_restore(self) -> None:
        assert self._context is not None
        paths, is_sample = self.profile.paths, self._context.sample
        self.close()
        copy = profiles.newest_backup(paths)
        if copy is not None:
            profiles.restore(paths, copy.file)
        self.open(paths, sample=is_sample)

    def _load_writing(self, _task: Task) -> None:
        if self._context is not None:
            self._context.profile.prepare_writing()

    def _back_up(self, _task: Task) -> None:
        if self._context is not None:
            self._context.profile.back_up()

    def _on_backup_failed(self, error: Exception) -> None:
        logger.warning("backup failed: %s", error)
        if isinstance(error, StoreError) and error.fault is StoreFault.DAMAGED:
            self._ask_retry(error)
        elif isinstance(error, StoreError):
            self._window.notices.say(tr("Today's copy of your data could not be made: {reason}.", reason=str(error)))
        else:
            self._on_unexpected(error)

    def _on_import(self) -> None:
        self.importer.ask_for_file()

    def _on_file(self, file: Path) -> None:
        self.importer.take(file)

    def _on_export(self) -> None:
        suggestion = f"legwork-{date.today().isoformat()}.json"
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export everything"), suggestion, tr("Legwork export (*.json)")
        )
        if not name:
            return
        task = Task(tr("Writing {file}", file=name), partial(_export, self.profile, Path(name)))
        task.done.connect(self._window.notices.say)
        task.failed.connect(self._on_export_failed)
        self.context.worker.start(task)

    def _on_export_failed(self, error: Exception) -> None:
        if isinstance(error, UserError | StoreError):
            self._window.notices.say(str(error))
        else:
            self._on_unexpected(error)

    def _on_unexpected(self, error: Exception) -> None:
        assert self._crashes is not None
        self._crashes.report(error)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("setting"):
            self._apply_look()

    def _apply_look(self) -> None:
        now = settings.read(self.profile)
        choice, percent = now[settings.THEME], now[settings.TEXT_PERCENT]
        if (choice, percent) != (self._theme.choice, str(self._theme.text_percent)):
            self._theme.apply(choice, int(percent))
        self._view.set_text("theme", choice)
        self._view.set_text("text_percent", percent)


def _export(profile: Profile, file: Path, _task: Task) -> str:
    from legwork.services import documents

    count = documents.export_file(profile, file)
    return ntr("{count} check-in written to {file}.", "{count} check-ins written to {file}.", count, file=file)


def _warm_charts(_task: Task) -> None:
    """Load the libraries under pyqtgraph off the window's thread, so that the charts page opens at once."""
    import numpy
    from PySide6 import QtOpenGL, QtOpenGLWidgets, QtSvg

    assert numpy and QtOpenGL and QtOpenGLWidgets and QtSvg
