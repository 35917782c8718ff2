"""How far the legs trail the upper body, or lead it: everything of one person that the balance view is made of.

Owns gathering it from the profile. The formulas are `domain.balance` and `domain.sides`, the words `balance_words`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from legwork.domain.balance import LEG_SITES, UPPER_SITES, Assessment, assess, given_stature, index_of
from legwork.domain.sides import SideDifference, SidePair, compare_sides
from legwork.domain.sites import Kind, Side, Spot
from legwork.domain.standing import Known, Legs, Standing
from legwork.services.balance_history import Told, told_from
from legwork.services.balance_needs import lack_sentence
from legwork.services.body_girths import BodyGirths, Girth, height_of, known_of
from legwork.services.check_ins import measured_spots
from legwork.services.choices import choices_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.reference import LOG, population
from legwork.services.spot_readings import SpotReadings

TARGET = "balance.target"
"""The topic of the choice which percentile of people like them a person wants their legs to have."""

TARGETS = ("50", "60", "75", "90")
"""What can be chosen; the first holds until somebody does (conventions)."""

_MID_THIGH, _WEIGHT = "mid_thigh", "body_weight"


@dataclass(frozen=True)
class Balance:
    """day: the newest day that told anything, an ordinal; None when nothing was measured yet.

    girths: what stands for that day, by site. by_side: the leg girths of each side on it. assessment: None while nobody
    said whom to compare with (`Person.sex`). builds: the upper body among people of the same height. sides: each pair
    of limbs. target: the chosen percentile. mid_thigh_only: a thigh was measured, but not where it can be compared.
    people: how many the reference counts; 0 without an assessment. outdated: sites whose last reading is too old to
    stand for `day`.
    """

    person: Person
    day: int | None
    girths: Mapping[str, Girth]
    by_side: Mapping[Spot, Known]
    assessment: Assessment | None
    builds: tuple[Standing, ...]
    sides: tuple[tuple[str, SideDifference], ...]
    weight: Known | None
    target: float
    mid_thigh_only: bool
    people: int
    outdated: tuple[str, ...]

    @property
    def needs(self) -> str:
        """What the assessment cannot do without, in a sentence; empty when it has all, or nobody to compare with."""
        return lack_sentence(self.assessment.lacks) if self.assessment else ""

    def legs(self, percentile: float = 50.0) -> Legs:
        """Where the legs as a whole are beside that percentile of people built alike; never told from the arm alone."""
        if self.assessment is None or self.assessment.index is None or self.assessment.arm_only:
            return Legs.UNKNOWN
        return self.assessment.index.legs(percentile)

    @property
    def main(self) -> Standing | None:
        """The leg girth that a headline is about: the thigh, else the calf, else the lower thigh; None without any."""
        known = {one.site: one for one in self.assessment.standings if one.own} if self.assessment else {}
        return next((known[site] for site in ("upper_thigh", "calf", "lower_thigh") if site in known), None)


def balance_of(
    profile: Profile, person: Person, readings: SpotReadings | None = None, today: date | None = None
) -> Balance:
    """The balance of a body as it was last measured up to `today` (the computer's day when it is not given).

    readings: as in `series_of`. Raises StoreError.
    """
    last = (today or date.today()).toordinal()
    readings = readings or SpotReadings(profile, person)
    sites = (*UPPER_SITES, *LEG_SITES)
    bodies = BodyGirths(readings, sites)
    days = [day for day in bodies.days_of(sites) if day <= last]  # a day to come is a slip of an import
    day = days[-1] if days else None
    girths = bodies.on(day) if day is not None else {}
    weight = _weight(readings, day)
    spots = measured_spots(profile, person.id)
    measured = {spot.site for spot in spots}
    known = {site: one.known for site, one in girths.items()}
    assessment, builds, count = _judged(person, known, weight, told_from(bodies))
    return Balance(
        person,
        day,
        girths,
        _by_side(readings, girths),
        assessment,
        builds,
        _sides(person, readings, spots),
        weight,
        target_of(choices_of(profile, person.id)),
        _MID_THIGH in measured and "upper_thigh" not in measured,
        count,
        tuple(site for site in sites if bodies.days_of([site]) and site not in girths),
    )


def target_of(choices: Mapping[str, tuple[str, ...]]) -> float:
    """The chosen percentile."""
    picked = choices.get(TARGET, ())
    return float(picked[0] if picked and picked[0] in TARGETS else TARGETS[0])


def _judged(
    person: Person, girths: Mapping[str, Known], weight: Known | None, told: Told | None
) -> tuple[Assessment | None, tuple[Standing, ...], int]:
    """The index is told from what its history is told from, so that the number and the chart's newest point agree."""
    if person.sex is None:
        return None, (), 0
    people = population(person.sex, LOG)
    stature = height_of(person)
    builds = given_stature(people, girths, stature) if stature else ()
    assessment = assess(people, girths, stature, weight)
    if stature is not None and told is not None and assessment.index is not None and set(told.sites) <= girths.keys():
        index = index_of(people, {site: girths[site] for site in told.sites}, stature, told.legs)
        assessment = replace(assessment, index=index)
    return assessment, builds, people.count


def _weight(readings: SpotReadings, day: int | None) -> Known | None:
    weights = BodyGirths(readings, (_WEIGHT,)).on(day) if day is not None else {}
    return weights[_WEIGHT].known if weights else None


def _by_side(readings: SpotReadings, girths: Mapping[str, Girth]) -> dict[Spot, Known]:
    """Each side on its own; where no side was named, the girth counts for both."""
    found: dict[Spot, Known] = {}
    for site in (site for site in LEG_SITES if site in girths):
        sides = {}
        for side in (Side.LEFT, Side.RIGHT):
            one = readings.of(Spot(site, side)).get(girths[site].day)
            known = known_of(one) if one is not None else None
            if known is not None:
                sides[Spot(site, side)] = known
        found |= sides or dict.fromkeys((Spot(site, Side.LEFT), Spot(site, Side.RIGHT)), girths[site].known)
    return found


def _sides(person: Person, readings: SpotReadings, spots: frozenset[Spot]) -> tuple[tuple[str, SideDifference], ...]:
    """Every pair of limbs, legs first, then in the order of the sites."""
    sites = [site for site in person.all_sites if site.sided and site.kind is Kind.GIRTH]
    sites.sort(key=lambda site: site.region.value != "lower")
    found = []
    for site in sites:
        if {Spot(site.key, Side.LEFT), Spot(site.key, Side.RIGHT)} <= spots:
            left, right = readings.of(Spot(site.key, Side.LEFT)), readings.of(Spot(site.key, Side.RIGHT))
            both = sorted(left.keys() & right.keys())
            pairs = (SidePair(day, left[day].value, right[day].value, left[day].sd, right[day].sd) for day in both)
            difference = compare_sides(pairs)
            if difference is not None:
                found.append((site.key, difference))
    return tuple(found)
