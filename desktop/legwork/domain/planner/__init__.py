"""Planning: from a template and a person's wishes to a whole plan, each choice with its reason."""
