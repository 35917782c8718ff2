"""Benches of paper: a training plan as a PDF, from the plan to the last byte."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from interaction import timed
from measure import Figures, bench
from PySide6.QtWidgets import QApplication

from legwork.qt.printing.output import as_pdf
from legwork.qt.printing.paper import Paper
from legwork.qt.printing.plan_documents import plan_documents
from printed_plans import paper_of, usual_plan

WEEKS, SESSIONS, EXERCISES = 12, 4, 7


def plan_pdf(kind: int) -> Figures:
    """All weeks of the plan in one kind of week sheet, words, layout and PDF; nothing is kept from run to run."""
    app = QApplication.instance() or QApplication([])
    assert app is not None
    plan = usual_plan()
    weeks = [week for block in plan.blocks for week in block.weeks]
    assert len(weeks) == WEEKS
    assert all(len(week.sessions) == SESSIONS for week in weeks)
    assert all(len(session.entries) == EXERCISES for week in weeks for session in week.sessions)
    found = Figures("s")

    def whole() -> None:
        data = as_pdf(plan_documents(paper_of(plan))[kind].build(0, WEEKS - 1), Paper.A4)
        assert data.count(b"/Type /Page\n") >= WEEKS

    for _ in range(7):
        found.add(None, timed(whole))
    return found


@bench("plan_pdf_sessions", target=1.0, limit=True)
def plan_pdf_sessions() -> Figures:
    """12 weeks of 4 sessions of 7 exercises, a session on a page."""
    return plan_pdf(0)


@bench("plan_pdf_weeks", target=1.0, limit=True)
def plan_pdf_weeks() -> Figures:
    """The same, a week on a page."""
    return plan_pdf(1)
