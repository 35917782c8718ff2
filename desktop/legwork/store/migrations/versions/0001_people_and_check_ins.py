"""People, what they track, and their check-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_setting"),
        sa.UniqueConstraint("key", name="uq_setting_key"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("sex", sa.String(8)),
        sa.Column("birth_date", sa.Date()),
        sa.Column("stature_cm", sa.Float()),
        sa.Column("stature_unit", sa.String(8)),
        sa.Column("stature_entered", sa.String(40)),
        sa.Column("units", sa.String(8), nullable=False),
        sa.Column("check_in_weekday", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
    )
    op.create_table(
        "custom_site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(48), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("sided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_custom_site"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_custom_site_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "key", name="uq_custom_site_person_id_key"),
    )
    op.create_table(
        "tracked_site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(48), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tracked_site"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_tracked_site_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "site", name="uq_tracked_site_person_id_site"),
    )
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("morning", sa.Boolean()),
        sa.Column("trained_legs", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name="pk_check_in"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_check_in_person_id", ondelete="CASCADE"),
        sa.UniqueConstraint("person_id", "day", name="uq_check_in_person_id_day"),
    )
    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("check_in_id", sa.Integer(), nullable=False),
        sa.Column("site", sa.String(48), nullable=False),
        sa.Column("side", sa.String(8), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(8), nullable=False),
        sa.Column("entered", sa.String(40), nullable=False),
        sa.Column("source", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading"),
        sa.ForeignKeyConstraint(["check_in_id"], ["check_in.id"], name="fk_reading_check_in_id", ondelete="CASCADE"),
        sa.UniqueConstraint("check_in_id", "site", "side", "ordinal", name="uq_reading_check_in_id_site_side_ordinal"),
    )
    op.create_index("ix_reading_site_side", "reading", ["site", "side"])
