"""How honest the forecasts are: 80 % bands against invented histories that were used for nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from measure import table_bench

sys.path.insert(0, str(Path(__file__).parents[1]))

import forecast_simulation


@table_bench("forecast_bands")
def forecast_bands() -> str:
    """How often they held the truth 12, 26 and 52 weeks on, how wide they were, and how far their middle was off."""
    return forecast_simulation.table()
