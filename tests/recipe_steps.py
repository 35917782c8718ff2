"""The recipes of CONTRIBUTING.md, carried out to the letter in a copy of the checkout, and tests run in that copy.

A block of `diff` in a recipe says what to write: `--- file` before lines of a file that is there (` ` stays, `-` goes,
`+` is new; `@@` begins another place in it), `+++ file` before the lines of a new one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "CONTRIBUTING.md"
COPIED = ("desktop", "resources", "tests", "packaging", "pyproject.toml", "CONTRIBUTING.md", "CHANGELOG.md")
LONGEST_S = 300

_BLOCK = re.compile(r"(?ms)^```diff\n(.*?)^```$")


@dataclass(frozen=True)
class Recipe:
    """A section of CONTRIBUTING.md below "## Recipes"."""

    name: str
    text: str

    @property
    def steps(self) -> str:
        """Its sentences, without what is to be written."""
        return _BLOCK.sub("", self.text)

    @property
    def diffs(self) -> str:
        """What is to be written, all blocks together."""
        return "".join(_BLOCK.findall(self.text))


def recipes() -> list[Recipe]:
    """All recipes, in their order."""
    _, _, below = BOOK.read_text(encoding="utf-8").partition("\n## Recipes\n")
    _, *sections = re.split(r"(?m)^### ", below.split("\n## ")[0])
    return [Recipe(name, text) for name, _, text in (one.partition("\n") for one in sections)]


def recipe(name: str) -> Recipe:
    """The recipe of that heading."""
    found = [one for one in recipes() if one.name == name]
    assert found, f"CONTRIBUTING.md has no recipe “{name}”, only {[one.name for one in recipes()]}"
    return found[0]


def copied(folder: Path) -> Path:
    """A copy of the checkout that a recipe may change; times are kept, so that what is compiled stays good."""
    tree = folder / "legwork"
    tree.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns(".*cache"))
        else:
            shutil.copy2(ROOT / name, tree / name)
    return tree


def carry_out(name: str, tree: Path) -> None:
    """Write into `tree` what the recipe says."""
    for file, new, lines in _parts(recipe(name).diffs):
        path = tree / file
        if new:
            assert not path.exists(), f"“{name}” in CONTRIBUTING.md makes {file}, which is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{line[1:]}\n" for line in lines), encoding="utf-8")
            continue
        assert path.is_file(), f"“{name}” in CONTRIBUTING.md changes {file}, which is not there"
        text = path.read_text(encoding="utf-8")
        before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
        after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
        found = f"\n{text}".count(f"\n{before}")
        assert found == 1, (
            f"“{name}” in CONTRIBUTING.md wants to find these lines once in {file}; they stand there {found} times: "
            f"mend the recipe\n{before}"
        )
        path.write_text(f"\n{text}".replace(f"\n{before}", f"\n{after}")[1:], encoding="utf-8")


def _parts(diffs: str) -> Iterator[tuple[str, bool, list[str]]]:
    """Each place that is written to: its file, whether that is new, and the lines."""
    file, new = "", False
    lines: list[str] = []
    for line in [*diffs.splitlines(), "--- "]:
        head = line.startswith(("--- ", "+++ "))
        if not head and line != "@@":
            lines.append(line or " ")
            continue
        if lines:
            yield file, new, lines
            lines = []
        if head:
            file, new = line[4:], line.startswith("+++")


def python(tree: Path, *arguments: str) -> str:
    """Run Python in the copy, without a display; returns what it said. Fails with that when Python fails."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tree / "desktop")}
    ran = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=tree, env=environment, capture_output=True, text=True, timeout=LONGEST_S, encoding="utf-8",
    )  # fmt: skip
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, f"after the recipe, `python {' '.join(arguments)}` says:\n{said}"
    return said


def tried(tree: Path, *tests: str) -> None:
    """Run tests in the copy: files, or `file::test`, below its root."""
    assert "passed" in python(tree, "-m", "pytest", "-x", "-p", "no:cacheprovider", *tests)
