"""What Qt and Python need from a Linux system, under which package names, and how to get it.

Owns the list of shared libraries (read off the ELF headers of PySide6 6.12: QtCore, QtGui, QtWidgets,
QtNetwork, QtOpenGL, QtDBus, QtSvg and the offscreen and xcb platform plugins) and the talk with apt. Installs
nothing when apt may not be used: then it says what to type. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Lacking = dict[str, tuple[str, ...]]  # what is not there: the packages that bring it, best first

# soname: the Debian packages that hold it, Debian 12's name first, later renames (64-bit time) after it.
CORE = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0", "libglib2.0-0t64"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "libglib2.0-0t64"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libzstd.so.1": ("libzstd1",),
    "libz.so.1": ("zlib1g",),
}
# Only a window on a screen (X11, or XWayland) needs these; tests, tour and bench do not.
DISPLAY = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb.so.1": ("libxcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
}
# What only the standalone program asks of the system: the runtimes below everything, and libraries of its Python.
RUNTIME = {
    "ld-linux-x86-64.so.2": ("libc6",),
    "ld-linux-aarch64.so.1": ("libc6",),
    "libc.so.6": ("libc6",),
    "libdl.so.2": ("libc6",),
    "libm.so.6": ("libc6",),
    "libpthread.so.0": ("libc6",),
    "libresolv.so.2": ("libc6",),
    "librt.so.1": ("libc6",),
    "libutil.so.1": ("libc6",),
    "libgcc_s.so.1": ("libgcc-s1",),
    "libstdc++.so.6": ("libstdc++6",),
    "libbrotlicommon.so.1": ("libbrotli1",),
    "libexpat.so.1": ("libexpat1",),
    "liblzma.so.5": ("liblzma5",),
    "libuuid.so.1": ("libuuid1",),
}
# Used where the system has them: a desktop on Wayland, a printer.
OPTIONAL = {
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    "libcups.so.2": ("libcups2", "libcups2t64"),
}
# Programs that building the standalone program calls.
TOOLS = {"objdump": ("binutils",), "strip": ("binutils",), "objcopy": ("binutils",)}
# Programs that look over what a build made: asked for where apt may be used, done without elsewhere.
CHECKERS = {
    "desktop-file-validate": ("desktop-file-utils",),
    "appstreamcli": ("appstream",),
    "update-mime-database": ("shared-mime-info",),
}
# Without a font Qt draws empty boxes. Inter: made for screens, with tabular figures, in Debian and Ubuntu.
FONT = ("fonts-inter", "fonts-dejavu-core")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")
_WAIT_S = 300


class NeedsError(Exception):
    """The system lacks something that cannot be installed from here; the text says what to type."""


def loads(soname: str) -> bool:
    """True when the dynamic loader finds the library."""
    import ctypes

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    return any(
        name.endswith(FONT_ENDINGS)
        for folder in folders
        for _, _, names in os.walk(Path(folder).expanduser())
        for name in names
    )


def has_venv() -> bool:
    """Debian keeps ensurepip, without which a new environment has no pip, in a package of its own."""
    from importlib.util import find_spec

    return find_spec("venv") is not None and find_spec("ensurepip") is not None


def missing(
    *,
    display: bool,
    build: bool = False,
    library: Callable[[str], bool] = loads,
    font: Callable[[], bool] = has_font,
    venv: Callable[[], bool] = has_venv,
    tool: Callable[[str], str | None] = shutil.which,
) -> Lacking:
    """What is not there, named for people. The callables answer for the system."""
    wanted = {**CORE, **DISPLAY} if display else CORE
    lacking = {soname: packages for soname, packages in wanted.items() if not library(soname)}
    if build:
        lacking.update({name: packages for name, packages in TOOLS.items() if not tool(name)})
    if not font():
        lacking["a font"] = FONT
    if not venv():
        lacking["Python's venv"] = (f"python3.{sys.version_info.minor}-venv", "python3-venv")
    return lacking


def choose(lacking: Lacking, exists: Callable[[str], bool]) -> tuple[list[str], bool]:
    """The package for each lacking thing, and whether apt knows them all. Unknown: the first name."""
    names: set[str] = set()
    known = True
    for packages in lacking.values():
        found = next((package for package in packages if exists(package)), None)
        known = known and found is not None
        names.add(found or packages[0])
    return sorted(names), known


def words_to_type(names: list[str], *, known: bool) -> str:
    """The one command that installs the packages."""
    update = "" if known else "sudo apt-get update && "
    return f"{update}sudo apt-get install -y --no-install-recommends {' '.join(names)}"


def apt_prefix() -> list[str] | None:
    """How apt may be called without asking for a password, or None."""
    if os.geteuid() == 0:  # type: ignore[attr-defined, unused-ignore]
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n"]
    return None


def _apt_knows(package: str) -> bool:
    shown = subprocess.run(["apt-cache", "show", "--no-all-versions", package], capture_output=True)
    return shown.returncode == 0 and bool(shown.stdout.strip())


def _apt(prefix: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call apt; another run of it, such as the system's own updates, is waited for."""
    wait = f"DPkg::Lock::Timeout={_WAIT_S}"
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", wait, *arguments]
    return subprocess.run(command, text=True, stdin=subprocess.DEVNULL, capture_output=True, errors="replace")


