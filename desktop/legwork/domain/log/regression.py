"""A straight line through points of known error, with intervals that stay honest when there are few of them.

Owns the regression. It must not know what its points are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from legwork.domain.student import t_quantile


@dataclass(frozen=True)
class Line:
    """y = intercept + slope x. slope_se: standard error of the slope. df: degrees of freedom, points less two.

    x_mean: weighted; mean_se: standard error of the line there. scatter: by how much the points scatter more than their
    errors say, at least 1; it is in all errors. chi_square: of the points about the line, by the errors they came with.
    """

    slope: float
    intercept: float
    slope_se: float
    x_mean: float
    mean_se: float
    df: int
    scatter: float
    chi_square: float

    @property
    def slope_low80(self) -> float:
        """Lower end of the interval that holds the slope 8 times in 10."""
        return self.slope - t_quantile(0.9, self.df) * self.slope_se

    @property
    def slope_high80(self) -> float:
        """Its upper end."""
        return self.slope + t_quantile(0.9, self.df) * self.slope_se

    def slope_within(self, share: float) -> tuple[float, float]:
        """The ends of the interval that holds the slope with this probability."""
        half = t_quantile((1 + share) / 2, self.df) * self.slope_se
        return self.slope - half, self.slope + half

    def at(self, x: float) -> tuple[float, float, float]:
        """The line at x with its 80 % band: middle, lower and upper edge."""
        middle = self.intercept + self.slope * x
        half = t_quantile(0.9, self.df) * math.hypot(self.mean_se, (x - self.x_mean) * self.slope_se)
        return middle, middle - half, middle + half


def regress(x: Sequence[float], y: Sequence[float], sd: Sequence[float]) -> Line:
    """The weighted regression line of at least three points.

    sd: the standard error of each y, above zero; x is taken as known. Where the points scatter more than that, all
    errors are widened by the root of chi square over its degrees of freedom, and never narrowed. Raises ValueError for
    fewer points, for errors that are not above zero, or when all x are equal.
    Source: weighted least squares (Bevington & Robinson 2003, Data reduction, ch. 6); widening: Birge 1932, Phys Rev
    40:207.
    """
    if not len(x) == len(y) == len(sd) or len(x) < 3 or min(sd) <= 0:
        raise ValueError("three points with errors or more are needed")
    weights = [1 / one**2 for one in sd]
    total = math.fsum(weights)
    x_mean = math.fsum(w * one for w, one in zip(weights, x, strict=True)) / total
    y_mean = math.fsum(w * one for w, one in zip(weights, y, strict=True)) / total
    spread = math.fsum(w * (one - x_mean) ** 2 for w, one in zip(weights, x, strict=True))
    if spread <= 0:
        raise ValueError("all points have one x")
    slope = math.fsum(w * (a - x_mean) * (b - y_mean) for w, a, b in zip(weights, x, y, strict=True)) / spread
    intercept = y_mean - slope * x_mean
    chi_square = math.fsum(w * (b - intercept - slope * a) ** 2 for w, a, b in zip(weights, x, y, strict=True))
    df = len(x) - 2
    scatter = math.sqrt(max(1.0, chi_square / df))
    return Line(
        slope, intercept, scatter / math.sqrt(spread), x_mean, scatter / math.sqrt(total), df, scatter, chi_square
    )  # fmt: skip


def correlation(x: Sequence[float], y: Sequence[float]) -> float:
    """How far two columns go together, from -1 to 1; 0 when one of them does not change.

    Raises ValueError when lengths differ. Source: Pearson's coefficient.
    """
    if len(x) != len(y):
        raise ValueError("columns differ in length")
    x_mean, y_mean = (math.fsum(one) / max(1, len(one)) for one in (x, y))
    both = math.fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y, strict=True))
    spread = math.fsum((a - x_mean) ** 2 for a in x) * math.fsum((b - y_mean) ** 2 for b in y)
    return both / math.sqrt(spread) if spread > 0 else 0.0
