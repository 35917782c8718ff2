"""Why a file could not be written where a person wanted it: a sentence for each reason, with what to do about it.

Owns these sentences, for exports, papers and copies alike. Light to import.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from legwork.i18n import tr


def reason(target: Path, error: OSError) -> str:
    """Why `target` could not be written, and what to do; "" where nothing is known but what the system says."""
    folder = target.parent
    said = _sentences().get(error.errno or 0, "")
    if error.errno in (errno.EACCES, errno.EPERM) and target.exists() and os.access(folder, os.W_OK):
        return tr("{name} cannot be replaced: close it in other programs, or choose another name.", name=target.name)
    if not said and not folder.is_dir():
        said = tr("{folder} is not there: put the stick in again, or choose another place.")
    return said.format(folder=folder) if said else ""


def _sentences() -> dict[int, str]:
    return {
        errno.ENOSPC: tr("There is no room left in {folder}: free some space there, or choose another place."),
        errno.EDQUOT: tr("There is no room left in {folder}: free some space there, or choose another place."),
        errno.EFBIG: tr("{folder} takes no file of this size: choose another place."),
        errno.EACCES: tr("Nothing may be written in {folder}: choose another place."),
        errno.EPERM: tr("Nothing may be written in {folder}: choose another place."),
        errno.EROFS: tr("Nothing may be written in {folder}: a stick may have a switch for that, or choose another."),
        errno.EEXIST: tr("Something that is no ordinary file has this name in {folder}: choose another name."),
        errno.ENAMETOOLONG: tr("This name is too long for {folder}: choose a shorter one."),
        errno.EINVAL: tr("{folder} does not take this name: choose another one."),
    }
