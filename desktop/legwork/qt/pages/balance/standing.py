"""Where each leg girth stands and how left and right compare: two drawings, and the choice of a target."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from legwork.i18n import mark, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.gap_bars import GapBars
from legwork.qt.widgets.layout import card, label, row
from legwork.qt.widgets.picture_facts import gap_numbers, side_numbers
from legwork.qt.widgets.picture_table import PictureTable
from legwork.qt.widgets.side_strip import SideStrip
from legwork.services.balance import TARGETS
from legwork.services.balance_view import BalanceView

_TARGET_NAMES = {
    "50": mark("the middle of such people"),
    "60": mark("more than 60 of 100 have"),
    "75": mark("more than 75 of 100 have"),
    "90": mark("more than 90 of 100 have"),
}


class StandingCards(QObject):
    """Gap bars with their target, and the left-right strip: a card each."""

    target_chosen = Signal(str)
    """A pick of TARGETS."""

    goal_asked = Signal(str)
    """The target of this leg site shall become a goal."""

    def __init__(self, theme: ThemeManager, goals: QWidget, parent: QObject) -> None:
        """goals: what stands below the bars, to make goals of them."""
        super().__init__(parent)
        self.target = QComboBox()
        self.target.setObjectName("balance_target")
        name_chooser(self.target, tr("Target for your legs"))
        for pick in TARGETS:
            self.target.addItem(tr(_TARGET_NAMES[pick]), pick)
        self.target.activated.connect(self._on_target)
        self.target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.target.installEventFilter(self)
        self.bars = GapBars(theme)
        self.bars.activated.connect(self.goal_asked)
        self.strip = SideStrip(theme)
        self.gap_table = PictureTable(theme, self.bars.accessibleName(), self.bars)
        self.side_table = PictureTable(theme, self.strip.accessibleName(), self.strip)
        self._hint = label(
            tr("Click on a row, or press Enter on it, to choose value and day yourself."), "small", wrap=True
        )
        self._no_pairs = label(tr("Measure a limb on both sides, and left and right are compared here."), "secondary")
        self._no_pairs.setWordWrap(True)
        self.bars_part = card(
            label(tr("Legs for your upper body"), "section"),
            row(label(tr("Target"), "secondary"), self.target, None),
            self.bars,
            self.gap_table,
            goals,
            self._hint,
        )
        self.sides_part = card(label(tr("Left and right"), "section"), self.strip, self.side_table, self._no_pairs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; a choice is made by opening the list, or with the arrow keys."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def show_view(self, view: BalanceView) -> None:
        """Show what is known now."""
        self.bars_part.setVisible(bool(view.gaps))
        self.target.setCurrentIndex(self.target.findData(str(round(view.balance.target))))
        self.bars.show_rows(view.gaps)
        self.gap_table.show_numbers(partial(gap_numbers, view.gaps))
        self.strip.show_rows(view.sides)
        self.side_table.show_numbers(*([partial(side_numbers, view.sides)] if view.sides else []))
        self.strip.setVisible(bool(view.sides))
        self._no_pairs.setVisible(not view.sides)

    def _on_target(self) -> None:
        self.target_chosen.emit(self.target.currentData())
