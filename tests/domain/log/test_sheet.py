"""The lines of the sheet: which there are, what stands in them in grey, and where Enter goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.exercise import Counting
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.log.sheet import Line, Sets, Wish, first_place, lines_of, next_place, opened
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.prescription import Prescription, load_of
from legwork.domain.units import UnitSystem
from legwork.services.set_words import set_words
from log_strategies import sets as any_sets

METRIC = UnitSystem.METRIC


def done(*texts: str, counting: Counting | None = None) -> Sets:
    """Sets as they are typed, one after the other."""
    found: list[LoggedSet] = []
    for text in texts:
        found.extend(parse_set(text, METRIC, found[-1] if found else None, counting))
    return tuple(found)


def cell(text: str) -> Prescription:
    return parse_cell(text, METRIC)


def offers(lines: tuple[Line, ...]) -> list[str]:
    """What Enter alone would take on the lines that are to do; "-" where it must be typed."""
    return [set_words(one.offered, METRIC) or "-" for one in lines if not one.done]


def test_the_plan_gives_the_load_and_the_least_reps_while_nothing_is_known() -> None:
    assert offers(lines_of((), Wish(cell("3x6-8 100kg")))) == ["100 × 6"] * 3
    assert offers(lines_of((), Wish(cell("3x8")))) == ["-", "-", "-"], "nobody knows the load"
    assert offers(lines_of((), Wish(cell("2x8"), Counting.BODY_PLUS))) == ["BW × 8", "BW × 8"]
    assert offers(lines_of((), Wish(cell("2x30s"), Counting.BODY, timed=True))) == ["BW 30s", "BW 30s"]
    assert offers(lines_of((), Wish(cell("2x5 80%"), worth=load_of(90, "kg")))) == ["90 × 5", "90 × 5"]
    assert offers(lines_of((), Wish(cell("2x5 80%")))) == ["-", "-"]


def test_reps_come_from_last_time_within_what_is_asked_for() -> None:
    last = done("97.5x9", "97.5x7", "97.5x4")
    assert offers(lines_of((), Wish(cell("3x6-8 100kg"), last=last))) == ["100 × 8", "100 × 7", "100 × 6"]
    assert offers(lines_of((), Wish(cell("3x6+ 100kg"), last=last))) == ["100 × 9", "100 × 7", "100 × 6"]


def test_what_was_done_today_goes_before_the_plan() -> None:
    lines = lines_of(done("102.5x8"), Wish(cell("3x6-8 100kg"), last=done("97.5x8", "7", "6")))
    assert [one.done for one in lines] == [True, False, False]
    assert offers(lines) == ["102.5 × 7", "102.5 × 6"]


def test_without_a_load_in_the_plan_loads_go_on_as_last_time_while_they_are_the_same() -> None:
    last = done("100x8", "90x10", "80x12")
    wish = Wish(cell("3x8-12"), last=last)
    assert offers(lines_of((), wish)) == ["100 × 8", "90 × 10", "80 × 12"]
    assert offers(lines_of(done("100x9"), wish))[0] == "90 × 10"
    assert offers(lines_of(done("105x8"), wish)) == ["105 × 10", "105 × 12"], "another load: nobody knows the rest"


def test_a_free_exercise_has_as_many_lines_as_last_time() -> None:
    last = done("w 40x8", "100x8@2", "100x7", "d 80x6")
    lines = lines_of((), Wish(last=last))
    assert offers(lines) == ["100 × 8", "100 × 7"]
    assert [[set_words(one, METRIC) for one in line.last] for line in lines] == [
        ["100 × 8 @2"], ["100 × 7", "d 80 × 6"],
    ]  # fmt: skip
    assert lines_of((), Wish()) == ()


def test_warm_ups_and_tails_are_no_sets_of_the_plan() -> None:
    lines = lines_of(done("w 60x5", "100x8", "d 80x6", "100x7"), Wish(cell("3x6-8 100kg")))
    assert [one.number for one in lines] == [0, 1, 0, 2, 3]
    assert [one.kind for one in lines][:3] == [LoggedKind.WARM_UP, LoggedKind.NORMAL, LoggedKind.DROP]
    assert offers(lines) == ["100 × 6"]


def test_a_pair_of_sides_is_one_line_and_each_side_goes_on_with_its_own() -> None:
    lines = lines_of(done("L 24x10 / R 22x9"), Wish(cell("2x8-12 /side"), Counting.PER_HAND))
    assert [len(one.sets) for one in lines] == [2, 0]
    assert offers(lines) == ["L 24 × 8 / R 22 × 8"]
    again = lines_of((), Wish(cell("2x8-12 /side"), Counting.PER_HAND, last=done("L 24x10 / R 22x9")))
    assert offers(again)[0] == "L 24 × 10 / R 22 × 9"


def test_a_failed_try_stands_on_a_line_of_its_own() -> None:
    lines = lines_of(done("100x0", "95x5"), Wish(cell("2x5 100kg")))
    assert [one.number for one in lines] == [1, 2] and not offers(lines)


def test_lines_beyond_the_plan_must_be_typed() -> None:
    lines = lines_of(done("100x8"), Wish(cell("1x8 100kg"), extra=1))
    assert [one.extra for one in lines] == [False, True]
    assert offers(lines) == ["-"] and lines[1].ghost is not None and lines[1].ghost.load == load_of(100, "kg")


def test_warm_ups_that_were_asked_for_stand_above_what_is_to_do() -> None:
    ramp = (LoggedSet(LoggedKind.WARM_UP, reps=5, load=load_of(50, "kg")),)
    lines = lines_of((), Wish(cell("1x8 100kg"), warm_ups=ramp))
    assert offers(lines) == ["w 50 × 5", "100 × 8"]


def sheet(*counts: tuple[int, int]) -> list[tuple[Line, ...]]:
    """Exercises with so many sets done of so many."""
    some = LoggedSet(reps=8, load=load_of(60, "kg"))
    return [
        lines_of((some,) * count, Wish(Prescription(cell("1x8 60kg").targets * of, cell("1x8 60kg").load)))
        for count, of in counts
    ]


@pytest.mark.parametrize(
    ("counts", "groups", "here", "wanted"),
    [
        (((1, 3), (0, 3)), (None, None), 0, (0, 1)),
        (((3, 3), (0, 3)), (None, None), 0, (1, 0)),
        (((0, 3), (3, 3)), (None, None), 1, (0, 0)),
        (((3, 3), (3, 3)), (None, None), 1, None),
        (((1, 3), (0, 3), (0, 1)), (1, 1, None), 0, (1, 0)),
        (((1, 3), (1, 3), (0, 1)), (1, 1, None), 1, (0, 1)),
        (((3, 3), (2, 3), (0, 1)), (1, 1, None), 1, (1, 2)),
        (((3, 3), (3, 3), (0, 1)), (1, 1, None), 1, (2, 0)),
        (((1, 2), (0, 2), (0, 2)), (1, 1, 1), 0, (1, 0)),
        (((1, 2), (0, 2)), (1, 2), 0, (0, 1)),
    ],
)
def test_where_enter_goes(
    counts: tuple[tuple[int, int], ...],
    groups: tuple[int | None, ...],
    here: int,
    wanted: tuple[int, int] | None,
) -> None:
    assert next_place(sheet(*counts), groups, here) == wanted


def test_leaving_goes_past_what_was_left_but_not_past_what_is_open_of_the_superset() -> None:
    assert next_place(sheet((1, 3), (0, 3), (0, 1)), (None, None, None), 0, leave=True) == (1, 0)
    assert next_place(sheet((3, 3), (2, 3), (0, 1)), (1, 1, None), 0, leave=True) == (1, 2)
    assert next_place(sheet((3, 3), (3, 3), (0, 1)), (1, 1, None), 0, leave=True) == (2, 0)
    assert next_place(sheet((1, 3), (3, 3)), (1, 1), 0, leave=True) is None


@pytest.mark.parametrize(
    ("counts", "groups", "wanted"),
    [
        (((0, 3), (0, 3)), (None, None), (0, 0)),
        (((0, 3), (0, 3), (0, 1)), (1, 1, None), (0, 0)),
        (((3, 3), (1, 3)), (None, None), (1, 1)),
        (((2, 3), (1, 3), (0, 1)), (1, 1, None), (1, 1)),
        (((3, 3), (3, 3)), (None, None), None),
    ],
)
def test_where_a_workout_begins(
    counts: tuple[tuple[int, int], ...], groups: tuple[int | None, ...], wanted: tuple[int, int] | None
) -> None:
    assert first_place(sheet(*counts), groups) == wanted


def test_where_only_more_sets_are_to_do_the_last_exercise_goes_on() -> None:
    some = LoggedSet(reps=8, load=load_of(60, "kg"))
    assert first_place([lines_of((some,), Wish(extra=1))] * 2, (None, None)) == (1, 1)
    assert first_place([], ()) is None


@given(st.lists(any_sets(), max_size=8))
def test_every_set_stands_on_one_line_in_its_order(sets: list[LoggedSet]) -> None:
    lines = lines_of(tuple(sets), Wish(cell("3x8-12 60kg"), last=tuple(sets)))
    assert [one for line in lines for one in line.sets] == sets
    place = 0
    for line in lines:
        assert line.at == place
        place += len(line.sets)
    assert opened(tuple(sets)) == sum(line.number > 0 for line in lines if line.done)
