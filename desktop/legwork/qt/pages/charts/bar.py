"""The two rows above the charts: how far back, together or apart, averages, changes, sides, and what is drawn beside.

Owns the controls. It holds no state of its own: it shows a view, and answers each choice with the view that follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QPushButton, QWidget

from legwork.domain.averages import Bucket
from legwork.i18n import mark, tr
from legwork.qt.charts.view import ChartView, Extra, Layout, Scaling, Sides, Stacking
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf, name_chooser
from legwork.qt.widgets.day_field import DayField
from legwork.qt.widgets.days import to_date, to_qdate
from legwork.qt.widgets.flow import FlowBox
from legwork.qt.widgets.layout import button, row
from legwork.qt.widgets.wheel import calm

_RANGES = {"3m": mark("3 months"), "6m": mark("6 months"), "1y": mark("1 year"), "all": mark("All")}
_LAYOUTS = {Layout.TOGETHER: mark("Together"), Layout.APART: mark("Each apart")}
_BUCKETS: Mapping[StrEnum, str] = {
    Bucket.NONE: mark("Each reading"), Bucket.WEEK: mark("Weekly averages"), Bucket.MONTH: mark("Monthly averages"),
}  # fmt: skip
_SCALINGS: Mapping[StrEnum, str] = {
    Scaling.VALUES: mark("Values"), Scaling.CHANGE: mark("Change since"), Scaling.PERCENT: mark("Change in % since"),
}  # fmt: skip
_SIDES: Mapping[StrEnum, str] = {
    Sides.BOTH: mark("Left and right"), Sides.LEFT: mark("Left only"), Sides.RIGHT: mark("Right only"),
}  # fmt: skip
_STACKINGS: Mapping[StrEnum, str] = {
    Stacking.MIRRORED: mark("Mirrored"), Stacking.STACKED: mark("Stacked"),
}  # fmt: skip
_EXTRAS = {
    Extra.BARS: mark("Error bars"),
    Extra.BAND: mark("Band that holds the truth 8 times in 10"),
    Extra.AHEAD: mark("Look 12 weeks ahead"),
    Extra.FLAGS: mark("Notes and programme changes"),
    Extra.AIMS: mark("Goals"),
    Extra.GUIDES: mark("What holds size, and what is wanted"),
}


class ChartBar(FlowBox):
    """Shows a view and lets it be changed."""

    changed = Signal(object)
    """The view that the person wants now."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(spacing=theme.px(8))
        self._view = ChartView()
        self._ranges = self._segments(_RANGES, "range")
        self._layouts = self._segments(_LAYOUTS, "layout")
        self._ranges.idClicked.connect(self._on_range)
        self._layouts.idClicked.connect(self._on_layout)
        self.bucket = self._combo(_BUCKETS, "chart_bucket", tr("What the points are"))
        self.scaling = self._combo(_SCALINGS, "chart_scaling", tr("What the heights are"))
        self.sides = self._combo(_SIDES, "chart_sides", tr("Which sides are drawn"))
        self.stacking = self._combo(
            _STACKINGS, "chart_stacking", tr("Whether the upper body hangs below the legs or stands on them")
        )
        self.stacking.activated.connect(self._on_stacking)
        self.bucket.activated.connect(self._on_bucket)
        self.scaling.activated.connect(self._on_scaling)
        self.sides.activated.connect(self._on_sides)
        self.since = calm(DayField())
        self.since.setObjectName("chart_since")
        self.since.setAccessibleName(tr("The day that changes count from"))
        self.since.setCalendarPopup(True)
        self.since.setKeyboardTracking(False)
        self.since.setDisplayFormat(tr("d MMM yyyy"))
        self.since.setMinimumWidth(theme.px(132))
        self.since.dateChanged.connect(self._on_since)
        self.drawn = button(tr("Drawn"), "chart_drawn")
        self.drawn.setToolTip(tr("What is drawn beside points and lines"))
        self._menu = QMenu(self.drawn)
        self._menu.setObjectName("chart_drawn_menu")
        for extra, text in _EXTRAS.items():
            action = QAction(tr(text), self._menu)
            action.setObjectName(f"drawn_{extra.value}")
            action.setCheckable(True)
            action.setData(extra)
            self._menu.addAction(action)
        self._menu.triggered.connect(self._on_extra)
        self.drawn.setMenu(self._menu)
        layouts = QWidget()
        layouts.setLayout(row(*self._layouts.buttons(), spacing=4))
        # The ranges one by one: with large text all four are wider than the charts in a small window.
        boxes = (self.bucket, self.stacking, self.scaling, self.since, self.sides, self.drawn)
        parts = (*self._ranges.buttons(), layouts, *boxes)
        for one in parts:
            self.add(one)

    def show_view(
        self, view: ChartView, first: date | None, last: date, *, halves: bool = False, sided: bool = True
    ) -> None:
        """Show how things are; first: the first day that has a reading, last: the last that may be counted from.

        halves: there are bars of legs and upper body. sided: there is anything that has a left and a right.
        """
        self._view = view
        self.stacking.setCurrentIndex(self.stacking.findData(view.stacking.value))
        self.stacking.setVisible(halves)
        self.sides.setVisible(sided or view.sides is not Sides.BOTH)
        _check(self._ranges, list(_RANGES).index(view.range) if view.span is None else -1)
        _check(self._layouts, list(_LAYOUTS).index(view.layout))
        for combo, chosen in ((self.bucket, view.bucket), (self.scaling, view.scaling), (self.sides, view.sides)):
            combo.setCurrentIndex(combo.findData(chosen.value))
        for action in self._menu.actions():
            action.setChecked(Extra(action.data()) in view.extras)
        before = self.since.blockSignals(True)
        self.since.setVisible(view.scaling is not Scaling.VALUES)
        self.since.setDateRange(to_qdate(first or last), to_qdate(last))
        self.since.setDate(to_qdate(date.fromordinal(view.since) if view.since else first or last))
        self.since.blockSignals(before)

    def _segments(self, texts: dict[str, str] | dict[Layout, str], kind: str) -> QButtonGroup:
        group = OneOf(self)
        for place, (key, text) in enumerate(texts.items()):
            one = button(tr(text), f"{kind}_{key}", "segment")
            one.setCheckable(True)
            group.addButton(one, place)
        return group

    @staticmethod
    def _combo(texts: Mapping[StrEnum, str], name: str, said: str) -> QComboBox:
        combo = calm(QComboBox())
        combo.setObjectName(name)
        name_chooser(combo, said)
        combo.setToolTip(said)
        for key, text in texts.items():
            combo.addItem(tr(text), key.value)
        return combo

    def _tell(self, view: ChartView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit(view)

    def _on_range(self, place: int) -> None:
        self._tell(replace(self._view, range=list(_RANGES)[place], span=None))

    def _on_layout(self, place: int) -> None:
        self._tell(replace(self._view, layout=list(_LAYOUTS)[place]))

    def _on_bucket(self) -> None:
        self._tell(replace(self._view, bucket=Bucket(self.bucket.currentData())))

    def _on_scaling(self) -> None:
        since = self._view.since or to_date(self.since.date()).toordinal()
        self._tell(replace(self._view, scaling=Scaling(self.scaling.currentData()), since=since))

    def _on_since(self, day: QDate) -> None:
        self._tell(replace(self._view, since=to_date(day).toordinal()))

    def _on_stacking(self) -> None:
        self._tell(replace(self._view, stacking=Stacking(self.stacking.currentData())))

    def _on_sides(self) -> None:
        self._tell(replace(self._view, sides=Sides(self.sides.currentData())))

    def _on_extra(self, action: QAction) -> None:
        self._tell(self._view.with_extra(Extra(action.data()), action.isChecked()))


def _check(group: QButtonGroup, place: int) -> None:
    """Show one of the buttons as chosen, or none of them."""
    group.setExclusive(False)
    for number, one in enumerate(group.buttons()):
        assert isinstance(one, QPushButton)
        one.setChecked(number == place)
    group.setExclusive(True)
