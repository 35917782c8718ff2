"""A coach with three clients: each is measured, and each goes home with a report of their own, and nobody else's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from done_workouts import AddWorkout
from journey_hands import choose_files, report_on_paper, review_of_the_week
from legwork.domain.units import Quantity
from legwork.paths import ProfilePaths
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from log_cases import workout
from pdf_words import pdf_pages, pdf_words
from program_driver import IMPERIAL, Desk, fill, opened, readings

TODAY = date.today()
WEEKS = 14
CLIENTS = (
    AddPerson("Ada", "female", date(1992, 3, 1), Quantity(168.0, "cm", "168")),
    AddPerson("Ben", "male", date(1985, 7, 9), Quantity(183.0, "cm", "183"), IMPERIAL),
    AddPerson("Chloé", "female", None, None),
)
THIGH = {"Ada": (54.0, 0.25, ""), "Ben": (22.5, 0.0, "in"), "Chloé": (60.0, -0.2, "")}
"""By client: the left thigh at first, by how much it grows a week, and its unit."""
LIFTED = {"Ada": 60.0, "Ben": 0.0, "Chloé": 0.0}


def thigh(name: str, week: int) -> str:
    first, more, unit = THIGH[name]
    return f"{first + more * week:.2f}{unit}"


def months_of_coaching(folder: Path) -> None:
    """What was entered until last week: a check-in each week for everybody, and Ada's squats."""
    fill(folder, *CLIENTS)
    profile = Profile(ProfilePaths(folder))
    for person in everybody(profile):
        for week in range(WEEKS - 1):
            day = TODAY - timedelta(weeks=WEEKS - 1 - week)
            value = thigh(person.name, week)
            profile.apply(readings(person, day, upper_thigh_left=value, upper_thigh_right=value, waist="80 cm"))
            if LIFTED[person.name]:
                done = workout(day, {"squat": [f"{LIFTED[person.name] + week}x8@2"] * 3})
                profile.apply(AddWorkout(person.id, done))
    profile.close()


def test_three_clients_three_reports(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    months_of_coaching(folder)
    files = [tmp_path / f"{one.name}.pdf" for one in CLIENTS]
    suggested = choose_files(monkeypatch, *files)
    with opened(qtbot, folder) as desk:
        for client in CLIENTS:
            turn_to(desk, client.name)
            desk.enter("upper_thigh_left", thigh(client.name, WEEKS - 1))
            desk.enter("upper_thigh_right", thigh(client.name, WEEKS - 1))
            report(desk)
    assert [Path(one).name for one in suggested] == [
        f"legwork-progress-{TODAY.isoformat()}-{name}.pdf" for name in ("Ada", "Ben", "Chloé")
    ], "each file has its own name"
    ada, ben, chloe = (pdf_words(file) for file in files)
    for words, own in zip((ada, ben, chloe), ("Ada", "Ben", "Chloé"), strict=True):
        assert words.startswith(f"Progress report {own}, ")
        assert [one for one in ("Ada", "Ben", "Chloé") if one in words] == [own], "nobody reads of anybody else"
        assert "Check-ins 14" in words
    assert "larger beyond the error: upper thigh, left +2.9 ± 0.9 cm" in ada
    assert "Strength: 1 of 1 lift went up beyond its error." in ada and "Workouts 13" in ada
    assert "Back squat 80.9 94.9 kg +14.0" in ada
    assert "Upper thigh, left 22.50 22.50 in 0.00" in ben, "in the units of his tape"
    assert "no change beyond their error" in ben and "Workouts" not in ben
    assert "smaller beyond the error: upper thigh, left −2.3 ± 1.0 cm" in chloe and "▼ shrinking" in chloe
    assert [len(pdf_pages(file)) for file in files] == [3, 2, 2], "training has a page where there was any"


def turn_to(desk: Desk, name: str) -> None:
    desk.settle()
    people = [one for one in desk.window.rail.findChildren(QToolButton) if one.isVisible() and one.property("uid")]
    [button] = [one for one in people if one.accessibleName() == name]
    desk.click(button)
    desk.settle()
    assert desk.person.name == name


def report(desk: Desk) -> None:
    """From the check-in to its review, and from there to the report, saved as a PDF."""
    said = report_on_paper(desk, review_of_the_week(desk))
    assert said.startswith("Written to ")
    desk.settle()
