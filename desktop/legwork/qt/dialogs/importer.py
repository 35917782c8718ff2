"""From a file to data: read it in the background, show what it holds, take it in as one edit."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from legwork.domain.units import UnitSystem
from legwork.errors import StoreError, UserError
from legwork.formats.parts import Several, UnknownTable
from legwork.formats.records import Document, MeasurementTable
from legwork.formats.training_records import NO_ANSWERS, Answers, LeftColumn, TrainingTable
from legwork.i18n import tr
from legwork.numerals import number
from legwork.qt.core.context import Context
from legwork.qt.core.file_places import Place, open_files
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.columns_again import COLUMNS_ASKED, offer_columns
from legwork.qt.dialogs.import_preview import ImportPreview
from legwork.qt.dialogs.import_turns import STOPPED, Turn, tell_turn
from legwork.qt.dialogs.training_preview import TrainingPreview
from legwork.services import importing
from legwork.services.documents import ImportDocument
from legwork.services.edit import Edit, Outcome
from legwork.services.import_words import Ended, Fate, brought_in, document_done, several_done
from legwork.services.importing import ImportTable
from legwork.services.people import Person
from legwork.services.plan_files import SharedPlan
from legwork.services.plans import AddPlan
from legwork.services.training_import import ImportTraining
from legwork.services.training_words import by_reason

_ENDINGS = "*.csv *.tsv *.txt *.json *.zip *.xml *.xlsx *.xls *.ods *.legwork *.legwork-plan *.fitnotes"
"""How files that can be taken in may be called; it is told by what stands in them."""


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
        self._turn = Turn(Path())
        self._answers = NO_ANSWERS
        self._edit: Edit | None = None
        self._unknown: UnknownTable | None = None
        self._waiting: deque[Turn] = deque()
        self._ended: list[Ended] = []
        self._for_somebody: list[Path] = []
        self._by_hand = False
        self._refusal = ""
        self._busy = False
        self._closed = False
        self._done_words = ""
        self._number = self._count = 0
        context.runner.replayed.connect(self.said)
        context.person_changed.connect(self._on_somebody)

    @property
    def busy(self) -> bool:
        """Whether a file has its turn just now."""
        return self._busy

    def ask_for_file(self) -> None:
        """Let the person choose files; see `chosen`."""
        kinds = (tr("Exports, tables, plans and copies ({endings})", endings=_ENDINGS), tr("All files (*)"))
        files = open_files(self._window, self._context.view, Place.IMPORT, tr("Import"), kinds)
        if files:
            self.chosen.emit(files)

    def close(self) -> None:
        """The profile is closed: what still arrives has no place any more."""
        self._closed = True
        self._waiting.clear()
        self._for_somebody.clear()

    def take(self, file: Path) -> None:
        """Read `file` and show its preview, after those that were asked for before."""
        self._waiting.append(Turn(file))
        self._count += 1
        if not self._busy:
            self._next()

    def _next(self) -> None:
        """Go on with the next file; when there is none, say how it went with those before."""
        self._busy = bool(self._waiting) and not self._closed
        self._done_words = ""
        self._unknown, self._by_hand = None, False
        if self._busy:
            self._number += 1
            self._turn = self._waiting.popleft()
            self._by_hand = self._turn.by_hand
            self._begin()
            return
        self._number = self._count = 0
        ended, self._ended = self._ended, []
        if self._closed or not ended:
            return
        if len(ended) == 1:
            if ended[0].fate is not Fate.IN and ended[0].said:  # what came in was said when it did
                self.said.emit(ended[0].said)
        elif any(one.fate is Fate.IN for one in ended):
            self._context.runner.applied.emit(several_done(ended))
        elif any(one.said for one in ended):
            self.said.emit(several_done(ended))

    def _begin(self) -> None:
        """Read what has its turn, as far as it is not read yet, and show it."""
        if self._turn.found is None:
            self._read(Answers(part=self._turn.part))
        else:
            self._answers = Answers(part=self._turn.part)
            self._on_read(self._turn.found)

    def _read(self, answers: Answers) -> None:
        """Read what has its turn, with these answers."""
        self._answers = answers
        person = self._context.person
        loads = person.units if person is not None else UnitSystem.METRIC
        task = Task(tr("Reading {name}", name=self._turn.name), partial(_read, self._turn.file, answers, loads))
        # Queued: the notice of the reading goes first, and the preview does not open above it.
        task.done.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_not_read)
        self._context.worker.start(task)

    def _end(self, fate: Fate, sentence: str = "") -> None:
        """Keep how it went until all files had their turn, and go on."""
        self._ended.append(Ended(fate, sentence))
        self._next()

    def _stop(self) -> None:
        """Neither this one nor those that wait."""
        self._ended += [Ended(Fate.SKIPPED)] * len(self._waiting)
        self._waiting.clear()
        self._end(Fate.SKIPPED)

    def _on_read(self, found: importing.Found) -> None:
        if self._closed:
            return
        if isinstance(found, Document):
            self._start(ImportDocument(found, self._turn.name))  # what is here already stays, and undo takes it back
            return
        if isinstance(found, Several):
            self._take_parts(found)
            return
        person = self._context.person
        if person is None:
            self._keep_for_somebody()
        elif isinstance(found, SharedPlan):
            self._done_words = brought_in(self._turn.name, [tr("Plan “{name}”", name=found.plan.name)])
            self._start(AddPlan(person.id, found.plan, None, found.exercises))
        elif isinstance(found, TrainingTable):
            self._take_training(found, person)
        elif isinstance(found, UnknownTable):
            self._ask_columns(found, person, again=self._by_hand)
        elif not found.rows and self._unknown is not None:
            self._ask_columns(self._unknown, person, again=True)
        elif not found.rows:
            self._end(Fate.REFUSED, tr("{name} holds no readings.", name=self._turn.name))
        else:
            self._take_measured(found, person)

    def _take_measured(self, found: MeasurementTable, person: Person) -> None:
        preview = ImportPreview(
            self._context, person, found, self._turn.name, self._window, self._turn.file, self._answers
        )
        result = self._exec(preview, found)
        table, choices = preview.table, tuple(preview.choices.items())
        self._done_words = preview.done_words
        preview.deleteLater()
        self._go_on(result, person, ImportTable(person.id, table, choices, self._turn.name))

    def _keep_for_somebody(self) -> None:
        """Keep a file until it is said who is measured."""
        if self._turn.file not in self._for_somebody:
            self._for_somebody.append(self._turn.file)
        self._end(
            Fate.SKIPPED,
            tr("Say first who is measured: then {name} opens by itself.", name=self._turn.name),
        )

    def _on_somebody(self) -> None:
        """Somebody is here now: what waited for them is opened, as soon as no dialog is in the way."""
        if self._context.person is not None and self._for_somebody and not self._closed:
            files, self._for_somebody = tuple(self._for_somebody), []
            QTimer.singleShot(0, self, partial(self.chosen.emit, files))

    def _take_parts(self, found: Several) -> None:
        """Go through the parts of a file, before the files that wait."""
        file = self._turn.file
        self._waiting.extendleft(reversed([Turn(file, part.name, part.found, self._by_hand) for part in found.parts]))
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
        result = mapper.exec()
        mapping = mapper.mapping
        mapper.deleteLater()
        if result == STOPPED:
            self._stop()
        elif result and mapping is not None:
            self._read(Answers(mapping=mapping, part=self._turn.part, by_hand=self._by_hand))
        elif self._by_hand and not self._turn.by_hand:
            self._by_hand, self._unknown = False, None
            self._begin()  # back to what it was taken for
        else:
            self._end(Fate.SKIPPED)

    def _read_by_hand(self) -> None:
        """Read a table as one that no program is known for, to ask what its columns hold."""
        self._by_hand = True
        self._read(Answers(part=self._turn.part, by_hand=True))

    def _has_columns(self, found: MeasurementTable | TrainingTable) -> bool:
        """Whether a person can say themselves what the columns of a file are that was taken for a program's."""
        whole = self._turn.part is None and self._answers.mapping is None
        return whole and importing.has_columns(self._turn.file, found)

    def _exec(self, preview: QDialog, found: MeasurementTable | TrainingTable) -> int:
        """Show a preview, with the way to what its columns hold: then COLUMNS_ASKED."""
        if self._unknown is not None or self._has_columns(found):
            offer_columns(preview, known=self._unknown is None)
        self._tell_turn(preview)
        return preview.exec()

    def _go_on(self, result: int, person: Person, edit: Edit | None) -> None:
        """After a preview that was left with this result."""
        if result == COLUMNS_ASKED and self._unknown is not None:
            self._ask_columns(self._unknown, person, again=True)
        elif result == COLUMNS_ASKED:
            self._read_by_hand()
        elif result == STOPPED:
            self._stop()
        else:
            self._start(edit if result else None)

    def _take_training(self, found: TrainingTable, person: Person) -> None:
        if not found.workouts and self._unknown is not None:
            self._ask_columns(self._unknown, person, again=True)
            return
        if not found.workouts:
            self._end(Fate.REFUSED, _no_workouts(found, self._turn.name))
            return
        preview = TrainingPreview(
            self._context, person, self._turn.file, found, self._window, self._answers, self._turn.name
        )
        self._refusal = ""
        preview.failed.connect(self._on_preview_failed)
        result = self._exec(preview, found)
        edit, self._done_words = preview.edit, preview.done_words
        preview.deleteLater()
        if self._refusal:
            self._end(Fate.REFUSED, self._refusal)
        else:
            self._go_on(result, person, edit)

    def _tell_turn(self, dialog: QDialog) -> None:
        tell_turn(dialog, self._number, self._count, self._waiting[0].name if self._waiting else "")

    def _start(self, edit: Edit | None) -> None:
        """Do it in the background; None: the person does not want it."""
        if self._closed:
            return
        if edit is None:
            self._end(Fate.SKIPPED)
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
            said = self._done_words or document_done(self._turn.name, outcome.changes)
            self._context.runner.adopt(outcome, self._edit, said=said)
            self._end(Fate.IN, said)
        else:
            self._end(Fate.SAME, tr("All of {name} is here already. Nothing changed.", name=self._turn.name))

    def _on_not_read(self) -> None:
        self._end(Fate.SKIPPED)

    def _on_given_up(self) -> None:
        self._end(Fate.SKIPPED, tr("{name} was not taken in: nothing changed.", name=self._turn.name))

    def _on_preview_failed(self, error: Exception) -> None:
        """The dialog closes itself; it was not accepted, so the next file follows by itself."""
        if isinstance(error, StoreError):
            self._refusal = _refused(error)
        else:
            self.unexpected.emit(error)

    def _on_failed(self, error: Exception) -> None:
        if self._closed:
            return
        if isinstance(error, UserError):
            several = self._waiting or self._ended
            self._end(Fate.REFUSED, f"{self._turn.name}: {error}" if several else str(error))
        elif isinstance(error, StoreError):
            self._end(Fate.REFUSED, _refused(error))
        else:
            self.unexpected.emit(error)
            self._end(Fate.REFUSED)


def _refused(error: StoreError) -> str:
    return tr("Nothing was imported: the data cannot be written just now ({reason}).", reason=str(error))


def _no_workouts(table: TrainingTable, name: str) -> str:
    """Why there is nothing in it: what most of its rows are refused for."""
    for reason, rows in by_reason(one for one in table.skipped if not isinstance(one, LeftColumn)).items():
        return tr("{name} holds no workouts. {count} of its rows or values: {reason}", name=name,
                  count=number(len(rows)), reason=reason)  # fmt: skip
    return tr("{name} holds no workouts.", name=name)


def _read(file: Path, answers: Answers, loads: UnitSystem, task: Task) -> importing.Found:
    return importing.read_file(file, task.should_stop, answers, loads)


def _apply(context: Context, edit: Edit, task: Task) -> Outcome:
    return context.profile.apply(_stoppable(edit, task))


def _stoppable(edit: Edit, task: Task) -> Edit:
    from legwork.services.mappings import Explained

    if isinstance(edit, ImportTraining | ImportTable | ImportDocument):
        return replace(edit, should_stop=task.should_stop)
    return replace(edit, edit=_stoppable(edit.edit, task)) if isinstance(edit, Explained) else edit
