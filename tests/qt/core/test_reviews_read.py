"""Which review was read: kept by person, and never taken back by an older one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helpers import somebody
from legwork.qt.core.reviews_read import mark_read, read_until
from legwork.qt.core.view_state import ViewState
from legwork.services.people import Person
from legwork.services.profile import Profile


def test_the_newest_that_was_read_counts_for_its_reader(tmp_path: Path, profile: Profile, person: Person) -> None:
    view = ViewState(tmp_path / "view.ini")
    assert read_until(view, person) is None
    mark_read(view, person, date(2026, 3, 5))
    mark_read(view, person, date(2026, 2, 26))
    assert read_until(view, person) == date(2026, 3, 5)
    assert read_until(view, somebody(profile, "Bo")) is None


def test_a_spoiled_note_counts_as_none(tmp_path: Path, person: Person) -> None:
    view = ViewState(tmp_path / "view.ini")
    view.set_text(f"today/read/{person.uid}", "some day")
    assert read_until(view, person) is None
