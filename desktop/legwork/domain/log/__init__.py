"""The training log: what was done, what it adds up to, and what it means for the next time."""
