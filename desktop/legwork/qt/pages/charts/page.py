"""What each limb is doing: choose measures on the left, see and read them on the right, in pictures and in numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QSplitter, QStackedWidget, QWidget

from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Kind, Spot
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.qt.charts.board import ChartBoard, Panel
from legwork.qt.charts.drawing import Drawings, sides_shown
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.histories import Histories
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.charts.view import RANGES, ChartView, Extra, Layout, Sides
from legwork.qt.core.context import Context
from legwork.qt.core.release import Release
from legwork.qt.dialogs.goal import GoalDialog
from legwork.qt.dialogs.limb_lengths import LimbLengthsDialog
from legwork.qt.dialogs.programme import ProgrammeDialog
from legwork.qt.pages.charts.bar import ChartBar
from legwork.qt.pages.charts.chooser import MeasureChooser
from legwork.qt.pages.charts.output import Output
from legwork.qt.pages.charts.table import MeasureTable
from legwork.qt.pages.charts.views_menu import ViewsMenu
from legwork.qt.widgets.layout import EmptyState, Page, button, card, column, label, row, scrolled, set_role
from legwork.services.edit import Changes, Edit
from legwork.services.goals import Goal, goals_of
from legwork.services.measure_facts import facts_of
from legwork.services.measures import MeasureSeries, Offer, known, offers
from legwork.services.people import Person
from legwork.services.programme import notes, programme_changes

_FIRST_CHOICE = ("upper_thigh", "mid_thigh", "calf")
_TABLE_DELAY_MS = 120
_HINT = mark("Wheel zooms, drag moves, Shift+drag reads a stretch, double click goes back.")
_VOLUMES = mark("Whole-limb volumes. How each came about stands beside its numbers below, when you point at them.")


class ChartsPage(Page):
    """Follows every measure of the person who is looked at."""

    name = "charts"
    title = mark("Charts")
    tables = (
        "person", "tracked_site", "custom_site", "check_in", "reading", "goal", "programme_change", "chart_view",
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self.view = ChartView()
        self._shown_person: Person | None = None
        self._offers: tuple[Offer, ...] = ()
        self._goals: dict[str, Goal] = {}
        self._flags: list[Flag] = []
        self._series: list[MeasureSeries] = []
        self._drawings = Drawings()
        self._release = Release(self)
        self._arrived = False
        self.histories = Histories(context, self._release, self)
        self.histories.arrived.connect(self._on_arrived)
        self.chooser = MeasureChooser(theme)
        self.bar = ChartBar(theme)
        self.board = ChartBoard(theme)
        self.output = Output(context, self.board)
        self.output.said.connect(self._say)
        self.output.refused.connect(self._on_refused)
        self.table = MeasureTable(theme)
        self.note = label("", "small", wrap=True)
        self.note.setObjectName("chart_note")
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
        self.table.goal_asked.connect(self._on_goal)
        self.table.pointed.connect(self._on_pointed)

    @property
    def busy(self) -> bool:
        """Whether trends are still being worked out, numbers still to be filled in, or a file is being written."""
        return self.histories.busy or self._later.isActive() or self.output.busy

    def refresh(self) -> None:
        self._show_all()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stack.currentIndex():
            self.board.first.setFocus()  # the arrows move through time at once

    def look_at(self, text: str) -> None:
        """Show a kept view."""
        self._set_view(ChartView.from_text(text))
        self._show_window()
        self._show_all()

    def _on_bus_changed(self, changes: Changes, initiator: object) -> None:
        self.histories.forget(changes)  # while it is hidden too: when it is shown, only what is stale is worked out
        super()._on_bus_changed(changes, initiator)

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
        for one in (self.lengths, programme, views, save):
            self.tools.addWidget(one)
        self._tool_buttons = (self.lengths, programme, views, save)

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.missing = label("", "small", wrap=True)
        self.missing.setObjectName("chart_missing")
        self.missing.hide()
        choose = card(self.chooser, self.missing, margin=12)
        choose.setFixedWidth(theme.px(236))
        plot = card(self.bar, self.board, self.note, margin=12)
        self.board.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        numbers = card(self.table, margin=4)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("chart_splitter")
        self.splitter.setHandleWidth(theme.px(12))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(plot)
        self.splitter.addWidget(numbers)
        self.splitter.setStretchFactor(0, 1)
        self.table.setMinimumHeight(theme.px(96))
        kept = self.context.view.blob("charts_splitter")
        if kept.isEmpty() or not self.splitter.restoreState(kept):
            self.splitter.setSizes([theme.px(420), theme.px(168)])
        self.splitter.splitterMoved.connect(self._on_splitter)
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
        self.body.addLayout(column(self.stack, spacing=0), 1)

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
        self._offers = offers(profile, person)
        self._goals = goals_of(profile, person.id)
        self._flags = [Flag(day.toordinal(), text, change=False) for day, text in notes(profile, person.id)]
        self._flags += [
            Flag(one.day.toordinal(), one.text, change=True) for one in programme_changes(profile, person.id)
        ]
        self._flags.sort(key=lambda flag: (flag.day, flag.text))
        measured = any(not offer.missing for offer in self._offers)
        self.stack.setCurrentIndex(1 if measured else 0)
        for one in self._tool_buttons:
            one.setVisible(measured)
        self.chooser.show_offers(self._offers, self._chosen())
        self._draw()

    def _chosen(self) -> list[Measure]:
        assert self._shown_person is not None
        there = {offer.measure for offer in self._offers if not offer.missing}
        if self.view.measures is None:
            first = [Measure(Family.SITE, name) for name in _FIRST_CHOICE]
            return next(([one] for one in first if one in there), sorted(there)[:1])
        return [one for one in known(self.view.chosen(), self._shown_person) if one in there]

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
        labels = {offer.measure: offer.label for offer in self._offers}
        lines = {measure: [as_drawn(one) for one in series] for measure, series in found.items()}
        self._release.later(self._drawings.keep_only(self._series))
        if self.view.layout is Layout.APART:
            panels = [Panel(labels[measure], lines[measure]) for measure in chosen if lines[measure]]
        else:
            panels = [Panel("", [one for measure in chosen for one in lines[measure]])]
        was_bare = self.board.is_bare
        self.board.show_panels(panels, self._flags if Extra.FLAGS in self.view.extras else ())
        if was_bare:
            self._show_window()
        QWidget.setTabOrder(self.board.shown[-1], self.table)
        self._show_bar()
        self._say_note(chosen, [labels[measure] for measure in chosen if not lines[measure]])
        self._later.start(0)  # in a frame of its own

    def _show_window(self) -> None:
        """Let range, window and shading be as the view says."""
        self.board.show_range(RANGES[self.view.range])
        if self.view.span is not None:
            self.board.show_span(TimeSpan(*self.view.span))
        self.board.set_region(self.view.region)

    def _show_bar(self) -> None:
        days = [one.days[0] for one in self._series]
        self.bar.show_view(self.view, date.fromordinal(min(days)) if days else None, date.today())

    def _say_note(self, chosen: list[Measure], without: list[str]) -> None:
        left_out = [name for chart in self.board.shown for name in chart.left_out()]
        told = list(dict.fromkeys(one.note for one in self._series if one.note))
        if not chosen:
            self._say(tr("Tick what you want to follow in the list on the left."))
        elif without and not self.histories.busy and self.view.sides is not Sides.BOTH:
            self._say(tr("Nothing on this side for {names}: choose “Left and right”.", names=", ".join(without)))
        elif without and not self.histories.busy:
            self._say(tr("No line for {names}: no day has all the readings that it needs.", names=", ".join(without)))
        elif left_out:
            self._say(
                tr(
                    "Two units fit on one chart. Not drawn: {sites}. Choose “Each apart” to see all.",
                    sites=", ".join(left_out),
                )
            )
        else:
            self._say(told[0] if len(told) == 1 else _VOLUMES if told else _HINT)

    def _say(self, sentence: str, role: str = "small") -> None:
        self.note.setText(tr(sentence))
        set_role(self.note, role)

    def _follow_up(self) -> None:
        """The window has come to rest: show what has arrived meanwhile, keep the window, and say what it shows."""
        if self._arrived:
            self._draw()  # which follows up in its turn
            return
        self._set_view(self.view)
        self._show_bar()
        start, end = self.view.region or self._stretch()
        self.table.facts.show_facts([facts_of(one, start, end) for one in self._series])

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
        measures = [offer.measure for offer in self._offers if offer.measure.family is Family.SITE]
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
        measure = Measure.parse(key).pair
        series = next(one for one in self._series if one.measure.pair == measure)
        kind = person.site(measure.name).kind if measure.of_site else None
        now = facts_of(series, *self._stretch())
        said = f"{now.now} {series.unit}".strip() if now.now else ""
        goal = self._goals.get(str(measure))
        dialog = GoalDialog(self.context, person, measure, series.label, kind, series.unit, said, goal, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _on_lengths(self) -> None:
        dialog = LimbLengthsDialog(self.context, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _on_programme(self) -> None:
        assert self._shown_person is not None
        dialog = ProgrammeDialog(self.context, self._shown_person, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _on_refused(self, sentence: str) -> None:
        self._say(sentence, "error")

    def _on_splitter(self) -> None:
        self.context.view.set_blob("charts_splitter", QByteArray(self.splitter.saveState()))

    def _on_measure(self) -> None:
        self.context.navigate.emit("measure")
