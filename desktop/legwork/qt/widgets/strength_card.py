"""Strength on the balance page: the best of each lift, and how lifts stand to one another.

Owns the card. It shows rows that are handed in and asks to edit lifts by a signal; it reads and changes nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from legwork.domain.strength_balance import RatioCall
from legwork.i18n import mark, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact
from legwork.qt.widgets.facts_table import FactsTable
from legwork.qt.widgets.layout import button, column, label, row
from legwork.services.strength_rows import LiftRow, RatioRow, StrengthRows

_SIGNED = {RatioCall.LOW: mark("▼ {words}"), RatioCall.HIGH: mark("▲ {words}"), RatioCall.NO_REFERENCE: mark("{words}")}
_UNSURE = mark("~ {words}")
"""What a ratio says, with a sign for those who do not go by colours or long sentences."""


class StrengthCard(QFrame):
    """Two tables, or a line and a button while there is no lift."""

    edit_asked = Signal()
    """The person wants to add or change lifts."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("strength_card")
        self.setAccessibleName(tr("Strength"))
        self.setProperty("role", "card")
        self.empty = label(
            tr(
                "With a set or two of your lifts you see here what you could lift once, and whether your legs keep up "
                "with the rest."
            ),
            "secondary", wrap=True,
        )  # fmt: skip
        self.empty.setObjectName("strength_empty")
        self.add = button(tr("Add a lift"), "strength_add", "primary")
        self.add.clicked.connect(self.edit_asked)
        self.edit = button(tr("Lifts…"), "strength_edit")
        self.edit.setToolTip(tr("Add, change or remove lifts"))
        self.edit.clicked.connect(self.edit_asked)
        once = tr("The most you could lift once, worked out from the set; ± holds the truth 8 times in 10")
        lifts = (
            Column(tr("Lift")),
            Column(tr("Best set"), folds=True),
            Column(tr("Day"), folds=True),
            Column(tr("Once"), once, number=True),
        )
        self.lifts = FactsTable(theme, "strength_lifts", tr("Best of each lift"), lifts)
        ratios = (
            Column(tr("Ratio"), tr("One lift divided by another, or by your body weight")),
            Column(tr("Yours"), tr("The range in brackets holds the truth 8 times in 10"), folds=True),
            Column(tr("Place"), tr("How many of 100 raw competitors of your sex have a lower ratio"), folds=True),
        )
        self.ratio_title = label(tr("How they go together"), "section")
        self.ratios = FactsTable(theme, "strength_ratios", tr("Ratios of lifts"), ratios)
        self.compared = label("", "small", wrap=True)
        self.compared.setObjectName("strength_compared")
        self.missing = label("", "secondary", wrap=True)
        self.missing.setObjectName("strength_missing")
        self._add_row = row(self.add, None)
        layout = column(
            row(label(tr("Strength"), "section"), None, self.edit), self.empty, self._add_row, self.lifts,
            self.ratio_title, self.ratios, self.missing, self.compared, spacing=theme.px(8),
        )  # fmt: skip
        margin = theme.px(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.show_rows(StrengthRows((), (), "", ""))

    def show_rows(self, rows: StrengthRows) -> None:
        """Show what is known now."""
        some = bool(rows.lifts)
        self.lifts.show_facts([_lift(one) for one in rows.lifts])
        self.ratios.show_facts([_ratio(one) for one in rows.ratios])
        self.compared.setText(rows.compared)
        self.missing.setText(rows.missing)
        for part, seen in (
            (self.empty, not some), (self.add, not some), (self.edit, some), (self.lifts, some),
            (self.ratio_title, bool(rows.ratios)), (self.ratios, bool(rows.ratios)),
            (self.compared, bool(rows.compared)), (self.missing, bool(rows.missing)),
        ):  # fmt: skip
            part.setVisible(seen)


def _lift(one: LiftRow) -> Fact:
    cells = (one.name, one.set, one.day, one.best)
    hints = ((3, one.formulas),) if one.formulas else ()
    return Fact(f"{one.lift}:{one.side}", cells, one.note, one.spoken, "legs" if one.legs else "upper", hints)


def _ratio(one: RatioRow) -> Fact:
    words = tr(_SIGNED.get(one.call, _UNSURE), words=one.words) if one.words else ""
    return Fact(one.key.value, (one.name, one.value, one.place), words, one.spoken)
