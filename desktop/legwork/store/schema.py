"""The schema as SQLAlchemy Core sees it, for writing and migrating. What a row means is said here.

Core, not the ORM: every edit is kept as row images for undo, so mapped objects would be a second copy of the same
truth. Only types that PostgreSQL has too. Imported with the first edit, not at the start: see `tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _belongs_to(table: str) -> Column[int]:
    # Needs no index of its own: in each table it leads a unique constraint, which is one.
    return Column(f"{table}_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(80), nullable=False),
    Column("value", Text, nullable=False),
    UniqueConstraint("key"),
)
"""Choices that hold for everybody who shares the profile: theme, text size."""

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String(32), nullable=False),
    Column("name", String(200), nullable=False),
    Column("sex", String(8)),
    Column("birth_date", Date),
    Column("stature_cm", Float),
    Column("stature_unit", String(8)),
    Column("stature_entered", String(40)),
    Column("units", String(8), nullable=False),
    Column("check_in_weekday", Integer, nullable=False),
    UniqueConstraint("uid"),
)
"""Somebody who is measured. `uid` names the person in exports; a null sex means: no reference data, please."""

custom_site = Table(
    "custom_site",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("key", String(48), nullable=False),
    Column("name", String(80), nullable=False),
    Column("sided", Boolean, nullable=False),
    UniqueConstraint("person_id", "key"),
)
"""A girth of the person's own. Built-in sites live in the code."""

tracked_site = Table(
    "tracked_site",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("site", String(48), nullable=False),
    Column("position", Integer, nullable=False),
    UniqueConstraint("person_id", "site"),
)
"""Which sites a person enters each week, and in which order."""

check_in = Table(
    "check_in",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("note", Text, nullable=False),
    Column("morning", Boolean),
    Column("trained_legs", Boolean),
    UniqueConstraint("person_id", "day"),
)
"""One day of measuring. `trained_legs`: within the 48 hours before; null where nobody said."""

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("check_in"),
    Column("site", String(48), nullable=False),
    Column("side", String(8), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(40), nullable=False),
    Column("source", String(40), nullable=False),
    UniqueConstraint("check_in_id", "site", "side", "ordinal"),
    Index("ix_reading_site_side", "site", "side"),
)
"""One number read off the tape: `value` in cm, kg or percent; `entered` and `unit` as it was typed or imported;
`source` says by whom: "typed", "navy" (worked out from the tape) or the name of an import format."""

goal = Table(
    "goal",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("measure", String(80), nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(40), nullable=False),
    Column("due", Date, nullable=False),
    Column("set_on", Date, nullable=False),
    UniqueConstraint("person_id", "measure"),
)
"""What a person wants a measure to be on the day `due`, decided on the day `set_on`. `value`, `unit` and `entered` as
in `reading`, but also litres, and no unit for a ratio."""

programme_change = Table(
    "programme_change",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("text", String(200), nullable=False),
    UniqueConstraint("person_id", "day", "text"),
)
"""From this day on the training was, or will be, another one."""

chart_view = Table(
    "chart_view",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("name", String(80), nullable=False),
    Column("spec", Text, nullable=False),
    UniqueConstraint("person_id", "name"),
)
"""A way of looking at the charts that a person keeps under a name. What `spec` says only the window knows."""

lift = Table(
    "lift",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("day", Date, nullable=False),
    Column("lift", String(48), nullable=False),
    Column("side", String(8), nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", String(8), nullable=False),
    Column("entered", String(40), nullable=False),
    Column("reps", Integer, nullable=False),
    Column("rir", Float),
    UniqueConstraint("person_id", "day", "lift", "side"),
)
"""The best set of a lift on one day. `value` (kg), `unit` and `entered`: the load, as in `reading`; `rir`: how many
reps were left, null where nobody said. Which lifts there are, and how their load is counted, stands in the code."""

choice = Table(
    "choice",
    metadata,
    Column("id", Integer, primary_key=True),
    _belongs_to("person"),
    Column("topic", String(80), nullable=False),
    Column("pick", String(80), nullable=False),
    Column("picked_on", Date, nullable=False),
    UniqueConstraint("person_id", "topic", "pick"),
)
"""What a person picked where choices are offered: an answer of a questionnaire, a target. Several rows of one topic
are several picks, in the order of their ids. What topics and picks there are only those know who offer them."""
