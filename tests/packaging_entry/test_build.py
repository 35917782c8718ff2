"""What the build decides without building: what is shipped, on what it depends, what the packages say of themselves."""

from __future__ import annotations

import ast
import configparser
import io
import plistlib
import subprocess
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLibraryInfo

from legwork import __version__
from legwork.i18n import ENGLISH, LANGUAGES

PACKAGING = Path(__file__).parents[2] / "packaging"
ROOT = PACKAGING.parent
sys.path.append(str(PACKAGING))

import archives  # noqa: E402
import build  # noqa: E402
import bundle  # noqa: E402
import deb  # noqa: E402
import desktop_files  # noqa: E402
import freeze  # noqa: E402
import proof  # noqa: E402
import system_needs  # noqa: E402
import tarball  # noqa: E402
from archives import Entry  # noqa: E402

PLATFORMS = ("linux", "windows", "macos")
EPOCH = 1_790_000_000
TRANSLATED = [language for language in LANGUAGES if language != ENGLISH]


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_nothing_that_legwork_imports_is_left_out() -> None:
    for file in bundle.PACKAGE.rglob("*.py"):
        for name in imported(file):
            left_out = [one for one in bundle.EXCLUDES if name == one or name.startswith(one + ".")]
            assert not left_out, f"{file.name} imports {name}, which packaging/bundle.py leaves out of the program"


def test_every_module_is_named_for_the_analysis() -> None:
    names = bundle.modules()
    assert {"legwork", "legwork.__main__", "legwork.qt.pages.plan.page", "legwork.store.migrations.env"} <= set(names)
    assert all(not name.endswith("__init__") and ".py" not in name for name in names)
    assert len(names) == len(set(names)) == len(list(bundle.PACKAGE.rglob("*.py")))


def test_resources_and_migrations_go_where_the_program_looks_for_them() -> None:
    places = {f"{folder}/{Path(source).name}" for source, folder in bundle.data_files()}
    assert "legwork/resources/themes/dark.ini" in places
    assert "legwork/resources/i18n/de/catalogue.mo" in places
    assert not any(one.endswith(".po") for one in places)
    assert "legwork/store/migrations/env.py" in places
    assert any(one.startswith("legwork/store/migrations/versions/0001_") for one in places)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "place",
    [
        "legwork/resources/themes/dark.ini",
        "legwork/resources/icons/app/legwork-64.png",
        "legwork/store/migrations/versions/0001_people_and_check_ins.py",
        "qtawesome/fonts/phosphor-1.3.0.ttf",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "alembic-1.20.1.dist-info/METADATA",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_pt_BR.qm",
    ],
)
def test_what_is_needed_is_shipped(place: str, platform: str) -> None:
    assert bundle.wanted(place, platform)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/translations/qtbase_nl.qm",
        "PySide6\\translations\\qtdeclarative_de.qm",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6\\Qt6Quick.dll",
        "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf",
        "numpy/_core/_multiarray_tests.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_nobody_uses_stays_out(place: str, platform: str) -> None:
    assert not bundle.wanted(place, platform)


