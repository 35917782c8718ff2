"""`make.py build` on a Mac: Legwork.app, tried out and put into a disk image. Never tried on a Mac so far.

Owns the order of the steps. The app is signed for this computer only (ad hoc): to hand it on without a warning takes
a certificate of Apple's, which `codesign` and `notarytool` then want. Standard library only.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

import build
import bundle
import freeze
import proof
import setup_env


def main() -> int:
    """Build; 0 when the program passed its self-test. Raises BuildError and ProofError."""
    python = setup_env.ensure(dev=False, display=True, build=True)
    out = freeze.place("macos")
    freeze.frozen(python, out=out)
    app = out / "Legwork.app"
    tried = proof.self_test(app / "Contents" / "MacOS" / "legwork")
    image = disk_image(app, out)
    rows = [
        ("self-test", f"passed in {tried.seconds:.0f} s", ""),
        ("unpacked", f"{freeze.size_of(app) / build.MEGABYTE:.1f} MB", ""),
        (image.name, f"{image.stat().st_size / build.MEGABYTE:.1f} MB", ""),
    ]
    print(f"\nLegwork {bundle.version()} for macOS, in {out}\n\n{build.table(rows)}", flush=True)
    print("\nNobody has tried this on a Mac yet: please look closely.", file=sys.stderr)
    return 0


def disk_image(app: Path, out: Path) -> Path:
    """The app beside a link to Applications, as a compressed image."""
    image = out / f"legwork-{bundle.version()}-macos-{platform.machine()}.dmg"
    stage = out / "image"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    # The system's own copier: it keeps the attributes that parts of the signature may lie in.
    copied = subprocess.run(["ditto", str(app), str(stage / app.name)], capture_output=True, text=True)
    if copied.returncode != 0:
        raise freeze.BuildError(f"ditto could not copy {app.name} for the disk image: {copied.stderr.strip()}")
    (stage / "Applications").symlink_to("/Applications")
    command = [
        "hdiutil",
        "create",
        "-volname",
        "Legwork",
        "-srcfolder",
        str(stage),
        "-ov",
        "-format",
        "UDZO",
        str(image),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    shutil.rmtree(stage)
    if done.returncode != 0:
        raise freeze.BuildError(f"hdiutil could not make the disk image: {done.stderr.strip()}")
    return image
