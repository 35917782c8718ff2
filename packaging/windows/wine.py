"""A Windows of its own on Linux: Wine in a folder, with what it lacks for Qt, and a screen that nobody sees.

Owns that folder (a Wine prefix), the two stand-in libraries in its system folder, and starting and ending programs in
it. Nothing of this goes into what is built. What was found to matter with Wine 8:

- `icuuc.dll` and `bcryptprimitives.dll` belong to Windows 10 and are missing: without them Qt and python-calamine do
  not load.
- Wine hands no variable QT_... on, so Qt gets a real screen (Xvfb) and its real plugin for Windows.
- Python wants pipes as its standard streams (files and /dev/null end it at once). Programs without a console want none.

Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import system_needs
from freeze import BuildError

HERE = Path(__file__).resolve().parent
TOOLS = {
    "wineserver": ("wine",),
    "wine": ("wine",),
    "Xvfb": ("xvfb",),
    "makensis": ("nsis",),
    "x86_64-w64-mingw32-as": ("binutils-mingw-w64-x86-64",),
    "x86_64-w64-mingw32-ld": ("binutils-mingw-w64-x86-64",),
}
STAND_INS = ("icuuc.dll", "bcryptprimitives.dll")
"""Libraries of Windows that are ours in Wine; they must never be found in the bundle."""

_WINE_64 = ("wine64", "/usr/lib/wine/wine64", "/usr/lib64/wine/wine64", "wine")
FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf")
"""Named in wine.reg too."""
_SCREEN = "1280x1024x24"


def provide() -> None:
    """Get the programs that building for Windows calls. Raises NeedsError."""
    system_needs.provide_what(_missing)


def _missing() -> system_needs.Lacking:
    lacking = {name: packages for name, packages in TOOLS.items() if not shutil.which(name)}
    lacking.update({name: ("fonts-dejavu-core",) for name in FONTS if _font(name) is None})
    return lacking


def _font(name: str) -> Path | None:
    """A font of this computer by its file."""
    places = (Path(place).expanduser() for place in system_needs.FONT_FOLDERS)
    return next((font for place in places for font in place.rglob(name)), None)


def loader() -> str:
    """The program that starts Windows programs of 64 bits."""
    for name in _WINE_64:
        found = shutil.which(name)
        if found:
            return found
    raise BuildError("Wine is installed, but wine64 is not where it usually lies.")


def spelled(file: Path, prefix: Path) -> str:
    """A file of this computer as a Windows program in the prefix calls it."""
    drive = prefix / "drive_c"
    if file.is_relative_to(drive):
        return "C:\\" + "\\".join(file.relative_to(drive).parts)
    return "Z:" + str(file.absolute()).replace("/", "\\")


def surroundings(prefix: Path, display: str, more: dict[str, str] | None = None) -> dict[str, str]:
    """All that Wine finds in its environment: nothing of the builder's but where its programs are."""
    return {
        "PATH": os.defpath,
        "HOME": str(prefix.parent / f"{prefix.name}-home"),  # or it links the builder's own folders
        "LANG": "C.UTF-8",
        "DISPLAY": display,
        "FONTCONFIG_FILE": str(HERE / "no-fonts.conf"),
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # No .NET and no HTML engine: it would ask to fetch them. No menu entries on the builder's own desktop.
        "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        **(more or {}),
    }


