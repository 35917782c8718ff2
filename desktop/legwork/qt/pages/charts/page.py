"""The Charts page: what happened over time, the goals, the calendar, and dose against response, one at a time.

Owns the switch between these views and when each is read anew. What a view shows is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from legwork.i18n import mark, tr
from legwork.qt.core.chosen_plan import chosen_plan
from legwork.qt.core.commands import offer
from legwork.qt.core.context import Context
from legwork.qt.pages.charts.over_time import OverTime
from legwork.qt.widgets.choices import NamedGroup, OneOf
from legwork.qt.widgets.keys import share_keys
from legwork.qt.widgets.layout import Page, button, faults_asked_about, row
from legwork.services.edit import Changes

_KEPT = "charts_shown"
_GOALS, _NEW = "goals", "new"


class View(Protocol):
    """What the page asks of a view."""

    tables: tuple[str, ...]
    failed: SignalInstance
    """What it asked for came to nothing, or was stopped."""

    @property
    def busy(self) -> bool:
        """Whether something is still being worked out."""

    def refresh(self) -> None:
        """Show what the data is now."""


def _goals(context: Context) -> QWidget:
    from legwork.qt.pages.charts.goals import GoalsView

    return GoalsView(context)


def _calendar(context: Context) -> QWidget:
    from legwork.qt.pages.charts.calendar import CalendarView

    return CalendarView(context)


def _dose(context: Context) -> QWidget:
    from legwork.qt.pages.charts.dose import DoseView

    return DoseView(context)


_VIEWS: dict[str, tuple[str, Callable[[Context], QWidget]]] = {
    "time": (mark("Over time"), OverTime),
    _GOALS: (mark("Goals"), _goals),
    "calendar": (mark("Calendar"), _calendar),
    "dose": (mark("Dose and response"), _dose),
}
"""By the name under which a view is kept and asked for: what it is called, and how it is built."""


class ChartsPage(Page):
    """Shows one view; the others are built when they are first wanted."""

    name = "charts"
    title = mark("Charts")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.over_time = OverTime(context)
        self._built: dict[str, QWidget] = {}
        self._first: dict[str, QWidget] = {}
        self._old: set[str] = set(_VIEWS)
        self._plan = 0
        self._of: str | None = None
        self.shown = "time"
        self.stack = QStackedWidget()
        self._take_in("time", self.over_time)
        for one in self.over_time.tools:
            self.tools.addWidget(one)
        self.over_time.tools_changed.connect(self._show_tools)
        # Between title and body: there neither the tools nor the hint, which not every view has, move it.
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(1, self._segments(), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.stack, 1)
        self._turn_to_kept()

    @property
    def busy(self) -> bool:
        """Whether the view that is shown is still working something out."""
        return self._view(self.shown).busy

    def refresh(self) -> None:
        self._old |= set(_VIEWS)
        self._bring_up_to_date()

    def open_for(self, wish: str) -> None:
        name, _, rest = wish.partition("/")
        if wish in _VIEWS:
            self.show_view(wish)
        elif name == _GOALS:
            self.show_view(_GOALS)
            self._open_goal(rest)
        elif "/" in wish:
            self.show_view("time")
            self.over_time.follow(wish)

    def _open_goal(self, wish: str) -> None:
        """Look at the goal of a measure, or ask for a new one."""
        from legwork.qt.pages.charts.goals import GoalsView

        view = self._built[_GOALS]
        assert isinstance(view, GoalsView)
        if wish == _NEW:
            QTimer.singleShot(0, view.ask_new)  # once the page is seen
        else:
            view.look_at(wish)

    def build_whole(self) -> None:
        for name, (_, build) in _VIEWS.items():
            if name not in self._built:
                self._take_in(name, build(self.context))

    def show_view(self, name: str) -> None:
        """Turn to a view, and keep that it was this one."""
        person = self.context.person
        if person is not None:
            self._of = person.uid
            self.context.view.set_text(f"{_KEPT}/{person.uid}", name)
        self._turn_to(name)
        if self.isVisible():
            self._bring_up_to_date()
        self._first[name].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        with faults_asked_about():
            self._bring_up_to_date()

    def _on_bus_changed(self, changes: Changes, initiator: object) -> None:
        self.over_time.forget(changes)  # hidden as well: when it is shown, only what is out of date is worked out
        if initiator is self:
            return
        for name, view in self._built.items():
            if changes.touches(*cast(View, view).tables):
                self._old.add(name)
        if self.isVisible():
            self._bring_up_to_date()

    # Which view is shown

    def _segments(self) -> QWidget:
        """The switch at the top; Alt with a number does the same."""
        group = OneOf(self)
        for place, (name, (text, _)) in enumerate(_VIEWS.items(), 1):
            one = button(tr(text), f"charts_show_{name}", "segment")
            one.setCheckable(True)
            one.clicked.connect(partial(self.show_view, name))
            group.addButton(one, place - 1)
            said = tr("Show {view}", view=tr(text))
            share_keys(one, offer(self, f"show_{name}", said, f"Alt+{place}", partial(self.show_view, name)))
        self._buttons = group
        switch = NamedGroup(tr("What the charts show"))
        switch.setObjectName("charts_switch")
        switch.setLayout(row(*group.buttons(), spacing=4))
        return switch

    def _turn_to(self, name: str) -> None:
        if name not in self._built:
            self._take_in(name, _VIEWS[name][1](self.context))
        self.shown = name
        self.stack.setCurrentWidget(self._built[name])
        self._buttons.button(list(_VIEWS).index(name)).setChecked(True)
        self._show_tools()
        self.place_hint()

    def hint_fits(self) -> bool:
        return self.shown == "time"  # it says what keys and mouse do to a chart over time

    def focus_first(self) -> None:
        self._first[self.shown].setFocus()
        super().focus_first()

    def _take_in(self, name: str, view: QWidget) -> None:
        self._built[name] = view
        self._view(name).failed.connect(partial(self._old.add, name))  # the next visit asks again
        self.stack.addWidget(view)
        # The view says what shall have the keys first; as a proxy it would keep Tab from the rest of the view.
        self._first[name] = view.focusProxy() or view
        view.setFocusProxy(None)  # type: ignore[arg-type]

    def _turn_to_kept(self) -> None:
        """Turn to the view that this person looked at last, once another person is shown."""
        person = self.context.person
        uid = person.uid if person is not None else ""
        if uid == self._of:
            return
        self._of = uid
        kept = self.context.view.text(f"{_KEPT}/{uid}")
        self._turn_to(kept if kept in _VIEWS else "time")

    def _bring_up_to_date(self) -> None:
        self._turn_to_kept()
        person = self.context.person
        plan = chosen_plan(self.context.view, person) if person is not None else 0
        if plan != self._plan:
            self._plan = plan  # chosen on the Train page: no edit tells of it
            self._old |= {"time", _GOALS, "calendar"}
        if self.shown in self._old:
            self._old.discard(self.shown)
            self._view(self.shown).refresh()

    def _show_tools(self) -> None:
        for one in self.over_time.tools:
            one.setVisible(self.shown == "time" and self.over_time.offers_tools)

    def _view(self, name: str) -> View:
        return cast(View, self._built[name])
