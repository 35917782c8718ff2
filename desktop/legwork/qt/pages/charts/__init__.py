"""The Charts page, folded by what each part owns: the view, its choices, how it is drawn, and what leaves it."""
