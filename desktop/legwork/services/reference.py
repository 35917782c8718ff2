"""Reference data that is shipped, read once and kept: dimensions of a population, ratios of competitors' lifts."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from legwork.domain.population import Population, population_of
from legwork.domain.strength_balance import Competitors, Quantiles, RatioKey
from legwork.paths import resources_dir

SEXES = ("male", "female")
LINEAR, LOG = "linear", "log"
"""Scales: cm and kg, or their natural logarithms."""

_BODIES, _LIFTERS = "ansur2.json", "raw_lifters.json"


@lru_cache
def population(sex: str, scale: str) -> Population:
    """The ANSUR II population of one sex ("male" or "female") on one scale (LINEAR or LOG).

    Its names are ANSUR's: "thighcircumference", "stature", "weightkg" and so on, in cm and kg. These are soldiers,
    not lifters. Raises ValueError for another sex or scale.
    Source: Gordon CC et al. 2014, NATICK/TR-15/007 (ANSUR II, 2012).
    """
    if sex not in SEXES or scale not in (LINEAR, LOG):
        raise ValueError(f"no population {sex}, {scale}")
    file = _file(_BODIES)
    found = file["sexes"][sex]
    return population_of(file["names"], found["n"], found[scale]["mean"], found[scale]["covariance"])


@lru_cache
def raw_lifters(sex: str) -> Competitors:
    """The raw competitors of one sex ("male" or "female") whose lifts are compared with.

    Raises ValueError for another sex.
    Source: OpenPowerlifting, public domain: 1546 men and 972 women of raw, tested meets (see the file's own source).
    """
    if sex not in SEXES:
        raise ValueError(f"no lifters {sex}")
    found = _file(_LIFTERS)["sexes"][sex]
    ratios = {RatioKey(key): Quantiles(tuple(points)) for key, points in found["ratios"].items()}
    return Competitors(found["n"], ratios, str(_file(_LIFTERS)["name"]))


@lru_cache
def _file(name: str) -> dict[str, Any]:
    text = (resources_dir() / "reference" / name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
