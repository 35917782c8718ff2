"""A person's own measuring error, learnt from the days on which they read the tape twice or three times.

Owns the estimate and how slowly it takes over from the convention. It must not judge changes (that is `tape` and
`verdict`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PRIOR_PAIRS = 10.0
"""How many repeated pairs the error that is assumed counts for (convention; SCIENCE section 2: at least 10 pairs)."""

BEST_PERCENT = 0.3
"""Nobody's tape is trusted further than an expert's: intra-tester TEM of thigh and calf .28 to .33 %.
Source: SCIENCE section 2. Two readings taken a moment apart agree better than two days do."""


SLIP = 10.0
"""Readings of one day that lie farther apart than so many assumed errors are a slip of the pen, such as 877 for 87.7,
and say nothing of the tape (convention)."""


@dataclass(frozen=True)
class TapeError:
    """percent: technical error of one reading, as a share of the value. pairs: how many repeats it was learnt from."""

    percent: float
    pairs: int


def own_error(repeats: Iterable[Sequence[float]], assumed_percent: float) -> TapeError:
    """The error of one reading at a site, from the readings of each day that has several, any unit.

    repeats: one sequence of two or more readings for each day and side; shorter ones are overlooked, and so are those
    whose mean is not above zero, or with a SLIP among them. assumed_percent: what holds while nothing is known; it
    fades as repeats come in: s^2 = (10 a^2 + SS) / (10 + n), SS the squared relative deviations from each day's mean,
    n their degrees of freedom.
    Source: TEM, Dahlberg 1940 (SCIENCE section 2); shrinkage: mean of the scaled inverse chi-square posterior's
    harmonic form, Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 2.6.
    """
    share = assumed_percent / 100
    squares, freedom = 0.0, 0
    for readings in repeats:
        mean = math.fsum(readings) / len(readings) if readings else 0.0
        if len(readings) < 2 or not mean > 0 or max(readings) - min(readings) > SLIP * share * mean:
            continue
        squares += math.fsum(((one - mean) / mean) ** 2 for one in readings)
        freedom += len(readings) - 1
    pooled = math.sqrt((PRIOR_PAIRS * share * share + squares) / (PRIOR_PAIRS + freedom))
    return TapeError(max(100 * pooled, min(BEST_PERCENT, assumed_percent)), freedom)
