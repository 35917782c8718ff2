"""A profile of each test's own, and somebody in it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from helpers import opened, somebody
from legwork.services.people import Person
from legwork.services.profile import Profile

# English, with a point and weeks from Monday on, wherever the tests run.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

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
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """An empty folder on another disk than `tmp_path`; on Linux one is always there."""
    if sys.platform != "linux":
        pytest.skip("no other disk is known here")
    [place, *_] = [one for one in ("/dev/shm", "/var/tmp", "/run") if Path(one).stat().st_dev != tmp_path.stat().st_dev]
    folder = Path(tempfile.mkdtemp(dir=place))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def person(profile: Profile) -> Person:
    """The only person of `profile`."""
    return somebody(profile)
