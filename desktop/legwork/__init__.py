"""Legwork: a desktop program that helps the legs catch up with the upper body."""

__version__ = "0.1.0"
