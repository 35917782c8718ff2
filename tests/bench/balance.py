"""Benches of the balance: one assessment, and the page with 20 years of data from the request until it is filled."""

from __future__ import annotations

from interaction import close_program, open_program, settle, timed
from measure import Figures, bench
from startup import seeded

from legwork.domain.balance import assess
from legwork.domain.standing import Known
from legwork.services.reference import LOG, population

GIRTHS = {
    "neck": 40.0, "shoulders": 124.0, "chest": 112.0, "waist": 84.0, "flexed_arm": 40.0, "forearm": 32.0, "wrist": 17.5,
    "upper_thigh": 57.8, "lower_thigh": 41.0, "calf": 37.0,
}  # fmt: skip


@bench("assessment", target=0.020, limit=True)
def assessment() -> Figures:
    """One person assessed, every percentile, gap and index asked for, once the parameters are loaded."""
    people = population("male", LOG)
    known = {site: Known(value, value / 100) for site, value in GIRTHS.items()}
    found = Figures("s")

    def whole() -> None:
        judged = assess(people, known, Known(180.0), Known(82.0, 0.4))
        assert judged.index is not None
        for one in (*judged.standings, *judged.by_weight):
            assert one.percentile is not None and one.gap_to(75.0) is not None
        assert judged.index.value.value > 0 and judged.index.percentile.value > 0

    whole()
    for _ in range(60):
        found.add(None, timed(whole))
    return found


@bench("balance_page")
def balance_page() -> Figures:
    """The balance page worked out and filled again with 20 years of data; the window goes on meanwhile."""
    found = Figures("s")
    program = open_program(seeded())
    program.window.show_page("balance")
    settle(program.window)
    for _ in range(7):
        found.add(None, timed(lambda: (program.session.context.runner.reload_everything(), settle(program.window))))
    close_program(program)
    return found
