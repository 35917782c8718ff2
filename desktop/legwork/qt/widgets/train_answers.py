"""How the week was, and what follows from it: the questions, their answers in a line, proposals to take or refuse.

Owns how these stand together. What is answered, taken and refused is done by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from legwork.domain.log.week_answers import WeekAnswers
from legwork.i18n import listed, ntr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.proposal_row import ProposalRow
from legwork.qt.widgets.week_questions import WeekQuestions
from legwork.services.volume_next import Decided, WeekProposal, WeekView
from legwork.services.week_answers import summary_words, week_words


class TrainAnswers(QFrame):
    """A card above the week; hidden while there is nothing to ask and nothing to say."""

    answered = Signal(object)
    """These WeekAnswers shall be kept."""
    taken = Signal(object)
    refused = Signal(object)
    allowed = Signal(object)
    """A proposal that was refused, or agreed to, shall be open again."""
    focused = Signal(QWidget)
    """What got the focus in here: keep it in sight."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.view: WeekView | None = None
        self._changing = self._unfolded = False
        self._took: tuple[str, ...] = ()
        self._paused_at: int | None = None
        """Which proposal shall have the focus when the next view comes."""
        self._parts: list[QWidget] = []
        self.rows: list[ProposalRow] = []
        self.setObjectName("train_answers")
        self.setProperty("role", "card")
        self._build_invitation()
        self._build_questions()
        self._build_summary()
        self._list = column(spacing=0)
        whole = column(self.invitation, self.asking, self.told, self._list, spacing=theme.px(4))
        side = theme.px(16)
        whole.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.setLayout(whole)
        self.hide()

    def show_view(self, view: WeekView | None, today: date, took: Sequence[str] = ()) -> None:
        """Show a week and what follows from it; None: there is nothing to ask about.

        took: the proposals of this week that went into the plan, in words."""
        self._took = tuple(took)
        before, self.view = self.view, view
        if view is None or before is None or before.week != view.week:
            self._changing = self._unfolded = False
        if view is None or not (view.groups or view.answers.given):
            self.hide()
            return
        was_at = self._row_in_focus() if self._paused_at is None else self._paused_at
        self._paused_at = None
        same = before is not None and (before.week, before.groups, before.answers) == (
            view.week, view.groups, view.answers,
        )  # fmt: skip
        if self._changing and not same:
            self.questions.show_groups(view.groups, dict(view.answers.answers))
        self.invited.setText(tr("How was the week of {week}?", week=week_words(view.week, today)))
        self.title.setText(self.invited.text())
        self.summary.setText(summary_words(view.answers))
        self.when.setText(tr("Week of {week}", week=week_words(view.week, today)))
        self._lay_out(view)
        self.show()
        if was_at is not None:
            self._focus_row(was_at)

    def _lay_out(self, view: WeekView) -> None:
        """The invitation, the questions, or the answers with what follows from them."""
        given = view.answers.given and not self._changing
        self.invitation.setVisible(not given and not self._changing)
        self.asking.setVisible(self._changing)
        self.told.setVisible(given)
        self._fill(view if given else None)

    @property
    def heading(self) -> QWidget:
        """What says of which week all this is."""
        return self.title if self._changing else self.when

    def commit(self) -> None:
        """Hand on what was answered and not kept yet."""
        view = self.view
        if view is None or not self._changing:
            return
        given = self.questions.answers
        if given and given != dict(view.answers.answers):
            self._changing = False
            self.answered.emit(WeekAnswers(view.week, given))

    def forget(self) -> None:
        """Another person is looked at: nothing of what was picked belongs to them."""
        self.view = None
        self.hide()

    def focus_first(self) -> None:
        """Put the focus on the first question, or on the first proposal."""
        if not self.isVisible():
            return
        if self.asking.isVisible():
            self.questions.focus_first()
        elif self.invitation.isVisible():
            self._on_change()
        else:
            self._focus_row(0)

    def pause(self) -> None:
        """A proposal is being taken: the others are worked out anew and must not be taken as they stand."""
        self._paused_at = self._row_in_focus()
        for one in self.rows:
            one.setEnabled(False)

    def go_on(self) -> None:
        """It was not taken after all."""
        for one in self.rows:
            one.setEnabled(True)
        if self._paused_at is not None:
            self._focus_row(self._paused_at)
        self._paused_at = None

    # How it is laid out

    def _build_invitation(self) -> None:
        self.invited = label("", wrap=True)
        self.invited.setObjectName("week_invited")
        self.invited.setFont(self._theme.font(13, bold=True))
        self.answer = button(tr("Answer"), "week_answer")
        self.answer.setToolTip(tr("Two short questions for each muscle: ten seconds"))
        self.answer.clicked.connect(self._on_change)
        self.skip = button(tr("Skip this week"), "week_skip", "quiet")
        self.skip.clicked.connect(self._on_skip)
        line = row(self.invited, self.skip, self.answer, spacing=self._theme.px(8))
        line.setStretch(0, 1)
        self.invitation = QWidget()
        self.invitation.setLayout(line)

    def _build_questions(self) -> None:
        theme = self._theme
        self.title = label("", "section", wrap=True)
        self.title.setObjectName("week_title")
        about = label(
            tr(
                "Was it sore when you trained it again, and how rested was it? All optional: the number in front of an "
                "answer gives it and goes on, Enter is done."
            ),
            "secondary", wrap=True,
        )  # fmt: skip
        self.questions = WeekQuestions(theme)
        self.questions.entered.connect(self._on_done)
        self.questions.focused.connect(self.focused)
        self.done = button(tr("Done"), "week_done")
        self.done.clicked.connect(self._on_done)
        self.cancel = button(tr("Cancel"), "week_cancel", "quiet")
        self.cancel.clicked.connect(self._close)
        self.asking = QWidget()
        self.asking.setLayout(
            column(
                self.title, about, theme.px(4), self.questions, theme.px(4), row(self.done, self.cancel, None),
                spacing=theme.px(4),
            )
        )  # fmt: skip

    def _build_summary(self) -> None:
        theme = self._theme
        self.when = label("", "section")
        self.when.setObjectName("week_when")
        self.summary = label("", wrap=True)
        self.summary.setObjectName("week_summary")
        self.change = button(tr("Change answers"), "week_change", "link")
        self.change.clicked.connect(self._on_change)
        self.told = QWidget()
        head = row(self.when, None, self.change, spacing=theme.px(12))
        self.told.setLayout(column(head, self.summary, theme.px(4), spacing=0))

    def _fill(self, view: WeekView | None) -> None:
        for part in self._parts:
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.rows = [] if view is None else [self._row(one, place) for place, one in enumerate(view.proposals)]
        self._parts = list(self.rows)
        if view is not None:
            self._parts += self._lines(view)
            if view.decided:
                self._parts.append(self._fold(view.decided))
                if self._unfolded:
                    self._parts += [self._decided(one, place) for place, one in enumerate(view.decided)]
        for part in self._parts:
            self._list.addWidget(part)

    def _row(self, one: WeekProposal, place: int) -> ProposalRow:
        take = "" if one.in_plan else tr("Agree")
        made = ProposalRow(self._theme, f"week/{place}", one.head, one.what, one.reason, one.where, take)
        made.taken.connect(lambda: self.taken.emit(one))
        made.refused.connect(lambda: self.refused.emit(one))
        return made

    def _lines(self, view: WeekView) -> list[QWidget]:
        """What changes nothing: why it is too early, lifts that stalled, muscles whose sets stay."""
        texts = [tr("Taken: {what}.", what=one.removesuffix(".")) for one in self._took]
        texts += [view.early] if view.early else []
        if view.stalls:
            texts.append(tr("No better for a while: {stalls}.", stalls=listed(view.stalls)))
        texts += view.left
        made = []
        for place, text in enumerate(texts):
            one = label(text, "secondary", wrap=True)
            one.setObjectName("week_line")
            one.setContentsMargins(0, self._theme.px(8 if not place else 2), 0, 0)
            made.append(one)
        return list(made)

    def _fold(self, decided: Sequence[WeekProposal]) -> QWidget:
        refused = sum(one.decided is Decided.REFUSED for one in decided)
        agreed = len(decided) - refused
        parts = [
            ntr("{count} refused", "{count} refused", refused) if refused else "",
            ntr("{count} agreed on", "{count} agreed on", agreed) if agreed else "",
        ]
        said = listed([one for one in parts if one])
        text = tr("{what}: hide", what=said) if self._unfolded else tr("{what}: show", what=said)
        made: QPushButton = button(text, "week_decided", "link")
        made.clicked.connect(self._on_fold)
        holder = QWidget()
        holder.setLayout(row(made, None))
        return holder

    def _decided(self, one: WeekProposal, place: int) -> QWidget:
        text = tr("{muscle}: {what}", muscle=one.head, what=one.what)
        back = button(tr("Take back"), f"week_allow_{place}", "quiet")
        back.setAccessibleName(tr("{proposal}: take back", proposal=text))
        back.clicked.connect(lambda: self.allowed.emit(one))
        said = tr("{proposal} (refused)", proposal=text) if one.decided is Decided.REFUSED else text
        words = label(said, "secondary", wrap=True)
        line = row(words, back, spacing=self._theme.px(8))
        line.setStretch(0, 1)
        made = QWidget()
        made.setObjectName("week_decided_row")
        made.setLayout(line)
        return made

    def _row_in_focus(self) -> int | None:
        focused = QApplication.focusWidget()
        return next((at for at, one in enumerate(self.rows) if focused in one.buttons), None)

    def _focus_row(self, place: int) -> None:
        """The proposal at this place, else the last one; without any, what stands above them."""
        at = self.rows[min(place, len(self.rows) - 1)].take if self.rows else self.change
        at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focused.emit(at)

    # What the person does

    def _on_done(self) -> None:
        view = self.view
        if view is None:
            return
        given = self.questions.answers
        if given == dict(view.answers.answers):  # also nothing at all
            self._close()
            return
        self._changing = False
        self._paused_at = 0
        self.answered.emit(WeekAnswers(view.week, given, skipped=not given))

    def _on_skip(self) -> None:
        if self.view is not None:
            self._paused_at = 0
            self.answered.emit(WeekAnswers(self.view.week, {}, skipped=True))

    def _close(self) -> None:
        """The questions go, and what was picked since they came is forgotten."""
        self._changing = False
        if self.view is None:
            return
        self._lay_out(self.view)
        if self.view.answers.given:
            self._focus_row(0)
        else:
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self) -> None:
        if self.view is not None:
            self._changing = True
            self.questions.show_groups(self.view.groups, dict(self.view.answers.answers))
            self._lay_out(self.view)
            self.questions.focus_first()

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        if self.view is not None:
            self._fill(self.view)
            fold = self.findChild(QPushButton, "week_decided")
            if fold is not None:
                fold.setFocus(Qt.FocusReason.OtherFocusReason)
