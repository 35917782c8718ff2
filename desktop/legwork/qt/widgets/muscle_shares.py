"""Which muscles an exercise trains and how much of a set each is credited with: a row of two choices for each.

Owns the rows. Whether they make sense together is said by `shares`, in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from legwork.domain.exercise import DIRECT, Share
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import name_chooser
from legwork.qt.widgets.layout import button, column, row
from legwork.qt.widgets.wheel import calm
from legwork.services.exercise_words import SHARES, capital, share_words


class MuscleShares(QWidget):
    """At least one row, each muscle in one of them."""

    edited = Signal()
    """The person changed something."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.rows: list[_Row] = []
        self.setObjectName("muscle_shares")
        self.setAccessibleName(tr("Muscles"))
        self._column: QVBoxLayout = column(spacing=theme.px(8))
        self.add = button(tr("Add a muscle"), "muscle_add", "link")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self.setLayout(column(self._column, row(self.add, None), spacing=theme.px(4)))

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these in the place of what was there; one to choose where an import brought none."""
        for one in self.rows:
            self._drop(one)
        self.rows = []
        for share in shares or (Share(Muscle.QUADRICEPS, DIRECT),):
            self._put(share)
        self._number()

    def shares(self) -> tuple[Share, ...]:
        """What is chosen. Raises UserError when a muscle is there twice or none is trained directly."""
        found = tuple(one.share() for one in self.rows)
        muscles = [one.muscle for one in found]
        twice = next((one for one in muscles if muscles.count(one) > 1), None)
        if twice is not None:
            name = capital(tr(MUSCLES[twice]))
            raise UserError(tr("{muscle} is there twice: choose another muscle or remove one of the two.", muscle=name))
        if all(one.share != DIRECT for one in found):
            raise UserError(tr("Choose “direct” for at least one muscle: the one that does most of the work."))
        return found

    def _put(self, share: Share) -> None:
        made = _Row(self._theme, self._icons, share)
        made.muscle.activated.connect(self.edited)
        made.much.activated.connect(self.edited)
        made.remove.clicked.connect(self._on_remove)
        self.rows.append(made)
        self._column.addWidget(made)

    def _drop(self, one: _Row) -> None:
        self._column.removeWidget(one)
        one.hide()
        one.deleteLater()

    def _on_add(self) -> None:
        used = {Muscle(one.muscle.currentData()) for one in self.rows}
        self._put(Share(next(one for one in Muscle if one not in used), 0.5 if self.rows else DIRECT))
        self._number()
        self.rows[-1].muscle.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_remove(self) -> None:
        sender = self.sender()
        place = next(place for place, one in enumerate(self.rows) if one.remove is sender)
        self._drop(self.rows.pop(place))
        self._number()
        self.rows[min(place, len(self.rows) - 1)].muscle.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _number(self) -> None:
        """Names follow the places; the last row cannot be removed, and no more than all muscles can be added."""
        before: QWidget = self.add  # Tab comes to rows that were made later where this stands, and to it behind them
        for place, one in enumerate(self.rows, 1):
            one.number(place)
            one.remove.setEnabled(len(self.rows) > 1)
            for after in (one.muscle, one.much, one.remove):
                QWidget.setTabOrder(before, after)
                before = after
        QWidget.setTabOrder(before, self.add)
        self.add.setEnabled(len(self.rows) < len(Muscle))


class _Row(QWidget):
    """One muscle and its share."""

    def __init__(self, theme: ThemeManager, icons: Icons, share: Share) -> None:
        super().__init__()
        self._first = share
        self.muscle = calm(QComboBox())
        self.muscle.setMaxVisibleItems(len(Muscle))
        for muscle in Muscle:
            self.muscle.addItem(capital(tr(MUSCLES[muscle])), muscle.value)
        self.muscle.setCurrentIndex(self.muscle.findData(share.muscle.value))
        self.much = calm(QComboBox())
        for value, text in SHARES.items():
            self.much.addItem(capital(tr(text)), value)
        if share.share not in SHARES:
            self.much.addItem(capital(share_words(share)), share.share)
        self.much.setCurrentIndex(self.much.findData(share.share))
        self.remove: QPushButton = button("", "", "quiet")
        self.remove.setIcon(icons.icon("x"))
        self.remove.setAutoDefault(False)
        line = row(self.muscle, self.much, self.remove, spacing=theme.px(8))
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.setLayout(line)
        QWidget.setTabOrder(self.muscle, self.much)
        QWidget.setTabOrder(self.much, self.remove)

    def share(self) -> Share:
        """What is chosen; the reason stays as long as nothing else was chosen."""
        muscle, much = Muscle(self.muscle.currentData()), float(self.much.currentData())
        same = (muscle, much) == (self._first.muscle, self._first.share)
        return Share(muscle, much, self._first.reason if same else "")

    def number(self, place: int) -> None:
        """Say which row this is, counted from 1."""
        for widget, name, said in (
            (self.muscle, f"muscle_{place}", tr("Muscle {number}", number=place)),
            (self.much, f"share_{place}", tr("How much muscle {number} works", number=place)),
            (self.remove, f"muscle_remove_{place}", tr("Remove muscle {number}", number=place)),
        ):
            widget.setObjectName(name)
            if isinstance(widget, QComboBox):
                name_chooser(widget, said)
            else:
                widget.setAccessibleName(said)
                widget.setToolTip(said)
