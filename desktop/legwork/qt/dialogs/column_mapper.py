"""A table that no format knows: its first rows, what each column holds, and at once what would come of it.

Owns the dialog and what the person says in it. The table is then read and shown like any other; who opened the dialog
keeps what was said for the next time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from legwork.formats.mapping import Guess, Purpose, TableMapping
from legwork.formats.parts import UnknownTable
from legwork.formats.training_records import Answers
from legwork.i18n import listed, ntr, tr
from legwork.numerals import number
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.models.mapping_outcome import OutcomeModel
from legwork.qt.widgets.import_report import ImportSkipped
from legwork.qt.widgets.import_table import ImportTable
from legwork.qt.widgets.last_resort import PlainTabs, scrolled_at_last
from legwork.qt.widgets.layout import button, card, column, label, row, set_role
from legwork.qt.widgets.mapper_options import MapperOptions
from legwork.qt.widgets.mapper_table import MapperTable
from legwork.qt.widgets.window_room import open_inside
from legwork.services import mapping_look
from legwork.services.mapping_choices import Choice, changed, choices_for, twice_sentence, with_unit
from legwork.services.mapping_look import Meant, Outcome, Start
from legwork.services.mapping_reasons import reasons
from legwork.services.open_sites import for_person
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_words import by_reason

_PAUSE_MS = 200
"""The whole file is looked at when nothing was changed for so long."""

_MOST_NAMED = 3
"""So many columns are named in a sentence."""

_ELSEWHERE = 606
_FEWEST_ROWS, _MOST_ROWS = 3, 7
"""Rows of the table that are shown, as far as the other parts of the dialog leave room."""


class ColumnMapper(QDialog):
    """Asks what the columns of a table hold; accepted means: read it as `mapping` says."""

    def __init__(
        self, context: Context, person: Person, file: Path, table: UnknownTable, part: str | None, parent: QWidget,
        mapping: TableMapping | None = None,
    ) -> None:  # fmt: skip
        """part: of the file, as `Answers.part`. mapping: where to begin; None: at what was said before of such a table,
        else at a guess."""
        super().__init__(parent)
        self._context, self._person, self._file, self._table, self._part = context, person, file, table, part
        self._start: Start | None = None
        self._mapping: TableMapping | None = None
        self._purpose_said = self._remembered = False
        self._guessed: frozenset[int] = frozenset()
        self._by_cells: frozenset[int] = frozenset()
        self._said: frozenset[int] = frozenset()
        self._passing: tuple[int, TableMapping] | None = None
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_done)
        self._latest.failed.connect(self._on_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_at_file)
        self.setObjectName("column_mapper")
        self.setWindowTitle(tr("Import {file}", file=file.name))
        self.setAccessibleName(self.windowTitle())
        self._lay_out(parent)
        self._connect()
        self._latest.ask(
            tr("Reading {name}", name=file.name),
            partial(_begin, context.profile, person.id, table, mapping),
            waited_for=True,
        )

    @property
    def mapping(self) -> TableMapping | None:
        """What was said of the table; None before anything can be."""
        return self._mapping

    @property
    def busy(self) -> bool:
        """Whether the whole file is still being looked at."""
        return self._pause.isActive() or self._latest.busy

    def done(self, result: int) -> None:
        """Close; what is still being looked at is not wanted any more."""
        self._pause.stop()
        self._latest.drop()
        super().done(result)

    def _lay_out(self, parent: QWidget) -> None:
        theme = self._context.theme
        title = label(tr("What do the columns of this table hold?"), "section")
        about = label(
            tr(
                "What stands here is a guess from the table: put right what is wrong. Typing in a box "
                "finds any word. What you say is kept for the next file with the same columns."
            ),
            "secondary",
            wrap=True,
        )
        self.options = MapperOptions(theme)
        self.table = MapperTable(theme, self.options.fill)
        self.options.setEnabled(False)
        self.sentence = label("", wrap=True)
        self.sentence.setObjectName("mapper_sentence")
        self.hint = label("", "caution", wrap=True)
        self.hint.setObjectName("mapper_hint")
        self.model = OutcomeModel(self)
        self.outcome = ImportTable(theme, "mapper_outcome", tr("What would come in"))
        self.outcome.setModel(self.model)
        self.skipped = ImportSkipped(theme)
        self.tabs = PlainTabs()
        self.tabs.setObjectName("mapper_tabs")
        self.tabs.setAccessibleName(self.windowTitle())
        self.tabs.setMinimumHeight(theme.px(128))
        self.tabs.addTab(card(self.outcome, margin=4), tr("What comes in"))
        self.tabs.addTab(self.skipped, "")
        self.accept_button = button(tr("Continue"), "import_accept", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.setEnabled(False)
        cancel = button(tr("Cancel"), "import_cancel")
        cancel.clicked.connect(self.reject)
        said = column(self.sentence, self.hint, spacing=theme.px(2))
        whole = column(
            column(title, about, spacing=theme.px(4)),
            self.options,
            card(self.table, margin=4),
            said,
            self.tabs,
            spacing=theme.px(12),
        )
        whole.setStretch(4, 1)
        content = QWidget()
        content.setLayout(whole)
        layout = column(
            scrolled_at_last(content, "mapper_scroll", self.windowTitle(), (said, self.tabs)),
            row(None, cancel, self.accept_button, spacing=theme.px(8)),
            spacing=theme.px(12),
        )
        layout.setStretch(0, 1)
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.setLayout(layout)
        open_inside(self, parent, theme, 1120, 800)

    def _connect(self) -> None:
        self.options.purpose_chosen.connect(self._on_purpose)
        self.options.header_chosen.connect(self._on_header)
        self.options.delimiter_chosen.connect(self._on_delimiter)
        self.options.order_chosen.connect(lambda order: self._change(order=order))
        self.options.decimal_chosen.connect(lambda sign: self._change(decimal=sign))
        self.options.fill_chosen.connect(lambda fill: self._change(fill=fill))
        self.options.across_chosen.connect(self._on_across)
        self.table.use_chosen.connect(self._on_use)
        self.table.unit_chosen.connect(self._on_unit)
        self.accept_button.clicked.connect(self.accept)

    def _show(self, mapping: TableMapping) -> None:
        """Show the table and its boxes anew."""
        assert self._start is not None
        room = max(_FEWEST_ROWS, (self.height() - self._context.theme.px(_ELSEWHERE)) // self._context.theme.px(26))
        choices = choices_for(mapping.purpose, self._person)
        self.table.show_table(self._start.sample, mapping, choices, min(room, _MOST_ROWS))
        self._take(mapping)

    def _take(self, mapping: TableMapping) -> None:
        """This is what was said; show what comes of it, of the first rows at once."""
        assert self._start is not None
        self._mapping, self._passing = mapping, None
        sample = self._start.sample
        self.options.show_mapping(sample, mapping)
        packed = sample.packed(mapping)
        self.table.show_uses(mapping, reasons(mapping, self._by_cells, self._said, self._remembered, packed))
        outcome = mapping_look.look_at_sample(sample, mapping, date.today(), self._meant)
        self._latest.drop()
        self._show_outcome(outcome, tr("In the first rows: {amount}.", amount=outcome.sentence))
        self._pause.start()

    @property
    def _meant(self) -> Meant:
        """Makes of a table what will come in for this person."""
        assert self._start is not None
        return partial(for_person, person=self._person, measured=self._start.measured)

    def _look_at_file(self) -> None:
        if self._mapping is None or mapping_look.missing_sentence(self._mapping):
            return
        answers = Answers(mapping=self._mapping, part=self._part)
        work = partial(_look, self._file, answers, self._meant)
        self._latest.ask(tr("Reading {name}", name=self._file.name), work, waited_for=True)

    def _on_done(self, found: Start | Outcome) -> None:
        if isinstance(found, Outcome):
            self._show_outcome(found, tr("In the whole file: {amount}.", amount=found.sentence))
            return
        self._start = found
        self._purpose_said = found.remembered
        self._guessed, self._by_cells = found.units_guessed, found.by_cells
        self._remembered = found.remembered
        self.options.setEnabled(True)
        self._show(found.mapping)
        self.options.purpose.setFocus()

    def _on_failed(self) -> None:
        """What went wrong is told by the window; without a beginning there is nothing to ask."""
        if self._start is None:
            self.reject()

    def _show_outcome(self, outcome: Outcome, sentence: str) -> None:
        assert self._start is not None and self._mapping is not None
        missing = outcome.refused or ("" if outcome.comes else tr("Nothing of this table can be read so."))
        self.sentence.setText(missing or sentence)
        set_role(self.sentence, "caution" if missing else "")
        hint = twice_sentence(self._mapping) or self._units_sentence()
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.options.show_doubts(outcome, mapping_look.open_number(self._start.sample, self._mapping), self._mapping)
        self.model.show_outcome(outcome)
        self._size_columns(len(outcome.heads))
        self.skipped.show_groups(by_reason(outcome.skipped))
        self.tabs.setTabText(1, tr("Not taken · {count}", count=number(len(outcome.skipped))))
        self.tabs.setTabVisible(1, bool(outcome.skipped))
        self.accept_button.setEnabled(outcome.comes)

    def _units_sentence(self) -> str:
        """Of which columns the unit was guessed from their numbers; "" for none."""
        assert self._start is not None and self._mapping is not None
        mapping, sample = self._mapping, self._start.sample
        named = [
            sample.name(mapping, place) or tr("Column {number}", number=place + 1) for place in sorted(self._guessed)
        ]
        if not named:
            return ""
        if len(named) > _MOST_NAMED:
            named[_MOST_NAMED:] = [tr("{count} more", count=len(named) - _MOST_NAMED)]
        return ntr(
            "{columns} says no unit: it is guessed from the numbers.",
            "{columns} say no unit: theirs are guessed from the numbers.",
            len(self._guessed),
            columns=listed(named),
        )

    def _size_columns(self, count: int) -> None:
        header = self.outcome.horizontalHeader()
        for place in range(count):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def _on_purpose(self, purpose: Purpose) -> None:
        self._purpose_said = True
        if self._mapping is not None:
            self._guess(self._mapping.header, purpose, self._mapping.across)

    def _on_header(self, header: int) -> None:
        if self._mapping is not None:
            self._guess(header, self._mapping.purpose if self._purpose_said else None)

    def _on_across(self, across: bool) -> None:
        if self._mapping is not None:
            self._guess(self._mapping.header, self._mapping.purpose if self._purpose_said else None, across)

    def _on_delimiter(self, delimiter: str) -> None:
        if self._start is not None:
            sample = mapping_look.split(self._table, delimiter)
            self._start = replace(self._start, sample=sample)
            self._begin_at(mapping_look.guessed(sample, self._start.is_exercise))

    def _guess(self, header: int, purpose: Purpose | None, across: bool | None = None) -> None:
        if self._start is not None:
            start = self._start
            self._begin_at(mapping_look.guessed_below(start.sample, start.is_exercise, header, purpose, across))

    def _begin_at(self, guess: Guess) -> None:
        assert self._start is not None
        self._start = mapping_look.begun_at(self._start, guess)
        self._guessed, self._by_cells = guess.units_guessed, guess.by_cells
        self._said, self._remembered = frozenset(), False
        self._show(self._start.mapping)

    def _change(self, **said: Any) -> None:
        if self._mapping is not None:
            self._take(replace(self._mapping, **said))

    def _on_use(self, place: int, choice: Choice) -> None:
        if self._start is not None and self._mapping is not None:
            # Who goes down a box with the keys passes by “Day”: what that took from another column comes back.
            if self._passing is None or self._passing[0] != place:
                self._passing = place, self._mapping
            passing = self._passing
            self._guessed -= {place}
            self._said |= {place}
            self._take(changed(passing[1], place, choice, self._start.sample.name(self._mapping, place)))
            self._passing = passing

    def _on_unit(self, place: int, unit: str) -> None:
        if self._mapping is not None:
            self._guessed -= {place}
            self._take(with_unit(self._mapping, place, unit))


def _begin(profile: Profile, person_id: int, table: UnknownTable, mapping: TableMapping | None, _task: Task) -> Start:
    return mapping_look.start(profile, person_id, table, mapping)


def _look(file: Path, answers: Answers, meant: Meant, task: Task) -> Outcome:
    return mapping_look.look_at_file(file, answers, task.should_stop, meant)
