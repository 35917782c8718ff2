"""Circumference over time for the sites a person chooses, left and right apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QSizePolicy, QStackedWidget, QWidget

from legwork.domain.sites import Spot
from legwork.i18n import mark, tr
from legwork.qt.charts.girth_chart import GirthChart
from legwork.qt.charts.series import GIRTH_UNITS, Series
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import EmptyState, Page, button, card, label, row
from legwork.services import chart_data, check_ins
from legwork.services.chart_data import SpotSeries
from legwork.services.edit import Changes
from legwork.services.people import Person

_RANGES = (("3m", mark("3 months"), 91), ("1y", mark("1 year"), 365), ("all", mark("All"), None))
_SPOT = int(Qt.ItemDataRole.UserRole)


class ChartsPage(Page):
    """Choose sites on the left, read them on the right."""

    name = "charts"
    title = mark("Charts")
    tables = ("person", "tracked_site", "custom_site", "check_in", "reading")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.chart = GirthChart(context.theme)
        self.chart.setObjectName("girth_chart")
        self.list = QListWidget()
        self.list.setObjectName("chart_spots")
        self.list.setAccessibleName(tr("Sites on the chart"))
        self.list.setFixedWidth(context.theme.px(208))
        self.list.itemChanged.connect(self._on_item_changed)
        self._cache: dict[Spot, SpotSeries] = {}
        self._shown_person: Person | None = None
        self.note = label("", "small", wrap=True)
        self.note.setObjectName("chart_note")
        self._build_ranges()
        choose = card(label(tr("Sites"), "section"), self.list, margin=12)
        choose.setFixedWidth(context.theme.px(236))
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        plot = card(self._range_row, self.chart, self.note, margin=12)
        both = row(choose, plot, spacing=16)
        both.setStretch(1, 1)
        empty = EmptyState(
            context,
            "chart-line",
            tr("Each site you measure becomes a line here: points for the tape, a line for where it is going."),
            tr("Measure now"),
            self._on_measure,
        )
        self.stack = QStackedWidget()
        content = QWidget()
        content.setLayout(both)
        self.stack.addWidget(empty)
        self.stack.addWidget(content)
        self.body.addWidget(self.stack, 1)

    def refresh(self) -> None:
        self._cache.clear()
        self._show_all()

    def refresh_changes(self, changes: Changes) -> None:
        if changes.everything or not changes.spots:
            self._cache.clear()
        for spot in changes.spots:
            self._cache.pop(spot, None)
        self._show_all()

    def chosen(self) -> list[Spot]:
        """The spots with a check mark, in the order of the list."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return [Spot.parse(item.data(_SPOT)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _build_ranges(self) -> None:
        self._group = QButtonGroup(self)
        self._range_row = row(spacing=4)
        kept = self.context.view.text("charts_range", "1y")
        for position, (key, text, _days) in enumerate(_RANGES):
            one = button(tr(text), f"range_{key}", "segment")
            one.setCheckable(True)
            one.setChecked(key == kept)
            self._group.addButton(one, position)
            self._range_row.addWidget(one)
        hint = label(tr("Wheel zooms, drag moves, double click goes back"), "small", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._range_row.addWidget(hint, 1)
        self._group.idClicked.connect(self._on_range)

    def _show_all(self) -> None:
        person = self.context.person
        if person is None:
            return
        measured = check_ins.measured_spots(self.context.profile, person.id)
        self.stack.setCurrentIndex(1 if measured else 0)
        self._fill_list(person, measured)
        self._draw(new_view=self._shown_person != person)
        self._shown_person = person

    def _fill_list(self, person: Person, measured: dict[Spot, int]) -> None:
        ordered = [spot for spot in person.spots if spot in measured]
        ordered += sorted(spot for spot in measured if spot not in ordered)
        kept = self.context.view.names(self._choice_key(person))
        chosen = {Spot.parse(name) for name in kept} if kept is not None else _first_choice(ordered)
        with QSignalBlocker(self.list):
            self.list.clear()
            for spot in ordered:
                item = QListWidgetItem(person.label(spot))
                item.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                )
                item.setData(_SPOT, str(spot))
                item.setCheckState(Qt.CheckState.Checked if spot in chosen else Qt.CheckState.Unchecked)
                self.list.addItem(item)

    def _draw(self, *, new_view: bool = False) -> None:
        person = self.context.person
        assert person is not None
        found = [self._series(person, spot) for spot in self.chosen()]
        found.sort(key=lambda one: one.unit not in GIRTH_UNITS)  # two units fit: limbs are what the page is for
        self.chart.set_series([_series(one) for one in found if one.days])
        if new_view:
            self._apply_range(self._group.checkedId())
        left_out = self.chart.left_out()
        if not found:
            self.note.setText(tr("Choose a site on the left."))
        elif left_out:
            self.note.setText(tr("Two units fit on one chart. Not drawn: {sites}.", sites=", ".join(left_out)))
        else:
            self.note.setText(
                tr(
                    "The line is an average that follows the tape slowly (half weight after 21 days), "
                    "so that one odd reading does not bend it."
                )
            )

    def _series(self, person: Person, spot: Spot) -> SpotSeries:
        if spot not in self._cache:
            self._cache[spot] = chart_data.spot_series(self.context.profile, person, spot)
        return self._cache[spot]

    def _apply_range(self, position: int) -> None:
        self.chart.show_range(_RANGES[max(position, 0)][2])

    @staticmethod
    def _choice_key(person: Person) -> str:
        return f"charts_spots/{person.uid}"

    def _on_range(self, position: int) -> None:
        self.context.view.set_text("charts_range", _RANGES[position][0])
        self._apply_range(position)

    def _on_item_changed(self) -> None:
        person = self.context.person
        if person is not None:
            self.context.view.set_names(self._choice_key(person), [str(spot) for spot in self.chosen()])
            self._draw()

    def _on_measure(self) -> None:
        self.context.navigate.emit("measure")


def _series(one: SpotSeries) -> Series:
    return Series(
        one.spot,
        one.label,
        one.region,
        np.array([day.toordinal() for day in one.days]),
        np.array(one.values),
        np.array(one.trend),
        one.unit,
    )


def _first_choice(measured: list[Spot]) -> set[Spot]:
    """What a newcomer sees: the thighs, else the calves, else whatever there is."""
    for site in ("upper_thigh", "mid_thigh", "calf"):
        spots = {spot for spot in measured if spot.site == site}
        if spots:
            return spots
    return set(measured[:2])
