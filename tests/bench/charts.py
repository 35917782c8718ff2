"""Benches of the charts page on the real window, with 20 years of 25 spots: frames of a pan, and trends worked out; and
with 20 years of training, as bars.

A pan is held against raw pyqtgraph drawing the same points and lines in the same process; every frame against 16 ms.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pyqtgraph
from interaction import close_program, open_program, settle, timed
from logs import filled
from measure import Figures, bench
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from startup import seeded

from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.qt.charts.time_chart import TimeChart
from legwork.qt.charts.view import ChartView, Layout
from legwork.qt.main_window import MainWindow
from legwork.qt.pages.charts.over_time import OverTime
from legwork.qt.pages.charts.page import ChartsPage
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.measures import offers

FRAMES = 60


@contextmanager
def charts_page(layout: Layout = Layout.TOGETHER) -> Iterator[tuple[MainWindow, OverTime]]:
    """The charts of all sites over all 20 years, drawn and at rest."""
    program = open_program(seeded())
    window = program.window
    window.show_page("charts")
    frame = window.current_page()
    assert isinstance(frame, ChartsPage)
    page = frame.over_time
    settle(window)
    sites = [str(measure) for measure in every_site(page)]
    page.look_at(ChartView(tuple(sites), layout=layout, range="all").as_text())
    settle(window)
    yield window, page
    close_program(program)


def every_site(page: OverTime) -> list[Measure]:
    assert page.context.person is not None
    found = offers(page.context.profile, page.context.person)
    return [offer.measure for offer in found if offer.measure.family is Family.SITE]


@bench("chart_pan", target=0.016, limit=True)
def chart_pan() -> Figures:
    """One frame of a drag over all 20 years of all 25 spots on one chart, from the mouse event until it is painted."""
    with charts_page() as (_window, page):
        return drag(page.board.first.surface())


@bench("chart_drawn_anew", target=0.016, limit=True)
def chart_drawn_anew() -> Figures:
    """A slow frame (95 of 100 are quicker) while everything is handed to the chart anew, as after an edit."""
    with charts_page() as (_window, page):
        chart = page.board.first
        drawn = chart.snapshot().series

        def anew(_number: int) -> None:
            chart.set_series(list(drawn))

        return slow_frames(chart, anew)


@bench("chart_zoom", target=0.016, limit=True)
def chart_zoom() -> Figures:
    """A slow frame of turning the wheel to and fro, and of those that follow until all is drawn."""
    with charts_page() as (window, page):
        chart = page.board.first
        surface = chart.surface()
        where = QPointF(surface.mapTo(window, surface.rect().center()))

        def turned(number: int) -> None:
            notches = QPoint(0, 120 if number % 2 else -120)
            QTest.wheelEvent(window.windowHandle(), where, notches, QPoint(), Qt.KeyboardModifier.NoModifier)

        return slow_frames(chart, turned)


def slow_frames(chart: TimeChart, change: Callable[[int], None], rounds: int = 5, changes: int = 12) -> Figures:
    """For each round, the frame than which 95 of 100 are quicker, of all that `change` leads to."""
    found = Figures("s")
    for _ in range(rounds):
        frames: list[float] = []
        for number in range(changes):
            frames.append(timed(lambda number=number: (change(number), QApplication.processEvents())))
            while not chart.is_crisp:
                frames.append(timed(QApplication.processEvents))
        found.add(None, sorted(frames)[int(len(frames) * 0.95)])
    return found


@contextmanager
def bars_page() -> Iterator[tuple[MainWindow, OverTime]]:
    """Hard sets and tonnage of 100,000 sets over all 20 years, drawn and at rest."""
    program = open_program(filled())
    window = program.window
    window.show_page("charts")
    frame = window.current_page()
    assert isinstance(frame, ChartsPage)
    page = frame.over_time
    settle(window)
    page.look_at(ChartView(("hard/week", "tonnage/week"), range="all").as_text())
    settle(window)
    assert sum(len(one.days) for one in page.board.snapshots()[0].series) > 4 * 1000
    yield window, page
    close_program(program)


@bench("chart_bars_pan", target=0.016, limit=True)
def chart_bars_pan() -> Figures:
    """One frame of a drag over 20 years of weeks as bars: hard sets and tonnage, of legs and upper body."""
    with bars_page() as (_window, page):
        return drag(page.board.first.surface())


@bench("chart_bars_drawn_anew", target=0.016, limit=True)
def chart_bars_drawn_anew() -> Figures:
    """A slow frame (95 of 100 are quicker) while all bars are handed to the chart anew, as after an edit."""
    with bars_page() as (_window, page):
        chart = page.board.first
        drawn = chart.snapshot().series
        return slow_frames(chart, lambda _number: chart.set_series(list(drawn)))


@bench("chart_bars_frame", target=0.016, limit=True)
def chart_bars_frame() -> Figures:
    """A slow frame (95 of 100 are quicker) of a pan while 100,000 sets are read and counted again."""
    with bars_page() as (_window, page):
        return panned_while_busy(page)


@bench("training_worked_out")
def training_worked_out() -> Figures:
    """100,000 sets read and counted again in the background, from the edit until the bars are drawn."""
    with bars_page() as (_window, page):
        return worked_out(page)


@bench("chart_pan_floor", target=1.5)
def chart_pan_floor() -> Figures:
    """The same against raw pyqtgraph with the same points and lines, panned as far."""
    with charts_page() as (_window, page):
        surface = page.board.first.surface()
        ours = drag(surface)
        plot = raw_plot(page)
        plot.resize(surface.size())
        plot.show()
        QApplication.processEvents()
        (low, high), _ = plot.viewRange()
        found = Figures("s")
        for number, frame in enumerate(ours.ours):
            away = (high - low) * 0.004 * (number % 30)
            found.add(timed(lambda away=away: pan_raw(plot, low - away, high - away)), frame)
        plot.close()
    return found


def raw_plot(page: OverTime) -> pyqtgraph.PlotWidget:
    """What is on the chart, drawn by pyqtgraph's own items."""
    plot = pyqtgraph.PlotWidget(background="w")
    for snapshot in page.board.snapshots():
        for one in snapshot.series:
            plot.plot(one.days, one.values, pen=None, symbol="o", symbolSize=4, symbolPen=None)
            plot.plot(one.line.days, one.line.level, pen=pyqtgraph.mkPen("k", width=2))
    plot.setXRange(float(page.board.span.start), float(page.board.span.end), padding=0)
    return plot


