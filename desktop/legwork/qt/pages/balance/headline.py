"""The top of the balance page: the answer in a sentence, the one number, and what both rest on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from legwork.domain.pain_holds import Urgency
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, card, column, label, row
from legwork.services.balance_view import BalanceView

_LEAST_WIDTH, _NUMBER_WIDTH = 720, 300
"""Unscaled pixels that both need side by side, and those of the number."""

QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for: as wide as you like."""


class HeadlineCard(QFrame):
    """Says where the legs stand. Whatever is unknown is left out, not left blank."""

    people_asked = Signal()
    """The person wants to say their height, or whom to compare with."""

    measure_asked = Signal()
    """The person wants to measure what is missing."""

    goal_asked = Signal()
    """What is usual for the girth that the headline is about shall become a goal."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("balance_headline")
        self._first = _text("error", "balance_first")
        self._headline = _text("title", "balance_said")
        self._numbers = _text("section", "balance_numbers")
        self._measured = _text("small", "balance_measured")
        self._index = label("", "big")
        self._index.setObjectName("balance_index")
        self._index_range = label("", "secondary")
        self._index_range.setObjectName("balance_index_range")
        self._index_said = _text("", "balance_index_said")
        self._rests_on = _text("small", "balance_rests_on")
        self._people = button(tr("Open People"), "balance_people", "primary")
        self._people.clicked.connect(self.people_asked)
        self._measure = button(tr("Measure now"), "balance_measure", "primary")
        self._measure.clicked.connect(self.measure_asked)
        self._goal = button("", "balance_make_goal", "primary")
        self._goal.setToolTip(tr("Sets it at once, with a day by which it is as likely as not. It can be undone."))
        self._goal.clicked.connect(self.goal_asked)
        self._goal.hide()
        self._goal_said = _text("secondary", "balance_goal_said")
        self._goal_said.hide()
        self._number = QWidget()
        self._number.setToolTip(
            tr(
                "Leg balance: your thigh and calf as a share of what is usual with your height, waist and upper body. "
                "100 % is the middle: half of such people have more, half have less. The range in brackets is what "
                "your tape’s error leaves open, 80 times in 100."
            )
        )
        big = row(self._index, self._index_range, None, spacing=8)
        big.setAlignment(self._index_range, Qt.AlignmentFlag.AlignBottom)
        self._number.setLayout(column(label(tr("Leg balance"), "secondary"), big, self._index_said, spacing=4))
        buttons = row(self._people, self._measure, self._goal, None)
        parts = (
            self._first, self._headline, self._numbers, self._measured, buttons, self._goal_said, 4, self._rests_on,
            None,
        )  # fmt: skip
        said = column(*parts, spacing=6)
        self._both = row(spacing=32)
        self._both.addLayout(said, 1)
        self._both.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._theme = theme
        frame = card(self._both, margin=20)
        self.setLayout(column(frame, spacing=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_LEAST_WIDTH)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if narrow else across)
        self._both.setSpacing(8 if narrow else 32)
        # A fixed width below the sentence would be overlooked when the layout asks for the height.
        self._number.setMinimumWidth(0 if narrow else self._theme.px(_NUMBER_WIDTH))
        self._number.setMaximumWidth(QWIDGETSIZE_MAX if narrow else self._theme.px(_NUMBER_WIDTH))

    def offer_goal(self, value: str) -> None:
        """Offer to make a value a goal; nothing when it is empty."""
        self._goal.setText(tr("Make {value} my goal", value=value) if value else "")
        self._goal.setAccessibleName(self._goal.text())
        self._goal.setVisible(bool(value))

    def say_goal(self, sentence: str) -> None:
        """Say what became of it; nothing when it is empty."""
        self._goal_said.setText(sentence)
        self._goal_said.setAccessibleName(sentence)
        self._goal_said.setVisible(bool(sentence))

    def show_view(self, view: BalanceView) -> None:
        """Show what is known now."""
        person, balance = view.person, view.balance
        now = next((one.sentence for one in view.holds if one.urgency is Urgency.NOW), "")
        self._first.setText(now)
        self._first.setVisible(bool(now))
        self._headline.setText(view.headline)
        self._numbers.setText(view.numbers)
        self._measured.setText(view.measured)
        self._measured.setVisible(bool(view.measured))
        lacks = balance.assessment.lacks if balance.assessment else ()
        about_person = person.sex is None or person.stature is None
        self._people.setVisible(about_person)
        self._measure.setVisible(bool(lacks) and not about_person)
        self._number.setVisible(bool(view.index))
        value, span = view.index_parts
        self._index.setText(value)
        self._index_range.setText(span)
        self._index.setAccessibleName(tr("Leg balance {value}", value=view.index))
        self._index_said.setText(view.index_said)
        parts = [view.compared, *view.better, view.by_weight]
        self._rests_on.setText("\n".join(part for part in parts if part))
        self._rests_on.setVisible(any(parts))


def _text(role: str, name: str) -> QLabel:
    made = label("", role, wrap=True)
    made.setObjectName(name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
