"""Where an amount of food came from: typed, or another program's file, so that a newer one of it can correct it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add a column; whatever is there was typed."""
    op.add_column("food_amount", sa.Column("source", sa.String(40), nullable=False, server_default="typed"))
