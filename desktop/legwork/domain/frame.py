"""How slim or sturdy a person's bones are for their height, and how long their legs: what training does not change.

Owns which measures tell of the frame. It must not say what that means for legs (that is `causes`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from legwork.domain.balance import STATURE
from legwork.domain.population import Population, expected
from legwork.domain.standing import Known

FRAME: dict[str, str] = {
    "wrist": "wristcircumference",
    "ankle": "anklecircumference",
    "gluteal_fold_height": "crotchheight",
}
"""Site keys and what ANSUR calls them; it has no gluteal fold, and the crotch stands for it (a convention)."""


def frame_scores(people: Population, sizes: Mapping[str, Known], stature: Known) -> dict[str, float]:
    """How far each size of FRAME lies from what is usual at this stature, in SDs of people as tall: below 0 is less.

    people: of ln cm. sizes: cm; what is not in FRAME is overlooked.
    Source: ANSUR II 2012 (Gordon CC et al. 2014, NATICK/TR-15/007), conditional on stature (SCIENCE section 1).
    """
    found = {}
    for site, name in FRAME.items():
        if site in sizes:
            usual = expected(people, {name: 1.0}, {STATURE: math.log(stature.value)})
            found[site] = (math.log(sizes[site].value) - usual.mean) / usual.sd
    return found
