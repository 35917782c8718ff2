"""Food: what a day holds beside what it might, in ten seconds."""
