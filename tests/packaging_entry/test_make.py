"""What make.py decides before it touches anything: usage, stamps, sound environments, packages."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"legwork_{name}", PACKAGING / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make = load("make")
setup_env = load("setup_env")
system_needs = load("system_needs")


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PACKAGING / "make.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that decide what gets installed, in a folder of their own."""
    root = tmp_path / "checkout"
    for name in setup_env.MADE_FROM:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGING.parent / name, root / name)
    return root


@pytest.fixture
def venv(checkout: Path) -> Path:
    """An environment in the checkout as make.py leaves it (only without the weight)."""
    venv = checkout / ".venv"
    site = venv / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    if os.name == "nt":
        site = venv / "Lib" / "site-packages"
    for name in ("numpy-2.4.6.dist-info", "legwork-0.1.0.dist-info"):
        (site / name).mkdir(parents=True)
    python = setup_env.venv_python(venv)
    python.parent.mkdir()
    python.write_text("")
    setup_env._write_stamp(checkout, venv, dev=False, display=True)
    return venv


def fresh(checkout: Path, *, dev: bool = False, display: bool = True) -> bool:
    return bool(setup_env.fresh(checkout, checkout / ".venv", dev=dev, display=display))


def test_unknown_command_is_named_and_usage_follows() -> None:
    done = call("fly")
    assert done.returncode == 2
    assert "'fly'" in done.stderr
    assert all(command in done.stderr for command in make.COMMANDS)


def test_no_command_is_a_usage_error() -> None:
    assert call().returncode == 2


