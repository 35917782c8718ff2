"""Alembic's folder: one file a released schema revision."""
