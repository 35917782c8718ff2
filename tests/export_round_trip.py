"""A profile to take out of and one to take into, and what stands in it afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings

from export_cases import FIRST_DAY
from helpers import day, opened
from legwork.domain.sites import Spot
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import TrainingTable
from legwork.services import importing
from legwork.services.documents import read_document
from legwork.services.importing import ImportTable
from legwork.services.open_sites import for_person, measured_sites
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import names_in_file, proposed

SLOW = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)


@contextmanager
def two_profiles() -> Iterator[tuple[Profile, Profile, Path]]:
    """One to take out of, one to take into, and a folder for the file."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = opened(Path(folder) / "one"), opened(Path(folder) / "other")
        try:
            yield one, other, Path(folder)
        finally:
            one.close()
            other.close()


def take_in(profile: Profile, person: Person, file: Path) -> None:
    """Import a file as it is proposed."""
    found = importing.read_file(file)
    if isinstance(found, TrainingTable):
        choices = proposed(names_in_file(profile, person.id, found))
        profile.apply(ImportTraining(person.id, found, tuple(choices.items()), file.name))
    else:
        assert isinstance(found, MeasurementTable)
        found = for_person(found, person, measured_sites(profile, person.id))
        profile.apply(ImportTable(person.id, found, tuple(importing.proposed(found).items()), file.name))


def values(profile: Profile) -> dict[tuple[date, Spot, int], float]:
    """All readings of the only person, by day, spot and number."""
    [person] = read_document(profile).people
    found: dict[tuple[date, Spot, int], float] = {}
    for one in person.check_ins:
        for each in one.readings:
            number = sum(key[:2] == (one.day, each.spot) for key in found)
            found[one.day, each.spot, number] = each.quantity.value
    return found


HEVY_DAY = day(
    FIRST_DAY, body_weight="82,5", body_fat="17.5", waist="84 + 84.5 + 90", calf_left="15.25 in", calf="39",
    mid_thigh_right="58", upper_thigh_right="62", relaxed_arm_left="33", flexed_arm_left="36",
)  # fmt: skip
