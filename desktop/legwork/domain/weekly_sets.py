"""What so many hard sets of a muscle a week are known to do, on how many days they are done well, and what hard means.

Owns these numbers, so that plan, log and forecast mean the same by them. What a person's own log says of holding size
is `domain.log.holding`; the bands that a plan shall give are `plan_brief`.
"""

from __future__ import annotations

HOLDS_FROM = 3.0
"""From so many on a muscle is held, where nothing is known of what it had. Source: SCIENCE section 6: a third of usual
sets, about ten, held size (Bickel 2011)."""

HOLDS_UP_TO = 4.0
"""Up to so many only hold it at best. Source: SCIENCE section 6: about four are what shows (Pelland 2024)."""

MOST_WEEKLY_SETS = 20.0
"""More are no better. Source: SCIENCE section 6 (quadriceps: more than 20 no better than 12 to 20)."""

LEAST_DAYS, MOST_SESSION_SETS = 2, 8.0
"""On fewer days a week, or with more sets of a muscle in one session, they are better spread; none is added to so
many. Source: SCIENCE section 6."""

NEAR_RIR = 3.0
"""Reps left with which a set counts as near to failure. Source: SCIENCE section 6: 0 to 3 reps in reserve."""
