"""What Legwork is made of besides its own code: each part's licence, home and whole text.

Owns the list. A built program carries it ready (`collected.json`, made by the build from what is really in the bundle);
from a checkout or an installed package it is read off what is installed. Loads nothing heavy: the build uses it too.
"""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions
from pathlib import Path, PurePath
from typing import Any

from legwork import __version__
from legwork.i18n import mark
from legwork.paths import resources_dir

COLLECTED = "collected.json"
"""In resources/licences of a built program: all parts with their texts."""

_A_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_OWN_NOTE = mark("This program, with its drawings, exercises and texts.")
_LONGEST_NAME = 80
"""Letters of a licence's name; some packages put the whole text where its name belongs."""


@dataclass(frozen=True)
class Component:
    """One part. licence: its short name. note: what it is for, in English; shown through `tr`. text: "" if none."""

    name: str
    version: str
    licence: str
    home: str
    note: str
    text: str


def components() -> tuple[Component, ...]:
    """All parts, Legwork first, Qt and Python next, then by name."""
    ready = resources_dir() / "licences" / COLLECTED
    if ready.is_file():
        return tuple(Component(**one) for one in json.loads(ready.read_text(encoding="utf-8")))
    return gather()


def gather(modules: Collection[str] | None = None, files: Collection[str] = ()) -> tuple[Component, ...]:
    """The parts as they are installed here, for a build or a checkout.

    modules: names of all Python modules in a bundle; without them what Legwork asks for is listed. files: places of all
    files in the bundle, by which libraries that belong to no package are known.
    """
    listed: list[dict[str, Any]] = json.loads((_folder() / "components.json").read_text(encoding="utf-8"))
    spelled = [place.replace("\\", "/").lower() for place in files]
    fixed = [
        _fixed(one)
        for one in listed
        if "files" not in one or any(fnmatchcase(place, pattern) for pattern in one["files"] for place in spelled)
    ]
    told = {_normal(name) for one in listed for name in (*one.get("distributions", ()), "legwork")}
    if modules is not None:
        found = list(_holding(modules))
    else:  # run from bare files, with nothing that says what is asked for: all that is installed beside them
        found = list(_asked_for("legwork", set())) or list(_holding(packages_distributions()))
    theirs = [_of(one) for one in found if _normal(one.metadata["Name"]) not in told]
    first, rest = fixed[:3], [*fixed[3:], *theirs]
    return (*first, *sorted(rest, key=lambda one: one.name.casefold()))


def as_json(parts: Collection[Component]) -> str:
    """What `components` reads from a built program."""
    return json.dumps([asdict(one) for one in parts], ensure_ascii=False, indent=1)


def as_text(parts: Collection[Component]) -> str:
    """All of it as one text, to lie beside a program that cannot be asked."""
    return f"\n\n{'=' * 78}\n\n".join(
        "\n".join(line for line in (f"{one.name} {one.version}".strip(), one.licence, one.home, one.note, "", one.text))
        for one in parts
    )


def _folder() -> Path:
    return resources_dir() / "licences"


def _fixed(one: dict[str, Any]) -> Component:
    """A part that the list tells of; where packages belong to it, its version and perhaps its text are theirs."""
    packages = [found for name in one.get("distributions", ()) if (found := _installed(name)) is not None]
    version, texts, note = packages[0].version if packages else "", [], one.get("note", "")
    if one.get("own"):
        version, texts, note = __version__, [_own_text()], _OWN_NOTE
    elif one.get("python"):
        version, texts = sys.version.split()[0], [_python_text()]
    elif one.get("dist_texts") and packages:
        texts = [_text_of(packages[0])]
    texts += [
        (_folder() / "texts" / f"{name}.txt").read_text(encoding="utf-8").strip() for name in one.get("texts", ())
    ]
    text = "\n\n\n".join(part for part in (one.get("copyright", ""), *texts) if part)
    return Component(one["name"], version, one["licence"], one.get("home", ""), note, text)


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _own_text() -> str:
    beside = resources_dir().parent / "LICENSE"
    if beside.is_file():
        return beside.read_text(encoding="utf-8").strip()
    own = _installed("legwork")
    return _text_of(own) if own is not None else ""


