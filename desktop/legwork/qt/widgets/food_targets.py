"""What is meant for a day, how that comes about, and the choices that it follows from.

Owns how these stand together. Numbers and words come ready; what is chosen is kept by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QPushButton, QWidget

from legwork.domain.food.amounts import FL_OZ, KCAL, KJ, LITRE, FoodUnits
from legwork.domain.food.energy import ACTIVITY, Activity
from legwork.domain.food.targets import WISHES, Wish
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.prose import strong
from legwork.qt.widgets.wheel import calm


@dataclass(frozen=True)
class TargetShown:
    """One target. name, text: translated; note: what is to be said of it, in few words, or nothing."""

    name: str
    text: str
    note: str = ""


class FoodTargetsCard(QFrame):
    """The choices above, the targets below, their arithmetic folded."""

    wish_chosen = Signal(object)
    activity_chosen = Signal(object)
    energy_unit_chosen = Signal(str)
    drink_unit_chosen = Signal(str)
    step_dropped = Signal()
    energy_chosen = Signal(bool)
    mend_asked = Signal()
    focused = Signal(QWidget)
    """What was opened in here: keep it in sight."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[TargetShown, ...] = ()
        self.setObjectName("food_targets_card")
        self.setProperty("role", "card")
        self._build_choices()
        self._build_missing()
        self.targets = QWidget()
        self.targets.setObjectName("food_targets")
        self._targets = FlowLayout(spacing=theme.px(20))
        self.targets.setLayout(self._targets)
        self.notes = label("", "small", wrap=True)
        self.notes.setObjectName("food_notes")
        self.cautions = label("", "caution", wrap=True)
        self.cautions.setObjectName("food_cautions")
        self.drop = button(tr("Take the correction back"), "food_step_drop", "link")
        self.drop.clicked.connect(self.step_dropped)
        self.drop.hide()
        self._build_sums()
        self._build_units()
        rule = QFrame()
        rule.setProperty("role", "line")
        self.foot = QWidget()
        self.foot.setLayout(column(rule, self.shown_as, row(self.energy, None), self.energy_words, spacing=theme.px(8)))
        whole = column(
            label(tr("Targets"), "section"), self.choices, self.missing, self.targets, self.cautions, self.notes,
            row(self.drop, None), self.fold, self.sums, self.foot, None, spacing=theme.px(8),
        )  # fmt: skip
        margin = theme.px(16)
        whole.setContentsMargins(margin, theme.px(12), margin, margin)
        self.setLayout(whole)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in order."""
        return (self.wish, self.activity, self.mend, self.drop, self.fold, *self._unit_buttons, self.energy)

    def clear(self) -> None:
        """Nothing is known yet: only the title stands, in the place that the card will have."""
        parts = (self.choices, self.missing, self.targets, self.cautions, self.notes, self.drop, self.fold, self.sums)
        for one in (*parts, self.foot):
            one.hide()

    def show_choices(self, wish: Wish, activity: Activity) -> None:
        """Show what is chosen."""
        self._pick(self.wish, wish)
        self._pick(self.activity, activity)

    def show_targets(
        self, targets: Sequence[TargetShown], sums: Sequence[str], cautions: Sequence[str], notes: Sequence[str]
    ) -> None:
        """Show targets with their arithmetic. cautions: what to know before following them; notes: what else was taken
        into account."""
        if tuple(targets) != self._shown:
            self._shown = tuple(targets)
            self._fill_cells()
        for text, lines in ((self.cautions, cautions), (self.notes, notes)):
            text.setText("\n".join(lines))
            text.setVisible(bool(lines))
        self._sums.setText("\n".join(sums))
        self._sums.setAccessibleName(self._sums.text())
        self.missing.hide()
        self.choices.show()
        self.foot.show()
        self.targets.setVisible(bool(targets))
        self.fold.setVisible(bool(sums))
        self.sums.setVisible(bool(sums) and self.fold.isChecked())

    def _fill_cells(self) -> None:
        while (item := self._targets.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        cells = [self._cell(one) for one in self._shown]
        widest = max((one.sizeHint().width() for one in cells), default=0)
        highest = max((one.sizeHint().height() for one in cells), default=0)
        for made in cells:
            made.setFixedSize(widest, highest)  # so that they stand in rows and columns
            self._targets.addWidget(made)
            made.show()

    def show_step(self, taken: bool) -> None:
        """Whether a correction is in the targets, and can be taken back."""
        self.drop.setVisible(taken)

    def show_missing(self, sentence: str, mend: str) -> None:
        """Say what is needed before anything can be reckoned. mend: the word on the button that leads there, or ""."""
        self.clear()
        self.lack.setText(sentence)
        self.mend.setText(mend)
        self.mend.setAccessibleName(mend)
        self.mend.setVisible(bool(mend))
        self.missing.show()
        self.foot.show()

    def show_units(self, units: FoodUnits, *, energy: bool, choosable: bool) -> None:
        """energy: whether it is shown. choosable: whether that is theirs to choose."""
        for one in self._unit_buttons:
            one.setChecked(one.property("unit") in (units.energy, units.drink))
        self._energy_units.setVisible(energy)
        self.energy.setChecked(energy)
        self.energy.setVisible(choosable)
        self.energy_words.setVisible(choosable)

    def _build_choices(self) -> None:
        theme = self._theme
        self.wish = self._chooser("food_wish", tr("What you eat for"))
        for wish, facts in WISHES.items():
            self.wish.addItem(tr(facts.words), wish)
        self.wish.activated.connect(self._on_wish)
        self.activity = self._chooser("food_activity", tr("How a usual day looks"))
        for activity, (_, words) in ACTIVITY.items():
            self.activity.addItem(tr(words), activity)
        self.activity.activated.connect(self._on_activity)
        self.choices = QWidget()
        grid = QGridLayout(self.choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        wanted = label(tr("I want to"))
        wanted.setBuddy(self.wish)
        about = label(tr("My days"))
        about.setBuddy(self.activity)
        grid.addWidget(wanted, 0, 0)
        grid.addWidget(self.wish, 0, 1)
        grid.addWidget(about, 1, 0)
        grid.addWidget(self.activity, 1, 1)
        grid.setColumnStretch(1, 1)

    def _build_missing(self) -> None:
        self.lack = label("", wrap=True)
        self.lack.setObjectName("food_missing")
        self.mend = button("", "food_mend")
        self.mend.clicked.connect(self.mend_asked)
        self.missing = QWidget()
        self.missing.setLayout(column(self.lack, row(self.mend, None), spacing=self._theme.px(8)))
        self.missing.hide()

    def _build_sums(self) -> None:
        theme = self._theme
        caption = label(tr("How these come about"))
        self.fold = FoldHeader(theme, "food_sums_fold", tr("How these come about"), row(caption, None))
        self.fold.toggled.connect(self._on_fold)
        self._sums = label("", "secondary", wrap=True)
        self._sums.setObjectName("food_sums")
        self._sums.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sums = QWidget()
        inner = column(self._sums, spacing=0)
        inner.setContentsMargins(theme.px(24), 0, 0, 0)
        self.sums.setLayout(inner)
        self.sums.hide()

    def _build_units(self) -> None:
        theme = self._theme
        energy = self._group("food_energy_unit", tr("Energy in {unit}"), (KCAL, KJ))
        drink = self._group("food_drink_unit", tr("Drinks in {unit}"), (LITRE, FL_OZ))
        self._unit_buttons = (*energy, *drink)
        self._energy_units = QWidget()
        units = row(label(tr("Energy in"), "secondary"), *energy, spacing=theme.px(4))
        units.setContentsMargins(0, 0, theme.px(16), 0)
        self._energy_units.setLayout(units)
        self.shown_as = QWidget()
        drinks = label(tr("Drinks in"), "secondary")
        self.shown_as.setLayout(row(self._energy_units, drinks, *drink, None, spacing=theme.px(4)))
        self.energy = QCheckBox(tr("Show energy"))
        self.energy.setObjectName("food_energy_shown")
        self.energy.setAccessibleName(self.energy.text())
        self.energy.clicked.connect(self.energy_chosen)
        self.energy_words = label(
            tr("Numbers of energy do not do everybody good. Without them nothing of kcal or kJ is shown, asked for, "
               "printed or reported; protein, carbohydrate, fat and water stay, and what you wrote down is kept."),
            "small", wrap=True,
        )  # fmt: skip
        self.energy.setAccessibleDescription(self.energy_words.text())

    def _group(self, name: str, said: str, units: tuple[str, ...]) -> list[QPushButton]:
        group = OneOf(self)
        made = []
        for place, unit in enumerate(units):
            one = button(unit, f"{name}_{place}", "segment")
            one.setAccessibleName(said.format(unit=unit))
            one.setCheckable(True)
            one.setProperty("unit", unit)
            group.addButton(one)
            made.append(one)
        group.buttonClicked.connect(self._on_unit)
        return made

    def _chooser(self, name: str, said: str) -> QComboBox:
        made = calm(QComboBox())
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(16)
        return made

    def _cell(self, target: TargetShown) -> QWidget:
        cell = QWidget()
        cell.setAccessibleName(f"{target.name}: {target.text}")
        parts = [label(target.name, "small"), strong(self._theme, target.text)]
        if target.note:
            parts.append(label(target.note, "small"))
        cell.setLayout(column(*parts, None, spacing=self._theme.px(2)))
        return cell

    def _pick(self, chooser: QComboBox, value: object) -> None:
        place = chooser.findData(value)
        if place >= 0 and place != chooser.currentIndex():
            chooser.setCurrentIndex(place)
        chooser.setToolTip(chooser.currentText())  # in a narrow window not all of it is seen

    def _on_wish(self) -> None:
        self.wish_chosen.emit(Wish(self.wish.currentData()))

    def _on_activity(self) -> None:
        self.activity_chosen.emit(Activity(self.activity.currentData()))

    def _on_unit(self, chosen: QWidget) -> None:
        unit = chosen.property("unit")
        (self.energy_unit_chosen if unit in (KCAL, KJ) else self.drink_unit_chosen).emit(unit)

    def _on_fold(self, open_now: bool) -> None:
        self.sums.setVisible(open_now)
        if open_now:
            self.focused.emit(self.sums)
