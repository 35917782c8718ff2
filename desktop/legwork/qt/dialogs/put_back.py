"""After a copy was put in the place of the data: what is said, and taking that back.

Owns the words and the work of the way back. Closing and opening the profile is for whoever holds it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from legwork.errors import FAULT_SENTENCES, StoreError, UserError
from legwork.i18n import tr
from legwork.log import logger
from legwork.qt.core.context import Context
from legwork.qt.core.notices import NoticeBar
from legwork.qt.core.tasks import Task
from legwork.services import backups, restores
from legwork.services.profile import Restored
from legwork.services.restores import Prepared


class PutBack:
    """One copy, from the moment that the profile is closed until it is open again."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._done: Restored | str | Exception | None = None

    def run(self) -> bool:
        """Put the copy in place; the profile is closed, and can be opened again whatever happens: True."""
        try:
            self._done = self._prepared.put_in_place()
            logger.info("restored a copy")
        except StoreError as error:
            logger.warning("cannot restore: %s", error)
            self._done = tr("Nothing was restored. {reason}", reason=tr(FAULT_SENTENCES[error.fault]))
        except UserError as error:
            self._done = tr("Nothing was restored. {reason}", reason=str(error))
        except Exception as error:  # noqa: BLE001 - raised once the data is open again
            self._done = error
        return True

    def tell(self, context: Context, notices: NoticeBar) -> None:
        """Say what became of it, with the way back beside it; raises an error that nobody expected."""
        self._prepared.discard()
        done = self._done
        if isinstance(done, Exception):
            raise done
        if isinstance(done, str):
            notices.say(done)
        elif done is not None and done.kept is None:
            notices.say(tr("The copy is restored."))
        elif done is not None and done.kept is not None and done.sound:
            said = tr("The copy is restored. What was there before is kept among the copies.")
            notices.say(said, tr("Undo"), partial(_take_back, context, notices, done.kept))
        elif done is not None and done.kept is not None:
            name = done.kept.name
            notices.say(tr("The copy is restored. The damaged file is kept beside it as {name}.", name=name))


def _take_back(context: Context, notices: NoticeBar, kept: Path) -> None:
    """Restore what a restore replaced, after keeping what has been there since."""
    task = Task(tr("Putting back what was there before"), partial(_prepare, context, kept))
    task.done.connect(partial(_go_on, context, notices))
    context.worker.start(task)


def _prepare(context: Context, kept: Path, task: Task) -> Prepared | str:
    try:
        prepared = restores.prepare(context.profile, kept, task.breathe)
    except UserError as error:
        return str(error)
    except StoreError as error:
        return backups.refusal(error, kept)
    try:
        restores.keep_present(context.profile, prepared, task.breathe)
    except BaseException as error:
        prepared.discard()
        if isinstance(error, UserError):
            return str(error)
        if isinstance(error, StoreError):
            return tr(backups.COPY_FAULTS[error.fault])
        raise
    return prepared


def _go_on(context: Context, notices: NoticeBar, result: object) -> None:
    if isinstance(result, Prepared):
        context.restore_confirmed.emit(result)
    else:
        notices.say(str(result))
