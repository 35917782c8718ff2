"""Keeps answers while questions are asked: each at once, and each question as one step of undo.

Owns no widget. What an answer means is none of its business.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from legwork.domain.questionnaire import Answers, Question
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.commands import offer_undo
from legwork.qt.core.context import Context
from legwork.qt.core.own_steps import OwnSteps
from legwork.services.choices import SetChoices, choices_of
from legwork.services.edit import Changes
from legwork.services.people import Person


class Answering(QObject):
    """The answers of one person while a dialog is open."""

    changed = Signal()
    """The answers are others than before, by this dialog, by undo or by another program."""
    refused = Signal(str)
    """The sentence that says why an answer was not taken; empty when one was."""

    def __init__(self, context: Context, person: Person, answers: Answers, dialog: QDialog) -> None:
        """dialog: is given Ctrl+Z and Ctrl+Y, and is closed when the person is gone."""
        super().__init__(dialog)
        self._context, self._person, self._dialog = context, person, dialog
        self.answers: Answers = dict(answers)
        self._steps = OwnSteps(context.runner.stack)
        self._last: tuple[str, int] | None = None
        offer_undo(dialog, self.undo, self.redo)
        context.bus.changed.connect(self._on_changed)

    def picks(self, question: Question) -> tuple[str, ...]:
        """What was answered, without options that are not known any more; empty when it was not."""
        known = [option.key for option in question.options]
        return tuple(key for key in known if key in self.answers.get(question.key, ()))

    def open(self, questions: tuple[Question, ...]) -> list[int]:
        """The places of the questions without an answer, counted from 0."""
        return [place for place, one in enumerate(questions) if not self.picks(one)]

    def put(self, question: Question, said: str, picks: tuple[str, ...]) -> None:
        """Keep an answer. said: the question as it is named in the menu, translated."""
        stack = self._context.runner.stack
        again = self._last == (question.key, stack.index()) and self._steps.any
        before = stack.index()
        edit = SetChoices(
            self._person.id, ((question.key, picks),), date.today(), tr("Answer: {question}", question=said)
        )
        sentence = ""
        try:
            self._context.runner.apply(edit, replaces_last=again)  # several changes of one answer are one step back
        except UserError as error:
            sentence = str(error)
        after = stack.index()
        if after != before:
            self._steps.note()
        if not again or after != before:  # else the same step stands, with another answer or the one it had
            self._last = (question.key, after) if after > before else None
        self.refused.emit(sentence)
        self._read()

    def undo(self) -> None:
        """Take back what was answered last since the dialog was opened; what was done before it is out of sight."""
        self._last = None
        self._steps.undo()

    def redo(self) -> None:
        """Take an undo back."""
        self._last = None
        self._steps.redo()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.everything:
            self._steps.begin_anew()
            self._last = None
        if all(one.id != self._person.id for one in self._context.people):  # gone, by another program
            self._dialog.reject()
        elif changes.touches("choice", "person"):
            self._read()

    def _read(self) -> None:
        self.answers = choices_of(self._context.profile, self._person.id)
        self.changed.emit()
