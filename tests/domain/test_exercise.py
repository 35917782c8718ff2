"""Exercises: what a load moves, what pain holds back, how a file is refused, and how one is found by its name."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.exercise import (
    COUNTED,
    EQUIPMENT,
    BodyArea,
    Counting,
    Equipment,
    Exercise,
    Share,
    avoid_of,
    checked,
    own_exercise,
)
from legwork.domain.exercise_file import exercises_in, linked
from legwork.domain.exercise_names import Catalogue, normal_form
from legwork.domain.muscles import LEG_MUSCLES, MUSCLES, Muscle, region_of
from legwork.domain.pain_holds import HELD
from legwork.domain.patterns import PATTERNS, Pattern, pattern_region
from legwork.domain.plan.counting import load_rule
from legwork.domain.self_checks import Area
from legwork.domain.sites import Region
from legwork.services.plan_lookup import lookup_from

QUADS = (Share(Muscle.QUADRICEPS, 1.0),)


def _own(key: str, name: str, counting: Counting = Counting.TOTAL, share: float | None = None) -> Exercise:
    return own_exercise(key, name, Pattern.SQUAT, QUADS, counting=counting, body_share=share)


# --- what a load moves


def moved_kg(one: Exercise, load_kg: float | None, body_kg: float | None) -> float | None:
    """What moves in one rep, as plan and log count it."""
    return load_rule(one.key, lookup_from(Catalogue((one,)))).moved_kg(load_kg, body_kg)


@pytest.mark.parametrize(
    ("counting", "share", "load", "body", "moved"),
    [
        (Counting.TOTAL, None, 100.0, 80.0, 100.0),
        (Counting.TOTAL, None, 100.0, None, 100.0),
        (Counting.TOTAL, None, None, 80.0, None),
        (Counting.PER_HAND, None, 20.0, None, 40.0),
        (Counting.PER_SIDE, None, 35.0, None, 70.0),
        (Counting.BODY, 0.64, None, 80.0, 51.2),
        (Counting.BODY_PLUS, 1.0, None, 80.0, 80.0),
        (Counting.BODY_PLUS, 1.0, 10.0, 80.0, 90.0),
        (Counting.BODY_PLUS, 0.5, 10.0, 80.0, 50.0),
        (Counting.BODY_MINUS, 1.0, 30.0, 80.0, 50.0),
        (Counting.BODY_MINUS, 1.0, 90.0, 80.0, 0.0),
        (Counting.BODY_PLUS, 1.0, 10.0, None, None),
    ],
)
def test_a_load_moves_what_its_counting_says(
    counting: Counting, share: float | None, load: float | None, body: float | None, moved: float | None
) -> None:
    assert moved_kg(_own("own", "Mine", counting, share), load, body) == (
        None if moved is None else pytest.approx(moved)
    )


@given(st.floats(0, 300), st.floats(0, 300), st.floats(30, 250))
def test_more_help_never_moves_more_and_more_weight_never_less(one: float, other: float, body: float) -> None:
    low, high = sorted((one, other))
    helped, loaded = _own("a", "A", Counting.BODY_MINUS), _own("b", "B", Counting.BODY_PLUS)
    assert moved_kg(helped, high, body) <= moved_kg(helped, low, body)
    assert moved_kg(loaded, high, body) >= moved_kg(loaded, low, body)


# --- an exercise of one's own


def test_an_own_exercise_is_an_ordinary_one() -> None:
    found = own_exercise("own_1", "Hill sprints with Rex", Pattern.LUNGE, QUADS, (Equipment.BODY,), one_sided=True)
    assert (found.region, found.compound, found.custom) == (Region.LOWER, True, True)
    assert found.label == "Hill sprints with Rex"
    assert set(found.avoid) == {BodyArea.KNEE, BodyArea.HIP, BodyArea.ANKLE}
    assert found.direct == {Muscle.QUADRICEPS}
    assert (found.share_of(Muscle.QUADRICEPS), found.share_of(Muscle.CHEST)) == (1.0, 0.0)


def test_an_own_exercise_on_the_body_needs_no_more_said() -> None:
    hang = own_exercise("own_2", "Ring hang", Pattern.PULLDOWN, (Share(Muscle.LATS, 1.0),), counting=Counting.BODY)
    assert (hang.body_share, hang.increment_kg, hang.region) == (1.0, None, Region.UPPER)
    assert moved_kg(hang, None, 75.0) == 75.0


@pytest.mark.parametrize(
    "muscles",
    [
        (Share(Muscle.GLUTES, 0.5),),
        (Share(Muscle.GLUTES, 1.5),),
        (Share(Muscle.GLUTES, 1.0), Share(Muscle.CALVES, 0.0)),
        (Share(Muscle.GLUTES, 1.0), Share(Muscle.GLUTES, 0.5)),
    ],
)
def test_an_own_exercise_has_a_direct_muscle_and_honest_shares(muscles: tuple[Share, ...]) -> None:
    with pytest.raises(ValueError, match="own_3"):
        own_exercise("own_3", "Nothing", Pattern.SQUAT, muscles)


def test_only_an_own_exercise_may_have_no_muscle_which_nobody_knows() -> None:
    unknown = own_exercise("own_3", "Hopsla", Pattern.CARRY, ())
    assert (unknown.direct, unknown.share_of(Muscle.QUADRICEPS)) == (frozenset(), 0.0)
    with pytest.raises(ValueError, match="one muscle with 1"):
        checked(replace(unknown, custom=False), "here")


@pytest.mark.parametrize("pattern", Pattern)
def test_what_a_pattern_avoids_is_what_pain_holds_back(pattern: Pattern) -> None:
    held = {area.value for area, patterns in HELD.items() if pattern in patterns and area is not Area.UNNAMED}
    assert {one.value for one in avoid_of(pattern)} == held


@pytest.mark.parametrize(
    ("area", "patterns"),
    [
        (Area.KNEE, {Pattern.SLED, Pattern.OLYMPIC}),
        (Area.HIP, {Pattern.ADDUCTION, Pattern.ABDUCTION, Pattern.SLED, Pattern.OLYMPIC}),
        (Area.LOWER_BACK, {Pattern.BACK_EXTENSION, Pattern.CARRY, Pattern.OLYMPIC}),
        (Area.ANKLE, {Pattern.TIBIALIS, Pattern.SLED, Pattern.OLYMPIC}),
    ],
)
def test_the_whole_body_s_patterns_are_held_back_too(area: Area, patterns: set[Pattern]) -> None:
    assert patterns <= set(HELD[area])


# --- words for people


def test_everything_has_a_name_for_people_and_no_name_twice() -> None:
    for names, kind in ((MUSCLES, Muscle), (PATTERNS, Pattern), (EQUIPMENT, Equipment), (COUNTED, Counting)):
        assert set(names) == set(kind)
        assert len(set(names.values())) == len(names)


def test_muscles_and_patterns_have_a_region() -> None:
    assert tuple(one for one in Muscle if region_of(one) is Region.LOWER) == LEG_MUSCLES == tuple(Muscle)[:7]
    assert Muscle.SHINS in LEG_MUSCLES and Muscle.ADDUCTORS in LEG_MUSCLES
    assert region_of(Muscle.LOWER_BACK) is Region.TRUNK and region_of(Muscle.LATS) is Region.UPPER
    assert pattern_region(Pattern.OLYMPIC) is Region.LOWER and pattern_region(Pattern.SLED) is Region.LOWER
    assert pattern_region(Pattern.HORIZONTAL_PRESS) is Region.UPPER and pattern_region(Pattern.NECK) is Region.UPPER
    assert pattern_region(Pattern.BACK_EXTENSION) is Region.TRUNK and pattern_region(Pattern.CARRY) is Region.TRUNK


# --- files

ONE = {
    "key": "squat",
    "name": "Back squat",
    "pattern": "squat",
    "equipment": ["barbell", "rack"],
    "counting": "total",
    "one_sided": False,
    "compound": True,
    "reps": [5, 10],
    "increment_kg": 2.5,
    "muscles": [{"muscle": "quadriceps", "share": 1.0, "reason": "Straightens the knee."}],
    "cues": ["Feet flat.", "Chest up."],
    "avoid": ["knee"],
    "substitutes": ["front_squat"],
    "aliases": ["Squat (Barbell)"],
}


def _file(**change: object) -> dict[str, object]:
    one = {**copy.deepcopy(ONE), **change}
    return {"region": "lower", "exercises": [{name: value for name, value in one.items() if value != "gone"}]}


def test_a_file_is_read_whole() -> None:
    [found] = exercises_in(json.loads(json.dumps(_file())), "lower.json")
    assert (found.key, found.name, found.pattern, found.region) == ("squat", "Back squat", Pattern.SQUAT, Region.LOWER)
    assert found.equipment == (Equipment.BARBELL, Equipment.RACK)
    assert (found.reps, found.increment_kg, found.body_share) == ((5, 10), 2.5, None)
    assert found.muscles == (Share(Muscle.QUADRICEPS, 1.0, "Straightens the knee."),)
    assert [one.key for one in found.substitutes] == ["front_squat"]
    assert (found.custom, found.timed, found.compound) == (False, False, True)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"cues": "gone"}, "cues is missing"),
        ({"mood": "good"}, "mood is not known"),
        ({"key": "Back Squat"}, "small letters"),
        ({"name": ""}, "name"),
        ({"pattern": "twerk"}, "twerk is no Pattern"),
        ({"equipment": ["spoon"]}, "spoon is no Equipment"),
        ({"equipment": ["rack", "rack"]}, "rack is there twice"),
        ({"counting": "guess"}, "guess is no Counting"),
        ({"one_sided": "yes"}, "one_sided is either"),
        ({"reps": [10, 5]}, "no sensible range"),
        ({"reps": [0, 5]}, "no sensible range"),
        ({"reps": [5, 90]}, "no sensible range"),
        ({"reps": [5.5, 8]}, "whole numbers"),
        ({"reps": [5]}, "whole numbers"),
        ({"increment_kg": 0}, "no sensible step"),
        ({"increment_kg": -2.5}, "no sensible step"),
        ({"increment_kg": None}, "a step in load is needed"),
        ({"increment_kg": True}, "True is no number"),
        ({"muscles": [{"muscle": "brain", "share": 1.0, "reason": "Thinks."}]}, "brain is no Muscle"),
        ({"muscles": [{"muscle": "glutes", "share": 0.5, "reason": "Helps."}]}, "one muscle with 1"),
        ({"muscles": [{"muscle": "glutes", "share": 1.2, "reason": "Helps."}]}, "above 0 and up to 1"),
        ({"muscles": [{"muscle": "glutes", "share": 1.0, "reason": ""}]}, "reason"),
        ({"muscles": []}, "something in it"),
        ({"cues": ["Only one."]}, "2 to 4 cues"),
        ({"cues": ["One.", "Two.", "Three.", "Four.", "Five."]}, "2 to 4 cues"),
        ({"cues": ["Feet flat.", "Chest " * 20 + "up."]}, "up to 90 letters"),
        ({"avoid": ["soul"]}, "soul is no BodyArea"),
        ({"substitutes": []}, "something in it"),
        ({"substitutes": [{"key": "lunge"}]}, "why is missing"),
        ({"body": {"share": 0.5, "reason": "Half."}}, "exactly where the body counts"),
        ({"counting": "body_plus"}, "exactly where the body counts"),
        ({"counting": "body_plus", "body": {"share": 1.5, "reason": "More."}}, "above 0 and up to 1"),
    ],
)
def test_a_bad_exercise_is_refused_with_its_place(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as refusal:
        exercises_in(_file(**change), "lower.json")
    assert "lower.json" in str(refusal.value) or "exercise squat" in str(refusal.value)


def test_seconds_may_be_longer_than_reps() -> None:
    [found] = exercises_in(_file(timed=True, reps=[30, 90]), "lower.json")
    assert found.timed


def _pair(**change: object) -> list[dict[str, object]]:
    other = {**ONE, "key": "front_squat", "substitutes": ["squat"], **change}
    return [other, copy.deepcopy(ONE)]


def _linked(pair: list[dict[str, object]]) -> tuple[Exercise, ...]:
    return linked(exercises_in({"region": "lower", "exercises": pair}, "lower.json"))


def test_substitutes_name_each_other_or_say_why() -> None:
    assert len(_linked(_pair())) == 2
    why = {"key": "squat", "why": "Works the same thighs."}
    pair = _pair(pattern="leg_press", substitutes=[why])
    pair[1]["substitutes"] = [{"key": "front_squat", "why": "Works the same thighs."}]
    assert len(_linked(pair)) == 2


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"substitutes": ["lunge"]}, "lunge cannot stand in"),
        ({"substitutes": ["front_squat"]}, "front_squat cannot stand in"),
        ({"substitutes": [{"key": "squat", "why": "Easier."}], "pattern": "leg_press"}, "another pattern: say why"),
        ({"substitutes": ["squat", {"key": "squat", "why": "Easier."}]}, "squat is there twice"),
    ],
)
def test_a_bad_substitute_is_refused(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        _linked(_pair(**change))


def test_a_substitute_that_is_not_named_back_is_refused() -> None:
    third = {**ONE, "key": "box_squat", "substitutes": ["squat"]}
    with pytest.raises(ValueError, match="squat does not name it in return"):
        _linked([*_pair(), third])


# --- names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bench Press (Barbell)", "Barbell Bench Press"),
        ("Bench Press (Barbell)", "Bench Press, Barbell"),
        ("Bench Press (Bar)", "BB bench-press"),
        ("Squat, Bar", "Barbell Squats"),
        ("Pull Ups", "pull-up"),
        ("Triceps Push Down", "Tricep pushdowns"),
        ("Flyes (Dumbbell)", "DB Fly"),
        ("Standing Calves Raises", "standing calf raise"),
        ("Leg Press 45º (Máquina)", "leg press 45° machine"),
        ("One-Legged Deadlift", "Single Leg Deadlift"),
        ("RDL", "Romanian Deadlift"),
        ("Clean & Jerk", "Clean and Jerk"),
        ("Squat (Smith Machine)", "Smith Squat"),
    ],
)
def test_one_name_in_several_spellings(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Low Bar Squat", "Squat (Bar)"),
        ("Low to high cable fly", "High to low cable fly"),
        ("Bench Press (Each Side)", "Bench Press"),
        ("Seated Leg Curl", "Leg Curl"),
        ("Push Press", "Press"),
        ("Practice Squat", "Squat"),
    ],
)
def test_names_that_are_not_the_same(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@given(st.text(max_size=40))
def test_any_name_has_one_form_that_stays_the_same(name: str) -> None:
    form = normal_form(name)
    assert normal_form(name.upper().lower()) == normal_form(name.lower())
    assert form == " ".join(form.split())


def test_an_own_name_goes_before_a_shipped_one() -> None:
    shipped = replace(_own("squat", "Squat"), custom=False, aliases=("Squat (Barbell)",))
    mine, second = _own("own_1", "Squats"), _own("own_2", "squat")
    found = Catalogue((mine, second, shipped))
    assert found.match("Squat") is mine
    assert found.match("Barbell Squat") is shipped
    assert found.get("squat") is shipped and found.get("nothing") is None


def test_two_shipped_exercises_never_share_a_name_or_a_key() -> None:
    one = replace(_own("squat", "Squat"), custom=False)
    with pytest.raises(ValueError, match="is a name of squat and of other"):
        Catalogue((one, replace(one, key="other", name="Other", aliases=("Squats",))))
    with pytest.raises(ValueError, match="squat is there twice"):
        Catalogue((one, replace(one, name="Other")))


def test_a_search_gives_the_exact_name_then_its_beginning_then_the_middle_then_aliases() -> None:
    names = ("Dip station walk", "Bench dip", "Dip bar hold", "Dip")
    found = [replace(_own(f"own_{place}", name), custom=False) for place, name in enumerate(names)]
    other = replace(_own("own_9", "Parallel press"), custom=False, aliases=("Dips on bars",))
    ranked = Catalogue((other, *found)).search("dip")
    assert [one.name for one in ranked] == ["Dip", "Dip station walk", "Dip bar hold", "Bench dip", "Parallel press"]
