"""Benches inside one process on the real window: switching pages and panning a chart, with 20 years of data.

Both are held against a limit in time (issue 2: a page switch within 100 ms, a pan within 16 ms a frame), so
they need no floor: fill only `Figures.ours`.
"""

from __future__ import annotations

from measure import Figures, NotAvailableError, bench


@bench("page_switch", target=0.100, limit=True)
def page_switch() -> Figures:
    """The slowest page, from the click on the rail until it was painted.

    FILL IN: the real window on startup.seeded(), each page visited once, then timed 20 times.
    """
    raise NotAvailableError("page_switch is to be filled in")


@bench("chart_pan", target=0.016, limit=True)
def chart_pan() -> Figures:
    """One frame of a pan over all 20 years of the default sites, painted.

    FILL IN: the charts page on startup.seeded(), range all, 60 steps of ViewBox.translateBy, a repaint each.
    """
    raise NotAvailableError("chart_pan is to be filled in")
