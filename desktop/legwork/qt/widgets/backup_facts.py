"""A backup as a line of a list: when, why, up to which day, how large, and below it what it holds.

Owns the line, for the page and for the choice of a copy. The words are the services'.
"""

from __future__ import annotations

from legwork.domain.days import full_day
from legwork.errors import StoreFault
from legwork.i18n import tr
from legwork.qt.models.facts_table import Fact
from legwork.services import backups
from legwork.services.backups import BackupInfo


def backup_fact(info: BackupInfo) -> Fact:
    """The line of one backup; its key is the file."""
    made, size = backups.moment(info.made_at), backups.size_words(info.size)
    newest = ""
    if info.contents is not None:
        holds = backups.holds(info.contents.people)
        if info.contents.last_day is not None:
            newest = full_day(info.contents.last_day)
    elif info.fault is StoreFault.NEWER:
        holds = tr("From a newer Legwork: update this one to restore it.")
    else:
        holds = tr("Damaged since it was made: it cannot be restored.")
    spoken = tr("{made}. {why}. {holds}", made=made, why=info.why, holds=holds)
    role = "text" if info.contents is not None else "error"
    return Fact(str(info.file), (made, info.why, newest, size), holds, spoken, role)
