"""Printed pages in the languages of the program: as many pages as in English, and no word broken in its middle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from legwork import i18n
from legwork.qt.core import language
from legwork.qt.pages.balance.sheet import sheet_of
from legwork.qt.printing.balance_sheet import balance_document
from legwork.qt.printing.paper import Paper
from legwork.qt.printing.plan_glance import glance_document
from legwork.qt.printing.sheets import Sheet, lay_out
from legwork.services import sample
from legwork.services.balance_view import balance_view
from legwork.services.people import everybody
from legwork.services.plan_paper_glance import glance
from legwork.services.profile import Profile
from printed_plans import paper_of, usual_plan

TODAY = date(2026, 9, 27)


@pytest.fixture(params=i18n.LANGUAGES)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language, spoken for one test."""
    language.speak(request.param)
    yield request.param
    language.speak()


def test_the_balance_of_the_sample_is_one_page(spoken: str, profile: Profile) -> None:
    sample.ensure_sample(profile, TODAY)
    [sam] = everybody(profile)
    document = balance_document(sheet_of(balance_view(profile, sam, TODAY)))
    for paper in Paper:
        assert len(lay_out(document, paper.size)) == 1, f"in {spoken} on {paper}"


def test_a_plan_at_a_glance_has_every_exercise_in_whole_words(
    spoken: str, written: Callable[[Sheet], list[str]]
) -> None:
    paper = paper_of(usual_plan())
    [sheet] = lay_out(glance_document(paper), Paper.A4.size)
    printed = {word for line in written(sheet) for word in line.split()}  # lines, as they are broken
    names = [one.name for session in glance(paper).sessions for one in session.exercises]
    assert names
    for name in names:
        assert set(name.split()) <= printed, f"{name!r} is broken in {spoken}"
