"""Food: what a body spends, what it is offered, and what the scale says about both."""
