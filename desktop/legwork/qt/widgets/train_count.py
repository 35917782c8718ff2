"""The card of what the log comes to in a day, a week or a block: legs against upper body, and each muscle.

Owns how the numbers stand together, and asks for what is wanted of them: another period, another effort, the sets
behind a number. It counts nothing: `services.train_count` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from legwork.domain.sites import Region
from legwork.i18n import ptr, tr
from legwork.qt.core.commands import name_part, tell
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf
from legwork.qt.widgets.count_rows import BarKey, CountRow, CountRows, plain_label, widest
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.number_walk import NumberButton, NumberWalk
from legwork.qt.widgets.plan_volume_bars import Bar
from legwork.qt.widgets.side_by_side import SideBySide
from legwork.qt.widgets.wheel import calm
from legwork.services.count_words import leg_days_hint
from legwork.services.hard_effort import HARD_RIRS, effort_words
from legwork.services.train_count import MuscleCount, PeriodCount, RegionCount
from legwork.services.train_periods import STRETCHES, Stretch

_LEAST_SETS = 6.0
"""The axis of sets reaches so far at least, so that few look few (a convention)."""


class TrainCount(QFrame):
    """Shows one period."""

    stretch_chosen = Signal(object)
    """A Stretch."""
    step_asked = Signal(int)
    """So many periods on or back; 0: to the one of today."""
    effort_chosen = Signal(int)
    """Reps left with which a set is still hard."""
    sets_asked = Signal(object)
    """The Question of a number that was pressed."""
    last_asked = Signal()
    """The last workout before a period without any shall be looked at."""

    def __init__(self, theme: ThemeManager, icons: Icons) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self.setObjectName("train_count")
        self.setAccessibleName(tr("The count"))
        self.setProperty("role", "card")
        self._walk = NumberWalk(self)
        name_part(self, tr("In the count"))
        tell(self, ("Left", "Right", "Up", "Down"), tr("From number to number"))
        tell(self, "Enter", tr("Show the sets behind the number"))
        self.period = label("", "section")
        self.period.setObjectName("train_count_period")
        self.note = plain_label("train_count_note")
        self.empty = plain_label("train_count_empty")
        self.last = button(tr("Show it"), "train_count_last", "link")
        self.last.clicked.connect(self.last_asked)
        planned = ptr("sets", "planned")
        self.tonnage = CountRows(theme, "train_count_tonnage", tr("Tonnage"), [""], planned)
        self.hard = CountRows(theme, "train_count_hard", tr("Hard sets"), [""], planned)
        kinds = (tr("direct"), tr("indirect"))
        self.legs = CountRows(theme, "train_count_legs", tr("Hard sets of the leg muscles"), kinds, planned)
        self.upper = CountRows(theme, "train_count_upper", tr("Hard sets of the upper body"), kinds, planned)
        self.trunk = CountRows(theme, "train_count_trunk", tr("Hard sets of the trunk"), kinds, planned)
        self._grids = (self.tonnage, self.hard, self.legs, self.upper, self.trunk)
        for one in self._grids:
            one.sets_asked.connect(self.sets_asked)
        leg_days = self._leg_days_line()
        self.unknown, unknown = self._line("train_count_unknown")
        self.unknown_text = plain_label("train_count_unknown_text")
        unknown.addWidget(self.unknown_text, 1)
        self.nameless, nameless = self._line("train_count_nameless")
        self.nameless_text = plain_label("train_count_nameless_text")
        nameless.addWidget(self.nameless_text, 1)
        self.unplanned = plain_label("train_count_unplanned", "small")
        self.key = BarKey(theme, "train_count_key")
        regions, muscles = QWidget(), QWidget()
        apart, gap = theme.px(16), theme.px(32)
        regions.setLayout(
            SideBySide(_above(self.tonnage), _above(self.hard), wide=theme.px(640), spacing=apart, gap=gap)
        )
        # Bars need more room beside the long names of muscles.
        muscles.setLayout(
            SideBySide(_above(self.legs, self.trunk), _above(self.upper), wide=theme.px(880), spacing=apart, gap=gap)
        )
        self.parts = QWidget()
        self.parts.setLayout(
            column(
                regions, leg_days, unknown, self.unplanned, theme.px(8), muscles, nameless, theme.px(4), self.key,
                spacing=theme.px(4),
            )
        )  # fmt: skip
        layout = column(
            label(tr("The count"), "section"), self._bar(), self.period, self.note, self.empty, row(self.last, None),
            self.parts, spacing=theme.px(8),
        )  # fmt: skip
        side = theme.px(16)
        layout.setContentsMargins(side, side, side, side)
        self.setLayout(layout)

    def show_count(self, count: PeriodCount, hard_rir: float, empty: str, *, newest: bool, last: str = "") -> None:
        """Show a period. empty: the sentence where nothing was logged. newest: whether it is that of today.

        last: the name of the button that leads to the last workout before, "" for none."""
        period = count.period
        for one in self._stretches.buttons():
            one.setChecked(one.property("stretch") == period.stretch.value)
        self.period.setText(period.title)
        self._say(self.note, period.note)
        self._say(self.empty, empty if count.empty else "")
        self.last.setVisible(count.empty and bool(last))
        self.last.setAccessibleName(last)
        self.forth.setEnabled(not newest)
        self.now.setVisible(not newest)
        self.effort.setCurrentIndex(self.effort.findData(round(hard_rir)))
        self.parts.setVisible(not count.empty or count.planned)
        self._show_regions(count)
        self._show_muscles(count)
        self.leg_days.show_number(count.leg_days, leg_days_hint())
        self._say(self.leg_days_text, count.leg_days_text)
        self.unknown.show_number(count.unknown)
        self._say(self.unknown_text, count.unknown_text)
        self._say(self.unplanned, count.unplanned_text)
        self.nameless.show_number(count.nameless)
        self._say(self.nameless_text, count.nameless_text)
        self._walk.take(
            [
                [self.tonnage.numbers, self.hard.numbers], [[[self.leg_days]]],
                [[[self.unknown] if count.unknown else []]],
                [[*self.legs.numbers, *self.trunk.numbers], self.upper.numbers],
                [[[self.nameless] if count.nameless else []]],
            ]
        )  # fmt: skip

    def focus_first(self) -> None:
        """Put the focus on the numbers, or on the length of the period where there are none."""
        length = self._stretches.checkedButton()
        if not (self.parts.isVisible() and self._walk.focus_first()) and length is not None:
            length.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # How it is laid out

    def _bar(self) -> QWidget:
        theme = self._theme
        self._stretches = OneOf(self)
        for stretch, text in STRETCHES.items():
            one = button(tr(text), f"train_count_{stretch.value}", "segment")
            one.setCheckable(True)
            one.setProperty("stretch", stretch.value)
            self._stretches.addButton(one)
        self._stretches.buttonClicked.connect(lambda one: self.stretch_chosen.emit(Stretch(one.property("stretch"))))
        self.back = self._arrow("caret-left", "train_count_back", tr("The one before"), -1)
        self.forth = self._arrow("caret-right", "train_count_forth", tr("The one after"), 1)
        self.now = button(tr("Now"), "train_count_now", "link")
        self.now.setToolTip(tr("Back to today"))
        self.now.clicked.connect(lambda: self.step_asked.emit(0))
        self.effort = calm(QComboBox())
        self.effort.setObjectName("train_count_effort")
        for reps in HARD_RIRS:
            self.effort.addItem(effort_words(reps), reps)
        self.effort.activated.connect(lambda place: self.effort_chosen.emit(self.effort.itemData(place)))
        said = label(tr("hard:"), "secondary")
        said.setBuddy(self.effort)
        rule = tr(
            "A set that leaves more reps is not hard. Where the reps left were not noted, it counts as hard; a set to "
            "failure leaves none. A drop or myo-rep set counts with the set before it as one, left and right together "
            "as one, a warm-up for nothing. Plan and charts count by it as well."
        )
        for part in (said, self.effort):
            part.setToolTip(rule)
        self.effort.setAccessibleName(tr("Which sets are hard"))
        self.effort.setAccessibleDescription(rule)
        periods, efforts, whole = QWidget(), QWidget(), QWidget()
        periods.setLayout(
            row(*self._stretches.buttons(), theme.px(8), self.back, self.forth, self.now, spacing=theme.px(4))
        )
        efforts.setLayout(row(said, self.effort, spacing=theme.px(8)))
        whole.setLayout(FlowLayout(periods, efforts, spacing=theme.px(16)))
        return whole

    def _arrow(self, icon: str, name: str, said: str, step: int) -> QPushButton:
        made = button("", name, "quiet")
        made.setIcon(self._icons.icon(icon))
        made.setAccessibleName(said)
        made.setToolTip(said)
        made.clicked.connect(lambda: self.step_asked.emit(step))
        return made

    def _line(self, name: str) -> tuple[NumberButton, QHBoxLayout]:
        made = NumberButton(name)
        made.sets_asked.connect(self.sets_asked)
        return made, row(made, spacing=self._theme.px(8))

    def _leg_days_line(self) -> QHBoxLayout:
        self.leg_days, line = self._line("train_count_leg_days")
        self.leg_days_text = plain_label("train_count_leg_days_text")
        name = label(tr("Leg days"))
        for part in (name, self.leg_days_text):
            part.setToolTip(leg_days_hint())
        line.insertWidget(0, name)
        line.addWidget(self.leg_days_text, 1)
        line.addStretch()
        return line

    # From the count to the rows

    def _show_regions(self, count: PeriodCount) -> None:
        theme, planned = self._theme, count.planned
        kg = [_kg_row(one) for one in count.regions]
        sets = [_sets_row(one) for one in count.regions]
        names = widest(theme, (one.name for one in kg))
        for grid, rows in ((self.tonnage, kg), (self.hard, sets)):
            texts = [one.numbers[0].text for one in rows]
            widths = (names, widest(theme, texts, 24) + theme.px(12), widest(theme, (one.planned for one in rows), 48))
            grid.show_rows(rows, _axis(rows), planned=planned, widths=widths)

    def _show_muscles(self, count: PeriodCount) -> None:
        theme = self._theme
        rows = {region: [_muscle_row(one) for one in count.muscles if one.region is region] for region in Region}
        every = list(chain(*rows.values()))
        axis = max(_LEAST_SETS, _axis(every))
        kinds = [widest(theme, (tr("direct"), tr("indirect"))) + theme.px(12)] * 2
        widths = (widest(theme, (one.name for one in every)), *kinds, widest(theme, (ptr("sets", "planned"),)))
        for grid, region in ((self.legs, Region.LOWER), (self.upper, Region.UPPER), (self.trunk, Region.TRUNK)):
            grid.show_rows(rows[region], axis, planned=count.planned, widths=widths)
        self.key.show_bars([one.bar for one in every if one.bar is not None])

    @staticmethod
    def _say(shown: QLabel, text: str) -> None:
        shown.setText(text)
        shown.setVisible(bool(text))


def _above(*parts: QWidget) -> QWidget:
    """Parts below each other, at the top of the room there is."""
    made = QWidget()
    made.setLayout(column(*parts, None, spacing=8))
    return made


def _axis(rows: Sequence[CountRow]) -> float:
    """The largest number of these bars."""
    found = [1.0]
    for one in rows:
        if one.bar is not None:
            bar = one.bar
            found += [bar.direct + bar.indirect, bar.planned or 0.0, bar.holds or 0.0, bar.band[1] if bar.band else 0.0]
    return max(found)


def _kg_row(one: RegionCount) -> CountRow:
    if one.region is None:
        return CountRow("all", one.name, None, (one.tonnage,))
    bar = Bar(one.region.value, one.tonnage.value, planned=one.planned_kg, holds=one.holds_kg)
    return CountRow(one.region.value, one.name, bar, (one.tonnage,), one.planned_tonnage_text, one.tonnage_hint)


def _sets_row(one: RegionCount) -> CountRow:
    if one.region is None:
        return CountRow("all", one.name, None, (one.hard,))
    bar = Bar(one.region.value, one.hard.value, planned=one.planned_sets, holds=one.holds_sets)
    return CountRow(one.region.value, one.name, bar, (one.hard,), one.planned_sets_text, one.sets_hint)


def _muscle_row(one: MuscleCount) -> CountRow:
    bar = Bar(one.region.value, one.direct.value, one.indirect.value, one.band, one.holds, one.planned)
    return CountRow(one.muscle.value, one.name, bar, (one.direct, one.indirect), one.planned_text, one.hint)
