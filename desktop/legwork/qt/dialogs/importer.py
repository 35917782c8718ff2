"""From a file to data: read it in the background, show what it holds, take it in as one edit."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from legwork.errors import StoreError, UserError
from legwork.formats.parts import Several, UnknownTable
from legwork.formats.records import Document
from legwork.formats.training_records import NO_ANSWERS, Answers, LeftColumn, TrainingTable
from legwork.i18n import ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.columns_again import COLUMNS_ASKED, offer_columns
from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.services import importing
from legwork.services.documents import ImportDocument
from legwork.services.edit import Edit, Outcome
from legwork.services.importing import ImportTable
from legwork.services.people import Person
from legwork.services.plan_files import SharedPlan
from legwork.services.plans import AddPlan
from legwork.services.training_import import ImportTraining
from legwork.services.training_words import by_reason, number

_ENDINGS = "*.csv *.tsv *.txt *.json *.zip *.xml *.xlsx *.xls *.ods *.legwork *.legwork-plan *.fitnotes"
"""How files that can be taken in may be called; it is told by what stands in them."""


@dataclass(frozen=True)
class _Turn:
    """One thing to import. found: what was read already, of a file that holds several."""

    file: Path
    part: str | None = None
    found: importing.Found | None = None

    @property
    def name(self) -> str:
        """For people: the file, and which part of it."""
        return self.file.name if self.part is None else f"{self.file.name} › {self.part}"


class Importer(QObject):
    """Imports one file after another into the profile of `context`; what comes meanwhile waits for its turn.

    A file that holds several things is gone through as several files are.
    """

    said = Signal(str)
    """A sentence about how it went."""
    unexpected = Signal(object)
    chosen = Signal(object)
    """Paths that the person wants opened, a tuple; a backup among them is not imported."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._turn = _Turn(Path())
        self._answers = NO_ANSWERS
        self._edit: Edit | None = None
        self._unknown: UnknownTable | None = None
        self._waiting: deque[_Turn] = deque()
        self._sentences: list[str] = []
        self._busy = False
        self._closed = False
        self._done_words = ""
        self._number = self._count = 0
        context.runner.replayed.connect(self.said)

    @property
    def busy(self) -> bool:
        """Whether a file has its turn just now."""
        return self._busy

    def ask_for_file(self) -> None:
        """Let the person choose files; see `chosen`."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            tr("Import"),
            "",
            ";;".join((tr("Exports, tables, plans and backups ({endings})", endings=_ENDINGS), tr("All files (*)"))),
        )
        if names:
            self.chosen.emit(tuple(map(Path, names)))

    def close(self) -> None:
        """The profile is closed: what still arrives has no place any more."""
        self._closed = True
        self._waiting.clear()

    def take(self, file: Path) -> None:
        """Read `file` and show its preview, after those that were asked for before."""
        self._waiting.append(_Turn(file))
        self._count += 1
        if not self._busy:
            self._next()

    def _next(self) -> None:
        """Go on with the next file; when there is none, say what went wrong with those before."""
        self._busy = bool(self._waiting) and not self._closed
        self._done_words = ""
        self._unknown = None
        if self._busy:
            self._number += 1
            self._turn = self._waiting.popleft()
            if self._turn.found is None:
                self._read(Answers(part=self._turn.part))
            else:
                self._answers = Answers(part=self._turn.part)
                self._on_read(self._turn.found)
            return
        self._number = self._count = 0
        if self._sentences and not self._closed:
            sentences, self._sentences = self._sentences, []
            self.said.emit(" ".join(sentences))

    def _read(self, answers: Answers) -> None:
        """Read what has its turn, with these answers."""
        self._answers = answers
        task = Task(tr("Reading {name}", name=self._turn.name), partial(_read, self._turn.file, answers))
        # Queued: the notice of the reading goes first, and the preview does not open above it.
        task.done.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._next)
        self._context.worker.start(task)

    def _say(self, sentence: str) -> None:
        """Keep a sentence until all files had their turn, and go on."""
        self._sentences.append(sentence)
        self._next()

    def _on_read(self, found: importing.Found) -> None:
        if self._closed:
            return
        if isinstance(found, Document):
            self._take_document(found)
            return
        if isinstance(found, Several):
            self._take_parts(found)
            return
        person = self._context.person
        if person is None:
            self._say(tr("Say first who is measured, then import {name} again.", name=self._turn.name))
        elif isinstance(found, SharedPlan):
            self._start(AddPlan(person.id, found.plan, None, found.exercises))
        elif isinstance(found, TrainingTable):
            self._take_training(found, person)
        elif isinstance(found, UnknownTable):
            self._ask_columns(found, person)
        elif not found.rows and self._unknown is not None:
            self._ask_columns(self._unknown, person, again=True)
        elif not found.rows:
            self._say(tr("{name} holds no readings.", name=self._turn.name))
        else:
            preview = ImportPreview(
                self._context, person, found, self._turn.name, self._window, self._turn.file, self._answers
            )
            self._tell_turn(preview)
            accepted = self._exec(preview)
            table, choices = preview.table, tuple(preview.choices.items())
            preview.deleteLater()
            if accepted == COLUMNS_ASKED and self._unknown is not None:
                self._ask_columns(self._unknown, person, again=True)
                return
            self._start(ImportTable(person.id, table, choices, self._turn.name) if accepted else None)

    def _take_parts(self, found: Several) -> None:
        """Go through the parts of a file, before the files that wait."""
        file = self._turn.file
        self._waiting.extendleft(reversed([_Turn(file, part.name, part.found) for part in found.parts]))
        self._count += len(found.parts) - 1
        self._number -= 1
        self._next()

    def _ask_columns(self, found: UnknownTable, person: Person, again: bool = False) -> None:
        """Read a table again as was said before of such a one, where its header tells that it is; else, and when asked
        again, let the person say it."""
        from legwork.qt.dialogs.column_mapper import ColumnMapper
        from legwork.services.mappings import is_told_by_header, known_mapping

        self._unknown = found
        known = None if again else known_mapping(self._context.profile, found)
        if known is not None and is_told_by_header(found, known):
            self._read(Answers(mapping=known, part=self._turn.part))
            return
        mapper = ColumnMapper(
            self._context, person, self._turn.file, found, self._turn.part, self._window, self._answers.mapping
        )
        self._tell_turn(mapper)
        accepted = mapper.exec()
        mapping = mapper.mapping
        mapper.deleteLater()
        if accepted and mapping is not None:
            self._read(Answers(mapping=mapping, part=self._turn.part))
        else:
            self._next()

    def _exec(self, preview: QDialog) -> int:
        """Show a preview; that of a table that was explained offers to explain it anew: then COLUMNS_ASKED."""
        if self._unknown is not None:
            offer_columns(preview)
        return preview.exec()

    def _take_training(self, found: TrainingTable, person: Person) -> None:
        if not found.workouts and self._unknown is not None:
            self._ask_columns(self._unknown, person, again=True)
            return
        if not found.workouts:
            self._say(_no_workouts(found, self._turn.name))
            return
        preview = TrainingPreview(
            self._context, person, self._turn.file, found, self._window, self._answers, self._turn.name
        )
        self._tell_turn(preview)
        preview.failed.connect(self._on_preview_failed)
        accepted = self._exec(preview)
        edit, self._done_words = preview.edit, preview.done_words
        preview.deleteLater()
        if accepted == COLUMNS_ASKED and self._unknown is not None:
            self._ask_columns(self._unknown, person, again=True)
            return
        self._start(edit if accepted else None)

    def _tell_turn(self, dialog: QDialog) -> None:
        """Of several files, say in the title which one this is; whatever becomes of it, the next one follows."""
        if self._count > 1:
            turn = tr("{number} of {count}", number=self._number, count=self._count)
            dialog.setWindowTitle(tr("{title} ({turn})", title=dialog.windowTitle(), turn=turn))
            dialog.setAccessibleName(dialog.windowTitle())
        if self._waiting and (cancel := dialog.findChild(QPushButton, "import_cancel")) is not None:
            cancel.setText(tr("Skip this file"))
            cancel.setAccessibleName(cancel.text())
            cancel.setToolTip(tr("{name} follows", name=self._waiting[0].name))

    def _take_document(self, found: Document) -> None:
        names = ", ".join(person.name for person in found.people)
        count = sum(len(person.check_ins) for person in found.people)
        box = QMessageBox(self._window)
        box.setObjectName("import_document")
        box.setWindowTitle(tr("Import {file}", file=self._turn.name))
        self._tell_turn(box)
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
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole).setObjectName("import_cancel")
        box.exec()
        self._start(ImportDocument(found, self._turn.name) if box.clickedButton() is take else None)

    def _start(self, edit: Edit | None) -> None:
        """Do it in the background; None: the person does not want it."""
        if self._closed:
            return
        if edit is None:
            self._next()
            return
        if self._unknown is not None and self._answers.mapping is not None:
            from legwork.services.mappings import Explained, mapping_key

            edit = Explained(edit, mapping_key(self._unknown, self._answers.mapping), self._answers.mapping)
        self._edit = edit
        task = Task(edit.label, partial(_apply, self._context, edit))
        task.done.connect(self._on_applied)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_given_up)
        self._context.worker.start(task)

    def _on_applied(self, outcome: Outcome) -> None:
        if self._closed:
            return
        assert self._edit is not None
        if outcome.changes.rows:
            said = self._done_words or self._edit.label
            self._context.runner.adopt(outcome, self._edit, said=said)
            self._next()
        else:
            self._say(tr("All of {name} is here already. Nothing changed.", name=self._turn.name))

    def _on_given_up(self) -> None:
        self._say(tr("{name} was not taken in: nothing changed.", name=self._turn.name))

    def _on_preview_failed(self, error: Exception) -> None:
        """The dialog closes itself; it was not accepted, so the next file follows by itself."""
        if isinstance(error, StoreError):
            self._sentences.append(_refused(error))
        else:
            self.unexpected.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if self._closed:
            return
        if isinstance(error, UserError):
            self._say(str(error) if not self._waiting and not self._sentences else f"{self._turn.name}: {error}")
        elif isinstance(error, StoreError):
            self._say(_refused(error))
        else:
            self.unexpected.emit(error)
            self._next()


def _refused(error: StoreError) -> str:
    return tr("Nothing was imported: the data cannot be written just now ({reason}).", reason=str(error))


def _no_workouts(table: TrainingTable, name: str) -> str:
    """Why there is nothing in it: what most of its rows are refused for."""
    for reason, rows in by_reason(one for one in table.skipped if not isinstance(one, LeftColumn)).items():
        return tr("{name} holds no workouts. {count} of its rows or values: {reason}", name=name,
                  count=number(len(rows)), reason=reason)  # fmt: skip
    return tr("{name} holds no workouts.", name=name)


def _read(file: Path, answers: Answers, task: Task) -> importing.Found:
    return importing.read_file(file, task.should_stop, answers)


def _apply(context: Context, edit: Edit, task: Task) -> Outcome:
    return context.profile.apply(_stoppable(edit, task))


def _stoppable(edit: Edit, task: Task) -> Edit:
    from legwork.services.mappings import Explained

    if isinstance(edit, ImportTraining):
        return replace(edit, should_stop=task.should_stop)
    return replace(edit, edit=_stoppable(edit.edit, task)) if isinstance(edit, Explained) else edit
