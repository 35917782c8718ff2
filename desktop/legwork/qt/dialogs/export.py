"""Taking data out: choose what, choose where, and read what was written.

Owns the choice and the file; what an export holds is the affair of `services.exports`. The dialog stays open, so that
several can be taken out one after the other.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from legwork.errors import FAULT_SENTENCES, StoreError, UserError
from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core.context import Context
from legwork.qt.core.file_places import Place, save_file
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.export_options import ExportOptions
from legwork.qt.widgets.layout import button, column, label, row, scrolled, set_role
from legwork.qt.widgets.window_room import open_inside
from legwork.services import exports
from legwork.services.exports import INFO, ExportKind
from legwork.services.profile import Profile

WIDTH, HEIGHT, EDGE = 560, 640, 48
"""How large it is where there is room, and how far it stays from the window's edge."""


class ExportDialog(QDialog):
    """Asks what to take out and where to, and writes it in the background."""

    said = Signal(str)
    """What was written."""

    def __init__(self, context: Context, parent: QWidget, chosen: ExportKind = ExportKind.EVERYTHING) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export"))
        self.setAccessibleName(self.windowTitle())
        self._context = context
        self._task: Task | None = None
        self._leaves = False
        theme = context.theme
        self.options = ExportOptions(theme, chosen)
        self.whose = label("", "secondary", wrap=True)
        self.whose.setObjectName("export_whose")
        self.told = label("", "good", wrap=True)
        self.told.setObjectName("export_result")
        self.told.hide()
        self.save = button(tr("Save as…"), "export_save", "primary")
        self.shut = button(tr("Close"), "export_close")
        self._lay_out()
        self._holding = Latest(context.worker, self)
        self._holding.done.connect(self._on_holding)
        self.options.focused.connect(self._on_focused)
        self.options.chosen.connect(self.told.hide)
        self.save.clicked.connect(self._on_save)
        self.shut.clicked.connect(self.reject)
        self.finished.connect(self._holding.drop)
        context.person_leaving.connect(self.reject)
        self._ask()

    @property
    def busy(self) -> bool:
        """Whether something is being counted or written."""
        return self._holding.busy or self._task is not None

    def reject(self) -> None:
        """Close; what is being written is finished first, so that it can be said."""
        if self._task is not None:
            self._leaves = True
            return
        super().reject()

    def _lay_out(self) -> None:
        theme = self._context.theme
        self._scroll = scrolled(self.options, "export_scroll", tr("What to export"))
        self.shut.setAutoDefault(False)
        layout = column(
            label(tr("Export"), "section"), self.whose, self._scroll, self.told, row(None, self.shut, self.save),
            spacing=theme.px(12),
        )  # fmt: skip
        layout.setStretch(2, 1)
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.save.setDefault(True)  # only now does the dialog know that it is its button
        window = self.parentWidget()
        assert window is not None
        open_inside(self, window, theme, WIDTH, HEIGHT, EDGE)

    def _ask(self) -> None:
        """Have it counted how much there is."""
        person = self._context.person
        if person is None:
            self.whose.setText(tr("Nothing leaves this computer: you choose where the file goes."))
            self.options.show_holding(None)
            return
        self.whose.setText(
            tr(
                "Tables hold the data of {name} alone. Nothing leaves this computer: you choose where the file goes.",
                name=person.name,
            )
        )
        self._holding.ask(tr("Counting"), partial(_count, self._context.profile, person.id), waited_for=True)

    def _on_holding(self, found: exports.Holding | None) -> None:
        if found is None:
            self.options.focus_chosen()
        else:
            self.options.show_holding(found)

    def _on_focused(self, one: QWidget) -> None:
        self._scroll.ensureWidgetVisible(one, 0, self._context.theme.px(8))

    def _on_save(self) -> None:
        if self._task is not None:
            return
        kind, person = self.options.current, self._context.person
        file = self._file(kind, person.name if person else "")
        if file is None:
            return
        self.told.hide()
        self.save.setEnabled(False)
        work = partial(_write, self._context.profile, kind, person.id if person else None, file)
        self._task = Task(tr("Writing {file}", file=file.name), work)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)
        self._context.worker.start(self._task)

    def _file(self, kind: ExportKind, name: str) -> Path | None:
        """The file that the person chooses; None when they do not, or when it would replace one that was not shown."""
        info = INFO[kind]
        kinds = tr("Legwork export (*.json)") if info.ending == "json" else tr("Table (*.csv)")
        suggestion = exports.suggested_name(kind, name, date.today())
        file = save_file(self, self._context.view, Place.EXPORT, tr(info.name), suggestion, (kinds,))
        if file is None:
            return None
        if file.suffix.lower() != f".{info.ending}":
            file = file.with_name(f"{file.name}.{info.ending}")
            if file.exists():
                self._show(
                    tr("{name} is there already: choose it in the list, or another name.", name=file.name), "error"
                )
                return None
        return file

    def _on_done(self, said: str) -> None:
        self._ended()
        self._show(said, "good")
        self.said.emit(said)
        if self._leaves:
            self.reject()

    def _on_failed(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, UserError):
            self._show(str(error), "error")
        elif isinstance(error, StoreError):
            logger.warning("export failed: %s", error)
            reason = tr(FAULT_SENTENCES[error.fault])
            self._show(tr("Nothing was exported. {reason}", reason=reason), "error")
        else:
            raise error  # to whoever catches what nobody caught: the window says it

    def _on_cancelled(self) -> None:
        self._ended()
        if self._leaves:
            self.reject()

    def _ended(self) -> None:
        self._task = None
        self.save.setEnabled(True)

    def _show(self, sentence: str, role: str) -> None:
        self._leaves = self._leaves and role == "good"  # a refusal is read first
        set_role(self.told, role)
        self.told.setText(sentence)
        self.told.show()


def _count(profile: Profile, person_id: int, _task: Task) -> exports.Holding | None:
    """None where the data cannot be read: that is said when somebody wants to have it."""
    try:
        return exports.holding_of(profile, person_id)
    except StoreError as error:
        logger.warning("counting failed: %s", error)
        return None


def _write(profile: Profile, kind: ExportKind, person_id: int | None, file: Path, task: Task) -> str:
    return exports.export(profile, kind, person_id, file, task.breathe)
