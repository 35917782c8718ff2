"""The data side of the window: opening a profile, changing over to another, and closing it without losing a thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from legwork.errors import Cancelled, StoreError, StoreFault
from legwork.i18n import tr
from legwork.log import logger
from legwork.paths import ProfilePaths
from legwork.qt.core import language
from legwork.qt.core.bus import ChangeBus
from legwork.qt.core.context import Context
from legwork.qt.core.icons import Icons
from legwork.qt.core.keeping import Keeping
from legwork.qt.core.runner import CommandRunner
from legwork.qt.core.spoken_roles import tell_roles
from legwork.qt.core.tasks import BackgroundWorker, Task
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.dialogs.crash import CrashHandler
from legwork.qt.main_window import MainWindow
from legwork.reopening import Reopening
from legwork.services import settings
from legwork.services.changed_words import changed_words
from legwork.services.edit import Changes
from legwork.services.profile import Profile

if TYPE_CHECKING:
    from legwork.qt.core.reminders import Reminders
    from legwork.qt.dialogs.importer import Importer
    from legwork.qt.dialogs.opened_files import OpenedFiles

REMIND_MS = 2000
"""How long after a profile was opened its reminders begin: the person's first page comes first."""


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
        self._reopening = Reopening(self, window, theme)
        self._keeping = Keeping(self)
        self._keeping.failed.connect(self._on_backup_failed)
        self._reminders: Reminders | None = None
        self._unsaid: list[tuple[str, str, str]] = []
        window.sample_asked.connect(self.open_sample)
        window.own_data_asked.connect(self.open_own)
        window.import_asked.connect(self._on_import)
        window.files_dropped.connect(self.take_files)
        window.export_asked.connect(self._on_export)
        window.log_asked.connect(self._on_log)
        window.mending_asked.connect(self._reopening.mend)
        window.came_forward.connect(self._say_unsaid)

    @property
    def open_context(self) -> Context | None:
        """What the pages are handed; None while no profile is open."""
        return self._context

    @property
    def context(self) -> Context:
        """The same, of a profile that is open."""
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
            self._importer.chosen.connect(self.take_files)
        return self._importer

    @property
    def reminders(self) -> Reminders:
        """Reminders of what is due; made when they are first needed."""
        if self._reminders is None:
            from legwork.qt.core.notifications import notifier_for
            from legwork.qt.core.reminders import Reminders

            notifier = notifier_for(self, partial(self._icons.icon, "barbell", "legs"))
            self._reminders = Reminders(notifier, self._window.is_in_front, self)
            self._reminders.page_asked.connect(self._on_page_asked)
            self._reminders.not_shown.connect(self._on_not_shown)
        return self._reminders

    @cached_property
    def opened_files(self) -> OpenedFiles:
        """Files that were opened with the program; made with the first of them."""
        from legwork.qt.dialogs.opened_files import OpenedFiles

        opened = OpenedFiles(lambda: self._importer is not None and self._importer.busy, self)
        opened.import_wanted.connect(self._on_import_wanted)
        opened.restore_wanted.connect(self._on_restore_wanted)
        opened.said.connect(self._window.notices.say)
        opened.unexpected.connect(self._on_unexpected)
        opened.use(self._context.worker if self._context is not None else None)
        return opened

    def take_files(self, files: Sequence[Path]) -> None:
        """Open files: a backup leads to the preview of its restoring, all else is imported."""
        self.opened_files.take(files)

    def install_crash_handler(self, log_file: Path) -> None:
        """Show what nobody caught: a fault of the store with what can be done about it, all else as a mistake."""
        self._crashes = CrashHandler(log_file)
        # Not from inside a page that is just being shown or painted.
        self._crashes.store_refused.connect(self._reopening.on_refused, Qt.ConnectionType.QueuedConnection)
        self._crashes.quit_asked.connect(self.quit_asked)
        self._crashes.install()

    def show_last_end(self) -> None:
        """Show the report of an earlier run that died, and that nobody has read yet."""
        assert self._crashes is not None
        self._crashes.show_kept(self._window)

    def open_own(self) -> bool:
        """Change over to the person's own data; as `open`."""
        return self.open(self._paths, sample=False)

    def open_sample(self) -> bool:
        """Change over to the sample history; as `open`."""
        return self.open(self._paths.sample, sample=True)

    def open(self, paths: ProfilePaths, *, sample: bool) -> bool:
        """Change over to the profile at `paths`. False when the person gave up; the window then closes."""
        self.close()
        context = self._open_context(paths, sample)
        if context is None:
            self.quit_asked.emit()
            return False
        self._context = context
        if "opened_files" in vars(self):
            QTimer.singleShot(0, context, partial(self.opened_files.use, context.worker))
        self._keeping.use(context)
        context.bus.changed.connect(self._on_changed)
        context.trial_asked.connect(self._on_trial_asked)
        context.import_asked.connect(self._on_import)
        context.export_asked.connect(self._on_export)
        context.restore_confirmed.connect(self._reopening.on_confirmed)
        QTimer.singleShot(REMIND_MS, context, self._remind)
        try:
            self._apply_look()
            tell_roles()
            self._window.attach(context)
        except StoreError as error:  # the window is there, though not all of it: asked about like any later fault
            QTimer.singleShot(0, partial(self._reopening.on_refused, error))
        self._reopening.tell(context)
        logger.info("opened %s", "the sample" if sample else "the profile")
        return True

    def close(self) -> None:
        """Take over what is typed, let the background work end, close the database."""
        context, self._context = self._context, None
        self._keeping.use(None)
        self._unsaid.clear()
        if context is None:
            return
        if "opened_files" in vars(self):
            self.opened_files.use(None)
        if self._reminders is not None:
            self._reminders.stop()
        if self._importer is not None:
            self._importer.close()
            self._importer = None
        self._window.detach()
        context.worker.stop()
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
        self._keeping.make()
        warm = Task("charts", _warm_charts)
        self._context.worker.start(warm, visible=False)

    def _remind(self) -> None:
        if self._context is not None and not self._context.sample:
            self.reminders.start(self._context)

    def _open_context(self, paths: ProfilePaths, is_sample: bool) -> Context | None:
        while True:
            try:
                profile = Profile(paths, self._reopening.bring_up)
                try:
                    return self._make_context(profile, is_sample)
                except StoreError:
                    profile.close()
                    raise
            except Cancelled:  # the program was asked to end while an older file was brought up
                return None
            except StoreError as error:
                logger.warning("cannot open: %s", error.fault.value)
                if not self._reopening.ask(paths, error, opening=True):
                    return None

    def _make_context(self, profile: Profile, is_sample: bool) -> Context:
        if is_sample:
            from legwork.services import sample

            sample.ensure_sample(profile, date.today())
        bus = ChangeBus(self)
        runner = CommandRunner(profile, bus, partial(self._reopening.ask, profile.paths), self)
        worker = BackgroundWorker(self)
        return Context(profile, self._theme, self._icons, bus, runner, worker, self._view, sample=is_sample)

    def _load_writing(self, _task: Task) -> None:
        if self._context is not None:
            self._context.profile.prepare_writing()

    def _on_backup_failed(self, error: Exception) -> None:
        logger.warning("backup failed: %s", error)
        if isinstance(error, StoreError) and error.fault is StoreFault.DAMAGED:
            self._reopening.on_refused(error)
        elif isinstance(error, StoreError):
            from legwork.services.backups import not_made

            self._window.notices.say(not_made(error))
        else:
            self._on_unexpected(error)

    def _on_page_asked(self, page: str, uid: str) -> None:
        """A notification was clicked."""
        self._window.bring_forward()
        if self._context is None or QApplication.activeModalWidget() is not None:
            return  # what is open there comes first
        if uid and self._context.person is not None and self._context.person.uid != uid:
            self._context.look_at(uid)
        if page:
            self._window.show_page(page)

    def _on_not_shown(self, sentence: str, page: str, uid: str) -> None:
        """The desktop shows no notifications: the window says it, as soon as the person looks at it."""
        if self._context is None:
            return
        self._unsaid.append((sentence, page, uid))
        if self._window.is_in_front():
            self._say_unsaid()
        else:
            QApplication.alert(self._window)

    def _say_unsaid(self) -> None:
        """Say what was kept for now: all of it at once, for a second notice takes the place of the first."""
        if self._context is None or not self._unsaid:
            return
        said, self._unsaid = self._unsaid, []
        [(page, uid), *_] = [*((page, uid) for _, page, uid in said if page), ("", "")]
        run = partial(self._on_page_asked, page, uid) if page else None
        self._window.notices.say(" ".join(sentence for sentence, _, _ in said), tr("Open") if page else "", run)

    def _on_trial_asked(self) -> None:
        self.reminders.show_trial()

    def _on_import(self) -> None:
        self.importer.ask_for_file()

    def _on_import_wanted(self, files: Sequence[Path]) -> None:
        for file in files:
            self.importer.take(file)

    def _on_restore_wanted(self, file: Path) -> None:
        from legwork.qt.dialogs.restore import RestoreDialog

        RestoreDialog(self.context, file, self._window).open()

    def _on_export(self) -> None:
        from legwork.qt.dialogs.export import ExportDialog

        ExportDialog(self.context, self._window).open()

    def _on_log(self) -> None:
        from legwork.qt.dialogs.log_viewer import LogViewer

        shown = self._window.findChild(LogViewer) or LogViewer(self._paths.log, self._theme, self._window)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _on_unexpected(self, error: Exception) -> None:
        assert self._crashes is not None
        self._crashes.report(error)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        logger.info("changed %s", changed_words(changes.rows))
        if changes.touches("setting"):
            self._apply_look()

    def _apply_look(self) -> None:
        now = settings.read(self.profile)
        choice, percent = now[settings.THEME], now[settings.TEXT_PERCENT]
        if (choice, percent) != (self._theme.choice, str(self._theme.text_percent)):
            self._theme.apply(choice, int(percent))
        if (speaks := now[settings.LANGUAGE]) != language.chosen():
            language.speak(speaks)
            self._window.speak_anew()
        self._view.set_text("language", speaks)
        self._view.set_text("theme", choice)
        self._view.set_text("text_percent", percent)
        reminds = settings.YES in (now[settings.REMIND_CHECK_IN], now[settings.REMIND_SESSIONS])
        reminds = reminds or now[settings.REMIND_COPY] != settings.NO
        # The sample reminds of nothing, so there is nothing to stay for.
        self._window.stays_when_closed = reminds and now[settings.STAY] == settings.YES and not self.context.sample


def _warm_charts(_task: Task) -> None:
    """Load the libraries under pyqtgraph off the window's thread, so that the charts page opens at once."""
    import numpy
    from PySide6 import QtOpenGL, QtOpenGLWidgets, QtSvg

    assert numpy and QtOpenGL and QtOpenGLWidgets and QtSvg
