"""The environment that make.py's commands run in: `.venv` in the checkout, made and kept right unasked.

Owns `.venv`, its stamp (what was installed, from which files, by which Python, where) and the lock that keeps
two make.py apart. A stamp that still holds costs a few file reads; anything else means installing. Must never
remove a `.venv` that is not an environment. Standard library only, nothing heavy: each `run` pays for it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parent.parent)
VENV = Path(ROOT, ".venv")
MARK = "legwork-lock"  # in .venv: says that it is ours, and is the file that gets locked
STAMP = "legwork-stamp.json"
LOG = "legwork-install.log"
MADE_FROM = (
    "pyproject.toml",
    "packaging/constraints.txt",
    "packaging/setup_env.py",
    "packaging/system_needs.py",
    "packaging/build_hook.py",
    "packaging/catalogues.py",
)
CATALOGUES = "resources/i18n/*/*.po"  # made readable when installing
# Python and pip settings of the surroundings that would bend an environment of our own.
UNWANTED = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
HALF_MADE = {"bin", "include", "lib", "lib64", "Scripts", "Lib", "Include"}  # made before pyvenv.cfg


class SetupError(Exception):
    """The environment could not be made; the text is for the person at the keyboard."""


def path(*parts: str) -> str:
    """A file of the checkout."""
    return str(Path(ROOT, *parts))


def clean(environment: os._Environ[str] | dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in environment.items() if key not in UNWANTED}


def venv_python(venv: Path, os_name: str = os.name) -> Path:
    return venv / "Scripts" / "python.exe" if os_name == "nt" else venv / "bin" / "python"


def identity(root: Path) -> dict[str, str]:
    """What an environment cannot outlive: the Python that made it and the place where it stands."""
    return {
        "python": f"{sys.implementation.cache_tag} {sys.version.split()[0]} {sys.platform}",
        "root": str(root),
    }


def recipe(root: Path) -> str:
    """Changes when anything that decides what gets installed changes."""
    import hashlib

    total = hashlib.sha256()
    catalogues = sorted(file.relative_to(root).as_posix() for file in root.glob(CATALOGUES))
    for name in (*MADE_FROM, *catalogues):
        content = Path(root, name).read_bytes()
        total.update(f"{name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def read_stamp(venv: Path) -> dict[str, object]:
    """The stamp, or an empty one when it is absent or unreadable."""
    try:
        stamp = json.loads((venv / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def installed(site: Path) -> list[str]:
    """Names with versions of everything installed in an environment."""
    return sorted(entry.name for entry in site.iterdir() if entry.name.endswith(".dist-info"))


def sound(root: Path, venv: Path, stamp: dict[str, object]) -> bool:
    """True when the environment was finished, by this Python, here, and nothing was taken out of it since."""
    if any(stamp.get(key) != value for key, value in identity(root).items()):
        return False
    try:
        present = set(installed(Path(str(stamp["site"]))))
    except (OSError, KeyError):
        return False
    expected = stamp.get("installed")
    return isinstance(expected, list) and present.issuperset(expected) and venv_python(venv).exists()


def fresh(root: Path, venv: Path, *, dev: bool, display: bool, build: bool = False) -> bool:
    """True when the environment can be used as it is."""
    stamp = read_stamp(venv)
    wanted = {"dev": dev, "display": display, "build": build}
    if any(wish and not stamp.get(name) for name, wish in wanted.items()):
        return False
    return stamp.get("recipe") == recipe(root) and sound(root, venv, stamp)


def ensure(*, dev: bool, display: bool, build: bool = False) -> str:
    """The environment's Python, made ready first: for its tests (dev), a window on a screen (display), a build.

    Raises SetupError.
    """
    root = Path(ROOT)
    if not fresh(root, VENV, dev=dev, display=display, build=build):
        try:
            _make(root, VENV, dev=dev, display=display, build=build)
        except OSError as reason:
            raise SetupError(f"The environment {VENV} could not be written: {reason}.") from reason
    return str(venv_python(VENV))


def _make(root: Path, venv: Path, *, dev: bool, display: bool, build: bool) -> None:
    import system_needs

    _claim(venv)
    with (venv / MARK).open("a+b") as lock:
        _lock(lock)
        if fresh(root, venv, dev=dev, display=display, build=build):
            return  # another make.py did it while this one waited
        try:
            system_needs.provide(display=display, build=build)
        except system_needs.NeedsError as reason:
            raise SetupError(str(reason)) from reason
        stamp = read_stamp(venv)
        keep = sound(root, venv, stamp)
        dev = dev or (keep and bool(stamp.get("dev")))
        display = display or (keep and bool(stamp.get("display")))
        build = build or (keep and bool(stamp.get("build")))
        extras = {"dev": dev, "build": build}
        there = all(stamp.get(name) or not wish for name, wish in extras.items())
        if not (keep and stamp.get("recipe") == recipe(root) and there):
            (venv / STAMP).unlink(missing_ok=True)
            if not keep:
                _create(venv, lock.fileno())
            wanted = [name for name, wish in extras.items() if wish]
            _install(venv, extras=wanted, new=not keep, lock=lock.fileno())
        _write_stamp(root, venv, dev=dev, display=display, build=build)


def _claim(venv: Path) -> None:
    """Make sure that `.venv` is a folder of ours, or an environment that may be replaced.

    A link is taken away and what it points to is left alone: it may be the environment of another checkout.
    """
    if venv.is_symlink():
        venv.unlink()
    if venv.exists() and not (venv / MARK).exists():
        entries = {entry.name for entry in venv.iterdir()} if venv.is_dir() else {venv.name}
        if "pyvenv.cfg" not in entries and not entries <= HALF_MADE:
            raise SetupError(f"{venv} is in the way and not an environment. Move it elsewhere and try again.")
    venv.mkdir(exist_ok=True)


def _lock(file: object) -> None:
    """Hold the lock until the file is closed. It dies with its process, so it never goes stale."""
    said = False
    while True:
        try:
            if os.name == "nt":
                import msvcrt

                file.seek(0)  # type: ignore[attr-defined]
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)  # type: ignore[attr-defined]
            return
        except OSError as reason:
            import errno

            if reason.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise
            if not said:
                print("Another make.py is installing; waiting for it.", flush=True)
                said = True
            import time

            time.sleep(0.3)


def _create(venv: Path, lock: int) -> None:
    import shutil

    for entry in venv.iterdir():
        if entry.name == MARK:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    # The Python below an environment that happens to be active: one must not stand on another.
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, said = _quietly([base, "-I", "-m", "venv", str(venv)], venv, lock)
    if code != 0:
        raise SetupError(_with_reason("Python could not make an environment", said, venv))


def _install(venv: Path, *, extras: list[str], new: bool, lock: int) -> None:
    """hatchling first, pinned, then no isolation: pips differ in what pins reach an isolated build."""
    import time

    started = time.monotonic()
    words = "Installing PySide6 and friends, once: about a minute" if new else "Bringing .venv up to date"
    print(words, end=" ... ", flush=True)
    pip = [str(venv_python(venv)), "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    pip += ["--prefer-binary", "-c", path("packaging", "constraints.txt")]
    checkout = f".[{','.join(extras)}]" if extras else "."
    for what in (["hatchling", "editables", "babel"], ["--no-build-isolation", "-e", checkout]):
        code, said = _quietly(pip + what, venv, lock)
        if code != 0:
            print("failed.", flush=True)
            raise SetupError(_with_reason("pip could not install what Legwork needs", said, venv))
    print(f"done in {time.monotonic() - started:.0f} s.", flush=True)


def _quietly(command: list[str], venv: Path, lock: int) -> tuple[int, str]:
    """Run with the output kept for later. The child holds the lock too: it may outlive a killed make.py."""
    import subprocess

    shared = () if os.name == "nt" else (lock,)
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=clean(os.environ),
        pass_fds=shared,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with (venv / LOG).open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n{done.stdout}\n")
    return done.returncode, done.stdout


def _with_reason(what: str, said: str, venv: Path) -> str:
    lines = [f"  {line}" for line in said.strip().splitlines() if line.strip()]
    return "\n".join([f"{what}. It said:\n", *lines[-12:], f"\nAll of it: {venv / LOG}"])


def _write_stamp(root: Path, venv: Path, *, dev: bool, display: bool, build: bool = False) -> None:
    if os.name == "nt":
        site = venv / "Lib" / "site-packages"
    else:
        site = venv / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    stamp = {
        **identity(root),
        "recipe": recipe(root),
        "dev": dev,
        "display": display,
        "build": build,
        "site": str(site),
        "installed": installed(site),
    }
    partial = venv / (STAMP + ".partial")
    partial.write_text(json.dumps(stamp, indent=1), "utf-8")
    partial.replace(venv / STAMP)