class Wine:
    """One Windows. Use as a context: its services run from entering to leaving."""

    def __init__(self, prefix: Path, display: str) -> None:
        self.prefix = prefix
        self.local_data = prefix / "drive_c" / "users" / _user() / "AppData" / "Local"
        self.start_menu = self.local_data.parent / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self._display = display

    def __enter__(self) -> Wine:
        new = not (self.prefix / "system.reg").exists()
        environment = self._environment()
        for folder in (self.prefix, Path(environment["HOME"])):
            folder.mkdir(parents=True, exist_ok=True)
        if new:
            self._bring_fonts()
        try:
            # Kept running, and started with no pipe of ours: a pipe that a service holds is never at its end.
            subprocess.run(["wineserver", "--persistent"], env=environment, **_SILENT)
            self.run(["wineboot", "--init"], seconds=300)
            if new:
                self._complete()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """End everything that runs in this Windows, and nothing else."""
        subprocess.run(["wineserver", "--kill"], env=self._environment(), **_SILENT)
        subprocess.run(["wineserver", "--wait"], env=self._environment(), timeout=60, **_SILENT)

    def remove(self) -> None:
        """Take the whole Windows away."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        shutil.rmtree(self._environment()["HOME"], ignore_errors=True)

    def spelled(self, file: Path) -> str:
        return spelled(file, self.prefix)

    def hide_linux(self) -> None:
        """From now on programs see drive C: alone: no checkout, no other Python."""
        (self.prefix / "dosdevices" / "z:").unlink(missing_ok=True)

    def run(self, command: Sequence[str], *, seconds: float, folder: Path | None = None) -> int:
        """A program without a console, to its end; its exit code. Raises BuildError when it takes too long."""
        try:
            done = subprocess.run(
                [loader(), *command], env=self._environment(), cwd=folder or self.prefix, timeout=seconds, **_SILENT
            )
        except subprocess.TimeoutExpired as reason:
            raise BuildError(f"{command[0]} did not end within {seconds:.0f} s under Wine.") from reason
        return done.returncode

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """A program without a console, left running."""
        return subprocess.Popen([loader(), *command], env=self._environment(), cwd=self.prefix, **_SILENT)

    def open_own_types(self, names: Sequence[str]) -> None:
        """From now on open files of types that were registered for this user alone: Wine 8 looks at everybody's."""
        for name in names:
            own, everybodys = rf"HKCU\Software\Classes\{name}", rf"HKLM\Software\Classes\{name}"
            self.run(["reg", "copy", own, everybodys, "/s", "/f"], seconds=60)

    def run_python(self, command: Sequence[str], log: Path, *, folder: Path, **variables: str) -> int:
        """Python with its words written to a log; its exit code."""
        with log.open("wb") as said:
            process = subprocess.Popen(
                [loader(), *command],
                env=self._environment(variables),
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            assert process.stdout is not None
            shutil.copyfileobj(process.stdout, said)
            return process.wait()

    def _environment(self, more: dict[str, str] | None = None) -> dict[str, str]:
        return surroundings(self.prefix, self._display, more)

    def _bring_fonts(self) -> None:
        """Copies: Wine would use this computer's fonts where they lie, which is out of reach once Linux is hidden."""
        fonts = self.prefix / "drive_c" / "windows" / "Fonts"
        fonts.mkdir(parents=True, exist_ok=True)
        for name in FONTS:
            font = _font(name)
            if font is not None:
                shutil.copyfile(font, fonts / name)

    def _complete(self) -> None:
        """What this Windows lacks."""
        system = self.prefix / "drive_c" / "windows"
        for name in STAND_INS:
            shutil.copyfile(stand_in(name, self.prefix.parent / "stand-ins"), system / "system32" / name)
        self.run(["winecfg", "/v", "win10"], seconds=60)  # it calls itself Windows 7
        self.run(["regedit", "/S", self.spelled(HERE / "wine.reg")], seconds=60)


_SILENT = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _user() -> str:
    import getpass

    return getpass.getuser()


def stand_in(name: str, folder: Path) -> Path:
    """Assemble and link one of the stand-ins; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    code, library = folder / "icuuc.o", folder / name
    _tool("x86_64-w64-mingw32-as", str(HERE / "icuuc.s"), "-o", str(code))
    definition = HERE / Path(name).with_suffix(".def").name
    options = ("-shared", "-s", "-e", "entry", "--no-insert-timestamp")
    _tool("x86_64-w64-mingw32-ld", *options, str(code), str(definition), "-o", str(library))
    return library


def _tool(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise BuildError(f"{command[0]} failed: {done.stderr.strip()}")


@contextmanager
def screen() -> Iterator[str]:
    """The name of an X display that nobody sees, for as long as the context lasts. Raises BuildError."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), **_SILENT)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise BuildError("Xvfb, the screen for the program's windows, did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
