"""What is offered for a wish: groups, their order, and what each exercise is in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legwork.domain.exercise import BodyArea, Equipment, Exercise, Share, Substitute, own_exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.services import exercise_words as words
from legwork.services.catalogue import catalogue, catalogue_with
from legwork.services.exercise_search import Wish, groups_of

QUADS = (Share(Muscle.QUADRICEPS, 1.0),)
OWN = own_exercise("own_box", "Box squat, mine", Pattern.SQUAT, QUADS, (Equipment.BARBELL,))


def _keys(found: Catalogue, wish: Wish) -> list[str]:
    return [one.key for group in groups_of(found, wish) for one in group.exercises]


@pytest.mark.parametrize("like", ["", "squat", "own_box"])
def test_every_exercise_is_offered_once(like: str) -> None:
    found = catalogue_with((OWN,))
    keys = _keys(found, Wish(like=like))
    assert sorted(keys) == sorted(one.key for one in found.exercises)


def test_the_kind_of_what_is_replaced_comes_after_what_can_stand_in() -> None:
    groups = groups_of(catalogue_with((OWN,)), Wish(like="romanian_deadlift"))
    assert [one.title for one in groups[:4]] == [
        "Can stand in for Romanian deadlift", "Deadlifts and hinges", "Your own", "Squats",
    ]  # fmt: skip


def test_substitutes_that_do_not_fit_the_filters_are_left_out() -> None:
    [first, *_] = groups_of(catalogue(), Wish(like="squat", equipment=Equipment.DUMBBELLS))
    assert first.exercises
    assert all(Equipment.DUMBBELLS in one.equipment for one in first.exercises)
    groups = groups_of(catalogue(), Wish(like="squat", kind=Region.UPPER))
    assert groups[0].title == "Chest presses"


def test_nothing_that_fits_is_no_group() -> None:
    assert groups_of(catalogue(), Wish("zzz")) == ()
    assert groups_of(Catalogue(()), Wish()) == ()


def test_spaces_alone_are_no_words() -> None:
    assert groups_of(catalogue(), Wish("  ")) == groups_of(catalogue(), Wish())


def test_a_substitute_that_was_deleted_is_passed_over() -> None:
    own = replace(OWN, substitutes=(Substitute("own_gone"), Substitute("squat")))
    [first, *_] = groups_of(catalogue_with((own,)), Wish(like="own_box"))
    assert [one.key for one in first.exercises] == ["squat"]


def _one(**values: object) -> Exercise:
    return replace(OWN, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (_one(reps=(8, 12), increment_kg=2.5), "8 to 12 reps, in steps of 2.5 kg."),
        (_one(reps=(5, 5), increment_kg=1.25), "5 reps, in steps of 1.25 kg."),
        (_one(reps=(20, 45), timed=True, increment_kg=None), "20 to 45 seconds."),
        (_one(reps=(8, 12), one_sided=True, increment_kg=10.0), "8 to 12 reps on each side, in steps of 10 kg."),
    ],
)
def test_where_to_begin_in_words(one: Exercise, said: str) -> None:
    assert words.reps_words(one, UnitSystem.METRIC).replace("\xa0", " ") == said


@pytest.mark.parametrize(("kg", "said"), [(2.5, "5.5"), (2.26796185, "5"), (1.0, "2.2"), (20.0, "44.1")])
def test_steps_in_pounds(kg: float, said: str) -> None:
    assert words.step_number(kg, UnitSystem.IMPERIAL) == said


@pytest.mark.parametrize(("kg", "said"), [(2.5, "2.5"), (20.0, "20"), (0.25, "0.25"), (10.0, "10")])
def test_steps_in_kilograms(kg: float, said: str) -> None:
    assert words.step_number(kg, UnitSystem.METRIC) == said


def test_shares_in_words() -> None:
    said = [words.share_words(Share(Muscle.GLUTES, share)) for share in (1.0, 0.5, 0.25, 0.33)]
    assert said == ["direct", "half", "a quarter", "33 % of a set"]


def test_everything_that_is_shown_has_a_name() -> None:
    assert set(words.AREAS) == set(BodyArea)
    for one in catalogue().exercises:
        assert words.direct_words(one)
        assert words.spoken_words(one).startswith(f"{one.label}, ")
        assert words.reps_words(one, UnitSystem.METRIC).endswith(".")
