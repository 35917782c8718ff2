"""Resources are found in each home: the checkout, and the package as a wheel carries it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from legwork import __version__
from legwork.paths import resources_dir

CHECKOUT = Path(__file__).parents[2]
ASK = "from legwork.paths import resources_dir; import sys; sys.stdout.write(str(resources_dir()))"


def test_in_the_checkout() -> None:
    assert resources_dir() == CHECKOUT / "resources"
    assert (resources_dir() / "themes" / "dark.ini").is_file()


def test_in_a_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    [wheel] = tmp_path.glob(f"legwork-{__version__}-*.whl")
    unpacked = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    found = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, env={"PYTHONPATH": str(unpacked)}, capture_output=True, text=True
    )
    assert Path(found.stdout) == unpacked / "legwork" / "resources", found.stderr
    for name in ("themes/light.ini", "icons/check-dark.svg", "help/en/11-first-weeks.md"):
        assert (Path(found.stdout) / name).is_file()
    assert list((unpacked / "legwork" / "store" / "migrations" / "versions").glob("0001_*.py"))
