"""The window and its background worker use one store at the same time."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from helpers import MONDAY, WAIST, day
from legwork.services import check_ins
from legwork.services.check_ins import RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns a thousand times as often as usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_reading_and_writing_at_the_same_time(restless: None, profile: Profile, person: Person) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="60", hips="60"),)))
    found: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(150):
                now = check_ins.on_day(profile, person.id, MONDAY)
                assert now.value(WAIST) in range(60, 100)
        except Exception as error:  # noqa: BLE001 - handed to the test
            found.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for one in readers:
        one.start()
    for value in range(60, 100):
        profile.apply(RecordReadings(person.id, (day(MONDAY, waist=str(value)),)))
    for one in readers:
        one.join()
    assert found == []
