"""Food: how much of each nutrient on a day, and items of a person's own that add to it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def _amounts(name: str, *place: sa.Column[Any]) -> None:
    """A table of amounts that belong to a person, one for each place and nutrient."""
    columns = ("person_id", *(one.name for one in place), "nutrient")
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        *place,
        sa.Column("nutrient", sa.String(16), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("entered", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=f"fk_{name}_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint(*columns, name=f"uq_{name}_{'_'.join(columns)}"),
    )


def upgrade() -> None:
    """Create two tables that belong to a person; none that is there is touched."""
    _amounts("food_amount", sa.Column("day", sa.Date(), nullable=False))
    _amounts("food_item", sa.Column("name", sa.String(80), nullable=False))
