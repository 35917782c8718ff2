"""The long road: where a measure is likely to be in months and years, and when a goal is likely to be reached."""
