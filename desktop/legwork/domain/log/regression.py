"""A straight line through points of known error, with intervals that stay honest when there are few of them.

Owns the regression. It must not know what its points are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_T975 = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
_T90 = (
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341,
    1.337, 1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
)  # fmt: skip
"""Quantiles .975 and .90 of Student's t with 1 to 30 degrees of freedom; with more, those of 30, which is a little too
wide. Source: Student's t table, as in any book of statistics."""


@dataclass(frozen=True)
class Line:
    """y = intercept + slope x. slope_se: standard error of the slope. df: degrees of freedom, points less two.

    x_mean: weighted; mean_se: standard error of the line there. scatter: by how much the points scatter more than their
    errors say, at least 1; it is in all errors.
    """

    slope: float
    intercept: float
    slope_se: float
    x_mean: float
    mean_se: float
    df: int
    scatter: float

    @property
    def slope_low80(self) -> float:
        """Lower end of the interval that holds the slope 8 times in 10."""
        return self.slope - _t(_T90, self.df) * self.slope_se

    @property
    def slope_high80(self) -> float:
        """Its upper end."""
        return self.slope + _t(_T90, self.df) * self.slope_se

    @property
    def slope_low95(self) -> float:
        """Lower end of the 95 % interval."""
        return self.slope - _t(_T975, self.df) * self.slope_se

    @property
    def slope_high95(self) -> float:
        """Its upper end."""
        return self.slope + _t(_T975, self.df) * self.slope_se

    def at(self, x: float) -> tuple[float, float, float]:
        """The line at x with its 80 % band: middle, lower and upper edge."""
        middle = self.intercept + self.slope * x
        half = _t(_T90, self.df) * math.hypot(self.mean_se, (x - self.x_mean) * self.slope_se)
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
        slope, intercept, scatter / math.sqrt(spread), x_mean, scatter / math.sqrt(total), df, scatter
    )  # fmt: skip


def _t(table: Sequence[float], df: int) -> float:
    return table[min(df, len(table)) - 1]
