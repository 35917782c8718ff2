"""Settings: defaults, changed at once, taken back, shared by all who open the profile."""

from __future__ import annotations

import pytest

from helpers import database_dump, opened
from legwork.services import settings
from legwork.services.profile import Profile
from legwork.services.settings import ChangeSetting

DEFAULTS = {settings.THEME: "system", settings.TEXT_PERCENT: "100"}


def test_defaults_until_something_is_chosen(profile: Profile) -> None:
    assert settings.read(profile) == DEFAULTS


@pytest.mark.parametrize(("key", "value"), [(settings.THEME, "dark"), (settings.TEXT_PERCENT, "150")])
def test_a_choice_is_kept_and_taken_back(profile: Profile, key: str, value: str) -> None:
    before = database_dump(profile)
    outcome = profile.apply(ChangeSetting(key, value))
    assert settings.read(profile) == DEFAULTS | {key: value}
    again = opened(profile.paths.root)
    assert settings.read(again)[key] == value
    again.close()
    profile.apply(outcome.inverse)
    assert database_dump(profile) == before
    assert ChangeSetting(key, value).label.startswith("Change the ")


def test_changing_twice_keeps_one_row_and_choosing_the_same_is_no_change(profile: Profile) -> None:
    for value in ("dark", "light"):
        profile.apply(ChangeSetting(settings.THEME, value))
    assert database_dump(profile)["setting"] == [(1, "theme", "light")]
    assert profile.apply(ChangeSetting(settings.THEME, "light")).changes.rows == {}


@pytest.mark.parametrize("nonsense", ["abc", "0", "-50", "99999", ""])
def test_what_a_file_brought_and_makes_no_sense_is_not_followed(profile: Profile, nonsense: str) -> None:
    profile.apply(ChangeSetting(settings.TEXT_PERCENT, nonsense))
    profile.apply(ChangeSetting(settings.THEME, nonsense))
    assert settings.read(profile) == DEFAULTS
