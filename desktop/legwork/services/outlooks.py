"""The future of a person's measures: readings, log, plan and answers of one moment, read once for all questions.

Owns which side of a pair is told, and what each way to go on means for a measure.
The model is `domain.forecast`, sentences are `goal_words`. Runs off the window's thread.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from legwork.domain.food.targets import LEAST_BMI, WISHES
from legwork.domain.forecast.growth import Experience
from legwork.domain.forecast.likeness import NOTHING, Likeness, likeness_of
from legwork.domain.forecast.outlook import Outlook
from legwork.domain.measures import Family, Measure, is_known
from legwork.domain.muscles import region_of
from legwork.domain.normal import Z80
from legwork.domain.sites import Region, Side, with_side
from legwork.i18n import mark, tr
from legwork.services import outlook_words as words
from legwork.services.choices import choices_of
from legwork.services.experience import experience_of
from legwork.services.food_choices import energy_shown, under_age
from legwork.services.food_targets import ChosenWish, chosen_wish
from legwork.services.goal_judging import USUAL_WEEKS, bare_scenario
from legwork.services.goal_shapes import SCENARIOS, Scenario, ScenarioOutlook, SiteOutlook
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import offers, series_of
from legwork.services.outlook_series import believed_of, is_fresh, last_day, level_on, per_week, place_of, readings_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.site_training import Dose, SiteTraining
from legwork.services.spot_readings import SpotReadings

if TYPE_CHECKING:
    from legwork.services.training_measures import TrainingLog

BODY_WEIGHT = "body_weight"

_FOOD_LABELS = {Scenario.PLAN: mark("Energy as you want it"), Scenario.HALF: mark("Half of that")}
_RATE_WEEKS = 13
"""A likely rate is that of the next quarter: growth wears off (convention)."""


class Outlooks:
    """All that the questions of one moment share; each part is read when it is first asked for.

    today: readings of a later day are left out. chosen_plan: the plan that is trained by, where several could be.
    breathe: called between steps; what it raises ends the work. Raises StoreError.
    """

    def __init__(
        self, profile: Profile, person: Person, today: date, chosen_plan: int = 0,
        breathe: Callable[[], object] = bool,
    ) -> None:  # fmt: skip
        self._profile, self._person, self.today = profile, person, today
        self._chosen, self._breathe = chosen_plan, breathe
        self._readings = SpotReadings(profile, person, breathe)
        self.training = SiteTraining(profile, person, today, chosen_plan, breathe, self._readings)
        self._series: dict[Measure, tuple[MeasureSeries, ...]] = {}
        self._experience: dict[Region, Experience | None] = {}

    def sides(self, measure: Measure) -> tuple[MeasureSeries, ...]:
        """The fresh series of a measure: both sides of a pair that has both, else the one there is."""
        fresh = [one for one in self._of(measure) if is_fresh(one, self.today)]
        named = [one for one in fresh if one.measure.side is not Side.NONE]
        if measure.side is Side.NONE and len(named) == len(fresh) == 2:
            return tuple(named)
        newest = max(fresh, key=lambda one: last_day(one, self.today) or 0, default=None)
        return () if newest is None else (newest,)

    def level(self, series: MeasureSeries) -> float:
        """Where a series stands today."""
        return level_on(series, self.today.toordinal())

    def site(self, measure: Measure, *, drawn: bool = True) -> SiteOutlook:
        """A measure's future; of a pair that of the smaller side, with the other one beside it.

        drawn: whether its ways to go on need their fans; a goal held against it draws its own.
        """
        sides = sorted(self.sides(measure), key=self.level)
        if not sides:
            return self._nothing(measure)
        return self._told(sides[0], self._told(sides[1], drawn=drawn) if len(sides) > 1 else None, drawn=drawn)

    # One series

    def _told(self, series: MeasureSeries, other: SiteOutlook | None = None, *, drawn: bool) -> SiteOutlook:
        like, experience = self._like(series.measure)
        here = self.today.toordinal()
        believed = believed_of(series, self.today, like.growth, self.training.effects(like.muscles), self._breathe)
        self._breathe()
        now = self.training.now(like.muscles)
        floor, why = self._floor(series)
        scenarios = tuple(self._scenarios(series, like, now, believed, floor, drawn=drawn))
        first = scenarios[0]
        ahead = believed.at(here + 7 * _RATE_WEEKS, first.effect).mean - believed.at(here, first.effect).mean
        rate = ahead / _RATE_WEEKS
        days, _, errors = readings_of(series, self.today)
        often = per_week(days, here)
        place = place_of(series, here)
        return SiteOutlook(
            series.measure, series.name, series.unit, series.region, self.today, series.label,
            now=float(series.trend.level[place]), now_error=float(series.trend.level_sd[place]), last=days[-1],
            per_week=rate, sets=now.sets if now else None, scenarios=scenarios,
            basis=(*self._basis(series, like, now, experience, believed), *self._floor_words(scenarios, floor)),
            series=series, error=errors[-1], readings_per_week=often, other=other,
            floor=floor, floor_words=why,
        )  # fmt: skip

    def _scenarios(
        self, series: MeasureSeries, like: Likeness, now: Dose | None, believed: Outlook, floor: float | None, *,
        drawn: bool,
    ) -> list[ScenarioOutlook]:  # fmt: skip
        label = tr(SCENARIOS[Scenario.AS_NOW])
        found = [bare_scenario(Scenario.AS_NOW, label, now, believed, floor=floor, drawn=drawn)]
        self._breathe()
        for which, share in ((Scenario.PLAN, 1.0), (Scenario.HALF, 0.5)):
            planned = self.training.planned(like.muscles, share)
            if planned is not None:
                found.append(bare_scenario(which, tr(SCENARIOS[which]), planned, believed, drawn=drawn))
            elif series.measure.name == BODY_WEIGHT and self._wish is not None:
                low, high = (one * self.level(series) for one in WISHES[self._wish.heeded].weekly)
                if low + high < 0 and floor is not None and self.level(series) <= floor:
                    continue  # from here it may only rise
                steered = believed.steered((low + high) / 2, (high - low) / 2 / Z80)
                label = tr(_FOOD_LABELS[which])
                found.append(bare_scenario(which, label, None, steered, share, floor=floor, drawn=drawn))
            self._breathe()
        return found

    def _floor_words(self, scenarios: Sequence[ScenarioOutlook], floor: float | None) -> list[str]:
        """That a way to go on ends at the floor of body weight, or is not drawn at all."""
        if floor is None:
            return []
        if math.isinf(floor):
            falls = self._wish is not None and sum(WISHES[self._wish.heeded].weekly) < 0
            return [words.no_height()] if falls else []
        far = self.today.toordinal() + 7 * USUAL_WEEKS
        low = any(one.outlook.at(far, one.effect).mean < floor for one in scenarios)
        return [words.drawn_to_floor(LEAST_BMI)] if low else []

    def _basis(
        self, series: MeasureSeries, like: Likeness, now: Dose | None, experience: Experience | None, believed: Outlook
    ) -> list[str]:
        if series.measure.name == BODY_WEIGHT:
            return words.weight_basis(self._wish, shown=self._energy)
        if not like.muscles:
            return [words.trend_alone(series)]
        found = [words.training_basis(now, logged=self.training.logged)]
        if like.beside:
            found.append(words.as_if_upper_stayed())
        found.append(words.experience_words(experience, region_of(like.muscles[0])))
        return [*found, *words.response_words(believed)]

    def _floor(self, series: MeasureSeries) -> tuple[float | None, str]:
        """The body weight below which Legwork draws no steps, in the person's unit, and why; None for other measures.
        Where the height is not known it is infinite: a lower weight may be too low for all that is known."""
        if series.measure != Measure(Family.SITE, BODY_WEIGHT):
            return None, ""
        if under_age(self._person.birth_date, self.today):
            return math.inf, words.still_growing()
        stature = self._person.stature
        if stature is None:
            return math.inf, words.no_height()
        return LEAST_BMI * (stature.value / 100) ** 2 * series.factor, words.underweight(LEAST_BMI)

    def _like(self, measure: Measure) -> tuple[Likeness, Experience | None]:
        """What a measure grows like, and how long its muscles were trained; None where nobody knows."""
        muscles = likeness_of(measure, Experience.SOME).muscles
        if not muscles:
            return Likeness((), NOTHING), None
        region = region_of(muscles[0])
        if region not in self._experience:
            self._experience[region] = experience_of(self.training, self._answers, region)
        experience = self._experience[region]
        return likeness_of(measure, experience or Experience.SOME), experience

    # What is read

    @cached_property
    def _answers(self) -> Mapping[str, tuple[str, ...]]:
        return choices_of(self._profile, self._person.id)

    @cached_property
    def _energy(self) -> bool:
        return energy_shown(self._answers, self._person.birth_date, self.today)

    @cached_property
    def _wish(self) -> ChosenWish | None:
        """What the energy of a day shall do, where somebody chose it and wants energy shown."""
        return chosen_wish(self._profile, self._person, self.today)

    def _of(self, measure: Measure) -> Sequence[MeasureSeries]:
        """The series of a measure, or of every side of a pair; those of a pair are read once."""
        pair = measure.pair
        if pair not in self._series:
            found: Sequence[MeasureSeries] = ()
            if not pair.weekly and is_known(pair, {one.key: one for one in self._person.all_sites}):
                found = series_of(self._profile, self._person, [pair], self._breathe, self._readings, self._log)[pair]
            self._series[pair] = tuple(found)
        return [one for one in self._series[pair] if measure.side in (Side.NONE, one.measure.side)]

    @cached_property
    def _log(self) -> TrainingLog:
        from legwork.services.training_measures import TrainingLog

        return TrainingLog(self._profile, self._person, self.today, self._chosen)

    def _nothing(self, measure: Measure) -> SiteOutlook:
        """Of a measure without a fresh reading."""
        old = self._of(measure)
        last = max((day for one in old if (day := last_day(one, self.today)) is not None), default=None)
        missing = words.missing(measure, last)
        if last is None and not measure.trained:
            lacking = {one.measure: one.missing for one in offers(self._profile, self._person)}
            missing = lacking.get(measure.pair) or missing
        label, region = words.label_and_region(measure, self._person, old, self._profile)
        unit, _ = words.unit_and_factor(measure, self._person)
        return SiteOutlook(
            measure, with_side(label, measure.side), unit, region, self.today, label, last=last, missing=missing,
            series=old[0] if old else None,
        )  # fmt: skip
