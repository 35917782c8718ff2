"""Hints are put away for good, one page at a time, and all come back when asked for."""

from __future__ import annotations

from legwork.services.hints import PutHintAway, ShowHintsAgain, put_away
from legwork.services.profile import Profile
from legwork.services.settings import THEME, ChangeSetting, read


def test_none_is_put_away_at_first(profile: Profile) -> None:
    assert put_away(profile) == frozenset()


def test_each_is_put_away_once(profile: Profile) -> None:
    for name in ("measure", "charts", "measure"):
        profile.apply(PutHintAway(name))
    assert put_away(profile) == {"measure", "charts"}
    assert profile.apply(PutHintAway("charts")).changes.rows == {}


def test_it_is_kept(profile: Profile) -> None:
    profile.apply(PutHintAway("measure"))
    again = Profile(profile.paths)
    assert put_away(again) == {"measure"}
    again.close()


def test_all_come_back_and_undo_puts_them_away(profile: Profile) -> None:
    profile.apply(PutHintAway("measure"))
    outcome = profile.apply(ShowHintsAgain())
    assert put_away(profile) == frozenset()
    profile.apply(outcome.inverse)
    assert put_away(profile) == {"measure"}


def test_asking_for_all_when_none_is_away_changes_nothing(profile: Profile) -> None:
    assert profile.apply(ShowHintsAgain()).changes.rows == {}


def test_other_settings_stay(profile: Profile) -> None:
    profile.apply(ChangeSetting(THEME, "dark"))
    profile.apply(PutHintAway("measure"))
    profile.apply(ShowHintsAgain())
    assert read(profile)[THEME] == "dark"
