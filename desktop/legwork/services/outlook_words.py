"""What is said of a measure's future: what it rests on, what could and could not be seen, what is missing.

Owns these words, and the names of measures that have no readings. The numbers come from `outlooks`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from legwork.domain.days import full_day
from legwork.domain.food.targets import WISHES
from legwork.domain.forecast.growth import Experience
from legwork.domain.forecast.outlook import Outlook
from legwork.domain.forecast.patience import patience, patience_ahead, patience_words
from legwork.domain.forecast.rates import rate_digits, small_rate
from legwork.domain.measures import Family, Measure, name_of, region_of
from legwork.domain.normal import Z80
from legwork.domain.sites import Kind, Region
from legwork.domain.units import in_unit, unit_of
from legwork.i18n import mark, tr
from legwork.numerals import number, short_number
from legwork.services.measure_series import MeasureSeries
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.site_training import Dose

if TYPE_CHECKING:
    from legwork.services.food_targets import ChosenWish

_EXPERIENCES = {
    Experience.NEW: mark("Training your {region} is new to you, by your log and answers: it is quickest at first."),
    Experience.SOME: mark("You have trained your {region} for some time, by your log and answers: half as fast as at "
                          "first is taken (a convention)."),
    Experience.LONG: mark("You have trained your {region} for years, by your log and answers: a quarter as fast as at "
                          "first is taken (a convention)."),
}  # fmt: skip

TELLING = 0.5
"""A person's own response is told once its standard error is below this (convention)."""


def rate_text(value: float, unit: str) -> str:
    """A change a month with its sign and unit: "+0.25 cm", or "less than 0.01 cm"."""
    text = small_rate(value, unit) or number(value, rate_digits(unit), signed=True)
    return f"{text} {unit}" if unit else text


def unit_and_factor(measure: Measure, person: Person) -> tuple[str, float]:
    """The unit of a measure without a series, and what to multiply its SI value by."""
    if measure.family is Family.VOLUME:
        return "L", 1.0
    if measure.family is Family.RATIO:
        return "", 1.0
    if measure.family is Family.BALANCE:
        return "%", 1.0
    kind = Kind.MASS if measure.family is Family.STRENGTH else Kind.GIRTH
    if measure.of_site:
        kind = person.site(measure.name).kind
    return unit_of(kind, person.units), in_unit(1.0, kind, person.units)


def label_and_region(
    measure: Measure, person: Person, series: Sequence[MeasureSeries], profile: Profile
) -> tuple[str, str]:
    """The name without a side, and the region, also where there is no series. Raises StoreError."""
    if series:
        return series[0].label, series[0].region
    if measure.family is Family.STRENGTH:
        from legwork.services.own_exercises import catalogue_of

        known = catalogue_of(profile, person.id).get(measure.name)
        label = tr("{lift}, e1RM", lift=known.label if known is not None else measure.name)
        return label, (known.region if known is not None else Region.WHOLE).value
    site = person.site(measure.name) if measure.of_site else None
    return name_of(measure, site), region_of(measure, site).value


def missing(measure: Measure, last: int | None) -> str:
    """Why nothing is told of a measure without a fresh reading. last: the day of the newest one, an ordinal."""
    if last is None:
        if measure.family is Family.STRENGTH:
            return tr("Nothing of this lift is logged yet: after its first sets what is likely can be told.")
        return tr("Not measured yet: measure once, then what is likely can be told.")
    day = full_day(date.fromordinal(last))
    if measure.family is Family.STRENGTH:
        return tr("Last done on {day}, too long ago to look ahead from: do it once, then what is likely can be told.",
                  day=day)  # fmt: skip
    return tr("Last measured on {day}, too long ago to look ahead from: measure once, then what is likely can be told.",
              day=day)  # fmt: skip


def training_basis(now: Dose | None, *, logged: bool) -> str:
    """What going on as now means. logged: whether there is any log."""
    if now is not None:
        return tr("As now: about {sets} hard sets a week for a muscle below the tape, the mean of your last whole "
                  "weeks.", sets=number(now.sets))  # fmt: skip
    if logged:
        return tr("The log says too little of the last weeks: going on as now is told by the trend of the readings "
                  "alone.")  # fmt: skip
    return tr("Nothing is logged: going on as now is told by the trend of the readings alone.")


