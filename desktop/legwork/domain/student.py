"""Quantiles of Student's t: how many standard errors hold the truth when the error itself is known from few points.

Owns the distribution, so that "beyond the error" is honest with few points too.
"""

from __future__ import annotations

import math
from functools import lru_cache


@lru_cache(maxsize=512)
def t_quantile(share: float, df: int) -> float:
    """Below which t lies with this probability, in standard errors.

    share: above 0 and below 1; df: degrees of freedom, 1 or more. Raises ValueError outside of that.
    Source: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4 (the distribution in closed form), turned round by halving.
    """
    if not 0 < share < 1 or df < 1:
        raise ValueError("a share lies between 0 and 1, and there is one degree of freedom or more")
    if share < 0.5:
        return -t_quantile(1 - share, df)
    low, high = 0.0, 1.0
    while _share_below(high, df) < share:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _share_below(middle, df) < share else (low, middle)
    return high


def _share_below(t: float, df: int) -> float:
    """The probability below t, which is not below zero."""
    angle = math.atan(t / math.sqrt(df))
    cosine = math.cos(angle)
    odd = df % 2
    term = cosine if odd else 1.0
    total = term if df > 1 else 0.0
    for step in range(3 if odd else 2, df, 2):
        if step > df - 2:
            break
        term *= cosine**2 * (step - 1) / step
        total += term
    inner = math.sin(angle) * total
    return 0.5 + (angle + inner) / math.pi if odd else 0.5 + inner / 2
