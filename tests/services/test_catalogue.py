"""The shipped exercises: complete, unambiguous, in warm words, and found by whatever name people and programs use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from legwork.domain.exercise import ON_BODY, BodyArea, Counting, Equipment, Exercise, Share, own_exercise
from legwork.domain.exercise_names import normal_form
from legwork.domain.muscles import LEG_MUSCLES, Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.counting import load_rule
from legwork.domain.plan_brief import LIFT_OF, TRAINED_BY
from legwork.domain.questionnaire import LONGEST_TEXT
from legwork.domain.sites import Region
from legwork.domain.strength import BAR, LIFTS, KnownLift
from legwork.services.catalogue import balance_lift, catalogue, catalogue_with, exercise
from legwork.services.plan_lookup import lookup_from

ALL = catalogue().exercises
BY_KEY = {one.key: one for one in ALL}


def each(check: Callable[[Exercise], None]) -> Callable[[], None]:
    """One test for all exercises, as thousands of tests would take long to collect; a failure names the exercise."""

    def run() -> None:
        for one in ALL:
            try:
                check(one)
            except AssertionError as failure:
                failure.add_note(f"exercise {one.key}")
                raise

    run.__doc__ = check.__doc__
    return run


def _key(name: str) -> str | None:
    found = catalogue().match(name)
    return found.key if found else None


# --- complete


def test_there_are_enough_and_legs_come_first() -> None:
    regions = [one.region for one in ALL]
    assert len(ALL) >= 130
    assert regions.count(Region.LOWER) >= 60
    assert regions == sorted(regions, key=[Region.LOWER, Region.UPPER, Region.TRUNK].index)
    assert ALL[0].key == "squat"
    assert all(not one.custom for one in ALL)


def test_every_pattern_and_every_muscle_is_covered() -> None:
    patterns = Counter(one.pattern for one in ALL)
    assert all(patterns[pattern] >= 2 for pattern in Pattern)
    muscles = Counter(muscle for one in ALL for muscle in one.direct)
    assert all(muscles[muscle] >= 2 for muscle in Muscle)
    assert all(muscles[muscle] >= 3 for muscle in LEG_MUSCLES)
    assert {one for exercise in ALL for one in exercise.equipment} == set(Equipment)
    assert {one.counting for one in ALL} == set(Counting)
    assert {area for one in ALL for area in one.avoid} == set(BodyArea)


@pytest.mark.parametrize("muscle", TRAINED_BY)
def test_a_brief_finds_an_exercise_for_each_muscle_and_pattern(muscle: Muscle) -> None:
    for pattern in TRAINED_BY[muscle]:
        assert any(one.pattern is pattern and one.share_of(muscle) >= 0.5 for one in ALL), f"{pattern} for {muscle}"


@pytest.mark.parametrize("muscle", TRAINED_BY)
def test_the_patterns_of_a_brief_are_those_that_the_catalogue_counts_as_direct(muscle: Muscle) -> None:
    """The lift of a pattern trains the muscle directly exactly where the brief says that the pattern does."""
    for pattern, (_, name) in LIFT_OF.items():
        found = catalogue().match(name)
        assert found is not None
        assert (found.share_of(muscle) == 1) == (pattern in TRAINED_BY[muscle]), f"{pattern} for {muscle}"


@pytest.mark.parametrize("pattern", LIFT_OF)
def test_the_lift_that_stands_for_a_pattern_is_here(pattern: Pattern) -> None:
    found = catalogue().match(LIFT_OF[pattern][1])
    assert found is not None and found.pattern is pattern


@pytest.mark.parametrize("lift", LIFTS, ids=lambda lift: lift.key)
def test_a_lift_of_balance_is_here_and_is_counted_as_it_is_there(lift: KnownLift) -> None:
    found = exercise(lift.key)
    assert found is not None and balance_lift(found) == lift.key
    assert (found.region, found.one_sided) == (lift.region, lift.sided)
    assert lift.counted != BAR or found.counting is Counting.TOTAL
    both_hands = 2 if found.counting is Counting.PER_HAND else 1
    assert load_rule(found.key, lookup_from(catalogue())).moved_kg(20.0, None) == 20.0 * both_hands


def test_other_exercises_are_no_lift_of_balance() -> None:
    assert balance_lift(BY_KEY["front_squat"]) is None


# --- sound


@each
def test_values_are_sensible(one: Exercise) -> None:
    low, high = one.reps
    assert 1 <= low < high <= (60 if one.timed else 45)
    assert (one.increment_kg is None) == (one.counting is Counting.BODY)
    assert one.increment_kg is None or one.increment_kg in (1, 1.25, 2, 2.5, 4, 5, 10)
    assert (one.body_share is None) == (one.counting not in ON_BODY)
    assert one.body_share is None or any(sign in one.body_reason for sign in ("convention", "Ebben", "Plagenhoef"))
    assert (Equipment.BODY in one.equipment) <= (one.counting in ON_BODY)
    assert one.counting is not Counting.PER_HAND or one.equipment[0] in (Equipment.DUMBBELLS, Equipment.KETTLEBELL)


@each
def test_shares_are_counted_whole_half_or_a_quarter(one: Exercise) -> None:
    assert {share.share for share in one.muscles} <= {1.0, 0.5, 0.25}
    assert 1 <= len(one.direct) <= 2 or one.key in ("trap_bar_deadlift",)
    shares = [share.share for share in one.muscles]
    assert shares == sorted(shares, reverse=True)


@each
def test_pain_holds_back_at_least_what_its_pattern_is_held_back_for(one: Exercise) -> None:
    like = own_exercise("own", "Own", one.pattern, (Share(Muscle.GLUTES, 1.0),))
    assert set(like.avoid) <= set(one.avoid)


@each
def test_something_stands_in_with_other_equipment(one: Exercise) -> None:
    others = [BY_KEY[other.key] for other in one.substitutes]
    assert 1 <= len(others) <= 12
    assert any(other.equipment[0] is not one.equipment[0] for other in others)
    parts = {share.muscle for share in one.muscles}
    for other in others:
        assert other.direct & parts, f"{other.key} trains nothing that {one.key} trains"


@each
def test_where_something_hurts_another_exercise_for_the_same_muscle_stands_in(one: Exercise) -> None:
    """Where possible: where the catalogue has an exercise with a direct muscle in common that spares the place."""
    others = [BY_KEY[other.key] for other in one.substitutes]
    for area in one.avoid:
        if any(area not in other.avoid and other.direct & one.direct for other in ALL):
            assert any(area not in other.avoid for other in others), f"nothing stands in while the {area} hurts"


@pytest.mark.parametrize(
    ("key", "counting"),
    [
        ("squat", Counting.TOTAL),
        ("goblet_squat", Counting.TOTAL),
        ("bulgarian_split_squat", Counting.PER_HAND),
        ("walking_lunge", Counting.PER_HAND),
        ("dumbbell_romanian_deadlift", Counting.PER_HAND),
        ("single_leg_romanian_deadlift", Counting.TOTAL),
        ("dumbbell_bench_press", Counting.PER_HAND),
        ("dumbbell_row", Counting.TOTAL),
        ("iso_lateral_row", Counting.PER_SIDE),
        ("cable_fly", Counting.PER_SIDE),
        ("pull_up", Counting.BODY_PLUS),
        ("assisted_pull_up", Counting.BODY_MINUS),
        ("incline_push_up", Counting.BODY),
    ],
)
def test_a_load_is_counted_as_people_write_it_down(key: str, counting: Counting) -> None:
    """Two dumbbells: one of them is written down. One weight in one or both hands: that weight."""
    assert BY_KEY[key].counting is counting


def test_help_is_subtracted_only_where_something_helps() -> None:
    for one in ALL:
        helped = one.name.startswith(("Assisted", "Band-assisted"))
        assert (one.counting is Counting.BODY_MINUS) == helped, one.key


# --- what is known


@pytest.mark.parametrize(
    ("key", "muscle", "study", "number"),
    [
        ("squat", Muscle.QUADRICEPS, "Kubo 2019", "4.9 %"),
        ("squat", Muscle.GLUTES, "Kubo 2019", "6.7 %"),
        ("squat", Muscle.ADDUCTORS, "Kubo 2019", "6.2 %"),
        ("leg_extension", Muscle.QUADRICEPS, "Kubo 2019", "rectus femoris"),
        ("seated_leg_curl", Muscle.HAMSTRINGS, "Maeo 2021", "14 %"),
        ("lying_leg_curl", Muscle.HAMSTRINGS, "Maeo 2021", "9 %"),
        ("standing_calf_raise", Muscle.CALVES, "Kinoshita 2023", "5.6 %"),
        ("seated_calf_raise", Muscle.CALVES, "Kinoshita 2023", "2.1 %"),
        ("lengthened_calf_raise", Muscle.CALVES, "Kassiano 2023", "15.2 %"),
        ("hip_thrust", Muscle.GLUTES, "Plotkin 2023", "as with squats"),
    ],
)
def test_a_share_names_the_study_behind_it(key: str, muscle: Muscle, study: str, number: str) -> None:
    """SCIENCE section 6."""
    [share] = [one for one in BY_KEY[key].muscles if one.muscle is muscle]
    assert study in share.reason and number in share.reason


@pytest.mark.parametrize("pattern", [Pattern.SQUAT, Pattern.LEG_PRESS])
def test_squats_and_presses_do_not_count_for_the_back_of_the_thighs(pattern: Pattern) -> None:
    """Kubo 2019: the hamstrings did not grow."""
    for one in ALL:
        if one.pattern is pattern:
            assert one.share_of(Muscle.HAMSTRINGS) <= 0.25, one.key


# --- texts


def _texts(one: Exercise) -> list[str]:
    texts = [share.reason for share in one.muscles] + list(one.cues) + [other.why for other in one.substitutes]
    return [text for text in (*texts, one.body_reason) if text]


@each
def test_texts_are_short_sentences_that_can_be_translated(one: Exercise) -> None:
    assert 3 <= len(one.name) <= 40 and not one.name.endswith(".")
    assert 2 <= len(one.cues) <= 4
    assert all(7 <= len(cue) <= 90 for cue in one.cues)
    for text in _texts(one):
        assert text[0].isupper() and text.endswith(".") and len(text) <= LONGEST_TEXT, text
        assert not set("{}") & set(text), text


@each
def test_texts_promise_nothing_and_blame_nobody(one: Exercise) -> None:
    for text in _texts(one):
        words = text.lower()
        for word in (
            "cure",
            "heal",
            "injur",
            "diagnos",
            "rehab",
            "prevent",
            "guarantee",
            "chicken",
            "lazy",
            "perfect!",
        ):
            assert word not in words, text


def test_cues_belong_to_their_exercise() -> None:
    """A set of cues that two exercises share tells of neither."""
    seen = Counter(one.cues for one in ALL)
    assert [cues for cues, count in seen.items() if count > 1] == []


# --- names


@each
def test_each_name_and_alias_finds_its_exercise(one: Exercise) -> None:
    for name in (one.name, *one.aliases):
        assert catalogue().match(name) is one, name


@each
def test_all_three_naming_families_find_it(one: Exercise) -> None:
    for alias in one.aliases:
        movement, _, rest = alias.partition(" (")
        equipment = rest.removesuffix(")")
        if equipment not in ("", "Bar") and "(" not in equipment and " to " not in alias.lower():
            assert catalogue().match(f"{equipment} {movement}") is one
            assert catalogue().match(f"{movement}, {equipment}") is one


@pytest.mark.parametrize("variant", ["Low Bar", "Front", "Sumo", "Assisted", "Weighted"])
def test_a_variant_is_never_merged_into_the_base_lift(variant: str) -> None:
    for one in ALL:
        for name in (one.name, *one.aliases):
            if variant.casefold() in one.name.casefold() or set(normal_form(variant).split()) <= set(
                normal_form(name).split()
            ):
                continue
            for varied in (f"{variant} {name}", f"{name} ({variant})", f"{name}, {variant}"):
                assert catalogue().match(varied) is not one, varied


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Squat (Barbell)", "squat"),
        ("Squat (Bar)", "squat"),
        ("Barbell Back Squat", "squat"),
        ("Low Bar Squat (Barbel)", "low_bar_squat"),
        ("Front Squat", "front_squat"),
        ("Sumo Deadlift (Barbell)", "sumo_deadlift"),
        ("Romanian Deadlift, Barbell", "romanian_deadlift"),
        ("Pull Up", "pull_up"),
        ("Pull Up (Assisted)", "assisted_pull_up"),
        ("Machine Assisted Pull Up", "assisted_pull_up"),
        ("Pull Up (Weighted)", "weighted_pull_up"),
        ("Chest Dip (Assisted)", "assisted_chest_dip"),
        ("Back Extension (Weighted Hyperextension)", "weighted_back_extension"),
        ("Leg Extension (Machine)", "leg_extension"),
        ("Lying Leg Curl Machine", "lying_leg_curl"),
        ("Oturarak Leg Curl (Makine)", "seated_leg_curl"),
        ("Leg Press 45º (Máquina)", "leg_press"),
        ("Calf Press on Seated Leg Press", "leg_press_calf_raise"),
        ("Seated Cable Row - V Grip (Cable)", "seated_cable_row"),
        ("Flat Barbell Bench Press", "bench_press"),
        ("Incline Bench DB", "incline_dumbbell_press"),
        ("High to Low Cable Fly", "high_cable_fly"),
        ("Dumbbell Squat To Shoulder Press", "dumbbell_thruster"),
        ("Barfiks (Ağırlıklı)", "weighted_pull_up"),
        ("Dar Tutuş Bench Press (Bar)", "close_grip_bench_press"),
        ("Split Squat Bulgaro con Manubri", "bulgarian_split_squat"),
    ],
)
def test_names_of_other_programs_are_known(name: str, key: str) -> None:
    assert _key(name) == key


@pytest.mark.parametrize(
    "name",
    [
        "Shoulder Press",
        "Rear Delt Fly",
        "Leg Curl",
        "Machine Row (Each Side)",
        "Treadmill",
        "Rowing Machine",
        "Triceps Stretch",
        "",
        "(-)",
    ],
)
def test_what_could_be_several_or_is_no_lift_stays_open(name: str) -> None:
    assert catalogue().match(name) is None


# --- finding


def _found(words: str) -> list[str]:
    return [one.key for one in catalogue().search(words)]


def test_the_exact_name_comes_first() -> None:
    assert _found("hip thrust")[0] == "hip_thrust"
    assert _found("Squat")[0] == "squat"
    assert _found("RDL")[0] == "romanian_deadlift"
    assert _found("bench press")[0] == "bench_press"


def test_words_may_be_begun_and_come_in_any_order() -> None:
    assert "seated_leg_curl" in _found("curl seat")
    assert _found("pull u")[0] == _found("pullup")[0] == "pull_up"
    assert _found("squats bulgarian")[0] == "bulgarian_split_squat"
    assert "leg_press" in _found("45")


def test_a_name_goes_before_an_alias_and_legs_before_the_rest() -> None:
    found = _found("press")
    assert found.index("leg_press") < found.index("bench_press") < found.index("tate_press")
    lunges = _found("lunge")
    assert lunges[0] == "lunge"
    assert lunges.index("walking_lunge") < lunges.index("split_squat"), "split squats are called static lunges by some"


def test_nothing_typed_shows_all_and_nonsense_nothing() -> None:
    assert catalogue().search("") == catalogue().search("  ") == ALL
    assert catalogue().search("xylophone") == ()
    assert catalogue().search("", limit=5) == ALL[:5]
    assert len(catalogue().search("squat", limit=3)) == 3


def test_an_own_exercise_is_found_like_any_other() -> None:
    mine = own_exercise("own_1", "Kniebeuge mit Hund", Pattern.SQUAT, (Share(Muscle.QUADRICEPS, 1.0),))
    both = catalogue_with((mine,))
    assert both.exercises == (mine, *ALL)
    assert both.get("own_1") is mine and both.match("kniebeuge mit hund") is mine
    assert both.search("hund") == (mine,)
    assert both.match("Squat") is BY_KEY["squat"]
    assert catalogue().match("Kniebeuge mit Hund") is None


def test_files_are_read_once() -> None:
    assert catalogue() is catalogue()
