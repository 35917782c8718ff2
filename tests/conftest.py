"""A profile of each test's own, and somebody in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from helpers import opened, somebody
from legwork.services.people import Person
from legwork.services.profile import Profile

# Nothing is a matter of time here: the machine may have other work.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """An empty profile, closed afterwards."""
    one = opened(tmp_path / "profile")
    yield one
    one.close()


@pytest.fixture
def person(profile: Profile) -> Person:
    """The only person of `profile`."""
    return somebody(profile)
