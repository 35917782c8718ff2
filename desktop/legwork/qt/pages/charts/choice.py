"""What there is to choose for a person, and what a view chooses of it.

Owns both: what readings allow is known at once, what the log of training offers a little later.
"""

from __future__ import annotations

from legwork.domain.measures import WEEK, Family, Measure
from legwork.qt.charts.histories import Histories
from legwork.qt.charts.view import ChartView
from legwork.services.measure_series import Offer
from legwork.services.measures import known, offers
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.training_measures import has_log

_FIRST = tuple(Measure(Family.SITE, name) for name in ("upper_thigh", "mid_thigh", "calf"))
_FIRST_TRAINED = Measure(Family.HARD, WEEK)


class Choice:
    """Of one person at a time."""

    def __init__(self, histories: Histories) -> None:
        self._histories = histories
        self._body: tuple[Offer, ...] = ()
        self._logged = False

    def look_up(self, profile: Profile, person: Person) -> None:
        """Find out what there is; what the log offers is looked through in the background. Raises StoreError."""
        self._body = offers(profile, person)
        self._logged = has_log(profile, person)
        if self._logged:
            self._histories.list_training(person)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is known by now."""
        return (*self._body, *((self._histories.offers or ()) if self._logged else ()))

    @property
    def something(self) -> bool:
        """Whether there is anything to look at."""
        return self._logged or any(not offer.missing for offer in self._body)

    @property
    def names(self) -> dict[Measure, str]:
        """By measure its name where it stands alone."""
        return {offer.measure: offer.name for offer in self.offers}

    def chosen(self, view: ChartView, person: Person) -> list[Measure]:
        """What the view chooses, as far as it is there; where nothing was ever chosen, what one would begin with."""
        there = {offer.measure for offer in self.offers if not offer.missing}
        if view.measures is None:
            body = sorted(one for one in there if not one.trained)
            return next(([one] for one in _FIRST if one in there), body[:1] or [_FIRST_TRAINED] * self._logged)
        wanted = known(view.chosen(), person)
        if self._logged and self._histories.offers is None:  # not known yet: what was chosen once was there
            there |= {one for one in wanted if one.trained}
        return [one for one in wanted if one in there]
