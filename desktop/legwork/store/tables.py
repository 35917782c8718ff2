"""The names of the tables, for all who read and write rows; the schema itself stands in `schema`.

Apart from it because reading needs no SQLAlchemy: its import takes as long as the whole first page, so the program
reads with plain SQL and loads it afterwards, for the first edit. A test holds the two to each other.
"""

from __future__ import annotations

from typing import NamedTuple

SCHEMA_REVISION = "0007"
"""The Alembic revision that the schema stands for; a test holds it to the newest migration."""


class Table(NamedTuple):
    """A table by name; days and flags: the columns that SQLite keeps as text and as 0 or 1."""

    name: str
    days: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


setting = Table("setting")
person = Table("person", days=("birth_date",))
custom_site = Table("custom_site", flags=("sided",))
tracked_site = Table("tracked_site")
check_in = Table("check_in", days=("day",), flags=("morning", "trained_legs"))
reading = Table("reading")
goal = Table("goal", days=("due", "set_on"))
programme_change = Table("programme_change", days=("day",))
chart_view = Table("chart_view")
lift = Table("lift", days=("day",))
choice = Table("choice", days=("picked_on",))
plan = Table("plan", days=("starts_on",))
plan_block = Table("plan_block")
plan_week = Table("plan_week")
plan_session = Table("plan_session")
plan_entry = Table("plan_entry")
own_exercise = Table("own_exercise")
workout = Table("workout", days=("day",), flags=("finished", "edited"))
workout_exercise = Table("workout_exercise")
workout_set = Table("workout_set", flags=("assisted",))
exercise_name = Table("exercise_name")
refused_proposal = Table("refused_proposal", days=("refused_on",))
food_amount = Table("food_amount", days=("day",))
food_item = Table("food_item")

ALL = (
    setting, person, custom_site, tracked_site, check_in, reading, goal, programme_change, chart_view, lift, choice,
    plan, plan_block, plan_week, plan_session, plan_entry, own_exercise, workout, workout_exercise, workout_set,
    exercise_name, refused_proposal, food_amount, food_item,
)  # fmt: skip
BY_NAME = {table.name: table for table in ALL}
