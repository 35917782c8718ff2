"""Foreign files: bytes in, neutral records and a report out. No Qt, no SQL, no writing to disk."""
