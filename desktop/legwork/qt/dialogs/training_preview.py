"""Before a log of workouts is taken in: how much there is, what is left open, which exercises it speaks of, and what is
odd or not taken.

Owns the dialog and what the person decides in it. What comes of that is worked out in the background
(`training_reading`), and written by whoever opened the dialog.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.i18n import ntr, tr
from legwork.numerals import number
from legwork.qt.core import dialog_keys
from legwork.qt.core.context import Context
from legwork.qt.dialogs.choose_exercise import ChooseExerciseDialog
from legwork.qt.dialogs.import_frame import ImportFrame
from legwork.qt.dialogs.training_reading import Look, TrainingReading, Wishes, chosen, left_out
from legwork.qt.widgets.import_asks import ImportAsks
from legwork.qt.widgets.import_names import ImportNames
from legwork.qt.widgets.import_report import ImportOddities, ImportSkipped
from legwork.qt.widgets.layout import label, set_role
from legwork.qt.widgets.window_room import open_inside
from legwork.services.import_words import training_done
from legwork.services.importing import DATE_ORDERS
from legwork.services.people import Person
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import OWN_LIKE
from legwork.services.training_words import Oddity, by_reason, cut_off_sentence, fate_sentence, file_sentence, oddities


class TrainingPreview(ImportFrame):
    """Preview of a log for one person; accepted means: take it in as `edit` says."""

    failed = Signal(object)
    """An error that nobody expected; the dialog is closed."""

    def __init__(
        self, context: Context, person: Person, file: Path, table: TrainingTable, parent: QWidget,
        answers: Answers = NO_ANSWERS, name: str = "",
    ) -> None:  # fmt: skip
        """file: as it was read into `table` with `answers`, to be read again with others. name: of what is imported,
        where that is not the whole file."""
        super().__init__(context.theme, "training_preview", name or file.name, parent)
        self._context, self._person, self._name = context, person, name or file.name
        self._answers = answers
        self._wishes = Wishes({}, {})
        self._past: list[Wishes] = []
        self._look: Look | None = None
        self._rows: tuple[Oddity, ...] = ()
        self.reading = TrainingReading(context, person.id, file, self)
        self._lay_out(table)
        self._connect()
        open_inside(self, parent, context.theme, 1060, 760)
        self.reading.look_at(table, self._wishes)

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""
        return self.reading.busy

    @property
    def edit(self) -> ImportTraining | None:
        """What is to be done when accepted; None before the first counts are there."""
        if self._look is None:
            return None
        look = self._look
        return ImportTraining(self._person.id, look.table, tuple(look.choices.items()), self._name, look.left)

    @property
    def done_words(self) -> str:
        """What `edit` does, once it is done."""
        return training_done(self._name, self._look.plan) if self._look is not None else ""

    def done(self, result: int) -> None:
        """Close; what is still being worked out is not wanted any more."""
        self.reading.close()
        super().done(result)

    def _lay_out(self, table: TrainingTable) -> None:
        theme = self._context.theme
        set_role(self.amount, "section")
        self.summary.setText(tr("Being counted…"))
        self.broken = label("", "caution", wrap=True)
        self.broken.setObjectName("import_broken")
        self._tell_amount(table)
        self.asks = ImportAsks(theme)
        self.asks.show_table(table)
        self.names = ImportNames(theme)
        self.odd = ImportOddities(theme)
        self.skipped = ImportSkipped(
            theme, about=tr("Nothing of your log is lost without a word: these rows hold no sets or cannot be read as "
                            "such, and columns that stand here are not kept."),
        )  # fmt: skip
        self.accept_button.setEnabled(False)
        source = tr("{format} for {name}", format=table.format_name, name=self._person.name)
        head = (label(source, "secondary"), self.amount, self.broken, self.summary, self.refusal)
        self._stand(theme, head, self.asks, (self.names, self.odd, self.skipped), self.names.main)

    def _connect(self) -> None:
        self.reading.looked.connect(self._on_looked)
        self.reading.refused.connect(self._on_refused)
        self.reading.failed.connect(self._on_failed)
        self.reading.busy_changed.connect(self._on_busy)
        self.asks.unit_chosen.connect(self._on_unit)
        self.asks.order_chosen.connect(self._on_order)
        self.names.decided.connect(self._on_decided)
        self.names.exercise_asked.connect(self._on_exercise_asked)
        self.names.muscles_asked.connect(self._on_muscles_asked)
        self.odd.kept.connect(self._on_kept)
        dialog_keys.ANSWER_BACK.offer(self, self._on_undo)

    def _on_looked(self, look: Look) -> None:
        first, again = self._look is None, self._look is not None and self._look.table is not look.table
        self._look = look
        self.refusal.hide()
        self._tell_amount(look.table)
        self.summary.setText(fate_sentence(look.plan))
        self.summary.setAccessibleName(self.summary.text())
        if first or again:
            self._rows = oddities(look.table)
            self.asks.show_table(look.table)
            self.skipped.show_groups(by_reason(look.table.skipped))
        self._show_wishes(look)
        self.accept_button.setEnabled(not look.plan.changes_nothing)
        if first:
            (self.asks.first() or self.names.table).setFocus()

    def _tell_amount(self, table: TrainingTable) -> None:
        """How much there is, and whether the file has an end."""
        self.amount.setText(file_sentence(table))
        self.broken.setText(cut_off_sentence(table))
        self.broken.setVisible(bool(table.cut_off))

    def _show_wishes(self, look: Look) -> None:
        """Show what the person wants; what comes of it follows when it is counted."""
        self.names.show_names(look.names, chosen(look.names, self._wishes), self._wishes.names, look.catalogue)
        out = set(left_out(look.table, look.before, self._wishes))
        self.odd.show_rows(self._rows, [place for place, one in enumerate(self._rows) if one.suspects[0] in out])
        odd = len(self._rows)
        asked = sum(one.asked and one.name not in self._wishes.names for one in look.names)
        exercises = (
            tr("Exercises · {count}, {asked} not known", count=number(len(look.names)), asked=number(asked))
            if asked
            else tr("Exercises · {count}", count=number(len(look.names)))
        )
        skipped = len(look.table.skipped)
        self._name_tabs(
            (
                (exercises, True),
                (tr("Worth a look · {count}", count=number(odd)), bool(odd)),
                (tr("Not taken · {count}", count=number(skipped)), bool(skipped)),
            )
        )

    def _on_busy(self, busy: bool) -> None:
        self._show_busy(busy)
        if busy:
            return
        ready = self._look is not None and not self._look.plan.changes_nothing
        self.accept_button.setEnabled(ready)
        if self._accept_soon and ready:
            self.accept()

    def _on_unit(self, unit: str) -> None:
        self._read_again(replace(self._answers, unit=unit))

    def _on_order(self, first: str) -> None:
        self._read_again(replace(self._answers, order=DATE_ORDERS[first]))

    def _read_again(self, answers: Answers) -> None:
        self._answers = answers
        self._accept_soon = False
        self.accept_button.setEnabled(False)
        self.summary.setText(tr("Being read again…"))
        self.reading.read_again(answers, self._wishes)

    def _on_refused(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
        if self._look is not None:
            table = self._look.table
            self._answers = replace(self._answers, unit=table.unit, order=table.order)
            self.asks.show_table(self._look.table)
            self.summary.setText(fate_sentence(self._look.plan))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.reject()

    def _on_decided(self, names: Sequence[str], choice: str) -> None:
        self._wish(Wishes({**self._wishes.names, **dict.fromkeys(names, choice)}, self._wishes.suspects))

    def _on_kept(self, places: Sequence[int], comes_in: bool) -> None:
        suspects = [one for place in places for one in self.odd.model.rows[place].suspects]
        said = {one.spot: comes_in for one in suspects}
        self._wish(Wishes(self._wishes.names, {**self._wishes.suspects, **said}))

    def _on_undo(self) -> None:
        if self._past:
            self._take(self._past.pop())

    def _wish(self, wishes: Wishes) -> None:
        self._past.append(self._wishes)
        self._take(wishes)

    def _take(self, wishes: Wishes) -> None:
        self._wishes = wishes
        if self._look is not None:
            self._show_wishes(self._look)
            self.reading.count_again(wishes)

    def _on_exercise_asked(self, names: Sequence[str]) -> None:
        question = ntr(
            "Which exercise is “{name}”?", "Which exercise are these {count} names?", len(names), name=names[0]
        )
        if key := self._ask(tr("Choose the exercise"), question, names):
            self._on_decided(names, key)

    def _on_muscles_asked(self, names: Sequence[str]) -> None:
        question = ntr(
            "As which exercise does “{name}” train?",
            "As which exercise do these {count} train?",
            len(names),
            name=names[0],
        )
        if key := self._ask(tr("Muscles of the own exercise"), question, names):
            self._on_decided(names, OWN_LIKE + key)

    def _ask(self, title: str, question: str, names: Sequence[str]) -> str:
        """The key of the exercise that the person chose; "" for none. What is most like the first name comes first."""
        if self._look is None:
            return ""
        first = next(one for one in self._look.names if one.name == names[0])
        like = first.exercise or first.alike
        chooser = ChooseExerciseDialog(
            self._context, self._look.catalogue, self._person.units, like.key if like else "", self, title, question
        )
        chooser.exec()
        chooser.deleteLater()
        self.names.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return chooser.key
