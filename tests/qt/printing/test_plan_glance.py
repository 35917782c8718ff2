"""The plan at a glance: one page, whatever is in the plan, that can be read in grey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from legwork.domain.muscles import Muscle
from legwork.domain.plan.model import Block, BlockKind, Plan, Week
from legwork.qt.printing.glance_chart import VolumeChart
from legwork.qt.printing.paper import Orientation, Paper
from legwork.qt.printing.plan_glance import glance_document
from legwork.qt.printing.sheets import Sheet, lay_out
from printed_plans import crowded_plan, paper_of, usual_plan

Written = Callable[[Sheet], list[str]]


def page(plan: Plan, paper: Paper = Paper.A4, way: Orientation = Orientation.PORTRAIT, **facts: object) -> Sheet:
    [sheet] = lay_out(glance_document(paper_of(plan, **facts)), paper.lying(way))
    return sheet


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("way", list(Orientation))
def test_it_is_one_page_with_blocks_sessions_and_muscles(paper: Paper, way: Orientation, written: Written) -> None:
    sheet = page(usual_plan(), paper, way)
    said = " ".join(written(sheet)).replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "Legs first · at a glance", "12 weeks from 12 Oct 2026 · 4 sessions a week", "Build (Accumulate)",
        "Legs: hard sets a week", "9 sets hold the upper body", "Upper B", "Plank", "3 × 30–45 s", "Calves",
        "6 to 10",
    ):  # fmt: skip
        assert words in said
    assert {one.scale for one in sheet.placed} == {1.0}


@pytest.mark.parametrize("blocks", [3, 60])
@pytest.mark.parametrize("way", list(Orientation))
def test_a_plan_with_too_much_in_it_is_still_one_page(blocks: int, way: Orientation, written: Written) -> None:
    sheet = page(crowded_plan(60, blocks), Paper.LETTER, way)
    said = " ".join(written(sheet))
    assert "more exercises" in said, "what finds no room is counted"


def test_blocks_without_room_for_their_names_are_explained_by_number(written: Written) -> None:
    names = ["Accumulation of much", "Intensification"]
    blocks = tuple(Block(at, BlockKind.ACCUMULATE, names[at % 2], (Week(at),)) for at in range(1, 31))
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in written(page(Plan("P", blocks)))]
    assert "1" in lines and "30" in lines
    assert "1 Intensification (Accumulate): week 1" in " ".join(lines)


def test_signs_tell_what_lies_outside_the_band_but_not_in_a_deload(written: Written) -> None:
    bands = {Muscle.QUADRICEPS: (6, 10), Muscle.CALVES: (12, 20)}
    lines = written(page(usual_plan(), bands=bands))
    at = lines.index("Front of the thighs")
    assert lines[at : at + 7] == ["Front of the thighs", "6 to 10", "16.8 ▴", "10.5", "16.8 ▴", "16.8 ▴", "10.5"]
    at = lines.index("Calves")
    assert [one.endswith("▾") for one in lines[at + 2 : at + 7]] == [True, False, True, True, False]


def test_many_blocks_are_told_by_least_mean_and_most(written: Written) -> None:
    plan = usual_plan()
    weeks = [week for block in plan.blocks for week in block.weeks]
    many = replace(plan, blocks=tuple(Block(at, weeks=(week,)) for at, week in enumerate(weeks, 1)))
    lines = written(page(many))
    at = lines.index("Calves")
    assert "least" in lines and "most" in lines
    assert len(lines[at + 2 : at + 5]) == 3 and lines[at + 2] < lines[at + 4]


def chart(sheet: Sheet) -> QRectF:
    return next(one.rect for one in sheet.placed if isinstance(one.block, VolumeChart))


def test_bars_of_legs_are_full_and_those_of_the_upper_body_hatched(painted: Callable[[Sheet], QImage]) -> None:
    sheet = page(usual_plan())
    image, rect = painted(sheet).convertToFormat(QImage.Format.Format_Grayscale8), chart(sheet)
    y = round(rect.bottom()) - 60
    runs: dict[str, int] = {"dark": 0, "mixed": 0}
    step = (rect.width() - 34) / 12
    for week in range(4):
        middle = rect.left() + 34 + (week + 0.5) * step
        for side, name in ((-1, "dark"), (1, "mixed")):
            shades = [image.pixelColor(round(middle + side * reach), y).value() for reach in range(5, 15)]
            runs[name] += max(shades) - min(shades)
    assert runs["dark"] == 0, "legs are one shade"
    assert runs["mixed"] > 100, "the upper body has lines, so a grey copy tells them apart"


def test_the_chart_is_read_out_week_by_week() -> None:
    words = page(usual_plan()).words
    assert "Week 12: 25 hard sets for the legs, 22 for the upper body." in words
    assert "Legs A: Back squat, Romanian deadlift" in words


def test_an_empty_plan_says_so(written: Written) -> None:
    assert "No week is planned yet." in written(page(Plan()))
    assert written(page(Plan("P", (Block(1, weeks=(Week(1),)),))))
