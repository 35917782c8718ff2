"""What a person spends in a day by scale and entries: an interval, what is still missing, and a proposed correction.

Owns how these stand together. They are worked out in `services.food_view`; what is taken or refused is done by
whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row


class FoodSpendingCard(QFrame):
    """Proposes; the person decides."""

    taken = Signal()
    refused = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("food_spending_card")
        self.setProperty("role", "card")
        self.figure = label(wrap=True)
        self.figure.setObjectName("food_spent")
        self.figure.setFont(theme.font(20, bold=True))
        self.words = label("", "secondary", wrap=True)
        self.words.setObjectName("food_spent_words")
        self.notes = label("", "secondary", wrap=True)
        self.notes.setObjectName("food_spent_notes")
        self.step = label("", wrap=True)
        self.step.setObjectName("food_step")
        self.step.setFont(theme.font(15, bold=True))
        self.reason = label("", "secondary", wrap=True)
        self.reason.setObjectName("food_step_reason")
        self.take = button(tr("Take"), "food_step_take")
        self.take.setToolTip(tr("The energy that is meant moves by so much; Ctrl+Z takes it back."))
        self.take.clicked.connect(self.taken)
        self.refuse = button(tr("Not now"), "food_step_refuse", "quiet")
        self.refuse.setToolTip(tr("It is not proposed again for two weeks."))
        self.refuse.clicked.connect(self.refused)
        rule = QFrame()
        rule.setProperty("role", "line")
        self.proposal = QWidget()
        self.proposal.setLayout(
            column(rule, theme.px(4), self.step, self.reason, row(self.take, self.refuse, None, spacing=theme.px(8)),
                   spacing=theme.px(6))
        )  # fmt: skip
        self.proposal.hide()
        title = label(tr("What you spend"), "section")
        whole = column(title, self.figure, self.words, self.notes, self.proposal, None, spacing=theme.px(8))
        margin = theme.px(16)
        whole.setContentsMargins(margin, theme.px(12), margin, margin)
        self.setLayout(whole)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in order."""
        return (self.take, self.refuse)

    def clear(self) -> None:
        """Nothing is known yet: only the title stands, in the place that the card will have."""
        self.show_spent("", "", ())
        self.show_step("", "")

    def show_spent(self, figure: str, words: str, notes: Sequence[str], spoken: str = "") -> None:
        """figure: the interval, "" while it is not known. notes: what is needed before it is, what to know of it."""
        for one, text in ((self.figure, figure), (self.words, words), (self.notes, "\n".join(notes))):
            one.setText(text)
            one.setVisible(bool(text))
        self.figure.setAccessibleName(spoken or figure)

    def show_step(self, step: str, reason: str) -> None:
        """A proposed change of the energy that is meant, and why; both "" for none."""
        self.step.setText(step)
        self.reason.setText(reason)
        for one, said in ((self.take, tr("Take: {step}", step=step)), (self.refuse, tr("Not now: {step}", step=step))):
            one.setAccessibleName(said)
            one.setAccessibleDescription(reason)
        self.proposal.setVisible(bool(step))
