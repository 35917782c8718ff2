"""The copies that are kept beside the data: what each holds, and the way to put one back.

Owns this card. Looking through the copies takes a while, so it is done in the background.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from legwork.errors import FAULT_SENTENCES, StoreError
from legwork.i18n import ntr, tr
from legwork.qt.core.announcing import announce
from legwork.qt.core.context import Context
from legwork.qt.core.file_places import Place, open_file
from legwork.qt.core.latest import Latest
from legwork.qt.core.opening import show_folder
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.restore import RestoreDialog
from legwork.qt.models.facts_table import Column
from legwork.qt.widgets.backup_facts import backup_fact
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services import backups
from legwork.services.backups import BackupInfo
from legwork.services.profile import Profile

_LEAST = 180
"""So much of the list is always in sight, unscaled."""


class CopiesCard(QFrame):
    """The list, newest first, with what can be done about it."""

    made = Signal()
    """A copy was made: what else is shown of copies may be another now."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context = context
        self._found: dict[str, BackupInfo] = {}
        self._room = self._high = 0
        self._wanted = ""
        self._asks = False
        self._just_made: tuple[str, str] | None = None
        self._listing, self._making = Latest(context.worker, self), Latest(context.worker, self)
        self._listing.done.connect(self._on_listed)
        self._making.done.connect(self._on_made)
        theme = context.theme
        self.now = button(tr("Make a copy now"), "copy_now")
        self.now.clicked.connect(self._on_now)
        self.table = FactsTable(
            theme,
            "copies",
            tr("Copies, newest first"),
            (Column(tr("Made")), Column(tr("Why"), folds=True), Column(tr("Newest entry")), Column(tr("Size"))),
            grows=False,
        )
        self.table.setToolTip(tr("Enter shows what restoring a copy would change"))
        self.table.verticalHeader().sectionResized.connect(self._on_lines)
        self.table.facts.modelReset.connect(self._on_lines)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit_table)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.table.doubleClicked.connect(self._on_restore)
        self._restores = offer_rows(self.table, "restore", tr("Restore…"), ("Enter", "Return"), self._on_restore)
        offer_rows(self.table, "folder", tr("Show the folder"), (), self._on_folder)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("copies_said")
        self.restore = button(tr("Restore…"), "copy_restore")
        self.restore.setToolTip(tr("Shows first what would come back and what would be removed"))
        self.restore.clicked.connect(self._on_restore)
        self.other = button(tr("Restore from a file…"), "copy_restore_file")
        self.other.clicked.connect(self.ask_for_file)
        intro = tr(
            "If something changed since the last one, Legwork makes another when it is opened and, while it stays "
            "open, when a new day begins; also before an update or a restore. Each is restored on trial and compared "
            "row by row before it counts."
        )
        layout = column(
            row(label(tr("Copies"), "section"), None, self.now),
            label(intro, "secondary", wrap=True),
            FlowLayout(self.restore, self.other, spacing=8),  # above the list: there they never move
            self.table,
            self.said,
        )
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self._enable()

    @property
    def busy(self) -> bool:
        """Whether the list is still being worked out or given its height, or a copy made."""
        return self._listing.busy or self._making.busy or self._fitting.isActive()

    def refresh(self) -> None:
        """List what is there now."""
        self._listing.ask(tr("Looking at the copies"), partial(_listed, self._context.profile), waited_for=True)
        if not self._found:
            self._say(tr("Looking at the copies…"))

    def give_room(self, height: int) -> None:
        """So much of the page is in sight: the list scrolls by itself, so the card need not be higher."""
        self._room = height
        self._on_lines()

    def ask_which(self) -> None:
        """Somebody wants to restore: from the copies here, or from a file where there are none."""
        if self._listing.busy:
            self._asks = True
            return
        self._asks = False
        if self._found:
            self.table.setFocus()
        else:
            QTimer.singleShot(0, self, self.ask_for_file)  # once the page is seen

    def ask_for_file(self) -> None:
        """Ask which file to restore from, and show what that would change."""
        if self._context.sample:
            return
        kinds = (tr("Copies and full exports of Legwork (*.legwork *.sqlite3 *.json);;All files (*)"),)
        file = open_file(self, self._context.view, Place.COPY, tr("Restore from a file"), kinds)
        if file is not None:
            RestoreDialog(self._context, file, self).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._on_lines()  # sentences wrap otherwise

    # Within

    def _say(self, text: str, role: str = "secondary") -> None:
        set_role(self.said, role)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._on_lines()

    def _on_lines(self) -> None:
        self._fitting.start(0)

    def _fit_table(self) -> None:
        """As high as its lines, where there is room for them."""
        high, layout = self.table.content_height() if self._found else 0, self.layout()
        assert layout is not None
        beside = layout.totalHeightForWidth(self.width()) - self._high
        self._high = min(high, max(self._room - beside, self._context.theme.px(_LEAST)))
        self.table.setVisible(bool(self._found))
        self.table.setFixedHeight(self._high)

    def _enable(self) -> None:
        info = self._chosen()
        self.restore.setEnabled(info is not None and info.contents is not None and not self._context.sample)
        self._restores.setEnabled(self.restore.isEnabled())
        self.other.setEnabled(not self._context.sample)
        self.now.setEnabled(not self._making.busy)
        if self._context.sample:
            why = tr("Not of the sample history: go back to your own data first.")
            self.restore.setToolTip(why)
            self.other.setToolTip(why)

    def _chosen(self) -> BackupInfo | None:
        fact = self.table.chosen()
        return self._found.get(fact.key) if fact is not None else None

    def _on_listed(self, result: object) -> None:
        if isinstance(result, str):
            self._say(result, "error")
            announce(self.said, result)
            return
        assert isinstance(result, tuple)
        found, aside = result
        self._found = {str(one.file): one for one in found}
        self.table.show_facts([backup_fact(one) for one in found])
        wanted, self._wanted = self._wanted, ""
        if wanted in self._found:
            self.table.choose(wanted)
        elif found and self._chosen() is None:
            self.table.choose(str(found[0].file))
        said, self._just_made = self._just_made, None
        self._say(*(said or (self._summary(found, aside), "secondary")))
        self._on_lines()
        self._enable()
        if self._asks:
            self.ask_which()

    def _summary(self, found: tuple[BackupInfo, ...], aside: list[Path]) -> str:
        said = []
        if not found:
            said.append(tr("None yet: the first one is made by itself, a moment after the next start."))
        elif self._context.sample:
            said.append(tr("These are copies of the sample history. Go back to your own data to restore yours."))
        bad = sum(one.contents is None for one in found)
        if bad:
            said.append(
                ntr(
                    "{count} of them can no longer be used; the others can.",
                    "{count} of them can no longer be used; the others can.",
                    bad,
                )
            )
        if aside:
            names = ", ".join(one.name for one in aside[:3])
            said.append(
                ntr(
                    "A damaged file is kept in the folder of your data: {names}. Once all is well again, you may "
                    "delete it.",
                    "{count} damaged files are kept in the folder of your data: {names}. Once all is well again, you "
                    "may delete them.",
                    len(aside),
                    names=names,
                )
            )
        return " ".join(said)

    def _on_now(self) -> None:
        if not self._making.busy:
            work = partial(_make, self._context.profile, set(self._found))
            self._making.ask(tr("Making a copy"), work, visible=True, waited_for=True)
            if self.now.hasFocus():
                self.table.setFocus()  # else Qt hands it on to Restore when this is switched off
            self._enable()

    def _on_made(self, result: object) -> None:
        self._enable()
        assert isinstance(result, tuple)
        sentence, role, self._wanted = result
        self._just_made = sentence, role
        self._say(sentence, role)
        announce(self.said, sentence)
        self.refresh()
        self.made.emit()

    def _on_folder(self) -> None:
        info = self._chosen()
        if info is not None and not show_folder(info.file.parent):
            self._say(str(info.file))  # no program here shows folders: this is where it lies

    def _on_restore(self) -> None:
        info = self._chosen()
        if info is not None and self.restore.isEnabled():
            RestoreDialog(self._context, info.file, self).open()


def _listed(profile: Profile, task: Task) -> tuple[tuple[BackupInfo, ...], list[Path]] | str:
    try:
        return backups.backups_of(profile.paths, task.breathe), backups.put_aside(profile.paths)
    except StoreError as error:
        return tr(backups.COPY_FAULTS[error.fault])


def _make(profile: Profile, known: set[str], task: Task) -> tuple[str, str, str]:
    """What became of it, in a sentence with its role; and the copy that is meant, "" for none."""
    try:
        made = backups.back_up_now(profile, task.breathe)
    except StoreError as error:
        return tr("No copy was made. {reason}", reason=tr(FAULT_SENTENCES[error.fault])), "error", ""
    said, role = tr("A copy was made and proved. It is kept until ten newer ones were asked for."), "good"
    if str(made.file) in known:
        when = backups.moment(made.made_at)
        said = tr("Nothing changed since the copy of {when}: it holds just what you have now.", when=when)
        role = "secondary"
    return said, role, str(made.file)
