"""The edit path: 25 readings of a check-in through the services against the same rows in raw sqlite3."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from measure import Figures, bench
from profiles import FIRST_DAY, connect, make_profile, save_raw, values

from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.paths import ProfilePaths
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.people import everybody
from legwork.services.profile import Profile

ROUNDS = 200

Save = Callable[[int], None]  # saves the check-in of a week (profiles.values) and returns once it is committed


def save_check_in_raw(profile_dir: Path) -> Save:
    """The floor: opens the profile with raw sqlite3; the caller times the function that comes back."""
    connection = connect(profile_dir)
    (person,) = connection.execute("SELECT min(id) FROM person").fetchone()
    return lambda week: save_raw(connection, person, week)


def save_check_in_ours(profile_dir: Path) -> Save:
    """The program's side: the same check-in as one edit through the services, the path that the page uses."""
    profile = Profile(ProfilePaths(profile_dir))
    person = everybody(profile)[0].id

    def save(week: int) -> None:
        entries = tuple(
            Entry(Spot(site, Side(side)), (Quantity(value, unit, str(value)),))
            for site, side, value, unit in values(week)
        )
        profile.apply(RecordReadings(person, (Day(FIRST_DAY + timedelta(weeks=week), entries),)))

    return save


def timed(save: Save, week: int) -> float:
    started = time.perf_counter()
    save(week)
    return time.perf_counter() - started


@bench("check_in_saved")
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
