"""Benches of the plan page on the real window, with the largest plan that is asked for: 40 weeks of 7 days with 15
exercises. Frames are held against 16 ms, an edit with all that follows from it against a tenth of a second."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from interaction import close_program, open_program, settle, timed
from measure import Figures, bench
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from startup import seeded

from legwork.domain.plan.model import Block, Entry, Plan, Session, Week
from legwork.domain.plan.prescription import straight
from legwork.qt.main_window import MainWindow
from legwork.qt.pages.plan.page import PlanPage
from legwork.services.catalogue import catalogue
from legwork.services.plans import AddPlan

WEEKS, DAYS, EXERCISES = 40, 7, 15


def largest() -> Plan:
    keys = [one.key for one in catalogue().exercises][: DAYS * EXERCISES]
    weeks = []
    for number in range(WEEKS):
        sessions = [
            Session(
                number * DAYS + day + 1,
                f"Day {day + 1}",
                None,
                tuple(
                    Entry((number * DAYS + day) * EXERCISES + at + 1, keys[day * EXERCISES + at], straight(3, 8, 12))
                    for at in range(EXERCISES)
                ),
            )
            for day in range(DAYS)
        ]
        weeks.append(Week(number + 1, tuple(sessions)))
    return Plan("Largest", (Block(1, weeks=tuple(weeks)),))


@contextmanager
def plan_page() -> Iterator[tuple[MainWindow, PlanPage]]:
    """The largest plan, shown and at rest."""
    program = open_program(seeded())
    window = program.window
    context = window.context
    assert context is not None and context.person is not None
    context.runner.apply(AddPlan(context.person.id, largest()))
    window.show_page("plan")
    page = window.current_page()
    assert isinstance(page, PlanPage)
    settle(window)
    yield window, page
    close_program(program)


@bench("plan_edit", target=0.1, limit=True)
def plan_edit() -> Figures:
    """A cell typed into the largest plan: from Enter until grid, hard sets and checks are painted again."""
    found = Figures("s")
    with plan_page() as (_window, page):
        grid = page.desk.grid
        for number in range(12):
            grid.setCurrentIndex(grid.model().index(1 + number, number))
            grid.edit_current()
            QApplication.processEvents()
            field = QApplication.focusWidget()
            assert field is not None
            QTest.keyClicks(field, f"{2 + number % 4}x10 @2 RIR")
            QApplication.processEvents()
            before = page.plan
            found.add(None, timed(lambda field=field: (QTest.keyClick(field, Qt.Key.Key_Return), page.repaint())))
            assert page.plan is not before, "what was typed was taken"
    return found


@bench("plan_undo", target=0.25, limit=True)
def plan_undo() -> Figures:
    """Ctrl+Z after that, until all is painted again: the plan is read afresh."""
    found = Figures("s")
    with plan_page() as (window, page):
        grid = page.desk.grid
        for number in range(8):
            grid.setCurrentIndex(grid.model().index(1 + number, number))
            grid.clear()
            QApplication.processEvents()
            assert window.context is not None
            stack = window.context.runner.stack
            found.add(None, timed(lambda stack=stack: (stack.undo(), page.repaint())))
    return found


@bench("plan_scroll", target=0.016, limit=True)
def plan_scroll() -> Figures:
    """One frame of scrolling through the largest plan, down and to the right."""
    found = Figures("s")
    with plan_page() as (_window, page):
        grid = page.desk.grid
        for bar in (grid.verticalScrollBar(), grid.horizontalScrollBar()):
            for step in range(30):
                value = bar.minimum() + (step + 1) * max(1, (bar.maximum() - bar.minimum()) // 40)
                found.add(None, timed(lambda bar=bar, value=value: (bar.setValue(value), QApplication.processEvents())))
    return found
