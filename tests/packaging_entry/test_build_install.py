"""The scripts of the archive for any Linux, run in a home of their own with a tiny program in place of the real one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.append(str(PACKAGING))

import tarball  # noqa: E402

EPOCH = 1_790_000_000
PROGRAM = '#!/bin/sh\nprintf "version 1 of it: %s\\n" "$*"\n'


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The archive as somebody has unpacked it, in a folder with a space."""
    program = tmp_path / "built"
    (program / "_internal").mkdir(parents=True)
    (program / "legwork").write_text(PROGRAM)
    (program / "legwork").chmod(0o755)
    (program / "_internal" / "old.txt").write_text("of the first version")
    folder = tmp_path / "my downloads" / "legwork-1"
    for one in tarball.files(program, {"libGL.so.1": ["x"]}, EPOCH):
        file = folder / one.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.content if one.content is not None else one.file.read_bytes() if one.file else b"")
        file.chmod(0o755 if one.executable else 0o644)
    return folder


@pytest.fixture(params=["home", "Jürgen's home", 'a "b" $c `d` \\e'])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    home = tmp_path / str(request.param)
    profile = home / ".local" / "share" / "legwork" / "profile"
    profile.mkdir(parents=True)
    (profile / "legwork.sqlite3").write_text("years of it")
    return home


def call(script: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run(["sh", str(script)], env=environment, capture_output=True, text=True, cwd="/")


def started(entry: Path) -> list[str]:
    """The program that a desktop would start, by the Desktop Entry Specification's two layers of quoting."""
    [line] = [line for line in entry.read_text("utf-8").splitlines() if line.startswith("Exec=")]
    value = re.sub(r"\\(.)", r"\1", line.removeprefix("Exec="))
    quoted = re.fullmatch(r'"((?:[^"\\$`]|\\["\\$`])*)" %F', value)
    assert quoted is not None, f"not quoted as it should be: {value}"
    return [re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%")]


def test_installed_started_updated_and_removed(unpacked: Path, home: Path) -> None:
    done = call(unpacked / "install.sh", home)
    assert done.returncode == 0, done.stderr
    assert "Legwork is installed" in done.stdout
    share = home / ".local" / "share"
    command = started(share / "applications" / "legwork.desktop")
    assert command == [str(home / ".local" / "lib" / "legwork" / "legwork")]
    assert subprocess.run([*command, "a b"], capture_output=True, text=True).stdout == "version 1 of it: a b\n"
    assert os.access(home / ".local" / "bin" / "legwork", os.X_OK)
    assert (share / "icons" / "hicolor" / "48x48" / "apps" / "legwork.png").is_file()
    assert (share / "mime" / "packages" / "legwork.xml").is_file()

    (unpacked / "program" / "_internal" / "old.txt").unlink()
    (unpacked / "program" / "legwork").write_text(PROGRAM.replace("1", "2"))
    assert call(unpacked / "install.sh", home).returncode == 0
    assert subprocess.run(command, capture_output=True, text=True).stdout == "version 2 of it: \n"
    assert not (home / ".local" / "lib" / "legwork" / "_internal" / "old.txt").exists()

    done = call(home / ".local" / "lib" / "legwork" / "uninstall.sh", home)
    assert done.returncode == 0, done.stderr
    assert "Your data is still in" in done.stdout
    assert (share / "legwork" / "profile" / "legwork.sqlite3").read_text() == "years of it"
    assert not (home / ".local" / "lib" / "legwork").exists()
    assert not (home / ".local" / "bin" / "legwork").is_symlink()
    assert not (share / "applications" / "legwork.desktop").exists()
    assert not (share / "icons" / "hicolor" / "48x48" / "apps" / "legwork.png").exists()


def test_a_folder_of_that_name_that_is_somebody_elses_stays(unpacked: Path, home: Path) -> None:
    theirs = home / ".local" / "lib" / "legwork" / "model.py"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("my own library about legs")
    done = call(unpacked / "install.sh", home)
    assert done.returncode == 1
    assert "Move it elsewhere" in done.stderr
    assert theirs.read_text() == "my own library about legs"
    assert [one.name for one in (home / ".local" / "lib").iterdir()] == ["legwork"]
    assert not (home / ".local" / "bin").exists()


def test_what_only_an_older_version_laid_among_the_files_of_the_desktop_goes_with_it(
    unpacked: Path, home: Path
) -> None:
    older = unpacked / "share" / "icons" / "hicolor" / "48x48" / "apps" / "legwork old.png"
    older.write_bytes(b"of the first version")
    assert call(unpacked / "install.sh", home).returncode == 0
    there = home / ".local" / "share" / "icons" / "hicolor" / "48x48" / "apps"
    (there / "theirs.png").write_bytes(b"of another program")
    assert (there / older.name).exists()
    older.unlink()
    assert call(unpacked / "install.sh", home).returncode == 0
    assert sorted(one.name for one in there.iterdir()) == ["legwork.png", "theirs.png"]
    assert [one.name for one in (home / ".local" / "lib").iterdir()] == ["legwork"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_on_a_full_disk_the_old_one_stays(unpacked: Path, home: Path) -> None:
    import resource
    import signal

    assert call(unpacked / "install.sh", home).returncode == 0
    (unpacked / "program" / "_internal" / "large").write_bytes(bytes(200_000))

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(
        ["sh", str(unpacked / "install.sh")], env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, preexec_fn=full,
    )  # fmt: skip
    assert done.returncode != 0
    assert [one.name for one in (home / ".local" / "lib").iterdir()] == ["legwork"]
    program = home / ".local" / "bin" / "legwork"
    assert subprocess.run([str(program)], capture_output=True, text=True).stdout == "version 1 of it: \n"


def test_a_command_of_somebody_elses_stays(unpacked: Path, home: Path) -> None:
    assert call(unpacked / "install.sh", home).returncode == 0
    mine = home / ".local" / "bin" / "legwork"
    mine.unlink()
    mine.write_text("my own script")
    assert call(home / ".local" / "lib" / "legwork" / "uninstall.sh", home).returncode == 0
    assert mine.read_text() == "my own script"


def test_half_an_archive_says_what_to_do(unpacked: Path, home: Path) -> None:
    (unpacked / "program" / "legwork").unlink()
    done = call(unpacked / "install.sh", home)
    assert done.returncode == 1
    assert "Unpack the whole archive" in done.stderr
    assert not (home / ".local" / "lib").exists()