def _python_text() -> str:
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        file = Path(folder) / "LICENSE.txt"
        if file.is_file():
            return file.read_text(encoding="utf-8", errors="replace").strip()
    return f"{sys.copyright}\n\nhttps://docs.python.org/3/license.html"


def _asked_for(name: str, seen: set[str]) -> Iterator[Distribution]:
    """What is installed of a package's needs, and of theirs; `seen` grows."""
    found = _installed(name)
    if found is None:
        return
    for need in found.requires or ():
        needed = re.match(r"[\w.-]+", need)
        if needed is None or "extra ==" in need or _normal(needed[0]) in seen:
            continue
        seen.add(_normal(needed[0]))
        other = _installed(needed[0])
        if other is not None:
            yield other
            yield from _asked_for(needed[0], seen)


def _holding(modules: Collection[str]) -> Iterator[Distribution]:
    """The packages that these modules come from."""
    top = {name.split(".")[0] for name in modules}
    names = {package for name, packages in packages_distributions().items() if name in top for package in packages}
    for name in sorted(names, key=str.casefold):
        found = _installed(name)
        if found is not None:
            yield found


def _of(package: Distribution) -> Component:
    about = package.metadata
    urls = dict(line.split(", ", 1) for line in about.get_all("Project-URL") or () if ", " in line)
    wanted = ("homepage", "home", "source", "source code", "repository", "documentation")
    known = {name.lower(): address for name, address in urls.items()}
    home = _field(package, "Home-page") or next((known[name] for name in wanted if name in known), "")
    return Component(
        about["Name"], package.version, _licence(package), home, _field(package, "Summary"), _text_of(package)
    )


def _field(package: Distribution, name: str) -> str:
    return next(iter(package.metadata.get_all(name) or ()), "").strip()


def _licence(package: Distribution) -> str:
    for field in ("License-Expression", "License"):
        said = _field(package, field)
        if said and len(said) <= _LONGEST_NAME and "\n" not in said:
            return said
    kinds = [
        line.rsplit(" :: ", 1)[-1]
        for line in package.metadata.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    return ", ".join(kinds) or "see its text"


def _text_of(package: Distribution) -> str:
    """All licences that a package brings, each under its file's name where there are several."""
    files = [
        one
        for one in package.files or ()
        if ".dist-info" in one.parts[0] and _A_LICENCE.search(one.name) and one.name != "RECORD"
    ]
    texts = {}
    for one in sorted(files, key=lambda file: (len(file.parts), str(file))):
        path = Path(str(one.locate()))
        if path.is_file():
            texts["/".join(PurePath(str(one)).parts[1:])] = path.read_text(encoding="utf-8", errors="replace").strip()
    if len(texts) == 1:
        parts = list(texts.values())
    else:
        parts = [f"{name.removeprefix('licenses/')}\n\n{text}" for name, text in texts.items()]
    return "\n\n\n".join(filter(None, (*parts, _inside(package))))


def _inside(package: Distribution) -> str:
    """What is compiled into a package, with licences, where its own list of parts (CycloneDX) tells of any."""
    lines = []
    for one in package.files or ():
        path = Path(str(one.locate()))
        if "sboms" not in one.parts or one.suffix != ".json" or not path.is_file():
            continue
        for part in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
            said = [
                kind.get("expression") or kind.get("license", {}).get("id", "") for kind in part.get("licenses", ())
            ]
            if _normal(part["name"]) != _normal(package.metadata["Name"]):
                lines.append(f"{part['name']} {part.get('version', '')}: {', '.join(filter(None, said))}")
    return "\n".join(("Compiled into it", "", *sorted(set(lines)))) if lines else ""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
