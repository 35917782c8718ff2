"""Settings: defaults, changed at once, taken back, shared by all who open the profile."""

from __future__ import annotations

import pytest

from helpers import database_dump, opened
from legwork.errors import UserError
from legwork.services import settings
from legwork.services.profile import Profile
from legwork.services.settings import ChangeSetting

DEFAULTS = {
    settings.THEME: "system",
    settings.TEXT_PERCENT: "100",
    settings.LANGUAGE: "system",
    settings.REMIND_CHECK_IN: "no",
    settings.CHECK_IN_AT: "08:00",
    settings.REMIND_SESSIONS: "no",
    settings.SESSIONS_AT: "16:00",
    settings.STAY: "no",
    settings.REMIND_COPY: "no",
}


def test_defaults_until_something_is_chosen(profile: Profile) -> None:
    assert settings.read(profile) == DEFAULTS


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (settings.THEME, "dark"),
        (settings.TEXT_PERCENT, "150"),
        (settings.REMIND_CHECK_IN, "yes"),
        (settings.CHECK_IN_AT, "06:45"),
        (settings.REMIND_SESSIONS, "yes"),
        (settings.SESSIONS_AT, "23:59"),
        (settings.STAY, "yes"),
        (settings.REMIND_COPY, "month"),
    ],
)
def test_a_choice_is_kept_and_taken_back(profile: Profile, key: str, value: str) -> None:
    before = database_dump(profile)
    outcome = profile.apply(ChangeSetting(key, value))
    assert settings.read(profile) == DEFAULTS | {key: value}
    again = opened(profile.paths.root)
    assert settings.read(again)[key] == value
    again.close()
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    assert ChangeSetting(key, value).label.startswith("Change ")


def test_changing_twice_keeps_one_row_and_choosing_the_same_is_no_change(profile: Profile) -> None:
    for value in ("dark", "light"):
        profile.apply(ChangeSetting(settings.THEME, value))
    assert database_dump(profile)["setting"] == [(1, "theme", "light")]
    assert profile.apply(ChangeSetting(settings.THEME, "light")).changes.rows == {}


@pytest.mark.parametrize("nonsense", ["abc", "0", "-50", "99999", ""])
def test_what_a_file_brought_and_makes_no_sense_is_not_followed(profile: Profile, nonsense: str) -> None:
    profile.apply(ChangeSetting(settings.TEXT_PERCENT, nonsense))
    profile.apply(ChangeSetting(settings.THEME, nonsense))
    for key in (settings.REMIND_CHECK_IN, settings.CHECK_IN_AT, settings.SESSIONS_AT):
        profile.apply(ChangeSetting(key, nonsense))
    assert settings.read(profile) == DEFAULTS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("8", "08:00"), ("08:00", "08:00"), (" 8:05 ", "08:05"), ("20.30", "20:30"), ("0745", "07:45"),
        ("7h15", "07:15"), ("8 pm", "20:00"), ("12 am", "00:00"), ("12:30 p.m.", "12:30"), ("0", "00:00"),
        ("23:59", "23:59"), ("8:30AM", "08:30"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(typed: str, kept: str) -> None:
    assert settings.parse_time(typed) == kept


@pytest.mark.parametrize("typed", ["", "noon", "24:00", "8:60", "-1", "13 pm", "0 am", "8:5", "8:000", "25", "7:30:15"])
def test_what_is_no_time_of_the_day_says_how_to_type_one(typed: str) -> None:
    with pytest.raises(UserError, match=r"type it as 8:00 or 18:30\.$"):
        settings.parse_time(typed)
