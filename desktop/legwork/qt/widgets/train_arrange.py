"""The order of the exercises on the sheet: moved, done in turns, taken out, and another one put in where it belongs.

Owns these wishes and the place of the field that adds an exercise. What changes is asked for through the sheet.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.workout_edits import place_added, with_added
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.train_add import AddExercise
from legwork.services.train_order import rearranged

if TYPE_CHECKING:
    from legwork.qt.widgets.train_sheet import TrainSheet

_SIGHT = 72
"""So much beside what has the focus is in sight as well, unscaled."""


class Arranging(QObject):
    """Of one sheet. below: the exercise (its place) under which another one is being added; None: at the end."""

    def __init__(self, sheet: TrainSheet, theme: ThemeManager) -> None:
        super().__init__(sheet)
        self._sheet, self._theme = sheet, theme
        self.below: int | None = None
        self.add = AddExercise(theme)
        self.add.chosen.connect(self._on_chosen)
        self.add.left.connect(self._on_left)
        self.add.passed.connect(self._on_passed)
        self.add.given_up.connect(self._on_given_up)

    def lay_out(self, cards: QBoxLayout, whole: QBoxLayout) -> None:
        """cards: of the exercises. whole: of the sheet, with `cards` as its first part."""
        self._cards, self._whole = cards, whole

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Another state of the workout is shown: look in these exercises."""
        self.add.catalogue = catalogue
        gone = self.below is not None and self.below >= len(self._sheet.cards)
        self._put(None if gone else self.below)

    def open_add(self, below: int | None) -> None:
        """Put the cursor into the field for another exercise, below one or at the end."""
        self._put(below)
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._sheet.area.ensureWidgetVisible(self.add, 0, self._theme.px(_SIGHT))

    def put_away(self) -> None:
        """Another workout comes: the field goes back to the end."""
        self.add.clear()
        self._put(None)

    def carry_out(self, place: int, wish: str) -> None:
        """One of `train_order.WISHES` for an exercise."""
        sheet = self._sheet
        if not sheet.commit():
            unread = next(line.field for card in sheet.cards for line in card.lines if line.field.unread)
            unread.setFocus(Qt.FocusReason.OtherFocusReason)  # what is typed belongs to the line on which it stands
            return
        assert sheet.workout is not None
        found = rearranged(sheet.workout, place, wish, sheet.facts[place].label)
        if found is None:
            return
        sheet.edit_asked.emit(found.change, found.what)
        if sheet.cards:
            sheet.go_to(min(found.place, len(sheet.cards) - 1))
        else:
            self.open_add(None)

    def _put(self, below: int | None) -> None:
        facts = self._sheet.facts
        if below != self.below:
            self.below = below
            for layout in (self._cards, self._whole):
                layout.removeWidget(self.add)
            layout, at = (self._whole, 1) if below is None else (self._cards, below + 1)
            layout.insertWidget(at, self.add)
            self._sheet.put_in_order()
        name = facts[below].label if below is not None else ""
        self.add.show_catalogue(self.add.catalogue, first=not facts, below=name)

    def _on_chosen(self, key: str, name: str) -> None:
        sheet = self._sheet
        assert sheet.workout is not None
        before, at = len(sheet.cards), None if self.below is None else self.below + 1
        place = place_added(sheet.workout, at)
        sheet.edit_asked.emit(partial(with_added, exercise=key, at=at), tr("Add {exercise}", exercise=name))
        self._put(None)
        if len(sheet.cards) > before:
            sheet.go_to(place)

    def _on_left(self) -> None:
        if self.below is not None:
            self._on_given_up()
        else:
            self._sheet.focus_last()

    def _on_passed(self) -> None:
        if self.below is not None:
            self._on_given_up()
        elif self._sheet.cards:
            self._sheet.all_done.emit()

    def _on_given_up(self) -> None:
        """The field goes back to the end, and the cursor to where it came from."""
        below, had_focus = self.below, self.add.hasFocus()
        if below is not None:
            self.put_away()
            if had_focus:
                self._sheet.go_to(below)
