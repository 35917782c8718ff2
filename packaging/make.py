"""The one build entry: run, test, tour, bench, build and the rest, each from nothing but Python 3.11.

Owns the command line and what each command starts. Making the environment belongs to `setup_env`, what the
system must provide to `system_needs`. Standard library only. An old Python 3 must still parse this file, so
that it gets a sentence and no traceback: annotations are quoted, other files are imported where used.
"""

import os
import sys
from pathlib import Path

USAGE = """\
usage: python3 packaging/make.py COMMAND [ARGUMENTS]

  run [ARGUMENTS...]   open Legwork; arguments go to the program (import FILE, export FILE, --profile-dir DIR)
  test [ARGUMENTS...]  lint, types and all tests, without a display; arguments go to pytest
  tour OUT             save a picture of every page and dialog to the folder OUT
  pictures             make the pictures of the README anew, in packaging/readme_pictures
  bench [NAMES...]     print the table of speed and memory against the bare libraries
  translations         bring new texts into the catalogues of every language, and say what waits for a translator
  build                make the standalone program with its packages in build/, try it and measure it; --target
                       windows makes the one for Windows, also on Linux; build --help tells more

Each makes its own environment in .venv the first time and installs what is missing."""

OLDEST = (3, 11)


def too_old(version: "tuple[int, ...]") -> "str | None":
    """What to tell a Python older than OLDEST, or None when it will do."""
    if tuple(version[:2]) >= OLDEST:
        return None
    import shutil

    names = [f"python3.{minor}" for minor in range(14, OLDEST[1] - 1, -1)]
    found = next((name for name in names if shutil.which(name)), None)
    advice = f"Try: {found} packaging/make.py" if found else "Get one from https://www.python.org"
    return f"Legwork needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}. {advice}"


def offscreen(environment: "dict[str, str]") -> "dict[str, str]":
    """The environment for a command that must not need, or touch, a display."""
    calm = {key: value for key, value in environment.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    calm["QT_QPA_PLATFORM"] = "offscreen"
    return calm


def hand_over(command: "list[str]", environment: "dict[str, str]") -> int:
    """Become the command where the platform can (no second process), else run it; returns its exit code."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return wait_for(command, environment)


def wait_for(command: "list[str]", environment: "dict[str, str]", cwd: "str | None" = None) -> int:
    """Run the command to its end. Ctrl-C reaches it too (same console): give it time to end itself."""
    import subprocess

    sys.stdout.flush()
    process = subprocess.Popen(command, env=environment, cwd=cwd)
    while True:
        try:
            code = process.wait()
            return code if code >= 0 else 128 - code
        except KeyboardInterrupt:
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
            process.wait()
            raise


def run(arguments: "list[str]") -> int:
    import setup_env

    python = setup_env.ensure(dev=False, display=True)
    return hand_over([python, "-P", "-m", "legwork", *arguments], setup_env.clean(os.environ))


def test(arguments: "list[str]") -> int:
    """Every step runs, whatever the ones before it said. pytest's closing line is the last summary."""
    import setup_env

    python = setup_env.ensure(dev=True, display=False)
    environment = offscreen(setup_env.clean(os.environ))
    failed = []
    steps = (
        ("ruff check", ["ruff", "check", "--quiet", "."]),
        ("ruff format", ["ruff", "format", "--check", "--quiet", "."]),
        ("mypy", ["mypy", "--no-error-summary"]),
        ("pytest", ["pytest", *arguments]),
    )
    for name, command in steps:
        good = wait_for([python, "-P", "-m", *command], environment, cwd=setup_env.ROOT) == 0
        if not good:
            failed.append(name)
        if name != "pytest":
            print(f"{name}: {'ok' if good else 'FAILED'}", flush=True)
    if failed:
        print("make.py test: failed in " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


def tour(arguments: "list[str]") -> int:
    if len(arguments) != 1:
        print("tour needs the folder to save the pictures in: make.py tour OUT", file=sys.stderr)
        return 2
    import setup_env

    python = setup_env.ensure(dev=True, display=False)
    Path(arguments[0]).mkdir(parents=True, exist_ok=True)
    script = setup_env.path("tests", "tour", "tour.py")
    return hand_over([python, script, arguments[0]], offscreen(setup_env.clean(os.environ)))


def pictures(arguments: "list[str]") -> int:
    if arguments:
        print("pictures takes nothing more", file=sys.stderr)
        return 2
    import setup_env

    python = setup_env.ensure(dev=True, display=False)
    command = [python, setup_env.path("tests", "tour", "readme.py"), setup_env.path("packaging", "readme_pictures")]
    return hand_over(command, offscreen(setup_env.clean(os.environ)))


def bench(arguments: "list[str]") -> int:
    import setup_env

    builds = not arguments or "standalone" in arguments
    python = setup_env.ensure(dev=True, display=builds, build=builds)
    script = setup_env.path("tests", "bench", "bench.py")
    return hand_over([python, script, *arguments], offscreen(setup_env.clean(os.environ)))


def translations(arguments: "list[str]") -> int:
    if arguments:
        print("translations takes nothing more", file=sys.stderr)
        return 2
    import setup_env

    python = setup_env.ensure(dev=True, display=False)
    return hand_over([python, "-P", setup_env.path("packaging", "catalogues.py")], setup_env.clean(os.environ))


def build(arguments: "list[str]") -> int:
    import build as standalone

    return standalone.main(arguments)


COMMANDS = {
    "run": run,
    "test": test,
    "tour": tour,
    "pictures": pictures,
    "bench": bench,
    "translations": translations,
    "build": build,
}


def main(arguments: "list[str]") -> int:
    complaint = too_old(sys.version_info[:2])
    if complaint:
        print(complaint, file=sys.stderr)
        return 1
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        if arguments:
            print(f"make.py does not know {arguments[0]!r}.\n", file=sys.stderr)
        print(USAGE, file=sys.stderr)
        return 2
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import setup_env

    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except setup_env.SetupError as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
