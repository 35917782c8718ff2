"""How good the trends are: simulated histories with a known truth, against the averages that others use."""

from __future__ import annotations

import sys
from pathlib import Path

from measure import table_bench

sys.path.insert(0, str(Path(__file__).parents[1]))

import trend_simulation


@table_bench("trend_quality")
def trend_quality() -> str:
    """Misses of the line and of its newest point in cm, and how often the 80 % bands held the truth."""
    return trend_simulation.table()
