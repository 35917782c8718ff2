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

from measure import REGISTRY, row, table

for group in ("startup", "saving", "interaction"):  # each registers its benches, in the order of the table
    importlib.import_module(group)


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in REGISTRY]
    if unknown:
        print(f"No bench is called {', '.join(unknown)}. There are: {', '.join(REGISTRY)}.", file=sys.stderr)
        return 2
    rows: list[list[str]] = []
    remarks: list[str] = []
    crashed = False
    for name in names or REGISTRY:
        entry = REGISTRY[name]
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            rows.append(row(entry, entry.measure()))
        except Exception:  # noqa: BLE001  (one crash must not hide the other figures)
            crashed = True
            remarks.append(f"{name}: crashed\n{traceback.format_exc()}")
    print(table(rows))
    if remarks:
        print("\n" + "\n".join(remarks))
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
