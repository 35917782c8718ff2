"""Week sheets in a pencil's hands: boxes that fit and line up, nothing parted that belongs together."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from legwork.domain.plan.model import Block, Entry, Plan, Session, Week
from legwork.domain.plan.prescription import straight
from legwork.qt.printing.exercise_card import ExerciseCard
from legwork.qt.printing.paper import Orientation, Paper, PaperTheme, mm
from legwork.qt.printing.plan_boxes import BOX_TALL, NARROW, WIDE, BoxGrid, grid_of
from legwork.qt.printing.plan_week import session_sheets, week_sheets
from legwork.qt.printing.sheets import Sheet, lay_out
from page_texts import page_boxes, page_texts
from printed_plans import crowded_plan, paper_of, usual_plan

Written = Callable[[Sheet], list[str]]


def sessions(first: int = 1, last: int = 1, way: Orientation = Orientation.PORTRAIT, **facts: object):
    paper = paper_of(usual_plan(), **facts)
    return lay_out(session_sheets(paper, first, last), Paper.A4.lying(way))


def grouped(count: int, group: int | None = 1) -> Plan:
    """One session of so many exercises in one superset."""
    entries = tuple(Entry(at, "squat", straight(4, 8), group=group) for at in range(1, count + 1))
    return Plan("P", (Block(1, weeks=(Week(1, (Session(1, "A", entries=entries),)),)),))


def test_boxes_are_nine_millimetres_high_and_wide_enough_for_a_number() -> None:
    grid = BoxGrid(WIDE, 20, 2)
    for number in range(5):
        for box in grid.three(QPointF(0, 0), number):
            assert box.height() == pytest.approx(mm(9)) and box.width() >= mm(10)
    assert mm(9) == BOX_TALL
    assert grid.tall(1) == BOX_TALL and grid.tall(5) > 3 * BOX_TALL, "five sets take three rows of two"


def test_boxes_of_one_set_number_line_up_and_never_cover_each_other() -> None:
    grid = grid_of(800, WIDE, 20, 20, 240)
    boxes = [box for number in range(20) for box in grid.three(QPointF(0, 0), number)]
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert grid.three(QPointF(0, 0), 0)[0].left() == grid.three(QPointF(0, 0), grid.across)[0].left()
    assert max(box.right() for box in boxes) == pytest.approx(grid.width)


def test_as_many_sets_stand_side_by_side_as_leave_room_for_words() -> None:
    each = 20 + WIDE.wide + WIDE.between
    assert grid_of(240 + 2 * each, WIDE, 20, 4, 240).across == 2
    assert grid_of(2000, WIDE, 20, 3, 240).across == 3, "no more than there are"
    assert grid_of(100, NARROW, 0, 3, 240).across == 1, "but one at least"


def test_each_session_begins_on_a_page_that_says_whose_which_plan_and_which_week(written: Written) -> None:
    sheets = sessions(1, 2)
    assert len(sheets) == 8
    heads = [written(sheet)[:2] for sheet in sheets]
    assert heads[0] == ["Legs first\N{NO-BREAK SPACE}· Week 1 of 12\N{NO-BREAK SPACE}· Legs A", "Zoë Müller"]
    assert "Week 2 of 12" in heads[7][0] and heads[7][0].endswith("Upper B")
    assert "Page 8 of 8" in written(sheets[7])


def test_a_page_has_all_that_is_asked_for_and_what_was_done_last_time(written: Written) -> None:
    said = " ".join(" ".join(written(sessions()[0])).replace("\N{NO-BREAK SPACE}", " ").split())
    for words in (
        "Back squat", "3 × 6–8 @ 2 RIR · 100 kg", "warm-up sets first · rest 3 min", "A1", "tempo 3-1-1-0",
        "Last time 97.5 kg × 8 @ 2 RIR, 5 Oct", "Pressure stays over the middle of the foot.", "kg a hand",
        "Note: front foot on the mark", "Monday, 12 Oct 2026 · about 65 min",
    ):  # fmt: skip
        assert words in said


def test_every_set_has_its_number_and_three_boxes(written: Written) -> None:
    lines = written(sessions()[0])
    sets = [3, 3, 3, 3, 3, 4, 3]
    assert [lines.count(number) for number in ("1", "2", "3", "4")] == [7, 7, 7, 1]
    assert lines.count("RIR") == sum(min(2, one) for one in sets), "over each box of the first row of two"
    assert (lines.count("L"), lines.count("R")) == (3, 3), "the split squat is counted on both sides"


def test_a_box_for_the_date_is_there_while_the_plan_does_not_know_it(written: Written) -> None:
    assert "Date" not in written(sessions()[0])
    assert "Date" in written(sessions(starts_on=None)[0])


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("way", list(Orientation))
def test_a_usual_session_is_one_page_whichever_way_it_lies(paper: Paper, way: Orientation) -> None:
    sheets = lay_out(session_sheets(paper_of(usual_plan()), 1, 1), paper.lying(way))
    assert len(sheets) == 4
    assert {one.scale for sheet in sheets for one in sheet.placed} == {1.0}


def test_cues_give_way_before_a_session_takes_a_second_page(written: Written) -> None:
    plan = grouped(9, None)
    long = written(lay_out(session_sheets(paper_of(plan), 1, 1), Paper.A4.lying(Orientation.LANDSCAPE))[0])
    short = written(lay_out(session_sheets(paper_of(grouped(3, None)), 1, 1), Paper.A4.size)[0])
    assert "– Pressure stays over the middle of the foot." in short and "Notes" in short
    assert not any("Pressure" in line for line in long)


@pytest.mark.parametrize("alone", range(3, 9))
def test_a_superset_stays_on_one_page(alone: int, paper_theme: PaperTheme) -> None:
    """Wherever the end of the page falls, the three that are done in turns are on one side of it."""
    entries = [Entry(at, "squat", straight(8, 8), group=1 if at > alone else None) for at in range(1, alone + 4)]
    plan = Plan("P", (Block(1, weeks=(Week(1, (Session(1, "A", entries=tuple(entries)),)),)),))
    sheets = lay_out(session_sheets(paper_of(plan), 1, 1), Paper.A4.size, paper_theme)
    tags = [[one.block.lines.tag for one in sheet.placed if isinstance(one.block, ExerciseCard)] for sheet in sheets]
    assert [tag for page in tags for tag in page] == [*[""] * alone, "A1", "A2", "A3"]
    assert next(page for page in tags if "A1" in page)[-3:] == ["A1", "A2", "A3"]


def test_a_superset_longer_than_a_page_begins_below_the_name_of_its_session() -> None:
    sheets = lay_out(session_sheets(paper_of(grouped(20)), 1, 1), Paper.A4.size)
    cards = [[one for one in sheet.placed if isinstance(one.block, ExerciseCard)] for sheet in sheets]
    assert len(sheets) > 1 and all(cards), "no page has a name alone"
    assert sum(len(page) for page in cards) == 20


def test_twenty_exercises_of_twenty_sets_keep_their_boxes(paper_theme: PaperTheme) -> None:
    paper = paper_of(crowded_plan(3))
    for document in (session_sheets(paper, 1, 1), week_sheets(paper, 1, 1)):
        sheets = lay_out(document, Paper.LETTER.size, paper_theme)
        assert {one.scale for sheet in sheets for one in sheet.placed} == {1.0}, "a smaller box fits no pencil"


@pytest.mark.parametrize("paper", list(Paper))
def test_a_usual_week_is_one_upright_page(paper: Paper, written: Written) -> None:
    sheets = lay_out(week_sheets(paper_of(usual_plan()), 1, 12), paper.size)
    assert len(sheets) == 12
    lines = written(sheets[0])
    said = " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Legs A", "Upper B", "Back squat", "4 × 8–12 @ 2 RIR", "load / reps", "Last time"):
        assert words in said


def test_a_small_week_has_three_boxes_for_each_set_and_its_notes(written: Written) -> None:
    sheets = lay_out(week_sheets(paper_of(grouped(4, None)), 1, 1), Paper.A4.size)
    assert len(sheets) == 1
    lines = written(sheets[0])
    assert (lines.count("load"), lines.count("reps"), lines.count("RIR")) == (4, 4, 4)


@pytest.mark.parametrize("way", list(Orientation))
def test_nothing_is_written_where_a_pencil_shall_write(way: Orientation, paper_theme: PaperTheme) -> None:
    paper = paper_of(usual_plan(), starts_on=None)
    for document in (session_sheets(paper, 1, 1), week_sheets(paper, 1, 1)):
        for sheet in lay_out(document, Paper.A4.lying(way), paper_theme):
            boxes = page_boxes(sheet, paper_theme, BOX_TALL)
            assert len(boxes) >= 40
            for text, place in page_texts(sheet, paper_theme):
                if text not in ("L", "R"):
                    assert not any(box.intersects(place) for box in boxes), text


def test_boxes_stand_in_columns_down_the_page(paper_theme: PaperTheme) -> None:
    boxes = page_boxes(sessions()[0], paper_theme, BOX_TALL)
    assert len(boxes) == 3 * 22, "three for each of 22 sets"
    assert len({round(box.left(), 1) for box in boxes}) == 6, "two sets side by side, all below each other"


def test_legs_and_upper_body_differ_in_a_copy_in_grey(painted: Callable[[Sheet], QImage]) -> None:
    """The stripe beside the exercises: full for the legs, hatched for the upper body."""
    sheets = sessions()
    shades = []
    for sheet in sheets[:2]:
        image = painted(sheet)
        card = next(one for one in sheet.placed if isinstance(one.block, ExerciseCard))
        x, top = round(card.rect.left()) + 2, round(card.rect.top()) + 14
        shades.append({image.pixelColor(x, top + step).lightness() // 16 for step in range(40)})
    assert len(shades[0]) == 1 and len(shades[1]) > 2


def test_weeks_without_a_session_say_so(written: Written) -> None:
    plan = Plan("Empty", (Block(1, weeks=(Week(1), Week(2))),))
    for document in (session_sheets(paper_of(plan), 1, 2), week_sheets(paper_of(plan), 1, 2)):
        [sheet] = lay_out(document, Paper.A4.size)
        assert "No session is planned in these weeks." in written(sheet)


def test_a_session_without_exercises_says_so(written: Written) -> None:
    plan = Plan("P", (Block(1, weeks=(Week(1, (Session(1, "Rest"), Session(2))),)),))
    for document in (session_sheets(paper_of(plan), 1, 1), week_sheets(paper_of(plan), 1, 1)):
        sheets = lay_out(document, Paper.A4.size)
        assert any("No exercise is planned" in " ".join(written(sheet)) for sheet in sheets)
