"""One proposal in a list: what it is about, what is proposed, why; and a button for each answer.

Owns how a proposal looks. What is done with an answer is up to whoever listens.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row


class ProposalRow(QWidget):
    """A line with its answers on the right."""

    taken = Signal()
    refused = Signal()

    def __init__(
        self, theme: ThemeManager, name: str, head: str, what: str, reason: str, where: str = "", take: str = ""
    ) -> None:
        """name: of the proposal, for the buttons' object names "{list}_take_{which}" as (list, which) parted by "/".

        head: what it is about. what: what is proposed. where: what would become of it. take: the word on the button
        that takes it; "" for the usual one. All translated.
        """
        super().__init__()
        self.setObjectName("train_proposal")
        self.setAccessibleName(tr("{exercise}: {what}. {reason}", exercise=head, what=what, reason=reason))
        about = label(head)
        about.setFont(theme.font(13, bold=True))
        self.what = label(what, wrap=True)
        self.what.setFont(theme.font(15))
        title = row(about, self.what, spacing=theme.px(12))
        title.setStretch(1, 1)
        self.reason = label(reason, "secondary", wrap=True)
        words = column(title, self.reason, spacing=2)
        if where:
            self.where = label(where, wrap=True)
            self.where.setObjectName("proposal_where")
            words.addWidget(self.where)
        line = row(words, spacing=theme.px(8))
        line.setStretch(0, 1)
        group, _, which = name.partition("/")
        word = take or tr("Take")
        self.take = button(word, f"{group}_take_{which}")
        self.take.setAccessibleName(tr("{exercise}: take {what}", exercise=head, what=what))
        self.take.clicked.connect(self.taken)
        self.refuse = button(tr("Refuse"), f"{group}_refuse_{which}", "quiet")
        self.refuse.setAccessibleName(tr("{exercise}: refuse", exercise=head))
        self.refuse.clicked.connect(self.refused)
        line.addWidget(self.take)
        line.addWidget(self.refuse)
        line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        rule = QFrame()
        rule.setProperty("role", "line")
        self.setLayout(column(rule, line, spacing=0))

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """Take and refuse."""
        return self.take, self.refuse
