"""Expected against seen: which lever to move when a limb grows slower than it should, the likeliest first.

Owns the rules. Each is a plain comparison of what was done with what is known to work, told with its numbers; none is
a diagnosis. What a lever does to a plan is for whoever offers it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.forecast.growth import RESPONSE_SD
from legwork.domain.normal import Z80
from legwork.domain.weekly_sets import HOLDS_FROM, MOST_WEEKLY_SETS
from legwork.i18n import ntr, tr

LEAST_WEEKS = 8
"""Before so many weeks nothing is concluded (convention)."""

LEAST_DONE = 0.80
"""A smaller share of planned sessions done comes before all other levers (convention)."""

ENOUGH_SETS = (6.0, 10.0)
"""Hard sets a week: below the first, more is the lever; from the second on it hardly is. Source: SCIENCE section 6."""

HARD_SHARE = 0.60
"""Share of a muscle's sets within three reps of failure below which effort is the lever (convention; Refalo 2023)."""

LEAST_DAYS, MOST_IN_SESSION = 2, 8.0
"""Days a week, and sets of a muscle in one session, beyond which they are better spread. Source: SCIENCE section 6."""

PROTEIN_G_KG = 1.6
"""Source: Morton 2018 (SCIENCE section 7)."""

LOSS_A_WEEK = -0.002
"""Body weight falling faster than this share a week works against growth (convention)."""

ERROR_SHARE = 0.012
"""A standard error of a reading above this share of the girth hides growth: ISAK accepts 1.0 % (SCIENCE section 2)."""


class Lever(StrEnum):
    """What can be moved."""

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
    sets: hard sets a week; hard_share: of all working sets; days: with these muscles a week; most_in_session: sets.
    done_share: of planned sessions. protein_g_kg: a day. weight_rate: of body weight a week, as a share.
    error_share: standard error of a reading as a share of the girth.
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


@dataclass(frozen=True)
class Advice:
    """A lever and why, in a sentence."""

    lever: Lever
    why: str


class Standing(StrEnum):
    """What was seen against what was expected."""

    EARLY = "early"
    AS_EXPECTED = "as_expected"
    SLOWER = "slower"


def standing_of(seen: Seen) -> Standing:
    """Whether the limb grows slower than of nine people in ten, its error allowed for.

    Source: people differ by RESPONSE_SD of what is expected (Hubal 2005); the tenth and LEAST_WEEKS are conventions.
    """
    if seen.weeks < LEAST_WEEKS or not math.isfinite(seen.seen):
        return Standing.EARLY
    error = math.hypot(seen.seen_sd, RESPONSE_SD * seen.expected)
    return Standing.SLOWER if seen.seen < seen.expected - Z80 * error else Standing.AS_EXPECTED


def levers(seen: Seen) -> tuple[Advice, ...]:
    """Which levers to move, the one to try first at the beginning; none unless the limb is slower than expected.

    When nothing that was done explains it, time is left: people differ.
    """
    if standing_of(seen) is not Standing.SLOWER:
        return ()
    found = [one for one in (_done(seen), _volume(seen), _effort(seen), _days(seen), *_food(seen), _tape(seen)) if one]
    if not found:
        why = tr("What was done looks right, and people differ widely: give it another block before changing much.")
        return (Advice(Lever.TIME, why),)
    return tuple(found)


def _done(seen: Seen) -> Advice | None:
    if seen.done_share is None or seen.done_share >= LEAST_DONE:
        return None
    done = f"{100 * seen.done_share:.0f}"
    return Advice(Lever.DONE, tr("{share} % of the planned sessions took place: a plan that fits the week comes before "
                                 "a better one.", share=done))  # fmt: skip


def _volume(seen: Seen) -> Advice | None:
    if seen.sets is None:
        return None
    sets = f"{seen.sets:.0f}"
    if seen.sets <= HOLDS_FROM:
        return Advice(
            Lever.VOLUME, tr("About {sets} hard sets a week hold what is there; growth takes more.", sets=sets)
        )
    if seen.sets < ENOUGH_SETS[0]:
        return Advice(
            Lever.VOLUME, tr("About {sets} hard sets a week: six to ten are known to work better.", sets=sets)
        )
    if seen.sets > MOST_WEEKLY_SETS:
        return Advice(Lever.VOLUME, tr("About {sets} hard sets a week: beyond twenty more has not helped, and recovery "
                                       "may lag. Fewer may do better.", sets=sets))  # fmt: skip
    return None


def _effort(seen: Seen) -> Advice | None:
    if seen.hard_share is None or seen.hard_share >= HARD_SHARE:
        return None
    return Advice(Lever.EFFORT, tr("{share} % of the sets came within three reps of failure: fewer reps in reserve "
                                   "make each set count.", share=f"{100 * seen.hard_share:.0f}"))  # fmt: skip


def _days(seen: Seen) -> Advice | None:
    if seen.most_in_session is not None and seen.most_in_session > MOST_IN_SESSION:
        most = f"{seen.most_in_session:.0f}"
        return Advice(Lever.FREQUENCY, tr("{sets} hard sets in one session: beyond eight their quality drops. "
                                          "Another day would spread them.", sets=most))  # fmt: skip
    if seen.days is not None and round(seen.days) < LEAST_DAYS and (seen.sets or 0.0) >= ENOUGH_SETS[0]:
        days = ntr("{count} day a week", "{count} days a week", round(seen.days))
        return Advice(Lever.FREQUENCY, tr("All of it on {days}: two or three make it easier to do well.", days=days))
    return None


def _food(seen: Seen) -> list[Advice]:
    found = []
    if seen.weight_rate is not None and seen.weight_rate < LOSS_A_WEEK:
        percent = f"{-100 * seen.weight_rate:.1f}"
        found.append(Advice(Lever.FOOD, tr("Body weight falls by {percent} % a week: growth is slow or stands still "
                                           "meanwhile.", percent=percent)))  # fmt: skip
    if seen.protein_g_kg is not None and seen.protein_g_kg < PROTEIN_G_KG:
        grams = f"{seen.protein_g_kg:.1f}"
        found.append(Advice(Lever.FOOD, tr("{grams} g of protein a kilogram a day: from 1.6 g on more hardly helps, "
                                           "below it does.", grams=grams)))  # fmt: skip
    return found


def _tape(seen: Seen) -> Advice | None:
    if seen.error_share is None or seen.error_share <= ERROR_SHARE:
        return None
    percent = f"{100 * seen.error_share:.1f}"
    return Advice(Lever.MEASURING, tr("A reading errs by about {percent} %: three readings each time, at the same hour "
                                      "and spot, would show growth sooner.", percent=percent))  # fmt: skip
