"""A drafted plan at a glance: facts, sessions and sets in short words."""

from __future__ import annotations

from legwork.domain.plan.model import Entry, Plan
from legwork.domain.plan.prescription import Prescription, Target
from legwork.domain.planner.wishes import Wishes
from legwork.domain.sites import Region
from legwork.services.planner_glance import cell_words, glance_of
from planner_cases import BEHIND, EXERCISES, drafted


def test_the_first_week_is_told_in_short_words() -> None:
    found = glance_of(drafted("full_body_2", Wishes(minutes=45)).plan, BEHIND, EXERCISES)
    assert found.facts.startswith("12 weeks, 2 days a week, sessions of up to 4")
    first, second = found.sessions
    assert (first.name, first.when[:12]) == ("Full body A", "Monday, abou")
    assert second.when.startswith("Thursday")
    squat = first.lines[0]
    assert (squat.key, squat.name, squat.cell, squat.region) == ("squat", "Back squat", "2 × 6–10", Region.LOWER)
    assert "Back squat 2 × 6–10" in first.spoken
    assert any(line.cell == "2 × 8–12 a side" for line in second.lines)


def test_muscles_show_where_they_begin_end_and_what_is_wanted() -> None:
    found = glance_of(drafted("full_body_3", Wishes()).plan, BEHIND, EXERCISES)
    thighs = found.muscles[0]
    assert (thighs.name, thighs.first, thighs.most, thighs.band) == ("Front of the thighs", 6, 10, (6, 10))
    assert thighs.text == "6 to 10"
    assert thighs.spoken == "front of the thighs: 6 to 10 hard sets a week, wanted are 6 to 10."
    assert len(found.muscles) == len(BEHIND.sets)


def test_seconds_single_numbers_and_no_plan_at_all() -> None:
    held = Entry(0, "plank", Prescription((Target(20, 60, seconds=True),) * 2))
    assert cell_words(held) == "2 × 20–60 s"
    assert cell_words(Entry(0, "squat", Prescription((Target(5, 5),) * 3))) == "3 × 5"
    assert glance_of(Plan(), BEHIND, EXERCISES).sessions == ()
