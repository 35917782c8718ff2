"""What each leg girth that shall grow was expected to do, what it did, and what was done for it.

Owns putting these together; each is read once for all girths of a moment. Which lever follows is
`domain.forecast.levers`. Rates are in the person's unit a week. Runs off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial

from legwork.domain.forecast.growth import Experience, growth_of
from legwork.domain.forecast.levers import LEAST_WEEKS, LITTLE, Seen, Standing, standing_of
from legwork.domain.forecast.patience import patience, patience_words
from legwork.domain.log.counting import Counted
from legwork.domain.log.muscle_work import training_day_numbers
from legwork.domain.muscles import MUSCLES_OF_SITE, Muscle
from legwork.domain.sites import Region, Side, with_side
from legwork.services import loop_words as words
from legwork.services.asked_week import asked_week, sessions_done
from legwork.services.balance import balance_of
from legwork.services.choices import choices_of
from legwork.services.experience import experience_of
from legwork.services.goals import goals_of
from legwork.services.log_sums import counted_log
from legwork.services.loop_limbs import (
    FEWEST_READINGS,
    LOOK_BACK_WEEKS,
    OLD_DAYS,
    Limb,
    Moved,
    Stretch,
    limbs_of,
    sites_of,
    stretch_of,
)
from legwork.services.loop_work import Done, Fed, Work
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_aims import aims_of
from legwork.services.plans import StoredPlan, plan_of_today
from legwork.services.profile import Profile
from legwork.services.proposals import refused_by_topic
from legwork.services.site_training import SiteTraining
from legwork.services.spot_readings import SpotReadings
from legwork.services.training_calendar import CalendarBase, calendar_base
from legwork.services.week_facts import WeekFacts

_READ_BACK = timedelta(weeks=LOOK_BACK_WEEKS + 4)
"""So far back the log is read: what is held against the tape, and whether a break was before it."""


@dataclass(frozen=True)
class Told:
    """A girth. name: with its side where only that one is meant. muscles: below the tape. seen: None while nothing can
    be held against each other. line: the quiet sentence, where no lever is named. sides: that they differ, or "".
    untrained: nothing was trained of late, which is said of all girths at once.
    """

    site: str
    name: str
    unit: str
    muscles: tuple[Muscle, ...]
    seen: Seen | None
    standing: Standing
    done: Done
    line: str = ""
    sides: str = ""
    untrained: bool = False


class LoopFacts:
    """Of one moment. Raises StoreError when it is asked for something."""

    def __init__(
        self, profile: Profile, person: Person, today: date, chosen_plan: int, breathe: Callable[[], object]
    ) -> None:
        self.today = today
        self._profile, self._person, self._chosen, self._breathe = profile, person, chosen_plan, breathe
        self._readings = SpotReadings(profile, person, breathe)
        self._training = SiteTraining(profile, person, today, chosen_plan, breathe, self._readings)

    def told(self) -> Iterator[Told]:
        """Every girth that shall grow, thighs first; none while nothing was trained or measured."""
        stretch = self._stretch
        first = stretch.first if stretch is not None else self.today.toordinal() - OLD_DAYS
        for limb in self._limbs(first):
            self._breathe()
            yield self._of(limb, stretch)

    @cached_property
    def refused(self) -> Mapping[str, frozenset[str]]:
        """All that the person refused, by topic."""
        return refused_by_topic(self._profile, self._person.id)

    def week_facts(self) -> WeekFacts:
        """What the week is judged by that is asked about, else the last one."""
        last = self.today - timedelta(days=self.today.weekday(), weeks=1)
        week = asked_week(self._profile, self._person, self.today, self._chosen) or last
        base = self._base
        aims = aims_of(self._profile, self._person, self.today, self._breathe, self._readings)
        catalogue = catalogue_of(self._profile, self._person.id)
        return WeekFacts(
            week,
            self.today,
            self._counted,
            base.lookup,
            catalogue,
            aims,
            self._stored,
            sessions_done(self._profile, self._person),
            self._choices,
            self.refused,
        )

    # What is read once

    @cached_property
    def _choices(self) -> dict[str, tuple[str, ...]]:
        return choices_of(self._profile, self._person.id)

    @cached_property
    def _base(self) -> CalendarBase:
        found = calendar_base(self._profile, self._person, self.today, self._chosen, self._breathe)
        self._breathe()
        return found

    @cached_property
    def _counted(self) -> Counted:
        first = self.today - _READ_BACK
        found = counted_log(self._profile, self._person, self._base.lookup, first, self.today, self._readings)
        self._breathe()
        return found

    @cached_property
    def _stored(self) -> StoredPlan | None:
        return plan_of_today(self._profile, self._person.id, self.today, self._chosen)

    @cached_property
    def _stretch(self) -> Stretch | None:
        days = training_day_numbers(self._counted)  # sets that were too easy are training as well
        return stretch_of(days, self.today, LEAST_WEEKS)

    @cached_property
    def _fed(self) -> Fed:
        return self._work.fed()

    @cached_property
    def _work(self) -> Work:
        first = self._stretch.first if self._stretch is not None else self.today.toordinal()
        return Work(self._profile, self._person, self.today, first, self._counted, self._base, self._readings)

    def _limbs(self, first: int) -> tuple[Limb, ...]:
        balance = balance_of(self._profile, self._person, self._readings, self.today)
        self._breathe()
        wanted = partial(sites_of, balance, goals_of(self._profile, self._person.id))
        return limbs_of(self._profile, self._person, self.today, first, wanted, self._readings, self._breathe)

    # One girth

    def _of(self, limb: Limb, stretch: Stretch | None) -> Told:
        muscles = MUSCLES_OF_SITE[limb.site]
        done, moved = self._work.of(muscles), limb.both

        def quiet(line: str) -> Told:
            return Told(limb.site, limb.name, limb.unit, muscles, None, Standing.EARLY, done, line)

        if stretch is None:
            return replace(quiet(""), untrained=True)
        if moved is None or self.today.toordinal() - moved.last > OLD_DAYS:
            return quiet(words.old_words(limb.name))
        seen = self._seen(limb.site, moved, muscles, done, stretch)
        standing = standing_of(seen) if moved.count >= FEWEST_READINGS else Standing.EARLY
        if standing is Standing.EARLY:
            return quiet(self._early(limb, moved, seen))
        sides = words.sides_words(limb.sides[Side.LEFT], limb.sides[Side.RIGHT], limb.unit) if limb.sides else ""
        name = limb.name
        if standing is Standing.AS_EXPECTED:
            for side, one in limb.sides.items():
                alone = self._seen(limb.site, one, muscles, done, stretch)
                if standing_of(alone) is Standing.SLOWER:  # the other side hides it
                    name, seen, standing = with_side(limb.name, side), alone, Standing.SLOWER
                    break
        line = words.as_expected_words(name, seen, limb.unit) if standing is Standing.AS_EXPECTED else ""
        return Told(limb.site, name, limb.unit, muscles, seen, standing, done, line, sides)

    def _seen(self, site: str, moved: Moved, muscles: tuple[Muscle, ...], done: Done, stretch: Stretch) -> Seen:
        """Expected and seen, with what was done."""
        experience = experience_of(self._training, self._choices, Region.LOWER) or Experience.SOME
        possible = growth_of(site, experience).per_week * moved.level
        effect = self._training.effects(muscles)
        days = range(moved.first, max(moved.first + 1, min(moved.last, self._work.end)), 7)
        expected = possible * sum(effect(day) for day in days) / len(days)
        return Seen(
            min(moved.weeks, stretch.trained), expected, moved.rate, moved.sd, done.sets, done.hard_share, done.days,
            done.most_in_session, done.done_share, self._fed.protein_g_kg, self._fed.weight_rate,
            moved.error / moved.level, possible, done.working, done.planned,
        )  # fmt: skip

    def _early(self, limb: Limb, moved: Moved, seen: Seen) -> str:
        if not moved.weeks:
            return words.once_words(limb.name)
        little = seen.possible is not None and seen.expected < LITTLE * seen.possible
        found = patience(moved.weeks, moved.error, 0.0 if little else seen.expected)
        said = patience_words(found, limb.unit)
        return words.early_words(limb.name, f"{said} {words.few_words(seen, limb.unit)}" if little else said)