def test_qt_speaks_every_language_that_the_program_speaks() -> None:
    """Buttons of Qt's own dialogs and the menus of fields would stay English otherwise."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for language in (one for one in LANGUAGES if one != ENGLISH):
        shipped = [one.name for one in folder.glob(f"qtbase_{language}*.qm")]
        assert shipped, f"Qt has no texts of its own for {language}"
        kept = [name for name in shipped if bundle.wanted(f"PySide6/Qt/translations/{name}", "linux")]
        assert kept, f"name qtbase_{language} in ONLY of packaging/bundle.py, or the standalone program loses it"


def test_only_windows_lacks_a_software_graphics_card() -> None:
    assert not bundle.wanted("PySide6\\opengl32sw.dll", "windows")
    assert not bundle.wanted("libcrypto-3-x64.dll", "windows")


def test_libraries_of_the_builders_linux_stay_at_home_but_for_a_few() -> None:
    entries = [
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", "BINARY"),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/home/me/.venv/lib/PySide6/Qt/lib/libQt6Core.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "/home/me/.venv/lib/PySide6/Qt/lib/libQt6Quick.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6Quick.so.6", "PySide6/Qt/lib/libQt6Quick.so.6", "SYMLINK"),
    ]
    kept = [place for place, _, _ in bundle.kept(entries, "linux", ["/home/me/.venv"])]
    assert kept == ["libxcb-cursor.so.0", "PySide6/Qt/lib/libQt6Core.so.6", "libQt6Core.so.6"]
    assert "libstdc++.so.6" in [place for place, _, _ in bundle.kept(entries, "macos", ["/home/me/.venv"])]


def test_depends_are_packages_that_hold_the_libraries() -> None:
    asked = {"libGL.so.1": ["a"], "libglib-2.0.so.0": ["b"], "libc.so.6": ["c"], "libcups.so.2": ["d"]}
    depends, recommends = deb.dependencies(asked, (2, 35))
    assert depends == ["libc6 (>= 2.35)", "libgl1", "libglib2.0-0 | libglib2.0-0t64"]
    assert "libcups2 | libcups2t64" in recommends
    assert " | ".join(system_needs.FONT) in recommends


def test_an_unknown_library_stops_the_build_and_says_who_asks() -> None:
    with pytest.raises(deb.UnknownLibraryError, match=r"libnew\.so\.1 \(for PySide6/x\.so\)"):
        deb.dependencies({"libnew.so.1": ["PySide6/x.so"]}, (2, 35))


def test_one_version_everywhere() -> None:
    version, _ = desktop_files.newest_release((ROOT / "CHANGELOG.md").read_text("utf-8"))
    about = ElementTree.fromstring(desktop_files.metainfo(EPOCH))
    release = about.find("releases/release")
    assert release is not None
    assert bundle.version() == __version__ == version == release.get("version")
    assert f"Legwork {__version__}".encode() in desktop_files.manual(EPOCH)
    assert f"Version: {__version__}\n" in deb.control(__version__, "amd64", 1, [], [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# C\n\n## 0.1.0 — unreleased\n", ("0.1.0", "")),
        ("## 1.2.3 — 2027-01-31\n\n## 1.2.2 — 2026-01-31\n", ("1.2.3", "2027-01-31")),
        ("## 10.0.1\n", ("10.0.1", "")),
    ],
)
def test_the_newest_release_of_a_changelog(text: str, found: tuple[str, str]) -> None:
    assert desktop_files.newest_release(text) == found


def test_a_changelog_without_a_version_is_refused() -> None:
    with pytest.raises(ValueError, match="CHANGELOG"):
        desktop_files.newest_release("# Changelog\n")


def test_menu_entry_file_type_and_description_agree() -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read_string((desktop_files.LINUX / "legwork.desktop").read_text("utf-8"))
    head = entry["Desktop Entry"]
    about = ElementTree.fromstring(desktop_files.metainfo(EPOCH))
    namespace = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kinds = ElementTree.fromstring((desktop_files.LINUX / "legwork-mime.xml").read_text("utf-8"))
    kind = kinds.find(f"{namespace}mime-type")
    assert kind is not None
    assert head["Exec"] == "legwork %F"
    assert head["MimeType"] == f"{kind.get('type')};" == f"{about.findtext('provides/mediatype')};"
    assert {one.get("pattern") for one in kind.findall(f"{namespace}glob")} == {"*.legwork", "*.legwork-plan"}
    assert about.findtext("launchable") == "legwork.desktop"
    assert [one.text for one in about.findall("categories/category")] == head["Categories"].strip(";").split(";")


def test_menu_entry_file_type_and_description_speak_each_language_of_the_program() -> None:
    entry = (desktop_files.LINUX / "legwork.desktop").read_text("utf-8").splitlines()
    keys = [line.partition("=")[0] for line in entry]
    kinds = ElementTree.fromstring((desktop_files.LINUX / "legwork-mime.xml").read_text("utf-8"))
    about = ElementTree.fromstring(desktop_files.metainfo(EPOCH))
    comments = kinds.findall(".//{http://www.freedesktop.org/standards/shared-mime-info}comment")
    lists = {tag: about.findall(f".//{tag}") for tag in ("summary", "p", "li")}
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [one.get(language) for one in comments] == [None, *TRANSLATED]
    for tag, texts in lists.items():
        told = [one.get(language) for one in texts]
        assert told == [None, *TRANSLATED] * told.count(None), tag
        assert len({" ".join((one.text or "").split()) for one in texts}) == len(texts), tag
    for key in ("GenericName", "Comment", "Keywords"):
        place = keys.index(key)
        assert keys[place : place + 1 + len(TRANSLATED)] == [key, *(f"{key}[{one}]" for one in TRANSLATED)]


def _checkers(folder: Path, says: int) -> None:
    folder.mkdir()
    for name in system_needs.CHECKERS:
        (folder / name).write_text(f"#!/bin/sh\nexit {says}\n")
        (folder / name).chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="scripts stand in for programs of Linux")
def test_files_for_the_desktop_that_nobody_could_look_over_are_no_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no apt either
    with pytest.raises(freeze.BuildError, match=r"(?s)desktop-file-utils.*--unchecked-desktop-files"):
        build.desktop_files_checked(unchecked=False)
    assert "NOT looked over by desktop-file-validate" in build.desktop_files_checked(unchecked=True)
    for name, says in (("content", 0), ("not content", 1)):
        _checkers(tmp_path / name, says)
    monkeypatch.setenv("PATH", str(tmp_path / "content"))
    assert build.desktop_files_checked(unchecked=False).startswith("found good")
    monkeypatch.setenv("PATH", str(tmp_path / "not content"))
    with pytest.raises(freeze.BuildError, match="appstreamcli"):
        build.desktop_files_checked(unchecked=True)
    assert build.parse([]).unchecked_desktop_files is False


def test_every_icon_size_that_desktops_ask_for_is_there() -> None:
    icons = desktop_files.icons()
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        assert desktop_files.png_size(icons[f"icons/hicolor/{size}x{size}/apps/legwork.png"]) == size
    assert b"<svg" in icons["icons/hicolor/scalable/apps/legwork.svg"]
    assert f"icons/hicolor/48x48/mimetypes/{desktop_files.TYPE_ICON}.png" in icons


def test_the_mac_knows_the_same_file_type() -> None:
    about = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    tags = about["UTExportedTypeDeclarations"][0]["UTTypeTagSpecification"]
    assert tags["public.filename-extension"] == ["legwork", "legwork-plan"]
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


@pytest.fixture
def small_bundle(tmp_path: Path) -> Path:
    """A folder with what a bundle has: a program, a library, a link, data."""
    folder = tmp_path / "legwork"
    (folder / "_internal" / "deep er").mkdir(parents=True)
    for name, mode in (("legwork", 0o755), ("_internal/libone.so.1", 0o755), ("_internal/deep er/däta.txt", 0o600)):
        (folder / name).write_bytes(name.encode())
        (folder / name).chmod(mode)
    (folder / "_internal" / "libone.so").symlink_to("libone.so.1")
    return folder


def members(package: Path) -> dict[str, bytes]:
    """The parts of a .deb by name: an independent reading of the ar format."""
    content = package.read_bytes()
    assert content.startswith(b"!<arch>\n")
    found, at = {}, 8
    while at < len(content):
        name, size = content[at : at + 16].decode().strip(), int(content[at + 48 : at + 58])
        assert content[at + 58 : at + 60] == b"`\n"
        found[name] = content[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def test_the_debian_package_holds_everything_in_its_place(small_bundle: Path, tmp_path: Path) -> None:
    package = deb.write(tmp_path, small_bundle, {"libGL.so.1": ["x"]}, (2, 35), EPOCH)
    parts = members(package)
    assert list(parts) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    with tarfile.open(fileobj=io.BytesIO(parts["control.tar.xz"])) as about:
        told = about.extractfile("./control")
        assert told is not None
        assert "Depends: libc6 (>= 2.35), libgl1\n" in told.read().decode()
    with tarfile.open(fileobj=io.BytesIO(parts["data.tar.xz"])) as data:
        files = {one.name: one for one in data.getmembers()}
    assert files["./usr/bin/legwork"].linkname == "../lib/legwork/legwork"
    assert files["./usr/lib/legwork/legwork"].mode == 0o755
    assert files["./usr/lib/legwork/_internal/libone.so.1"].mode == 0o644
    assert files["./usr/lib/legwork/_internal/deep er/däta.txt"].mode == 0o644  # others must read it too
    assert files["./usr/lib/legwork/_internal/libone.so"].issym()
    assert "./usr/share/applications/legwork.desktop" in files
    assert "./usr/share/mime/packages/legwork.xml" in files
    assert {(one.uid, one.gid, one.mtime) for one in files.values()} == {(0, 0, EPOCH)}
    assert not any("home" in name or ".local" in name for name in files)  # nothing of the user's


def test_packing_twice_gives_the_same_bytes(small_bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir(), (tmp_path / "two").mkdir()
    asked: dict[str, list[str]] = {}
    for write in (
        lambda where: deb.write(where, small_bundle, asked, (2, 35), EPOCH),
        lambda where: tarball.write(where, small_bundle, asked, EPOCH),
    ):
        first = write(tmp_path / "one").read_bytes()
        (small_bundle / "legwork").touch()
        assert write(tmp_path / "two").read_bytes() == first


def test_folders_come_before_what_lies_in_them() -> None:
    names = [one.name for one in archives.with_folders([Entry("a/b/c", b""), Entry("a/b.txt", b"")])]
    assert names == ["a", "a/b", "a/b.txt", "a/b/c"]


def test_a_bundle_is_built_anew_when_a_source_changes_or_moves(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("a = 1")
    before = freeze.digest([file], tmp_path, "Python 3.11")
    assert freeze.digest([file], tmp_path, "Python 3.11") == before
    assert freeze.digest([file], tmp_path, "Python 3.13") != before
    file.write_text("a = 2")
    assert freeze.digest([file], tmp_path, "Python 3.11") != before
    names = {one.relative_to(ROOT).as_posix() for one in freeze.sources("legwork")}
    assert {"desktop/legwork/__main__.py", "packaging/bundle.py", "packaging/legwork.spec"} <= names
    assert "resources/themes/dark.ini" in names


def test_the_time_of_packed_files() -> None:
    assert freeze.epoch({"SOURCE_DATE_EPOCH": "1700000000"}) == 1_700_000_000
    assert freeze.epoch({"SOURCE_DATE_EPOCH": "yesterday"}) > 0


def test_limits_are_told_in_a_sentence() -> None:
    assert build.too_big("linux", 195_000_000, 65_000_000) == []
    [sentence] = build.too_big("windows", 151_000_000, 1)
    assert "151.0 MB unpacked" in sentence and "150 MB is the limit" in sentence


def test_only_linux_builds_for_another_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert build.parse(["--target", "windows"]).target == "windows"
    assert build.parse([]).target in PLATFORMS
    with pytest.raises(SystemExit):
        build.parse(["--target", "macos"])
    assert "can be built" in capsys.readouterr().err


def test_what_is_hidden_from_the_program_is_python_and_never_the_system() -> None:
    places = proof.pythons((str(ROOT / ".venv"), "/usr"))
    assert str(ROOT / ".venv") in places
    assert not {"/", "/usr", "/usr/lib", "/usr/local", "/usr/bin"} & set(places)
    assert proof.outermost(["/a", "/a/b", "/ab", "/c/d"]) == ["/a", "/ab", "/c/d"]
    assert str(ROOT / "build") not in places


def test_the_program_is_tried_with_nothing_on_its_path(tmp_path: Path) -> None:
    command = [*proof.in_surroundings(tmp_path, EXTRA="a b"), "/bin/sh", "-c", "set; command -v python3 || echo none"]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    assert said.rstrip().endswith("none")
    assert "EXTRA='a b'" in said
    assert "PYTHON" not in said
