"""The page of the person's data: copies, ways out and in, and where everything lies."""
