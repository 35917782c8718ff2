"""News of other programs' writing: never of our own, never missed, whatever the order."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import MONDAY, TUESDAY, WAIST, day, opened, somebody
from legwork.services import check_ins
from legwork.services.check_ins import RecordReadings
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Profile]:
    one = opened(tmp_path)
    yield one
    one.close()


@pytest.fixture
def theirs(tmp_path: Path, ours: Profile) -> Iterator[Profile]:
    """The same file, opened by another program."""
    one = opened(tmp_path)
    yield one
    one.close()


def test_nothing_happened(ours: Profile, theirs: Profile) -> None:
    assert not ours.changed_elsewhere()
    assert everybody(theirs) == ()
    assert not ours.changed_elsewhere()


def test_our_own_writing_is_no_news(ours: Profile) -> None:
    person = somebody(ours)
    for when in (MONDAY, TUESDAY):
        outcome = ours.apply(RecordReadings(person.id, (day(when, waist="84"),)))
        ours.apply(outcome.inverse)
        assert not ours.changed_elsewhere()


def test_theirs_is_told_once(ours: Profile, theirs: Profile) -> None:
    theirs.apply(AddPerson("Ben"))
    assert ours.changed_elsewhere()
    assert not ours.changed_elsewhere()


@pytest.mark.parametrize("order", ["to", "ot", "oto", "tot", "toot"])
def test_it_is_told_between_our_own_edits_too(ours: Profile, theirs: Profile, order: str) -> None:
    for who in order:
        (ours if who == "o" else theirs).apply(AddPerson(who))
    assert ours.changed_elsewhere()
    assert not ours.changed_elsewhere()


def test_an_edit_that_was_refused_hides_no_news(ours: Profile, theirs: Profile) -> None:
    theirs.apply(AddPerson("Ben"))
    with pytest.raises(Exception, match="Type a name"):
        ours.apply(AddPerson(" "))
    assert ours.changed_elsewhere()


def test_an_edit_of_our_worker_thread_is_our_own(ours: Profile) -> None:
    person = somebody(ours)
    told: list[bool] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            told.append(ours.changed_elsewhere())

    asking = threading.Thread(target=ask)
    asking.start()
    for value in range(60, 100):
        ours.apply(RecordReadings(person.id, (day(MONDAY, waist=str(value)),)))
    stop.set()
    asking.join()
    assert told
    assert not any(told)


def test_two_threads_of_ours_take_turns(ours: Profile) -> None:
    person = somebody(ours)
    edits = [RecordReadings(person.id, (day(when, waist="84"),)) for when in (MONDAY, TUESDAY)]
    threads = [threading.Thread(target=lambda edit=edit: [ours.apply(edit) for _ in range(20)]) for edit in edits]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    days = check_ins.check_in_days(ours, person.id)
    assert sorted(days.values()) == [MONDAY, TUESDAY]
    assert all(WAIST in one.readings for one in check_ins.by_ids(ours, list(days)).values())
    assert not ours.changed_elsewhere()