def pan_raw(plot: pyqtgraph.PlotWidget, low: float, high: float) -> None:
    plot.setXRange(low, high, padding=0)
    QApplication.processEvents()


@bench("chart_apart_pan", target=0.016, limit=True)
def chart_apart_pan() -> Figures:
    """One frame of a drag with a panel for each site; those in view are painted."""
    with charts_page(Layout.APART) as (_window, page):
        return drag(page.board.first.surface())


@bench("trends_all")
def trends_all() -> Figures:
    """All trends of 20 years worked out again in the background, from the edit until they are drawn."""
    with charts_page() as (_window, page):
        return worked_out(page)


@bench("trends_frame", target=0.016, limit=True)
def trends_frame() -> Figures:
    """A slow frame (95 of 100 are quicker) of a pan while all trends of 20 years are worked out."""
    with charts_page() as (_window, page):
        return panned_while_busy(page)


@bench("trends_edit", target=0.25)
def trends_edit() -> Figures:
    """One value typed on a chart of everything: what must be worked out again, against working out everything."""
    found = Figures("s")
    with charts_page() as (window, page):
        person = page.context.person
        assert person is not None
        for round_ in range(5):
            whole = timed(lambda: (page.context.runner.reload_everything(), settle(window)))
            edit = one_value(person.id, 37.0 + round_ / 10)
            page.context.runner.apply(edit)
            settle(window)
            part = timed(lambda: (page.context.runner.stack.undo(), settle(window)))
            found.add(whole, part)
    return found


def one_value(person_id: int, value: float) -> RecordReadings:
    entry = Entry(Spot("calf", Side.LEFT), (Quantity(value, "cm", f"{value:.1f}"),))
    return RecordReadings(person_id, (Day(date.today(), (entry,)),))


def worked_out(page: OverTime) -> Figures:
    """From an edit of everything until it is drawn."""
    found = Figures("s")
    for _ in range(5):
        found.add(None, timed(lambda: (page.context.runner.reload_everything(), settle(page.window()))))
    return found


def panned_while_busy(page: OverTime) -> Figures:
    """A slow frame of a pan while everything is worked out again."""
    found = Figures("s")
    surface = page.board.first.surface()
    for _ in range(5):
        page.context.runner.reload_everything()
        busy: list[float] = []
        while page.histories.busy:
            busy += drag(surface, frames=12).ours
        found.add(None, sorted(busy)[int(len(busy) * 0.95)])
        settle(page.window())
    return found


def drag(surface: QWidget, frames: int = FRAMES) -> Figures:
    """Drag with the left button, a few pixels a frame, to and fro."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    found = Figures("s")
    start = QPoint(surface.width() // 2, surface.height() // 2)

    def send(kind: QMouseEvent.Type, where: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        place = QPointF(where)
        event = QMouseEvent(kind, place, surface.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(surface, event)

    def frame(where: QPoint) -> None:
        send(QMouseEvent.Type.MouseMove, where, none, left)
        QApplication.processEvents()  # paints what the move made out of date

    send(QMouseEvent.Type.MouseButtonPress, start, left, left)
    for step in range(frames):
        away = 5 * (step if step < frames // 2 else frames - step)
        elapsed = timed(lambda away=away: frame(start - QPoint(away, 0)))
        if step > 3:
            found.add(None, elapsed)
    send(QMouseEvent.Type.MouseButtonRelease, start, left, none)
    return found
