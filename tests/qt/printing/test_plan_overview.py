"""The block overview: weeks across, exercises down, parted where it makes sense, with its heads on every page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week
from legwork.domain.plan.prescription import straight
from legwork.qt.printing.paper import Orientation, Paper
from legwork.qt.printing.plan_overview import overview_document, spans_of
from legwork.qt.printing.sheets import Sheet, lay_out
from printed_plans import paper_of, usual_plan

Written = Callable[[Sheet], list[str]]


def sheets(plan: Plan, way: Orientation = Orientation.LANDSCAPE, **facts: object) -> tuple[Sheet, ...]:
    return lay_out(overview_document(paper_of(plan, **facts)), Paper.A4.lying(way))


def wide(weeks: int, entries: int = 3, blocks: int = 1) -> Plan:
    """A plan with one session of `entries` exercises in each week."""
    exercises = ("squat", "leg_press", "hip_thrust", "bench_press", "row", "plank")
    made = [
        Week(at, (Session(at, "Legs", entries=tuple(
            Entry(at * 100 + one, exercises[one % 6], straight(3, at % 90 + 1)) for one in range(entries)
        )),))
        for at in range(1, weeks + 1)
    ]  # fmt: skip
    each = -(-weeks // blocks)
    parts = [tuple(made[at : at + each]) for at in range(0, weeks, each)]
    return Plan("P", tuple(Block(at, BlockKind.ACCUMULATE, f"B{at}", part) for at, part in enumerate(parts, 1)))


@pytest.mark.parametrize(
    ("ends", "most", "spans"),
    [
        ([4, 5, 9, 11, 12], 12, [(1, 12)]),
        ([4, 5, 9, 11, 12], 8, [(1, 5), (6, 12)]),
        ([4, 5, 9, 11, 12], 5, [(1, 5), (6, 9), (10, 12)]),
        ([4, 8, 10], 4, [(1, 4), (5, 8), (9, 10)]),
        ([8], 4, [(1, 4), (5, 8)]),
        ([1], 8, [(1, 1)]),
    ],
)
def test_weeks_are_parted_between_blocks_where_that_costs_no_more_parts(
    ends: list[int], most: int, spans: list[tuple[int, int]]
) -> None:
    assert spans_of(ends, most) == spans


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(1, 15))
def test_parts_hold_every_week_once_and_are_as_few_as_can_be(lengths: list[int], most: int) -> None:
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    found = spans_of(ends, most)
    assert [week for first, last in found for week in range(first, last + 1)] == list(range(1, ends[-1] + 1))
    assert max(last - first + 1 for first, last in found) <= most
    assert len(found) == -(-ends[-1] // most)


def test_twelve_weeks_lie_side_by_side(written: Written) -> None:
    found = sheets(usual_plan())
    lines = written(found[0])
    assert [one for one in lines if one.isdigit()][:12] == [str(number) for number in range(1, 13)]
    said = " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Base (Accumulate)", "Deload", "12 Oct", "28 Dec", "Legs A · Monday", "Back squat", "107.5 kg"):
        assert words in said


def test_its_heads_stand_on_every_page(written: Written) -> None:
    found = sheets(usual_plan())
    assert len(found) == 2
    for sheet in found:
        lines = written(sheet)
        assert "Base (Accumulate)" in lines and "12" in lines and "28 Dec" in lines


def test_a_session_that_goes_on_has_its_name_again(written: Written) -> None:
    found = sheets(wide(40, entries=20))
    assert len(found) > 2
    assert all("Legs" in written(sheet) for sheet in found)


@pytest.mark.parametrize("way", list(Orientation))
def test_no_cell_is_lost_however_many_weeks_there_are(way: Orientation, written: Written) -> None:
    found = sheets(wide(60, entries=6, blocks=9), way)
    cells = [line for sheet in found for line in written(sheet) if "×" in line]
    assert sorted(cells) == sorted(f"3×{week % 90 + 1}" for week in range(1, 61) for _ in range(6))
    assert {one.scale for sheet in found for one in sheet.placed} == {1.0}


def test_what_is_the_same_as_the_week_before_steps_back(written: Written) -> None:
    """Black where something changes, grey where nothing does."""
    import re

    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgGenerator

    from legwork.qt.printing.paper import PaperTheme

    entry = [Entry(at, "squat", straight(3, reps)) for at, reps in enumerate((5, 5, 6), 1)]
    weeks = tuple(Week(one.id, (Session(one.id, "A", entries=(one,)),)) for one in entry)
    [sheet] = sheets(Plan("P", (Block(1, weeks=weeks),)))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    sheet.paint(painter, PaperTheme())
    painter.end()
    colours = re.findall(r'<text fill="(#\w+)"[^>]*>(3×\d)</text>', bytes(buffer.data().data()).decode())
    assert [text for _, text in colours] == ["3×5", "3×5", "3×6"]
    assert colours[0][0] == colours[2][0] != colours[1][0]


def test_a_plan_without_exercises_says_so(written: Written) -> None:
    for plan in (Plan(), Plan("P", (Block(1, weeks=(Week(1),)),))):
        [sheet] = sheets(plan)
        assert "No exercise is planned yet." in written(sheet)


def test_it_can_be_read_out_page_by_page() -> None:
    first, second = (sheet.words for sheet in sheets(usual_plan()))
    assert "Legs A, Back squat: 3×6–8 @2 100 kg" in first.replace("\N{NO-BREAK SPACE}", " ")
    assert "Upper B, Face pull" in second and "Upper B, Face pull" not in first
