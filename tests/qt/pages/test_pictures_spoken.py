"""What a picture tells is what it shows: when the data is another, the pictures of every page say something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from accessible import painted, told
from food_cases import eat
from legwork.domain.plan.model import Plan
from legwork.services.plans import ChangePlan, plan_of, plans_of
from legwork.services.workouts import DeleteWorkout, workouts_of
from page_views import all_views
from program_driver import Desk

WITHOUT_DATA = {
    *("today_week_key", "train_count_key"),  # keys of signs
    *("tape_guide", "body_map"),  # of the field that has the focus
    *("today_step", "support_sign"),  # a card around its words; the first of several of one name
}
DATA = {
    *("today_week_rows", "today_history", "today_food_rows"),
    *("time_chart_0", "goal_chart", "goal_rates", "training_year", "kept_bars", "dose_chart"),
    *("gap_bars", "time_chart", "side_strip", "zone_map"),
    *("plan_volume_bars", "plan_volume_tonnage", "plan_volume_sessions", "plan_volume_course"),
    "food_week_picture",
}


def pictures(desk: Desk) -> dict[str, str]:
    """What each picture tells, by the name of the object."""
    found: dict[str, str] = {}
    for _ in all_views(desk):
        for one in painted(desk.window):
            if getattr(type(one), "spoken_role", "") and one.objectName():
                found.setdefault(one.objectName(), told(one))
    return found


def halved(plan: Plan) -> Plan:
    """Half of the exercises of each session."""
    return replace(plan, blocks=tuple(
        replace(block, weeks=tuple(
            replace(week, sessions=tuple(
                replace(one, entries=one.entries[: len(one.entries) // 2]) for one in week.sessions
            )) for week in block.weeks
        )) for block in plan.blocks
    ))  # fmt: skip


def change_everything(desk: Desk) -> None:
    """Other girths today, another day's food, a plan of half the work, and no training in the last ten weeks."""
    profile, person, today = desk.context.profile, desk.person, date.today()
    desk.remember(
        today, upper_thigh_left="66", upper_thigh_right="61", lower_thigh_left="47", lower_thigh_right="44",
        calf_left="43", calf_right="40", waist="99", hips="120", chest="130", forearm_left="35", forearm_right="31",
    )  # fmt: skip
    eat(profile, person, today, kcal="1234", protein="77")
    for one in workouts_of(profile, person.id):
        if one.workout.day > today - timedelta(weeks=10):
            profile.apply(DeleteWorkout(one.workout.id, one.workout.day))
    [info] = plans_of(profile, person.id)
    stored = plan_of(profile, info.id)
    assert stored is not None
    profile.apply(ChangePlan(info.id, stored.plan, halved(stored.plan), "Half"))
    desk.context.runner.reload_everything()
    desk.settle()


def test_other_data_is_told_in_other_words(sample: Desk) -> None:
    before = pictures(sample)
    change_everything(sample)
    after = pictures(sample)
    assert before.keys() >= DATA
    both = before.keys() & after.keys() - WITHOUT_DATA
    assert both >= DATA
    assert [name for name in sorted(both) if before[name] == after[name]] == []


def test_a_picture_tells_it_in_a_sentence(sample: Desk) -> None:
    short = {name: text for name, text in pictures(sample).items() if name in DATA and len(text.split()) < 6}
    assert short == {}
