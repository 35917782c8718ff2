"""What the program can do: one function per user action. No Qt."""
