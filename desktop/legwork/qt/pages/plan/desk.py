"""The desk of the plan page: the plan itself, and beside it what it adds up to, its checks and the exercises.

Owns where these parts stand and how they lead to each other: the week that is looked at, an exercise that is wanted.
It changes no plan: what a part asks for is handed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.findings import Finding, Grade
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.exercise_list import ExerciseList
from legwork.qt.widgets.layout import card
from legwork.qt.widgets.plan_findings import PlanFindings
from legwork.qt.widgets.plan_grid import PlanGrid
from legwork.qt.widgets.plan_grid_commands import ExerciseWanted
from legwork.qt.widgets.plan_session import PlanSession
from legwork.qt.widgets.plan_volume import PlanVolume
from legwork.services.plan_facts import CoursePoint, WeekFacts

_WEEKS, _SESSION = 0, 1
_PANEL = 308
_ROOMY = 720
"""So wide must the desk be, in pixels before scaling, for whole names and a week beside the panel."""


class Desk(QWidget):
    """Shows one plan; every part of it follows `show_plan` and `show_facts`."""

    edit_asked = Signal(object, str)
    """A pure change, Plan -> Plan, and its translated name."""

    week_shown = Signal(int)
    """Another week is looked at."""

    exercise_form_asked = Signal(str, str)
    """A form for an exercise of the person's own: the key of the one to change or "", and of the one it starts as."""

    exercise_delete_asked = Signal(str)
    """The key of an exercise of the person's own that shall go."""

    session_view_opened = Signal()
    """One session came to be shown because the person opened it in the plan."""

    panel_asked = Signal(bool)
    """The panel is needed now; always True."""

    room_changed = Signal(bool)
    """Whether plan and panel have room beside each other from now on."""

    def __init__(self, theme: ThemeManager, icons: Icons, fresh: Fresh) -> None:
        super().__init__()
        self.setObjectName("plan_desk")
        self.grid = PlanGrid(theme, fresh)
        self.session = PlanSession(theme, icons, fresh)
        self.volume = PlanVolume(theme)
        self.findings = PlanFindings(theme, fresh)
        self.exercises = ExerciseList(theme, icons)
        self._plan, self._catalogue, self._units = Plan(), Catalogue(()), UnitSystem.METRIC
        self._week_id: int | None = None
        self._session_id: int | None = None
        self._wanted: ExerciseWanted | None = None
        self._theme, self._roomy = theme, True
        self._connect()
        self.setFocusProxy(self.grid)
        self.views = QStackedWidget()
        self.views.addWidget(self.grid)
        self.views.addWidget(self.session)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("plan_panel_tabs")
        self.tabs.setAccessibleName(tr("Beside the plan"))
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setUsesScrollButtons(False)  # the panel is as wide as its tabs and findings need
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        for widget, title in (
            (self.volume, tr("Volume")),
            (self.findings, tr("Checks")),
            (self.exercises, tr("Exercises")),
        ):  # fmt: skip
            self.tabs.addTab(widget, title)
        self.tabs.setMinimumHeight(theme.px(240))
        self.findings.setMinimumWidth(theme.px(_PANEL - 10))
        self.panel = card(self.tabs, margin=1)
        self.views.setMinimumWidth(theme.px(300))  # large type must not make the window wider than a screen
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("plan_splitter")
        self.splitter.addWidget(card(self.views, margin=1))
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([theme.px(720), theme.px(_PANEL)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        for view in (self.grid, self.session):
            view.edit_asked.connect(self.edit_asked)
            view.exercise_asked.connect(self._on_exercise_wanted)
            view.week_shown.connect(self._on_week_shown)
            view.session_shown.connect(self._on_session_shown)
        self.grid.session_opened.connect(self._on_session_opened)
        self.volume.week_chosen.connect(self.show_week)
        self.findings.week_chosen.connect(self.show_week)
        self.findings.edit_asked.connect(self.edit_asked)
        self.exercises.exercise_chosen.connect(self._on_exercise_chosen)
        self.exercises.new_asked.connect(self._on_new_exercise)
        self.exercises.edit_asked.connect(self._on_change_exercise)
        self.exercises.copy_asked.connect(self._on_copy_exercise)
        self.exercises.delete_asked.connect(self.exercise_delete_asked)
        self.exercises.given_up.connect(self._on_given_up)

    @property
    def week_id(self) -> int | None:
        """The week that is looked at: the one chosen last, else the first; None in a plan without weeks."""
        ids = [week.id for _, week in weeks_of(self._plan)]
        return self._week_id if self._week_id in ids else next(iter(ids), None)

    @property
    def _view(self) -> PlanGrid | PlanSession:
        return self.session if self.views.currentIndex() == _SESSION else self.grid

    def show_plan(self, plan: Plan, catalogue: Catalogue, units: UnitSystem, starts_on: date | None) -> None:
        """Show a plan, or the next state of it."""
        if plan is not self._plan and self._wanted is not None:
            self.exercises.give_up()  # it named a place in the plan as it was
        self._plan, self._catalogue, self._units = plan, catalogue, units
        self.grid.show_plan(plan, catalogue, units, starts_on)
        self.session.show_plan(plan, catalogue, units, starts_on)
        self.exercises.show_catalogue(catalogue, units)

    def show_facts(self, facts: WeekFacts | None, course: Sequence[CoursePoint]) -> None:
        """Show what the plan adds up to. facts: of the week that is looked at."""
        self.volume.show_facts(facts, course)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks say of the plan."""
        self.findings.show_findings(findings, self._plan, self._catalogue, self._units)
        open_ = sum(one.grade is not Grade.FINE for one in findings)
        self.tabs.setTabText(1, tr("Checks ({count})", count=open_) if open_ else tr("Checks"))

    def show_week(self, week_id: int) -> None:
        """Look at another week, also in the plan itself."""
        self.grid.show_week(week_id)
        self._on_week_shown(week_id)

    def show_session(self, shown: bool) -> None:
        """Show one session by itself, or all weeks; both begin where the other one was."""
        if shown and self._session_id is not None:
            self.session.show_session(self._session_id)
        elif not shown and self._week_id is not None:
            self.grid.show_week(self._week_id)
        self.views.setCurrentIndex(_SESSION if shown else _WEEKS)
        self.setFocusProxy(self._view)
        self.setFocus()

    def show_panel(self, shown: bool) -> None:
        """Fold the panel away, or show it again."""
        self.panel.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._theme.px(_ROOMY)
        if roomy != self._roomy:
            self._roomy = roomy
            self.room_changed.emit(roomy)

    def refuse(self, sentence: str) -> bool:
        """Say in the plan itself why something was not done, where the keys are; False when they are elsewhere."""
        view, focused = self._view, QApplication.focusWidget()
        if focused is None or not (focused is view or view.isAncestorOf(focused)):
            return False
        view.refuse(sentence)
        return True

    def leave(self) -> None:
        """The person turns to another page: take over what is being typed."""
        self.views.setFocus()

    def _on_week_shown(self, week_id: int) -> None:
        if week_id != self._week_id:
            self._week_id = week_id
            self.week_shown.emit(week_id)

    def _on_session_shown(self, session_id: int) -> None:
        self._session_id = session_id

    def _on_session_opened(self, session_id: int) -> None:
        self._session_id = session_id
        self.show_session(True)
        self.session_view_opened.emit()

    def show_exercise(self, key: str) -> None:
        """Tell about an exercise in the panel."""
        self.panel_asked.emit(True)
        self.tabs.setCurrentWidget(self.exercises)
        self.exercises.show_exercise(key)
        self.exercises.rows.setFocus()

    def _on_exercise_wanted(self, wanted: ExerciseWanted) -> None:
        self._wanted = wanted
        self.panel_asked.emit(True)
        self.tabs.setCurrentWidget(self.exercises)
        self.exercises.ask(wanted.sentence, wanted.pattern_of)

    def _on_exercise_chosen(self, key: str) -> None:
        view = self._view
        if self._wanted is None:
            view.ask_exercise()  # answers at once with where the exercise goes
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            view.put(wanted, key)
            view.setFocus()

    def _on_given_up(self) -> None:
        self._wanted = None
        self._view.setFocus()

    def _on_new_exercise(self) -> None:
        self.exercise_form_asked.emit("", "")

    def _on_change_exercise(self, key: str) -> None:
        self.exercise_form_asked.emit(key, "")

    def _on_copy_exercise(self, key: str) -> None:
        self.exercise_form_asked.emit("", key)
