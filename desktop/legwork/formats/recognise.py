"""Which format a file is in, told by what stands in it and never by its name.

Owns the order in which formats are tried and the sentence for files that no format knows. It must not read
any format itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from legwork.errors import Cancelled, UserError
from legwork.formats import fitnotes_backup, garmin_weight, hevy_measurements, legwork_json, libra, scales, text
from legwork.formats.records import Document, MeasurementTable
from legwork.formats.text import never
from legwork.formats.training import is_training, recognise_training
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.i18n import tr

_BLANKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def recognise(
    data: bytes, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> Document | MeasurementTable | TrainingTable:
    """Read a file of any format that Legwork knows.

    data: the whole file. today: of the person; later days are refused. should_stop: asked now and then.
    answers: to what a log of workouts leaves open.
    Returns a Document for Legwork's own export; a MeasurementTable or a TrainingTable for another program's.
    Raises UserError in one sentence when it cannot be read, Cancelled when asked to stop; nothing else.
    """
    if len(data) <= text.SAMPLE_BYTES and not data.strip(_BLANKS):
        raise UserError(tr("This file is empty: export it again from the other program."))
    if should_stop():
        raise Cancelled
    if legwork_json.looks_like(data):
        return legwork_json.load(data)
    if fitnotes_backup.looks_like(data):
        return recognise_training(data, today, answers, should_stop)
    if data.startswith(b"PK\x03\x04"):
        raise UserError(tr("This is a zip archive or a spreadsheet: unpack it, or save its table as CSV."))
    whole = text.decode(data)
    if libra.looks_like(whole):
        return libra.read(whole, today, should_stop)
    table = text.read_table(whole, should_stop)
    for measured in (garmin_weight, scales, hevy_measurements):
        if measured.matches(table.header):
            found: MeasurementTable = measured.read(table, today, should_stop)
            return found
    if is_training(data, should_stop):
        return recognise_training(data, today, answers, should_stop)
    raise UserError(
        tr(
            "Legwork does not know this kind of file: it reads the workouts of Strong, Hevy, FitNotes, StrongLifts, "
            "Fitbod and Liftosaur, "
            "Hevy's measurement_data.csv, the weights of Garmin, Libra, openScale, Renpho and Withings, and its own "
            "JSON export."
        )
    )
