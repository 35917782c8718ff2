"""Prints how Legwork compares with the bare libraries, floor and program measured in turns in the same run.

`bench.py [NAMES...]`. Targets are printed, never asserted: exit code 0 unless something crashed, 2 for an
unknown name.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from measure import REGISTRY, TABLES, row, table

for group in (
    "startup",
    "saving",
    "logs",
    "interaction",
    "charts",
    "trends",
    "forecasts",
    "balance",
    "plans",
    "paper",
    "standalone",
):  # each registers its benches, in the order of the table
    importlib.import_module(group)


def main(names: list[str]) -> int:
    known = [*REGISTRY, *TABLES]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"No bench is called {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    rows: list[list[str]] = []
    tables: list[str] = []
    remarks: list[str] = []
    for name in names or known:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            if name in TABLES:
                tables.append(f"{name}\n\n{TABLES[name]()}")
            else:
                rows.append(row(REGISTRY[name], REGISTRY[name].measure()))
        except Exception:  # noqa: BLE001  (one crash must not hide the other figures)
            remarks.append(f"{name}: crashed\n{traceback.format_exc()}")
    print("\n\n".join([*([table(rows)] if rows else []), *tables, *remarks]))
    return 1 if remarks else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
