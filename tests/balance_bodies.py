"""The worked man of the reference model as somebody who types his girths, and the short ways to record and ask."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from helpers import MONDAY, day, somebody
from legwork.domain.standing import Standing
from legwork.domain.units import Quantity
from legwork.services.balance import Balance, balance_of
from legwork.services.balance_rows import GapRow
from legwork.services.balance_words import gap_rows
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import Person, everybody
from legwork.services.profile import Profile

BUILD = {
    "flexed_arm_left": "40", "flexed_arm_right": "40", "forearm_left": "32", "wrist_left": "17.5", "chest": "112",
    "shoulders": "124", "neck": "40", "waist": "84",
}  # fmt: skip
"""With 180 cm: thigh 58.996/62.303/65.796 cm, ln mean 4.13201, sd .04256; calf 39.342 cm. Source: SCIENCE section 1."""
LN_THIGH, LN_THIGH_SD = 4.13201, 0.04256
HEIGHT = Quantity(180.0, "cm", "180")
NBSP = "\N{NO-BREAK SPACE}"


def man(profile: Profile, **facts: Any) -> Person:
    """A man of 180 cm unless `facts` say otherwise."""
    return somebody(profile, **{"sex": "male", "stature": HEIGHT, **facts})


def both(site: str, text: str) -> dict[str, str]:
    """The same on either side."""
    return {f"{site}_left": text, f"{site}_right": text}


def without(*sites: str) -> dict[str, str]:
    """The build less some sites."""
    return {name: text for name, text in BUILD.items() if not name.startswith(sites)}


def record(profile: Profile, person: Person, *days: Day) -> None:
    """Write days down."""
    profile.apply(RecordReadings(person.id, days))


def week(number: int, start: date = MONDAY) -> date:
    """So many weeks after a day."""
    return start + timedelta(weeks=number)


def again(profile: Profile) -> Person:
    """The newest person, as they are now."""
    return everybody(profile)[-1]


def balance(profile: Profile, person: Person, **girths: str) -> Balance:
    """Record them on Monday; the balance afterwards."""
    if girths:
        record(profile, person, day(MONDAY, **girths))
    return balance_of(profile, person)


def standing(found: Balance, site: str) -> Standing:
    """What is said of one leg girth."""
    assert found.assessment is not None
    [one] = [one for one in found.assessment.standings if one.site == site]
    return one


def place(found: Balance, site: str = "upper_thigh") -> float:
    """How many of 100 have a smaller one."""
    percentile = standing(found, site).percentile
    assert percentile is not None
    return percentile.value


def row(found: Balance, site: str = "upper_thigh") -> GapRow:
    """The row of one leg girth."""
    [one] = [one for one in gap_rows(found) if one.site == site]
    return one


def thigh_girth(z: float) -> str:
    """The thigh that stands so many SDs above the middle of the worked man's like."""
    return f"{math.exp(LN_THIGH + z * LN_THIGH_SD):.1f}"


def thigh_balance(profile: Profile, z: float, **facts: str) -> Balance:
    return balance(profile, man(profile, **facts), **BUILD, **both("upper_thigh", thigh_girth(z)))
