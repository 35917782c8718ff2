"""The help page: topics, search, the text with its drawings."""