def test_help_goes_to_stdout() -> None:
    done = call("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert all(f"  {command} " in done.stdout for command in make.COMMANDS)


def test_tour_without_a_folder_says_so_before_installing() -> None:
    done = call("tour")
    assert done.returncode == 2
    assert "make.py tour OUT" in done.stderr


@pytest.mark.parametrize(("version", "refused"), [((3, 10), True), ((3, 6), True), ((3, 11), False), ((4, 0), False)])
def test_old_python_gets_a_sentence(version: tuple[int, int], refused: bool) -> None:
    complaint = make.too_old(version)
    assert (complaint is not None) == refused
    if refused:
        assert f"this is Python {version[0]}.{version[1]}." in complaint


def test_offscreen_commands_cannot_reach_a_display() -> None:
    environment = make.offscreen({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "HOME": "/home/a"})
    assert environment == {"HOME": "/home/a", "QT_QPA_PLATFORM": "offscreen"}


def test_surrounding_python_settings_stay_out() -> None:
    assert setup_env.clean({"PYTHONPATH": "/x", "PIP_USER": "1", "PIP_INDEX_URL": "u"}) == {"PIP_INDEX_URL": "u"}


@pytest.mark.parametrize(("system", "ending"), [("nt", "Scripts/python.exe"), ("posix", "bin/python")])
def test_python_of_an_environment(system: str, ending: str) -> None:
    assert setup_env.venv_python(Path("v"), system).as_posix() == f"v/{ending}"


def test_finished_environment_is_fresh(checkout: Path, venv: Path) -> None:
    assert fresh(checkout)


def test_runtime_environment_does_not_do_for_tests(checkout: Path, venv: Path) -> None:
    assert not fresh(checkout, dev=True)


def test_environment_for_tests_does_for_the_program_once_the_display_was_checked(checkout: Path, venv: Path) -> None:
    setup_env._write_stamp(checkout, venv, dev=True, display=False)
    assert fresh(checkout, dev=True, display=False)
    assert not fresh(checkout, display=True)
    setup_env._write_stamp(checkout, venv, dev=True, display=True)
    assert fresh(checkout)


@pytest.mark.parametrize("name", setup_env.MADE_FROM)
def test_change_of_what_decides_the_install_is_seen(checkout: Path, venv: Path, name: str) -> None:
    with (checkout / name).open("a") as file:
        file.write("\n# changed\n")
    assert not fresh(checkout)


def test_moved_checkout_is_seen(checkout: Path, venv: Path) -> None:
    moved = checkout.rename(checkout.with_name("moved"))
    assert not fresh(moved)


def test_other_python_is_seen(checkout: Path, venv: Path) -> None:
    stamp = json.loads((venv / setup_env.STAMP).read_text())
    stamp["python"] = stamp["python"].replace(".", ".9", 1)
    (venv / setup_env.STAMP).write_text(json.dumps(stamp))
    assert not fresh(checkout)


def test_python_gone_is_seen(checkout: Path, venv: Path) -> None:
    python = setup_env.venv_python(venv)
    python.unlink()
    assert not fresh(checkout)
    if os.name != "nt":
        python.symlink_to(checkout / "gone")
        assert not fresh(checkout)


def test_the_environment_of_another_checkout_behind_a_link_is_left_alone(tmp_path: Path, venv: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    try:
        (other / ".venv").symlink_to(venv, target_is_directory=True)
    except OSError:  # Windows keeps links for administrators
        return
    before = sorted(venv.rglob("*"))
    setup_env._claim(other / ".venv")
    assert sorted(venv.rglob("*")) == before
    assert (other / ".venv").is_dir() and not (other / ".venv").is_symlink()


def test_library_taken_out_is_seen_and_one_more_is_not_minded(checkout: Path, venv: Path) -> None:
    numpy = next(venv.rglob("numpy-*.dist-info"))
    (numpy.parent / "ipython-9.0.dist-info").mkdir()
    assert fresh(checkout)
    numpy.rmdir()
    assert not fresh(checkout)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"recipe": 1}'])
def test_damaged_stamp_is_no_stamp(checkout: Path, venv: Path, content: bytes) -> None:
    (venv / setup_env.STAMP).write_bytes(content)
    assert not fresh(checkout)


def test_folder_that_is_no_environment_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / ".venv" / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("three years")
    with pytest.raises(setup_env.SetupError, match="in the way"):
        setup_env._claim(precious.parent)
    assert precious.read_text() == "three years"


@pytest.mark.parametrize("entries", [(), ("bin", "lib"), ("bin", "pyvenv.cfg", "share")])
def test_half_made_or_foreign_environment_may_be_replaced(tmp_path: Path, entries: tuple[str, ...]) -> None:
    venv = tmp_path / ".venv"
    for name in entries:
        (venv / name).mkdir(parents=True)
    setup_env._claim(venv)
    assert venv.is_dir()


def test_second_make_waits_for_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = tmp_path / "lock"
    order: list[str] = []

    def second() -> None:
        with lock.open("a+b") as file:
            setup_env._lock(file)
            order.append("second")

    with lock.open("a+b") as file:
        setup_env._lock(file)
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.2)
        order.append("first")
    thread.join(timeout=10)
    assert order == ["first", "second"]
    assert "waiting for it" in capsys.readouterr().out


def lacking(*, display: bool, without: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = system_needs.missing(
        display=display, library=lambda soname: soname != without, font=lambda: True, venv=lambda: True
    )
    return found


def test_missing_library_names_its_package() -> None:
    assert lacking(display=True, without="libxcb-cursor.so.0") == {"libxcb-cursor.so.0": ("libxcb-cursor0",)}


def test_screen_libraries_are_not_asked_of_a_machine_that_only_tests() -> None:
    assert lacking(display=False, without="libxcb-cursor.so.0") == {}
    assert lacking(display=False, without="libEGL.so.1") != {}


def test_missing_font_and_venv_are_asked_for() -> None:
    found = system_needs.missing(display=True, library=lambda _: True, font=lambda: False, venv=lambda: False)
    assert found == {
        "a font": ("fonts-inter", "fonts-dejavu-core"),
        "Python's venv": (f"python3.{sys.version_info.minor}-venv", "python3-venv"),
    }


def test_font_is_looked_for_in_folders_below(tmp_path: Path) -> None:
    assert not system_needs.has_font([str(tmp_path), str(tmp_path / "absent")])
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "Inter.ttf").write_bytes(b"")
    assert system_needs.has_font([str(tmp_path)])


