"""Asks questions one at a time: short, by mouse or by number keys, each can be skipped.

Owns the dialog only: every answer is kept at once, so there is nothing to save. It must not know what an answer means.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedWidget, QWidget

from legwork.domain.questionnaire import Answers, Question
from legwork.i18n import ntr, ptr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.context import Context
from legwork.qt.dialogs.answering import Answering
from legwork.qt.widgets.layout import button, column, label, row, scrolled, set_role
from legwork.qt.widgets.options import OptionList
from legwork.qt.widgets.window_room import open_inside
from legwork.services.people import Person


class QuestionnaireDialog(QDialog):
    """One question after the other, beginning with the first that has no answer yet, and then a word of thanks."""

    def __init__(
        self, context: Context, person: Person, questions: tuple[Question, ...], title: str, answers: Answers,
        parent: QWidget,
    ) -> None:  # fmt: skip
        """title: translated; what the questions are for. answers: what the person answered so far, of any topic."""
        super().__init__(parent)
        assert questions, "there is something to ask"
        self._theme, self._questions = context.theme, questions
        self._answering = Answering(context, person, answers, self)
        self.setObjectName("questionnaire_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._asking())
        self._stack.addWidget(self._thanks())
        layout = column(self._stack, self._feet(), spacing=self._theme.px(12))
        layout.setStretch(0, 1)
        margin = self._theme.px(24)
        layout.setContentsMargins(margin, self._theme.px(20), margin, self._theme.px(16))
        self.setLayout(layout)
        self.next.setDefault(True)
        self._add_keys()
        self._answering.refused.connect(self._on_refused)
        self._answering.changed.connect(self._on_changed)
        open_inside(self, parent, self._theme, 600, 620)
        self._place = 0
        self._before = {one.key: self._answering.picks(one) for one in questions}
        self._show(next(iter(self._answering.open(questions)), 0))

    def _asking(self) -> QWidget:
        theme = self._theme
        self.progress = label("", "small")
        self.progress.setObjectName("question_progress")
        self.bar = QProgressBar()
        self.bar.setObjectName("question_bar")
        self.bar.setAccessibleName(tr("How far you are"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, len(self._questions))
        self.text = label("", "title", wrap=True)
        self.text.setObjectName("question_text")
        self.why = label("", "secondary", wrap=True)
        self.why.setObjectName("question_why")
        self.hint = label(tr("Pick all that fit."), "small")
        self.hint.setObjectName("question_hint")
        self.options = OptionList(theme, "option")
        self.options.picked.connect(self._on_picked)
        self.options.focused.connect(self._on_focused)
        content = QWidget()
        content.setLayout(column(self.options, None, spacing=0))
        self._scroll = scrolled(content, "question_options", tr("Answers to choose from"))
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("question_refusal")
        self.refusal.hide()
        page = QWidget()
        words = column(self.text, self.why, self.hint, theme.px(4), spacing=theme.px(4))
        layout = column(
            row(label(self.windowTitle(), "small"), None, self.progress), self.bar, theme.px(8), words,
            self._scroll, self.refusal, spacing=theme.px(8),
        )  # fmt: skip
        layout.setStretch(4, 1)
        page.setLayout(layout)
        return page

    def _thanks(self) -> QWidget:
        self.done_count = label("", "", wrap=True)
        self.done_count.setObjectName("questions_answered")
        self.done_next = label(
            tr("Every answer is kept. You can come back and change any of them whenever something changes."),
            "secondary", wrap=True,
        )  # fmt: skip
        self.to_open = button("", "questions_to_open", "link")
        self.to_open.setAutoDefault(False)
        self.to_open.clicked.connect(self._on_to_open)
        page = QWidget()
        page.setLayout(
            column(
                label(self.windowTitle(), "small"), self._theme.px(8), label(tr("Done"), "title"), self.done_count,
                self.done_next, row(self.to_open, None), None, spacing=self._theme.px(8),
            )
        )  # fmt: skip
        return page

    def _feet(self) -> QWidget:
        self.later = button(tr("Finish later"), "question_later", "quiet")
        self.back = button(ptr("go", "Back"), "question_back")
        self.next = button(tr("Next"), "question_next")
        self.later.setToolTip(tr("Esc; what you answered is kept"))
        self.back.setToolTip(tr("Left arrow or Backspace"))
        self.next.setToolTip(tr("Enter or right arrow"))
        self.later.clicked.connect(self.reject)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        feet = QWidget()
        feet.setLayout(row(self.later, None, self.back, self.next, spacing=self._theme.px(8)))
        return feet

    def _add_keys(self) -> None:
        dialog_keys.offer_picks(self, self._on_number)
        dialog_keys.NEXT.offer(self, self._on_next, repeat=False)
        dialog_keys.BEFORE.offer(self, self._on_back, repeat=False)
        dialog_keys.offer_steps(self, self._on_up, self._on_down)

    @property
    def _finished(self) -> bool:
        return self._place == len(self._questions)

    def _show(self, place: int) -> None:
        """Show a question, or the thanks after the last one."""
        self._place = place
        self._stack.setCurrentIndex(int(self._finished))
        self.refusal.hide()
        if self._finished:
            self._show_thanks()
        else:
            self._show_question()
        self.back.setEnabled(place > 0)
        self.later.setVisible(not self._finished)
        self._name_next()

    def _show_question(self) -> None:
        question, count = self._questions[self._place], len(self._questions)
        text = tr(question.text)
        self.progress.setText(tr("{place} of {count}", place=self._place + 1, count=count))
        self.bar.setValue(self._place)
        self.text.setText(text)
        self.why.setText(tr("Why we ask: {why}", why=tr(question.why)))
        self.hint.setVisible(question.multiple)
        self.options.show_question(question, self._answering.picks(question), text)
        self.options.setAccessibleDescription(self.why.text())
        self._scroll.verticalScrollBar().setValue(0)
        chain = (*self.options.buttons.values(), self.options.clear, self.later, self.back, self.next)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
        self.options.focus_answer()

    def _show_thanks(self) -> None:
        left, count = len(self._answering.open(self._questions)), len(self._questions)
        self.bar.setValue(count)
        self.done_count.setText(
            tr("You answered {answered} of {count} questions.", answered=count - left, count=count)
            if left
            else ntr("You answered the question.", "You answered all {count} questions.", count)
        )
        said = ntr("Look at the {count} you skipped", "Look at the {count} you skipped", left)
        self.to_open.setText(said)
        self.to_open.setAccessibleName(said)
        self.to_open.setVisible(bool(left))
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_next(self) -> None:
        skips = not self._finished and not self.options.picks
        said = tr("Skip") if skips else tr("Close") if self._finished else tr("Next")
        self.next.setText(said)
        self.next.setAccessibleName(said)
        set_role(self.next, "" if skips else "primary", "kind")

    def _on_picked(self, picks: tuple[str, ...]) -> None:
        question = self._questions[self._place]
        self._answering.put(question, tr(question.text), picks)

    def _on_focused(self, one: QWidget) -> None:
        if one is not self.options:
            self._scroll.ensureWidgetVisible(one, 0, self._theme.px(16))

    def _on_number(self, number: int) -> None:
        if self._finished:
            return
        taken = self.options.pick(number)
        if taken and not self._questions[self._place].multiple and self.options.picks and self.refusal.isHidden():
            self._on_next()

    def _on_next(self) -> None:
        if self._finished:
            self.accept()
        else:
            self._show(self._place + 1)

    def _on_back(self) -> None:
        if self._place:
            self._show(self._place - 1)

    def _on_up(self) -> None:
        self.options.step(-1)

    def _on_down(self) -> None:
        self.options.step(1)

    def _on_to_open(self) -> None:
        self._show(next(iter(self._answering.open(self._questions)), len(self._questions)))

    def _on_refused(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _on_changed(self) -> None:
        """Show what holds now; after an undo or a redo, at the question whose answer it changed."""
        now = {one.key: self._answering.picks(one) for one in self._questions}
        place = next((at for at, one in enumerate(self._questions) if now[one.key] != self._before[one.key]), None)
        self._before = now
        if place is not None and place != self._place:
            self._show(place)
        elif self._finished:
            self._show_thanks()
        else:
            self.options.show_picks(now[self._questions[self._place].key])
            self._name_next()