def provide(*, display: bool, build: bool = False) -> None:
    """Make sure that the system has what Legwork needs. Raises NeedsError with what to type."""
    if sys.platform.startswith("linux"):
        provide_what(lambda: missing(display=display, build=build))


def provide_what(look: Callable[[], Lacking]) -> None:
    """Make sure that a Linux system has what `look` does not find. Raises NeedsError with what to type."""
    lacking = look()
    if not lacking:
        return
    if not (shutil.which("apt-get") and shutil.which("apt-cache")):
        raise NeedsError(
            "Legwork needs this from the system: "
            + ", ".join(lacking)
            + ".\nInstall the packages of your distribution that hold it, then run this command again."
        )
    names, known = choose(lacking, _apt_knows)
    prefix = apt_prefix()
    if prefix is None:
        raise NeedsError(
            "Legwork needs a few system packages. Type this, then run the same command again:\n\n  "
            + words_to_type(names, known=known)
        )
    _install(prefix, lacking, names, known=known)
    left = look()
    if left:
        raise NeedsError(f"apt installed {', '.join(names)}, but this is still missing: {', '.join(left)}.")


def try_for(wished: Lacking) -> None:
    """Install programs that are welcome and not needed, where apt may be used without asking; else leave it."""
    lacking = {name: packages for name, packages in wished.items() if not shutil.which(name)}
    if not lacking or not (shutil.which("apt-get") and shutil.which("apt-cache")):
        return
    prefix = apt_prefix()
    names, known = choose(lacking, _apt_knows)
    if prefix is not None:
        try:
            _install(prefix, lacking, names, known=known)
        except NeedsError as reason:
            print(reason, flush=True)


def _install(prefix: list[str], lacking: Lacking, names: list[str], *, known: bool) -> None:
    print(f"Installing what the system lacks, through apt: {', '.join(names)}", flush=True)
    install = ("install", "-y", "--no-install-recommends")
    done = _apt(prefix, *install, *names) if known else None
    if done is None or done.returncode != 0:  # lists not fetched yet, or older than the archive
        _apt(prefix, "update")
        names, known = choose(lacking, _apt_knows)
        done = _apt(prefix, *install, *names)
    if done.returncode != 0:
        said = "\n".join("  " + line for line in (done.stdout + done.stderr).strip().splitlines()[-12:])
        raise NeedsError(
            f"apt could not install the packages. It said:\n\n{said}\n\nTo try by hand:\n\n  "
            + words_to_type(names, known=known)
        )
