"""From a file to data: read it in the background, show what it holds, take it in as one edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from legwork.errors import StoreError, UserError
from legwork.formats.records import Document
from legwork.formats.training_records import TrainingTable
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.services import importing, training_import
from legwork.services.documents import ImportDocument
from legwork.services.edit import Edit, Outcome
from legwork.services.importing import ImportTable
from legwork.services.people import Person
from legwork.services.plan_files import SharedPlan
from legwork.services.plans import AddPlan
from legwork.services.training_names import names_in_file, proposed


class Importer(QObject):
    """Imports one file after another into the profile of `context`."""

    said = Signal(str)
    """A sentence about how it went."""
    unexpected = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._file = Path()
        self._edit: Edit | None = None
        self._busy = False
        self._closed = False

    def ask_for_file(self) -> None:
        """Let the person choose a file, then import it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Import"),
            "",
            ";;".join((tr("Exports and plans (*.csv *.json *.legwork-plan *.fitnotes)"), tr("All files (*)"))),
        )
        if name:
            self.take(Path(name))

    def close(self) -> None:
        """The profile is closed: what still arrives has no place any more."""
        self._closed = True

    def take(self, file: Path) -> None:
        """Read `file` and show its preview; one file at a time."""
        if self._busy:
            self.said.emit(tr("One file at a time: {name} is still being taken in.", name=self._file.name))
            return
        self._busy = True
        self._file = file
        task = Task(tr("Reading {name}", name=file.name), partial(_read, file))
        task.done.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        self._context.worker.start(task)

    def _on_cancelled(self) -> None:
        self._busy = False

    def _on_read(self, found: importing.Found) -> None:
        self._busy = False
        if self._closed:
            return
        if isinstance(found, Document):
            self._take_document(found)
            return
        person = self._context.person
        if person is None:
            self.said.emit(tr("Say first who is measured, then import {name} again.", name=self._file.name))
            return
        if isinstance(found, SharedPlan):
            self._start(AddPlan(person.id, found.plan, None, found.exercises))
            return
        if isinstance(found, TrainingTable):
            self._take_training(found, person)
            return
        if not found.rows:
            self.said.emit(tr("{name} holds no readings.", name=self._file.name))
            return
        preview = ImportPreview(self._context, person, found, self._file.name, self._window)
        accepted = preview.exec()
        choices = tuple(preview.choices.items())
        preview.deleteLater()
        if accepted:
            self._start(ImportTable(person.id, found, choices, self._file.name))

    def _take_training(self, found: TrainingTable, person: Person) -> None:
        if not found.workouts:
            self.said.emit(tr("{name} holds no workouts.", name=self._file.name))
            return
        choices = proposed(names_in_file(self._context.profile, person.id, found))
        plan = training_import.preview(self._context.profile, person.id, found, choices)
        box = QMessageBox(self._window)
        box.setObjectName("import_training")
        box.setWindowTitle(tr("Import {file}", file=self._file.name))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(training_import.plan_sentence(plan))
        take = box.addButton(tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is take:
            self._start(training_import.ImportTraining(person.id, found, tuple(choices.items()), self._file.name))

    def _take_document(self, found: Document) -> None:
        names = ", ".join(person.name for person in found.people)
        count = sum(len(person.check_ins) for person in found.people)
        box = QMessageBox(self._window)
        box.setObjectName("import_document")
        box.setWindowTitle(tr("Import {file}", file=self._file.name))
        box.setTextFormat(Qt.TextFormat.PlainText)  # names from a document are no markup
        box.setText(
            tr(
                "A Legwork export with {count} of {names}.",
                count=ntr("{count} check-in", "{count} check-ins", count),
                names=names or tr("nobody"),
            )
        )
        box.setInformativeText(tr("What is missing here is added; what is here already stays as it is."))
        take = box.addButton(tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is take:
            self._start(ImportDocument(found, self._file.name))

    def _start(self, edit: Edit) -> None:
        self._edit = edit
        task = Task(edit.label, partial(_apply, self._context, edit))
        task.done.connect(self._on_applied)
        task.failed.connect(self._on_failed)
        self._context.worker.start(task)

    def _on_applied(self, outcome: Outcome) -> None:
        if self._closed:
            return
        assert self._edit is not None
        if outcome.changes.rows:
            self._context.runner.adopt(outcome, self._edit)
        else:
            self.said.emit(tr("All of {name} is here already. Nothing changed.", name=self._file.name))

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        if self._closed:
            return
        if isinstance(error, UserError):
            self.said.emit(str(error))
        elif isinstance(error, StoreError):
            self.said.emit(
                tr("Nothing was imported: the data cannot be written just now ({reason}).", reason=str(error))
            )
        else:
            self.unexpected.emit(error)


def _read(file: Path, task: Task) -> importing.Found:
    return importing.read_file(file, task.should_stop)


def _apply(context: Context, edit: Edit, _task: Task) -> Outcome:
    return context.profile.apply(edit)
