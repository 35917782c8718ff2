"""What goes into the standalone program and what stays out, as data by platform.

Read by `legwork.spec` (inside PyInstaller, on each platform) and by the build around it. Owns the lists and the
functions that apply them; builds nothing itself. Standard library only, no module of Legwork is imported.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PACKAGE = ROOT / "desktop" / "legwork"
RESOURCES = ROOT / "resources"
ICONS = RESOURCES / "icons" / "app"

Entry = tuple[str, str, str]
"""One file of PyInstaller's lists: where it goes in the bundle, where it comes from, what kind it is."""

HIDDEN = (
    "qtawesome",  # only asked where it lies: its font is read, it is never imported
    "logging.config",  # Alembic's environment
    "sqlalchemy.dialects.sqlite",
)

# Python modules that something imports somewhere, on a way that Legwork never takes.
EXCLUDES = (
    "tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "venv", "distutils", "test",
    "unittest", "pydoc_data", "doctest", "curses", "_curses", "readline", "pty",
    "ssl", "_ssl", "_hashlib",  # nothing here talks to a network; checksums come from Python's own modules
    "setuptools", "pkg_resources", "pip", "wheel", "packaging", "pytest", "_pytest", "hypothesis", "mypy",
    "IPython", "jupyter_rfb", "matplotlib", "scipy", "pandas", "cupy", "numba", "OpenGL", "h5py", "PIL", "pygments",
    "colorcet", "qtpy", "PyQt5", "PyQt6", "PySide2",
    "numpy.random", "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy._core._multiarray_tests",
    "numpy.polynomial", "numpy.ma.testutils",
    "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.canvas", "pyqtgraph.jupyter",
    "sqlalchemy.testing", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql",
    "alembic.testing", "mako.ext", "mako.testing",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDesigner", "PySide6.QtXml",
    "PySide6.QtHelp", "PySide6.QtConcurrent", "PySide6.QtSvgWidgets", "PySide6.QtUiTools",
)  # fmt: skip

# Files by where they would lie in the bundle. `*` also matches `/`; compared without regard to case.
UNWANTED: dict[str, tuple[str, ...]] = {
    "all": (
        "*/plugins/egldeviceintegrations/*", "*/plugins/generic/*", "*/plugins/networkinformation/*",
        "*/plugins/sqldrivers/*", "*/plugins/tls/*", "*/plugins/qmltooling/*", "*/plugins/vectorimageformats/*",
        "*/plugins/wayland-graphics-integration-server/*",
        "*/platforms/*eglfs*", "*/platforms/*linuxfb*", "*/platforms/*minimal*", "*/platforms/*vnc*",
        "*/platforms/*vkkhrdisplay*", "*/platforms/*direct2d*",
        "*/platforminputcontexts/*virtualkeyboard*",
        "*/platformthemes/*gtk3*",  # would bring GTK along
        "*/imageformats/*gif*", "*/imageformats/*icns*", "*/imageformats/*jpeg*", "*/imageformats/*pdf*",
        "*/imageformats/*tga*", "*/imageformats/*tiff*", "*/imageformats/*wbmp*", "*/imageformats/*webp*",
        "*qt6qml*", "*qt6quick*", "*qt6virtualkeyboard*", "*qt6pdf*", "*qt6sql*", "*qt6eglfs*", "*qt6test*",
        "*qt6shadertools*", "*pyside6qml*",
        "*.icns",  # for the Finder, which has its own copy
        "*/py.typed", "*.pyi", "*.dist-info/record", "*.dist-info/installer", "*.dist-info/requested",
        "*.dist-info/direct_url.json",
        "sqlalchemy/cyextension/*.pyx", "numpy/*/tests/*", "pyqtgraph/examples/*",
        "numpy/_core/_multiarray_tests*", "numpy/random/*", "numpy/_core/lib/*", "numpy/_core/include/*",
        "numpy/_core/_rational_tests*", "numpy/_core/_umath_tests*", "numpy/_core/_struct_ufunc_tests*",
        "numpy/_core/_operand_flag_tests*",
        "pyqtgraph/colors/maps/cet-*", "pyqtgraph/flowchart/*", "pyqtgraph/console/*",
    ),
    "linux": ("*.ico",),
    "windows": (
        "*opengl32sw.dll",  # a whole graphics card in software: 20 MB that plain widgets never touch
        "*d3dcompiler*.dll", "*dxcompiler.dll", "*dxil.dll",
        "*libcrypto*.dll", "*libssl*.dll",
        "*api-ms-win-*.dll", "*ucrtbase.dll",  # part of Windows 10 and later
    ),
    "macos": ("*.ico",),
}  # fmt: skip

