"""How long a person's limb segments are: from their own heights, else from their stature through the population."""

from __future__ import annotations

import math
from datetime import date

from legwork.domain.limb import HEIGHTS_OF, Length, Segment, lengths_from_heights
from legwork.domain.population import conditional
from legwork.domain.sites import HEIGHTS, Spot
from legwork.domain.tape import median
from legwork.services.body_girths import height_of
from legwork.services.check_ins import previous
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.reference import LINEAR, SEXES, population

_DIMENSIONS: dict[Segment, dict[str, float]] = {
    Segment.THIGH: {"crotchheight": 1, "kneeheightmidpatella": -1},
    Segment.LOWER_LEG: {"kneeheightmidpatella": 1, "lateralmalleolusheight": -1},
    Segment.UPPER_ARM: {"acromionradialelength": 1},
    Segment.FOREARM: {"radialestylionlength": 1},
}
"""Each segment as a sum of ANSUR dimensions. ANSUR has no gluteal fold: the crotch stands for it (a convention)."""


def lengths_of(profile: Profile, person: Person) -> dict[Segment, Length]:
    """The lengths of the thigh, lower leg, upper arm and forearm, as far as they can be told.

    Measured ones come from the newest reading of each height, whatever its day, and hold for all days; the others are
    estimated from the stature, and without one, or with one that is no body's, they are left out. Raises UserError
    when two heights contradict.
    """
    newest = previous(profile, person.id, date.max)
    heights = {key: median(newest[Spot(key)].values) for key in HEIGHTS if Spot(key) in newest}
    measured = lengths_from_heights(heights)
    height = height_of(person)
    found: dict[Segment, Length] = {}
    for segment in HEIGHTS_OF:
        if segment in measured:
            found[segment] = measured[segment]
        elif height is not None:
            found[segment] = estimated_length(segment, height.value, person.sex)
    return found


def estimated_length(segment: Segment, stature_cm: float, sex: str | None) -> Length:
    """The length to expect of a segment (not of LEG or ARM) at a stature in cm, with the spread among people.

    sex: "male" or "female"; None for a mixture of both in equal parts: the mean of both means, and an SD that holds
    the difference between them as well. Raises KeyError for LEG and ARM.
    Source: ANSUR II 2012 (Gordon CC et al. 2014, NATICK/TR-15/007), linear scale, given stature alone.
    """
    weights = _DIMENSIONS[segment]
    sexes = SEXES if sex is None else (sex,)
    answers = [conditional(population(one, LINEAR), weights, {"stature": stature_cm}) for one in sexes]
    mean = math.fsum(answer for answer, _ in answers) / len(answers)
    variance = math.fsum(sd**2 + (answer - mean) ** 2 for answer, sd in answers) / len(answers)
    return Length(mean, math.sqrt(variance), estimated=True)
