"""What Legwork knows about bodies and training. Pure Python: no Qt, no SQL, no files."""
