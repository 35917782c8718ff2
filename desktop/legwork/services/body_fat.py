"""Body fat by tape: whether today's readings suffice, and what they give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.domain import bodyfat
from legwork.domain.sites import Spot
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.services.check_ins import on_day
from legwork.services.people import Person
from legwork.services.profile import Profile


@dataclass(frozen=True)
class TapeOffer:
    """percent: None when something is missing; then `explanation` says what. Else it shows the arithmetic."""

    percent: float | None
    explanation: str


def by_tape(profile: Profile, person: Person, day: date) -> TapeOffer:
    """The US Navy estimate from the day's own readings and the person's stature."""
    if person.sex not in ("male", "female"):
        return TapeOffer(None, tr("The US Navy equations exist for men and for women: choose a sex in People."))
    if person.stature is None:
        return TapeOffer(None, tr("Add your stature in People first."))
    sites = ["neck", "waist"] + (["hips"] if person.sex == "female" else [])
    check_in = on_day(profile, person.id, day)
    values = {site: check_in.value(Spot(site)) for site in sites}
    missing = [person.label(Spot(site)) for site, value in values.items() if value is None]
    if missing:
        return TapeOffer(None, tr("Measure first: {sites}.", sites=", ".join(missing)))
    girths = (person.stature.value, values["neck"], values["waist"], values.get("hips"))
    try:
        percent = bodyfat.navy_percent(person.sex, *girths)  # type: ignore[arg-type]
        return TapeOffer(round(percent, 1), bodyfat.navy_arithmetic(person.sex, *girths))  # type: ignore[arg-type]
    except UserError as error:
        return TapeOffer(None, str(error))
