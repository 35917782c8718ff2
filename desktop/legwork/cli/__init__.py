"""What can be done without opening a window: import, export and report. Says what it did in plain sentences."""
