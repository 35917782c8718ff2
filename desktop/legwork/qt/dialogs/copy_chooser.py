"""Which copy to put in the place of data that cannot be opened: those that are kept, and any file from elsewhere.

Works without an open profile. Owns the choosing only.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from legwork.errors import StoreError, UserError
from legwork.i18n import ptr, tr
from legwork.paths import ProfilePaths
from legwork.qt.core.announcing import say
from legwork.qt.core.file_places import documents_folder
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import BackgroundWorker, Task
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column
from legwork.qt.widgets.backup_facts import backup_fact
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.qt.widgets.row_actions import offer_rows
from legwork.qt.widgets.window_room import open_inside
from legwork.services import backups
from legwork.services.backups import BackupInfo


def choose_copy(window: QWidget, theme: ThemeManager, paths: ProfilePaths) -> Path | None:
    """Ask for a sound copy; None when none was chosen."""
    dialog = CopyChooser(window, theme, paths)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.chosen if chosen else None


class CopyChooser(QDialog):
    """The list, newest first; what is damaged stands there too, but cannot be chosen."""

    def __init__(self, window: QWidget, theme: ThemeManager, paths: ProfilePaths) -> None:
        super().__init__(window)
        self._paths = paths
        self._found: dict[str, BackupInfo] = {}
        self.chosen: Path | None = None
        self._worker = BackgroundWorker(self)
        self._work = Latest(self._worker, self)
        self._work.done.connect(self._on_done)
        self.setObjectName("copy_chooser")
        self.setWindowTitle(tr("Choose a copy"))
        self.setAccessibleName(self.windowTitle())
        self.said = label(
            tr("Whichever you choose, what lies in its place now is kept beside it."),
            "secondary",
            wrap=True,
        )
        self.said.setObjectName("copy_chooser_said")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.table = FactsTable(
            theme,
            "copy_chooser_list",
            tr("Copies, newest first"),
            (Column(tr("Made")), Column(tr("Why")), Column(tr("Newest entry"), folds=True), Column(tr("Size"))),
            grows=False,
        )
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.table.doubleClicked.connect(self._on_restore)
        offer_rows(self.table, "restore", tr("Restore this copy"), (), self._on_restore)
        self.other = button(tr("Another file…"), "copy_chooser_other")
        self.other.clicked.connect(self._on_other)
        self.back = button(ptr("go", "Back"), "copy_chooser_back")
        self.back.clicked.connect(self.reject)
        self.restore = button(tr("Restore this copy"), "copy_chooser_restore", "primary")
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._on_restore)
        layout = column(
            label(self.windowTitle(), "title"), self.said, self.progress, self.table,
            row(self.other, None, self.back, self.restore),
            spacing=theme.px(12),
        )  # fmt: skip
        layout.setStretch(3, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        open_inside(self, window, theme, 720, 480, 48)
        self._enable()
        self._work.ask(tr("Looking at the copies"), partial(_listed, paths), waited_for=True)

    def done(self, result: int) -> None:
        self._work.drop()
        self._worker.stop()
        super().done(result)

    def _enable(self) -> None:
        self.progress.setVisible(self._work.busy)
        fact = self.table.chosen()
        info = self._found.get(fact.key) if fact is not None else None
        self.restore.setEnabled(not self._work.busy and info is not None and info.contents is not None)

    def _on_done(self, result: object) -> None:
        if isinstance(result, BackupInfo):
            self._add(result)
        elif isinstance(result, str):
            set_role(self.said, "error")
            say(self.said, result)
        elif isinstance(result, tuple):
            self._found = {str(one.file): one for one in result}
            self.table.show_facts([backup_fact(one) for one in result])
            sound = next((one for one in result if one.contents is not None), None)
            if sound is not None:
                self.table.choose(str(sound.file))
                self.table.setFocus()
            else:
                self.other.setFocus()
        self._enable()

    def _add(self, info: BackupInfo) -> None:
        """A file from elsewhere that can be restored stands above the others: what it holds is seen first."""
        self._found = {str(info.file): info} | self._found
        self.table.show_facts([backup_fact(one) for one in self._found.values()])
        self.table.choose(str(info.file))
        set_role(self.said, "secondary")
        say(self.said, tr("{name} can be restored. It is chosen below, with what it holds.", name=info.file.name))
        self._enable()
        self.restore.setFocus()

    def _on_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose a copy"),
            str(documents_folder()),
            tr("Copies and full exports of Legwork (*.legwork *.sqlite3 *.json);;All files (*)"),
        )
        if name:
            self._work.ask(tr("Looking at a copy"), partial(_checked, Path(name), self._paths), waited_for=True)
            self._enable()

    def _on_restore(self) -> None:
        fact = self.table.chosen()
        info = self._found.get(fact.key) if fact is not None else None
        if info is not None and info.contents is not None and not self._work.busy:
            self.chosen = info.file
            self.accept()


def _listed(paths: ProfilePaths, task: Task) -> tuple[BackupInfo, ...] | str:
    try:
        return backups.backups_of(paths, task.breathe)
    except StoreError as error:
        return tr(backups.COPY_FAULTS[error.fault])


def _checked(file: Path, paths: ProfilePaths, task: Task) -> BackupInfo | str:
    try:
        return backups.try_out(file, paths, task.breathe)
    except UserError as error:
        return str(error)
    except StoreError as error:
        return backups.refusal(error, file)
