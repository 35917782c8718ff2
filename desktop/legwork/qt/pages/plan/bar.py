"""The row above a plan: which one, since when, and how it is shown. A plan is named where its name stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QWidget

from legwork.domain.days import near_day
from legwork.i18n import ntr, tr
from legwork.qt.core.commands import name_part, offer
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.choices import OneOf, name_chooser
from legwork.qt.widgets.layout import button, label, row
from legwork.qt.widgets.line_editor import LineEditor, Typing
from legwork.qt.widgets.two_ends import TwoEndsLayout
from legwork.qt.widgets.wheel import calm
from legwork.services.plans import PlanInfo, plan_name


class PlanBar(QWidget):
    """Says what was chosen; decides nothing."""

    plan_chosen = Signal(int)
    renamed = Signal(str)
    """The name that the plan shall have."""
    start_asked = Signal()
    session_wanted = Signal(bool)
    """Whether one session shall be shown rather than all weeks."""
    panel_wanted = Signal(bool)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("plan_bar")
        self._theme = theme
        self._shown: PlanInfo | None = None
        self._field: LineEditor | None = None
        self._roomy = self._panel_before = True
        self.chooser = calm(QComboBox())
        self.chooser.setObjectName("plan_chooser")
        name_chooser(self.chooser, tr("Which plan"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.setMinimumWidth(theme.px(200))
        self.chooser.setMaximumWidth(theme.px(360))
        self.chooser.activated.connect(self._on_activated)
        name_part(self.chooser, tr("On the name of the plan"))
        offer(self.chooser, "rename", tr("Rename the plan"), "F2", self.ask_name, repeat=False)
        self.start = button("", "plan_start", "link")
        self.start.clicked.connect(self.start_asked)
        self.facts: QLabel = label("", "secondary")
        self.facts.setObjectName("plan_facts")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.weeks_button = self._segment(tr("Weeks"), "plan_show_weeks", tr("All weeks side by side"))
        self.session_button = self._segment(tr("Session"), "plan_show_session", tr("One session of one week"))
        self.weeks_button.setChecked(True)
        group = OneOf(self)
        for one in (self.weeks_button, self.session_button):
            group.addButton(one)
        self.session_button.toggled.connect(self.session_wanted)
        self.panel_button = button(tr("Side panel"), "plan_panel", "segment")
        self.panel_button.setToolTip(tr("Show or hide volume, checks and exercises"))
        self.panel_button.setCheckable(True)
        self.panel_button.setChecked(True)
        self.panel_button.toggled.connect(self.panel_wanted)
        self._parts = row(self.chooser, self.facts, self.start, spacing=12)
        self._parts.setStretch(1, 1)
        views = row(self.weeks_button, self.session_button, spacing=0)
        self.setLayout(TwoEndsLayout(self._parts, row(views, self.panel_button, None, spacing=12), spacing=12))

    def show_room(self, roomy: bool) -> None:
        """Fold the panel away where there is no room for it; it comes back with the room if it was there before."""
        if roomy == self._roomy:
            return
        shown, self._roomy = self.panel_button.isChecked(), roomy
        if roomy:
            self.panel_button.setChecked(shown or self._panel_before)
        else:
            self._panel_before = shown
            self.panel_button.setChecked(False)

    def show_plans(self, plans: Sequence[PlanInfo], shown: PlanInfo, today: date) -> None:
        """List a person's plans, the shown one chosen, with when it runs."""
        if self._field is not None and self._shown is not None and self._shown.id != shown.id:
            self._field.give_up()  # it is the name of another one
        self._shown = shown
        self.chooser.clear()
        for one in plans:
            self.chooser.addItem(one.name or tr("Plan without a name"), one.id)
        self.chooser.setCurrentIndex(self.chooser.findData(shown.id))
        self.facts.setText(_facts(shown, today))
        self.facts.setToolTip(self.facts.text())
        begins = shown.starts_on
        text = tr("Starts {day}", day=near_day(begins, today)) if begins else tr("Set the start…")
        self.start.setText(text)
        self.start.setAccessibleName(text)

    def ask_name(self) -> None:
        """Let the name of the plan be typed in its place."""
        if self._shown is None or self._field is not None:
            return
        field = LineEditor(self._theme, Typing(tr("Name of the plan"), _read_name))
        field.setObjectName("plan_name")
        field.setText(self._shown.name)
        field.selectAll()
        field.setModified(False)
        field.setFixedWidth(self.chooser.width())
        field.taken.connect(self._on_name)
        field.given_up.connect(self._close_name)
        self._field = field
        self._parts.insertWidget(0, field)
        self.chooser.hide()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self, shown: bool) -> None:
        """Mark which of the two views is seen."""
        (self.session_button if shown else self.weeks_button).setChecked(True)

    def _segment(self, text: str, name: str, said: str) -> QPushButton:
        made = button(text, name, "segment")
        made.setCheckable(True)
        made.setAccessibleName(said)
        made.setToolTip(said)
        made.setCursor(Qt.CursorShape.ArrowCursor)
        return made

    def _on_name(self, _step: QPoint) -> None:
        assert self._field is not None
        name, changed = _read_name(self._field.text()), self._field.isModified()
        self._close_name()
        if changed:
            self.renamed.emit(name)

    def _close_name(self) -> None:
        field, self._field = self._field, None
        assert field is not None
        focused = field.hasFocus()
        self.chooser.show()
        if focused:
            self.chooser.setFocus()
        field.hide()
        self._parts.removeWidget(field)
        field.deleteLater()

    def _on_activated(self, place: int) -> None:
        self.plan_chosen.emit(self.chooser.itemData(place))


def _read_name(text: str) -> str:
    return plan_name(" ".join(text.split()))


def week_now(info: PlanInfo, today: date) -> int | None:
    """Which week of a plan it is today, from 1; None before its start, after its end, and without a start."""
    if info.starts_on is None:
        return None
    monday = info.starts_on - timedelta(days=info.starts_on.weekday())
    number = (today - monday).days // 7 + 1
    return number if 1 <= number <= info.weeks else None


def _facts(info: PlanInfo, today: date) -> str:
    weeks = ntr("{count} week", "{count} weeks", info.weeks)
    now = week_now(info, today)
    return tr("{weeks} · now in week {number}", weeks=weeks, number=now) if now else weeks
