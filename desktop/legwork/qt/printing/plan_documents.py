"""Everything that can be printed of a training plan, as the preview offers it.

Owns which documents there are, their order, and which weeks are offered first.
"""

from __future__ import annotations

from legwork.domain.days import short_day
from legwork.i18n import tr
from legwork.qt.printing.measuring_card import measuring_document
from legwork.qt.printing.paper import Orientation
from legwork.qt.printing.plan_glance import glance_document
from legwork.qt.printing.plan_overview import overview_document
from legwork.qt.printing.plan_week import session_sheets, week_sheets
from legwork.qt.printing.variants import Span, Variant
from legwork.services.plan_paper import PlanPaper


def plan_documents(paper: PlanPaper, week: int | None = None) -> tuple[Variant, ...]:
    """All kinds, each made when it is first shown.

    week: the number of the only one that is offered first, from 1: the one that is looked at. Without it, what is left
    of the block in which today lies.
    """
    weeks = _weeks(paper, week)
    return (
        Variant(
            "plan_sessions",
            tr("Week sheet, a session on a page"),
            lambda first, last: session_sheets(paper, first + 1, last + 1),
            weeks,
        ),
        Variant(
            "plan_weeks",
            tr("Week sheet, a week on a page"),
            lambda first, last: week_sheets(paper, first + 1, last + 1),
            weeks,
        ),
        Variant(
            "plan_overview",
            tr("Block overview"),
            lambda _first, _last: overview_document(paper),
            orientation=Orientation.LANDSCAPE,
        ),
        Variant("plan_glance", tr("Plan at a glance"), lambda _first, _last: glance_document(paper)),
        Variant("plan_measuring", tr("Measuring card"), lambda _first, _last: measuring_document(paper)),
    )


def _weeks(paper: PlanPaper, week: int | None) -> Span | None:
    """The weeks to choose from; None for a plan with one week or none."""
    count = len(paper.weeks)
    if count < 2:
        return None
    first = min(max(1, week or paper.week_on(paper.today)), count)
    block = paper.weeks[first - 1][0]
    rest = max(number for number, (one, _) in enumerate(paper.weeks, 1) if one is block)
    last = rest if week is None else first
    return Span(tr("Weeks"), tuple(_name(paper, number) for number in range(1, count + 1)), first - 1, last - 1)


def _name(paper: PlanPaper, number: int) -> str:
    day = paper.week_start(number)
    return tr("{number}, {day}", number=number, day=short_day(day)) if day else str(number)
