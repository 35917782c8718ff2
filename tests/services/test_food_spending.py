"""What is spent by scale and diary: said only when enough is known, and corrected only when the person says so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from food_cases import TODAY, before, lifter
from legwork.domain.food.amounts import FoodUnits, Nutrient, quantity_of
from legwork.domain.food.energy import Activity
from legwork.domain.food.targets import Wish
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.services.choices import choices_of
from legwork.services.food import RecordFood
from legwork.services.food_spending import SpentView, TakeCorrection, spent_view
from legwork.services.food_targets import (
    choose_activity,
    choose_energy_shown,
    choose_energy_unit,
    choose_wish,
    drop_step,
    food_plan,
)
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.proposals import RefuseProposal

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def man(profile: Profile) -> Person:
    """80 kg, 2759 kcal a day by the equation, who wants to hold his weight."""
    person = lifter(profile)
    profile.apply(choose_activity(person.id, Activity.MODERATE, TODAY))
    profile.apply(choose_wish(person.id, Wish.MAINTAIN, TODAY))
    return person


def _write_down(
    profile: Profile, person: Person, days: range, kcal: float = 3200, kg: float = 80.0, weigh_every: int = 1
) -> None:
    """The same each day; days: so many before TODAY."""
    eaten = (Nutrient.ENERGY, quantity_of(f"{kcal:g}", "kcal"))
    for back in days:
        weight = Quantity(kg, "kg", f"{kg:g}") if back % weigh_every == 0 else None
        profile.apply(RecordFood(person.id, before(back), (eaten,), weight))


def _view(profile: Profile, person: Person, today: date = TODAY) -> SpentView:
    return spent_view(profile, person, today)


def test_who_holds_the_weight_on_more_than_the_equation_is_offered_a_step(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    view = _view(profile, man)
    assert view.shown and view.missing == () and view.low is not None and view.high is not None
    assert view.low < 3200 < view.high and view.high - view.low < 500
    assert view.words.startswith("By scale and diary you spend") and "right four times in five" in view.words
    assert view.equation == f"The equation says 2{THIN}760 kcal, give or take 280 kcal."
    assert view.correction is not None and (view.correction.change, view.change) == (200.0, "+200")
    assert (view.topic, view.key) == ("food/correction", "2025-09-17 +200")


def test_who_holds_the_weight_on_less_than_the_equation_is_offered_a_step_down(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42), kcal=2350)
    view = _view(profile, man)
    assert view.correction is not None and (view.correction.change, view.change) == (-200.0, "−200")
    assert view.correction.reason.endswith("200 kcal less a day.") and view.key == "2025-09-17 -200"
    profile.apply(TakeCorrection(man.id, view.correction.change, TODAY))
    assert food_plan(profile, man, TODAY).step_kcal == -200


@pytest.mark.parametrize(("kg", "offered"), [(56.0, False), (61.0, True)])
def test_no_step_down_for_the_light(profile: Profile, man: Person, kg: float, offered: bool) -> None:
    """180 cm: 56 kg are a body mass index of 17.3, 61 kg one of 18.8."""
    _write_down(profile, man, range(84), kcal=1850, kg=kg)
    plan, view = food_plan(profile, man, TODAY), _view(profile, man)
    assert plan.targets is not None and plan.targets.kcal.middle > 2200 and view.low is not None
    assert (view.correction is not None and view.correction.change < 0) is offered
    assert any("no step down at this weight" in note for note in view.notes) is not offered


def test_a_step_up_is_proposed_to_the_light_as_well(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(84), kcal=3000, kg=56.0)
    view = _view(profile, man)
    assert view.correction is not None and view.correction.change == 200.0


def test_a_step_that_was_taken_back_is_not_proposed_again_at_once(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    profile.apply(TakeCorrection(man.id, 200.0, before(20)))
    outcome = profile.apply(drop_step(man.id, TODAY))
    assert food_plan(profile, man, TODAY).step_kcal == 0 and outcome.inverse.label == "Take correction back"
    view = _view(profile, man)
    assert view.correction is None and any("looked at again from 1 Oct on" in note for note in view.notes)
    later = TODAY + timedelta(days=14)
    for ahead in range(14):
        day = TODAY + timedelta(days=ahead)
        weight = Quantity(80.0, "kg", "80")
        profile.apply(RecordFood(man.id, day, ((Nutrient.ENERGY, quantity_of("3200", "kcal")),), weight))
    assert _view(profile, man, later - timedelta(days=1)).correction is None
    assert _view(profile, man, later).correction is not None


def test_corrections_end_at_their_limit(profile: Profile, man: Person) -> None:
    profile.apply(TakeCorrection(man.id, 1400.0, before(40)))
    profile.apply(TakeCorrection(man.id, 200.0, before(30)))
    assert choices_of(profile, man.id)["food/step"] == ("+1500",)
    assert food_plan(profile, man, TODAY).step_kcal == 1500
    _write_down(profile, man, range(42), kcal=5200)
    view = _view(profile, man)
    assert view.correction is None and any("as large as they may be" in note for note in view.notes)


def test_nothing_is_proposed_after_the_diary_has_stopped(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(8, 60))
    for back in range(8):
        profile.apply(RecordFood(man.id, before(back), (), Quantity(80.0, "kg", "80")))
    view = _view(profile, man)
    assert (view.low, view.words, view.correction) == (None, "", None)
    assert view.missing == ("Still needed: 14 more days with their energy, 5 more weighings and 20 more days to pass.",)


def test_nothing_is_proposed_where_equation_and_scale_agree(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42), kcal=2770)
    view = _view(profile, man)
    assert view.words and view.correction is None and (view.change, view.key) == ("", "")


def test_nothing_is_said_before_enough_is_known_and_what_is_missing_counts_down(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(1))
    assert "14 more days with their energy" in _view(profile, man).missing[0]
    _write_down(profile, man, range(20), weigh_every=5)
    view = _view(profile, man)
    assert (view.low, view.high, view.words, view.correction) == (None, None, "", None)
    assert view.missing == ("Still needed: 2 more weighings and 1 more day to pass.",)
    _write_down(profile, man, range(22), weigh_every=1)
    assert _view(profile, man).missing == () and _view(profile, man).low is not None


def test_today_is_not_over_and_does_not_count(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(1, 42))
    calm = _view(profile, man)
    profile.apply(RecordFood(man.id, TODAY, ((Nutrient.ENERGY, quantity_of("1000", "kcal")),)))
    assert _view(profile, man) == calm


def test_gaps_are_told_as_too_few_days(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(1, 60, 2))
    assert _view(profile, man).missing == ("Still needed: energy on at least 70 % of the days (30 of 60 so far).",)


def test_nothing_written_down_says_what_to_write_down(profile: Profile, man: Person) -> None:
    profile.apply(RecordFood(man.id, before(30), (), Quantity(80.0, "kg", "80")))
    assert _view(profile, man).missing == (
        "Write down energy for 21 days and step on the scale 6 times in them: then what you really spend can be told.",
    )


def test_days_written_down_in_part_are_left_out_and_told(profile: Profile, man: Person) -> None:
    """Half of 1780 kcal at rest."""
    _write_down(profile, man, range(42))
    _write_down(profile, man, range(5, 8), kcal=880)
    _write_down(profile, man, range(8, 9), kcal=900)
    view = _view(profile, man)
    assert view.seen is not None and view.seen.intakes == 41 - 3
    [note] = view.notes
    assert note.startswith("3 days with less than half")


def test_less_than_a_body_needs_at_rest_is_concluded_from_by_nobody(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(84), kcal=1000)
    view = _view(profile, man)
    assert view.words and view.correction is None
    assert any("some food or drink may not be written down" in note for note in view.notes)


def test_no_step_leads_below_the_floor(profile: Profile, man: Person) -> None:
    profile.apply(choose_activity(man.id, Activity.SITTING, TODAY))
    profile.apply(choose_wish(man.id, Wish.LESS, TODAY))
    _write_down(profile, man, range(84), kcal=1900)
    plan = food_plan(profile, man, TODAY)
    assert plan.targets is not None and plan.targets.kcal.low == pytest.approx(1780)
    assert _view(profile, man).correction is None


def test_a_step_that_is_taken_is_in_the_targets_and_the_next_one_waits(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    plain = food_plan(profile, man, TODAY).targets
    profile.apply(TakeCorrection(man.id, 200.0, TODAY))
    moved = food_plan(profile, man, TODAY).targets
    assert plain is not None and moved is not None and moved.kcal.low - plain.kcal.low == pytest.approx(200)
    view = _view(profile, man)
    assert view.correction is None and any("looked at again from 1 Oct on" in note for note in view.notes)
    later = TODAY + timedelta(days=14)
    for edit in (RecordFood(man.id, TODAY + timedelta(days=one), ((Nutrient.ENERGY, quantity_of("3400", "kcal")),),
                            Quantity(80.0, "kg", "80")) for one in range(14)):  # fmt: skip
        profile.apply(edit)
    assert _view(profile, man, later - timedelta(days=1)).correction is None
    again = _view(profile, man, later).correction
    assert again is not None and again.change == 200.0
    profile.apply(TakeCorrection(man.id, again.change, later))
    assert choices_of(profile, man.id)["food/step"] == ("+400",)


def test_taking_it_can_be_undone(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    before_it = _view(profile, man)
    outcome = profile.apply(TakeCorrection(man.id, 200.0, TODAY))
    assert outcome.inverse.label == "Correct energy by +200 kcal"
    profile.apply(outcome.inverse)
    assert _view(profile, man) == before_it


def test_a_step_that_is_refused_is_not_asked_again_for_two_weeks(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(-14, 70))
    view = _view(profile, man)
    outcome = profile.apply(RefuseProposal(man.id, view.topic, view.key, TODAY))
    assert _view(profile, man).correction is None
    assert _view(profile, man, TODAY + timedelta(days=13)).correction is None
    assert _view(profile, man, TODAY + timedelta(days=14)).correction is not None
    profile.apply(outcome.inverse)
    assert _view(profile, man) == view


def test_a_refusal_without_a_day_stands_in_nobodys_way(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    for key in ("nonsense", "2999-01-01 +200"):
        profile.apply(RefuseProposal(man.id, "food/correction", key, TODAY))
    assert _view(profile, man).correction is not None


def test_in_kilojoules(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    profile.apply(choose_energy_unit(man.id, "kJ", TODAY))
    view = _view(profile, man)
    assert view.low is not None and view.low > 10_000 and view.change == "+837"
    assert view.correction is not None and view.correction.change == 200.0
    assert TakeCorrection(man.id, 200.0, TODAY, FoodUnits("kJ")).label == "Correct energy by +837 kJ"
    assert "kJ" in view.words and "kcal" not in f"{view.words} {view.equation} {view.correction.reason}"


def test_nothing_at_all_while_energy_is_left_out(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    profile.apply(choose_energy_shown(man.id, False, TODAY))
    assert _view(profile, man) == SpentView()


@pytest.mark.parametrize("facts", [{"stature": None}, {"birth_date": None}, {"birth_date": date(2010, 1, 1)}])
def test_nothing_without_targets(profile: Profile, facts: dict[str, object]) -> None:
    person = lifter(profile, **facts)
    _write_down(profile, person, range(42))
    assert _view(profile, person) == SpentView()


def test_a_year_later_nothing_old_is_told(profile: Profile, man: Person) -> None:
    _write_down(profile, man, range(42))
    assert _view(profile, man, TODAY + timedelta(days=365)) == SpentView()


def test_somebody_who_is_gone_takes_nothing(profile: Profile) -> None:
    with pytest.raises(UserError, match="no longer here"):
        profile.apply(TakeCorrection(99, 150.0, TODAY))
