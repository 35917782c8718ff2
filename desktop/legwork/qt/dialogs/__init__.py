"""Dialogs, for the few things that cannot be said inline."""
