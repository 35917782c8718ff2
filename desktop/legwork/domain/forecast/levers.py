"""Expected against seen: which lever to move when a limb grows slower than it should, the likeliest first.

Owns the rules. Each is a plain comparison of what was done with what is known to work, told with its numbers; none is
a diagnosis. What a lever does to a plan is for whoever offers it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.food.targets import PROTEIN_G_KG
from legwork.domain.forecast.growth import RESPONSE_SD
from legwork.domain.normal import SURE, Z80
from legwork.domain.weekly_sets import HOLDS_UP_TO, LEAST_DAYS, MOST_SESSION_SETS, MOST_WEEKLY_SETS
from legwork.i18n import ntr, tr
from legwork.numerals import number

LEAST_WEEKS = 8
"""Before so many weeks nothing is concluded (convention)."""

LEAST_DONE = 0.80
"""A smaller share of planned sessions done comes before all other levers (convention)."""

ENOUGH_SETS = (6.0, 10.0)
"""Hard sets a week: below the first, more is the lever; from the second on it hardly is. Source: SCIENCE section 6."""

HARD_SHARE = 0.60
"""Share of a muscle's sets within three reps of failure below which effort is the lever (convention; Refalo 2023)."""

LITTLE = 0.5
"""Training of which a smaller share of the usual growth is to be expected is little (convention: ENOUGH_SETS[0] sets
are worth about as much)."""

LOSS_A_WEEK = -0.002
"""Body weight falling faster than this share a week works against growth (convention)."""

ERROR_SHARE = 0.012
"""A standard error of a reading above this share of the girth hides growth: ISAK accepts 1.0 % (SCIENCE section 2)."""


class Lever(StrEnum):
    """What can be moved. DONE: more of the plan; MEASURING: the tape; TIME: nothing yet."""

    DONE = "done"
    VOLUME = "volume"
    EFFORT = "effort"
    FREQUENCY = "frequency"
    FOOD = "food"
    MEASURING = "measuring"
    TIME = "time"


@dataclass(frozen=True)
class Seen:
    """What was expected of a limb and what was seen, and what was done. None: not known.

    weeks: of training and measuring. expected, seen, seen_sd: change a week, and the standard error of what was seen.
    possible: what the usual training would be expected to bring, in the same unit. sets: hard sets a week; working: all
    working sets; planned: hard sets that the plan had; hard_share: of all working sets; days: with these muscles a
    week; most_in_session: sets. done_share: of planned sessions. protein_g_kg: a day, a kilogram as `food.targets`
    counts it. weight_rate: of body weight a week, as a share. error_share: standard error of a reading as a share of
    the girth.
    """

    weeks: float
    expected: float
    seen: float
    seen_sd: float
    sets: float | None = None
    hard_share: float | None = None
    days: float | None = None
    most_in_session: float | None = None
    done_share: float | None = None
    protein_g_kg: float | None = None
    weight_rate: float | None = None
    error_share: float | None = None
    possible: float | None = None
    working: float | None = None
    planned: float | None = None


@dataclass(frozen=True)
class Advice:
    """A lever and why, in a sentence. fewer: of VOLUME, that it is to be lowered."""

    lever: Lever
    why: str
    fewer: bool = False


class Standing(StrEnum):
    """What was seen against what was expected. LITTLE: no growth is seen, and of what was done hardly any is to be
    expected."""

    EARLY = "early"
    AS_EXPECTED = "as_expected"
    LITTLE = "little"
    SLOWER = "slower"


def standing_of(seen: Seen) -> Standing:
    """Whether the limb grows slower than of nine people in ten, its error allowed for.

    Source: people differ by RESPONSE_SD of what is expected (Hubal 2005); the tenth, LEAST_WEEKS and LITTLE are
    conventions.
    """
    if seen.weeks < LEAST_WEEKS or not (math.isfinite(seen.seen) and math.isfinite(seen.seen_sd)):
        return Standing.EARLY
    error = math.hypot(seen.seen_sd, RESPONSE_SD * seen.expected)
    if seen.seen < seen.expected - Z80 * error:
        return Standing.SLOWER
    growing = seen.seen > SURE * seen.seen_sd
    if not growing and seen.possible is not None and seen.expected < LITTLE * seen.possible:
        return Standing.LITTLE
    return Standing.AS_EXPECTED


