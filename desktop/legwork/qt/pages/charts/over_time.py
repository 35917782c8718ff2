"""What each limb and the training do over time: choose measures on the left, see and read them on the right.

Owns the view that is looked at and everything that a person does with it. What a measure was is worked out in
`services`, in the background; how it is drawn is the charts' affair.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QMenu, QSizePolicy, QStackedWidget, QWidget

from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Kind, Spot
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.qt.charts.board import ChartBoard, Panel
from legwork.qt.charts.drawing import Drawings, sides_shown
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.histories import Histories
from legwork.qt.charts.opened_bars import OpenedBar
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.charts.view import RANGES, ChartView, Extra, Layout
from legwork.qt.core.context import Context
from legwork.qt.core.release import Release
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.limb_lengths import LimbLengthsDialog
from legwork.qt.dialogs.programme import ProgrammeDialog
from legwork.qt.pages.charts.bar import ChartBar
from legwork.qt.pages.charts.behind import Behind
from legwork.qt.pages.charts.choice import Choice
from legwork.qt.pages.charts.chooser import MeasureChooser
from legwork.qt.pages.charts.halves import Halves
from legwork.qt.pages.charts.note import ChartNote
from legwork.qt.pages.charts.output import Output
from legwork.qt.pages.charts.said import nothing_here, sentence
from legwork.qt.pages.charts.table import MeasureTable
from legwork.qt.pages.charts.views_menu import ViewsMenu
from legwork.qt.widgets.layout import EmptyState, button, card, column, label, row, scrolled
from legwork.services.bar_facts import facts_between
from legwork.services.edit import Changes, Edit
from legwork.services.goals import Goal, goals_of
from legwork.services.measure_series import MeasureSeries, Part
from legwork.services.people import Person
from legwork.services.programme import notes, programme_changes
from legwork.services.training_measures import TABLES

_TABLE_DELAY_MS = 120
_FOLDED = "charts_folded"
_NO_GOAL = mark("What a week should come to is said by the plan; goals are for what is measured and for lifts.")


class OverTime(QWidget):
    """Follows every measure of the person who is looked at."""

    tables = (
        "person", "tracked_site", "custom_site", "check_in", "reading", "goal", "programme_change", "chart_view",
        *TABLES,
    )  # fmt: skip

    tools_changed = Signal()
    """Whether its tools are of any use is another."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.offers_tools = False
        self.setObjectName("charts_over_time")
        theme = context.theme
        self.view = ChartView()
        self._shown_person: Person | None = None
        self._goals: dict[str, Goal] = {}
        self._flags: list[Flag] = []
        self._series: list[MeasureSeries] = []
        self._drawings = Drawings()
        self._release = Release(self)
        self._arrived = False
        self.histories = Histories(context, self._release, self)
        self.histories.arrived.connect(self._on_arrived)
        self.histories.offered.connect(self._on_offered)
        self.failed = self.histories.failed
        self.failed.connect(self._on_failed)
        self.choice = Choice(self.histories)
        self.chooser = MeasureChooser(theme)
        folded = context.view.names(_FOLDED)
        self.chooser.folded = set(folded) if folded is not None else self.chooser.folded
        self.behind = Behind(context, self)
        self.bar = ChartBar(theme)
        self.board = ChartBoard(theme)
        self.output = Output(context, self.board)
        self.output.said.connect(self._say)
        self.output.refused.connect(self._on_refused)
        self.table = MeasureTable(theme, context.view)
        self.note = ChartNote()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._follow_up)
        self._build_tools()
        self._lay_out()
        self.chooser.chosen_changed.connect(self._on_chosen)
        self.chooser.missing_pointed.connect(self._on_missing_pointed)
        self.bar.changed.connect(self._on_bar)
        self.board.moved.connect(self._on_moved)
        self.board.region_changed.connect(self._on_region)
        self.board.activated.connect(self.table.setFocus)
        self.board.opened.connect(self._on_opened)
        self.behind.calendar_asked.connect(self._on_calendar)
        self.chooser.folded_changed.connect(self._on_folded)
        self.table.goal_asked.connect(self._on_goal)
        self.table.pointed.connect(self._on_pointed)

    @property
    def busy(self) -> bool:
        """Whether trends are still being worked out, numbers still to be filled in, or a file is being written."""
        return self.histories.busy or self._later.isActive() or self.output.busy

    def refresh(self) -> None:
        """Show what the data is now."""
        self._show_all()

    def forget(self, changes: Changes) -> None:
        """These changes make some of it out of date: while it is hidden too, so that only that is worked out again."""
        self.histories.forget(changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stack.currentIndex():
            self.board.first.setFocus()  # the arrows move through time at once

    def look_at(self, text: str) -> None:
        """Show a kept view."""
        self._set_view(ChartView.from_text(text))
        self._show_window()
        self._show_all()

    def follow(self, measure: str) -> None:
        """Show one measure alone, by its key."""
        self.look_at(ChartView((measure,)).as_text())

    # How it is laid out

    def _build_tools(self) -> None:
        views = button(tr("Views"), "chart_views")
        views.setMenu(ViewsMenu(self.context, self._spec, self.look_at, self._on_all_limbs, self._apply, views))
        self.lengths = button(tr("Limb lengths…"), "chart_limb_lengths")
        self.lengths.clicked.connect(self._on_lengths)
        programme = button(tr("Programme changes…"), "chart_programme")
        programme.clicked.connect(self._on_programme)
        save = button(tr("Save"), "chart_save")
        menu = QMenu(save)
        menu.setObjectName("chart_save_menu")
        for text, name, run in (
            (tr("Picture…"), "save_picture", self.output.save_picture),
            (tr("Shown data as CSV…"), "save_data", self.output.save_data),
            (tr("Copy picture"), "copy_picture", self.output.copy_picture),
            (tr("Copy table"), "copy_table", self.table.copy),
        ):
            menu.addAction(text, run).setObjectName(name)
        save.setMenu(menu)
        self.tools = (self.lengths, programme, views, save)

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.missing = label("", "small", wrap=True)
        self.missing.setObjectName("chart_missing")
        self.missing.hide()
        choose = card(self.chooser, self.missing, margin=12)
        choose.setFixedWidth(theme.px(236))
        plot = card(self.bar, self.board, self.note, margin=12)
        self.board.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.table.setMinimumHeight(theme.px(96))
        self.splitter = Halves(self.context, plot, card(self.table, margin=4))
        self.board.setMinimumHeight(theme.px(190))
        # With large text in a small window there is more than fits: the page scrolls.
        right = scrolled(self.splitter, "charts_scroll", tr("Charts and numbers"))
        both = row(choose, right, spacing=16)
        both.setStretch(1, 1)
        empty = EmptyState(
            self.context,
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
        self.setLayout(column(self.stack, spacing=0))
        self.setFocusProxy(self.board.first)

    # From the data to the screen

    def _show_all(self) -> None:
        person = self.context.person
        if person is None:
            return
        profile = self.context.profile
        if self._shown_person is None or person.id != self._shown_person.id:
            self.view = ChartView.from_text(self.context.view.text(self._key(person)))
            self._show_window()
        self._shown_person = person
        self.choice.look_up(profile, person)
        self._goals = goals_of(profile, person.id)
        self._flags = [Flag(day.toordinal(), text, change=False) for day, text in notes(profile, person.id)]
        self._flags += [
            Flag(one.day.toordinal(), one.text, change=True) for one in programme_changes(profile, person.id)
        ]
        self._flags.sort(key=lambda flag: (flag.day, flag.text))
        self.stack.setCurrentIndex(1 if self.choice.something else 0)
        self.offers_tools = self.choice.something
        self.tools_changed.emit()
        self.chooser.show_offers(self.choice.offers, self._chosen())
        self._draw()

    def _chosen(self) -> list[Measure]:
        assert self._shown_person is not None
        return self.choice.chosen(self.view, self._shown_person)

    def _draw(self) -> None:
        person = self._shown_person
        assert person is not None
        chosen = self._chosen()
        as_drawn = partial(self._drawings.of, self.view, self._goals)
        self.histories.ask(person, chosen, as_drawn)
        found = {measure: sides_shown(self.histories.of(measure), self.view) for measure in chosen}
        self._arrived = False
        self._release.later(self._series)
        self._series = [one for measure in chosen for one in found[measure]]
        labels = self.choice.names
        lines = {measure: [as_drawn(one) for one in series] for measure, series in found.items()}
        self._release.later(self._drawings.keep_only(self._series))
        if self.view.layout is Layout.APART:
            panels = [Panel(labels.get(one, ""), lines[one]) for one in chosen if lines[one]]
        else:
            panels = [Panel("", [one for measure in chosen for one in lines[measure]])]
        was_bare = self.board.is_bare
        self.board.show_panels(panels, self._flags if Extra.FLAGS in self.view.extras else ())
        if was_bare:
            self._show_window()
        QWidget.setTabOrder(self.board.shown[-1], self.table)
        self._show_bar()
        missing = [labels.get(one, "") for one in chosen if not lines[one] and not self.histories.busy]
        left_out = [name for chart in self.board.shown for name in chart.left_out()]
        self.note.say_hint(sentence(self._series, missing, left_out, self.view.sides, chosen=bool(chosen)))
        if self.histories.busy:
            self.note.say_later(tr("Working out trends") + "…")
        self._later.start(0)  # in a frame of its own

    def _on_failed(self) -> None:
        self.note.say(tr("Not worked out yet."))

    def _show_window(self) -> None:
        """Let range, window and shading be as the view says."""
        self.board.show_range(RANGES[self.view.range])
        if self.view.span is not None:
            self.board.show_span(TimeSpan(*self.view.span))
        self.board.set_region(self.view.region)

    def _show_bar(self) -> None:
        days = [one.days[0] for one in self._series]
        self.bar.show_view(
            self.view,
            date.fromordinal(min(days)) if days else None,
            date.today(),
            halves=any(one.weeks is not None and one.weeks.part in (Part.LEGS, Part.UPPER) for one in self._series),
            sided=not self._series or any(one.weeks is None for one in self._series),
        )

    def _say(self, sentence: str, role: str = "small") -> None:
        self.note.say(sentence, role)

    def _follow_up(self) -> None:
        """The window has come to rest: show what has arrived meanwhile, keep the window, and say what it shows."""
        if self._arrived:
            self._draw()  # which follows up in its turn
            return
        self._set_view(self.view)
        self._show_bar()
        self.note.say_nothing_here(nothing_here(self._series, *self._stretch()))
        start, end = self.view.region or self._stretch()
        self.table.facts.show_facts([facts_between(one, start, end) for one in self._series])

    def _stretch(self) -> tuple[float, float]:
        return self.board.span.start, self.board.span.end

    # What the person does

    def _set_view(self, view: ChartView) -> None:
        self.view = view
        if self._shown_person is not None:
            self.context.view.set_text(self._key(self._shown_person), view.as_text())

    def _spec(self) -> str:
        return replace(self.view, measures=tuple(str(one) for one in self._chosen())).as_text()

    def _on_all_limbs(self) -> None:
        """Small multiples of every girth that has a left and a right."""
        person = self._shown_person
        assert person is not None
        measures = [offer.measure for offer in self.choice.offers if offer.measure.family is Family.SITE]
        limbs = [one for one in measures if person.site(one.name).sided and person.kind(Spot(one.name)) is Kind.GIRTH]
        names = tuple(str(one) for one in limbs)
        self.look_at(replace(self.view, measures=names, layout=Layout.APART).as_text())

    def _apply(self, edit: Edit) -> None:
        try:
            self.context.runner.apply(edit)
        except UserError as error:
            self._say(str(error), "error")

    @staticmethod
    def _key(person: Person) -> str:
        return f"charts_view/{person.uid}"

    def _on_arrived(self) -> None:
        if self._shown_person is None or self.context.person is None:
            return
        if self._later.isActive() and self._later.interval():
            self._arrived = True  # the hand moves the window: nothing changes under it
        else:
            self._draw()

    def _on_chosen(self) -> None:
        self._set_view(replace(self.view, measures=tuple(str(one) for one in self.chooser.chosen())))
        self._draw()

    def _on_bar(self, view: ChartView) -> None:
        other_window = (view.range, view.span) != (self.view.range, self.view.span)
        self._set_view(view)
        if other_window:
            self._show_window()
        self._draw()

    def _on_moved(self, span: TimeSpan) -> None:
        # A frame of a pan: what need not follow at once follows when the hand rests.
        home = self.board.first.at_home
        self.view = replace(self.view, span=None if home else (span.start, span.end))
        self._later.start(_TABLE_DELAY_MS)

    def _on_region(self, region: tuple[int, int] | None) -> None:
        if region != self.view.region:
            self._set_view(replace(self.view, region=region))
            self._later.start(_TABLE_DELAY_MS)

    def _on_missing_pointed(self, missing: str) -> None:
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))

    def _on_pointed(self, key: str) -> None:
        self.board.emphasise(key.partition(":")[0] or None)

    def _on_goal(self, key: str) -> None:
        person = self._shown_person
        assert person is not None
        measure = Measure.parse(key.partition(":")[0])
        if measure.weekly:
            self._say(_NO_GOAL)
            return
        series = next(one for one in self._series if one.measure.pair == measure)
        self._ask(GoalDialog.of(self.context, person, measure, series.label, self.window()))

    def _on_opened(self, bars: list[OpenedBar]) -> None:
        self.behind.open(bars, self.cursor().pos() if self.underMouse() else self.board.first.mapToGlobal(QPoint(0, 0)))

    def _on_calendar(self) -> None:
        self.context.navigate.emit("charts/calendar")

    def _on_folded(self) -> None:
        self.context.view.set_names(_FOLDED, sorted(self.chooser.folded))

    def _on_offered(self) -> None:
        """What the log of training offers is known, or known anew."""
        if self._shown_person is None or self.context.person is None:
            return
        self.chooser.show_offers(self.choice.offers, self._chosen())
        self._on_arrived()

    def _on_lengths(self) -> None:
        self._ask(LimbLengthsDialog(self.context, self.window()))

    def _on_programme(self) -> None:
        assert self._shown_person is not None
        self._ask(ProgrammeDialog(self.context, self._shown_person, self.window()))

    @staticmethod
    def _ask(dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, "error")

    def _on_measure(self) -> None:
        self.context.navigate.emit("measure")
