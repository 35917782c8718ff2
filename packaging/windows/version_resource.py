"""What Windows shows under Properties > Details of the program and its installer.

Owns those words and the file that PyInstaller reads them from. Standard library only.
"""

from __future__ import annotations

import re

COMPANY = "The Legwork authors"
DESCRIPTION = "Legwork"
"""Windows shows it as the program's name in the task manager and where a file is opened with it: the bare name."""
COPYRIGHT = "© 2026 The Legwork authors. MIT License."

_FORM = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags={flags}, OS=0x40004, fileType=0x1,
                    subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
{words}
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])]),
  ],
)
"""
_PRERELEASE = 0x2


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares: 1.2.0rc1 gives (1, 2, 0, 0). Raises ValueError."""
    found = re.match(r"\d+(\.\d+)*", version)
    if found is None:
        raise ValueError(f"{version!r} does not begin with a number")
    parts = [int(part) for part in found[0].split(".")]
    if len(parts) > 4 or max(parts) > 65535:
        raise ValueError(f"{version!r} does not fit into four numbers of at most 65535")
    major, minor, patch, build = (*parts, 0, 0, 0)[:4]
    return major, minor, patch, build


def dotted(version: str) -> str:
    """The four numbers as NSIS wants them."""
    return ".".join(map(str, numbers(version)))


def is_final(version: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)*", version) is not None


def words(version: str) -> dict[str, str]:
    """The texts by Windows' names for them."""
    return {
        "CompanyName": COMPANY,
        "FileDescription": DESCRIPTION,
        "FileVersion": version,
        "InternalName": "legwork",
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": "legwork.exe",
        "ProductName": "Legwork",
        "ProductVersion": version,
    }


def text(version: str) -> str:
    """The file for PyInstaller's `version`."""
    lines = "\n".join(f"      StringStruct({name!r}, {value!r})," for name, value in words(version).items())
    flags = "0x0" if is_final(version) else f"{_PRERELEASE:#x}"
    return _FORM.format(numbers=numbers(version), flags=flags, words=lines)