def levers(seen: Seen) -> tuple[Advice, ...]:
    """Which levers to move, the one to try first at the beginning; none when it is early or goes as expected.

    When nothing that was done explains it, time is left: people differ. Source of the order (a convention): what was
    not done cannot work; sets and effort do most, and a falling weight undoes it; days and protein add the rest.
    """
    standing = standing_of(seen)
    if standing in (Standing.EARLY, Standing.AS_EXPECTED):
        return ()
    # Of sets that are there, but far from failure, more are not what is missing.
    work = (_effort(seen),) if _far_from_failure(seen) else (_volume(seen), _effort(seen))
    found = [one for one in (_done(seen), *work, _weight(seen), _days(seen), _protein(seen), _tape(seen)) if one]
    if found:
        return tuple(found)
    if standing is Standing.LITTLE:
        why = tr("More is done by now than most of these weeks had: the tape needs about eight weeks to show it.")
    else:
        why = tr("What was done looks right, and people differ widely: give it another block before changing much.")
    return (Advice(Lever.TIME, why),)


def _far_from_failure(seen: Seen) -> bool:
    """Whether there are sets enough, and it is their effort that keeps hard ones few."""
    few = seen.sets is not None and seen.sets < ENOUGH_SETS[0]
    return few and seen.working is not None and seen.working >= ENOUGH_SETS[0] and _effort(seen) is not None


def _done(seen: Seen) -> Advice | None:
    if seen.done_share is not None and seen.done_share < LEAST_DONE:
        done = number(100 * seen.done_share)
        return Advice(Lever.DONE, tr("{share} % of the planned sessions took place: a plan that fits the week comes "
                                     "before a better one.", share=done))  # fmt: skip
    work = seen.sets if seen.working is None else seen.working  # sets that were too easy were done all the same
    if work is None or not seen.planned or seen.planned < ENOUGH_SETS[0] or work >= LEAST_DONE * seen.planned:
        return None
    return Advice(Lever.DONE, tr("The plan had about {planned} sets a week and {done} were done: those come before "
                                 "more of them.", planned=number(seen.planned), done=number(work)))  # fmt: skip


def _volume(seen: Seen) -> Advice | None:
    if seen.sets is None:
        return None
    if round(seen.sets) < 1:
        return Advice(Lever.VOLUME, tr("Hardly any hard set in these weeks: growth takes six to ten a week."))
    sets = number(seen.sets)
    if seen.sets <= HOLDS_UP_TO:
        return Advice(
            Lever.VOLUME,
            tr("About {sets} hard sets a week for each muscle hold what is there; growth takes more.", sets=sets),
        )
    if seen.sets < ENOUGH_SETS[0]:
        return Advice(
            Lever.VOLUME,
            tr("About {sets} hard sets a week for each muscle: six to ten are known to work better.", sets=sets),
        )
    if seen.sets > MOST_WEEKLY_SETS:
        why = tr("About {sets} hard sets a week: beyond twenty more has not helped, and recovery may lag. Fewer may do "
                 "better.", sets=sets)  # fmt: skip
        return Advice(Lever.VOLUME, why, fewer=True)
    return None


def _effort(seen: Seen) -> Advice | None:
    if seen.hard_share is None or seen.hard_share >= HARD_SHARE:
        return None
    return Advice(Lever.EFFORT, tr("{share} % of the sets came within three reps of failure: fewer reps in reserve "
                                   "make each set count.", share=number(100 * seen.hard_share)))  # fmt: skip


def _days(seen: Seen) -> Advice | None:
    if seen.most_in_session is not None and seen.most_in_session > MOST_SESSION_SETS:
        most = number(seen.most_in_session)
        return Advice(Lever.FREQUENCY, tr("{sets} hard sets in one session: beyond eight their quality drops. "
                                          "Another day would spread them.", sets=most))  # fmt: skip
    if seen.days is not None and round(seen.days) < LEAST_DAYS and (seen.sets or 0.0) >= ENOUGH_SETS[0]:
        days = ntr("{count} day a week", "{count} days a week", round(seen.days))
        return Advice(Lever.FREQUENCY, tr("All of it on {days}: two or three make it easier to do well.", days=days))
    return None


def _weight(seen: Seen) -> Advice | None:
    if seen.weight_rate is None or seen.weight_rate >= LOSS_A_WEEK:
        return None
    percent = number(-100 * seen.weight_rate, 1)
    return Advice(Lever.FOOD, tr("Body weight falls by {percent} % a week: growth is slow or stands still meanwhile.",
                                 percent=percent))  # fmt: skip


def _protein(seen: Seen) -> Advice | None:
    if seen.protein_g_kg is None or seen.protein_g_kg >= PROTEIN_G_KG[0]:
        return None
    grams = number(seen.protein_g_kg, 1)
    return Advice(Lever.FOOD, tr("{grams} g of protein a kilogram a day: from 1.6 g on more hardly helps, below it "
                                 "does.", grams=grams))  # fmt: skip


def _tape(seen: Seen) -> Advice | None:
    if seen.error_share is None or seen.error_share <= ERROR_SHARE:
        return None
    percent = number(100 * seen.error_share, 1)
    return Advice(Lever.MEASURING, tr("A reading errs by about {percent} %: three readings each time, at the same hour "
                                      "and spot, would show growth sooner.", percent=percent))  # fmt: skip
