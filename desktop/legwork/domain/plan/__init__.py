"""A training plan as plain values: what is prescribed, how it goes on, what it adds up to. Begin with `model`."""
