"""The plan page's way to paper: all that the sheets say of a plan, and the preview of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.counting import Lookup
from legwork.qt.core.context import Context
from legwork.qt.printing.plan_documents import plan_documents
from legwork.qt.printing.preview import PreviewDialog
from legwork.services.last_times import last_times_of
from legwork.services.people import Person
from legwork.services.plan_aims import PlanAims
from legwork.services.plan_lookup import lookup_of
from legwork.services.plan_paper import USUAL_BANDS, PlanPaper
from legwork.services.plans import StoredPlan


def plan_preview(
    context: Context,
    person: Person,
    stored: StoredPlan,
    catalogue: Catalogue,
    lookup: Lookup | None,
    aims: PlanAims | None,
    window: QWidget,
    week_id: int | None = None,
) -> PreviewDialog:
    """The preview of a plan. lookup, aims: None while they are still being worked out.

    week_id: of the week that is looked at, which is then the one that is offered.
    """
    today, profile = date.today(), context.profile
    paper = PlanPaper(
        stored.plan,
        person,
        catalogue,
        lookup or lookup_of(profile, person, today, catalogue),
        today,
        stored.info.starts_on,
        last_times_of(profile, person.id, catalogue, today),
        aims.brief.sets if aims is not None else USUAL_BANDS,
    )
    week = next((number for number, (_, one) in enumerate(paper.weeks, 1) if one.id == week_id), None)
    return PreviewDialog(context, plan_documents(paper, week), window)
