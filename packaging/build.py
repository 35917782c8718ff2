"""`make.py build`: the standalone program, tried out, measured and packed for its platform.

Owns the order of the steps, the table at the end and the limits that it holds the program to; each step is a
module of its own. Standard library only.
"""

from __future__ import annotations

import argparse
import lzma
import os
import platform
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import bundle
import freeze
import setup_env

MEGABYTE = 1_000_000
LIMITS = {"linux": (195, 65), "windows": (150, 65)}
"""At most so many megabytes unpacked and packed."""
LONGEST_START = 1.6
"""From the start to the painted window, in times of a bare frozen one."""


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make.py build", description="Build the standalone program.")
    own = bundle.platform_name()
    parser.add_argument("--target", choices=("linux", "windows", "macos"), default=own)
    parser.add_argument("--again", action="store_true", help="build anew what is there and has not changed")
    parser.add_argument(
        "--unchecked-desktop-files", action="store_true", help="build though the desktop's own tools are not here"
    )
    options = parser.parse_args(arguments)
    if options.target != own and (own, options.target) != ("linux", "windows"):
        parser.error(f"on {own} only the program for {own} can be built")
    return options


def main(arguments: list[str]) -> int:
    """Build; 0 when the program passed its self-test and is within its limits."""
    options = parse(arguments)
    if options.again:
        for note in freeze.place(options.target).glob("*.built-from"):
            note.unlink()
    try:
        if options.target == "windows":
            import build_windows

            return int(build_windows.main(options))
        if options.target == "macos":
            import build_macos

            return build_macos.main()
        return linux(options)
    except _errors() as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1


def _errors() -> tuple[type[Exception], ...]:
    import deb
    import proof

    return freeze.BuildError, proof.ProofError, deb.UnknownLibraryError


def linux(options: argparse.Namespace) -> int:
    """The bundle, its self-test, the .deb and the archive."""
    import binaries
    import proof

    python = setup_env.ensure(dev=False, display=True, build=True)
    checked = desktop_files_checked(unchecked=options.unchecked_desktop_files)
    out = freeze.place("linux")
    _say("Building the program with PyInstaller; about a minute and a half when anything changed.")
    started = time.monotonic()
    folder = freeze.frozen(python)
    _say(f"{folder} ({time.monotonic() - started:.0f} s)")
    asked, glibc = binaries.asked_of_system(folder)
    tried = proof.self_test(folder / "legwork")
    for line in tried.lines:
        _say(f"  {line}")
    starts = proof.start_times(folder / "legwork")
    package, archive = _packed(out, folder, asked, glibc)
    unpacked, packed = freeze.size_of(folder), archive.stat().st_size
    rows = [
        ("self-test", f"passed in {tried.seconds:.0f} s, {_alone(alone=tried.alone)}", ""),
        ("unpacked", f"{unpacked / MEGABYTE:.1f} MB", f"at most {LIMITS['linux'][0]} MB"),
        ("packed (xz)", f"{packed / MEGABYTE:.1f} MB", f"at most {LIMITS['linux'][1]} MB"),
        ("desktop files", checked, ""),
        *((name.replace("_", " "), f"{seconds:.2f} s after the start", "") for name, seconds in starts.items()),
        ("needs", f"Linux with glibc {glibc[0]}.{glibc[1]} or newer, {platform.machine()}", ""),
        (package.name, f"{package.stat().st_size / MEGABYTE:.1f} MB", ""),
        (archive.name, f"{packed / MEGABYTE:.1f} MB", ""),
    ]
    _say(f"\nLegwork {bundle.version()} for Linux, in {out}\n")
    _say(table(rows))
    return told_too_big(too_big("linux", unpacked, packed))


def desktop_files_checked(*, unchecked: bool) -> str:
    """Words on what the desktop's own tools say of menu entry, description and file type. Raises BuildError.

    unchecked: go on also where some of the tools are not there to ask.
    """
    import desktop_files
    import system_needs

    system_needs.try_for(system_needs.CHECKERS)
    found, silent = desktop_files.complaints(freeze.epoch(dict(os.environ)))
    if found:
        raise freeze.BuildError("The files for the desktop are not as they should be:\n\n" + "\n".join(found))
    if not silent:
        return "found good by the desktop's own tools"
    if not unchecked:
        packages = sorted({name for tool in silent for name in system_needs.CHECKERS[tool]})
        raise freeze.BuildError(
            f"Nobody has looked over the files for the desktop: {', '.join(silent)} are not here. Install "
            f"{' '.join(packages)}, or build with --unchecked-desktop-files."
        )
    return f"NOT looked over by {', '.join(silent)}: not here"


def _packed(out: Path, folder: Path, asked: dict[str, list[str]], glibc: tuple[int, int]) -> tuple[Path, Path]:
    """Both packages, each packed by a process of its own: xz takes a while."""
    from concurrent.futures import ProcessPoolExecutor

    import deb
    import tarball

    epoch = freeze.epoch(dict(os.environ))
    deb.dependencies(asked, glibc)  # fails before anything is packed
    _say("Packing the .deb and the archive.")
    with ProcessPoolExecutor(2) as pool:
        package = pool.submit(deb.write, out, folder, asked, glibc, epoch)
        archive = pool.submit(tarball.write, out, folder, asked, epoch)
        return package.result(), archive.result()


def packed_size(folder: Path) -> int:
    """Bytes of the bundle as a tar packed with xz, without writing it anywhere."""
    import archives

    class Counter:
        count = 0

        def write(self, data: bytes) -> int:
            self.count += len(data)
            return len(data)

    counter = Counter()
    entries = archives.with_folders(archives.entries_of(folder, folder.name))
    with lzma.LZMAFile(counter, "w", filters=archives.filters()) as stream:  # type: ignore[arg-type]
        archives.write_tar(stream, entries, 0)  # type: ignore[arg-type]
    return counter.count


def _alone(*, alone: bool) -> str:
    if alone:
        return "no Python and no network in reach"
    return "no Python on its PATH (this system does not allow to hide it altogether)"


def too_big(target: str, unpacked: int, packed: int) -> list[str]:
    """Sentences about what is above its limit."""
    most = zip(("unpacked", "packed"), (unpacked, packed), LIMITS[target], strict=True)
    return [
        f"{size / MEGABYTE:.1f} MB {how}, and {limit} MB is the limit: see packaging/bundle.py for what goes in."
        for how, size, limit in most
        if size > limit * MEGABYTE
    ]


def told_too_big(sentences: Iterable[str]) -> int:
    """Say them; 1 when there were any."""
    code = 0
    for sentence in sentences:
        print(sentence, file=sys.stderr)
        code = 1
    return code


def table(rows: Iterable[tuple[str, str, str]]) -> str:
    """Rows of three in columns."""
    lines = list(rows)
    widths = [max(len(line[column]) for line in lines) for column in range(2)]
    return "\n".join(f"  {a.ljust(widths[0])}  {b.ljust(widths[1])}  {c}".rstrip() for a, b, c in lines)


def _say(text: str) -> None:
    print(text, flush=True)
