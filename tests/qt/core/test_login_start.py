"""Start at login: only this program is written, what stands there is what is shown, and off takes it away."""

from __future__ import annotations

import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

import legwork
from legwork.errors import UserError
from legwork.paths import default_profile_dir
from legwork.qt.core.login_start import (
    AutostartFile,
    LaunchAgent,
    LoginStart,
    RunKey,
    State,
    command_for,
    login_start_for,
    switch,
)

COMMAND = ["/opt/my programs/legwork", "--minimised"]


def registry(folder: Path, name: str) -> QSettings:
    return QSettings(str(folder / f"{name}.ini"), QSettings.Format.IniFormat)


def place(kind: str, folder: Path, command: list[str]) -> LoginStart:
    if kind == "linux":
        return AutostartFile(folder / "autostart", command)
    if kind == "macos":
        return LaunchAgent(folder / "LaunchAgents", command)
    return RunKey(registry(folder, "run"), registry(folder, "approved"), command)


@pytest.mark.parametrize("kind", ["linux", "macos", "windows"])
def test_on_and_off_again(tmp_path: Path, kind: str) -> None:
    one = place(kind, tmp_path, COMMAND)
    assert one.state() is State.OFF
    switch(one, on=True)
    assert one.state() is State.ON
    assert place(kind, tmp_path, COMMAND).state() is State.ON, "the desktop's own list is the truth"
    assert place(kind, tmp_path, ["/elsewhere/legwork", "--minimised"]).state() is State.OTHER
    switch(one, on=False)
    assert one.state() is State.OFF
    switch(one, on=False)
    left = [file for file in tmp_path.rglob("*") if file.is_file() and "legwork" in file.read_text(encoding="utf-8")]
    assert left == []


@pytest.mark.parametrize("kind", ["linux", "macos", "windows"])
def test_another_copy_is_replaced(tmp_path: Path, kind: str) -> None:
    switch(place(kind, tmp_path, ["/old/legwork", "--minimised"]), on=True)
    one = place(kind, tmp_path, COMMAND)
    switch(one, on=True)
    assert one.state() is State.ON


def test_the_autostart_file_is_one_that_desktops_read(tmp_path: Path) -> None:
    odd = ["/opt/it's 100% $HOME/leg\\work", "--profile-dir", 'a "b" `c`']
    one = AutostartFile(tmp_path, odd)
    switch(one, on=True)
    lines = one.file.read_text(encoding="utf-8").splitlines()
    assert lines[:3] == ["[Desktop Entry]", "Type=Application", "Name=Legwork"]
    assert "Terminal=false" in lines
    [found] = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    # As the specification reads it: the escapes of a string, then quotes with escapes of their own, then field codes.
    pairs = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', found.replace("\\\\", "\\"))
    words = [re.sub(r'\\(["`$\\])', r"\1", quoted) or plain for quoted, plain in pairs]
    assert [word.replace("%%", "%") for word in words] == odd
    assert one.state() is State.ON


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_one_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    one = AutostartFile(tmp_path, COMMAND)
    switch(one, on=True)
    text = one.file.read_text(encoding="utf-8").replace("X-GNOME-Autostart-enabled=true\n", "")
    one.file.write_text(f"{text}{line}\n[Other]\nHidden=false\n", encoding="utf-8")
    assert one.state() is State.OFF
    switch(one, on=True)
    assert one.state() is State.ON


def test_one_that_the_task_manager_switched_off_is_off(tmp_path: Path) -> None:
    one = place("windows", tmp_path, COMMAND)
    switch(one, on=True)
    approved = registry(tmp_path, "approved")
    for value, state in (
        (QByteArray(b"\x03\x00\x00\x00"), State.OFF),
        (QByteArray(b"\x02\x00\x00\x00"), State.ON),
        ("\x03\x01", State.OFF),
        ("\x06", State.ON),
        (QByteArray(), State.ON),
    ):
        approved.setValue("legwork", value)
        approved.sync()
        assert place("windows", tmp_path, COMMAND).state() is state, value
    switch(one, on=True)
    assert not registry(tmp_path, "approved").contains("legwork")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe nonsense", b"[Desktop Entry", b"<plist>"])
def test_a_file_that_nobody_can_read_counts_as_off(tmp_path: Path, data: bytes) -> None:
    for one in (AutostartFile(tmp_path, COMMAND), LaunchAgent(tmp_path, COMMAND)):
        one.file.write_bytes(data)
        assert one.state() is State.OFF


def test_the_launch_agent_names_the_program_and_when(tmp_path: Path) -> None:
    one = LaunchAgent(tmp_path, COMMAND)
    switch(one, on=True)
    found = plistlib.loads(one.file.read_bytes())
    assert found["ProgramArguments"] == COMMAND
    assert found["RunAtLoad"] is True


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file stands in the way", encoding="utf-8")
    one = AutostartFile(tmp_path / "autostart", COMMAND)
    with pytest.raises(UserError, match=r"^The desktop's settings could not be written: "):
        switch(one, on=True)
    assert one.state() is State.OFF


def test_the_command_starts_this_very_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command_for(default_profile_dir()) == [sys.executable, "-m", "legwork", "--minimised"]
    other = command_for(tmp_path)
    assert other[-2:] == ["--profile-dir", str(tmp_path.resolve())]
    monkeypatch.setenv("PYTHONPATH", str(Path(legwork.__file__).parents[1]))
    version = subprocess.run([*command_for(tmp_path), "--version"], capture_output=True, text=True, check=True)
    assert version.stdout == f"Legwork {legwork.__version__}\n"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command_for(default_profile_dir()) == [sys.executable, "--minimised"]


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of a Linux desktop")
def test_it_lies_in_the_autostart_folder_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    switch(login_start_for(tmp_path / "profile"), on=True)
    assert [file.name for file in (tmp_path / "config" / "autostart").iterdir()] == ["legwork.desktop"]
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert login_start_for(tmp_path / "profile").state() is State.OFF
