"""What the train page knows of a person: the plan, the log of the last months, exercises, plates.

Owns reading it and keeping it at hand, and the facts that the sheet asks for. It changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from legwork.domain.exercise import ON_BODY
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.model import Workout
from legwork.domain.log.plates import Bar
from legwork.domain.log.ramp import ramp_in, ramp_on
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.log.sheet import Line, Sets
from legwork.domain.plan.counting import Lookup
from legwork.domain.plan.model import Entry, Session, weeks_of
from legwork.domain.plan.starting import increment_of
from legwork.domain.units import UnitSystem
from legwork.qt.core.chosen_plan import choose_plan, chosen_plan
from legwork.qt.core.context import Context
from legwork.services.choices import SetChoices
from legwork.services.edit import Changes
from legwork.services.exercise_history import Time, heaviest_of, times_of
from legwork.services.hard_effort import hard_rir_of
from legwork.services.log_sums import weighings
from legwork.services.own_exercises import catalogue_of
from legwork.services.own_plates import Gym, bar_for, gym_from, gym_of, keep_bar, takes_plates
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_from
from legwork.services.plans import PlanInfo, StoredPlan, plan_of, plans_of
from legwork.services.spot_readings import SpotReadings
from legwork.services.train_sheet import ExerciseFacts, entries_of, facts_of, load_at_hand
from legwork.services.train_week import monday_of, plan_today, week_number
from legwork.services.workouts import StoredWorkout, newest_day, workout_of, workouts_of

PLANS = ("plan", "plan_block", "plan_week", "plan_session", "plan_entry")
WORKOUTS = ("workout", "workout_exercise", "workout_set")

_LOOKED_AT = 6
"""So many of the newest times of an exercise are looked at: some may be later on the same day."""

_BACK = timedelta(weeks=26)
"""So far back the log is at hand at first."""

_FURTHER = timedelta(days=365)


class TrainData:
    """Reads with `load`; `load_workouts` and `load_changes` read only the log again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._person: Person | None = None
        self._entries: dict[int, Entry] = {}
        self._since = date.min
        self._brought: set[int] = set()
        self._last: tuple[object, dict[str, tuple[Sets, date | None]]] = (None, {})
        self._best: dict[str, float] = {}
        self.plans: tuple[PlanInfo, ...] = ()
        self.plan: StoredPlan | None = None
        self.week_now = 0
        self.workouts: tuple[StoredWorkout, ...] = ()
        self.more = False
        self.catalogue = Catalogue(())
        self.lookup = Lookup()
        self.weighed: Mapping[int, float] = {}
        self.units = UnitSystem.METRIC
        self.gym: Gym = gym_from({}, UnitSystem.METRIC)

    def load(self, person: Person) -> bool:
        """Read everything of a person. True when it is another one than before."""
        other = self._person is None or self._person.id != person.id
        profile, today = self._context.profile, date.today()
        if other:
            self._since, self.plan = date.min, None
            self._brought.clear()
        self._person, self.units = person, person.units
        self.catalogue = catalogue_of(profile, person.id)
        # Until the background has worked out what could be lifted once and the body weight, it does without them.
        before = Lookup() if other else self.lookup
        hard_rir = hard_rir_of(profile, person.id)
        self.lookup = lookup_from(self.catalogue, before.max_kg, before.body_kg, hard_rir)
        self.weighed = weighings(SpotReadings(profile, person))
        self.gym = gym_of(profile, person.id, person.units)
        self._load_plan(today)
        self.load_workouts()
        return other

    def load_workouts(self) -> None:
        """Read the log again."""
        self._last = None, {}
        assert self._person is not None
        profile, today = self._context.profile, date.today()
        begin = today - _BACK
        if self.plan is not None and self.plan.info.starts_on is not None:
            begin = min(begin, monday_of(self.plan.info.starts_on))
        since = begin if self._since == date.min else min(begin, self._since)
        self.workouts = workouts_of(profile, self._person.id, since)
        self._since = since
        for one in tuple(self._brought):
            self.bring(one)
        self.more = self._older() is not None
        self._count_weeks()

    def load_changes(self, changes: Changes) -> None:
        """Read again what changed of this person's log."""
        assert self._person is not None
        if changes.everything or not changes.workouts:
            self.load_workouts()
            return
        self._last = None, {}
        found = [workout_of(self._context.profile, self._person.id, one) for one in changes.workouts]
        kept = [one for one in self.workouts if one.workout.id not in changes.workouts]
        self._set([*kept, *(one for one in found if one is not None)])

    def changed(self, stored: StoredWorkout) -> StoredWorkout:
        """Take over a workout as it was just kept."""
        self._set([*(one for one in self.workouts if one.workout.id != stored.workout.id), stored])
        return stored

    def look_back(self) -> None:
        """Read the newest year of what is older as well."""
        older = self._older()
        if older is not None:
            self._since = older - _FURTHER
        self.load_workouts()

    def choose_plan(self, plan_id: int) -> None:
        """Train by another plan."""
        assert self._person is not None
        choose_plan(self._context.view, self._person, plan_id)
        self._load_plan(date.today())
        self.load_workouts()

    # What is at hand

    @property
    def log(self) -> list[Workout]:
        """The workouts of the last months, by day."""
        return [one.workout for one in self.workouts]

    @property
    def running(self) -> StoredWorkout | None:
        """The workout in progress; the newest of several."""
        return next((one for one in reversed(self.workouts) if not one.finished), None)

    def known(self, workout_id: int) -> StoredWorkout | None:
        """A workout by its id."""
        return next((one for one in self.workouts if one.workout.id == workout_id), None)

    def bring(self, workout_id: int) -> StoredWorkout | None:
        """The same; one that is older than all that is at hand is read, and stays at hand."""
        known = self.known(workout_id)
        if known is not None or self._person is None:
            return known
        found = workout_of(self._context.profile, self._person.id, workout_id)
        if found is None:
            self._brought.discard(workout_id)
            return None
        self._brought.add(workout_id)
        self._set([*self.workouts, found])
        return found

    def session(self, session_id: int) -> tuple[Session | None, int]:
        """A session of the plan, and its place in its week."""
        if self.plan is not None:
            for _, week in weeks_of(self.plan.plan):
                for place, one in enumerate(week.sessions):
                    if one.id == session_id:
                        return one, place
        return None, 0

    def facts(self, workout: Workout) -> tuple[ExerciseFacts, ...]:
        """What the sheet shows beside the sets of a workout."""
        last = {key: sets for key, (sets, _) in self._last_of(workout).items()}
        return facts_of(workout, self._entries, self.catalogue, self.lookup, last, self.units, self._best)

    def last(self, workout: Workout, exercise: str) -> tuple[Sets, date | None]:
        """The sets of an exercise in the last workout before this one that had it, and its day."""
        return self._last_of(workout).get(exercise, ((), None))

    def ramp(self, facts: ExerciseFacts, lines: tuple[Line, ...]) -> Sets:
        """Warm-up sets before the load at hand; none where no load is known or the body moves."""
        load = load_at_hand(lines)
        if load is None or facts.wish.counting in ON_BODY:
            return ()
        first = next((one for one in lines if one.number), None)
        reps = 8 if first is None or first.target is None else first.target.low
        increment = increment_of(facts.exercise, self.units) if facts.exercise is not None else None
        if takes_plates(facts.exercise):
            steps = ramp_on(load.value, reps, load.unit, bar_for(facts.exercise, self.gym), self.gym.plates)
        elif increment is not None:
            steps = ramp_in(load.value, reps, increment)
        else:
            steps = ()
        return tuple(LoggedSet(LoggedKind.WARM_UP, reps=one.reps, load=one.load) for one in steps)

    def keep_bar(self, exercise: str, bar: Bar) -> SetChoices:
        """The edit that keeps the bar of an exercise."""
        assert self._person is not None
        return keep_bar(self._person.id, self.gym, exercise, bar, date.today())

    # Within

    def _last_of(self, workout: Workout) -> dict[str, tuple[Sets, date | None]]:
        """Last time's sets and day by exercise, and the heaviest loads; kept until the log changes elsewhere."""
        assert self._person is not None
        keys = frozenset(one.exercise for one in workout.exercises)
        asked = (workout.id, workout.day, keys)
        if self._last[0] != asked:
            times = times_of(self._context.profile, self._person.id, keys, workout.day, most=_LOOKED_AT)
            self._last = asked, {key: _before(workout, found) for key, found in times.items()}
            self._best = heaviest_of(self._context.profile, self._person.id, keys, workout.id)
        return self._last[1]

    def _older(self) -> date | None:
        """The newest day before all that is at hand; None when there is nothing older."""
        assert self._person is not None
        return newest_day(self._context.profile, self._person.id, self._since - timedelta(days=1))

    def _load_plan(self, today: date) -> None:
        assert self._person is not None
        profile = self._context.profile
        self.plans = plans_of(profile, self._person.id)
        chosen = chosen_plan(self._context.view, self._person)
        info = plan_today(self.plans, today, chosen)
        known = self.plan.plan if self.plan is not None and info is not None and self.plan.info.id == info.id else None
        self.plan = plan_of(profile, info.id, known) if info is not None else None
        self._entries = entries_of(self.plan.plan) if self.plan is not None else {}

    def _set(self, workouts: list[StoredWorkout]) -> None:
        self.workouts = tuple(sorted(workouts, key=lambda one: _when(one.workout)))
        self._count_weeks()

    def _count_weeks(self) -> None:
        stored = self.plan
        self.week_now = 0
        if stored is not None:
            self.week_now = week_number(stored.plan, stored.info.starts_on, self.log, date.today())


def _before(workout: Workout, times: Sequence[Time]) -> tuple[Sets, date | None]:
    """The sets of the newest workout of these that lies before another one; an exercise that came twice is one."""
    earlier = [one for one in times if (one.day, one.start or time.min, one.workout_id) < _when(workout)]
    if not earlier:
        return (), None
    newest = earlier[-1]
    return tuple(each for one in earlier if one.workout_id == newest.workout_id for each in one.done.sets), newest.day


def _when(one: Workout) -> tuple[date, time, int]:
    return one.day, one.start or time.min, one.id or 2**60
