"""What a finished workout proposes for the next time: one line for each exercise with its reason, to take or refuse.

Owns the list and its keys. What is taken and refused is done by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from legwork.i18n import listed, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.train_next import Coming


class NextTimes(QFrame):
    """Shows proposals; the list goes when nothing is open any more."""

    accepted = Signal(object)
    """These proposals shall go into the plan."""
    refused = Signal(object)
    closed = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[QWidget] = []
        self._first: QPushButton | None = None
        self.shown: tuple[Coming, ...] = ()
        self.setObjectName("train_next")
        self.setProperty("role", "card")
        self.title = label("", "section", wrap=True)
        self.title.setObjectName("train_next_title")
        self.about = label("", "secondary", wrap=True)
        self.all = button(tr("Take all"), "train_next_all")
        self.all.clicked.connect(lambda: self.accepted.emit(self.shown))
        self.close_button = button(tr("Close"), "train_next_close", "quiet")
        self.close_button.clicked.connect(self.closed)
        head = row(self.title, self.all, self.close_button, spacing=theme.px(8))
        head.setStretch(0, 1)
        self._list = column(spacing=0)
        whole = column(head, self.about, self._list, spacing=theme.px(4))
        side = theme.px(16)
        whole.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.setLayout(whole)

    def show_proposals(self, title: str, about: str, proposals: Sequence[Coming]) -> None:
        """Show what was finished, and what is proposed after it."""
        self.shown = tuple(one for one in proposals if one.open)
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        for one in self._rows:
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._first = None
        self._rows = [self._row(one) for one in self.shown]
        if rest := self._rest([one for one in proposals if not one.open]):
            self._rows.append(rest)
        for one in self._rows:
            self._list.addWidget(one)
        self.all.setVisible(len(self.shown) > 1)

    def focus_first(self) -> None:
        """Put the focus on the first proposal."""
        if self._first is not None and self.isVisible():
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row(self, one: Coming) -> QWidget:
        theme = self._theme
        made = QWidget()
        made.setObjectName("train_proposal")
        made.setAccessibleName(tr("{exercise}: {what}. {reason}", exercise=one.label, what=one.what, reason=one.reason))
        name = label(one.label)
        name.setFont(theme.font(13, bold=True))
        what = label(one.what)
        what.setFont(theme.font(15))
        words = column(
            row(name, what, None, spacing=theme.px(12)), label(one.reason, "secondary", wrap=True), spacing=2
        )
        line = row(words, spacing=theme.px(8))
        line.setStretch(0, 1)
        take = button(tr("Take"), f"train_next_take_{one.entry.id}")
        take.setAccessibleName(tr("{exercise}: take {what}", exercise=one.label, what=one.what))
        take.clicked.connect(lambda: self.accepted.emit((one,)))
        self._first = self._first or take
        refuse = button(tr("Refuse"), f"train_next_refuse_{one.entry.id}", "quiet")
        refuse.setAccessibleName(tr("{exercise}: refuse", exercise=one.label))
        refuse.clicked.connect(lambda: self.refused.emit(one))
        line.addWidget(take)
        line.addWidget(refuse)
        line.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        rule = QFrame()
        rule.setProperty("role", "line")
        made.setLayout(column(rule, line, spacing=0))
        return made

    def _rest(self, proposals: Sequence[Coming]) -> QWidget | None:
        """Those that change nothing, in one line."""
        if not proposals:
            return None
        kept = listed([one.label for one in proposals])
        made = label(tr("As planned: {exercises}.", exercises=kept), "secondary", wrap=True)
        made.setObjectName("train_next_rest")
        return made
