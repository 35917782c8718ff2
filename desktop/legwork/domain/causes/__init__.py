"""Why legs may be small: evidence for and against each likely cause, weighed and ranked. Begin with `diagnosis`."""