# Of the folders with many files of which few are read: the folder's pattern, and those that stay.
ONLY: dict[str, tuple[str, ...]] = {
    "qtawesome/fonts/*": ("qtawesome/fonts/phosphor-1.3.0.ttf",),
    # Qt's own texts, in the languages that Legwork speaks: buttons of its dialogs, menus of fields, names of keys.
    "*/translations/*": ("*/qtbase_de.qm", "*/qtbase_es.qm", "*/qtbase_fr.qm", "*/qtbase_pt_br.qm"),
}

# Shared libraries of the builder's Linux that go along. All others are left to the system that the program runs
# on (`system_needs` names their packages): a C++ runtime, font or graphics library from another system does harm.
FROM_SYSTEM = (
    "libpython3*", "libffi.so*", "libsqlite3.so*", "libbz2.so*", "libmpdec.so*",
    "libxcb-cursor.so*", "libxcb-icccm.so*", "libxcb-image.so*", "libxcb-keysyms.so*", "libxcb-render-util.so*",
    "libxcb-util.so*", "libxkbcommon.so*", "libxkbcommon-x11.so*",
)  # fmt: skip


def platform_name(platform: str = sys.platform) -> str:
    """The key of the lists above: linux, windows or macos."""
    return {"win32": "windows", "cygwin": "windows", "darwin": "macos"}.get(platform, "linux")


def posix(place: str) -> str:
    """A place in the bundle as the patterns spell it."""
    return place.replace("\\", "/").lower()


def matches(place: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(place, pattern) for pattern in patterns)


def wanted(place: str, platform: str) -> bool:
    """Whether a file that would lie at `place` in the bundle is shipped on this platform."""
    spelled = posix(place)
    if matches(spelled, UNWANTED["all"]) or matches(spelled, UNWANTED[platform]):
        return False
    return all(matches(spelled, stay) for folder, stay in ONLY.items() if fnmatchcase(spelled, folder))


def from_system(source: str, homes: Sequence[str]) -> bool:
    """Whether a library was found in the builder's system, outside of Python's own folders `homes`."""
    found = PurePath(source)
    return not any(found.is_relative_to(home) for home in homes)


def kept(entries: Iterable[Entry], platform: str, homes: Sequence[str] = ()) -> list[Entry]:
    """The files of one of PyInstaller's lists that are shipped.

    homes: the folders of the Python that builds and of its libraries; on Linux a library from elsewhere is the
    system's, and stays out unless it is one of FROM_SYSTEM. A link to a library that stays out stays out too.
    """
    staying = []
    gone: set[str] = set()
    for entry in entries:
        place, source, kind = entry
        foreign = platform == "linux" and kind == "BINARY" and bool(homes) and from_system(source, homes)
        if not wanted(place, platform) or (foreign and not matches(PurePath(place).name, FROM_SYSTEM)):
            gone.add(posix(place))
        else:
            staying.append(entry)
    return [
        entry
        for entry in staying
        if entry[2] != "SYMLINK" or posix(str(PurePath(entry[0]).parent / entry[1])) not in gone
    ]


def modules(package: Path = PACKAGE) -> list[str]:
    """Every module of Legwork: pages and migrations are imported by name, where no analysis sees them."""
    found = []
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package.parent).with_suffix("").parts
        found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def data_files(package: Path = PACKAGE, resources: Path = RESOURCES) -> list[tuple[str, str]]:
    """Files beside the modules, as (source, folder in the bundle): resources, and migrations, which Alembic reads."""
    found = [
        (str(file), str(PurePath("legwork/resources") / file.relative_to(resources).parent))
        for file in sorted(resources.rglob("*"))
        if file.is_file() and file.suffix != ".po"  # of translators: the program reads the .mo made of it
    ]
    migrations = package / "store" / "migrations"
    found += [
        (str(file), str(PurePath("legwork/store/migrations") / file.relative_to(migrations).parent))
        for file in sorted(migrations.rglob("*.py"))
    ]
    return found


def icon_font() -> tuple[str, str]:
    """The font of the icons, as (source, folder in the bundle)."""
    from importlib.util import find_spec

    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("qtawesome is not installed beside PyInstaller")
    return str(Path(spec.origin).parent / "fonts" / "phosphor-1.3.0.ttf"), "qtawesome/fonts"


def version(package: Path = PACKAGE) -> str:
    """Legwork's version, read as text."""
    text = (package / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("legwork/__init__.py holds no __version__")
    return found[1]
