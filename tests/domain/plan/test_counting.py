"""What a plan adds up to, worked by hand; and a plan of the largest kind counted without waiting."""

from __future__ import annotations

from dataclasses import replace
from itertools import count as counter

import pytest
from hypothesis import given

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.counting import Lookup, count_plan, count_week, session_minutes, tonnage_kg
from legwork.domain.plan.model import Entry, Plan, Session, Week, Weekday
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from plan_strategies import LOOKUP, PLANS

_IDS = counter(1)


def entry(exercise: str, cell: str, group: int | None = None) -> Entry:
    return Entry(next(_IDS), exercise, parse_cell(cell, UnitSystem.METRIC), group=group)


def session(*entries: Entry, weekday: Weekday | None = None) -> Session:
    return Session(next(_IDS), "", weekday, entries)


def week(*sessions: Session) -> Week:
    return Week(next(_IDS), sessions)


def test_direct_and_indirect_sets_by_hand() -> None:
    found = count_week(
        week(
            session(entry("back_squat", "4x6-8 @2 RIR"), entry("split_squat", "3x10/side")),
            session(entry("rdl", "3x8")),
        ),
        LOOKUP,
    )
    muscles = {key: (one.direct, one.indirect) for key, one in found.muscles.items()}
    assert muscles == {
        "quadriceps": (7, 0), "glutes": (10, 0), "adductors": (0, 2), "hamstrings": (3, 0.75), "lower_back": (0, 1.5),
    }  # fmt: skip
    assert found.muscles["hamstrings"].sources == {"split_squat": 0.75, "rdl": 3}
    assert found.muscles["hamstrings"].total == 3.75
    assert (found.lower, found.upper) == (10, 0)
    assert found.pattern_sets == {"squat": 4, "lunge": 3, "hinge": 3}


def test_easy_sets_are_no_hard_sets() -> None:
    found = count_week(week(session(entry("back_squat", "4x6 @4 RIR"), entry("leg_curl", "3x10 @4.5 RIR"))), LOOKUP)
    assert (found.lower, found.muscles["quadriceps"].direct) == (4, 4)
    assert "hamstrings" not in found.muscles


@pytest.mark.parametrize(
    ("exercise", "cell", "kg"),
    [
        ("back_squat", "3x10 60kg", 1800),
        ("back_squat", "5,3,1 100kg", 900),
        ("back_squat", "3x8-12 60kg", 1800),
        ("back_squat", "3x5 80%", 1680),
        ("split_squat", "3x10/side 20kg", 1200),
        ("db_press", "3x10 20kg", 1200),
        ("pull_up", "3x5 BW", 1200),
        ("pull_up", "3x5 BW+10kg", 1350),
        ("pull_up", "3x5 BW-20kg", 900),
        ("back_squat", "2x10 100lb", 907.18474),
        ("back_squat", "1xAMRAP 50kg", 500),
        ("rdl", "3x5 80%", None),
        ("rdl", "3x5 @2 RIR", None),
        ("rdl", "3x30s 60kg", None),
    ],
)
def test_tonnage_by_hand(exercise: str, cell: str, kg: float | None) -> None:
    found = tonnage_kg(entry(exercise, cell), LOOKUP)
    assert found == (None if kg is None else pytest.approx(kg))


def test_tonnage_is_summed_by_region_and_says_what_is_missing() -> None:
    found = count_week(
        week(session(entry("back_squat", "3x10 60kg"), entry("bench", "3x10 50kg"), entry("rdl", "3x8 @2"))), LOOKUP
    )
    assert found.tonnage_kg == {Region.LOWER: 1800, Region.UPPER: 1500}
    assert found.unknown_loads == 3


def test_body_weight_that_is_not_known_is_not_counted() -> None:
    assert tonnage_kg(entry("pull_up", "3x5 BW"), replace(LOOKUP, body_kg=None)) is None
    shared = replace(LOOKUP, body_shares={"pull_up": 0.5})
    assert tonnage_kg(entry("pull_up", "3x5 BW"), shared) == 600


@pytest.mark.parametrize(
    ("sign", "cell", "kg"),
    [
        (1, "3x5", 600),
        (1, "3x5 10kg", 750),
        (1, "3x5 BW+10kg", 750),
        (-1, "3x5 10kg", 450),
        (-1, "3x5 90kg", 0),
        (-1, "3x5 BW-10kg", 450),
        (-1, "3x5", None),
    ],
)
def test_where_the_body_is_lifted_a_load_is_added_to_it_or_helps(sign: int, cell: str, kg: float | None) -> None:
    lookup = replace(LOOKUP, on_body={"pull_up": sign}, body_shares={"pull_up": 0.5})
    assert tonnage_kg(entry("pull_up", cell), lookup) == kg
    assert tonnage_kg(entry("pull_up", cell), replace(lookup, body_kg=None)) is None


def test_minutes_by_hand() -> None:
    assert session_minutes(session(entry("back_squat", "3x10 t3110 r120"))) == (60 + 3 * (10 * 5 + 120)) / 60
    assert session_minutes(session(entry("back_squat", "3x10 ramp"))) == (60 + 180 + 3 * (10 * 4 + 120)) / 60
    assert session_minutes(session(entry("split_squat", "2x10/side r60"))) == (60 + 2 * (80 + 60)) / 60
    assert session_minutes(session(entry("bench", "3x30s r0"))) == (60 + 90) / 60


def test_a_superset_rests_once_a_round() -> None:
    pair = session(entry("bench", "3x10 r60", 1), entry("row", "4x10 r90", 1))
    assert session_minutes(pair) == (2 * 60 + 3 * 40 + 4 * 40 + 4 * 90) / 60


def test_leg_days_are_days() -> None:
    legs = ("back_squat", "3x8")
    days = [
        session(entry(*legs), weekday=Weekday.MONDAY),
        session(entry(*legs), weekday=Weekday.MONDAY),
        session(entry("back_squat", "2x8"), weekday=Weekday.FRIDAY),
        session(entry(*legs)),
        session(entry("bench", "5x5")),
    ]
    assert count_week(week(*days), LOOKUP).leg_days == 2


def test_leg_sets_at_6_to_12_reps() -> None:
    found = count_week(
        week(session(entry("back_squat", "15,12,6,5"), entry("rdl", "3x10-14"), entry("bench", "3x8"))), LOOKUP
    )
    assert found.leg_sets_6_to_12 == 5


def test_an_exercise_that_nobody_knows_takes_time_and_no_more() -> None:
    found = count_week(week(session(entry("moon_walk", "3x10"))), LOOKUP)
    assert (found.muscles, found.region_sets, found.lower) == ({}, {}, 0)
    assert sum(found.session_minutes.values()) > 5


@given(PLANS)
def test_sources_add_up_to_the_sum(plan: Plan) -> None:
    for one in count_plan(plan, LOOKUP):
        for muscle in one.muscles.values():
            assert sum(muscle.sources.values()) == pytest.approx(muscle.total)
        assert one.lower >= one.leg_sets_6_to_12 >= 0


@given(PLANS)
def test_an_empty_lookup_counts_nothing_but_time(plan: Plan) -> None:
    for one in count_plan(plan, Lookup()):
        assert not one.muscles and not one.region_sets and not one.tonnage_kg