def experience_words(experience: Experience | None, region: Region) -> str:
    """How long the muscles were trained, and what is made of it."""
    name = tr("legs") if region is Region.LOWER else tr("upper body")
    if experience is None:
        return tr("How long you have trained your {region} is not known yet: half as fast as at first is taken "
                  "(a convention).", region=name)  # fmt: skip
    return tr(_EXPERIENCES[experience], region=name)


def response_words(believed: Outlook) -> list[str]:
    """What the readings say of the person's own response, once they say anything."""
    response, sd = believed.response
    if sd >= TELLING:
        return []
    low, middle, high = (max(0.0, response + z * sd) for z in (-Z80, 0.0, Z80))
    return [tr("By your readings you respond about {share} times as much as usual ({low} to {high}).",
               share=number(middle, 1), low=number(low, 1), high=number(high, 1))]  # fmt: skip


def trend_alone(series: MeasureSeries) -> str:
    """Of a measure that training is not known to move by so much a week."""
    if series.measure.family is Family.STRENGTH:
        return tr("Strength has no known rate: only the trend of the estimates is drawn on, fading.")
    if series.measure.family is Family.DIFFERENCE:
        return tr("How fast sides draw level is not known: only the trend of the readings is drawn on, fading.")
    return tr("How fast training moves this is not known: only the trend of the readings is drawn on, fading.")


def as_if_upper_stayed() -> str:
    """Of a ratio or the balance."""
    return tr("It is reckoned as if the girths beside it stayed as they are.")


def weight_basis(wish: ChosenWish | None, *, shown: bool) -> list[str]:
    """Of body weight. wish: what the energy of a day shall do, None while nobody chose. shown: whether energy is."""
    found = [tr("Going on as now is told by the trend of the weighings alone.")]
    if wish is not None:
        low, high = (number(100 * one, 2, signed=True) for one in WISHES[wish.heeded].weekly)
        if wish.heeded is wish.chosen:
            said = tr("What you chose on Food, “{wish}”, means {low} to {high} % of your weight a week.",
                      wish=tr(WISHES[wish.chosen].words), low=low, high=high)  # fmt: skip
        else:
            said = tr("You chose “{wish}” on Food. At this weight and height its targets hold your weight instead: "
                      "{low} to {high} % of it a week.", wish=tr(WISHES[wish.chosen].words), low=low,
                      high=high)  # fmt: skip
        found.append(said)
    elif shown:
        found.append(tr("Choose on Food what your energy shall do: then that is told beside it."))
    return found


def still_growing() -> str:
    """Of a lower weight that somebody under age wants."""
    return tr("A body that still grows gets no steps to a lower weight from Legwork: that is for a doctor to say.")


def underweight(bmi: float) -> str:
    """Of a weight below that body mass index."""
    return tr("For your height this lies below a body mass index of {bmi}, which the WHO calls underweight: Legwork "
              "draws no steps to it. What is right for you is for a doctor to say.", bmi=short_number(bmi))  # fmt: skip


def drawn_to_floor(bmi: float) -> str:
    """Of lines that would fall below that body mass index."""
    return tr("A line that would fall below a body mass index of {bmi} for your height, which the WHO calls "
              "underweight, ends there. What is right for you is for a doctor to say.",
              bmi=short_number(bmi))  # fmt: skip


def no_height() -> str:
    """Of a lower weight of somebody whose height is not known."""
    return tr("Your height is not known: add it in People first. Without it Legwork draws no steps to a lower weight.")


def patience_since(first: int, today: date, error: float, per_week: float, expected: float, unit: str) -> str:
    """What could and could not be seen since the day `first`; before a week has gone by, what will be seen.

    error: of a reading, per_week: how many; expected: the likely rate a week.
    """
    weeks, often = (today.toordinal() - first) / 7, error / math.sqrt(per_week)
    if weeks < 1:
        return patience_ahead(often, expected, unit)
    return patience_words(patience(weeks, often, expected), unit)