@pytest.mark.parametrize(
    ("archive", "chosen", "known"),
    [
        ({"libglib2.0-0", "libegl1"}, ["libegl1", "libglib2.0-0"], True),
        ({"libglib2.0-0t64", "libegl1"}, ["libegl1", "libglib2.0-0t64"], True),
        (set(), ["libegl1", "libglib2.0-0"], False),
    ],
    ids=["Debian 12", "Debian 13 and Ubuntu 24.04", "lists not fetched"],
)
def test_packages_are_chosen_as_the_archive_names_them(archive: set[str], chosen: list[str], known: bool) -> None:
    wanted = {name: system_needs.CORE[name] for name in ("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")}
    assert system_needs.choose(wanted, archive.__contains__) == (chosen, known)


def test_one_command_to_type() -> None:
    words = system_needs.words_to_type(["libegl1", "libgl1"], known=True)
    assert words == "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    assert system_needs.words_to_type(["libegl1"], known=False).startswith(
        "sudo apt-get update && sudo apt-get install"
    )


def qt_libraries() -> list[Path]:
    import PySide6

    qt = Path(PySide6.__file__).parent / "Qt"
    names = (
        "Core",
        "DBus",
        "Gui",
        "Network",
        "OpenGL",
        "OpenGLWidgets",
        "PrintSupport",
        "Svg",
        "Widgets",
        "XcbQpa",
    )
    plugins = [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "xcb")]
    return [*(qt / "lib" / f"libQt6{name}.so.6" for name in names), *plugins]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system's libraries matter on Linux only")
def test_every_library_that_the_installed_qt_asks_for_is_in_the_list() -> None:
    """Reads the ELF string tables: a Qt that needs one more library fails here first."""
    given = (
        "libQt6",
        "libicu",
        "libpyside",
        "libshiboken",
        "libc.",
        "libm.",
        "libdl.",
        "librt.",
        "libpthread.",
    )
    given += ("libstdc++.", "libgcc_s.", "libresolv.", "libbrotlicommon.", "ld-linux")
    asked = {name for library in qt_libraries() for name in needed(library)}
    listed = system_needs.CORE.keys() | system_needs.DISPLAY.keys()
    assert {"libEGL.so.1", "libxcb-cursor.so.0"} <= asked
    assert {name for name in asked if not name.startswith(given)} <= listed


def needed(library: Path) -> list[str]:
    """The NEEDED entries of a 64-bit little-endian ELF file."""
    data = library.read_bytes()
    assert data[:6] == b"\x7fELF\x02\x01"

    def number(at: int, size: int) -> int:
        return int.from_bytes(data[at : at + size], "little")

    start, size, count = number(40, 8), number(58, 2), number(60, 2)
    sections = [start + size * index for index in range(count)]
    dynamic = next(at for at in sections if number(at + 4, 4) == 6)
    strings = number(sections[number(dynamic + 40, 4)] + 24, 8)
    begin, length = number(dynamic + 24, 8), number(dynamic + 32, 8)
    offsets = [number(at + 8, 8) for at in range(begin, begin + length, 16) if number(at, 8) == 1]
    return [data[strings + at : data.index(b"\0", strings + at)].decode() for at in offsets]


def test_every_pin_is_exact() -> None:
    lines = (PACKAGING / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all(pin.count("==") == 1 and "*" not in pin for pin in pins)


def test_everything_installed_for_legwork_is_pinned() -> None:
    """Walks the requirements of the installed program and its tests: none may float."""
    from importlib.metadata import PackageNotFoundError, requires, version

    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    lines = (PACKAGING / "constraints.txt").read_text().splitlines()
    pins = {canonicalize_name(line.split("==")[0]): line.split("==")[1] for line in lines if "==" in line}
    waiting = [("legwork", "dev"), ("hatchling", ""), ("editables", "")]
    seen: dict[str, str] = {}
    while waiting:
        name, extra = waiting.pop()
        try:
            wanted = [Requirement(text) for text in requires(name) or ()]
        except PackageNotFoundError:
            pytest.skip(f"{name} is not installed here")
        if name != "legwork":
            seen[name] = version(name)
        for entry in wanted:
            applies = entry.marker is None or entry.marker.evaluate({"extra": extra})
            if applies and canonicalize_name(entry.name) not in seen:
                waiting.append((canonicalize_name(entry.name), ""))
    assert seen == {name: pins.get(name) for name in seen}
