"""The printed review: one page on either paper, whatever happened, and the words of the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from helpers import opened
from legwork.domain.log.adherence import Fate
from legwork.domain.sites import Region
from legwork.qt.printing.paper import Paper
from legwork.qt.printing.review_sheet import review_document
from legwork.qt.printing.sheets import Sheet, lay_out
from legwork.services.people import everybody
from legwork.services.sample import ensure_sample
from legwork.services.weekly_review import Review, weekly_review
from legwork.services.weekly_review_ahead import AheadLine, AheadSession, ReviewAhead
from legwork.services.weekly_review_changes import NoiseLine, ReviewChanges
from legwork.services.weekly_review_done import ReviewDone, SessionLine, SetsRow
from legwork.services.weekly_review_food import FoodLine

Written = Callable[[Sheet], list[str]]
Painted = Callable[[Sheet], QImage]
TODAY = date(2025, 3, 30)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """Of the sample's newest check-in."""
    profile = opened(Path(tmp_path_factory.mktemp("sample")) / "profile")
    ensure_sample(profile, TODAY)
    found = weekly_review(profile, everybody(profile)[0], TODAY, TODAY)
    profile.close()
    return found


def crowded(usual: Review) -> Review:
    """Seven sessions, every nutrient, nine proposals with long reasons, twenty changes and thirty sites of noise."""
    rows = usual.changes.real or usual.changes.rows[:1]
    sessions = tuple(SessionLine(f"A session with a rather long name {at}", "Wednesday", Fate.MOVED) for at in range(7))
    reason = "Its lifts did not get better for three weeks though it recovers well, and the calf is not growing."
    ahead = replace(
        usual.ahead,
        sessions=(AheadSession("Another rather long session", "Tuesday", "6 exercises, 18 sets", done=False),) * 7,
        proposals=tuple(AheadLine(f"Muscle {at}", "2 sets more a week", reason) for at in range(9)),
        milestones=(AheadLine("Calf, left", "38.5 cm, most likely May to Jul 2025"),) * 2,
        loop=(reason, reason),
    )  # fmt: skip
    return replace(
        usual,
        done=replace(usual.done, sessions=sessions, food=(FoodLine("Protein", "150 g", "133 to 183 meant"),) * 5),
        changes=replace(
            usual.changes, real=rows * 20, watch=rows[:1] * 3,
            noise=tuple(NoiseLine(f"Site {at}", "lower", "left +0.2, right −0.1 cm", "±0.9 cm") for at in range(30)),
        ),
        ahead=ahead,
    )  # fmt: skip


def said_on(sheet: Sheet, written: Written) -> str:
    return " ".join(written(sheet)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_page_with_everything_on_it(usual: Review, paper: Paper, written: Written) -> None:
    [sheet] = lay_out(review_document(usual), paper.size)
    said = said_on(sheet, written)
    for words in (
        "Review of the week", "Sam Sample", "Check-in of Sunday, 30 Mar 2025", "23 Mar to 29 Mar 2025",
        "30 Mar to 5 Apr 2025", "What was done", "What comes", "What changed", "Hard sets", "Calves",
        "wanted a week", "Noise", "Page 1 of 1",
    ):  # fmt: skip
        assert words in said, words
    for row in usual.changes.real:
        assert row.name in said and row.now.replace("\N{NO-BREAK SPACE}", " ") in said
    assert {one.scale for one in sheet.placed} == {1.0}


@pytest.mark.parametrize("paper", list(Paper))
def test_too_much_is_counted_and_never_cut_off(usual: Review, paper: Paper, written: Written) -> None:
    sheets = lay_out(review_document(crowded(usual)), paper.size)
    assert len(sheets) <= 2
    said = " ".join(said_on(sheet, written) for sheet in sheets)
    assert "more are in the program." in said
    assert "A session with a rather long name 6" in said and "Muscle 8" in said
    assert all(one.scale == 1.0 for sheet in sheets for one in sheet.placed)


def test_a_first_check_in_without_training_is_a_page_as_well(usual: Review, written: Written) -> None:
    bare = replace(
        usual,
        done=ReviewDone(TODAY - timedelta(days=7), TODAY - timedelta(days=1), kept="No workout logged."),
        changes=ReviewChanges(),
        ahead=ReviewAhead(TODAY, TODAY + timedelta(days=6), "There is no plan yet."),
    )
    [sheet] = lay_out(review_document(bare), Paper.A4.size)
    said = said_on(sheet, written)
    assert "No workout logged." in said and "Nothing was measured on this day." in said


def test_bars_of_legs_and_upper_body_differ_in_grey(usual: Review, painted: Painted) -> None:
    """Equal bars: the one of the legs is full, the other is hatched."""
    rows = (
        SetsRow("calves", "Calves", Region.LOWER, 8, None, None, None, "", ""),
        SetsRow("upper", "Upper body", Region.UPPER, 8, None, None, None, "", ""),
    )
    done = replace(usual.done, rows=rows)
    [sheet] = lay_out(review_document(replace(usual, done=done, changes=ReviewChanges())), Paper.A4.size)
    image = painted(sheet)
    found = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    teal = sum(one.blue() - one.red() > 90 for one in found)
    rust = sum(one.red() - one.blue() > 90 for one in found)
    assert teal > 2 * rust > 0
