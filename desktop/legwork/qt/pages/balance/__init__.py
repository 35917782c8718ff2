"""The page that says how far the legs trail the upper body, which parts, and why."""
