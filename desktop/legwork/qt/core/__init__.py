"""What all of the window stands on: bus, runner, tasks, notices, theme, icons."""
