"""From a bar of the chart to the sets behind it.

Owns which question a bar asks, and the small menu when several bars are meant. The answer is shown by the dialog.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from legwork.domain.days import full_day
from legwork.domain.log.sums import What
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.qt.charts.opened_bars import OpenedBar
from legwork.qt.core.context import Context
from legwork.qt.dialogs.sets_behind import show_sets
from legwork.services.measure_series import Part
from legwork.services.sets_behind import Question

_REGIONS = {Part.LEGS.value: Region.LOWER, Part.UPPER.value: Region.UPPER}
_DIRECT = {Part.DIRECT.value: True, Part.INDIRECT.value: False}


class Behind(QObject):
    """Opens what is behind bars of a chart."""

    calendar_asked = Signal()
    """Planned sessions are meant: which were done is told by the calendar."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._widget = context, parent

    def open(self, bars: Sequence[OpenedBar], at: QPoint) -> None:
        """Show what is behind the bars; of several, ask which. at: where on the screen to ask."""
        whole = _joined(bars)
        if len(whole) == 1:
            self._show(whole[0])
            return
        menu = QMenu(self._widget)
        menu.setObjectName("chart_bars_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for bar in whole:
            text = tr("{name}: {value}", name=bar.name, value=bar.value).replace("&", "&&")
            menu.addAction(text, partial(self._show, bar))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(at)

    def _show(self, bar: OpenedBar) -> None:
        question = question_of(bar)
        if question is None:
            self.calendar_asked.emit()
        else:
            show_sets(self._context, question, self._widget.window())


def question_of(bar: OpenedBar) -> Question | None:
    """What a bar asks of the log; None where it is no number of sets."""
    pair, _, part = bar.key.partition(":")
    measure = Measure.parse(pair)
    if measure.family is Family.KEPT:
        return None
    what = What.TONNAGE if measure.family is Family.TONNAGE else What.HARD
    title = tr("{name}, {first} to {last}", name=bar.name, first=full_day(bar.first), last=full_day(bar.last))
    muscle = measure.name if measure.family is Family.MUSCLE else None
    return Question(what, bar.first, bar.last, title, muscle, _REGIONS.get(part), None, _DIRECT.get(part))


def _joined(bars: Sequence[OpenedBar]) -> list[OpenedBar]:
    """Of several bars those of one muscle as one: what trains it directly and indirectly belongs together."""
    found: list[OpenedBar] = []
    for bar in bars:
        pair, _, part = bar.key.partition(":")
        if part not in _DIRECT or len(bars) == 1:
            found.append(bar)
        elif not found or found[-1].key != pair:
            both = [one.value for one in bars if one.key.partition(":")[0] == pair]
            found.append(replace(bar, key=pair, name=bar.label, value=" + ".join(both)))
    return found
