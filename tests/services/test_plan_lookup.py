"""What is known of exercises and of a person's strength and weight, as the counts of a plan need it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import day, somebody
from legwork.domain.exercise import Counting
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.counting import Lookup, tonnage_kg
from legwork.domain.plan.model import Entry
from legwork.domain.sites import Region, Side
from legwork.domain.strength import one_rep_max
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.catalogue import catalogue, exercise
from legwork.services.check_ins import RecordReadings
from legwork.services.lifts import SetLift
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_from, lookup_of
from legwork.services.profile import Profile
from workout_texts import add_workout, did

TODAY = date(2026, 11, 25)


def _lift(
    profile: Profile, person: Person, key: str, kg: float, reps: int, side: Side = Side.NONE, ago: int = 1
) -> None:
    quantity = Quantity(kg, "kg", f"{kg:g}")
    profile.apply(SetLift(person.id, date.today() - timedelta(days=ago), key, side, quantity, reps, 0.0))


def _once(kg: float, reps: int) -> float:
    found = one_rep_max(kg, reps, 0.0)
    assert found is not None
    return found.kg


def _tonnage(lookup: Lookup, exercise: str, cell: str) -> float | None:
    return tonnage_kg(Entry(1, exercise, parse_cell(cell, UnitSystem.METRIC)), lookup)


def test_every_exercise_is_known_with_its_muscles_and_place() -> None:
    lookup = lookup_from(catalogue())
    assert len(lookup.shares) == len(lookup.regions) == len(lookup.patterns) == len(catalogue().exercises)
    assert lookup.shares["deadlift"]["glutes"] == 1 and lookup.shares["deadlift"]["hamstrings"] == 0.5
    assert (lookup.regions["squat"], lookup.patterns["squat"]) == (Region.LOWER, "squat")


@pytest.mark.parametrize("key", ["squat", "split_squat", "pull_up", "hip_thrust", "leg_press", "plank"])
def test_a_load_is_multiplied_as_its_exercise_counts_it(key: str) -> None:
    found = exercise(key)
    assert found is not None
    lookup = lookup_from(catalogue())
    assert lookup.hands.get(key, 1) == (2 if found.counting in (Counting.PER_HAND, Counting.PER_SIDE) else 1)
    assert (key in lookup.on_body) == (found.counting in (Counting.BODY_PLUS, Counting.BODY_MINUS, Counting.BODY))


def test_help_is_taken_off_and_what_is_hung_on_is_added() -> None:
    lookup = lookup_from(catalogue(), body_kg=80)
    share = lookup.body_shares["pull_up"]
    assert _tonnage(lookup, "pull_up", "1x10 10kg") == pytest.approx(10 * (80 * share + 10))
    assisted = next(one.key for one in catalogue().exercises if one.counting is Counting.BODY_MINUS)
    assert _tonnage(lookup, assisted, "1x10 30kg") == pytest.approx(10 * (80 * lookup.body_shares[assisted] - 30))


def test_percentages_count_from_the_lifts_that_were_typed_in(profile: Profile, person: Person) -> None:
    _lift(profile, person, "squat", 100, 5)
    lookup = lookup_of(profile, person, date.today())
    assert lookup.max_kg == {"squat": pytest.approx(_once(100, 5))}
    assert _tonnage(lookup, "squat", "3x5 80%") == pytest.approx(15 * 0.8 * _once(100, 5))
    assert _tonnage(lookup, "bench_press", "3x5 80%") is None


def test_both_dumbbells_together_are_one_dumbbell_in_a_cell_and_the_weaker_leg_counts(
    profile: Profile, person: Person
) -> None:
    _lift(profile, person, "split_squat", 44, 8, Side.LEFT)
    _lift(profile, person, "split_squat", 40, 8, Side.RIGHT)
    lookup = lookup_of(profile, person, date.today())
    assert lookup.max_kg["split_squat"] == pytest.approx(_once(40, 8) / 2), "one of two dumbbells"
    both = pytest.approx(2 * 10 * _once(40, 8) * 0.5)
    assert _tonnage(lookup, "split_squat", "1x10 50%") == both, "both dumbbells move, and each leg has its ten"
    assert _tonnage(lookup, "split_squat", "1x10/side 50%") == both


def test_an_old_lift_counts_until_there_is_a_newer_one(profile: Profile, person: Person) -> None:
    _lift(profile, person, "squat", 120, 5, ago=400)
    assert lookup_of(profile, person, date.today()).max_kg["squat"] == pytest.approx(_once(120, 5))
    _lift(profile, person, "squat", 90, 5, ago=10)
    assert lookup_of(profile, person, date.today()).max_kg["squat"] == pytest.approx(_once(90, 5))


def test_a_set_of_too_many_reps_tells_nothing(profile: Profile, person: Person) -> None:
    _lift(profile, person, "squat", 40, 40)
    assert lookup_of(profile, person, date.today()).max_kg == {}


def test_the_newest_body_weight_up_to_that_day_counts(profile: Profile, person: Person) -> None:
    assert lookup_of(profile, person, TODAY).body_kg is None
    days = {TODAY - timedelta(days=400): "84", TODAY - timedelta(days=3): "80.5"}
    profile.apply(RecordReadings(person.id, tuple(day(when, body_weight=text) for when, text in days.items())))
    assert lookup_of(profile, person, TODAY).body_kg == 80.5
    assert lookup_of(profile, person, TODAY - timedelta(days=10)).body_kg == 84
    other = somebody(profile, "Bo")
    assert lookup_of(profile, other, TODAY).body_kg is None


def test_percentages_follow_the_log_where_no_lift_was_typed_in(profile: Profile, person: Person) -> None:
    today = date.today()
    add_workout(profile, person, today, did("leg_press", "200x5@0", "w 300x5", "100x20"), did("pull_up", "+20x5@0"))
    add_workout(profile, person, today - timedelta(days=300), did("leg_press", "300x5@0"))
    add_workout(profile, person, today, did("leg_extension", "L 40x5@0 / R 36x5@0"), did("split_squat", "20x5@0"))
    maxima = lookup_of(profile, person, today).max_kg
    assert maxima["leg_press"] == pytest.approx(_once(200, 5))
    assert maxima["leg_extension"] == pytest.approx(_once(36, 5)), "the weaker leg sets the load"
    assert maxima["split_squat"] == pytest.approx(_once(20, 5)), "as its cells count it: one of two dumbbells"
    assert "pull_up" not in maxima
    _lift(profile, person, "squat", 100, 5)
    assert lookup_of(profile, person, today).max_kg["squat"] == pytest.approx(_once(100, 5))
