"""Everything that the balance page, its printed sheet and the report show, put together for one person and one day.

Owns the putting together, so that all three say the same. May run off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from legwork.domain.causes.diagnosis import Diagnosis
from legwork.domain.measures import INDEX, Family, Measure
from legwork.domain.pain_holds import Hold, held_patterns, holds
from legwork.domain.strength_notes import strength_notes
from legwork.services import balance_words as words
from legwork.services.balance import Balance, balance_of
from legwork.services.balance_rows import GapRow, SideRow, ZoneMark
from legwork.services.causes import causes_of
from legwork.services.choices import choices_of
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.next_steps import NextSteps, next_steps
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.proportion_rows import ProportionRows, all_proportions
from legwork.services.questionnaires import cause_questions
from legwork.services.spot_readings import SpotReadings
from legwork.services.strength import Strength, strength_of
from legwork.services.strength_rows import StrengthRows, strength_rows

BALANCE = Measure(Family.BALANCE, INDEX)


@dataclass(frozen=True, eq=False)
class BalanceView:
    """balance, diagnosis, lifted: the figures; all else is ready to be shown. history: of the index, None without one.

    answers: every choice by topic. notes: what strength shortfalls load.
    """

    person: Person
    today: date
    balance: Balance
    headline: str
    numbers: str
    index: str
    index_parts: tuple[str, str]
    index_said: str
    compared: str
    better: tuple[str, ...]
    by_weight: str
    measured: str
    gaps: tuple[GapRow, ...]
    sides: tuple[SideRow, ...]
    zones: tuple[ZoneMark, ...]
    zone_caption: str
    history: MeasureSeries | None
    answers: Mapping[str, tuple[str, ...]]
    diagnosis: Diagnosis
    holds: tuple[Hold, ...]
    caution: str
    next: NextSteps
    lifted: Strength
    strength: StrengthRows
    notes: tuple[str, ...]
    proportions: tuple[ProportionRows, ...]

    @property
    def measured_anything(self) -> bool:
        """Whether any girth that plays a part here was ever measured."""
        return self.balance.day is not None


def balance_view(profile: Profile, person: Person, today: date, breathe: Callable[[], object] = bool) -> BalanceView:
    """All of it, as things stand. breathe: called between the parts; what it raises ends the work.

    Raises StoreError.
    """
    readings = SpotReadings(profile, person, breathe)
    balance = balance_of(profile, person, readings, today)
    answers = choices_of(profile, person.id)
    lifted = strength_of(profile, person, today, readings)
    diagnosis = causes_of(profile, balance, answers, lifted.ratios, today, readings)
    held = holds(answers)
    history = series_of(profile, person, [BALANCE], breathe, readings)[BALANCE]
    headline, numbers = words.headline(balance)
    return BalanceView(
        person,
        today,
        balance,
        headline,
        numbers,
        words.index_text(balance),
        words.index_parts(balance),
        words.index_sentence(balance),
        words.compared_with(balance),
        words.better_answer(balance),
        words.by_weight(balance),
        words.measured_when(balance, today),
        words.gap_rows(balance),
        words.side_rows(balance),
        words.zone_marks(balance),
        words.zone_caption(balance),
        history[0] if history else None,
        answers,
        diagnosis,
        held,
        words.caution(held),
        next_steps(balance, diagnosis, held, _tape_error(readings, balance), asked=_asked(answers)),
        lifted,
        strength_rows(lifted, person),
        strength_notes(lifted.ratios, held_patterns(answers)),
        all_proportions(profile, person, today, readings),
    )


def _asked(answers: Mapping[str, tuple[str, ...]]) -> bool:
    return any(answers.get(question.key) for question in cause_questions())


def _tape_error(readings: SpotReadings, balance: Balance) -> float:
    main = balance.main
    if main is None or main.own is None:
        return 0.0
    return readings.error(main.site).percent / 100 * main.own.value
