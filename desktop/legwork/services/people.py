"""The people of a profile, and which sites each of them measures."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from legwork.domain.sites import BUILT_IN_BY_KEY, DEFAULT_TRACKED, Kind, Side, Site, Spot, own_site, spot_label
from legwork.domain.units import Quantity, UnitSystem
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.services.check_ins import drop_empty
from legwork.services.edit import Edit
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import check_in, custom_site, person, reading, tracked_site

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Person:
    """Somebody who is measured. sex: None when they want no reference data. check_in_weekday: 0 = Monday."""

    id: int
    uid: str
    name: str
    sex: str | None
    birth_date: date | None
    stature: Quantity | None
    units: UnitSystem
    check_in_weekday: int
    tracked: tuple[str, ...]
    own_sites: tuple[Site, ...]

    def site(self, key: str) -> Site:
        """The site of that key; one that is not known here is shown under its key."""
        own = {site.key: site for site in self.own_sites}
        return BUILT_IN_BY_KEY.get(key) or own.get(key) or own_site(key, key, sided=False)

    @property
    def all_sites(self) -> tuple[Site, ...]:
        """Built-in sites, then the person's own."""
        return (*BUILT_IN_BY_KEY.values(), *self.own_sites)

    @property
    def tracked_sites(self) -> tuple[Site, ...]:
        """What they enter each week, in their order."""
        return tuple(self.site(key) for key in self.tracked)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """One a field of the check-in form, in order."""
        return tuple(spot for site in self.tracked_sites for spot in site.spots)

    def label(self, spot: Spot) -> str:
        """The translated name of a spot: "Calf, left"."""
        return spot_label(self.site(spot.site), spot.side)

    def kind(self, spot: Spot) -> Kind:
        """What is measured there."""
        return self.site(spot.site).kind


def everybody(profile: Profile) -> tuple[Person, ...]:
    """All people of the profile, in the order they were added."""
    with profile.reading() as reader:
        return people_from(reader)


def people_from(reader: Reader) -> tuple[Person, ...]:
    """As `everybody`, inside a transaction."""
    tracked = reader.rows(tracked_site, order=("position", "id"))
    own = reader.rows(custom_site)
    return tuple(
        Person(
            row.id,
            row.uid,
            row.name,
            row.sex,
            row.birth_date,
            None if row.stature_cm is None else Quantity(row.stature_cm, row.stature_unit, row.stature_entered),
            UnitSystem(row.units),
            row.check_in_weekday,
            tuple(line.site for line in tracked if line.person_id == row.id),
            tuple(own_site(line.key, line.name, line.sided) for line in own if line.person_id == row.id),
        )
        for row in reader.rows(person)
    )


def one_person(reader: Reader, person_id: int) -> Person:
    """The person of that id. Raises UserError when they are gone."""
    for somebody in people_from(reader):
        if somebody.id == person_id:
            return somebody
    raise UserError(tr("This person is no longer here."))


def add_tracked(work: UnitOfWork, person_id: int, sites: Sequence[str]) -> None:
    """Append sites to what a person tracks."""
    start = 1 + max((row.position for row in work.rows(tracked_site, person_id=person_id)), default=-1)
    work.insert(
        tracked_site,
        [{"person_id": person_id, "site": site, "position": start + offset} for offset, site in enumerate(sites)],
    )


@dataclass(frozen=True)
class AddPerson(Edit):
    """A new person with the lean default of sites.

    only_first: unless somebody is here by then, for several imports may begin at once.
    """

    name: str
    sex: str | None = None
    birth_date: date | None = None
    stature: Quantity | None = None
    units: UnitSystem = UnitSystem.METRIC
    check_in_weekday: int = 0
    only_first: bool = False

    @property
    def label(self) -> str:
        return tr("Add {name}", name=self.name.strip())

    def run(self, work: UnitOfWork) -> None:
        if self.only_first and work.count(person):
            return
        values: dict[str, Any] = {"uid": uuid.uuid4().hex}
        for field in ("name", "sex", "birth_date", "stature", "units", "check_in_weekday"):
            values |= _columns(field, getattr(self, field))
        [person_id] = work.insert(person, [values])
        add_tracked(work, person_id, DEFAULT_TRACKED)


_FIELD_LABELS: Mapping[str, str] = {
    "name": mark("Rename {name}"),
    "sex": mark("Change sex used for reference data"),
    "birth_date": mark("Change birth date"),
    "stature": mark("Change stature"),
    "units": mark("Change units"),
    "check_in_weekday": mark("Change check-in weekday"),
}


@dataclass(frozen=True)
class ChangePerson(Edit):
    """Change one fact about a person; `field` is a field of `Person`."""

    person_id: int
    field: str
    value: Any
    name: str = ""

    @property
    def label(self) -> str:
        return tr(_FIELD_LABELS[self.field], name=self.name)

    def run(self, work: UnitOfWork) -> None:
        work.update(person, one_person(work, self.person_id).id, **_columns(self.field, self.value))


