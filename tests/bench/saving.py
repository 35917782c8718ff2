"""The edit path: 25 readings of a check-in through the services against the same rows in raw sqlite3."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measure import Figures, NotAvailableError, bench
from profiles import connect, make_profile, save_raw

ROUNDS = 200

Save = Callable[[int], None]  # saves the check-in of a week (profiles.values) and returns once it is committed


def save_check_in_raw(profile_dir: Path) -> Save:
    """The floor: opens the profile with raw sqlite3; the caller times the function that comes back."""
    connection = connect(profile_dir)
    (person,) = connection.execute("SELECT min(id) FROM person").fetchone()
    return lambda week: save_raw(connection, person, week)


# --- FILL IN (program side) ---


def save_check_in_ours(profile_dir: Path) -> Save:
    """Opens the profile through the services; the caller times the function that comes back.

    It must save `profiles.values(week)` on FIRST_DAY + week weeks, through the path that the page uses.
    """
    raise NotAvailableError("save_check_in_ours is to be filled in")


# --- end of what is to be filled in ---


def timed(save: Save, week: int) -> float:
    started = time.perf_counter()
    save(week)
    return time.perf_counter() - started


@bench("check_in_saved", target=3.0)
def check_in_saved() -> Figures:
    """200 rounds in turns, each side on a fresh profile of its own, on the same disk."""
    found = Figures("s")
    with tempfile.TemporaryDirectory(prefix="legwork-bench-", ignore_cleanup_errors=True) as folder:
        raw_profile, our_profile = Path(folder, "raw"), Path(folder, "ours")
        make_profile(raw_profile)
        make_profile(our_profile)
        raw, ours = save_check_in_raw(raw_profile), save_check_in_ours(our_profile)
        for week in range(-3, ROUNDS):  # the first three warm both up
            pair = timed(raw, week), timed(ours, week)
            if week >= 0:
                found.add(*pair)
    return found
