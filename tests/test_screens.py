"""Where no screen answers, the program says so; Qt would end with an abort, and the advice to install it anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from legwork.screens import has_screen

if not sys.platform.startswith("linux"):
    pytest.skip("elsewhere there always is a screen", allow_module_level=True)

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize(
    "named", [{}, {"DISPLAY": ":987"}, {"DISPLAY": ":987.0"}, {"WAYLAND_DISPLAY": "wayland-987"}], ids=str
)
def test_a_start_without_a_screen_is_told_in_one_sentence(tmp_path: Path, named: dict[str, str]) -> None:
    around = {name: value for name, value in os.environ.items() if name not in _NAMES}
    ended = subprocess.run(
        [sys.executable, "-m", "legwork", "--profile-dir", str(tmp_path / "profile")],
        env=around | {"PYTHONPATH": os.pathsep.join(sys.path)} | named,
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr == "There is no screen here to open a window on. Start Legwork from your desktop.\n"
    assert not (tmp_path / "profile").exists()


def test_one_that_is_asked_for_by_name_is_left_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert has_screen()


def test_one_of_another_computer_is_left_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    assert has_screen()


def test_a_wayland_screen_is_there_where_its_socket_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-3")
    assert not has_screen()
    (tmp_path / "wayland-3").touch()
    assert has_screen()
