"""What a population tells about a body: means and covariances, and what to expect of one dimension given others.

Owns the normal model and its conditioning. It must not know which population it is, read files, nor turn the
figures into words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

_LEAST_SHARE = 1e-6
"""A given dimension must keep this share of its SD once those before it are known, else the matrix counts as
singular (a convention: ten thousand times the rounding error of the factors)."""


@dataclass(frozen=True, eq=False)
class Population:
    """One sex on one scale, multivariate normal. count: how many people were measured.

    names: k dimensions. mean: shape (k,); covariance: shape (k, k). Units: cm and kg, or their natural logarithms.
    """

    names: tuple[str, ...]
    count: int
    mean: NDArray[float64]
    covariance: NDArray[float64]


def population_of(
    names: Sequence[str], count: int, mean: Sequence[float], upper: Sequence[Sequence[float]]
) -> Population:
    """Put a population together from lists, as a file has them.

    names: k dimensions. mean: k values. upper: k rows of the covariance, each from its diagonal on, so that the
    first has k values and the last one. The arrays cannot be written to. Raises ValueError when the lengths do not
    fit, a name is there twice or a value is not finite.
    """
    import numpy as np

    size = len(names)
    if len(set(names)) != size or len(mean) != size or [len(row) for row in upper] != list(range(size, 0, -1)):
        raise ValueError("names, means and covariances do not fit")
    covariance = np.zeros((size, size), dtype=np.float64)
    for place, row in enumerate(upper):
        covariance[place, place:] = row
        covariance[place:, place] = row
    middle = np.array(mean, dtype=np.float64)
    if not (np.isfinite(middle).all() and np.isfinite(covariance).all()):
        raise ValueError("a value is not finite")
    for array in (middle, covariance):
        array.flags.writeable = False
    return Population(tuple(names), count, middle, covariance)


@dataclass(frozen=True)
class Expected:
    """What to expect of a weighted sum of dimensions, all three in the unit of the sum.

    sd: how much people who have the given values in common differ from one another. error: how far the mean itself may
    be off because the given values err. The two must stay apart: the first is about people, the second about a tape.
    """

    mean: float
    sd: float
    error: float


def expected(
    population: Population,
    weights: Mapping[str, float],
    given: Mapping[str, float],
    errors: Mapping[str, float] | None = None,
) -> Expected:
    """What to expect of a weighted sum of dimensions in people who have `given` in common.

    weights: dimension -> factor, for example crotch height 1 and knee height -1; not empty. given: dimension ->
    value, on the population's own scale (logarithms where it holds logarithms); empty for everybody. A dimension
    that is in both is known. errors: SDs of the given values, in their unit; those not named have none, those of
    dimensions not given are overlooked. Neither SD that is returned is ever negative.
    Raises ValueError when `weights` is empty, a name is unknown, a number is not finite, an error is below zero, or the
    given dimensions determine one another (a singular matrix).
    Source: SCIENCE section 1: m = mu_t + S_tg S_gg^-1 (x_g - mu_g), s^2 = S_tt - S_tg S_gg^-1 S_gt, by Cholesky
    (conditional normal distribution; Anderson 2003, An Introduction to Multivariate Statistical Analysis, 3rd ed.).
    The error is sqrt(w' E w), w = S_gg^-1 S_gt, E diagonal: independent errors, propagated through a linear sum.
    """
    if not weights:
        raise ValueError("nothing is asked for")
    slips = [float((errors or {}).get(name, 0.0)) for name in given]
    if not all(math.isfinite(one) for one in (*weights.values(), *given.values(), *slips)):
        raise ValueError("a number is not finite")
    if any(one < 0 for one in slips):
        raise ValueError("an error is below zero")
    line = _regression(population, tuple((name, float(weights[name])) for name in weights), tuple(given))
    away = [float(given[name]) - middle for name, middle in zip(given, line.middles, strict=True)]
    mean = line.mean + math.fsum(slope * one for slope, one in zip(line.slopes, away, strict=True))
    error = math.hypot(*(slope * slip for slope, slip in zip(line.slopes, slips, strict=True)))
    return Expected(mean, line.sd, error)


class _Line(NamedTuple):
    """A weighted sum as a linear function of given dimensions. middles, slopes: one of each of these."""

    mean: float
    middles: tuple[float, ...]
    slopes: tuple[float, ...]
    sd: float


@lru_cache(maxsize=256)
def _regression(population: Population, weights: tuple[tuple[str, float], ...], given: tuple[str, ...]) -> _Line:
    """Does not depend on anybody's values, so a history of a thousand days needs it once."""
    import numpy as np

    factors = np.array([factor for _, factor in weights], dtype=np.float64)
    targets, known = _places(population, [name for name, _ in weights]), _places(population, given)
    mean = float(factors @ population.mean[targets])
    variance = float(factors @ population.covariance[np.ix_(targets, targets)] @ factors)
    slopes: tuple[float, ...] = ()
    if known:
        lower = _cholesky(population.covariance[np.ix_(known, known)])
        share = np.linalg.solve(lower, population.covariance[np.ix_(known, targets)] @ factors)
        variance -= float(share @ share)
        slopes = tuple(np.linalg.solve(lower.T, share).tolist())
    # Rounding may leave a known sum a variance just below zero.
    return _Line(mean, tuple(population.mean[known].tolist()), slopes, math.sqrt(max(variance, 0.0)))


def conditional(
    population: Population, weights: Mapping[str, float], given: Mapping[str, float]
) -> tuple[float, float]:
    """Mean and SD alone, for given values that are taken as exact. Arguments, errors and source as for `expected`."""
    answer = expected(population, weights, given)
    return answer.mean, answer.sd


def _places(population: Population, names: Sequence[str]) -> list[int]:
    unknown = [name for name in names if name not in population.names]
    if unknown:
        raise ValueError(f"unknown dimension: {unknown[0]}")
    return [population.names.index(name) for name in names]


def _cholesky(covariance: NDArray[float64]) -> NDArray[float64]:
    """The lower factor. Raises ValueError when the matrix is singular, or so nearly that digits would be lost."""
    import numpy as np

    try:
        lower = np.asarray(np.linalg.cholesky(covariance), dtype=np.float64)
    except np.linalg.LinAlgError:
        raise ValueError("the given dimensions determine one another") from None
    if (np.diag(lower) < _LEAST_SHARE * np.sqrt(np.diag(covariance))).any():
        raise ValueError("the given dimensions determine one another")
    return lower