@dataclass(frozen=True)
class DeletePerson(Edit):
    """Remove a person with all that was measured."""

    notable: ClassVar[bool] = True

    person_id: int
    name: str

    @property
    def label(self) -> str:
        return tr("Delete {name}", name=self.name)

    def run(self, work: UnitOfWork) -> None:
        work.delete(person, [self.person_id])


@dataclass(frozen=True)
class TrackSites(Edit):
    """Choose which sites a person enters, and in which order."""

    person_id: int
    sites: tuple[str, ...]

    @property
    def label(self) -> str:
        return tr("Choose sites")

    def run(self, work: UnitOfWork) -> None:
        known = {site.key for site in one_person(work, self.person_id).all_sites}
        wanted = [site for site in dict.fromkeys(self.sites) if site in known]
        if not wanted:
            raise UserError(tr("Keep at least one site, so that there is something to measure."))
        rows = {row.site: row for row in work.rows(tracked_site, person_id=self.person_id)}
        work.delete(tracked_site, [row.id for site, row in rows.items() if site not in wanted])
        for position, site in enumerate(wanted):
            if site in rows:
                work.update(tracked_site, rows[site].id, position=position)
        work.insert(
            tracked_site,
            [
                {"person_id": self.person_id, "site": site, "position": position}
                for position, site in enumerate(wanted)
                if site not in rows
            ],
        )


@dataclass(frozen=True)
class AddOwnSite(Edit):
    """A girth of the person's own, tracked from now on."""

    person_id: int
    name: str
    sided: bool

    @property
    def label(self) -> str:
        return tr("Add site {name}", name=self.name.strip())

    def run(self, work: UnitOfWork) -> None:
        name = _site_name(work, self.person_id, self.name)
        key = own_key(name, {site.key for site in one_person(work, self.person_id).own_sites})
        work.insert(custom_site, [{"person_id": self.person_id, "key": key, "name": name, "sided": self.sided}])
        add_tracked(work, self.person_id, [key])


@dataclass(frozen=True)
class DeleteOwnSite(Edit):
    """Remove a site of the person's own with its readings."""

    notable: ClassVar[bool] = True

    person_id: int
    key: str
    name: str

    @property
    def label(self) -> str:
        return tr("Delete site {name}", name=self.name)

    def run(self, work: UnitOfWork) -> None:
        days = {row.id for row in work.rows(check_in, person_id=self.person_id)}
        gone = [row for row in work.rows(reading, site=self.key) if row.check_in_id in days]
        work.delete(reading, [row.id for row in gone])
        drop_empty(work, {row.check_in_id for row in gone})
        for table, column in ((tracked_site, "site"), (custom_site, "key")):
            row = work.one(table, person_id=self.person_id, **{column: self.key})
            work.delete(table, [row.id] if row else [])


def parse_birth_date(text: str) -> date:
    """A birth date as it is typed. Raises UserError."""
    from legwork.formats import dates

    try:
        day = dates.read_day(text, dates.infer_order([text]) or dates.DateOrder.DAY_FIRST)
    except UserError:
        raise UserError(tr("This is not a date: type it as 1994-05-14 or 14 May 1994.")) from None
    if day > date.today() and not re.search(r"\d{4}", text):
        day = day.replace(year=day.year - 100)  # "14.5.94" was not meant to come
    return _checked_birth_date(day)


def _checked_birth_date(day: date) -> date:
    if not date(1900, 1, 1) <= day <= date.today():
        raise UserError(tr("The birth date must lie between 1900 and today."))
    return day


def own_key(name: str, taken: Collection[str], nameless: str = "site") -> str:
    """A key for something of the person's own, a site or an exercise, that is not yet in `taken`.

    Readable in exports, in the letters of any script. nameless: stands for a name without letters.
    """
    slug = re.sub(r"[\W_]+", "_", name.casefold()).strip("_")[:32] or nameless
    key, number = f"own_{slug}", 2
    while key in taken:
        key, number = f"own_{slug}_{number}", number + 1
    return key


def _site_name(work: UnitOfWork, person_id: int, name: str) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise UserError(tr("Give the site a name, for example Lower calf."))
    if len(wanted) > 80:
        raise UserError(tr("This name is too long: keep it under 80 letters."))
    for site in one_person(work, person_id).all_sites:
        if wanted.casefold() in {spot_label(site, side).casefold() for side in Side}:
            raise UserError(tr("There is a site named {name} already.", name=wanted))
    return wanted


def _columns(field: str, value: Any) -> dict[str, Any]:
    """The columns that one fact about a person fills. Raises UserError when it cannot be true."""
    if field == "stature":
        return {
            "stature_cm": value.value if value else None,
            "stature_unit": value.unit if value else None,
            "stature_entered": value.entered if value else None,
        }
    if field == "name":
        value = " ".join(str(value).split())
        if not value:
            raise UserError(tr("Type a name, so that you can tell people apart."))
        if len(value) > 200:
            raise UserError(tr("This name is too long: keep it under 200 letters."))
    if field == "birth_date" and value is not None:
        _checked_birth_date(value)
    if field == "units":
        value = UnitSystem(value).value
    return {field: value}
