"""Today: what is due, what changed, what comes next; the first page."""
