"""Restoring a copy: what it would change, line by line, before anything is changed; then what is there is kept.

Owns the preview and the asking. Putting the copy in place needs the profile closed: that is for whoever holds it, see
`Context.restore_confirmed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from legwork.domain.days import full_day
from legwork.errors import StoreError, UserError
from legwork.i18n import ptr, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.layout import button, column, label, row, set_role
from legwork.qt.widgets.window_room import open_inside
from legwork.services import backups, restores
from legwork.services.restores import Prepared, Preview, Row


class RestoreDialog(QDialog):
    """One copy, beside what there is now. Open it with `open`; it is gone when it is closed."""

    def __init__(self, context: Context, file: Path, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._file = context, file
        self._source = backups.source(file, context.profile.paths)
        self._prepared: Prepared | None = None
        self._ready = _Ready()
        self._work = Latest(context.worker, self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self.reject)
        theme = context.theme
        self.setObjectName("restore_dialog")
        self.setWindowTitle(tr("Restore a copy"))
        self.setAccessibleName(self.windowTitle())
        self.source = label("", "secondary", wrap=True)
        self.source.setObjectName("restore_source")
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = label("", wrap=True)
        self.said.setObjectName("restore_said")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.table = FactsTable(
            theme,
            "restore_table",
            tr("What you have now beside what the copy holds"),
            (
                Column(tr("What")),
                Column(tr("Now")),
                Column(tr("In the copy")),
                Column(tr("By restoring it")),
            ),
            grows=False,
        )
        self.kept = label(
            tr("What you have now is kept as a copy of its own first: one click brings it back, now or later."),
            "secondary",
            wrap=True,
        )
        self.kept.setObjectName("restore_kept")
        self.both = label(
            tr(
                "To keep both, export Everything first; then restore this copy and import that file. It adds what the "
                "copy does not have."
            ),
            "secondary",
            wrap=True,
        )
        self.both.setObjectName("restore_both")
        self.both.hide()
        self.cancel = button(tr("Cancel"), "restore_cancel")
        self.cancel.clicked.connect(self.reject)
        self.accept_button = button(tr("Restore this copy"), "restore_accept", "primary")
        self.accept_button.clicked.connect(self._on_restore)
        self._lay_out()
        open_inside(self, parent, theme, 820, 560, 48)
        self._look()

    @property
    def busy(self) -> bool:
        """Whether the copy is still being looked at."""
        return self._work.busy

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The Enter that opened the preview, held or pressed twice, restores nothing: from the table it leads to the
        button that does, where it is pressed anew."""
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.isAutoRepeat():
                return True
            if watched is self.table and self.accept_button.isEnabled():
                self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        self._work.drop()
        if result != QDialog.DialogCode.Accepted:
            self._ready.drop()
        super().done(result)

    # Within

    def _lay_out(self) -> None:
        theme = self._context.theme
        layout = column(
            label(self.windowTitle(), "title"),
            self.source,
            self.said,
            self.progress,
            self.table,
            self.kept,
            self.both,
            row(None, self.cancel, self.accept_button),
            spacing=theme.px(12),
        )
        layout.setStretch(4, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        self.accept_button.setDefault(True)  # only now does the dialog know that it is its button
        for one in (self.table, self.cancel, self.accept_button):
            one.installEventFilter(self)

    def _look(self) -> None:
        self.source.setText(self._source)
        self.source.setToolTip(str(self._file))
        if self._context.sample:
            self._refuse(tr("This is the sample history: go back to your own data first, then open the copy again."))
            return
        self._wait(tr("Looking at the copy: reading it, checking it, comparing it with what you have now…"))
        look = partial(_prepare, self._context, self._file, self._ready)
        self._work.ask(tr("Looking at a copy"), look, waited_for=True)

    def _wait(self, sentence: str) -> None:
        set_role(self.said, "")
        say(self.said, sentence)
        self.progress.show()
        self.accept_button.setEnabled(False)
        if self._prepared is None:
            self.table.hide()
            self.kept.hide()

    def _refuse(self, sentence: str) -> None:
        set_role(self.said, "error")
        say(self.said, sentence)
        self.progress.hide()
        self.table.setVisible(self._prepared is not None)
        self.kept.hide()
        self.both.hide()
        self.accept_button.setEnabled(self._prepared is not None)
        self.accept_button.setVisible(self._prepared is not None)
        if self._prepared is None:
            self.cancel.setText(tr("Close"))
            self.cancel.setAccessibleName(tr("Close"))
            self.cancel.setFocus()
            QTimer.singleShot(0, self, self._shrink)

    def _shrink(self) -> None:
        self.resize(self.width(), self.minimumSizeHint().height())

    def _on_done(self, result: object) -> None:
        if isinstance(result, Prepared):
            self._prepared = result
            self._show(result.preview)
        elif isinstance(result, _Gone):
            self._prepared = None
            self._refuse(result.sentence)
        elif isinstance(result, str):
            self._refuse(result)
        else:
            prepared, context = self._prepared, self._context
            assert prepared is not None
            self.accept()
            context.restore_confirmed.emit(prepared)

    def _show(self, preview: Preview) -> None:
        contents = preview.contents
        facts = [self._source, backups.size_words(contents.size)]
        if contents.last_day is not None:
            facts.append(tr("newest entry {day}", day=full_day(contents.last_day)))
        if contents.older:
            facts.append(tr("from an older version, brought up to this one"))
        self.source.setText(" · ".join(facts))
        say(self.said, preview.summary)
        self.progress.hide()
        self.table.show_facts([_fact(one) for one in preview.rows])
        self.table.show()
        self.kept.setVisible(preview.replaces and not preview.same)
        self.both.setVisible(preview.removes)
        if self._context.profile.held:
            self.kept.setText(tr("The damaged file is kept beside the copy that takes its place."))
        self.accept_button.setEnabled(not preview.same)
        (self.cancel if preview.same else self.table).setFocus()

    def _on_restore(self) -> None:
        if self._prepared is None or self._work.busy:
            return
        self._wait(tr("Keeping what you have now…"))
        self._work.ask(tr("Keeping a copy"), partial(_keep, self._context, self._prepared), waited_for=True)


def _fact(one: Row) -> Fact:
    if one.heads:
        return Fact(one.key, (one.what, "", "", one.difference), role="legs")
    spoken = tr(
        "{what}: now {now}, in the copy {then}; {difference}. {details}",
        what=one.what, now=one.now or ptr("rows", "none"), then=one.then or ptr("rows", "none"),
        difference=one.difference, details=one.details,
    )  # fmt: skip
    return Fact(one.key, (one.what, one.now or "–", one.then or "–", one.difference), one.details, spoken)


@dataclass(frozen=True)
class _Gone:
    """What was looked at lies ready no more."""

    sentence: str


class _Ready:
    """What was prepared for a dialog, in another thread: with the dialog closed nobody else would discard it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._prepared: Prepared | None = None
        self._dropped = False

    def put(self, prepared: Prepared) -> None:
        with self._lock:
            self._prepared = prepared
            if self._dropped:
                prepared.discard()

    def drop(self) -> None:
        with self._lock:
            self._dropped = True
            if self._prepared is not None:
                self._prepared.discard()


def _prepare(context: Context, file: Path, ready: _Ready, task: Task) -> Prepared | str:
    try:
        prepared = restores.prepare(context.profile, file, task.breathe)
    except UserError as error:
        return str(error)
    except StoreError as error:
        return backups.refusal(error, file)
    ready.put(prepared)
    if task.should_stop():
        prepared.discard()
    return prepared


def _keep(context: Context, prepared: Prepared, task: Task) -> str | _Gone | None:
    try:
        restores.keep_present(context.profile, prepared, task.breathe)
    except UserError as error:
        return _Gone(str(error))
    except StoreError as error:
        return tr(backups.COPY_FAULTS[error.fault])
    return None
