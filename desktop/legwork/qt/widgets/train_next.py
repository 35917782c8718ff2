"""What a finished workout proposes for the next time: one line for each exercise with its reason, to take or refuse.

Owns the list and its keys. What is taken and refused is done by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from legwork.i18n import listed, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.proposal_row import ProposalRow
from legwork.services.train_next import Coming
from legwork.services.train_records import NewRecord


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
        self.records = QWidget()
        self.records.setObjectName("train_new_records")
        self.records.hide()
        self._records = column(spacing=theme.px(6))
        self._records.setContentsMargins(0, 0, 0, theme.px(8))
        heading = label(tr("Records of this session"), "small")
        self.records.setLayout(column(heading, self._records, spacing=theme.px(4)))
        self._list = column(spacing=0)
        whole = column(head, self.records, self.about, self._list, spacing=theme.px(4))
        side = theme.px(16)
        whole.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self.setLayout(whole)

    def show_proposals(self, title: str, about: str, proposals: Sequence[Coming]) -> None:
        """Show what was finished, and what is proposed after it."""
        self.shown = tuple(one for one in proposals if one.open)
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        focused = QApplication.focusWidget()
        was_in = any(one.isAncestorOf(focused) for one in self._rows) if focused is not None else False
        if was_in:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the focus goes
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
        if was_in:
            self.focus_first()

    def show_records(self, records: Sequence[NewRecord]) -> None:
        """Name the records that the workout has set; nothing is shown for none."""
        while (item := self._records.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for one in records:
            name = label(one.label, wrap=True)
            name.setFont(self._theme.font(13, bold=True))
            said = label("\n".join(one.sentences), "secondary", wrap=True)
            said.setObjectName("train_new_record")
            said.setAccessibleName(f"{one.label}: {' '.join(one.sentences)}")
            line = QWidget()
            inner = row(name, said, spacing=self._theme.px(12))
            name.setFixedWidth(self._theme.px(200))
            inner.setStretch(1, 1)
            inner.setAlignment(name, Qt.AlignmentFlag.AlignTop)
            line.setLayout(inner)
            self._records.addWidget(line)
        self.records.setVisible(bool(records))

    def focus_first(self) -> None:
        """Put the focus on the first proposal; where nothing is proposed, on closing the card."""
        if self.isVisible():
            (self._first or self.close_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row(self, one: Coming) -> QWidget:
        made = ProposalRow(self._theme, f"train_next/{one.entry.id}", one.label, one.what, one.reason)
        made.taken.connect(lambda: self.accepted.emit((one,)))
        made.refused.connect(lambda: self.refused.emit(one))
        self._first = self._first or made.take
        return made

    def _rest(self, proposals: Sequence[Coming]) -> QWidget | None:
        """Those that change nothing, in one line."""
        if not proposals:
            return None
        kept = listed([one.label for one in proposals])
        made = label(tr("As planned: {exercises}.", exercises=kept), "secondary", wrap=True)
        made.setObjectName("train_next_rest")
        return made
