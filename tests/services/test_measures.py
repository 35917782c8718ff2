"""Histories of measures: in the person's units, of the right days and sides, with honest errors; what is on offer."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from helpers import CALF, MONDAY, OTHER_CALF, TUESDAY, day, entry, somebody
from legwork.domain.limb import SKINFOLD_OF
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import BUILT_IN, Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.domain.verdict import Call, Wording, judge
from legwork.errors import Cancelled
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import depends_on, known, offers, series_of
from legwork.services.people import AddOwnSite, ChangePerson, DeleteOwnSite, Person, everybody
from legwork.services.profile import Profile

FIRST = MONDAY.toordinal()
ALWAYS = ("volume", "balance")
"""Families that are on offer whatever was read, with what they still need."""
LEG = {"upper_thigh": "60", "lower_thigh": "42", "calf": "38", "ankle": "23"}


def _record(profile: Profile, person: Person, *days: Day) -> None:
    profile.apply(RecordReadings(person.id, days))


def _week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def _all(profile: Profile, person: Person, text: str) -> list[MeasureSeries]:
    measure = Measure.parse(text)
    found = series_of(profile, person, [measure])
    assert list(found) == [measure]
    return found[measure]


def _one(profile: Profile, person: Person, text: str) -> MeasureSeries:
    [found] = _all(profile, person, text)
    return found


def _offered(profile: Profile, person: Person) -> dict[str, str]:
    return {str(offer.measure): offer.missing for offer in offers(profile, person)}


def _again(profile: Profile) -> Person:
    return everybody(profile)[-1]


# ---- what is on offer


def test_somebody_without_readings_is_offered_what_takes_several_sites_and_what_that_needs(
    profile: Profile, person: Person
) -> None:
    offered = _offered(profile, person)
    volumes = {f"volume/{name}" for name in ("leg", "thigh", "lower_leg", "arm", "upper_arm", "forearm")}
    assert set(offered) == {*volumes, "balance/index"}
    assert offered["balance/index"] == ("Needs to know whether to compare with men or women: choose under People.")
    assert offered["volume/forearm"] == (
        "Measure first: Forearm, Wrist. Add your stature in People, or measure: Elbow height, Wrist height."
    )


def test_only_what_the_readings_allow_is_offered(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, calf_left="38", body_weight="80", calf_skinfold_right="8"))
    offered = {text for text in _offered(profile, person) if not text.startswith(ALWAYS)}
    assert offered == {"site/calf", "site/body_weight", "site/calf_skinfold"}
    _record(profile, person, day(TUESDAY, calf_right="38", flexed_arm_left="36"))
    offered = {text for text in _offered(profile, person) if not text.startswith(ALWAYS)}
    assert offered == {
        "site/calf", "site/body_weight", "site/calf_skinfold", "site/flexed_arm",
        "ratio/calf_arm", "difference/calf", "corrected/calf",
    }  # fmt: skip


def test_somebody_who_measures_everything_is_offered_everything(profile: Profile) -> None:
    person = somebody(profile, sex="male", stature=Quantity(180.0, "cm", "180"))
    profile.apply(AddOwnSite(person.id, "Toe", sided=True))
    person = _again(profile)
    entries = [entry(spot, f"{(site.low + site.high) / 2:.1f}") for site in person.all_sites for spot in site.spots]
    _record(profile, person, Day(MONDAY, tuple(entries)))
    # The middle of the ranges of all heights does not make a body: a volume says which two contradict, or nothing.
    offered = offers(profile, person)
    assert len({str(offer.measure) for offer in offered}) == len(offered)
    assert len({offer.label for offer in offered}) == len(offered)
    names = {str(offer.measure) for offer in offered}
    assert {f"corrected/{site}" for site in SKINFOLD_OF} <= names
    assert {"ratio/thigh_arm", "ratio/calf_arm", "ratio/shoulders_waist", "site/own_toe", "difference/own_toe"} <= names
    assert "balance/index" in names
    assert not {f"site/{site.key}" for site in BUILT_IN if site.key.endswith("_height")} & names
    found = series_of(profile, person, [offer.measure for offer in offered])
    empty = [str(measure) for measure, series in found.items() if not series]
    assert [text for text in empty if not text.startswith("volume")] == []
    assert {offer.missing for offer in offered if offer.measure.family is not Family.VOLUME} == {""}


def test_tracked_sites_come_first_in_their_order(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, wrist_left="17", calf_left="38", neck="40", body_weight="80", ankle_left="23"))
    sites = [offer.measure.name for offer in offers(profile, person) if offer.measure.family is Family.SITE]
    assert sites == ["body_weight", "neck", "calf", "wrist", "ankle"]


# ---- sites


def test_a_site_has_a_line_for_each_side_that_was_read(profile: Profile, person: Person) -> None:
    _record(
        profile,
        person,
        day(MONDAY, calf_left="38.0 + 38.6 + 38.2", calf_right="39"),
        Day(TUESDAY, (entry(CALF, "38.4"), entry(Spot("calf"), "40"))),
    )
    found = {one.measure.side: one for one in _all(profile, person, "site/calf")}
    assert list(found) == [Side.NONE, Side.LEFT, Side.RIGHT]
    left = found[Side.LEFT]
    assert (left.days, left.values) == ((FIRST, FIRST + 1), (38.2, 38.4))
    assert (left.label, left.unit, left.region, left.wording) == ("Calf", "cm", "lower", Wording.LIMB)
    assert (left.note, left.usual_per_week) == ("", pytest.approx(0.0012 * 38.4))
    assert list(left.trend.days) == list(left.days)
    assert left.errors[0] < left.errors[1]
    assert (found[Side.RIGHT].days, found[Side.RIGHT].values) == ((FIRST,), (39.0,))
    assert (found[Side.NONE].days, found[Side.NONE].values) == ((FIRST + 1,), (40.0,))


@pytest.mark.parametrize(
    ("text", "typed", "spot", "metric", "imperial"),
    [
        ("site/body_weight", "180 lb", Spot("body_weight"), ("kg", 81.646627), ("lb", 180.0)),
        ("site/body_weight", "80", Spot("body_weight"), ("kg", 80.0), ("lb", 176.369810)),
        ("site/body_fat", "18.5", Spot("body_fat"), ("%", 18.5), ("%", 18.5)),
        ("site/calf", "15 1/4 in", CALF, ("cm", 38.735), ("in", 15.25)),
        ("site/calf_skinfold", "12", Spot("calf_skinfold", Side.LEFT), ("mm", 12.0), ("mm", 12.0)),
    ],
)
def test_it_is_said_in_the_units_of_the_person_whatever_was_typed(
    profile: Profile, person: Person, text: str, typed: str, spot: Spot, metric: tuple[str, float], imperial: object
) -> None:
    _record(profile, person, *(Day(_week(number), (entry(spot, typed),)) for number in range(4)))
    own = _one(profile, person, text)
    assert (own.unit, own.values[0]) == (metric[0], pytest.approx(metric[1]))
    profile.apply(ChangePerson(person.id, "units", UnitSystem.IMPERIAL))
    other = _one(profile, _again(profile), text)
    assert (other.unit, pytest.approx(other.values[0])) == imperial
    factor = other.values[0] / own.values[0]
    assert other.errors == pytest.approx([factor * one for one in own.errors])
    assert other.usual_per_week == pytest.approx(factor * own.usual_per_week)
    assert other.trend.level == pytest.approx(factor * own.trend.level)
    assert other.trend.level_sd == pytest.approx(factor * own.trend.level_sd)
    assert other.values[0] / other.factor == pytest.approx(own.values[0] / own.factor), "a goal is kept in SI"


def test_the_own_tape_makes_the_band_narrower(profile: Profile, person: Person) -> None:
    _record(profile, person, *(day(_week(number), calf_left="38") for number in range(10)))
    assumed = _one(profile, person, "site/calf")
    assert assumed.errors == pytest.approx([0.38] * 10)
    _record(profile, person, *(day(_week(number), calf_right="39 + 39.1") for number in range(60)))
    learnt = _all(profile, person, "site/calf")[0]
    assert learnt.measure.side is Side.LEFT
    assert learnt.errors[0] < 0.6 * assumed.errors[0]
    assert (learnt.trend.level_sd < assumed.trend.level_sd).all()


def test_a_limb_that_grows_is_said_to_and_one_that_does_not_is_not(profile: Profile, person: Person) -> None:
    for number in range(40):
        _record(profile, person, day(_week(number), calf_left=f"{38 + 0.06 * number:.1f}", calf_right="38.2"))
    left, right = _all(profile, person, "site/calf")
    calls = [judge(one.trend, one.days[0], one.days[-1], one.usual_per_week).call for one in (left, right)]
    assert calls == [Call.GROWING, Call.NO_CHANGE]


# ---- ratios


def test_a_ratio_of_the_mean_of_both_sides(profile: Profile, person: Person) -> None:
    _record(
        profile,
        person,
        day(MONDAY, calf_left="38", calf_right="40", flexed_arm_left="36", flexed_arm_right="35"),
        day(TUESDAY, calf_left="38"),
        day(_week(1), shoulders="120", waist="80"),
    )
    found = _one(profile, person, "ratio/calf_arm")
    assert (found.label, found.unit, found.region, found.wording) == ("Calf : arm", "", "lower", Wording.LEVEL)
    assert found.days == (FIRST,)
    assert found.values == pytest.approx([39 / 35.5])
    share = math.hypot(math.hypot(0.38, 0.40) / 2 / 39, math.hypot(0.36, 0.35) / 2 / 35.5)
    assert found.errors == pytest.approx([39 / 35.5 * share])
    assert found.measure.side is Side.NONE
    broad = _one(profile, person, "ratio/shoulders_waist")
    assert (broad.values, broad.errors) == ((1.5,), pytest.approx([1.5 * math.hypot(0.01, 0.01)]))


def test_a_ratio_keeps_to_the_sides_that_both_have(profile: Profile, person: Person) -> None:
    _record(
        profile,
        person,
        day(MONDAY, calf_left="38", flexed_arm_left="36", flexed_arm_right="30"),
        day(_week(1), calf_right="40", flexed_arm_left="36"),
        Day(_week(2), (entry(Spot("calf"), "39"), entry(Spot("flexed_arm", Side.LEFT), "36"))),
        Day(_week(3), (entry(Spot("calf"), "39"), entry(Spot("flexed_arm"), "36"), entry(CALF, "50"))),
    )
    assert _one(profile, person, "ratio/calf_arm").values == pytest.approx([38 / 36, 40 / 36, 39 / 36, 39 / 36])


# ---- differences and corrected girths


def test_a_difference_needs_both_sides_of_a_day(profile: Profile, person: Person) -> None:
    _record(
        profile,
        person,
        day(MONDAY, calf_left="38.0", calf_right="38.5"),
        day(TUESDAY, calf_left="38.0"),
        day(_week(1), calf_right="38.0"),
        day(_week(2), calf_left="39 + 39", calf_right="38.5"),
        Day(_week(3), (entry(CALF, "38"), entry(Spot("calf"), "38"))),
    )
    found = _one(profile, person, "difference/calf")
    assert found.days == (FIRST, FIRST + 14)
    assert found.values == pytest.approx([-0.5, 0.5])
    share = found.errors[0] / math.hypot(38.0, 38.5)
    assert 0.009 < share <= 0.01
    assert found.errors[1] == pytest.approx(share * math.hypot(39 / math.sqrt(2), 38.5))
    assert (found.label, found.unit, found.wording) == ("Calf, left − right", "cm", Wording.GAP)
    assert found.usual_per_week == pytest.approx(0.0012 * 38.0)  # of the girth, not of the difference


def test_sides_that_are_always_alike_have_a_line_of_nothing(profile: Profile, person: Person) -> None:
    _record(profile, person, *(day(_week(number), calf_left="38", calf_right="38") for number in range(12)))
    found = _one(profile, person, "difference/calf")
    assert found.values == (0.0,) * 12
    assert found.trend.level == pytest.approx(0)
    assert (found.trend.level_sd > 0).all()
    assert judge(found.trend, found.days[0], found.days[-1], found.usual_per_week).call in (
        Call.NO_CHANGE,
        Call.TOO_EARLY,
    )


def test_a_girth_without_skin_and_fat(profile: Profile) -> None:
    person = somebody(profile, units=UnitSystem.IMPERIAL)
    _record(
        profile,
        person,
        day(MONDAY, upper_thigh_left="60", front_thigh_skinfold_left="12", calf_left="38", calf_skinfold_left="8"),
        day(TUESDAY, upper_thigh_left="60"),
        day(_week(1), front_thigh_skinfold_left="12"),
        day(_week(2), upper_thigh_left="20", front_thigh_skinfold_left="70"),
    )
    thigh = _one(profile, person, "corrected/upper_thigh")
    assert thigh.days == (FIRST,)  # a fold that would leave nothing is left out
    assert thigh.values == pytest.approx([56.230 / 2.54], abs=1e-3)  # Source: SCIENCE section 3
    assert thigh.errors == pytest.approx([math.hypot(0.6, math.pi * 0.05 * 1.2) / 2.54])
    assert (thigh.unit, thigh.measure.side, thigh.label) == ("in", Side.LEFT, "Upper thigh without skin and fat")
    assert _one(profile, person, "corrected/calf").values == pytest.approx([35.487 / 2.54], abs=1e-3)


# ---- the balance of the body


def test_the_balance_is_one_line_in_percent_that_moves_as_its_girths_do(profile: Profile) -> None:
    person = somebody(profile, sex="male", stature=Quantity(180.0, "cm", "180"), units=UnitSystem.IMPERIAL)
    for number in range(30):
        thigh = f"{56 + 0.1 * number:.1f} cm"
        sides = {"upper_thigh_left": thigh, "upper_thigh_right": thigh}
        _record(profile, person, day(_week(number), waist="84 cm", chest="112 cm", flexed_arm_left="40 cm", **sides))
    found = _one(profile, person, "balance/index")
    assert (found.label, found.unit, found.factor, found.measure.side) == ("Leg balance", "%", 1.0, Side.NONE)
    assert found.days == tuple(FIRST + 7 * number for number in range(30))
    assert [one / found.values[0] for one in found.values] == pytest.approx(
        [(56 + 0.1 * number) / 56 for number in range(30)]
    )
    assert all(0.2 < one < 2 for one in found.errors), "percent, not shares"
    verdict = judge(found.trend, found.days[0], found.days[-1], found.usual_per_week)
    assert verdict.call is Call.GROWING
    assert "flexed arm" in found.note and "chest" in found.note and "upper thigh" in found.note


def test_the_balance_is_known_by_one_name_only(profile: Profile, person: Person) -> None:
    wanted = [Measure.parse("balance/index"), Measure.parse("balance/calf")]
    assert known(wanted, person) == wanted[:1]
    assert depends_on(wanted[0], {"neck"}) and depends_on(wanted[0], {"lower_thigh"})
    assert not depends_on(wanted[0], {"mid_thigh", "hips", "body_weight", "own_toe"})


# ---- volumes, and what is gone


def test_a_volume_of_each_side_in_litres_with_its_note(profile: Profile) -> None:
    person = somebody(profile, sex="female", stature=Quantity(165.0, "cm", "165"), units=UnitSystem.IMPERIAL)
    sides = {f"{site}_{side}": text for site, text in LEG.items() for side in ("left", "right")}
    _record(profile, person, *(day(_week(number), **sides) for number in range(3)))
    left, right = _all(profile, person, "volume/leg")
    assert (left.measure.side, right.measure.side) == (Side.LEFT, Side.RIGHT)
    assert (left.unit, left.label, left.wording, left.region) == ("L", "Leg volume", Wording.LIMB, "lower")
    assert left.values == right.values
    assert 5 < left.values[0] < 15
    assert left.usual_per_week == pytest.approx(0.0024 * left.values[0])
    assert "estimated from your stature" in left.note


def test_a_volume_over_heights_that_contradict_has_no_line(profile: Profile) -> None:
    person = somebody(profile, stature=Quantity(165.0, "cm", "165"))
    sides = {f"{site}_left": text for site, text in LEG.items()}
    _record(profile, person, day(MONDAY, gluteal_fold_height="50", knee_height="60", **sides))
    assert _all(profile, person, "volume/leg") == []
    for name in ("leg", "lower_leg", "arm"):
        said = _offered(profile, person)[f"volume/{name}"]
        assert said == "Gluteal fold height must be more than Knee height: check both numbers."


def test_a_site_that_was_deleted_has_no_line_and_is_no_longer_known(profile: Profile, person: Person) -> None:
    profile.apply(AddOwnSite(person.id, "Toe", sided=True))
    person = _again(profile)
    _record(profile, person, day(MONDAY, own_toe_left="9", own_toe_right="9.2", calf_left="38"))
    wanted = [Measure.parse(text) for text in ("site/own_toe", "difference/own_toe", "site/calf", "volume/leg")]
    assert known(wanted, person) == wanted
    assert [len(found) for found in series_of(profile, person, wanted).values()] == [2, 1, 1, 0]
    profile.apply(DeleteOwnSite(person.id, "own_toe", "Toe"))
    person = _again(profile)
    assert known(wanted, person) == wanted[2:]
    assert [len(found) for found in series_of(profile, person, wanted).values()] == [0, 0, 1, 0]
    assert "site/own_toe" not in _offered(profile, person)
    assert known([Measure.parse("ratio/leg_ear"), Measure.parse("volume/tail")], person) == []


def test_whoever_asks_can_change_their_mind(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, calf_left="38", waist="80"))
    wanted = [Measure.parse("site/calf"), Measure.parse("site/waist")]
    breaths: list[int] = []

    def third_breath_ends_it() -> None:
        breaths.append(len(breaths))
        if len(breaths) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        series_of(profile, person, wanted, third_breath_ends_it)
    assert len(breaths) == 3
    assert series_of(profile, person, [], third_breath_ends_it) == {}
    assert len(series_of(profile, person, wanted, third_breath_ends_it)) == 2
    assert len(breaths) > 6


def test_what_depends_on_what() -> None:
    assert depends_on(Measure.parse("site/calf:left"), {"calf"})
    assert not depends_on(Measure.parse("site/calf"), {"ankle", "calf_skinfold"})
    assert depends_on(Measure.parse("volume/leg"), {"mid_thigh"})
    assert depends_on(Measure.parse("volume/leg"), {"knee_height"})
    assert depends_on(Measure.parse("corrected/calf"), {"calf_skinfold"})
    assert not depends_on(Measure.parse("volume/leg"), set())


@pytest.mark.parametrize("value", [0.0, 5e-324, 1e-4, 10_000.0])
def test_numbers_that_no_body_has_break_nothing(profile: Profile, value: float) -> None:
    """A document from elsewhere may hold any number up to ten thousand."""
    person = somebody(profile, sex="male", stature=Quantity(180.0, "cm", "180"))
    odd = Quantity(value, "cm", "x")
    sites = ("upper_thigh", "flexed_arm", "calf", "shoulders", "waist", "front_thigh_skinfold", "mid_thigh")
    entries = [Entry(Spot(site, side), (odd,)) for site in sites for side in Side]
    _record(profile, person, Day(MONDAY, tuple(entries)), Day(TUESDAY, (entry(CALF, "38"), entry(OTHER_CALF, "38"))))
    for series in series_of(profile, person, [offer.measure for offer in offers(profile, person)]).values():
        for one in series:
            assert all(map(math.isfinite, (*one.values, *one.errors, *one.trend.level, *one.trend.level_sd)))
