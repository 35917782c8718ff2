"""Reference data that is shipped: the body dimensions of a population, read once and kept."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from legwork.domain.population import Population, population_of
from legwork.paths import resources_dir

SEXES = ("male", "female")
LINEAR, LOG = "linear", "log"
"""Scales: cm and kg, or their natural logarithms."""


@lru_cache
def population(sex: str, scale: str) -> Population:
    """The ANSUR II population of one sex ("male" or "female") on one scale (LINEAR or LOG).

    Its names are ANSUR's: "thighcircumference", "stature", "weightkg" and so on, in cm and kg. These are soldiers,
    not lifters. Raises ValueError for another sex or scale.
    Source: Gordon CC et al. 2014, NATICK/TR-15/007 (ANSUR II, 2012).
    """
    if sex not in SEXES or scale not in (LINEAR, LOG):
        raise ValueError(f"no population {sex}, {scale}")
    file = _file()
    found = file["sexes"][sex]
    return population_of(file["names"], found["n"], found[scale]["mean"], found[scale]["covariance"])


def population_source() -> str:
    """Where the population comes from, in one line, untranslated as it stands in the file."""
    return str(_file()["source"])


@lru_cache
def _file() -> dict[str, Any]:
    text = (resources_dir() / "reference" / "ansur2.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
